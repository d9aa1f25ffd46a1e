package schedule

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

func entry(t testing.TB, id, start, end string) hearing.Entry {
	t.Helper()
	return hearing.Entry{Session: hearing.ID(id), Title: id, Start: at(t, start), End: at(t, end)}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		mode        mode
		day         string
		first, last string
	}{
		{byMonth, "2023-07-18", "2023-06-26", "2023-08-06"},
		{byMonth, "2023-05-31", "2023-05-01", "2023-06-11"}, // begins on a Monday
		{byMonth, "2023-10-01", "2023-09-25", "2023-11-05"}, // begins on a Sunday
		{byMonth, "2024-01-01", "2024-01-01", "2024-02-11"},
		{byMonth, "2023-12-31", "2023-11-27", "2024-01-07"}, // across years
		{byMonth, "2024-02-29", "2024-01-29", "2024-03-10"},
		{byWeek, "2023-12-31", "2023-12-25", "2023-12-31"}, // a Sunday ends its week
		{byWeek, "2024-01-01", "2024-01-01", "2024-01-07"},
		{byDay, "2023-07-18", "2023-07-18", "2023-07-18"},
		{byList, "2023-07-18", "2023-04-18", "2024-07-17"},
	} {
		m := model{mode: c.mode, day: day(t, c.day), zone: zone}
		first, n := m.span()
		if last := first.AddDays(n - 1); first.String() != c.first || last.String() != c.last {
			t.Errorf("%d of %s: %v to %v, want %s to %s", c.mode, c.day, first, last, c.first, c.last)
		}
		if !m.shows(m.day) || m.shows(first.AddDays(-1)) || m.shows(first.AddDays(n)) {
			t.Errorf("%d of %s does not show its own days", c.mode, c.day)
		}
	}
}

func TestPages(t *testing.T) {
	for _, c := range []struct {
		mode      mode
		day, want string
		n         int
	}{
		{byMonth, "2023-12-31", "2024-01-31", 1},
		{byMonth, "2024-01-31", "2024-02-29", 1}, // no 31st: the month's last day
		{byMonth, "2024-01-15", "2023-12-15", -1},
		{byWeek, "2023-12-28", "2024-01-04", 1},
		{byDay, "2024-02-28", "2024-02-29", 1},
		{byList, "2023-07-18", "2023-06-18", -1},
	} {
		m := model{mode: c.mode, day: day(t, c.day), entry: "h"}
		if m.page(c.n); m.day.String() != c.want || m.entry != "" {
			t.Errorf("%d of %s by %d: %v, want %s", c.mode, c.day, c.n, m.day, c.want)
		}
	}
}

// TestSplit cuts at midnight in the office's zone, whatever zone a session was
// stored in.
func TestSplit(t *testing.T) {
	utc := hearing.Entry{Session: "utc", Start: at(t, "2023-07-18 23:00").UTC(), End: at(t, "2023-07-19 01:30").UTC()}
	for _, c := range []struct {
		name  string
		entry hearing.Entry
		want  string
	}{
		{"within a day", entry(t, "a", "2023-07-18 09:00", "2023-07-18 11:30"), "2023-07-18 540–690 begins ends"},
		{"past midnight", utc, "2023-07-18 1380–1440 begins; 2023-07-19 0–90 ends"},
		{"to midnight", entry(t, "a", "2023-07-18 22:00", "2023-07-19 00:00"), "2023-07-18 1320–1440 begins ends"},
		{"three days", entry(t, "a", "2023-12-30 20:00", "2024-01-01 08:00"), "2023-12-30 1200–1440 begins; 2023-12-31 0–1440; 2024-01-01 0–480 ends"},
	} {
		days := split([]hearing.Entry{c.entry}, zone)
		var got []string
		for _, d := range slices.SortedFunc(maps.Keys(days), calendar.Date.Compare) {
			for _, s := range days[d] {
				text := fmt.Sprintf("%v %d–%d", d, s.from, s.to)
				if s.begins {
					text += " begins"
				}
				if s.ends {
					text += " ends"
				}
				got = append(got, text)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, "; "), c.want)
		}
	}
}

// TestBeside puts what overlaps side by side: lane of lanes, and how many of
// them it takes.
func TestBeside(t *testing.T) {
	for _, c := range []struct {
		name  string
		spans [][2]int
		want  string
	}{
		{"one after the other", [][2]int{{540, 600}, {600, 660}}, "0/1+1 0/1+1"},
		{"two", [][2]int{{540, 660}, {600, 720}}, "0/2+1 1/2+1"},
		{"a chain takes two lanes", [][2]int{{540, 660}, {600, 720}, {660, 780}}, "0/2+1 1/2+1 0/2+1"},
		{"three, and one alone", [][2]int{{540, 720}, {540, 600}, {550, 600}, {800, 860}}, "0/3+1 1/3+1 2/3+1 0/1+1"},
		{"what is free at the right is taken", [][2]int{{480, 780}, {490, 520}, {500, 530}, {600, 660}}, "0/3+1 1/3+1 2/3+1 1/3+2"},
		{"five minutes keep a line", [][2]int{{540, 545}, {550, 600}}, "0/2+1 1/2+1"},
	} {
		var list []segment
		for _, s := range c.spans {
			list = append(list, segment{from: s[0], to: s[1]})
		}
		beside(list)
		var got []string
		for _, s := range list {
			got = append(got, fmt.Sprintf("%d/%d+%d", s.lane, s.lanes, s.across))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

func TestColumnsOfADayAreItsRooms(t *testing.T) {
	a, b, c := entry(t, "a", "2023-07-18 07:30", "2023-07-18 09:00"), entry(t, "b", "2023-07-18 08:00", "2023-07-18 10:00"), entry(t, "c", "2023-07-18 17:00", "2023-07-18 19:10")
	a.Room, a.RoomName, b.Room, b.RoomName = "r-2", "听证室二", "r-2", "听证室二"
	d := entry(t, "d", "2023-07-18 09:00", "2023-07-18 10:00")
	d.Room, d.RoomName = "r-1", "听证室一"
	m := model{mode: byDay, day: day(t, "2023-07-18"), zone: zone}
	m.set([]hearing.Entry{a, b, c, d}, nil, nil)
	var got []string
	for _, x := range m.columns() {
		got = append(got, fmt.Sprintf("%s:%d", x.name, len(x.segments)))
	}
	if want := "听证室一:1 听证室二:2 :1"; strings.Join(got, " ") != want {
		t.Errorf("columns %v, want %s", got, want)
	}
	if from, to := hours(m.columns()); from != 7 || to != 20 {
		t.Errorf("hours %d to %d", from, to)
	}
	m.day = day(t, "2023-07-19")
	if x := m.columns(); len(x) != 1 || x[0].byRoom {
		t.Errorf("an empty day has %+v", x)
	}
	if from, to := hours(m.columns()); from != 8 || to != 18 {
		t.Errorf("an empty day is from %d to %d", from, to)
	}
}

func TestListBeginsWithWhatComes(t *testing.T) {
	m := model{mode: byList, day: day(t, "2023-07-18"), zone: zone}
	m.set([]hearing.Entry{entry(t, "a", "2023-06-01 09:00", "2023-06-01 10:00"), entry(t, "b", "2023-07-17 09:00", "2023-07-17 10:00"),
		entry(t, "c", "2023-07-17 22:00", "2023-07-18 01:00"), entry(t, "d", "2023-07-18 09:00", "2023-07-18 10:00"), entry(t, "e", "2023-07-18 11:00", "2023-07-18 12:00")},
		[]hearing.Entry{{Session: "f", Title: "f"}}, nil)
	for _, c := range []struct{ filter, want string }{
		{"", "[2023-07-17 1] c [2023-07-18 2] d e [2023-07-17 1] b [2023-06-01 1] a [ 1] f"},
		{"E", "[2023-07-18 1] e"},
		{"nobody", ""},
	} {
		m.filter = c.filter
		var got []string
		for _, l := range m.lines() {
			if l.heading {
				got = append(got, fmt.Sprintf("[%v %d]", l.day, l.count))
			} else {
				got = append(got, l.entry.Title)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %v, want %s", c.filter, got, c.want)
		}
	}
}

func TestWalk(t *testing.T) {
	m := model{mode: byMonth, day: day(t, "2023-07-10"), zone: zone}
	m.set([]hearing.Entry{entry(t, "a", "2023-06-28 23:00", "2023-06-29 02:00"), entry(t, "b", "2023-07-12 09:00", "2023-07-12 10:00"), entry(t, "c", "2023-07-12 09:30", "2023-07-12 10:00")}, nil, nil)
	for _, c := range []struct {
		step int
		want string
	}{{1, "b"}, {1, "c"}, {1, ""}, {-1, "b"}, {-1, "a"}, {-1, ""}} {
		if ok := m.walk(c.step); ok != (c.want != "") || ok && string(m.entry) != c.want {
			t.Errorf("by %d: %q, want %q", c.step, m.entry, c.want)
		}
	}
	if m.day != day(t, "2023-06-28") {
		t.Errorf("the day did not follow: %v", m.day)
	}
	m.entry, m.day = "", day(t, "2023-07-10")
	if !m.walk(-1) || m.entry != "a" {
		t.Errorf("before the day comes %q", m.entry)
	}
}
