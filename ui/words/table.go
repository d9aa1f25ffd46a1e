package words

import (
	"errors"
	"strconv"
	"strings"

	"hearingdesk/hearing/calendar"
)

// tableFaults are what is wrong with a table of holidays, and what to do.
var tableFaults = map[calendar.Fault]string{
	calendar.FaultFormat:  "“{{.Text}}”看不懂。请粘贴通知全文，或每行写“日期,休或班,节日”。",
	calendar.FaultYear:    "看不出是哪一年的放假安排{{.Quote}}。请连同标题一起粘贴；年份应在 1949 至 2100 之间。",
	calendar.FaultSource:  "没有写明来源。请填通知或决定的名称。",
	calendar.FaultEmpty:   "没有日期。请粘贴通知全文，或每行写“日期,休或班,节日”。",
	calendar.FaultDate:    "“{{.Text}}{{.Date}}”不是日期。请粘贴通知全文，或每行写“2027-01-01,休,元旦”这样的一天。",
	calendar.FaultKind:    "“{{.Text}}”应写“休”或“班”。",
	calendar.FaultName:    "{{.Date}} 没有写节日名称，请补上。",
	calendar.FaultReach:   "{{.Date}} 不在 {{.Year}} 年的安排之内，请核对年份。",
	calendar.FaultOverlap: "{{.Date}}{{.Text}} 写了两次，请删去一处。",
	calendar.FaultWork:    "{{.Date}} 不是周六、周日，不能是调休上班，请核对日期。",
	calendar.FaultCount:   "“{{.Text}}”的天数与所列日期不符，请核对原文。",
	calendar.FaultWeekday: "“{{.Text}}”的星期与日期不符，请核对原文。",
	calendar.FaultMissing: "缺少“{{.Text}}”的安排，可能没有粘贴完整。",
}

// Table says what is wrong with a table of holidays: where, what, and what to
// do next.
func Table(e *calendar.TableError) string {
	text := e.Text
	if r := []rune(text); len(r) > 40 {
		text = string(r[:40]) + "…"
	}
	values := map[string]any{"Text": text, "Date": e.Date, "Year": e.Year, "Quote": "", "Line": e.Line, "Column": e.Column}
	if text != "" {
		values["Quote"] = T("（“{{.Text}}”）", values)
	}
	what := T(tableFaults[e.Fault], values)
	switch {
	case e.Line > 0:
		return T("第 {{.Line}} 行第 {{.Column}} 列：", values) + what
	case e.Year > 0 && !strings.Contains(what, strconv.Itoa(e.Year)):
		return T("{{.Year}} 年：", values) + what
	}
	return what
}

// tableError is the fault in an error, if it is one of a table.
func tableError(err error) *calendar.TableError {
	var e *calendar.TableError
	errors.As(err, &e)
	return e
}
