package calendar

import (
	"fmt"
	"strings"
	"time"
)

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
		return fmt.Sprintf("%04d", p.Year)
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
