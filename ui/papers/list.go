package papers

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A row is one line of the list: the papers of a form together, or one paper.
type row struct {
	group *Group // of a heading
	sheet *Sheet // of a paper
	alone bool   // the form's only paper: it needs no heading
}

// rows lists the groups with their papers.
func rows(groups []Group) []row {
	var out []row
	for i := range groups {
		g := &groups[i]
		if len(g.Sheets) == 1 {
			out = append(out, row{sheet: g.Sheets[0], alone: true})
			continue
		}
		out = append(out, row{group: g})
		for _, s := range g.Sheets {
			out = append(out, row{sheet: s})
		}
	}
	return out
}

// A list shows the papers of a session: arrows look at them, Space ticks them.
type list struct {
	widget.List
	rows  []row
	at    int  // the row that is marked
	quiet bool // set while the program itself marks a row
	width float32

	now    func() time.Time
	choose func(*Sheet)
	tick   func(on bool, sheets ...*Sheet)
	enter  func(*Sheet) // goes where the paper's missing facts are entered
	keys   func(*fyne.KeyEvent) bool
}

func newList() *list {
	l := &list{at: -1}
	l.HideSeparators = true
	l.Length = func() int { return len(l.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newLine() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.rows) {
			l.show(o.(*fyne.Container), l.rows[i])
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		if l.quiet || i >= len(l.rows) {
			return
		}
		l.at = i
		if r := l.rows[i]; r.sheet != nil {
			l.choose(r.sheet)
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// set shows rows, with a paper marked.
func (l *list) set(groups []Group, chosen *Sheet) {
	l.rows = rows(groups)
	l.heights()
	l.Refresh()
	l.mark(chosen)
}

// mark marks the paper that is looked at, unless the mark rests on the heading
// of a form.
func (l *list) mark(chosen *Sheet) {
	at := -1
	for i, r := range l.rows {
		if chosen != nil && r.sheet == chosen {
			at = i
		}
	}
	l.quiet = true
	defer func() { l.quiet = false }()
	switch {
	case at < 0:
		l.UnselectAll()
	case at != l.at && (l.at < 0 || l.at >= len(l.rows) || l.rows[l.at].group == nil):
		l.Select(at)
	default:
		return // it is there
	}
	l.at = at
}

// TypedKey goes through the papers with the arrows and ticks with Space.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown:
		l.List.TypedKey(e)
		step := 1
		if e.Name == fyne.KeyUp {
			step = -1
		}
		l.Select(min(max(l.at+step, 0), len(l.rows)-1))
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if l.at >= 0 && l.at < len(l.rows) {
			l.toggle(l.rows[l.at])
		}
	default:
		if l.keys == nil || !l.keys(e) {
			l.List.TypedKey(e)
		}
	}
}

func (l *list) toggle(r row) {
	if r.group != nil {
		l.tick(!r.group.Ticked(), r.group.Sheets...)
	} else {
		l.tick(!r.sheet.Ticked, r.sheet)
	}
}

// Resize gives wrapped reasons the height that they need at the width.
func (l *list) Resize(s fyne.Size) {
	l.List.Resize(s)
	if s.Width != l.width {
		l.width = s.Width
		l.heights()
	}
}

func (l *list) heights() {
	for i, r := range l.rows {
		h := float32(lineHeight)
		if r.sheet != nil && r.sheet.Wrong() != "" {
			h += l.reasonHeight(r)
		}
		l.SetItemHeight(i, h)
	}
}

func (l *list) reasonHeight(r row) float32 {
	width := l.width - theme.Padding() - indent(r) - checkWidth - fillWidth - 2*theme.InnerPadding()
	if width < 60 {
		width = 60
	}
	text := fyne.MeasureText(r.sheet.Wrong(), theme.CaptionTextSize(), fyne.TextStyle{})
	lines := float32(int(text.Width/(width-theme.CaptionTextSize()))) + 1
	return lines*(text.Height+theme.LineSpacing()) + 6
}

func (l *list) show(o *fyne.Container, r row) {
	p := partsOf(o)
	o.Layout = lineLayout{indent(r)}
	on := r.group != nil && r.group.Ticked() || r.sheet != nil && r.sheet.Ticked
	p.check.OnChanged = nil
	some := r.group != nil && !on && r.group.some()
	if p.check.Checked != on || p.check.Partial != some {
		p.check.Checked, p.check.Partial = on, some
		p.check.Refresh()
	}
	p.check.OnChanged = func(bool) { l.toggle(r) }
	p.wrong.Hide()
	p.fill.Hide()
	if bold := r.group != nil || r.alone; bold != p.title.TextStyle.Bold {
		p.title.TextStyle.Bold = bold
		p.title.Refresh()
	}
	if g := r.group; g != nil {
		say(p.right, words.T("{{.N}} 件", map[string]int{"N": len(g.Sheets)}), widget.LowImportance)
		say(p.title, Kind(g.Number, g.Title), widget.MediumImportance)
		o.Layout.Layout(o.Objects, o.Size())
		return
	}
	s := r.sheet
	name := s.For
	switch {
	case r.alone && s.For != "":
		name = Kind(s.Number, s.Title) + "　" + s.For
	case r.alone:
		name = Kind(s.Number, s.Title)
	}
	say(p.title, name, widget.MediumImportance)
	l.fill(p, s)
	o.Layout.Layout(o.Objects, o.Size())
}

// fill shows what a paper lacks, or what went out of it, or else its copies.
func (l *list) fill(p parts, s *Sheet) {
	mark := s.Mark(l.now())
	if mark.Text == "" {
		mark.Text = s.About()
	}
	say(p.right, mark.Text, weights[mark.Weight])
	wrong := s.Wrong()
	if wrong == "" {
		return
	}
	say(p.wrong, wrong, widget.DangerImportance)
	p.wrong.Show()
	if s.Err != nil && len(s.Missing) > 0 {
		p.fill.OnTapped = func() { l.enter(s) }
		p.fill.Show()
	}
}

// say sets a label, without redrawing it in vain.
func say(l *widget.Label, text string, weight widget.Importance) {
	if l.Text != text || l.Importance != weight {
		l.Importance = weight
		l.SetText(text)
	}
}

var weights = map[Weight]widget.Importance{Plain: widget.LowImportance, Good: widget.SuccessImportance,
	Attention: widget.WarningImportance, Bad: widget.DangerImportance}

// parts are the widgets of a line.
type parts struct {
	check        *widget.Check
	title, right *widget.Label
	wrong        *widget.Label
	fill         *widget.Button
}

func newLine() *fyne.Container {
	title, right, wrong := widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel("")
	title.Truncation = fyne.TextTruncateEllipsis
	right.SizeName = theme.SizeNameCaptionText
	right.Alignment = fyne.TextAlignTrailing
	wrong.SizeName = theme.SizeNameCaptionText
	wrong.Importance = widget.DangerImportance
	wrong.Wrapping = fyne.TextWrapBreak
	return container.New(lineLayout{}, widget.NewCheck("", nil), title, right, wrong, look.Quiet(words.T("去填写"), nil, nil))
}

func partsOf(o *fyne.Container) parts {
	x := o.Objects
	return parts{x[0].(*widget.Check), x[1].(*widget.Label), x[2].(*widget.Label), x[3].(*widget.Label), x[4].(*widget.Button)}
}

// Measures of a line.
const (
	lineHeight = 30
	checkWidth = 30
	fillWidth  = 68
	under      = 22 // how far papers stand in under their heading
)

func indent(r row) float32 {
	if r.sheet != nil && !r.alone {
		return under
	}
	return 0
}

// lineLayout sets tick, name and mark in a row, and below what is wrong.
type lineLayout struct{ indent float32 }

// MinSize is a line's; the list gives more where something is wrong.
func (lineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, lineHeight) }

// Layout places the parts.
func (l lineLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	left := l.indent + checkWidth
	right := min(o[2].MinSize().Width, s.Width/2)
	s.Width -= theme.ScrollBarSize() / 2 // the bar lies over the list
	put(o[0], l.indent, 2, checkWidth, lineHeight)
	put(o[1], left, 0, s.Width-left-right, lineHeight)
	put(o[2], s.Width-right, 0, right, lineHeight)
	put(o[3], left, lineHeight-6, s.Width-left-fillWidth, s.Height-lineHeight+6)
	put(o[4], s.Width-fillWidth, lineHeight-4, fillWidth, 26)
}
