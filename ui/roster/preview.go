package roster

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// states are the order in which rows are listed: first what asks for something.
var states = []roster.State{roster.Choose, roster.Refused, roster.Changed, roster.New, roster.Double, roster.Left, roster.Same}

// weights are how a row of a state stands out.
var weights = map[roster.State]widget.Importance{roster.Choose: widget.WarningImportance, roster.Refused: widget.DangerImportance,
	roster.New: widget.SuccessImportance, roster.Changed: widget.HighImportance}

// listed are the rows that the list shows.
func (m *Model) listed() []roster.Line {
	var out []roster.Line
	for _, s := range states {
		if m.Show != "" && m.Show != s {
			continue
		}
		for _, l := range m.Plan.Lines {
			if l.State == s {
				out = append(out, l)
			}
		}
	}
	return out
}

// A preview is the rows at the left, and what becomes of one at the right.
type preview struct {
	m      *Model
	object *fyne.Container
	filter *fyne.Container
	list   *look.List[roster.Line]
	detail *fyne.Container
	open   int // row that is shown at the right; 0: none
}

func newPreview(m *Model) *preview {
	p := &preview{m: m, filter: container.NewHBox(), detail: container.NewVBox()}
	p.list = look.NewList(func(l roster.Line) look.Row { return p.row(l) }, func(l roster.Line) {
		p.open = l.Row
		p.show(l)
	})
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(470, 0))
	left := container.NewStack(least, container.New(layout.NewCustomPaddedLayout(0, 0, 10, 8), p.list))
	p.object = container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 0, 6, 8), p.filter), nil,
		container.NewBorder(nil, nil, nil, widget.NewSeparator(), left), nil, look.Scroll(p.detail))
	return p
}

// row is one row of the list: whom it is of, where it stands, what becomes of it.
func (p *preview) row(l roster.Line) look.Row {
	name := l.Name
	switch {
	case name != "":
	case p.m.Kind.Units:
		name = words.T("（没有名称）")
	default:
		name = words.T("（没有姓名）")
	}
	r := look.Row{Title: name, Right: words.T("第 {{.Row}} 行", map[string]int{"Row": l.Row}) + " · " + words.RosterState(l.State), Weight: weights[l.State]}
	switch l.State {
	case roster.Refused, roster.Choose:
		r.Detail = strings.TrimSpace(l.Fault.Cell+" "+l.Fault.Heading) + " " + words.RosterReason(l)
	case roster.Changed:
		var what []string
		for _, c := range l.Changes {
			what = append(what, words.Term(c.Field.Term)+" "+c.Before+" → "+c.After)
		}
		r.Detail = strings.Join(what, words.T("；"))
	case roster.Double:
		r.Detail = words.RosterDouble(l)
	default:
		what := []string{p.m.unit(l.Person), l.Person.Post, l.Person.Title}
		if p.m.Kind.Units {
			what = []string{words.Of(l.Unit.Kind), l.Unit.Region, l.Unit.Code}
		}
		r.Detail = strings.Join(slices.DeleteFunc(slices.Compact(what), func(s string) bool { return s == "" }), " ")
	}
	return r
}

// refresh lists the rows, and shows again the one that was open.
func (p *preview) refresh() {
	m := p.m
	p.filter.Objects = nil
	p.filter.Add(p.tab("", words.T("全部 {{.N}}", map[string]int{"N": len(m.Plan.Lines)})))
	for _, s := range states {
		if n := m.Plan.Count(s); n > 0 {
			p.filter.Add(p.tab(s, words.T("{{.State}} {{.N}}", map[string]any{"State": words.RosterState(s), "N": n})))
		}
	}
	p.object.Refresh() // the buttons take room
	rows := m.listed()
	p.list.Set(rows, look.Empty(words.T("没有这样的行。"), nil))
	at := slices.IndexFunc(rows, func(l roster.Line) bool { return l.Row == p.open })
	if at < 0 && len(rows) > 0 {
		at = 0
	}
	p.detail.RemoveAll()
	if at >= 0 {
		p.open = rows[at].Row
		p.list.Mark(func(l roster.Line) bool { return l.Row == p.open })
		p.show(rows[at])
	}
}

// tab is the button that lists the rows of a state.
func (p *preview) tab(s roster.State, name string) fyne.CanvasObject {
	b := look.Quiet(name, nil, func() {
		p.m.Show = s
		p.m.OnChange()
	})
	if p.m.Show == s {
		b.Importance = widget.MediumImportance
	}
	return b
}

// show says what becomes of a row.
func (p *preview) show(l roster.Line) {
	p.detail.RemoveAll()
	head := look.Subheading(p.row(l).Title)
	head.Wrapping = words.Wrap()
	p.detail.Add(head)
	p.detail.Add(look.Hint(p.row(l).Right))
	switch l.State {
	case roster.Refused, roster.Choose:
		p.detail.Add(wrapped(words.RosterFault(l), weights[l.State]))
		if len(l.Candidates) > 0 || l.Fault.Code == roster.Twice {
			p.choose(l)
		}
	case roster.Double:
		p.detail.Add(wrapped(words.RosterDouble(l), widget.MediumImportance))
	case roster.Changed:
		p.facts(l.Changes, true)
	case roster.Left:
	default:
		p.facts(p.m.Facts(l.Record()), false)
	}
	if p.m.Chosen(l.Row) != (roster.Choice{}) {
		p.detail.Add(container.NewHBox(widget.NewButtonWithIcon(words.T("重新选定"), theme.ContentUndoIcon(), func() { p.m.Choose(l.Row, roster.Choice{}) })))
	}
	p.detail.Refresh()
}

// choose offers those whom a row could mean.
func (p *preview) choose(l roster.Line) {
	this, other := words.T("就是此人"), words.T("是另一个人，新建")
	if p.m.Kind.Units {
		this, other = words.T("就是它"), words.T("是另一个单位，新建")
	}
	if l.Fault.Code == roster.Ambiguous {
		for _, c := range l.Candidates {
			p.detail.Add(look.Card(container.NewBorder(nil, nil, nil,
				container.NewCenter(widget.NewButton(this, func() { p.m.Choose(l.Row, roster.Choice{Is: c.Key()}) })), wrapped(p.known(c), widget.MediumImportance))))
		}
	}
	row := container.NewHBox()
	if l.Fault.Code != roster.AnotherHasIt {
		row.Add(widget.NewButton(other, func() { p.m.Choose(l.Row, roster.Choice{New: true}) }))
	}
	row.Add(widget.NewButton(words.T("不导入这一行"), func() { p.m.Choose(l.Row, roster.Choice{Leave: true}) }))
	p.detail.Add(row)
}

// known is what is known of somebody, or of an organisation, on one line.
func (p *preview) known(c hearing.Record) string {
	var out []string
	for _, f := range p.m.Facts(c) {
		out = append(out, f.After)
	}
	return strings.Join(out, "　")
}

// facts lists fields with their values; of changes, with what stood there before.
func (p *preview) facts(list []roster.Change, before bool) {
	for _, c := range list {
		name := widget.NewLabel(words.Term(c.Field.Term))
		name.Alignment = fyne.TextAlignTrailing
		name.Importance = widget.LowImportance
		name.Truncation = fyne.TextTruncateEllipsis
		value := c.After
		if before {
			was := c.Before
			if was == "" {
				was = words.T("（空）")
			}
			value = was + " → " + c.After
		}
		p.detail.Add(container.New(pair{}, name, wrapped(value, widget.MediumImportance)))
	}
}

func wrapped(text string, weight widget.Importance) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = words.Wrap()
	l.Importance = weight
	return l
}

// pair sets a field's name beside its value, which may take several lines.
type pair struct{}

const nameWidth = 130

// MinSize is the height of the value.
func (pair) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(nameWidth+120, o[1].MinSize().Height)
}

// Layout gives the name its width and the value the rest.
func (pair) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSize(nameWidth, o[0].MinSize().Height))
	o[1].Resize(fyne.NewSize(s.Width-nameWidth, s.Height))
	o[1].Move(fyne.NewPos(nameWidth, 0))
}
