package texts

import "strings"

// A Line is one line of two texts that are compared.
type Line struct {
	Sign byte // ' ' in both, '-' only in the old one, '+' only in the new one
	Text string
}

// Compare sets two texts line by line: what stays, what went, what came. Of what
// stays, more than a few lines in a row are left out; a line of three dots
// stands for them.
func Compare(old, now string) []Line {
	return fold(align(strings.Split(old, "\n"), strings.Split(now, "\n")))
}

// largest is how much is compared line by line; beyond it the new text is shown
// below the old one.
const largest = 4 << 20

// align finds the longest lines that both have in the same order.
func align(a, b []string) []Line {
	if len(a)*len(b) > largest {
		var out []Line
		for _, l := range a {
			out = append(out, Line{'-', l})
		}
		for _, l := range b {
			out = append(out, Line{'+', l})
		}
		return out
	}
	most := make([][]int, len(a)+1)
	for i := range most {
		most[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				most[i][j] = most[i+1][j+1] + 1
			} else {
				most[i][j] = max(most[i+1][j], most[i][j+1])
			}
		}
	}
	var out []Line
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			out = append(out, Line{' ', a[i]})
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || most[i+1][j] >= most[i][j+1]):
			out = append(out, Line{'-', a[i]})
			i++
		default:
			out = append(out, Line{'+', b[j]})
			j++
		}
	}
	return out
}

// around is how many lines that stay are shown beside one that does not.
const around = 2

func fold(lines []Line) []Line {
	near := make([]bool, len(lines))
	for i, l := range lines {
		if l.Sign != ' ' {
			for j := max(0, i-around); j < min(len(lines), i+around+1); j++ {
				near[j] = true
			}
		}
	}
	var out []Line
	for i, l := range lines {
		if near[i] {
			out = append(out, l)
		} else if i == 0 || near[i-1] {
			out = append(out, Line{' ', "…"})
		}
	}
	return out
}
