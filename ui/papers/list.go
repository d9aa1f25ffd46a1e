package papers

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

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
	enter  func(*Sheet)        // goes where what the paper lacks is put right
	enters func(*Sheet) string // what the button says that does; empty where none does
	keys   func(*fyne.KeyEvent) bool
	name   func(hearing.ID) string // of a session
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
	next := rows(groups, l.name)
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
	case at != l.at && (l.at < 0 || l.at >= len(l.rows) || l.rows[l.at].sheet != nil):
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
	all, _, _ := r.state()
	l.tick(!all, r.sheets()...)
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
		l.SetItemHeight(i, l.height(r))
	}
}

func (l *list) height(r row) float32 {
	if r.sheet == nil {
		return lineHeight
	}
	return lineHeight + l.underHeight(r)
}

// underHeight is the room of what stands below a paper's name.
func (l *list) underHeight(r row) float32 {
	under := r.sheet.Under().Text
	if under == "" {
		return 0
	}
	width := l.width - theme.Padding() - indent(r) - checkWidth - fillWidth - 2*theme.InnerPadding()
	if width < 60 {
		width = 60
	}
	text := fyne.MeasureText(under, theme.CaptionTextSize(), fyne.TextStyle{})
	lines := float32(int(text.Width/(width-theme.CaptionTextSize()))) + 1
	return lines*(text.Height+theme.LineSpacing()) + 6
}

func (l *list) show(o *fyne.Container, r row) {
	p := partsOf(o)
	o.Layout = lineLayout{indent(r)}
	on, some, can := r.state()
	some = some && !on
	p.check.OnChanged = nil
	if p.check.Checked != on || p.check.Partial != some {
		p.check.Checked, p.check.Partial = on, some
		p.check.Refresh()
	}
	p.check.OnChanged = func(bool) { l.toggle(r) }
	enableCheck(p.check, can)
	p.wrong.Hide()
	p.fill.Hide()
	if bold := r.sheet == nil || r.alone; bold != p.title.TextStyle.Bold {
		p.title.TextStyle.Bold = bold
		p.title.Refresh()
	}
	switch {
	case r.part != nil:
		say(p.right, words.T("{{.N}} 件", map[string]int{"N": len(r.part.sheets)}), widget.LowImportance)
		say(p.title, r.part.name, widget.HighImportance)
	case r.group != nil:
		say(p.right, words.T("{{.N}} 件", map[string]int{"N": len(r.group.Sheets)}), widget.LowImportance)
		say(p.title, r.group.name(), widget.MediumImportance)
	default:
		say(p.title, r.name(), widget.MediumImportance)
		l.fill(p, r.sheet)
	}
	o.Layout.Layout(o.Objects, o.Size())
}

// fill shows how many copies a paper has and why it is printed, and below it what
// it lacks or what has changed.
func (l *list) fill(p parts, s *Sheet) {
	mark := s.Mark(l.now())
	text := s.About()
	if mark.Text != "" {
		text += " · " + mark.Text
	}
	say(p.right, text, weights[mark.Weight])
	under := s.Under()
	if under.Text == "" {
		return
	}
	say(p.wrong, under.Text, weights[under.Weight])
	p.wrong.Show()
	if says := l.enters(s); says != "" {
		p.fill.SetText(says)
		p.fill.OnTapped = func() { l.enter(s) }
		p.fill.Show()
	}
}

func enableCheck(c *widget.Check, can bool) {
	if can != c.Disabled() {
		return
	}
	if can {
		c.Enable()
	} else {
		c.Disable()
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
