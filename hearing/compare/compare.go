package compare

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"hash/maphash"
	"slices"

	"hearingdesk/hearing"
)

// A Kind is what was found of a row (比对结果).
type Kind string

// The kinds.
const (
	OnlyA   Kind = "only-a"  // 只在甲表
	OnlyB   Kind = "only-b"  // 只在乙表
	Differs Kind = "differs" // 两表都有，内容不同
	Near    Kind = "near"    // 近似，需核对
	TwiceA  Kind = "twice-a" // 甲表键值重复
	TwiceB  Kind = "twice-b" // 乙表键值重复
	EmptyA  Kind = "empty-a" // 甲表无键值
	EmptyB  Kind = "empty-b" // 乙表无键值
)

// Kinds lists every kind in the order of a result.
var Kinds = []Kind{OnlyA, OnlyB, Differs, Near, TwiceA, TwiceB, EmptyA, EmptyB}

// Term names the kind.
func (k Kind) Term() hearing.Term {
	return map[Kind]hearing.Term{
		OnlyA:   {Zh: "只在甲表", En: "Only in A"},
		OnlyB:   {Zh: "只在乙表", En: "Only in B"},
		Differs: {Zh: "内容不同", En: "Different"},
		Near:    {Zh: "近似，需核对", En: "Near: to be checked"},
		TwiceA:  {Zh: "甲表重复", En: "Twice in A"},
		TwiceB:  {Zh: "乙表重复", En: "Twice in B"},
		EmptyA:  {Zh: "甲表无键值", En: "No key in A"},
		EmptyB:  {Zh: "乙表无键值", En: "No key in B"},
	}[k]
}

// A Pair is a column of A and the one of B that says the same.
type Pair struct{ A, B int }

// A Plan is how two lists are compared.
type Plan struct {
	Keys  []Pair // what makes two rows one, at least one
	Match Match
	Diff  []Pair // what is compared of rows that are in both, at most 32
}

// A Line is one thing that was found.
type Line struct {
	A, B  int32  // rows; -1 is none
	Diff  uint32 // which of the plan's columns differ, a bit each
	Edits uint8  // of a near one: how many characters are different
	kind  uint8  // index in Kinds
}

// Kind is what was found.
func (l Line) Kind() Kind { return Kinds[l.kind] }

// A Result is what a comparison found: by kind, in the order of the rows.
type Result struct {
	A, B  *List
	Plan  Plan
	Lines []Line
	Same  int // rows of A that are in B with nothing that differs
}

// The errors of a plan that cannot be followed.
var (
	ErrNoKey   = errors.New("no key columns are chosen")
	ErrColumns = errors.New("a column that a list does not have, or more than can be compared")
)

// Count says how many lines there are of a kind.
func (r *Result) Count(k Kind) int {
	n := 0
	for _, l := range r.Lines {
		if l.Kind() == k {
			n++
		}
	}
	return n
}

// Compare compares two lists. tell is told how far it is, in hundredths; it may
// be nil. The error is that of the context, [ErrNoKey] or [ErrColumns].
func Compare(ctx context.Context, a, b *List, p Plan, tell func(percent int)) (*Result, error) {
	if len(p.Keys) == 0 {
		return nil, ErrNoKey
	}
	for _, pair := range slices.Concat(p.Keys, p.Diff) {
		if pair.A < 0 || pair.B < 0 || pair.A >= len(a.heads) || pair.B >= len(b.heads) || len(p.Diff) > 32 {
			return nil, ErrColumns
		}
	}
	if tell == nil {
		tell = func(int) {}
	}
	j := joining{ctx: ctx, r: &Result{A: a, B: b, Plan: p}, seed: maphash.MakeSeed(), tell: tell}
	for _, x := range p.Keys {
		j.keysA, j.keysB = append(j.keysA, x.A), append(j.keysB, x.B)
	}
	if err := j.run(); err != nil {
		return nil, err
	}
	slices.SortFunc(j.r.Lines, func(x, y Line) int {
		return cmp.Or(cmp.Compare(x.kind, y.kind), cmp.Compare(uint32(x.A), uint32(y.A)), cmp.Compare(uint32(x.B), uint32(y.B))) //nolint:gosec // -1 comes last
	})
	return j.r, nil
}

// A joining is a comparison under way.
type joining struct {
	ctx          context.Context //nolint:containedctx // it lives for one call
	r            *Result
	seed         maphash.Seed
	keysA, keysB []int
	restA, restB []int32 // rows that are in one list only
	one, two     []byte  // keys that are being compared
	tell         func(int)
}

// A hashed is a row with the hash of its key.
type hashed struct {
	sum uint64
	row int32
}

func (j *joining) run() error {
	left, err := j.hash(j.r.A, j.keysA, EmptyA)
	if err != nil {
		return err
	}
	j.tell(25)
	right, err := j.hash(j.r.B, j.keysB, EmptyB)
	if err != nil {
		return err
	}
	j.tell(50)
	if err := j.merge(left, right); err != nil {
		return err
	}
	j.tell(75)
	if j.r.Plan.Match == Fuzzy {
		if err := j.near(); err != nil {
			return err
		}
	}
	for _, row := range j.restA {
		j.add(OnlyA, row, -1, 0)
	}
	for _, row := range j.restB {
		j.add(OnlyB, -1, row, 0)
	}
	j.tell(100)
	return j.ctx.Err()
}

// hash returns the rows of a list in the order of their keys' hashes; those
// without a key are said to be so.
func (j *joining) hash(l *List, columns []int, empty Kind) ([]hashed, error) {
	out := make([]hashed, 0, l.Len())
	var key []byte
	for row := range l.Len() {
		if row%4096 == 0 && j.ctx.Err() != nil {
			return nil, j.ctx.Err()
		}
		var is bool
		if key, is = j.key(key[:0], l, row, columns); !is {
			if empty == EmptyA {
				j.add(empty, int32(row), -1, 0) //nolint:gosec // at most MostRows
			} else {
				j.add(empty, -1, int32(row), 0) //nolint:gosec // at most MostRows
			}
			continue
		}
		out = append(out, hashed{maphash.Bytes(j.seed, key), int32(row)}) //nolint:gosec // at most MostRows
	}
	slices.SortFunc(out, func(x, y hashed) int { return cmp.Or(cmp.Compare(x.sum, y.sum), cmp.Compare(x.row, y.row)) })
	return out, nil
}

// key appends the key of a row, and reports whether it has one.
func (j *joining) key(out []byte, l *List, row int, columns []int) ([]byte, bool) {
	is := false
	for i, c := range columns {
		if i > 0 {
			out = append(out, 0x1f)
		}
		from := len(out)
		if j.r.Plan.Match == Exact {
			out = append(out, l.cell(row, c)...)
			is = is || len(bytes.TrimSpace(out[from:])) > 0
			continue
		}
		out = trimmed(out, l.cell(row, c))
		is = is || len(out) > from
	}
	return out, is
}

func (j *joining) add(k Kind, a, b int32, diff uint32) {
	j.r.Lines = append(j.r.Lines, Line{A: a, B: b, Diff: diff, kind: uint8(slices.Index(Kinds, k))}) //nolint:gosec // a few kinds
}

// merge goes through both lists, which are in the order of their hashes.
func (j *joining) merge(left, right []hashed) error {
	for n := 0; len(left) > 0 || len(right) > 0; n++ {
		if n%4096 == 0 && j.ctx.Err() != nil {
			return j.ctx.Err()
		}
		switch {
		case len(right) == 0 || len(left) > 0 && left[0].sum < right[0].sum:
			n := group(left)
			j.alone(j.r.A, left[:n], j.keysA, &j.restA)
			left = left[n:]
		case len(left) == 0 || right[0].sum < left[0].sum:
			n := group(right)
			j.alone(j.r.B, right[:n], j.keysB, &j.restB)
			right = right[n:]
		default:
			n, m := group(left), group(right)
			j.both(left[:n], right[:m])
			left, right = left[n:], right[m:]
		}
	}
	slices.Sort(j.restA)
	slices.Sort(j.restB)
	return nil
}

// group is how many rows at the beginning have one hash.
func group(list []hashed) int {
	n := 1
	for n < len(list) && list[n].sum == list[0].sum {
		n++
	}
	return n
}

// split divides rows of one hash by their keys: two keys of one hash are rare,
// and would otherwise be taken for one.
func (j *joining) split(l *List, rows []hashed, columns []int) [][]int32 {
	var out [][]int32
	for _, h := range rows {
		found := false
		if len(rows) > 1 {
			j.one, _ = j.key(j.one[:0], l, int(h.row), columns)
		}
		for i := range out {
			j.two, _ = j.key(j.two[:0], l, int(out[i][0]), columns)
			if found = bytes.Equal(j.one, j.two); found {
				out[i] = append(out[i], h.row)
				break
			}
		}
		if !found {
			out = append(out, []int32{h.row})
		}
	}
	return out
}
