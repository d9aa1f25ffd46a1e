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

// whole is 100.00 %.
const whole = 10000

// Rounded gives each part's share, rounded half up by itself: the sum may miss
// 100.00 by a few hundredths.
func Rounded(parts []int) []Share {
	out := make([]Share, len(parts))
	total := sum(parts)
	if total == 0 {
		return out
	}
	for i, n := range parts {
		out[i] = Share((2*n*whole + total) / (2 * total))
	}
	return out
}

// Shares gives the parts' shares so that they sum to 100.00, by the method of
// the largest remainder: each is rounded down, and what is missing goes to
// those that lost most. Of two that lost as much the earlier gets it.
func Shares(parts []int) []Share {
	out := make([]Share, len(parts))
	total := sum(parts)
	if total == 0 {
		return out
	}
	missing := whole
	order := make([]int, len(parts))
	for i, n := range parts {
		out[i] = Share(n * whole / total)
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
