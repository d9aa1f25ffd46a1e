package schedule

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// The measures of the month.
const (
	weekHead   = 26 // the weekdays' names
	numberLine = 24 // a day's number
	entryLine  = 19 // an entry
)

// A month draws six weeks and tells what lies where.
type month struct{ p *page }

func (m month) cell(size fyne.Size, i int) box {
	w, h := size.Width/7, (size.Height-weekHead)/6
	return box{float32(i%7) * w, weekHead + float32(i/7)*h, w, h}
}

// at returns the day at a position.
func (m month) at(pos fyne.Position, size fyne.Size) (spot, bool) {
	if pos.X < 0 || pos.Y < weekHead || pos.X >= size.Width || pos.Y >= size.Height {
		return spot{}, false
	}
	col, row := int(pos.X/(size.Width/7)), int((pos.Y-weekHead)/((size.Height-weekHead)/6))
	first, _ := m.p.model.span()
	return spot{day: first.AddDays(row*7 + col), minute: -1}, true
}

func (m month) paint(p *pen, b *board, size fyne.Size) {
	first, n := m.p.model.span()
	line := theme.Color(theme.ColorNameSeparator)
	for i := range 7 {
		d := first.AddDays(i)
		c := m.cell(size, i)
		f := pale(small)
		p.text(words.Weekday(d), f, box{c.x + 8, 0, c.w - 8, weekHead})
	}
	for i := range n {
		m.day(p, b, m.cell(size, i), first.AddDays(i))
	}
	for i := range 7 {
		c := m.cell(size, i)
		if i > 0 {
			p.fill(box{c.x, weekHead, 1, size.Height - weekHead}, line, 0)
		}
		p.fill(box{0, m.cell(size, i*7%42).y, size.Width, 1}, line, 0)
	}
	p.fill(box{0, size.Height - 1, size.Width, 1}, line, 0)
	if m.p.model.shows(m.p.model.day) {
		c := m.cell(size, m.p.model.day.Sub(first))
		p.frame(box{c.x, c.y, c.w + 1, c.h + 1}, color.Transparent, shade(theme.ColorNamePrimary, b.edge()), 2, 3)
	}
}

// day draws one cell.
func (m month) day(p *pen, b *board, c box, d calendar.Date) {
	model := &m.p.model
	k := markOf(m.p.sh.Days, d)
	if k.rest {
		p.fill(c, theme.Color(theme.ColorNameHeaderBackground), 0)
	}
	if d == model.day {
		p.fill(c, shade(theme.ColorNamePrimary, 0x0C), 0)
	}
	b.area(c, hit{what: onDay, day: d})
	m.number(p, b, c, d, k)
	list := model.days[d]
	room := max(int((c.h-numberLine-2)/entryLine), 1)
	shown := len(list)
	if shown > room {
		shown = room - 1
	}
	for i := range shown {
		s := list[i]
		e := box{c.x + 4, c.y + numberLine + float32(i)*entryLine, c.w - 7, entryLine - 2}
		if m.p.lifted(s) {
			hollow(p, s.entry, e)
		} else {
			ground(p, s.entry, e, s.entry.Session == model.entry)
			oneLine(p, s, e)
		}
		b.area(e, hit{what: onEntry, day: d, segment: s})
	}
	if rest := len(list) - shown; rest > 0 {
		e := box{c.x + 4, c.y + numberLine + float32(shown)*entryLine, c.w - 7, entryLine - 2}
		f := pale(small)
		f.colour = theme.Color(theme.ColorNameHyperlink)
		text := words.T("还有 {{.N}} 场", map[string]int{"N": rest})
		if slices.ContainsFunc(list[shown:], func(s segment) bool { return s.entry.Clashes }) {
			f.colour = theme.Color(theme.ColorNameError)
			text = words.T("还有 {{.N}} 场，有冲突", map[string]int{"N": rest})
		}
		p.text(text, f, box{e.x + 7, e.y, e.w - 7, e.h})
		b.area(e, hit{what: onMore, day: d})
	}
}

// number draws the head of a cell: the day, and what the calendar says of it.
func (m month) number(p *pen, b *board, c box, d calendar.Date, k mark) {
	f := ink(normal)
	switch {
	case d == m.p.model.today:
		f = strong(normal)
		f.colour = theme.Color(theme.ColorNameForegroundOnPrimary)
	case d.Month() != m.p.model.day.Month():
		f = pale(normal)
	}
	name := dayName(d, false)
	w := f.width(name)
	if d == m.p.model.today {
		round := max(w+10, 20)
		p.fill(box{c.x + 8 + (w-round)/2, c.y + 3, round, 20}, theme.Color(theme.ColorNamePrimary), 10)
	}
	p.text(name, f, box{c.x + 8, c.y + 3, c.w, 20})
	b.area(box{c.x, c.y, max(w+16, 34), numberLine}, hit{what: onNumber, day: d})
	if text := k.label(); text != "" {
		g := face{size: small, colour: theme.Color(theme.ColorNameError)}
		if k.worked {
			g.colour = theme.Color(theme.ColorNameWarning)
		}
		if d.Month() != m.p.model.day.Month() {
			g.colour = thin(g.colour, 0x90)
		}
		left := c.x + max(w+16, 30)
		free := c.x + c.w - 28 - left // the “+” keeps its place
		text = cut(text, free, g.width)
		p.text(text, g, box{left, c.y + 3, free, 20})
	}
	b.area(m.add(c), hit{what: onAdd, day: d})
}

// add is where a cell's “+” stands while the pointer is over the cell.
func (m month) add(c box) box { return box{c.x + c.w - 25, c.y + 2, 22, 22} }

// over draws the “+” of the cell below the pointer, and a session on its way.
func (m month) over(p *pen, b *board, size fyne.Size) {
	first, _ := m.p.model.span()
	if d := m.p.drag; d != nil {
		i := d.spot.day.Sub(first)
		if i >= 0 && i < 42 {
			p.frame(m.cell(size, i).inset(1), shade(theme.ColorNamePrimary, 0x18), theme.Color(theme.ColorNamePrimary), 2, 3)
		}
		g := box{d.pos.X - d.grip.X, d.pos.Y - d.grip.Y, d.size.Width, d.size.Height}
		s := d.ghost()
		shadow(p, g)
		ground(p, s.entry, g, !s.entry.Clashes)
		oneLine(p, s, g)
		d.card(p, g, box{0, 0, size.Width, size.Height})
		return
	}
	if b.hover == nil {
		return
	}
	s, ok := m.at(*b.hover, size)
	if !ok {
		return
	}
	at := m.add(m.cell(size, s.day.Sub(first)))
	ground := theme.Color(theme.ColorNameButton)
	if at.has(*b.hover) {
		ground = shade(theme.ColorNamePrimary, 0x30)
	}
	p.fill(at, ground, 4)
	p.mark(theme.ContentAddIcon(), at.inset(3))
}
