package schedule

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A list shows the sessions one below the other, under their days.
type list struct {
	p      *page
	object fyne.CanvasObject
	filter *filter
	list   *keyed
	empty  *fyne.Container
	lines  []line
}

func newList(p *page) *list {
	l := &list{p: p, empty: container.NewStack()}
	l.filter = newFilter(l)
	l.list = &keyed{of: l}
	l.list.Length = func() int { return len(l.lines) }
	l.list.CreateItem = func() fyne.CanvasObject { return newRow() }
	l.list.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.lines) {
			o.(*row).show(p, l.lines[i])
		}
	}
	l.list.OnSelected = func(i widget.ListItemID) {
		l.list.UnselectAll()
		l.list.at = i
		if i < len(l.lines) && !l.lines[i].heading {
			p.openEntry(l.lines[i].entry)
		}
	}
	l.list.HideSeparators = true
	l.list.ExtendBaseWidget(l.list)
	l.object = container.NewBorder(container.New(&least{width: 360}, l.filter), nil, nil, nil, container.NewStack(l.list, l.empty))
	return l
}

// set shows the lines.
func (l *list) set(lines []line) {
	l.lines = lines
	l.empty.RemoveAll()
	switch {
	case len(lines) > 0:
	case l.p.model.filter != "":
		l.empty.Add(look.Empty(words.T("这段时间没有找到“{{.Text}}”。换一个标题、地点或姓名试试。", map[string]string{"Text": l.p.model.filter}), nil))
	default:
		l.empty.Add(look.Empty(words.T("这段时间没有听证会和宣告送达。"), l.p.sh.To(toHearing, widget.NewButton(words.T("新建听证会"), func() { l.p.begin(l.p.model.day) }))))
	}
	l.list.Refresh()
}

// keyed is a list that Enter opens too, and that knows the page's keys.
type keyed struct {
	widget.List
	of *list
	at int // the line that the keyboard is on
}

// FocusGained goes to the first session.
func (k *keyed) FocusGained() {
	k.List.FocusGained()
	if k.at < len(k.of.lines) && k.of.lines[k.at].heading {
		k.step(&fyne.KeyEvent{Name: fyne.KeyDown}, 1)
	}
}

// step goes to the next session, over the headings.
func (k *keyed) step(e *fyne.KeyEvent, by int) {
	to := k.at + by
	for to >= 0 && to < len(k.of.lines) && k.of.lines[to].heading {
		to += by
	}
	if to < 0 || to >= len(k.of.lines) {
		return
	}
	for ; k.at != to; k.at += by {
		k.List.TypedKey(e)
	}
}

// TypedKey takes Enter for Space.
func (k *keyed) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		k.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyUp:
		k.step(e, -1)
	case fyne.KeyDown:
		k.step(e, 1)
	case fyne.KeySpace:
		k.List.TypedKey(e)
	case fyne.KeyF:
		k.of.p.sh.Window.Canvas().Focus(k.of.filter)
	default:
		k.of.p.common(e)
	}
}

// A filter is the field above the list.
type filter struct {
	widget.Entry
	of *list
}

func newFilter(l *list) *filter {
	f := &filter{of: l}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(words.T("筛选：标题、地点、姓名"))
	f.OnChanged = func(s string) {
		l.p.model.filter, l.p.model.named = s, nil
		l.set(l.p.model.lines())
		l.p.readSoon()
	}
	return f
}

// TypedKey clears the field with Escape, and goes into the list with Enter.
func (f *filter) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && f.Text != "":
		f.SetText("")
	case e.Name == fyne.KeyEscape, e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter, e.Name == fyne.KeyDown:
		f.of.p.sh.Window.Canvas().Focus(f.of.list)
	default:
		f.Entry.TypedKey(e)
	}
}

// A row is one line of the list.
type row struct {
	layer
	p    *page
	line line
}

func newRow() *row {
	r := &row{}
	r.self = r
	r.paint = r.draw
	r.least = func() fyne.Size { return fyne.NewSize(400, 32) }
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(p *page, l line) {
	r.p, r.line = p, l
	r.Refresh()
}

func (r *row) draw(p *pen, size fyne.Size) {
	if r.p == nil {
		return
	}
	if r.line.heading {
		r.heading(p, size)
		return
	}
	e := r.line.entry
	p.fill(box{12, 6, 3, size.Height - 12}, tint(e), 1.5)
	x := float32(24)
	when := words.T("时间未定")
	if !e.Start.IsZero() {
		when = words.Clock(e.Start) + "–" + words.Clock(e.End)
	}
	p.text(when, pale(normal), box{x, 0, 100, size.Height})
	x += 100
	rest := size.Width - x - 12
	state := rest * 0.13
	room, presider := rest*0.22, rest*0.17
	title := rest - state - room - presider
	f := inkOf(e, 14)
	w := p.text(titleOf(e), f, box{x, 0, title - 56, size.Height})
	for i, s := range signsOf(e) {
		p.mark(s, box{x + w + 8 + float32(i)*18, (size.Height - 14) / 2, 14, 14})
	}
	if !e.State.Holds() {
		p.fill(box{x, size.Height / 2, w, 1}, f.colour, 0)
	}
	x += title
	p.text(e.RoomName, ink(normal), box{x, 0, room - 12, size.Height})
	x += room
	p.text(e.Presider, ink(normal), box{x, 0, presider - 12, size.Height})
	x += presider
	text, colour := words.Of(stateOf(e)), theme.Color(theme.ColorNamePlaceHolder)
	if e.Clashes {
		text, colour = words.T("有冲突"), theme.Color(theme.ColorNameError)
	}
	p.text(text, face{size: normal, colour: colour}, box{x, 0, state, size.Height})
}

// heading draws a day.
func (r *row) heading(p *pen, size fyne.Size) {
	l := r.line
	f := strong(normal)
	text := words.T("未排期")
	if !l.day.IsZero() {
		text = words.Date(l.day, r.p.sh.Now())
	}
	if l.past {
		f = pale(normal)
	}
	if l.first {
		text = words.T("以前") + "  " + text
	}
	if l.day == r.p.model.today && !l.past {
		f.colour = theme.Color(theme.ColorNamePrimary)
		text = words.T("今天") + "  " + text
	}
	x := 12 + p.text(text, f, box{12, 6, size.Width, size.Height - 6}) + 10
	if !l.day.IsZero() {
		g := pale(small)
		g.colour = theme.Color(theme.ColorNameError)
		k := markOf(r.p.sh.Days, l.day)
		if k.worked {
			g.colour = theme.Color(theme.ColorNameWarning)
		}
		x += p.text(k.label(), g, box{x, 6, 200, size.Height - 6}) + 10
	}
	p.fill(box{x, size.Height/2 + 3, size.Width - x - 12, 1}, theme.Color(theme.ColorNameSeparator), 0)
}

// topped puts one object above another, which takes what is left.
type topped struct{}

// MinSize is both, one above the other.
func (topped) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

// Layout gives the upper one its height.
func (topped) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(s.Width, h))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(s.Width, s.Height-h))
	o[1].Move(fyne.NewPos(0, h))
}

// least keeps a field at a width.
type least struct{ width float32 }

// MinSize is the field's, with the width.
func (l *least) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, o[0].MinSize().Height+8)
}

// Layout keeps the field at the left.
func (l *least) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(8, 2))
	o[0].Resize(fyne.NewSize(min(l.width, s.Width-16), o[0].MinSize().Height))
}
