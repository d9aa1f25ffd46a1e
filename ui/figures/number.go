package figures

import (
	"strconv"
	"strings"
)

// number writes a number with a thin gap between the thousands: 1 234.
func number(n int) string {
	s := strconv.Itoa(n)
	var parts []string
	for len(s) > 3 {
		parts = append([]string{s[len(s)-3:]}, parts...)
		s = s[:len(s)-3]
	}
	return strings.Join(append([]string{s}, parts...), " ")
}
