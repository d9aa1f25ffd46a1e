package calendar

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// A Calendar knows the rest days and the worked rest days of the years whose
// notice by the State Council it was given, with a region's own holidays on
// top. It never guesses: see [Calendar.Known]. It is not changed once made, and
// may be used by many at once.
type Calendar struct {
	tables []Table // the whole country's by year, then the regions'
	first  int32   // day number of days[0]
	days   []entry
	years  map[int]string // source of each year's table
}

// An entry is what the calendar knows of a day; its name is in the table.
type entry struct {
	flags      uint8
	table, day uint16
}

const (
	named  uint8 = 1 << iota // a table names the day
	off                      // and gives it off
	secure                   // no table that could name the day is missing
)

// Load reads the holiday table that comes with the program: lines of date,
// kind (off or work), name; a line "year,2023,source" opens a year and says
// where its table comes from. It returns a [*TableError] for the first line
// that is wrong, and no calendar.
func Load(table []byte) (*Calendar, error) {
	tables, err := readOwn(string(table))
	if err != nil {
		return nil, fmt.Errorf("read holiday table: %w", err)
	}
	return (&Calendar{}).with(tables)
}

// With returns the calendar with more tables; c stays as it is. A table of the
// whole country takes the place of the one for the same year, a region's own
// lies over it, and takes the place of the region's earlier one. The error is
// the first table's fault (see [Table.Validate]), or that two tables of the
// call are of one year, or two regions' call a day both a rest day and a worked
// one.
func (c *Calendar) With(tables ...Table) (*Calendar, error) {
	for _, t := range tables {
		if err := t.Validate(); err != nil {
			return nil, fmt.Errorf("use holiday table: %w", err)
		}
	}
	return c.with(tables)
}

func (c *Calendar) with(tables []Table) (*Calendar, error) {
	type key struct {
		year   int
		region string
	}
	fresh := map[key]bool{}
	for _, t := range tables {
		k := key{t.Year, t.Region}
		if fresh[k] {
			return nil, fmt.Errorf("use holiday table: %w", &TableError{Fault: FaultOverlap, Year: t.Year, Index: -1, Text: t.Region})
		}
		fresh[k] = true
	}
	n := &Calendar{years: map[int]string{}}
	for _, t := range c.tables {
		if !fresh[key{t.Year, t.Region}] {
			n.tables = append(n.tables, t)
		}
	}
	for _, t := range tables {
		t.Days = slices.Clone(t.Days)
		n.tables = append(n.tables, t)
	}
	slices.SortStableFunc(n.tables, func(a, b Table) int {
		if a.Local() != b.Local() {
			return cmp.Compare(a.Region, b.Region) // none comes first
		}
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Region, b.Region))
	})
	if err := n.lay(); err != nil {
		return nil, err
	}
	return n, nil
}

// lay puts the tables into one row of days, a later one over an earlier.
func (c *Calendar) lay() error {
	from, to := 0, 0
	for _, t := range c.tables {
		if !t.Local() {
			c.years[t.Year] = t.Source
		}
		if from == 0 || t.Year < from {
			from = t.Year
		}
		to = max(to, t.Year)
	}
	if from == 0 {
		return nil
	}
	first, last := NewDate(from, 1, 1).AddDays(-week), NewDate(to, 12, 31).AddDays(week)
	c.first, c.days = first.n, make([]entry, last.Sub(first)+1)
	for y := range c.years {
		_, next := c.years[y+1]
		begin, days := NewDate(y, 1, 1).Sub(first), NewDate(y+1, 1, 1).Sub(NewDate(y, 1, 1))
		if !next {
			days -= week
		}
		for i := begin; i < begin+days; i++ {
			c.days[i].flags |= secure
		}
	}
	for i, t := range c.tables {
		for j, d := range t.Days {
			e := &c.days[d.Date.Sub(first)]
			flags := named | secure
			if d.Off {
				flags |= off
			}
			if t.Local() && e.flags&named != 0 && c.tables[e.table].Local() && e.flags&off != flags&off {
				return fmt.Errorf("use holiday table: %w", &TableError{Fault: FaultOverlap, Year: t.Year, Index: j, Date: d.Date, Text: t.Region})
			}
			*e = entry{flags, uint16(i), uint16(j)} //nolint:gosec // a few tables of at most 380 days
		}
	}
	return nil
}

// Known reports whether the calendar has the year's table.
func (c *Calendar) Known(year int) bool { _, ok := c.years[year]; return ok }

// Source says where a year's table comes from.
func (c *Calendar) Source(year int) string { return c.years[year] }

// Years lists the years that have a table.
func (c *Calendar) Years() []int { return slices.Sorted(maps.Keys(c.years)) }

// Tables lists the tables: the whole country's by year, then the regions'.
func (c *Calendar) Tables() []Table { return slices.Clone(c.tables) }

func (c *Calendar) at(d Date) entry {
	if i := int(d.n - c.first); i >= 0 && i < len(c.days) {
		return c.days[i]
	}
	return entry{}
}

// Working reports whether d is a working day: a weekday that is no holiday, or
// a rest day that the notice makes up. Of a year without a table it only knows
// the weekends.
func (c *Calendar) Working(d Date) bool {
	if f := c.at(d).flags; f&named != 0 {
		return f&off == 0
	}
	return !d.weekend()
}

// A Status is what the calendar knows of a day.
type Status struct {
	Working bool
	Name    string // why a day is off or worked, such as 国庆节; empty: weekday or weekend
	Region  string // whose own table says so; empty: the whole country's or the week's
	Source  string // that table's source
	Missing int    // the year whose table is missing and could say otherwise; 0: none
}

// Day returns what is known of a day.
func (c *Calendar) Day(d Date) Status {
	s := Status{Working: c.Working(d), Missing: c.missing(d)}
	if e := c.at(d); e.flags&named != 0 {
		t := c.tables[e.table]
		s.Name, s.Region, s.Source = t.Days[e.day].Name, t.Region, t.Source
	}
	return s
}

// Name says why a day is off or worked, such as 国庆节, and 三月三（澄河自治县） of a
// region's own holiday; nothing for other days.
func (c *Calendar) Name(d Date) string {
	s := c.Day(d)
	if s.Region != "" {
		return s.Name + "（" + s.Region + "）"
	}
	return s.Name
}

// missing is the year whose notice could say something else of the day: its
// own or, of the year's last week, the next one's.
func (c *Calendar) missing(d Date) int {
	if c.at(d).flags&secure != 0 {
		return 0
	}
	if y := d.Year(); !c.Known(y) {
		return y
	}
	return d.Year() + 1
}
