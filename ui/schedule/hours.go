package schedule

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// The measures of the week and the day.
const (
	axisWidth  = 52
	columnHead = 44
	hourHeight = 52 // at least
	blockLine  = 17 // a line of text in a block
	narrow     = 72 // a block that has room for its time and title only
	leastBlock = 19 // the height of the shortest session
)

// An axis draws the hours of a week or a day and tells what lies where.
type axis struct {
	p        *page
	columns  []column
	from, to int // hours
}

// read takes the columns out of the model. It reports whether other hours are
// shown than before.
func (a *axis) read() bool {
	from, to := a.from, a.to
	a.columns = a.p.model.columns()
	a.from, a.to = hours(a.columns)
	return from != a.from || to != a.to
}

func (a *axis) least() fyne.Size {
	return fyne.NewSize(400, float32(a.to-a.from)*hourHeight+8)
}

func (a *axis) column(size fyne.Size, i int) box {
	w := (size.Width - axisWidth) / float32(len(a.columns))
	return box{axisWidth + float32(i)*w, 0, w, size.Height}
}

// y is where a minute of the day is.
func (a *axis) y(size fyne.Size, minute int) float32 {
	return 6 + float32(minute-a.from*60)*(size.Height-8)/float32((a.to-a.from)*60)
}

func (a *axis) at(pos fyne.Position, size fyne.Size) (spot, bool) {
	if len(a.columns) == 0 || size.Height < 16 {
		return spot{}, false
	}
	i := int((pos.X - axisWidth) / ((size.Width - axisWidth) / float32(len(a.columns))))
	if pos.X < axisWidth {
		i = 0
	}
	c := a.columns[min(max(i, 0), len(a.columns)-1)]
	m := a.from*60 + int((pos.Y-6)*float32((a.to-a.from)*60)/(size.Height-8))
	return spot{day: c.day, minute: min(max(m, 0), wholeDay), room: c.room, byRoom: c.byRoom}, true
}

// head draws what stands above the columns.
func (a *axis) head(p *pen, size fyne.Size) {
	for i, c := range a.columns {
		b := a.column(size, i)
		k := markOf(a.p.sh.Days, c.day)
		if k.rest && !c.byRoom {
			p.fill(b, theme.Color(theme.ColorNameHeaderBackground), 0)
		}
		if i > 0 {
			p.fill(box{b.x, 8, 1, size.Height - 8}, theme.Color(theme.ColorNameSeparator), 0)
		}
		if a.p.model.mode == byDay {
			a.roomHead(p, b, c)
		} else {
			a.dayHead(p, b, c.day, k)
		}
	}
	p.fill(box{0, size.Height - 1, size.Width, 1}, theme.Color(theme.ColorNameSeparator), 0)
}

func (a *axis) roomHead(p *pen, b box, c column) {
	switch {
	case !c.byRoom:
		p.text(words.T("这一天没有安排"), pale(normal), box{b.x + 8, 0, b.w - 16, b.h})
	case c.room == "":
		p.text(words.T("地点未定"), pale(normal), box{b.x + 8, 0, b.w - 16, b.h})
	default:
		p.text(c.name, strong(normal), box{b.x + 8, 0, b.w - 16, b.h})
	}
}

func (a *axis) dayHead(p *pen, b box, d calendar.Date, k mark) {
	f, g := strong(18), pale(small)
	name := dayName(d, false)
	w := f.width(name)
	left := b.x + 8
	if d == a.p.model.today {
		p.fill(box{left - 3, 8, max(w+12, 28), 28}, theme.Color(theme.ColorNamePrimary), 14)
		f.colour = theme.Color(theme.ColorNameForegroundOnPrimary)
		left += max((28-w)/2, 6) - 3
	}
	p.text(name, f, box{left, 8, b.w, 28})
	left += w + 14
	p.text(words.Weekday(d), g, box{left, 8, b.x + b.w - left, 28})
	left += g.width(words.Weekday(d)) + 8
	if k.label() != "" {
		g.colour = theme.Color(theme.ColorNameError)
		if k.worked {
			g.colour = theme.Color(theme.ColorNameWarning)
		}
		p.text(k.label(), g, box{left, 8, b.x + b.w - left - 2, 28})
	}
	if d == a.p.model.day {
		p.fill(box{b.x + 1, b.h - 3, b.w - 1, 3}, theme.Color(theme.ColorNamePrimary), 0)
	}
}

func (a *axis) paint(p *pen, b *board, size fyne.Size) {
	line, fine := theme.Color(theme.ColorNameSeparator), shade(theme.ColorNameSeparator, 0x80)
	for i, c := range a.columns {
		at := a.column(size, i)
		if markOf(a.p.sh.Days, c.day).rest && !c.byRoom {
			p.fill(at, theme.Color(theme.ColorNameHeaderBackground), 0)
		}
		b.area(at, hit{what: onDay, day: c.day})
	}
	f := pale(small)
	for h := a.from; h <= a.to; h++ {
		y := a.y(size, h*60)
		p.fill(box{axisWidth - 4, y, size.Width - axisWidth + 4, 1}, line, 0)
		if h < a.to {
			p.fill(box{axisWidth, a.y(size, h*60+30), size.Width - axisWidth, 1}, fine, 0)
		}
		name := fmt.Sprintf("%02d:00", h)
		p.text(name, f, box{axisWidth - 10 - f.width(name), min(y-8, size.Height-17), 60, 16})
	}
	for i := range a.columns {
		at := a.column(size, i)
		p.fill(box{at.x, 0, 1, size.Height}, line, 0)
	}
	a.now(p, size)
	for i := range a.columns {
		at := a.column(size, i)
		for _, s := range a.columns[i].segments {
			e := a.block(size, at, s)
			if a.p.lifted(s) {
				hollow(p, s.entry, e)
			} else {
				a.entry(p, e, s)
			}
			b.area(e, hit{what: onEntry, day: s.day, segment: s})
		}
	}
}

// block is where a segment stands.
func (a *axis) block(size fyne.Size, at box, s segment) box {
	lanes := float32(max(s.lanes, 1))
	w := (at.w - 8) / lanes
	y := a.y(size, s.from)
	return box{at.x + 3 + float32(s.lane)*w, y + 1, w*float32(max(s.across, 1)) - 2, max(a.y(size, s.to)-y-1, leastBlock)}
}

// entry draws a block: when, what, where and who presides.
func (a *axis) entry(p *pen, b box, s segment) {
	ground(p, s.entry, b, s.entry.Session == a.p.model.entry)
	if b.h < 2*blockLine+4 {
		oneLine(p, s, box{b.x, b.y, b.w, min(b.h, 20)})
		return
	}
	e := s.entry
	room := int((b.h - 4) / blockLine)
	x, y, w := b.x+9, b.y+3, b.w-14
	right := signs(p, e, box{b.x, y, b.w, blockLine})
	when := face{size: small, colour: tint(e)}
	if text := rangeText(s); when.width(text) <= right-x {
		p.text(text, when, box{x, y, right - x, blockLine})
	} else {
		p.text(startText(s), when, box{x - 3, y, b.w - 6, blockLine})
	}
	var below []string
	if b.w > narrow {
		below = a.details(e)
	}
	f := inkOf(e, normal)
	f.bold = e.State.Holds()
	titles := max(room-1-len(below), 1)
	n := p.lines(titleOf(e), f, box{x, y + blockLine, w, 0}, blockLine, titles)
	if !e.State.Holds() {
		for i, l := range wrap(titleOf(e), w, titles, f.width) {
			p.fill(box{x, y + blockLine*float32(i+1) + blockLine/2, f.width(l), 1}, f.colour, 0)
		}
	}
	for i, t := range below {
		if 1+n+i >= room {
			return
		}
		p.text(t, soft(small), box{x, y + blockLine*float32(1+n+i), w, blockLine})
	}
}

// details are the lines below a block's title.
func (a *axis) details(e hearing.Entry) []string {
	var out []string
	byRoom := a.p.model.mode == byDay
	if !byRoom && e.RoomName != "" {
		out = append(out, e.RoomName)
	}
	if e.Presider != "" {
		out = append(out, words.T("主持人 {{.Name}}", map[string]string{"Name": e.Presider}))
	}
	if byRoom && e.Recorder != "" {
		out = append(out, words.T("书记员 {{.Name}}", map[string]string{"Name": e.Recorder}))
	}
	if byRoom {
		out = append(out, words.Of(stateOf(e)))
	}
	return out
}

// now draws the line of the present moment.
func (a *axis) now(p *pen, size fyne.Size) {
	at := minute(a.p.sh.Now().In(a.p.model.zone))
	if at < a.from*60 || at > a.to*60 {
		return
	}
	for i, c := range a.columns {
		if c.day != a.p.model.today {
			continue
		}
		b, y := a.column(size, i), a.y(size, at)
		red := theme.Color(theme.ColorNameError)
		p.fill(box{b.x, y - 1, b.w, 2}, red, 0)
		if i == 0 || a.p.model.mode == byWeek {
			p.fill(box{b.x - 4, y - 4, 8, 8}, red, 4)
		}
	}
}

// over draws a session on its way, where it would come to stand.
func (a *axis) over(p *pen, _ *board, size fyne.Size) {
	d := a.p.drag
	if d == nil {
		return
	}
	for i, c := range a.columns {
		if c.day != calendar.DateOf(d.to.Start.In(a.p.model.zone)) || c.byRoom && c.room != d.to.Room {
			continue
		}
		at := a.column(size, i)
		from := minute(d.to.Start.In(a.p.model.zone))
		s := d.ghost()
		s.from, s.to = from, from+int(d.to.End.Sub(d.to.Start).Minutes())
		view := box{0, a.p.scroll.Offset.Y, size.Width, min(a.p.scroll.Size().Height, size.Height)}
		b := a.block(size, at, s)
		shadow(p, b)
		a.entry(p, b, s)
		d.card(p, b, view)
		return
	}
}
