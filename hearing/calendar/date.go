// Package calendar counts the days of the law: dates without a zone, the
// working days of the State Council's notices, and the periods that statutes
// count in hours, days, working days and months.
package calendar

import (
	"errors"
	"fmt"
	"time"
)

// ErrRange says that a date is none of this desk's work: before the founding
// of the People's Republic or after 2100, where no notice will be known.
var ErrRange = errors.New("a date lies outside 1949-10-01 to 2100-12-31")

// A Date is a day of the Gregorian calendar without a time or a zone, of the
// years 1 to 9999. The zero Date is no date; whatever would lie beyond those
// years is no date either, never another one.
type Date struct{ n int32 } // days since the last day before the year 1

const (
	yearMin, yearMax = 1949, 2100                   // what is plausible, and what a table may be of
	last             = 3652059                      // 9999-12-31
	founding, end    = int32(711766), int32(767009) // 1949-10-01, 2100-12-31; held by a test
)

// NewDate returns the date; days and months beyond their range carry over, as
// they do in [time.Date].
func NewDate(year int, month time.Month, day int) Date {
	m := int(month) - 1
	year += m / 12
	if m %= 12; m < 0 {
		m, year = m+12, year-1
	}
	if year < 0 || year > 10000 || day < -last || day > last {
		return Date{}
	}
	return number(before(year, m) + day)
}

// number is the date of a day number, or none.
func number(n int) Date {
	if n < 1 || n > last {
		return Date{}
	}
	return Date{int32(n)}
}

var months = [13]int{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// before counts the days before a month (0 to 11) of a year.
func before(year, month int) int {
	y := year - 1
	n := y*365 + y/4 - y/100 + y/400 + months[month]
	if year == 0 {
		n--
	}
	if month > 1 && leap(year) {
		n++
	}
	return n
}

// DateOf returns the date on which t falls in t's own zone.
func DateOf(t time.Time) Date { return NewDate(t.Date()) }

// ParseDate reads 2023-07-18.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	d := DateOf(t)
	if err != nil || d.IsZero() {
		return Date{}, fmt.Errorf("%q is not a date such as 2023-07-18", s)
	}
	return d, nil
}

// split returns the year, the month and the day.
func (d Date) split() (int, time.Month, int) {
	if d.n == 0 {
		return 0, 0, 0
	}
	y := int(d.n)*400/146097 + 1
	for before(y, 0) >= int(d.n) {
		y--
	}
	for before(y+1, 0) < int(d.n) {
		y++
	}
	day := int(d.n) - before(y, 0)
	if leap(y) && day > 59 {
		if day == 60 {
			return y, time.February, 29
		}
		day--
	}
	m := (day - 1) / 31
	if day > months[m+1] {
		m++
	}
	return y, time.Month(m + 1), day - months[m]
}

// Year returns the year.
func (d Date) Year() int { y, _, _ := d.split(); return y }

// Month returns the month.
func (d Date) Month() time.Month { _, m, _ := d.split(); return m }

// Day returns the day of the month.
func (d Date) Day() int { _, _, n := d.split(); return n }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.n == 0 }

// Plausible reports whether the desk can work with d: see [ErrRange].
func (d Date) Plausible() bool { return d.n >= founding && d.n <= end }

// check is the error of a date that is not plausible.
func (d Date) check() error {
	switch {
	case d.IsZero():
		return fmt.Errorf("no date: %w", ErrRange)
	case !d.Plausible():
		return fmt.Errorf("%s: %w", d, ErrRange)
	}
	return nil
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return time.Weekday(d.n % 7) }

// weekend reports whether d is a Saturday or a Sunday.
func (d Date) weekend() bool { w := d.n % 7; return w == 6 || w == 0 }

// In returns the first instant of the date in a zone; no date has the zero
// instant.
func (d Date) In(zone *time.Location) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	y, m, n := d.split()
	return time.Date(y, m, n, 0, 0, 0, 0, zone)
}

// AddDays returns the date n days later; n may be negative.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > last || n < -last {
		return Date{}
	}
	return number(int(d.n) + n)
}

// AddMonths returns the same day number n months later, or the month's last
// day where there is none (民法典, art. 202).
func (d Date) AddMonths(n int) Date {
	to, _ := d.addMonths(n)
	return to
}

// addMonths also reports whether the month was too short.
func (d Date) addMonths(n int) (Date, bool) {
	if d.IsZero() || n > last || n < -last {
		return Date{}, false
	}
	y, m, day := d.split()
	first, next := NewDate(y, m+time.Month(n), 1), NewDate(y, m+time.Month(n)+1, 1)
	if first.IsZero() {
		return Date{}, false
	}
	if next.IsZero() { // December 9999 has 31 days
		return first.AddDays(day - 1), false
	}
	if size := next.Sub(first); day > size {
		return first.AddDays(size - 1), true
	}
	return first.AddDays(day - 1), false
}

// Sub returns the number of days from e to d.
func (d Date) Sub(e Date) int { return int(d.n - e.n) }

// Compare returns -1, 0 or 1; no date comes before every date.
func (d Date) Compare(e Date) int {
	switch {
	case d.n < e.n:
		return -1
	case d.n > e.n:
		return 1
	}
	return 0
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.n > e.n }

// String returns 2023-07-18, and nothing for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	y, m, n := d.split()
	digits := func(v, at int) byte { return byte('0' + v/at%10) } //nolint:gosec // one digit
	return string([]byte{digits(y, 1000), digits(y, 100), digits(y, 10), digits(y, 1), '-',
		digits(int(m), 10), digits(int(m), 1), '-', digits(n, 10), digits(n, 1)})
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
