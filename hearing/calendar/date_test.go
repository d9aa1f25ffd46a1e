package calendar

import (
	"testing"
	"time"
)

// TestDatesAgreeWithTheStandardLibrary goes through every day of 9999 years,
// outside 1900 to 2199 one in seven.
func TestDatesAgreeWithTheStandardLibrary(t *testing.T) {
	if NewDate(1949, 10, 1).n != founding || NewDate(2100, 12, 31).n != end || NewDate(9999, 12, 31).n != last {
		t.Fatalf("founding %d, end %d, last %d", NewDate(1949, 10, 1).n, NewDate(2100, 12, 31).n, NewDate(9999, 12, 31).n)
	}
	var step int
	for x := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); x.Year() < 10000; x = x.AddDate(0, 0, step) {
		if step = 7; x.Year() >= 1900 && x.Year() < 2200 {
			step = 1
		}
		y, m, n := x.Date()
		d := NewDate(y, m, n)
		if y2, m2, n2 := d.split(); y2 != y || m2 != m || n2 != n || d.Weekday() != x.Weekday() || d.String() != x.Format(time.DateOnly) {
			t.Fatalf("%s is %s, %s", x, d, d.Weekday())
		}
		if !d.In(time.UTC).Equal(x) {
			t.Fatalf("%s begins at %s", d, d.In(time.UTC))
		}
	}
}
