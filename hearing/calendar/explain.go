package calendar

import "time"

// A LineKind is what one step of a calculation does.
type LineKind string

// The kinds of steps, in the order in which they come; what a [Line] holds is
// in brackets. Every line has its Date.
const (
	LineStart     LineKind = "start"     // the trigger [At of hours]
	LineUncounted LineKind = "uncounted" // the first day that counts: the trigger is not counted [At: the first hour]
	LineSkipped   LineKind = "skipped"   // rest days that a count of working days leaves out [To, N days, Name, Region]
	LineCounted   LineKind = "counted"   // a Saturday or Sunday that is worked, which such a count takes in [Name, Region]
	LineRaw       LineKind = "raw"       // the end as counted [N, Unit; At of hours]
	LineClamped   LineKind = "clamped"   // the month has no such day, so its last one is taken
	LinePause     LineKind = "pause"     // the clock stood from Date until To, when it ran again [N days]
	LineMoved     LineKind = "moved"     // the end after all pauses [N days later]
	LineOpen      LineKind = "open"      // the clock stands since Date, no due date yet [N, Unit left to run]
	LineRest      LineKind = "rest"      // a rest day, so the end moves on, or a limit back [Name; Region; none: Saturday or Sunday]
	LineFixed     LineKind = "fixed"     // a rest day, but custody does not roll [Name, Region]
	LineWorked    LineKind = "worked"    // a Saturday or Sunday that is worked, so the end stays [Name, Region]
	LineUnknown   LineKind = "unknown"   // the table of the year N is missing: to be checked
	LineDue       LineKind = "due"       // the last day [At of hours]
	LineEvent     LineKind = "event"     // what a limit is counted back from
	LineHard      LineKind = "hard"      // the last day that keeps the rule [N, Unit; Strict: clear days]
	LineAdvise    LineKind = "advise"    // the working day by which it had better be done
)

// A Line is one step of how a date came about; the words are the reader's.
type Line struct {
	Kind   LineKind  `json:"kind"`
	Date   Date      `json:"date"`
	To     Date      `json:"to,omitzero"`
	At     time.Time `json:"at,omitzero"`
	N      int       `json:"n,omitempty"`
	Unit   Unit      `json:"unit,omitempty"`
	Name   string    `json:"name,omitempty"`
	Region string    `json:"region,omitempty"`
	Strict bool      `json:"strict,omitempty"`
}

// of says a day's own reason.
func (c *Calendar) of(kind LineKind, d Date) Line {
	s := c.Day(d)
	return Line{Kind: kind, Date: d, Name: s.Name, Region: s.Region}
}

// Explain returns the steps by which the end was found; none where Err is set.
func (d Due) Explain() []Line {
	if d.Err != nil || d.cal == nil {
		return nil
	}
	p := d.Period
	out := []Line{{Kind: LineStart, Date: d.From, At: d.FromAt}, {Kind: LineUncounted, Date: d.From.AddDays(1)}}
	raw := Line{Kind: LineRaw, Date: d.plain, N: p.N, Unit: p.Unit}
	if p.Unit == Hour {
		t := d.FromAt
		first := time.Date(t.Year(), t.Month(), t.Day(), t.Hour()+1, 0, 0, 0, t.Location())
		out[1].Date, out[1].At = DateOf(first), first
		raw.At = first.Add(time.Duration(p.N) * time.Hour)
	}
	if p.Unit == WorkingDay {
		out = append(out, d.cal.skipped(d.From.AddDays(1), d.plain)...)
	}
	out = append(out, raw)
	if d.Clamped {
		out = append(out, Line{Kind: LineClamped, Date: d.plain})
	}
	for i, x := range d.Pauses {
		if open := d.Open && i == len(d.Pauses)-1; open {
			unit := Day
			if p.Unit == WorkingDay {
				unit = WorkingDay
			}
			out = append(out, Line{Kind: LineOpen, Date: x.From, N: d.Left, Unit: unit})
		}
		if !x.To.IsZero() {
			out = append(out, Line{Kind: LinePause, Date: x.From, To: x.To, N: x.To.Sub(x.From)})
		}
	}
	if d.Stood > 0 && !d.On.IsZero() {
		out = append(out, Line{Kind: LineMoved, Date: d.Raw, N: d.Raw.Sub(d.plain)})
	}
	if d.On.IsZero() {
		return out
	}
	return append(out, d.ending()...)
}

// ending says how the raw end became the last day.
func (d Due) ending() []Line {
	var out []Line
	for _, s := range d.Steps {
		out = append(out, Line{Kind: LineRest, Date: s.Day, Name: s.Name, Region: s.Region})
	}
	switch working := d.cal.Working(d.On); {
	case !working:
		out = append(out, d.cal.of(LineFixed, d.On))
	case d.On.weekend():
		out = append(out, d.cal.of(LineWorked, d.On))
	}
	if d.Unknown != 0 {
		out = append(out, Line{Kind: LineUnknown, Date: d.On, N: d.Unknown})
	}
	return append(out, Line{Kind: LineDue, Date: d.On, At: d.At})
}

// skipped lists what is out of the ordinary for a count of working days from
// one day to another: rest days, those of one reason that follow each other
// together, and weekends that are worked.
func (c *Calendar) skipped(from, to Date) []Line {
	var out []Line
	for d := from; !d.After(to); d = d.AddDays(1) {
		if c.Working(d) {
			if d.weekend() {
				out = append(out, c.of(LineCounted, d))
			}
			continue
		}
		l := c.of(LineSkipped, d)
		l.To, l.N = d, 1
		if n := len(out); n > 0 && out[n-1].Kind == LineSkipped && out[n-1].To.AddDays(1) == d && out[n-1].Name == l.Name && out[n-1].Region == l.Region {
			out[n-1].To = d
			out[n-1].N++
			continue
		}
		out = append(out, l)
	}
	return out
}

// Explain returns the steps by which the two dates were found; none where Err
// is set.
func (l Limit) Explain() []Line {
	if l.Err != nil || l.cal == nil {
		return nil
	}
	out := []Line{{Kind: LineEvent, Date: l.Event}}
	if l.Period.Unit == WorkingDay {
		out = append(out, l.cal.skipped(l.Hard, l.Event.AddDays(-1))...)
	}
	out = append(out, Line{Kind: LineHard, Date: l.Hard, N: l.Period.N, Unit: l.Period.Unit, Strict: l.Strict})
	if l.Clamped {
		out = append(out, Line{Kind: LineClamped, Date: l.Hard})
	}
	for d := l.Hard; d.After(l.Advise); d = d.AddDays(-1) {
		out = append(out, l.cal.of(LineRest, d))
	}
	if l.Advise.weekend() {
		out = append(out, l.cal.of(LineWorked, l.Advise))
	}
	if l.Unknown != 0 {
		out = append(out, Line{Kind: LineUnknown, Date: l.Advise, N: l.Unknown})
	}
	return append(out, Line{Kind: LineAdvise, Date: l.Advise})
}
