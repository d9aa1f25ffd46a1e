package compare

import "bytes"

// alone takes rows of one hash that the other list does not have.
func (j *joining) alone(l *List, rows []hashed, columns []int, rest *[]int32) {
	if len(rows) == 1 {
		*rest = append(*rest, rows[0].row)
		return
	}
	for _, same := range j.split(l, rows, columns) {
		*rest = append(*rest, same...)
		j.twice(l, same)
	}
}

// twice names rows that share a key.
func (j *joining) twice(l *List, rows []int32) {
	if len(rows) < 2 {
		return
	}
	for _, row := range rows {
		if l == j.r.A {
			j.add(TwiceA, row, -1, 0)
		} else {
			j.add(TwiceB, -1, row, 0)
		}
	}
}

// both pairs rows of one hash.
func (j *joining) both(left, right []hashed) {
	if len(left) == 1 && len(right) == 1 && j.same(left[0].row, right[0].row) {
		j.pair(left[0].row, right[0].row)
		return
	}
	a, b := j.split(j.r.A, left, j.keysA), j.split(j.r.B, right, j.keysB)
	used := make([]bool, len(b))
	for _, rows := range a {
		met := -1
		for i := range b {
			if !used[i] && j.same(rows[0], b[i][0]) {
				met, used[i] = i, true
				break
			}
		}
		j.twice(j.r.A, rows)
		if met < 0 {
			j.restA = append(j.restA, rows...)
			continue
		}
		j.twice(j.r.B, b[met])
		j.pairs(rows, b[met])
	}
	for i, rows := range b {
		if !used[i] {
			j.twice(j.r.B, rows)
			j.restB = append(j.restB, rows...)
		}
	}
}

// same reports whether a row of A and one of B have one key.
func (j *joining) same(a, b int32) bool {
	j.one, _ = j.key(j.one[:0], j.r.A, int(a), j.keysA)
	j.two, _ = j.key(j.two[:0], j.r.B, int(b), j.keysB)
	return bytes.Equal(j.one, j.two)
}

// mostAlike is how many pairs of rows of one key are looked at.
const mostAlike = 1_000_000

// pairs pairs rows of one key: first those that say the same, then the others in
// their order. Those that have no partner are only named as standing twice.
func (j *joining) pairs(a, b []int32) {
	taken := make([]bool, len(b))
	var left []int32
	for _, x := range a {
		met := false
		for i, y := range b {
			if len(a) > mostAlike/len(b) {
				break // a key that thousands share tells nothing apart
			}
			if !taken[i] && j.differing(x, y) == 0 {
				taken[i], met = true, true
				j.r.Same++
				break
			}
		}
		if !met {
			left = append(left, x)
		}
	}
	for i, y := range b {
		if !taken[i] && len(left) > 0 {
			j.pair(left[0], y)
			left = left[1:]
		}
	}
}

// pair compares two rows of one key.
func (j *joining) pair(a, b int32) {
	if diff := j.differing(a, b); diff != 0 {
		j.add(Differs, a, b, diff)
		return
	}
	j.r.Same++
}

// differing says which columns of two rows are different, a bit each.
func (j *joining) differing(a, b int32) uint32 {
	out := uint32(0)
	for i, p := range j.r.Plan.Diff {
		if !sameValue(j.r.A.cell(int(a), p.A), j.r.B.cell(int(b), p.B), j.r.Plan.Match == Exact) {
			out |= 1 << i
		}
	}
	return out
}
