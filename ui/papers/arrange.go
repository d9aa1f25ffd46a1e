package papers

import (
	"slices"

	"hearingdesk/hearing/document"
	"hearingdesk/ui/words"
)

// Arrange shows and prints the papers in another order. They stay the same ones,
// with their ticks.
func (m *Model) Arrange(by document.Order) {
	m.By = by
	m.arrange()
	m.OnChange()
}

// arrange puts the sheets into order, session by session, and groups them.
func (m *Model) arrange() {
	m.Sheets, m.Groups = nil, nil
	for left := m.plan; len(left) > 0; {
		n := slices.IndexFunc(left, func(s *Sheet) bool { return s.Session != left[0].Session })
		if n < 0 {
			n = len(left)
		}
		m.Sheets = append(m.Sheets, document.Arrange(m.By, left[:n], func(s *Sheet) document.Item { return s.Item })...)
		left = left[n:]
	}
	for _, s := range m.Sheets {
		next := Group{Session: s.Session, Number: s.Number, Title: s.Title, same: s.Same}
		if m.By == document.ByAddressee && s.To != "" {
			next = Group{Session: s.Session, To: s.To, Title: s.For}
		}
		if n := len(m.Groups); n == 0 || !m.Groups[n-1].with(next) {
			m.Groups = append(m.Groups, next)
		}
		g := &m.Groups[len(m.Groups)-1]
		g.Sheets = append(g.Sheets, s)
	}
}

// with reports whether two groups are one.
func (g Group) with(o Group) bool {
	return g.Session == o.Session && g.To == o.To && g.Number == o.Number && g.same == o.same
}

// name is what the heading of a group says.
func (g Group) name() string {
	if g.To != "" {
		return g.Title
	}
	return Kind(g.Number, g.Title)
}

// orderName is what an order is called.
func orderName(by document.Order) string {
	if by == document.ByForm {
		return words.T("按文书")
	}
	return words.T("按受送达人")
}

// orderOf is an order by what the machine remembers of it.
func orderOf(kept string) document.Order {
	if by := document.Order(kept); slices.Contains(document.Orders, by) {
		return by
	}
	return document.ByAddressee
}
