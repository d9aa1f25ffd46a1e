package figures_test

import (
	"fmt"
	"math"
	"testing"

	"hearingdesk/hearing/figures"
)

// TestA08TheWholeBehindTwoShares: an article says 231 (38 %) and 181 (29 %); the
// whole is 614, 615 or 616, and no other prints both shares.
func TestA08TheWholeBehindTwoShares(t *testing.T) {
	got := figures.Implied(figures.Stated{N: 231, Percent: 38}, figures.Stated{N: 181, Percent: 29})
	if want := (figures.Range{Least: 614, Most: 616}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	for whole := 231; whole < 1000; whole++ {
		prints := math.Round(231*100/float64(whole)) == 38 && math.Round(181*100/float64(whole)) == 29
		if within := got.Least <= whole && whole <= got.Most; prints != within {
			t.Errorf("of %d both are printed: %v", whole, prints)
		}
	}
}

func TestImplied(t *testing.T) {
	for _, c := range []struct {
		name   string
		stated []figures.Stated
		want   figures.Range
	}{
		{"one of them", []figures.Stated{{N: 231, Percent: 38}}, figures.Range{Least: 601, Most: 616}},
		{"two decimals", []figures.Stated{{N: 288, Percent: 6729, Places: 2}}, figures.Range{Least: 428, Most: 428}},
		{"they contradict one another", []figures.Stated{{N: 231, Percent: 38}, {N: 181, Percent: 33}}, figures.Range{Least: 601, Most: 556}},
		{"more than the whole", []figures.Stated{{N: 5, Percent: 120}}, figures.Range{Least: 5, Most: 4}},
		{"all of it", []figures.Stated{{N: 7, Percent: 100}}, figures.Range{Least: 7, Most: 7}},
		{"too small to print", []figures.Stated{{N: 1, Percent: 0}}, figures.Range{Least: 201, Most: math.MaxInt}},
		{"nothing said", nil, figures.Range{Least: 1, Most: math.MaxInt}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := figures.Implied(c.stated...)
			if got.Empty() != c.want.Empty() || !got.Empty() && got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestImpliedIsWhatRounds compares the range with a search over all wholes.
func TestImpliedIsWhatRounds(t *testing.T) {
	for n := 1; n < 40; n++ {
		for percent := 1; percent <= 100; percent++ {
			got := figures.Implied(figures.Stated{N: n, Percent: percent})
			for whole := n; whole < 200*n+2; whole++ {
				rounds := (200*n+whole)/(2*whole) == percent
				if within := whole >= got.Least && whole <= got.Most; rounds != within {
					t.Fatalf("%d of %d is printed as %d %%: %v; the range is %v", n, whole, percent, rounds, got)
				}
			}
		}
	}
}

func TestContradictions(t *testing.T) {
	got := figures.Contradictions([]figures.Stated{{N: 231, Percent: 38}, {N: 181, Percent: 29}, {N: 181, Percent: 33}, {N: 5, Percent: 120}, {N: 1, Percent: 0}})
	if want := "[[0 2] [1 2] [3 3]]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}
