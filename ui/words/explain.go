package words

import (
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// Explain says, one step a line, how a finding's date came about: what it
// starts from, what is not counted, where the count ends, each rest day that
// moves it, and the last day. It is empty where nothing was counted.
func Explain(f hearing.Finding) []string {
	c := f.Count
	if c == nil {
		return nil
	}
	var lines []calendar.Line
	back := c.Due == nil
	switch {
	case c.Due != nil:
		lines = c.Due.Explain()
	case c.Limit != nil:
		lines = c.Limit.Explain()
	}
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		if s := step(l, c.Name, back); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// step says one step of a calculation.
func step(l calendar.Line, event string, back bool) string {
	v := map[string]any{"Day": dayOf(l.Date), "To": dayOf(l.To), "Event": event, "Time": hour(l.At),
		"Length": Length(l.N, l.Unit), "Days": Length(l.N, calendar.Day), "Why": reason(l)}
	switch l.Kind {
	case calendar.LineStart:
		return start(l, v)
	case calendar.LineUncounted:
		return T("从{{.Day}}{{.Time}}算起。", v)
	case calendar.LineSkipped:
		return skipped(l, v)
	case calendar.LineRaw:
		return T("{{.Length}}，算到{{.Day}}{{.Time}}。", v)
	case calendar.LineClamped:
		return T("那个月没有对应的日子，取该月最后一日{{.Day}}。", v)
	case calendar.LinePause:
		return T("{{.Day}}中止，{{.To}}恢复，停了{{.Days}}。", v)
	case calendar.LineMoved:
		return T("因中止顺延{{.Days}}，算到{{.Day}}。", v)
	case calendar.LineOpen:
		return T("{{.Day}}中止，尚未恢复，还剩{{.Length}}，所以还没有届满日。", v)
	case calendar.LineRest:
		if back {
			return T("{{.Day}}是{{.Why}}，提前一日。", v)
		}
		return T("{{.Day}}是{{.Why}}，顺延一日。", v)
	case calendar.LineFixed:
		return T("{{.Day}}是{{.Why}}，但这类期限不顺延。", v)
	case calendar.LineWorked, calendar.LineCounted:
		return T("{{.Day}}是周末，但调休上班，按工作日算。", v)
	case calendar.LineUnknown:
		return T("没有{{.Year}}年的节假日表，只按周末推算，请在国务院办公厅的通知发布后核对。", map[string]int{"Year": l.N})
	case calendar.LineDue:
		return T("最后一日：{{.Day}}{{.Time}}。", v)
	case calendar.LineEvent:
		return T("{{.Day}}：{{.Event}}。从这一日往回数。", v)
	case calendar.LineHard:
		if l.Strict {
			return T("中间须空出{{.Length}}（从严计算），最迟{{.Day}}。", v)
		}
		return T("往回数{{.Length}}，最迟{{.Day}}。", v)
	case calendar.LineAdvise:
		return T("最好在{{.Day}}前办好，这是最迟日当日或之前的工作日。", v)
	}
	return ""
}

// start says what a period starts from, which is not counted itself.
func start(l calendar.Line, v map[string]any) string {
	if !l.At.IsZero() {
		return T("{{.Day}}{{.Time}}：{{.Event}}。期限由此起算，当时不计算在内。", v)
	}
	return T("{{.Day}}：{{.Event}}。期限由此起算，当日不计算在内。", v)
}

// skipped says which rest days a count of working days leaves out.
func skipped(l calendar.Line, v map[string]any) string {
	if l.N <= 1 {
		return T("{{.Day}}是{{.Why}}，不计算。", v)
	}
	return T("{{.Day}}至{{.To}}是{{.Why}}，{{.Days}}不计算。", v)
}

// reason says why a day is a rest day.
func reason(l calendar.Line) string {
	switch {
	case l.Name == "":
		return T("周末")
	case l.Region != "":
		return T("{{.Region}}的{{.Name}}", map[string]string{"Region": l.Region, "Name": Holiday(l.Name)})
	}
	return Holiday(l.Name)
}

// hour says the instant of a period that is counted in hours, after a date.
func hour(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return " " + t.In(Zone()).Format("15:04")
}

// Length says how long a period is: 3日, 15个工作日, 2个月. English has another
// word for one than for several.
func Length(n int, u calendar.Unit) string {
	if n == 1 {
		return one(u)
	}
	v := map[string]int{"N": n}
	switch u {
	case calendar.Hour:
		return T("{{.N}}小时", v)
	case calendar.WorkingDay:
		return T("{{.N}}个工作日", v)
	case calendar.Month:
		return T("{{.N}}个月", v)
	}
	return T("{{.N}}日", v)
}

func one(u calendar.Unit) string {
	switch u {
	case calendar.Hour:
		return T("1小时")
	case calendar.WorkingDay:
		return T("1个工作日")
	case calendar.Month:
		return T("1个月")
	}
	return T("1日")
}
