package cases

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A stepRow is one step in the list of them.
type stepRow = form.Element[hearing.Case, hearing.Step]

// steps is the way of the open case (程序节点): its steps, which are entered
// here, and by day among them what is entered elsewhere.
type steps struct {
	p      *page
	object fyne.CanvasObject
	list   *form.List[hearing.Case, hearing.Step]
	box    *fyne.Container
	rows   map[hearing.ID]fyne.CanvasObject
	titles map[hearing.ID]*widget.Label
	told   map[hearing.ID]*field.Findings // of a step
	named  map[hearing.ID][]func()        // what shows the case's papers and sessions in a row
	day    *field.Date
	on     calendar.Date // what stands in day
	seen   atomic.Pointer[hearing.Case]
}

func newSteps(p *page) *steps {
	s := &steps{p: p, box: container.NewVBox()}
	s.seen.Store(&hearing.Case{})
	s.forget()
	s.list = form.NewList(p.Form, "steps", func(c *hearing.Case) *[]hearing.Step { return &c.Steps },
		func(x hearing.Step) string { return string(x.ID) + " " + string(x.Kind) }, s.row)
	p.Form.Follow(func(hearing.Case) { s.lay() })
	s.object = container.NewVBox(directory.Part(words.T("程序节点"), p.verdict.Line), p.verdict.List, p.found.Object, s.box, s.adder())
	return s
}

func (s *steps) forget() {
	s.titles = map[hearing.ID]*widget.Label{}
	s.rows, s.told, s.named = map[hearing.ID]fyne.CanvasObject{}, map[hearing.ID]*field.Findings{}, map[hearing.ID][]func(){}
}

// lay puts the lines in the order of their days. It does so when the case is
// shown and when a line comes or goes, not while a day is being typed.
func (s *steps) lay() {
	c := s.p.Form.Editor.Value()
	file := s.p.file
	if file.Case.ID != c.ID {
		file = hearing.CaseFile{}
	}
	file.Case = c
	s.box.RemoveAll()
	for _, x := range stops(way(file, s.p.called), c.Steps) {
		if x.step == "" {
			s.box.Add(s.point(x.point))
		} else if row := s.rows[x.step]; row != nil {
			s.box.Add(row)
		}
	}
	if len(s.box.Objects) == 0 {
		s.box.Add(look.Hint(words.T("回避、中止、异议、起诉等程序节点记在这里，期限由此起算。立案、作出、送达、回复和开会的日子会自动列入。")))
	}
}

// adder is the line that adds a step: its day, then what happened.
func (s *steps) adder() fyne.CanvasObject {
	s.day = field.NewDate(calendar.Date{}, s.p.sh.Day(words.Zone()), func(_ string, d calendar.Date, err error) {
		if s.on = d; err != nil {
			s.on = calendar.Date{}
		}
	})
	kind := field.NewAdder(s.p.sh.Work, s.find, func(o field.Option) {
		if o.ID != "" {
			s.add(hearing.StepKind(o.ID))
		}
	}, nil).Hint(words.T("发生了什么：点一下选择，或写几个字，如“回避”"))
	var all *widget.Button
	all = look.Quiet(words.T("全部种类"), theme.MenuDropDownIcon(), func() { s.menu(all) })
	all.IconPlacement = widget.ButtonIconTrailingText
	s.p.Form.Editor.Allow("steps", s.day, kind, all)
	fields := container.New(line{fixed: []float32{dayWidth}}, s.day.Object(), kind.Object(), all)
	return container.NewVBox(field.RowOf(words.T("添加节点"), fields), field.RowOf("", look.Hint(words.T("先写日期（不填为今天），再选发生了什么。"))))
}

func (s *steps) find(_ context.Context, query string) ([]field.Option, error) {
	c := *s.seen.Load()
	group := map[hearing.StepKind]string{}
	own := s.p.own.kinds()
	for _, g := range fitting(c.Type, own) {
		for _, k := range g.kinds {
			group[k] = g.name
		}
	}
	var out []field.Option
	for _, k := range offers(c, own, s.p.own.name, query) {
		out = append(out, field.Option{ID: hearing.ID(k), Name: s.p.own.name(k), Detail: group[k]})
	}
	return out, nil
}

// menu offers every kind, in groups.
func (s *steps) menu(under fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, g := range fitting(s.p.Form.Editor.Value().Type, s.p.own.kinds()) {
		item := fyne.NewMenuItem(g.name, nil)
		var inner []*fyne.MenuItem
		for _, k := range g.kinds {
			inner = append(inner, fyne.NewMenuItem(s.p.own.name(k), func() { s.add(k) }))
		}
		item.ChildMenu = fyne.NewMenu("", inner...)
		items = append(items, item)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(under); c != nil {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), c, fyne.NewPos(0, under.Size().Height), under)
	}
}

// add adds a step on the day that was typed, or today.
func (s *steps) add(kind hearing.StepKind) {
	c := s.p.Form.Editor.Value()
	if c.ID == "" {
		return
	}
	on := s.on
	if on.IsZero() {
		on = s.p.sh.Day(words.Zone())
	}
	x := newStep(c, s.p.sh.NewID(), kind, on)
	s.list.Change(func(list []hearing.Step) []hearing.Step { return append(list, x) })
	s.on = calendar.Date{}
	s.day.Set(calendar.Date{})
	s.lay()
}

func (s *steps) remove(id hearing.ID, name string) {
	s.list.Change(func(list []hearing.Step) []hearing.Step {
		list = slices.DeleteFunc(list, func(x hearing.Step) bool { return x.ID == id })
		for i := range list {
			if list[i].Of == id {
				list[i].Of = ""
			}
		}
		return list
	})
	s.lay()
	s.p.sh.Say(words.T("已移除“{{.Name}}”，可用 Ctrl+Z 撤销", map[string]string{"Name": name}))
}

// point is the line of what is entered elsewhere; it leads there.
func (s *steps) point(x point) fyne.CanvasObject {
	what := widget.NewLabel(x.what)
	detail := widget.NewLabel(words.List(x.detail))
	if x.state != nil {
		detail.SetText(strings.TrimSpace(words.Of(x.state) + " " + detail.Text))
	}
	detail.Importance = widget.LowImportance
	for _, l := range []*widget.Label{what, detail} {
		l.Truncation = fyne.TextTruncateEllipsis
	}
	on := widget.NewLabel(x.on.String())
	on.Importance = widget.LowImportance
	return look.NewPress(container.New(line{fixed: []float32{dayWidth, nameWidth}}, on, what, detail, widget.NewIcon(theme.NavigateNextIcon())), func() { s.p.lead(x) })
}

// focus puts the cursor into a step's line; false where there is none.
func (s *steps) focus(id hearing.ID) bool {
	at := slices.IndexFunc(s.p.Form.Editor.Value().Steps, func(x hearing.Step) bool { return x.ID == id })
	c := s.list.Control(at, "on")
	if c == nil {
		return false
	}
	c.Focus()
	s.p.Reveal(s.rows[id])
	return true
}

// rename says what the kinds of the office's own are called.
func (s *steps) rename() {
	for _, x := range s.p.Form.Editor.Value().Steps {
		if l := s.titles[x.ID]; l != nil {
			l.SetText(s.p.own.name(x.Kind))
		}
	}
}

// row is the line of one step.
func (s *steps) row(e *stepRow) fyne.CanvasObject {
	v := s.p.Form.Editor.Value()
	x := *e.At(&v)
	name := s.p.own.name(x.Kind)
	what := widget.NewLabel(name)
	what.TextStyle.Bold = true
	what.Truncation = fyne.TextTruncateEllipsis
	s.titles[x.ID] = what
	delete(s.named, x.ID)
	cells, weights := []fyne.CanvasObject{e.Date("on", "", func(c *hearing.Case) *calendar.Date { return &e.At(c).On }), what}, []float32{}
	for _, a := range aspects(x) {
		weight := float32(1.2)
		if a == ofPeriod {
			weight = 0.7
		}
		cells, weights = append(cells, s.cell(e, x.ID, a)), append(weights, weight)
	}
	note := e.Text("note", "", words.T("备注"), func(c *hearing.Case) *string { return &e.At(c).Note })
	remove := look.Quiet("", theme.ContentRemoveIcon(), func() { s.remove(x.ID, name) })
	edit.Bar(s.p.Form.Editor.Barred("steps"), remove)
	cells, weights = append(cells, note, remove), append(weights, 1.3)
	s.told[x.ID] = field.NewFindings(s.p.remedy())
	s.rows[x.ID] = container.NewVBox(container.New(line{fixed: []float32{dayWidth, nameWidth}, weights: weights}, cells...), container.New(indent(dayWidth), s.told[x.ID].Object))
	return s.rows[x.ID]
}
