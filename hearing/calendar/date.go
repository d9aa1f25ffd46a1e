// Package calendar counts the days of the law: dates without a zone, the
// working days of the State Council's notices, and the periods that statutes
// count in days, working days and months.
package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Date is a day of the Gregorian calendar without a time or a zone. The zero
// Date is no date.
type Date struct{ y, m, d int16 }

// NewDate returns the date; days and months beyond their range carry over, as
// they do in [time.Date].
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the date on which t falls in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int16(y), int16(m), int16(d)} //nolint:gosec // a year beyond 32767 cannot be typed
}

// ParseDate reads 2023-07-18.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date such as 2023-07-18", s)
	}
	return DateOf(t), nil
}

// Year returns the year.
func (d Date) Year() int { return int(d.y) }

// Month returns the month.
func (d Date) Month() time.Month { return time.Month(d.m) }

// Day returns the day of the month.
func (d Date) Day() int { return int(d.d) }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.In(time.UTC).Weekday() }

// In returns the first instant of the date in a zone.
func (d Date) In(zone *time.Location) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, zone)
}

// AddDays returns the date n days later; n may be negative.
func (d Date) AddDays(n int) Date { return NewDate(d.Year(), d.Month(), d.Day()+n) }

// AddMonths returns the same day number n months later, or the month's last
// day where there is none (民法典, art. 202).
func (d Date) AddMonths(n int) Date {
	first := NewDate(d.Year(), d.Month()+time.Month(n), 1)
	last := NewDate(first.Year(), first.Month()+1, 0)
	if d.Day() > last.Day() {
		return last
	}
	return NewDate(first.Year(), first.Month(), d.Day())
}

// Sub returns the number of days from e to d.
func (d Date) Sub(e Date) int { return int(d.In(time.UTC).Sub(e.In(time.UTC)).Hours() / 24) }

// Compare returns -1, 0 or 1.
func (d Date) Compare(e Date) int { return d.In(time.UTC).Compare(e.In(time.UTC)) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// String returns 2023-07-18, and nothing for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.y, d.m, d.d)
}

// MarshalText returns the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	p, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = p
	return nil
}

// A Partial is a date known only as far as a year, a month or a day.
type Partial struct {
	Year  int
	Month time.Month // 0 when unknown
	Day   int        // 0 when unknown
}

// ParsePartial reads 1985, 1985-03 or 1985-03-12.
func ParsePartial(s string) (Partial, error) {
	bad := fmt.Errorf("%q is not a date such as 1985, 1985-03 or 1985-03-12", s)
	parts := strings.Split(s, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return Partial{}, bad
	}
	full := s + "-01-01"[3*(len(parts)-1):]
	d, err := ParseDate(full)
	if err != nil {
		return Partial{}, bad
	}
	p := Partial{Year: d.Year()}
	if len(parts) > 1 {
		p.Month = d.Month()
	}
	if len(parts) > 2 {
		p.Day = d.Day()
	}
	return p, nil
}

// IsZero reports whether nothing is known.
func (p Partial) IsZero() bool { return p == Partial{} }

// Earliest returns the first date that p can be.
func (p Partial) Earliest() Date {
	return NewDate(p.Year, max(p.Month, 1), max(p.Day, 1))
}

// Latest returns the last date that p can be.
func (p Partial) Latest() Date {
	switch {
	case p.Month == 0:
		return NewDate(p.Year, 12, 31)
	case p.Day == 0:
		return NewDate(p.Year, p.Month+1, 0)
	}
	return NewDate(p.Year, p.Month, p.Day)
}

// String returns what ParsePartial reads.
func (p Partial) String() string {
	switch {
	case p.IsZero():
		return ""
	case p.Month == 0:
		return strconv.Itoa(p.Year)
	case p.Day == 0:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	}
	return NewDate(p.Year, p.Month, p.Day).String()
}

// MarshalText returns p as String does.
func (p Partial) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (p *Partial) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = Partial{}
		return nil
	}
	q, err := ParsePartial(string(b))
	if err != nil {
		return err
	}
	*p = q
	return nil
}
