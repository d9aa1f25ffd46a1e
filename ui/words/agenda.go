package words

import (
	"time"

	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
)

// Task says what is to be done.
func Task(i agenda.Item) string {
	if i.Fields > 1 {
		return T("还有 {{.N}} 项没有填写。", map[string]int{"N": i.Fields})
	}
	return i.Finding.Text
}

// Group names a part of an agenda, and its day.
func Group(g agenda.Group, today calendar.Date) string {
	switch g.Part {
	case agenda.Late:
		return T("已逾期")
	case agenda.Later:
		return T("以后")
	case agenda.Undated:
		return T("待补正")
	}
	return Near(g.Day, today)
}

// Near says a day of this week by its distance: 今天 7月18日 星期二.
func Near(d, today calendar.Date) string {
	text := Date(d, today.In(time.UTC))
	switch d.Sub(today) {
	case 0:
		return T("今天") + "  " + text
	case 1:
		return T("明天") + "  " + text
	case 2:
		return T("后天") + "  " + text
	}
	return text
}
