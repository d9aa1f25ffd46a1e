package calendar

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
)

// A Calendar knows the rest days and the worked rest days of the years whose
// notice by the State Council it was given, with a region's own holidays on
// top. It never guesses: see [Calendar.Known].
type Calendar struct {
	days  map[Date]day
	years map[int]string // source of each year's table
}

type day struct {
	off  bool
	name string
}

// A TableError says what is wrong with one line of a holiday table.
type TableError struct {
	Line int
	Text string
}

// Error names the line.
func (e *TableError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Text) }

// Load reads a holiday table: lines of date, kind (off or work), name; a line
// "year,2023,source" opens a year and says where its table comes from. Later
// tables (a region's own holidays) are added by [Calendar.With].
func Load(table []byte) (*Calendar, error) {
	c := &Calendar{days: map[Date]day{}, years: map[int]string{}}
	if err := c.read(table); err != nil {
		return nil, fmt.Errorf("read holiday table: %w", err)
	}
	return c, nil
}

// With returns the calendar with another table on top of it; c stays as it is.
func (c *Calendar) With(table []byte) (*Calendar, error) {
	more := &Calendar{days: maps.Clone(c.days), years: maps.Clone(c.years)}
	if err := more.read(table); err != nil {
		return nil, fmt.Errorf("read local holiday table: %w", err)
	}
	return more, nil
}

func (c *Calendar) read(table []byte) error {
	r := csv.NewReader(strings.NewReader(string(table)))
	r.Comment = '#'
	r.FieldsPerRecord = 3
	r.TrimLeadingSpace = true
	for {
		f, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			var p *csv.ParseError
			if errors.As(err, &p) {
				return &TableError{p.Line, p.Err.Error()}
			}
			return err
		}
		line, _ := r.FieldPos(0)
		if f[0] == "year" {
			first, err := ParseDate(f[1] + "-01-01")
			if err != nil {
				return &TableError{line, fmt.Sprintf("%q is not a year", f[1])}
			}
			c.years[first.Year()] = f[2]
			continue
		}
		d, err := ParseDate(f[0])
		if err != nil {
			return &TableError{line, err.Error()}
		}
		if f[1] != "off" && f[1] != "work" {
			return &TableError{line, fmt.Sprintf("%q is neither off nor work", f[1])}
		}
		c.days[d] = day{f[1] == "off", f[2]}
	}
}

// Known reports whether the calendar has the year's table.
func (c *Calendar) Known(year int) bool { _, ok := c.years[year]; return ok }

// Source says where a year's table comes from.
func (c *Calendar) Source(year int) string { return c.years[year] }

// Years lists the years that have a table.
func (c *Calendar) Years() []int { return slices.Sorted(maps.Keys(c.years)) }

// Working reports whether d is a working day: a weekday that is no holiday, or
// a rest day that the notice makes up. Of a year without a table it only knows
// the weekends.
func (c *Calendar) Working(d Date) bool {
	if x, ok := c.days[d]; ok {
		return !x.off
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}

// Name says why a day is off or worked, such as 国庆节; nothing for other days.
func (c *Calendar) Name(d Date) string { return c.days[d].name }
