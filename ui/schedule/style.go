package schedule

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// The sizes of texts on the calendar.
const (
	small  = 12
	normal = 13
)

// violet is the colour of announcements, on light and on dark paper.
var violet = [2]color.Color{color.NRGBA{R: 0x7A, G: 0x3E, B: 0x9D, A: 0xFF}, color.NRGBA{R: 0xC9, G: 0xA2, B: 0xE8, A: 0xFF}}

func ink(size float32) face { return face{size: size, colour: theme.Color(theme.ColorNameForeground)} }

func pale(size float32) face {
	return face{size: size, colour: theme.Color(theme.ColorNamePlaceHolder)}
}

// soft is between ink and pale: what is read second.
func soft(size float32) face {
	return face{size: size, colour: shade(theme.ColorNameForeground, 0xA8)}
}

func strong(size float32) face {
	f := ink(size)
	f.bold = true
	return f
}

// dark reports whether the window is.
func dark() bool {
	r, _, _, _ := theme.Color(theme.ColorNameBackground).RGBA()
	return r < 0x8000
}

// tint is an entry's colour: blue for a hearing, violet for an announcement,
// grey for what does not take place.
func tint(e hearing.Entry) color.Color {
	switch {
	case !e.State.Holds():
		return theme.Color(theme.ColorNamePlaceHolder)
	case e.Announcement && dark():
		return violet[1]
	case e.Announcement:
		return violet[0]
	}
	return theme.Color(theme.ColorNamePrimary)
}

// ground draws what an entry stands on: a tint, or only an edge while it is
// not decided on; a red edge where it clashes.
func ground(p *pen, e hearing.Entry, b box, chosen bool) {
	c := tint(e)
	fill, edge, width := thin(c, 0x22), color.Color(color.Transparent), float32(0)
	switch e.State {
	case hearing.Draft, hearing.Submitted, "":
		fill, edge, width = thin(c, 0x0A), thin(c, 0x90), 1
	case hearing.Cancelled, hearing.Postponed, hearing.Refused:
		fill = thin(c, 0x12)
	}
	if e.Clashes {
		edge, width = theme.Color(theme.ColorNameError), 1.5
	}
	if chosen {
		fill, width = thin(c, 0x40), 2
	}
	if chosen && !e.Clashes {
		edge = c
	}
	// Paper below it, or the lines of the grid shine through.
	p.fill(b, theme.Color(theme.ColorNameBackground), 4)
	p.frame(b, fill, edge, width, 4)
	if e.Clashes {
		c = theme.Color(theme.ColorNameError)
	}
	p.fill(box{b.x, b.y, 3, b.h}, c, 1.5)
}

// hollow draws where an entry was that is on its way.
func hollow(p *pen, e hearing.Entry, b box) {
	p.frame(b, thin(tint(e), 0x08), thin(tint(e), 0x50), 1, 4)
}

// shadow lifts what is dragged from the paper.
func shadow(p *pen, b box) {
	p.fill(box{b.x + 2, b.y + 3, b.w, b.h}, theme.Color(theme.ColorNameShadow), 5)
}

// inkOf is how an entry's text looks.
func inkOf(e hearing.Entry, size float32) face {
	if !e.State.Holds() {
		return pale(size)
	}
	return ink(size)
}

// oneLine draws an entry as "09:00 title" with its signs at the end.
func oneLine(p *pen, s segment, b box) {
	e := s.entry
	right := signs(p, e, b)
	f := inkOf(e, small)
	at := face{size: small, colour: tint(e)}
	x := b.x + 7
	x += p.text(startText(s), at, box{x, b.y, right - x, b.h}) + 4
	if w := p.text(titleOf(e), f, box{x, b.y, right - x, b.h}); !e.State.Holds() && w > 0 {
		p.fill(box{x, b.y + b.h/2, w, 1}, f.colour, 0)
	}
}

// startText is when a segment begins; what began the day before has an arrow.
func startText(s segment) string {
	if !s.begins {
		return "←"
	}
	return words.Clock(s.entry.Start)
}

// rangeText is when a segment's session is.
func rangeText(s segment) string {
	if !s.begins || !s.ends {
		return words.Short(s.entry.Start, s.entry.End, s.entry.Start)
	}
	return words.Clock(s.entry.Start) + "–" + words.Clock(s.entry.End)
}

func titleOf(e hearing.Entry) string {
	switch {
	case e.Veiled:
		return words.T("不公开听证")
	case e.Title != "":
		return e.Title
	case e.Announcement:
		return words.T("未命名的宣告送达")
	}
	return words.T("未命名的听证会")
}

// signs draws the lock of a closed hearing and the waves of a streamed one,
// and returns where they begin.
func signs(p *pen, e hearing.Entry, b box) float32 {
	x := b.x + b.w - 3
	if b.w < 70 {
		return x
	}
	for _, s := range signsOf(e) {
		x -= 15
		p.mark(s, box{x, b.y + (min(b.h, 18)-12)/2, 12, 12})
	}
	return x - 2
}

func signsOf(e hearing.Entry) []fyne.Resource {
	var out []fyne.Resource
	if e.Openness == hearing.NotOpen {
		out = append(out, lockIcon)
	}
	if e.Streamed {
		out = append(out, streamIcon)
	}
	return out
}

// The signs, in the colour of text.
var (
	lockIcon = theme.NewThemedResource(fyne.NewStaticResource("closed.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
		`<path fill="#000000" d="M18 10h-1V7A5 5 0 0 0 7 7v3H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2zM9 7a3 3 0 0 1 6 0v3H9z"/></svg>`)))
	streamIcon = theme.NewThemedResource(fyne.NewStaticResource("streamed.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
		`<path fill="#000000" d="M4 5h12a2 2 0 0 1 2 2v2.5l4-2.500v10l-4-2.500v2.500a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"/></svg>`)))
)

// A mark says what the office's calendar knows of a day.
type mark struct {
	rest   bool   // nobody works
	worked bool   // a weekend day that is worked
	name   string // the holiday
}

func markOf(days *calendar.Calendar, d calendar.Date) mark {
	if days == nil {
		return mark{}
	}
	works := days.Working(d)
	weekend := d.Weekday() == 0 || d.Weekday() == 6
	return mark{rest: !works, worked: works && weekend, name: days.Name(d)}
}

// label says 休 with the holiday, or 班.
func (m mark) label() string {
	switch {
	case m.worked:
		return words.T("班")
	case m.rest && m.name != "":
		return words.T("休") + " " + words.Holiday(m.name)
	}
	return ""
}

// dayName is a date in a cell: its number, with the month where it begins.
func dayName(d calendar.Date, always bool) string {
	if !always && d.Day() != 1 {
		return strconv.Itoa(d.Day())
	}
	return words.Day(d)
}
