package document

import (
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// The marks below stand between a template's output and the markup. They are
// noncharacters of Unicode, which no text may contain, so nothing that somebody
// typed can be taken for markup.
const (
	markOpen     = '\uFDD0' // a value begins: no markup until markClose
	markClose    = '\uFDD1'
	markBreak    = '\uFDD2' // a line break inside a value
	markBlank    = '\uFDD3' // a blank begins: digits, then markBlankEnd
	markBlankEnd = '\uFDD4'
	markInk      = '\uFDD5' // a drawing begins: its strokes, then markInkEnd
	markInkEnd   = '\uFDD6'
)

// textBlank is the length in characters of the blank that stands for a text
// that is missing.
const textBlank = 8

// A Text is a value of the dictionary. An empty one is false in a template and
// is printed as a blank to be filled in by hand.
type Text string

// String returns the text as the template's output carries it.
func (t Text) String() string {
	if t == "" {
		return blankOf(textBlank)
	}
	return literal(string(t))
}

// A Day is a date of the dictionary, held as 2023-07-18; empty is no date.
type Day string

// String returns 2023年7月18日, or a blank to be filled in.
func (d Day) String() string {
	t, ok := d.time()
	if !ok {
		return blankOf(4) + "年" + blankOf(2) + "月" + blankOf(2) + "日"
	}
	return literal(printDate(t))
}

func (d Day) time() (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}

// A Moment is a time of the dictionary in the office's zone, held as
// 2023-07-18T09:00; empty is none.
type Moment string

const momentForm = "2006-01-02T15:04"

// String returns 2023年7月18日（星期二）上午9时00分, or a blank to be filled in.
func (m Moment) String() string {
	t, ok := m.time()
	if !ok {
		return Day("").String() + blankOf(2) + "时" + blankOf(2) + "分"
	}
	return literal(printDate(t) + "（" + weekday(t) + "）" + printClock(t))
}

func (m Moment) time() (time.Time, bool) {
	t, err := time.Parse(momentForm, string(m))
	return t, err == nil
}

// A Marked is text that carries markup on purpose: what a function of the
// dictionary put together from several values.
type Marked string

// day returns the date as a value.
func day(d calendar.Date) Day { return Day(d.String()) }

// moment returns the time in a zone as a value.
func moment(t time.Time, zone *time.Location) Moment {
	if t.IsZero() {
		return ""
	}
	return Moment(t.In(zone).Format(momentForm))
}

// literal guards a value against the markup and drops what cannot be printed.
func literal(s string) string {
	var b strings.Builder
	b.WriteRune(markOpen)
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\n':
			b.WriteRune(markBreak)
		case r < ' ' || r == 0x7f:
			b.WriteRune(' ')
		case r >= 0xFDD0 && r <= 0xFDEF:
			b.WriteRune('\uFFFD')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteRune(markClose)
	return b.String()
}

// blankOf returns the mark of a blank of n characters.
func blankOf(n int) string {
	return string(markBlank) + strconv.Itoa(min(max(n, 1), 40)) + string(markBlankEnd)
}

func printDate(t time.Time) string {
	return strconv.Itoa(t.Year()) + "年" + strconv.Itoa(int(t.Month())) + "月" + strconv.Itoa(t.Day()) + "日"
}

func weekday(t time.Time) string { return hearing.Weekday(calendar.DateOf(t)) }

// printClock returns the time of day as notices print it: 上午9时00分, 下午2时30分.
func printClock(t time.Time) string {
	return half(t) + strconv.Itoa(hour(t)) + "时" + t.Format("04") + "分"
}

// half names the part of the day.
func half(t time.Time) string {
	switch h := t.Hour(); {
	case h < 6:
		return "凌晨"
	case h < 12:
		return "上午"
	case h == 12:
		return "中午"
	case h < 18:
		return "下午"
	}
	return "晚上"
}

func hour(t time.Time) int {
	if t.Hour() > 12 {
		return t.Hour() - 12
	}
	return t.Hour()
}

// span prints a time range without saying anything twice: the date only once,
// 上午 or 下午 only where it changes.
func span(start, end Moment) Text {
	s, ok := start.time()
	if !ok {
		return ""
	}
	out := printDate(s) + "（" + weekday(s) + "）" + printClock(s)
	e, ok := end.time()
	if !ok || !e.After(s) {
		return Text(out)
	}
	switch {
	case calendar.DateOf(e) != calendar.DateOf(s):
		out += "至" + printDate(e) + "（" + weekday(e) + "）" + printClock(e)
	case half(e) != half(s):
		out += "至" + printClock(e)
	default:
		out += "至" + strings.TrimPrefix(printClock(e), half(e))
	}
	return Text(out)
}
