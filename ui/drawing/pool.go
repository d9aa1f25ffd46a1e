package drawing

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// poolList is the pool: who takes part, and folded below, who does not.
type poolList struct {
	x       *setup
	object  fyne.CanvasObject
	lists   *fyne.Container
	in      *look.List[hearing.DrawCandidate]
	out     *look.List[hearing.DrawExclusion]
	count   *widget.Label
	fold    *widget.Button
	open    bool
	who     hearing.DrawCandidate
	bar     *fyne.Container // leaves the chosen one out
	name    *widget.Label
	reason  *field.Choice[hearing.ExclusionReason]
	because hearing.ExclusionReason
	text    *field.Text
	more    string
}

func newPoolList(x *setup) *poolList {
	l := &poolList{x: x, lists: container.NewStack(), count: widget.NewLabel(""), name: widget.NewLabel("")}
	l.in = look.NewList(l.candidate, l.choose)
	l.out = look.NewList(l.exclusion, l.include)
	l.fold = look.Quiet("", theme.MenuDropDownIcon(), func() {
		l.open = !l.open
		l.place()
	})
	l.fold.Alignment = widget.ButtonAlignLeading
	strict := field.NewTick(words.T("规则提醒的也不参加"), false, func(yes bool) {
		x.p.m.Strict(yes)
		x.sifted()
	})
	l.reason = field.NewChoice(hearing.ManualExclusions, "", func(r hearing.ExclusionReason) { l.because = r })
	l.text = field.NewText("", func(s string) { l.more = s }).Hint(words.T("说明")).OnEnter(l.exclude)
	l.name.Truncation = fyne.TextTruncateEllipsis
	leave := look.Quiet(words.T("不参加抽选"), theme.ContentClearIcon(), l.exclude)
	l.bar = container.NewVBox(l.name, container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(150, 36), l.reason.Object()), leave, l.text.Object()))
	l.bar.Hide()
	l.object = container.NewBorder(container.NewBorder(nil, nil, nil, strict.Object(), l.count), container.NewVBox(l.bar, l.fold), nil, nil, l.lists)
	l.place()
	return l
}

// place sets both lists, or the one of those who take part.
func (l *poolList) place() {
	l.fold.SetIcon(theme.MenuExpandIcon())
	if !l.open {
		l.lists.Objects = []fyne.CanvasObject{l.in}
	} else {
		l.fold.SetIcon(theme.MenuDropDownIcon())
		split := container.NewVSplit(l.in, l.out)
		split.SetOffset(0.5)
		l.lists.Objects = []fyne.CanvasObject{split}
	}
	l.lists.Refresh()
}

func (l *poolList) show() {
	m := l.x.p.m
	l.count.SetText(words.T("参加抽选 {{.N}} 人", map[string]int{"N": len(m.In)}))
	l.in.Set(m.In, look.Empty(words.T("没有人可以参加抽选。听证员在“人员”页入库；下面列出的人为什么不参加，展开可见。"), nil))
	l.out.Set(m.Out, nil)
	l.fold.SetText(words.T("不参加抽选 {{.N}} 人", map[string]int{"N": len(m.Out)}))
	l.bar.Hide()
	l.in.Mark(func(hearing.DrawCandidate) bool { return false })
}

func (l *poolList) candidate(c hearing.DrawCandidate) look.Row {
	r := look.Row{Title: c.Name}
	if c.Class != "" {
		r.Right = words.Of(c.Class)
	}
	warned := false
	if r.Detail, warned = l.x.p.m.About(c); warned {
		r.Weight = widget.WarningImportance
	}
	return r
}

func (l *poolList) exclusion(e hearing.DrawExclusion) look.Row {
	r := look.Row{Title: e.Name, Detail: words.Of(e.Reason)}
	if e.Text != "" {
		r.Detail = words.T("{{.What}}：{{.Names}}", map[string]string{"What": r.Detail, "Names": e.Text})
	}
	switch {
	case l.x.p.m.Manual(e):
		r.Right = words.T("点按恢复参加")
	case e.Rule != "":
		r.Right = e.Rule
	}
	return r
}

// choose offers to leave somebody out.
func (l *poolList) choose(c hearing.DrawCandidate) {
	l.who = c
	l.name.SetText(words.T("“{{.Name}}”不参加的原因", map[string]string{"Name": c.Name}))
	l.reason.SetError("")
	l.bar.Show()
}

func (l *poolList) exclude() {
	switch {
	case l.because == "":
		l.reason.SetError(words.T("请选原因。"))
		return
	case l.because == hearing.ExcludedOther && strings.TrimSpace(l.more) == "":
		l.text.SetError(words.T("请写明原因。"))
		return
	}
	l.text.SetError("")
	l.x.p.m.Exclude(l.who.Person, l.because, l.more)
	l.more = ""
	l.text.Set("")
	l.x.sifted()
}

// include lets somebody take part again whom the operator left out.
func (l *poolList) include(e hearing.DrawExclusion) {
	if l.x.p.m.Manual(e) {
		l.x.p.m.Include(e.Person)
		l.x.sifted()
	}
}
