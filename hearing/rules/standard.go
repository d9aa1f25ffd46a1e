package rules

import (
	"fmt"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Standard is what an office pays somebody in a role for one hearing (履职保障费标准),
// by its own rules of finance. No act says an amount, and the program has none: until
// an office enters its own, nothing is proposed.
type Standard struct {
	Role    hearing.Role         `json:"role"`               // officer or expert
	Class   hearing.OfficerClass `json:"class,omitempty"`    // of officers of this class; empty: of all that have no standard of their own
	Travel  hearing.Fen          `json:"travel_fen"`         // 交通费, in fen
	Board   hearing.Fen          `json:"board_fen"`          // 食宿费, in fen
	Labour  hearing.Fen          `json:"labour_fen"`         // 劳务费, in fen
	Most    hearing.Fen          `json:"most_fen,omitempty"` // more than this in one of them is asked about, in fen; 0: the table's number
	Title   string               `json:"title"`              // the office's rules (依据)
	Article string               `json:"article,omitempty"`  // their article
	Basis   string               `json:"basis,omitempty"`    // what they say
	From    calendar.Date        `json:"from"`               // first day of hearings for which it holds
	To      calendar.Date        `json:"to,omitzero"`        // last such day; unset is in force
}

// Citation is the rules with their article.
func (s Standard) Citation() string { return s.Title + s.Article }

// Allowance is what the standard pays, of nobody yet.
func (s Standard) Allowance() hearing.Allowance {
	return hearing.Allowance{Travel: s.Travel, Board: s.Board, Labour: s.Labour, Basis: s.Citation()}
}

// Standard is what is paid to somebody in a role on a hearing's day, and whether
// the office has said it. The class's own goes before that of all.
func (t *Table) Standard(role hearing.Role, class hearing.OfficerClass, on calendar.Date) (Standard, bool) {
	for _, c := range []hearing.OfficerClass{class, ""} {
		for _, s := range slices.Backward(t.standards) {
			if s.Role == role && s.Class == c && within(on, s.From, s.To) {
				return s, true
			}
		}
	}
	return Standard{}, false
}

// Standards lists them, in the order of the file.
func (t *Table) Standards() []Standard { return slices.Clone(t.standards) }

// MostPay is the amount above which one line of an allowance is asked about.
func (t *Table) MostPay(role hearing.Role, class hearing.OfficerClass, on calendar.Date) hearing.Fen {
	if s, ok := t.Standard(role, class, on); ok && s.Most > 0 {
		return s.Most
	}
	if e, ok := t.find("PAY", "large", on); ok {
		return hearing.Fen(e.N) * 100
	}
	return 0
}

// standards adds their faults.
func (m *marked) standards() {
	for i, s := range m.file.Standards {
		at := fmt.Sprintf("standards[%d]", i)
		m.needs(at, "role", string(s.Role), "title", s.Title, "from", s.From.String())
		m.times(at, s.From, s.To, "", nil)
		switch {
		case s.Role != "" && !hearing.Payable(s.Role):
			m.fault(at+".role", BadValue, string(s.Role), string(hearing.Officer)+", "+string(hearing.Expert))
		case s.Class != "" && s.Role != hearing.Officer:
			m.fault(at+".class", BadValue, string(s.Class), "")
		}
		for field, f := range map[string]hearing.Fen{"travel_fen": s.Travel, "board_fen": s.Board, "labour_fen": s.Labour, "most_fen": s.Most} {
			if f < 0 || f > hearing.MostFen {
				m.fault(at+"."+field, BadValue, fmt.Sprint(int64(f)), fmt.Sprintf("0 – %d", int64(hearing.MostFen)))
			}
		}
		for j, o := range m.file.Standards[:i] {
			if o.Role == s.Role && o.Class == s.Class && overlap(o.From, o.To, s.From, s.To) {
				m.clash(at+".role", string(s.Role), m, fmt.Sprintf("standards[%d]", j))
			}
		}
	}
}
