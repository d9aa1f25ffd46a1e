package compare

import (
	"cmp"
	"slices"
	"sync"
	"unicode"
)

// mostPosted is how many keys may share a pair of characters for it to tell them
// apart: what is more common than that is in every street's name.
const mostPosted = 2000

// beside is how many keys are looked at side by side.
const beside = 4

// edits is how many characters two keys of so many may differ in: one in four,
// at most three; of a key of one or two, none.
func edits(runes int) int {
	if runes < 3 {
		return 0
	}
	return min(max(runes/4, 1), 3)
}

// A gram is two characters beside each other; the ends of a text are one too.
type gram struct{ a, b rune }

// near pairs keys that few edits part, of what is in one list only: the nearest
// first, each row once.
func (j *joining) near() error {
	right := j.texts(j.r.B, j.restB, j.keysB)
	left := j.texts(j.r.A, j.restA, j.keysA)
	posted := post(right)
	found := make([][]Line, beside)
	var all sync.WaitGroup
	for n := range beside {
		all.Go(func() { found[n] = j.nearTo(left, right, posted, n) })
	}
	all.Wait()
	if err := j.ctx.Err(); err != nil {
		return err
	}
	j.choose(slices.Concat(found...))
	return nil
}

// nearTo finds what is near to each key of A whose turn it is, one in so many. The first
// of them tells how far it is.
func (j *joining) nearTo(left, right [][]rune, posted map[gram][]int32, turn int) (found []Line) {
	seen := make([]int32, len(right)) // the last row of A that looked at it, counted from 1
	for i := turn; i < len(left); i += beside {
		if i/beside%256 == 0 {
			if j.ctx.Err() != nil {
				return nil
			}
			if turn == 0 {
				j.tell(75 + 24*i/len(left))
			}
		}
		key := left[i]
		bound := edits(len(key))
		for _, g := range rarest(key, posted, 2*bound+1) {
			for _, at := range posted[g] {
				if seen[at] == int32(i+1) { //nolint:gosec // at most MostRows
					continue
				}
				seen[at] = int32(i + 1) //nolint:gosec // at most MostRows
				if d := distance(key, right[at], bound); d <= bound {
					found = append(found, Line{A: j.restA[i], B: j.restB[at], Edits: uint8(d)}) //nolint:gosec // at most three
				}
			}
		}
	}
	return found
}

// choose takes the nearest pairs, each row once, and leaves the others alone.
func (j *joining) choose(found []Line) {
	slices.SortFunc(found, func(x, y Line) int {
		return cmp.Or(cmp.Compare(x.Edits, y.Edits), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	a, b := map[int32]bool{}, map[int32]bool{}
	for _, l := range found {
		if a[l.A] || b[l.B] {
			continue
		}
		a[l.A], b[l.B] = true, true
		l.kind, l.Diff = uint8(slices.Index(Kinds, Near)), j.differing(l.A, l.B) //nolint:gosec // a few kinds
		j.r.Lines = append(j.r.Lines, l)
	}
	j.restA = slices.DeleteFunc(j.restA, func(row int32) bool { return a[row] })
	j.restB = slices.DeleteFunc(j.restB, func(row int32) bool { return b[row] })
}

// texts are the keys of rows, in characters. A number is no text: with one digit
// another it is another number, and has none here.
func (j *joining) texts(l *List, rows []int32, columns []int) [][]rune {
	out := make([][]rune, len(rows))
	var key []byte
	for i, row := range rows {
		key, _ = j.key(key[:0], l, int(row), columns)
		if text := []rune(string(key)); slices.ContainsFunc(text, unicode.IsLetter) {
			out[i] = text
		}
	}
	return out
}

func grams(key []rune, do func(gram)) {
	before := rune(0)
	for _, r := range key {
		do(gram{before, r})
		before = r
	}
	if len(key) > 0 {
		do(gram{before, 0})
	}
}

// post lists, for each pair of characters, the keys that have it.
func post(keys [][]rune) map[gram][]int32 {
	out := map[gram][]int32{}
	for i, key := range keys {
		grams(key, func(g gram) {
			list := out[g]
			if n := len(list); n > mostPosted || n > 0 && list[n-1] == int32(i) { //nolint:gosec // at most MostRows
				return
			}
			out[g] = append(list, int32(i)) //nolint:gosec // at most MostRows
		})
	}
	return out
}

// rarest are the pairs of a key that the fewest others have. An edit takes two of
// them away, so that of 2k+1 one is left in every key that k edits make.
func rarest(key []rune, posted map[gram][]int32, most int) []gram {
	var out []gram
	grams(key, func(g gram) {
		if !slices.Contains(out, g) {
			out = append(out, g)
		}
	})
	slices.SortFunc(out, func(x, y gram) int { return cmp.Compare(len(posted[x]), len(posted[y])) })
	out = out[:min(most, len(out))]
	return slices.DeleteFunc(out, func(g gram) bool { return len(posted[g]) > mostPosted })
}

// distance is how many characters must be put in, left out or changed to make b
// of a; more than most is not counted any further.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	var few [64]int
	row := few[:]
	if len(b) >= len(few) {
		row = make([]int, len(b)+1)
	}
	row = row[:len(b)+1]
	for i := range row {
		row[i] = i
	}
	for i, x := range a {
		before, least := row[0], i+1
		row[0] = i + 1
		for k, y := range b {
			cost := before
			if x != y {
				cost = 1 + min(before, row[k], row[k+1])
			}
			before, row[k+1] = row[k+1], cost
			least = min(least, cost)
		}
		if least > most {
			return most + 1
		}
	}
	return row[len(b)]
}
