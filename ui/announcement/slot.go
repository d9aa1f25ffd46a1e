package announcement

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// at is a time of day on a date.
func at(d calendar.Date, minutes int, zone *time.Location) time.Time {
	return d.In(zone).Add(time.Duration(minutes) * time.Minute)
}

// split is a moment as a form shows it: a date and minutes since midnight, -1
// for none.
func split(t time.Time) (calendar.Date, int) {
	if t.IsZero() {
		return calendar.Date{}, -1
	}
	t = t.In(words.Zone())
	return calendar.DateOf(t), t.Hour()*60 + t.Minute()
}

// OnDate moves a slot to a date; a slot without a time gets the usual one.
func OnDate(s hearing.Slot, d calendar.Date) hearing.Slot {
	_, start := split(s.Start)
	length := time.Duration(usualEnd-usualStart) * time.Minute
	if s.Set() {
		length = s.End.Sub(s.Start)
	}
	switch {
	case d.IsZero():
		s.Start, s.End = time.Time{}, time.Time{}
		return s
	case start < 0:
		start = usualStart
	}
	s.Start = at(d, start, words.Zone())
	s.End = s.Start.Add(length)
	return s
}

// From sets the time at which a slot begins and keeps its length.
func From(s hearing.Slot, minutes int) hearing.Slot {
	d, _ := split(s.Start)
	if minutes < 0 || d.IsZero() {
		return s
	}
	length := time.Duration(usualEnd-usualStart) * time.Minute
	if s.Set() {
		length = s.End.Sub(s.Start)
	}
	s.Start = at(d, minutes, words.Zone())
	s.End = s.Start.Add(length)
	return s
}

// Until sets the time at which a slot ends.
func Until(s hearing.Slot, minutes int) hearing.Slot {
	d, _ := split(s.Start)
	switch {
	case d.IsZero():
	case minutes < 0:
		s.End = time.Time{}
	default:
		s.End = at(d, minutes, words.Zone())
	}
	return s
}

// slotRows are the rows of the date and the time of the ceremony.
func (p *page) slotRows() []fyne.CanvasObject {
	change := func(name string, f func(hearing.Slot) hearing.Slot) {
		p.e.Change(name, func(a *hearing.Announcement) { a.Slot = f(a.Slot) })
		p.form.Show()
	}
	day := field.NewDate(calendar.Date{}, p.sh.Day(words.Zone()), func(typed string, d calendar.Date, err error) {
		if err != nil {
			p.e.Keep("date", typed)
			return
		}
		change("date", func(s hearing.Slot) hearing.Slot { return OnDate(s, d) })
	})
	clock := func(name string, set func(hearing.Slot, int) hearing.Slot) *field.Clock {
		return field.NewClock(-1, func(typed string, m int, err error) {
			if err != nil || p.e.Value().Start.IsZero() {
				p.e.Keep(name, typed)
				return
			}
			change(name, func(s hearing.Slot) hearing.Slot { return set(s, m) })
		})
	}
	start, end := clock("start", From), clock("end", Until)
	show := func(name string, c *field.Clock, of func(hearing.Announcement) time.Time) func(hearing.Announcement) {
		return func(a hearing.Announcement) {
			if typed, ok := p.e.Typed(name); ok {
				c.SetText(typed)
				return
			}
			_, m := split(of(a))
			c.Set(m)
		}
	}
	return []fyne.CanvasObject{
		p.form.Custom("date", words.T("日期"), day, func(a hearing.Announcement) {
			if typed, ok := p.e.Typed("date"); ok {
				day.SetText(typed)
				return
			}
			d, _ := split(a.Start)
			day.Set(d)
		}),
		field.RowOf(words.T("起止时间"), container.NewGridWithColumns(2,
			p.form.Custom("start", "", start, show("start", start, func(a hearing.Announcement) time.Time { return a.Start })),
			p.form.Custom("end", "", end, show("end", end, func(a hearing.Announcement) time.Time { return a.End })))),
	}
}
