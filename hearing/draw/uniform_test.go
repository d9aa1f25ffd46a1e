package draw_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"hearingdesk/hearing"
)

// chi2 is Pearson's statistic of counts that should be alike.
func chi2(counts []int) float64 {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	want, out := float64(sum)/float64(len(counts)), 0.0
	for _, n := range counts {
		out += (float64(n) - want) * (float64(n) - want) / want
	}
	return out
}

// critical is what chi2 stays below of a fair draw but for one time in a
// thousand of tests of so many cells (Wilson and Hilferty).
func critical(cells int, tests int) float64 {
	z := math.Sqrt2 * math.Erfinv(1-2*0.001/float64(tests))
	k := float64(cells - 1)
	return k * math.Pow(1-2/(9*k)+z*math.Sqrt(2/(9*k)), 3)
}

// far lists the positions of many orders in which some come up more often than
// others, and of the first two places the pairs.
func far(orders [][]int) []string {
	n := len(orders[0])
	at, pairs := make([][]int, n), make([]int, n*n)
	for i := range at {
		at[i] = make([]int, n)
	}
	for _, o := range orders {
		for i, x := range o {
			at[i][x-1]++
		}
		pairs[(o[0]-1)*n+o[1]-1]++
	}
	var out []string
	for i, counts := range at {
		if x := chi2(counts); x > critical(n, n+1) {
			out = append(out, fmt.Sprintf("place %d: χ² %.1f > %.1f", i+1, x, critical(n, n+1)))
		}
	}
	var apart []int // nobody is drawn twice
	for i, c := range pairs {
		if i/n != i%n {
			apart = append(apart, c)
		}
	}
	if x := chi2(apart); x > critical(len(apart), n+1) {
		out = append(out, fmt.Sprintf("pairs: χ² %.1f > %.1f", x, critical(len(apart), n+1)))
	}
	return out
}

const draws = 6000

// TestTheDrawIsUniform draws many times by many seeds: each member of the pool
// stands as often in each place of the order, and each pair in the first two.
func TestTheDrawIsUniform(t *testing.T) {
	for _, n := range []int{5, 9, 12} {
		orders := make([][]int, draws)
		for i := range orders {
			d := asked(n, fmt.Sprintf("第%d期", i))
			orders[i] = made(t, d).Order
		}
		for _, wrong := range far(orders) {
			t.Errorf("pool of %d, %s", n, wrong)
		}
	}
}

// TestTheTestSeesABiasedShuffle: the wrong shuffle that exchanges each element
// with any other is found out by the same statistic.
func TestTheTestSeesABiasedShuffle(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same in each run
	orders := make([][]int, draws)
	for i := range orders {
		o := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
		for j := range o {
			k := r.IntN(len(o))
			o[j], o[k] = o[k], o[j]
		}
		orders[i] = o
	}
	if len(far(orders)) < 5 {
		t.Error("a biased shuffle passes")
	}
}

// TestWithinAClassAllAreAlike: with quotas, whoever is of one class is drawn as
// often as the others of it, and so are the alternates.
func TestWithinAClassAllAreAlike(t *testing.T) {
	drawn, spare := map[hearing.OfficerClass]map[hearing.ID]int{}, map[hearing.OfficerClass]map[hearing.ID]int{}
	count := func(in map[hearing.OfficerClass]map[hearing.ID]int, c hearing.DrawCandidate) {
		if in[c.Class] == nil {
			in[c.Class] = map[hearing.ID]int{}
		}
		in[c.Class][c.Person]++
	}
	for i := range draws {
		d := asked(17, fmt.Sprint(i))
		for k := range d.Pool {
			d.Pool[k].Specialties = nil // or some of a class would fit more quotas
		}
		d.Quotas = []hearing.DrawQuota{{Class: hearing.ClassLaw, N: 2}, {Class: hearing.ClassExpert, N: 1}}
		d = made(t, d)
		for _, n := range d.Drawn {
			count(drawn, d.Candidate(n))
		}
		for _, n := range d.Spare {
			count(spare, d.Candidate(n))
		}
	}
	for name, all := range map[string]map[hearing.OfficerClass]map[hearing.ID]int{"drawn": drawn, "alternates": spare} {
		for class, by := range all {
			var counts []int
			for _, n := range by {
				counts = append(counts, n)
			}
			if len(counts) < 5 || chi2(counts) > critical(len(counts), 6) {
				t.Errorf("%s of %s: %v, χ² %.1f", name, class, counts, chi2(counts))
			}
		}
	}
}
