package hearing

import (
	"slices"
	"time"
)

// A Copy is a backup of the desk that the program made by itself, or was told to
// make.
type Copy struct {
	File   string
	At     time.Time // when it was begun
	Size   int64     // in bytes, of the file alone
	Locked bool      // it is encrypted: it opens with the passphrase or the code alone, of the copies or of the file
}

// How long copies are kept: of the last day one an hour, of the last month one a
// day, of the last year one a month.
const (
	hourlyCopies  = 24 * time.Hour
	dailyCopies   = 30 * 24 * time.Hour
	monthlyCopies = 366 * 24 * time.Hour
)

// Spare returns the copies that need not be kept any longer. Of each hour, day or
// month the last one stays. The newest one is never spared, nor one that is of a
// later time than now: the clock may be wrong.
func Spare(copies []Copy, now time.Time) []Copy {
	sorted := slices.Clone(copies)
	slices.SortStableFunc(sorted, func(a, b Copy) int { return b.At.Compare(a.At) })
	var out []Copy
	seen := map[string]bool{}
	for i, c := range sorted {
		span := c.At.Format("h2006-01-02 15")
		switch age := now.Sub(c.At); {
		case i == 0 || age < 0:
			seen[span] = true
			continue
		case age >= monthlyCopies:
			out = append(out, c)
			continue
		case age >= dailyCopies:
			span = c.At.Format("m2006-01")
		case age >= hourlyCopies:
			span = c.At.Format("d2006-01-02")
		}
		if seen[span] {
			out = append(out, c)
		}
		seen[span] = true
	}
	return out
}

// Thin returns copies that can be given up, so that there is room for so many bytes more:
// again and again the one beside which, in time, others are the nearest. The two newest ones
// and the oldest one stay, even where that is too little.
func Thin(copies []Copy, bytes int64) []Copy {
	left := slices.Clone(copies)
	slices.SortStableFunc(left, func(a, b Copy) int { return a.At.Compare(b.At) })
	var out []Copy
	for bytes > 0 && len(left) > 3 {
		near := 1
		for i := 2; i < len(left)-2; i++ {
			if left[i+1].At.Sub(left[i-1].At) < left[near+1].At.Sub(left[near-1].At) {
				near = i
			}
		}
		out, bytes = append(out, left[near]), bytes-left[near].Size
		left = slices.Delete(left, near, near+1)
	}
	return out
}

// A Difference is one record that a restore would change.
type Difference struct {
	Kind string
	ID   ID
	Name string
	Does string // what the restore does to it: DifferBack, DifferChanged, DifferGone
}

// What a restore would do to a record.
const (
	DifferBack    = "back"    // it is in the backup alone: it comes back
	DifferChanged = "changed" // it becomes what it was
	DifferGone    = "gone"    // it is in the desk alone: it goes
)
