package versions

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Join brings together two versions of a record that were made of one, on two
// desks that did not know of each other. What only one side changed is taken. A
// field that both changed is named in both, and pick says which value it keeps. The
// result is the same whichever side is called a, if pick's is: where both changed a
// list, what stood there keeps its order, and what came follows by its ids.
func Join(base, a, b []byte, pick func(path string, a, b any) any) (joined []byte, both []string, err error) {
	trees := make([]any, 3)
	for i, text := range [][]byte{base, a, b} {
		if len(text) == 0 { // nobody knows what both were made of
			trees[i] = map[string]any{}
			continue
		}
		if trees[i], err = tree(text); err != nil {
			return nil, nil, err
		}
	}
	j := joining{pick: pick}
	out := j.join("", trees[0], trees[1], trees[2])
	if joined, err = json.Marshal(out); err != nil {
		return nil, nil, fmt.Errorf("join versions: %w", err)
	}
	slices.Sort(j.both)
	return joined, j.both, nil
}

type joining struct {
	pick func(path string, a, b any) any
	both []string
}

func (j *joining) join(path string, base, a, b any) any {
	switch {
	case equal(a, base):
		return b
	case equal(b, base), equal(a, b):
		return a
	}
	x, xok := a.(map[string]any)
	y, yok := b.(map[string]any)
	if xok && yok {
		of, _ := base.(map[string]any)
		return j.fields(path, of, x, y)
	}
	ea, aok := byID(a)
	eb, bok := byID(b)
	if of, ok := byID(base); ok && aok && bok {
		return j.list(path, of, ea, eb)
	}
	j.both = append(j.both, path)
	return j.pick(path, a, b)
}

func (j *joining) fields(path string, base, a, b map[string]any) any {
	out := map[string]any{}
	for _, from := range []map[string]any{a, b} {
		for k := range from {
			if _, done := out[k]; done {
				continue
			}
			at := strings.TrimPrefix(path+"."+k, ".")
			out[k] = j.join(at, base[k], a[k], b[k])
		}
	}
	for k, v := range out {
		if v == nil {
			delete(out, k)
		}
	}
	return out
}

func (j *joining) list(path string, base, a, b []element) any {
	in := func(list []element) map[string]any {
		out := map[string]any{}
		for _, e := range list {
			out[e.id] = e.v
		}
		return out
	}
	of, x, y := in(base), in(a), in(b)
	var came []string
	for id := range x {
		if of[id] == nil {
			came = append(came, id)
		}
	}
	for id := range y {
		if of[id] == nil && x[id] == nil {
			came = append(came, id)
		}
	}
	slices.Sort(came)
	order := make([]string, 0, len(base)+len(came))
	for _, e := range base {
		order = append(order, e.id)
	}
	out := []any{}
	for _, id := range append(order, came...) {
		if v := j.join(path+"["+id+"]", of[id], x[id], y[id]); v != nil {
			out = append(out, v)
		}
	}
	return out
}
