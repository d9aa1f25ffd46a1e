package papers

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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
	focus int  // the row that has the keyboard, as the widget counts
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
		l.focus = i
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
	next := rows(groups)
	if len(next) != len(l.rows) {
		l.stand(0)
	}
	l.rows = next
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
		l.stand(at)
		l.Select(at)
	default:
		return // it is there
	}
	l.at = at
}

// stand takes the keyboard to a row.
func (l *list) stand(at int) {
	for l.focus < at && l.focus < len(l.rows)-1 {
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		l.focus++
	}
	for l.focus > at && l.focus > 0 {
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
		l.focus--
	}
}

// TypedKey goes through the papers with the arrows and ticks with Space.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown:
		to := l.at + 1
		if e.Name == fyne.KeyUp {
			to = l.at - 1
		}
		l.stand(min(max(to, 0), len(l.rows)-1))
		l.Select(l.focus)
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
	if can := r.group != nil && r.group.ready() || r.sheet != nil && r.sheet.Ready(); can == p.check.Disabled() {
		if can {
			p.check.Enable()
		} else {
			p.check.Disable()
		}
	}
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
