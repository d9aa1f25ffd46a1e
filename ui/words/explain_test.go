package words_test

import (
	"slices"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

func date(t testing.TB, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestExplain reads the steps of periods as a clerk would: forward and back,
// over rest days, pauses, a short month, a year without a table, in hours.
func TestExplain(t *testing.T) {
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		t.Fatal(err)
	}
	due := func(event string, d calendar.Due) hearing.Finding {
		return hearing.Finding{Count: &hearing.Counting{Name: event, Due: &d}}
	}
	back := func(l calendar.Limit) hearing.Finding {
		return hearing.Finding{Count: &hearing.Counting{Name: "听证会", Limit: &l}}
	}
	for _, c := range []struct {
		name string
		f    hearing.Finding
		want []string
	}{
		{"nothing was counted", hearing.Finding{}, nil},
		{"E1: from the decision to the service", due("作出检察建议书", days.After(date(t, "2023-07-28"), calendar.Days(3))), []string{
			"2023年7月28日（星期五）：作出检察建议书。期限由此起算，当日不计算在内。", "从2023年7月29日（星期六）算起。",
			"3日，算到2023年7月31日（星期一）。", "最后一日：2023年7月31日（星期一）。"}},
		{"V2: two months into National Day", due("送达检察建议书", days.After(date(t, "2023-08-01"), calendar.Months(2))), []string{
			"2023年8月1日（星期二）：送达检察建议书。期限由此起算，当日不计算在内。", "从2023年8月2日（星期三）算起。", "2个月，算到2023年10月1日（星期日）。",
			"2023年10月1日（星期日）是国庆节、中秋节，顺延一日。", "2023年10月2日（星期一）是国庆节、中秋节，顺延一日。", "2023年10月3日（星期二）是国庆节、中秋节，顺延一日。",
			"2023年10月4日（星期三）是国庆节、中秋节，顺延一日。", "2023年10月5日（星期四）是国庆节、中秋节，顺延一日。", "2023年10月6日（星期五）是国庆节、中秋节，顺延一日。",
			"2023年10月7日（星期六）是周末，但调休上班，按工作日算。", "最后一日：2023年10月7日（星期六）。"}},
		{"a short month, and a year without a table", due("送达检察建议书", days.After(date(t, "2026-12-31"), calendar.Months(2))), []string{
			"2026年12月31日（星期四）：送达检察建议书。期限由此起算，当日不计算在内。", "从2027年1月1日（星期五）算起。", "2个月，算到2027年2月28日（星期日）。",
			"那个月没有对应的日子，取该月最后一日2027年2月28日（星期日）。", "2027年2月28日（星期日）是周末，顺延一日。",
			"没有2027年的节假日表，只按周末推算，请在国务院办公厅的通知发布后核对。", "最后一日：2027年3月1日（星期一）。"}},
		{"a review that was suspended", due("整改、回复期限届满", days.Resume(date(t, "2023-10-07"), calendar.Months(1), calendar.Pause{From: date(t, "2023-10-20"), To: date(t, "2023-10-25")})), []string{
			"2023年10月7日（星期六）：整改、回复期限届满。期限由此起算，当日不计算在内。", "从2023年10月8日（星期日）算起。", "1个月，算到2023年11月7日（星期二）。",
			"2023年10月20日（星期五）中止，2023年10月25日（星期三）恢复，停了5日。", "因中止顺延5日，算到2023年11月12日（星期日）。",
			"2023年11月12日（星期日）是周末，顺延一日。", "最后一日：2023年11月13日（星期一）。"}},
		{"a review that is suspended", due("整改、回复期限届满", days.Resume(date(t, "2023-10-07"), calendar.Months(1), calendar.Pause{From: date(t, "2023-10-20")})), []string{
			"2023年10月7日（星期六）：整改、回复期限届满。期限由此起算，当日不计算在内。", "从2023年10月8日（星期日）算起。", "1个月，算到2023年11月7日（星期二）。",
			"2023年10月20日（星期五）中止，尚未恢复，还剩19日，所以还没有届满日。"}},
		{"custody", due("羁押、强制措施期限起算", days.After(date(t, "2023-09-27"), calendar.Period{N: 3, Unit: calendar.Day, Fixed: true})), []string{
			"2023年9月27日（星期三）：羁押、强制措施期限起算。期限由此起算，当日不计算在内。", "从2023年9月28日（星期四）算起。", "3日，算到2023年9月30日（星期六）。",
			"2023年9月30日（星期六）是国庆节、中秋节，但这类期限不顺延。", "最后一日：2023年9月30日（星期六）。"}},
		{"hours", due("申请回避", days.AfterHours(time.Date(2023, 7, 17, 14, 30, 0, 0, words.Zone()), calendar.Hours(24))), []string{
			"2023年7月17日（星期一） 14:30：申请回避。期限由此起算，当时不计算在内。", "从2023年7月17日（星期一） 15:00算起。",
			"24小时，算到2023年7月18日（星期二） 15:00。", "最后一日：2023年7月18日（星期二） 15:00。"}},
		{"E2: back over Dragon Boat", back(days.Before(date(t, "2023-06-27"), 3, false)), []string{
			"2023年6月27日（星期二）：听证会。从这一日往回数。", "往回数3日，最迟2023年6月24日（星期六）。", "2023年6月24日（星期六）是端午节，提前一日。",
			"2023年6月23日（星期五）是端午节，提前一日。", "2023年6月22日（星期四）是端午节，提前一日。", "最好在2023年6月21日（星期三）前办好，这是最迟日当日或之前的工作日。"}},
	} {
		if got := words.Explain(c.f); !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestExplainInEnglish reads one day and several in the other language.
func TestExplainInEnglish(t *testing.T) {
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = words.Use(words.Chinese) })
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		t.Fatal(err)
	}
	due := days.Resume(date(t, "2023-10-07"), calendar.Months(1), calendar.Pause{From: date(t, "2023-10-20"), To: date(t, "2023-10-25")})
	want := []string{
		"Sat 7 Oct 2023: Recommendation served. The period starts here; the day itself is not counted.", "Counted from Sun 8 Oct 2023.", "1 month: to Tue 7 Nov 2023.",
		"Suspended Fri 20 Oct 2023, resumed Wed 25 Oct 2023: stood still for 5 days.", "Later by 5 days for the suspension: to Sun 12 Nov 2023.",
		"Sun 12 Nov 2023 (weekend): one day later.", "Last day: Mon 13 Nov 2023."}
	f := hearing.Finding{Count: &hearing.Counting{Name: "Recommendation served", Due: &due}}
	if got := words.Explain(f); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
