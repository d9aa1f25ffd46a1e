package calendar_test

import (
	"errors"
	"testing"

	"hearingdesk/hearing/calendar"
)

func TestPartialDates(t *testing.T) {
	for s, want := range map[string][2]string{
		"1985": {"1985-01-01", "1985-12-31"}, "1985-02": {"1985-02-01", "1985-02-28"}, "1985-03-12": {"1985-03-12", "1985-03-12"},
	} {
		p, err := calendar.ParsePartial(s)
		if err != nil || p.String() != s || p.Earliest().String() != want[0] || p.Latest().String() != want[1] {
			t.Errorf("%s: %v, %v, %s–%s", s, p, err, p.Earliest(), p.Latest())
		}
	}
	for _, s := range []string{"85", "1985-13", "1985-02-30", "1985-3-1-1", "abcd", "1985-"} {
		if p, err := calendar.ParsePartial(s); err == nil {
			t.Errorf("%q was read as %v", s, p)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2023-07-18")
	f.Add("1985-03")
	f.Add("0000-12-31")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := calendar.ParseDate(s); err == nil && d.String() != s {
			t.Errorf("%q came back as %q", s, d)
		}
		if p, err := calendar.ParsePartial(s); err == nil && p.String() != s {
			t.Errorf("%q came back as %q", s, p)
		}
	})
}

// FuzzReadTable holds that any text gives either tables that can be used or a
// fault with its place, and never both.
func FuzzReadTable(f *testing.F) {
	for _, year := range []int{2013, 2014, 2019, 2024, 2026} {
		f.Add(notice(f, year))
	}
	f.Add("日期,类型,名称\n2027-01-01,放假,元旦\n")
	f.Add("year,2027,通知\n2026-12-31,off,元旦节\n")
	f.Fuzz(func(t *testing.T, s string) {
		tables, err := calendar.ReadTable(s)
		var e *calendar.TableError
		if err != nil {
			if tables != nil || !errors.As(err, &e) || e.Line < 1 || e.Column < 1 || e.Error() == "" {
				t.Errorf("%q: %v, %+v", s, err, tables)
			}
			return
		}
		for i := range tables {
			tables[i].Source, tables[i].Region = "决定", "澄河自治县"
		}
		c, err := (&calendar.Calendar{}).With(tables...)
		if err != nil && (!errors.As(err, &e) || e.Fault != calendar.FaultOverlap) {
			t.Errorf("%q: %v", s, err)
		}
		if err == nil && c.Working(tables[0].Days[0].Date) == tables[0].Days[0].Off && len(tables) == 1 {
			t.Errorf("%q: the first day is not as read", s)
		}
	})
}
