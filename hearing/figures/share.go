package figures

import (
	"fmt"
	"slices"
)

// A Share is a part of a whole in hundredths of a percent: 6729 is 67.29 %.
type Share int

// String returns 67.29.
func (s Share) String() string { return fmt.Sprintf("%d.%02d", s/100, s%100) }

// MarshalText writes the share as String does.
func (s Share) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// A Percent is a part of a whole in whole percents: 38 is 38 %.
type Percent int

// whole is 100.00 %, in hundredths.
const whole = 10000

// Rounded gives each part's share, rounded half up by itself: the sum may miss
// 100.00 by a few hundredths.
func Rounded(parts []int) []Share { return halfUp[Share](parts, whole) }

// Shares gives the parts' shares so that they sum to 100.00, by the method of
// the largest remainder: each is rounded down, and what is missing goes to
// those that lost most. Of two that lost as much the earlier gets it.
func Shares(parts []int) []Share { return largest[Share](parts, whole) }

// Proportions gives the parts' shares in each way.
func Proportions(parts []int) []Proportion {
	exact, rounded := Shares(parts), Rounded(parts)
	percents, halves := largest[Percent](parts, 100), halfUp[Percent](parts, 100)
	out := make([]Proportion, len(parts))
	for i := range parts {
		out[i] = Proportion{exact[i], rounded[i], percents[i], halves[i]}
	}
	return out
}

// proportion is that of a part to all, beside which there is one other part.
func proportion(part, all int) Proportion {
	return Proportions([]int{part, max(all-part, 0)})[0]
}

func halfUp[T ~int](parts []int, whole int) []T {
	out := make([]T, len(parts))
	total := sum(parts)
	if total == 0 {
		return out
	}
	for i, n := range parts {
		out[i] = T((2*n*whole + total) / (2 * total))
	}
	return out
}

func largest[T ~int](parts []int, whole int) []T {
	out := make([]T, len(parts))
	total := sum(parts)
	if total == 0 {
		return out
	}
	missing := whole
	order := make([]int, len(parts))
	for i, n := range parts {
		out[i] = T(n * whole / total)
		missing -= int(out[i])
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return parts[b]*whole%total - parts[a]*whole%total })
	for _, i := range order[:missing] {
		out[i]++
	}
	return out
}

func sum(parts []int) int {
	total := 0
	for _, n := range parts {
		total += n
	}
	return total
}
