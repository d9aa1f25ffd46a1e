package plan

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

// moves are the changes that were made after people had been told: beside the
// time, whom to tell again; at the end of the page, the record.
type moves struct {
	t      *tab
	shift  *shift          // stands below the time
	object *fyne.Container // the record
	box    *fyne.Container
	found  *field.Findings
	rows   []*move
}

// A move is one row of the record.
type move struct {
	on     *field.Date
	kind   *field.Choice[hearing.MoveKind]
	by     *field.Pick
	reason *field.Text
	was    *look.Note
	row    fyne.CanvasObject
}

func newMoves(t *tab) *moves {
	m := &moves{t: t, box: container.NewVBox(), found: field.NewFindings(t.s.Remedy())}
	m.shift = newShift(t)
	add := look.Quiet(words.T("补记变更"), theme.ContentAddIcon(), m.add)
	t.s.Allow("moves", add)
	m.object = container.NewVBox(container.NewBorder(nil, nil, look.Subheading(words.T("变更记录")), add),
		look.Hint(words.T("告知以后改了时间、地点、主持人或听证员，会自动记在这里，以便重新告知。")), m.box, field.Beside(m.found))
	return m
}

func (m *moves) show() {
	h := m.t.s.Value()
	m.shift.show()
	if len(m.rows) != len(h.Moves) {
		m.rows = m.rows[:min(len(m.rows), len(h.Moves))]
		for i := len(m.rows); i < len(h.Moves); i++ {
			m.rows = append(m.rows, m.newRow(i))
		}
		m.box.RemoveAll()
		for _, r := range m.rows {
			m.box.Add(r.row)
		}
		m.object.Refresh()
	}
	for i, r := range m.rows {
		x := h.Moves[i]
		r.on.Set(x.On)
		if typed, ok := m.t.s.Typed(dateOf(i)); ok {
			r.on.SetText(typed)
		}
		r.kind.Set(x.Kind)
		r.by.Set(m.t.s.Option(x.By))
		r.reason.Set(x.Reason)
		r.was.Set(m.before(x))
	}
}

// toldBefore says of which other time or place people were told; empty where
// nobody was.
func (m *moves) toldBefore() string {
	who, was := m.t.s.Value().ToldBefore()
	if len(who) == 0 {
		return ""
	}
	return words.T("原来告知的是{{.When}}，这样改以后：", map[string]string{"When": m.slot(was)})
}

// slot says a place and a time in short.
func (m *moves) slot(s hearing.Slot) string {
	var parts []string
	if !s.Start.IsZero() {
		parts = append(parts, words.Short(s.Start, s.End, m.t.sh.Now()))
	}
	if room := m.t.s.Option(s.Room).Name; room != "" {
		parts = append(parts, room)
	}
	return strings.Join(parts, " ")
}

// before says what a change changed.
func (m *moves) before(x hearing.Move) string {
	text := m.slot(x.From)
	if x.Was != "" {
		text = m.t.s.Option(x.Was).Name
	}
	if text == "" {
		return ""
	}
	return words.T("原为 {{.What}}", map[string]string{"What": text})
}

// dateOf names the date of a change where it is no date yet.
func dateOf(i int) string { return "moves.on." + strconv.Itoa(i) }

func (m *moves) newRow(i int) *move {
	set := func(f func(*hearing.Move)) {
		m.t.change("moves", func(h *hearing.Hearing) {
			if i < len(h.Moves) {
				f(&h.Moves[i])
			}
		})
	}
	r := &move{was: look.NewNote()}
	r.on = field.NewDate(calendar.Date{}, m.t.s.Today(), func(typed string, d calendar.Date, err error) {
		if err != nil || d.IsZero() {
			m.t.s.Keep(dateOf(i), typed)
			return
		}
		set(func(v *hearing.Move) { v.On = d })
		m.t.forget(dateOf(i))
	})
	r.kind = field.NewChoice(hearing.MoveKinds, "", func(k hearing.MoveKind) { set(func(v *hearing.Move) { v.Kind = k }) })
	r.by = field.NewPick(m.t.sh.Work, lookup.FindPeople(m.t.desk), field.Option{}, func(o field.Option) {
		m.t.s.Remember(o)
		set(func(v *hearing.Move) { v.By = o.ID })
	}, nil).Hint(words.T("批准人"))
	r.reason = field.NewText("", func(s string) { set(func(v *hearing.Move) { v.Reason = s }) }).Hint(words.T("事由"))
	remove := look.Quiet("", theme.ContentClearIcon(), func() { m.remove(i) })
	edit.Bar(m.t.s.Barred("moves"), remove, r.on, r.kind, r.by, r.reason)
	fields := container.NewGridWithColumns(4, r.on.Object(), r.kind.Object(), r.reason.Object(), r.by.Object())
	r.row = field.RowOf(words.T("第 {{.N}} 次变更", map[string]int{"N": i + 1}), container.NewVBox(container.NewBorder(nil, nil, nil, container.NewVBox(remove), fields), r.was.Object))
	return r
}

// add records a change that was made outside of the desk.
func (m *moves) add() {
	today := m.t.s.Today()
	m.t.change("moves", func(h *hearing.Hearing) {
		h.Moves = append(h.Moves, hearing.Move{On: today, Kind: hearing.MoveMoved, From: h.Slot})
	})
	m.show()
	m.rows[len(m.rows)-1].reason.Focus()
}

func (m *moves) remove(i int) {
	m.t.change("moves", func(h *hearing.Hearing) {
		if i < len(h.Moves) {
			h.Moves = append(h.Moves[:i:i], h.Moves[i+1:]...)
		}
	})
	m.t.forget(dateOf(i))
	m.show()
	m.t.sh.Say(words.T("已删除一条变更记录，可用 Ctrl+Z 撤销"))
}
