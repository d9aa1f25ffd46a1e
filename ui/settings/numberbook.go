package settings

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"hearingdesk/assets"
	"hearingdesk/hearing"
)

// A Ledger is the book of document numbers.
type Ledger interface {
	Numbers(ctx context.Context, year int) ([]hearing.Number, error)
	Ranges(ctx context.Context, year int) ([]hearing.Range, error)
	SetRange(ctx context.Context, r hearing.Range) error
	VoidNumber(ctx context.Context, n hearing.Number, reason string) error
}

// numbering is the program's way to number papers.
var numbering = sync.OnceValues(func() (hearing.Numbering, error) { return hearing.ReadNumbering(assets.Numbers) })

// A seriesRow is one category of numbers in a year.
type seriesRow struct {
	program hearing.ProgramSeries
	own     hearing.Series
	span    hearing.Range
	taken   []hearing.Number // the latest first; voided ones too
	voided  int
	twice   []string
}

// place is that of the next number; 0 where the range is used up.
func (r seriesRow) place() int {
	highest := 0
	for _, n := range r.taken {
		if n.N >= r.span.First && (r.span.Last == 0 || n.N <= r.span.Last) {
			highest = max(highest, n.N)
		}
	}
	next, _ := r.span.Next(highest) // 0 with its error
	return next
}

// seriesRows is what the year's book says of each category, in the program's
// order.
func seriesRows(n hearing.Numbering, o hearing.Office, year int, spans []hearing.Range, numbers []hearing.Number) []seriesRow {
	out := make([]seriesRow, len(n.Series))
	for i, s := range n.Series {
		r := seriesRow{program: s, own: n.Own(o, s), span: hearing.Range{Series: s.Name, Year: year}}
		for _, span := range spans {
			if span.Series == s.Name {
				r.span = span
			}
		}
		seen := map[int]bool{}
		for _, one := range numbers {
			if one.Series != s.Name {
				continue
			}
			r.taken = append(r.taken, one)
			if one.Void() {
				r.voided++
			}
			if seen[one.N] {
				r.twice = append(r.twice, one.Text)
			}
			seen[one.N] = true
		}
		slices.Reverse(r.taken)
		out[i] = r
	}
	return out
}

// readSpan reads the ends of a range as they are typed; both may be empty.
func readSpan(series string, year int, first, last string) (hearing.Range, bool) {
	r := hearing.Range{Series: series, Year: year}
	ok := true
	read := func(s string, to *int) {
		if s = strings.TrimSpace(s); s != "" {
			n, err := strconv.Atoi(s)
			ok = ok && err == nil && n > 0
			*to = n
		}
	}
	read(first, &r.First)
	read(last, &r.Last)
	return r, ok && len(r.Validate()) == 0
}
