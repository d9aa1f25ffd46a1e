package calendar_test

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"hearingdesk/hearing/calendar"
)

func notice(t testing.TB, year int) string {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("testdata/notices/%d.txt", year))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestNoticesGiveTheTable reads the notices of fourteen years in their own
// words. Only the three years whose notice another one amended differ.
func TestNoticesGiveTheTable(t *testing.T) {
	amended := map[int]int{2015: 4, 2019: 5, 2020: 3} // days that the later notice names
	for _, own := range statutory(t).Tables() {
		got, err := calendar.ReadTable(notice(t, own.Year))
		if err != nil || len(got) != 1 {
			t.Errorf("%d: %v", own.Year, err)
			continue
		}
		read := map[calendar.Date]calendar.TableDay{}
		for _, d := range got[0].Days {
			read[d.Date] = d
		}
		more := 0
		for _, d := range own.Days {
			if read[d.Date] != d {
				more++
			}
		}
		if more != amended[own.Year] || more == 0 && !reflect.DeepEqual(got[0], own) || !strings.HasPrefix(own.Source, got[0].Source) {
			t.Errorf("%d: %d days differ\nread  %+v\ntable %+v", own.Year, more, got[0], own)
		}
	}
}

// TestANoticeIsReadAsItIsPasted changes the notice of 2026 as pages do.
func TestANoticeIsReadAsItIsPasted(t *testing.T) {
	text := notice(t, 2026)
	want, err := calendar.ReadTable(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]*strings.Replacer{
		"as it is":          strings.NewReplacer(),
		"lines of Windows":  strings.NewReplacer("\n", "\r\n"),
		"narrow signs":      strings.NewReplacer("（", "(", "）", ")", "：", ":", "，", ",", "〔", "[", "〕", "]"),
		"one line":          strings.NewReplacer("\n", ""),
		"wide digits":       strings.NewReplacer("1", "１", "2", "２", "3", "３"),
		"blanks everywhere": strings.NewReplacer("月", " 月 ", "日", "日\n"),
		"full weekdays":     strings.NewReplacer("周日", "星期天", "周六", "星期六", "、周一", "，星期一"),
		"dashes":            strings.NewReplacer("日（周四）至3日", "日（周四）—3日", "）至6日", "）-6日"),
		"a page around it":  strings.NewReplacer("各省、", "上一篇：国务院办公厅关于2025年部分节假日安排的通知\n各省、", "2025年11月4日", "2025年11月4日\n[责编：甲]下一篇：2027年元旦放假3天。"),
		"bullets":           strings.NewReplacer("一、元旦", "——元旦", "二、春", "2.春", "三、清", "（三）清"),
		"years said":        strings.NewReplacer("1月1日（周四）至", "2026年1月1日（周四）至"),
	} {
		got, err := calendar.ReadTable(change.Replace(text))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v\n%+v", name, err, got)
		}
	}
}

// TestANoticeThatContradictsItselfIsNotRead names the sentence each time.
func TestANoticeThatContradictsItselfIsNotRead(t *testing.T) {
	for name, v := range map[string]struct {
		old, new string
		fault    calendar.Fault
		at       string // the words at which the fault is
	}{
		"a wrong count":       {"共9天", "共8天", calendar.FaultCount, "2月15日"},
		"a wrong weekday":     {"5月9日（周六）", "5月9日（周日）", calendar.FaultWeekday, "5月9日"},
		"no such day":         {"2月28日（周六）", "2月30日", calendar.FaultDate, "2月30日"},
		"a worked weekday":    {"5月9日（周六）上班", "5月8日上班", calendar.FaultWork, "5月8日"},
		"no Dragon Boat":      {"五、端午节：6月19日（周五）至21日（周日）放假，共3天。", "", calendar.FaultMissing, ""},
		"half of National":    {"10月1日（周四）至7日（周三）放假调休，共7天", "10月5日至7日放假调休，共3天", calendar.FaultMissing, ""},
		"a day twice":         {"9月20日（周日）、", "9月27日、", calendar.FaultOverlap, "9月27日、"},
		"far away":            {"9月25日（周五）至27日（周日）", "2025年9月26日至28日", calendar.FaultReach, "2025年9月26日"},
		"backward":            {"4月4日（周六）至6日（周一）", "4月6日至4日", calendar.FaultFormat, "4月6日"},
		"half a year off":     {"4月4日（周六）至6日（周一）", "4月4日至8月6日", calendar.FaultFormat, "4月4日至"},
		"nothing said":        {"放假，共3天。\n　　四", "，共3天。\n　　四", calendar.FaultCount, "4月4日"},
		"dates alone":         {"1月4日（周日）上班", "1月4日（周日）", calendar.FaultFormat, "1月4日"},
		"other words":         {"1月4日（周日）上班", "1月4日（周日）上课", calendar.FaultFormat, "1月4日"},
		"no date":             {"1月4日（周日）上班", "周日上班", calendar.FaultFormat, "周日上班"},
		"no weekend near":     {"9月25日（周五）至27日（周日）放假，共3天", "9月23日放假，与周末连休", calendar.FaultFormat, "9月23日"},
		"no holiday":          {"：", "、", calendar.FaultFormat, ""},
		"no year":             {"2026年", "明年", calendar.FaultYear, "国务院办公厅"},
		"two years":           {"现将2026年", "现将2025年", calendar.FaultYear, "现将2025年"},
		"another year's days": {"2026年", "2027年", calendar.FaultWeekday, "1月1日（周四）"},
	} {
		text := strings.ReplaceAll(notice(t, 2026), v.old, v.new)
		if text == notice(t, 2026) {
			t.Fatalf("%s: nothing to change", name)
		}
		got, err := calendar.ReadTable(text)
		var e *calendar.TableError
		if got != nil || !errors.As(err, &e) || e.Fault != v.fault {
			t.Errorf("%s: got %v", name, err)
			continue
		}
		if lines := strings.Split(text, "\n"); v.at != "" && !strings.HasPrefix(string([]rune(lines[e.Line-1])[e.Column-1:]), v.at) {
			t.Errorf("%s: line %d, column %d is not at %q", name, e.Line, e.Column, v.at)
		}
	}
}

// TestAListIsReadAsASpreadsheetSavesIt holds that the ways of writing a list do
// not matter.
func TestAListIsReadAsASpreadsheetSavesIt(t *testing.T) {
	want := []calendar.TableDay{{Date: date(t, "2026-12-31"), Off: true, Name: "元旦节"}, {Date: date(t, "2027-01-01"), Off: true, Name: "元旦节"}, {Date: date(t, "2027-01-09"), Name: "元旦节"}}
	for name, text := range map[string]string{
		"our own":        "# ours\nyear,2027,通知\n2026-12-31,off,元旦节\n2027-01-01,off,元旦节\n2027-01-09,work,元旦节\n",
		"no year line":   "2026-12-31,off,元旦节\n2027-01-01,off,元旦节\n2027-01-09,work,元旦节",
		"a heading":      "\ufeff日期,类型,名称\r\n2026-12-31,放假,元旦节\r\n2027-01-01,休,元旦节\r\n2027-01-09,上班,元旦节\r\n",
		"other columns":  "名称;日期;备注;安排\n元旦节;2026/12/31;;休息\n元旦节;2027/1/1;;假\n\n元旦节;2027/1/9;x;班\n",
		"Chinese dates":  "date\tkind\tname\n2026年12月31日\trest\t元旦节\n2027年1月1日\tholiday\t元旦节\n2027年1月9日\tworkday\t元旦节\n",
		"wide commas":    "2026.12.31，放假，元旦节\n20270101，放假，元旦节\n2027.1.9，补班，元旦节\n",
		"another's JSON": "name,date,isOffDay\n元旦节,2026-12-31,true\n元旦节,2027-01-01,true\n元旦节,2027-01-09,false\n",
	} {
		got, err := calendar.ReadTable(text)
		if err != nil || len(got) != 1 || got[0].Year != 2027 || !reflect.DeepEqual(got[0].Days, want) {
			t.Errorf("%s: %v\n%+v", name, err, got)
		}
	}
	for text, want := range map[string]calendar.TableError{
		"日期,类型,名称\n2027-01-01,放假,元旦\n2027-02-30,放假,春节\n":    {Fault: calendar.FaultDate, Line: 3, Column: 1},
		"2027-01-01,放假,元旦\n2027-01-02,也许,元旦\n":              {Fault: calendar.FaultKind, Line: 2, Column: 12},
		"元旦节,2027-01-01,放假\n":                               {Fault: calendar.FaultDate, Line: 1, Column: 1},
		"2027-01-02,放假,元旦\n2027-01-02,上班,元旦\n":              {Fault: calendar.FaultOverlap, Line: 2, Column: 1},
		"2027-01-01,放假\n":                                   {Fault: calendar.FaultName, Line: 1, Column: 1},
		"2227-01-01,放假,元旦\n":                                {Fault: calendar.FaultYear, Line: 1, Column: 1},
		"year,2027,通知\n2027-01-01,off,元旦\n2028-03-01,off,a": {Fault: calendar.FaultReach, Line: 3, Column: 1},
		"":                   {Fault: calendar.FaultEmpty, Line: 1, Column: 1},
		"2027-01-01\n":       {Fault: calendar.FaultKind, Line: 1, Column: 1},
		"名称,日期,类型\n\"元旦,x\n": {Fault: calendar.FaultFormat, Line: 2, Column: 6},
	} {
		got, err := calendar.ReadTable(text)
		var e *calendar.TableError
		if got != nil || !errors.As(err, &e) || e.Fault != want.Fault || e.Line != want.Line || e.Column != want.Column {
			t.Errorf("%q: got %v, want %+v", text, err, want)
		}
	}
	two, err := calendar.ReadTable("2026-12-31,off,a\n2026-06-01,off,a\n2027-06-01,off,a\n")
	if err != nil || len(two) != 2 || len(two[0].Days) != 2 || two[0].Missing()[0] != "元旦" || len(two[0].Missing()) != 7 {
		t.Errorf("%v: %+v", err, two)
	}
}
