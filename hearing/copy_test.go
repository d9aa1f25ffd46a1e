package hearing_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
)

// TestSpare reads which copies go on a day in July: those of an hour before its
// last, of a day, of a month, and what is older than a year.
func TestSpare(t *testing.T) {
	now := time.Date(2023, 7, 18, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name    string
		at      []string
		dropped []string
	}{
		{"none", nil, nil},
		{"an only one, of years ago", []string{"2019-01-01 09:00"}, nil},
		{"two of an hour", []string{"2023-07-18 11:05", "2023-07-18 11:50", "2023-07-18 10:59"}, []string{"2023-07-18 11:05"}},
		{"two of a day, both within 24 hours", []string{"2023-07-17 13:00", "2023-07-17 15:00"}, nil},
		{"two of a day that is past", []string{"2023-07-10 09:00", "2023-07-10 17:00", "2023-07-11 09:00"}, []string{"2023-07-10 09:00"}},
		{"two of a month that is past", []string{"2023-05-02 09:00", "2023-05-30 17:00", "2023-07-18 09:00"}, []string{"2023-05-02 09:00"}},
		{"more than a year", []string{"2022-07-01 09:00", "2022-08-01 09:00", "2023-07-18 09:00"}, []string{"2022-07-01 09:00"}},
		{"of tomorrow: the clock was wrong", []string{"2023-07-19 09:00", "2023-07-19 09:10", "2023-07-18 09:00"}, nil},
	} {
		var copies []hearing.Copy
		for _, at := range c.at {
			when, err := time.Parse("2006-01-02 15:04", at)
			if err != nil {
				t.Fatal(err)
			}
			copies = append(copies, hearing.Copy{File: at, At: when})
		}
		var dropped []string
		for _, d := range hearing.Spare(copies, now) {
			dropped = append(dropped, d.File)
		}
		if !slices.Equal(dropped, c.dropped) {
			t.Errorf("%s: dropped %v, want %v", c.name, dropped, c.dropped)
		}
	}
}

// TestSpareOverYears makes a copy every twenty minutes for two years: about 24 of
// hours, 30 of days and 12 of months are left.
func TestSpareOverYears(t *testing.T) {
	var copies []hearing.Copy
	now := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := range 2 * 365 * 24 * 3 {
		now = now.Add(20 * time.Minute)
		copies = append(copies, hearing.Copy{File: fmt.Sprint(n), At: now})
		for _, d := range hearing.Spare(copies, now) {
			copies = slices.DeleteFunc(copies, func(c hearing.Copy) bool { return c.File == d.File })
		}
	}
	if n := len(copies); n < 24+29+11 || n > 25+31+13 {
		t.Errorf("%d copies are left", n)
	}
}

// TestThin reads which copies make room: those of hours before those of days and months, and
// neither of the two newest ones nor the oldest one.
func TestThin(t *testing.T) {
	all := []string{"2023-05-30 17:00", "2023-07-10 17:00", "2023-07-11 17:00", "2023-07-18 08:00", "2023-07-18 09:00", "2023-07-18 10:00", "2023-07-18 11:00"}
	for _, c := range []struct {
		bytes int64
		want  []string
	}{
		{0, nil},
		{1, all[4:5]},
		{10, all[4:5]},
		{11, []string{all[4], all[3]}},
		{1000, []string{all[4], all[3], all[2], all[1]}},
	} {
		var copies []hearing.Copy
		for _, at := range all {
			when, err := time.Parse("2006-01-02 15:04", at)
			if err != nil {
				t.Fatal(err)
			}
			copies = append(copies, hearing.Copy{File: at, At: when, Size: 10})
		}
		var got []string
		for _, g := range hearing.Thin(copies, c.bytes) {
			got = append(got, g.File)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("for %d bytes %v are given up, want %v", c.bytes, got, c.want)
		}
	}
	if got := hearing.Thin(make([]hearing.Copy, 3), 1000); len(got) > 0 {
		t.Errorf("of three copies %v are given up", got)
	}
}
