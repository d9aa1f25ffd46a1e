package figures_test

import (
	"testing"

	"hearingdesk/hearing/figures"
)

func TestChange(t *testing.T) {
	for _, c := range []struct {
		now, then, difference int
		percent               string
	}{
		{9, 8, 1, "+12.50%"}, {97, 100, -3, "-3.00%"}, {5, 5, 0, "0.00%"}, {0, 3, -3, "-100.00%"},
		{2, 3, -1, "-33.33%"}, {5, 3, 2, "+66.67%"}, {7, 0, 7, "—"}, {0, 0, 0, "—"}, {1000, 1, 999, "+99900.00%"},
	} {
		got := figures.Change{Now: c.now, Then: c.then}
		if got.Difference() != c.difference || got.Percent() != c.percent {
			t.Errorf("%d after %d: %d, %s; want %d, %s", c.now, c.then, got.Difference(), got.Percent(), c.difference, c.percent)
		}
	}
}

func TestYearBefore(t *testing.T) {
	for _, c := range [][4]string{
		{"2023-01-01", "2023-12-31", "2022-01-01", "2022-12-31"},
		{"2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28"},
		{"2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29"},
		{"2024-02-29", "2024-03-10", "2023-02-28", "2023-03-10"},
		{"2023-07-05", "2023-08-04", "2022-07-05", "2022-08-04"},
	} {
		from, to := figures.YearBefore(day(c[0]), day(c[1]))
		if from.String() != c[2] || to.String() != c[3] {
			t.Errorf("a year before %s to %s: %s to %s", c[0], c[1], from, to)
		}
	}
}

func TestBefore(t *testing.T) {
	for _, c := range [][4]string{
		{"2023-01-01", "2023-12-31", "2022-01-01", "2022-12-31"},
		{"2024-03-01", "2024-03-31", "2024-02-01", "2024-02-29"},
		{"2023-04-01", "2023-06-30", "2023-01-01", "2023-03-31"},
		{"2023-07-03", "2023-07-09", "2023-06-26", "2023-07-02"},
	} {
		from, to := figures.Before(day(c[0]), day(c[1]))
		if from.String() != c[2] || to.String() != c[3] {
			t.Errorf("before %s to %s: %s to %s", c[0], c[1], from, to)
		}
	}
}
