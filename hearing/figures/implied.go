package figures

import "math"

// A Stated is a number that somebody printed with its share of a whole that
// is not printed: 231 件, 38 %.
type Stated struct {
	N       int // the number, at least 1
	Percent int // the share as printed, without the point: 38 for 38 %, 3762 for 37.62 %
	Places  int // decimals of the share, 0 to 4
}

// A Range is every whole that fits, both ends included. It is empty when Least
// is above Most: what was printed contradicts itself.
type Range struct{ Least, Most int }

// Empty reports whether no whole fits.
func (r Range) Empty() bool { return r.Least > r.Most }

// Implied returns the wholes of which every number is the share that was
// printed beside it, rounded half up. A share of zero sets no upper end.
func Implied(all ...Stated) Range {
	r := Range{1, math.MaxInt}
	for _, s := range all {
		scale := 200 * s.N // twice the number, in units of the last place
		for range s.Places {
			scale *= 10
		}
		r.Least = max(r.Least, s.N, scale/(2*s.Percent+1)+1)
		if s.Percent > 0 {
			r.Most = min(r.Most, scale/(2*s.Percent-1))
		}
	}
	return r
}

// Contradictions lists the pairs of which no whole fits both, by their places; a
// number that no whole fits is a pair with itself. Where there is no pair, all
// fit one whole: ranges that overlap two by two have a number in common.
func Contradictions(all []Stated) [][2]int {
	var out [][2]int
	for i, a := range all {
		if Implied(a).Empty() {
			out = append(out, [2]int{i, i})
			continue
		}
		for j := range i {
			if !Implied(all[j]).Empty() && Implied(a, all[j]).Empty() {
				out = append(out, [2]int{j, i})
			}
		}
	}
	return out
}
