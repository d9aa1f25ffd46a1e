package words

import (
	"strconv"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// Zone is the zone in which the window shows times: the office's.
func Zone() *time.Location {
	z, err := time.LoadLocation(hearing.DefaultZone)
	if err != nil {
		return time.FixedZone("CST", 8*60*60) // the only zone of the country, should the table be missing
	}
	return z
}

// Date says 7月18日 星期二, with the year when it is not the year of near.
func Date(d calendar.Date, near time.Time) string {
	if d.IsZero() {
		return ""
	}
	if Language() == English {
		layout := "Mon 2 Jan"
		if d.Year() != near.Year() {
			layout = "Mon 2 Jan 2006"
		}
		return d.In(time.UTC).Format(layout)
	}
	s := Day(d) + " " + hearing.Weekday(d)
	if d.Year() != near.Year() {
		s = strconv.Itoa(d.Year()) + "年" + s
	}
	return s
}

// dayOf says a date with its year and weekday, as it stands in a sentence.
func dayOf(d calendar.Date) string {
	if d.IsZero() || Language() == English {
		return Date(d, time.Time{})
	}
	return strconv.Itoa(d.Year()) + "年" + Day(d) + "（" + hearing.Weekday(d) + "）"
}

// Day says a date without its year: 7月18日, or 18 Jul.
func Day(d calendar.Date) string {
	if Language() == English {
		return d.In(time.UTC).Format("2 Jan")
	}
	return strconv.Itoa(int(d.Month())) + "月" + strconv.Itoa(d.Day()) + "日"
}

// Brief says a date of this year as short as it can be: 7-18, or 18 Jul.
func Brief(d calendar.Date) string {
	if Language() == English {
		return Day(d)
	}
	return d.In(time.UTC).Format("1-2")
}

// Month says a month: 2023年7月, or July 2023.
func Month(d calendar.Date) string {
	if Language() == English {
		return d.In(time.UTC).Format("January 2006")
	}
	return strconv.Itoa(d.Year()) + "年" + strconv.Itoa(int(d.Month())) + "月"
}

// Days says from when to when: 2023年7月31日 – 8月6日, or 31 Jul – 6 Aug 2023.
func Days(from, to calendar.Date) string {
	year := func(d calendar.Date) string { return strconv.Itoa(d.Year()) }
	switch same := from.Year() == to.Year(); {
	case Language() == English && same:
		return Day(from) + " – " + Day(to) + " " + year(to)
	case Language() == English:
		return Day(from) + " " + year(from) + " – " + Day(to) + " " + year(to)
	case same:
		return year(from) + "年" + Day(from) + " – " + Day(to)
	}
	return year(from) + "年" + Day(from) + " – " + year(to) + "年" + Day(to)
}

// Weekday says a day of the week in a column's head: 周一, or Mon.
func Weekday(d calendar.Date) string {
	if Language() == English {
		return d.Weekday().String()[:3]
	}
	return "周" + string([]rune("日一二三四五六")[d.Weekday()])
}

// Clock says 09:00 in the office's zone.
func Clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(Zone()).Format("15:04")
}

// Range says when a session is: 2023年7月18日 星期二 09:00–11:30.
func Range(start, end time.Time) string {
	if start.IsZero() {
		return T("时间未定")
	}
	s := Date(calendar.DateOf(start.In(Zone())), time.Time{}) + " " + Clock(start)
	switch {
	case end.IsZero():
		return s
	case calendar.DateOf(end.In(Zone())) == calendar.DateOf(start.In(Zone())):
		return s + "–" + Clock(end)
	}
	return s + " – " + Date(calendar.DateOf(end.In(Zone())), start) + " " + Clock(end)
}

// Short says a time of this year without the year: 7月18日 星期二 09:00–11:30.
func Short(start, end, now time.Time) string {
	if start.IsZero() {
		return T("时间未定")
	}
	s := Date(calendar.DateOf(start.In(Zone())), now) + " " + Clock(start)
	if !end.IsZero() {
		s += "–" + Clock(end)
	}
	return s
}

// Moment says an instant to the minute: 2023-07-18 09:00.
func Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(Zone()).Format("2006-01-02 15:04")
}
