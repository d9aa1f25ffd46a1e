package calendar_test

import (
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"hearingdesk/hearing/calendar"
)

// TestPeriodsKeepTheirLaws goes through every day of thirteen years: a later
// trigger never ends earlier, no end rests, a month ends on its day or its
// last, and the explanation comes to the same day.
func TestPeriodsKeepTheirLaws(t *testing.T) {
	c := statutory(t)
	last := map[calendar.Period]calendar.Date{}
	for d := date(t, "2013-01-01"); d.Year() < 2026; d = d.AddDays(1) {
		for _, p := range []calendar.Period{calendar.Days(3), calendar.Days(15), calendar.Months(1), calendar.Months(2), calendar.WorkingDays(15)} {
			due := c.After(d, p)
			switch {
			case due.Err != nil || due.Unknown != 0:
				t.Fatalf("%s after %s: %v, unknown %d", p, d, due.Err, due.Unknown)
			case !c.Working(due.On):
				t.Fatalf("%s after %s ends on a rest day, %s", p, d, due.On)
			case due.On.Before(last[p]):
				t.Fatalf("%s after %s ends before that of the day before", p, d)
			case due.Clamped != (p.Unit == calendar.Month && due.Raw.Day() != d.Day()), due.Clamped && due.Raw.AddDays(1).Day() != 1:
				t.Fatalf("%s after %s ends on %s, neither the same day nor the month's last", p, d, due.Raw)
			case replay(due.Explain()) != due.On:
				t.Fatalf("%s after %s: another end in %s", p, d, brief(due.Explain()))
			}
			last[p] = due.On
		}
		for _, strict := range []bool{false, true} {
			l := c.Before(d.AddDays(20), 3, strict)
			if l.Advise.After(l.Hard) || !l.Hard.Before(l.Event) || !c.Working(l.Advise) || replay(l.Explain()) != l.Advise {
				t.Fatalf("before %s: %+v", d, l)
			}
		}
	}
}

// anything makes a start, a period and pauses.
func anything(r *rand.Rand) (calendar.Date, calendar.Period, []calendar.Pause) {
	from := calendar.NewDate(2013, 1, 1).AddDays(r.IntN(4800))
	units := []calendar.Unit{calendar.Day, calendar.WorkingDay, calendar.Month}
	p := calendar.Period{Unit: units[r.IntN(3)], Fixed: r.IntN(4) == 0}
	p.N = 1 + r.IntN(map[calendar.Unit]int{calendar.Day: 90, calendar.WorkingDay: 60, calendar.Month: 7}[p.Unit])
	var pauses []calendar.Pause
	for range r.IntN(4) {
		x := calendar.Pause{From: from.AddDays(r.IntN(120) - 10)}
		x.To = x.From.AddDays(r.IntN(30))
		pauses = append(pauses, x)
	}
	return from, p, pauses
}

// TestAnyPeriodKeepsTheLaws tries starts, periods and pauses at random: one more
// never ends earlier, a pause never shortens, the order of pauses does not
// matter, and of a period of days exactly N run.
func TestAnyPeriodKeepsTheLaws(t *testing.T) {
	c := statutory(t)
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same every time
	for range 20000 {
		from, p, pauses := anything(r)
		due := c.Resume(from, p, pauses...)
		longer := p
		longer.N++
		mixed := append([]calendar.Pause(nil), pauses...)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		switch {
		case due.Err != nil || due.Open:
			t.Fatalf("%s after %s: %v", p, from, due.Err)
		case c.Resume(from, longer, pauses...).On.Before(due.On):
			t.Fatalf("%s after %s %v: one more ends earlier", p, from, pauses)
		case due.On.Before(c.After(from, p).On):
			t.Fatalf("%s after %s %v: pauses make it shorter", p, from, pauses)
		case !p.Fixed && !c.Working(due.On), p.Fixed && due.On != due.Raw:
			t.Fatalf("%s after %s ends on %s", p, from, due.On)
		case !reflect.DeepEqual(c.Resume(from, p, mixed...), due):
			t.Fatalf("%s after %s: the order of %v matters", p, from, pauses)
		case replay(due.Explain()) != due.On:
			t.Fatalf("%s after %s %v: another end in %s", p, from, pauses, brief(due.Explain()))
		}
		if p.Unit == calendar.Month {
			continue
		}
		ran := 0
		for d := from.AddDays(1); !d.After(due.Raw); d = d.AddDays(1) {
			stood := false
			for _, x := range pauses {
				stood = stood || !d.Before(x.From) && d.Before(x.To)
			}
			if !stood && (p.Unit == calendar.Day || c.Working(d)) {
				ran++
			}
		}
		if ran != p.N {
			t.Fatalf("%s after %s %v: %d ran to %s", p, from, pauses, ran, due.Raw)
		}
	}
}

// TestUnknownIsWhatAMissingTableCouldChange takes a year's table away: every
// result that differs then must be flagged, and only one that rests on a day
// which the table could name.
func TestUnknownIsWhatAMissingTableCouldChange(t *testing.T) {
	full := statutory(t)
	tables := full.Tables()
	without, err := (&calendar.Calendar{}).With(append(tables[:10:10], tables[11:]...)...) // not 2023
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // the same every time
	first, last := date(t, "2022-12-25"), date(t, "2023-12-31")
	for range 20000 {
		from, p, _ := anything(r)
		due, known := without.After(from, p), full.After(from, p)
		touched := false // a day that the result rests on lies in reach of the missing table
		begin := known.Raw
		if p.Unit == calendar.WorkingDay {
			begin = from.AddDays(1)
		}
		for d := begin; !d.After(max2(known.On, due.On)); d = d.AddDays(1) {
			touched = touched || !d.Before(first) && !d.After(last)
		}
		if p.Fixed && p.Unit != calendar.WorkingDay {
			touched = false
		}
		switch {
		case due.On != known.On && due.Unknown != 2023:
			t.Fatalf("%s after %s: %s would be %s, and nothing says so", p, from, due.On, known.On)
		case due.Unknown != 0 && !touched:
			t.Fatalf("%s after %s: %s is flagged, though 2023 says nothing of it", p, from, due.On)
		}
		if l, k := without.Before(from, 3, false), full.Before(from, 3, false); l.Advise != k.Advise && l.Unknown != 2023 {
			t.Fatalf("before %s: %s would be %s, and nothing says so", from, l.Advise, k.Advise)
		}
	}
	if l := full.Before(date(t, "2027-01-12"), 15, false); l.Unknown != 2027 { // 2026-12-28: the notice of 2027 may name it
		t.Errorf("the last week of 2026 is not held open: %+v", l)
	}
	if l := full.Before(date(t, "2027-01-08"), 15, false); l.Unknown != 0 { // 2026-12-24
		t.Errorf("a limit in a known year is flagged for the event's year: %+v", l)
	}
}

func max2(a, b calendar.Date) calendar.Date {
	if a.After(b) {
		return a
	}
	return b
}

// BenchmarkCalendar is what a hearing costs: its limit, a dozen periods, and a
// month of days.
func BenchmarkCalendar(b *testing.B) {
	c := statutory(b)
	d := date(b, "2023-07-18")
	b.ReportAllocs()
	for b.Loop() {
		c.Before(d, 3, false)
		for n := 1; n <= 12; n++ {
			c.After(d, calendar.Days(5*n))
		}
		for i := range 31 {
			c.Working(d.AddDays(i))
		}
	}
}

// BenchmarkWith is what a change of the office's settings costs.
func BenchmarkWith(b *testing.B) {
	c := statutory(b)
	own := local(b, "2023-07-18 off 河灯节")
	for b.Loop() {
		if _, err := c.With(own); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzAfter(f *testing.F) {
	c := statutory(f)
	f.Add(int64(738355), 3, "day", int64(738360), int64(738370), true)
	f.Add(int64(-1), -3, "working-day", int64(0), int64(1), false)
	f.Add(int64(738355), 24, "hour", int64(0), int64(0), false)
	f.Fuzz(func(t *testing.T, start int64, n int, unit string, from, to int64, fixed bool) {
		day := func(n int64) calendar.Date { return calendar.NewDate(1, 1, 1).AddDays(int(n)) }
		p := calendar.Period{N: n, Unit: calendar.Unit(unit), Fixed: fixed}
		due := c.Resume(day(start), p, calendar.Pause{From: day(from), To: day(to)})
		if due.Err != nil {
			if !due.On.IsZero() {
				t.Errorf("%+v", due)
			}
			return
		}
		if p.Validate() != nil || !due.Open && (!due.On.Plausible() || !due.On.After(due.From) || replay(due.Explain()) != due.On) {
			t.Errorf("%+v", due)
		}
		if l := c.Back(day(start), p, fixed); l.Err == nil && !l.Advise.Before(l.Event) {
			t.Errorf("%+v", l)
		}
		if h := c.AfterHours(day(start).In(time.UTC), calendar.Hours(max(1, n%100))); h.Err == nil && h.At.Before(h.FromAt) {
			t.Errorf("%+v", h)
		}
	})
}
