package plan

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// questions are what the officers are asked, and of which case where several
// are heard.
type questions struct {
	*field.Lines
	t     *tab
	box   *fyne.Container
	of    *fyne.Container
	rows  map[hearing.ID]*field.One
	shape []hearing.ID // the questions that have a row
}

func newQuestions(t *tab) *questions {
	q := &questions{t: t, of: container.NewVBox(), rows: map[hearing.ID]*field.One{}}
	q.Lines = field.NewLines(nil, words.T("例如：行政机关是否依法履行监管职责"), func() string { return string(t.sh.NewID()) }, q.changed)
	q.box = container.NewVBox(field.Row(words.T("听证问题"), q.Lines), q.of)
	return q
}

func (q *questions) changed(lines []field.Line) {
	q.t.change("questions", func(h *hearing.Hearing) {
		old := h.Questions
		h.Questions = nil
		for _, l := range lines {
			x := hearing.Question{ID: hearing.ID(l.Key)}
			if i := slices.IndexFunc(old, func(o hearing.Question) bool { return o.ID == x.ID }); i >= 0 {
				x = old[i]
			}
			x.Text = l.Text
			h.Questions = append(h.Questions, x)
		}
		h.Forget()
	})
	q.showCases()
}

func (q *questions) show() {
	h := q.t.s.Value()
	lines := make([]field.Line, len(h.Questions))
	for i, x := range h.Questions {
		lines[i] = field.Line{Key: string(x.ID), Text: x.Text}
	}
	q.Set(lines)
	q.showCases()
}

// showCases offers, where there are several cases, to bind a question to one.
func (q *questions) showCases() {
	h := q.t.s.Value()
	var shape []hearing.ID
	if len(h.Cases) > 1 {
		for _, x := range h.Questions {
			shape = append(shape, x.ID)
		}
	}
	if !slices.Equal(shape, q.shape) {
		q.shape = shape
		q.build()
	}
	for _, x := range h.Questions {
		if row := q.rows[x.ID]; row != nil {
			row.Set(q.t.s.Options(h.Cases), q.t.s.Option(x.Case))
		}
	}
}

func (q *questions) build() {
	q.of.RemoveAll()
	for i, id := range q.shape {
		row := q.rows[id]
		if row == nil {
			row = field.NewOne(words.T("各案共同的问题"), func(o field.Option) { q.bind(id, o.ID) })
			q.t.s.Allow("questions", row)
			q.rows[id] = row
		}
		q.of.Add(field.Row(words.T("第 {{.N}} 问属于", map[string]int{"N": i + 1}), row))
	}
	q.box.Refresh()
}

func (q *questions) bind(id, to hearing.ID) {
	q.t.change("questions", func(h *hearing.Hearing) {
		for i := range h.Questions {
			if h.Questions[i].ID == id {
				h.Questions[i].Case = to
			}
		}
		h.Forget()
	})
}
