// Package versions compares versions of one record: what differs between two, and
// how two that were made of one come together again. A record is taken as the
// JSON that it is stored as; elements of a list are told apart by their id.
package versions

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// Merge brings together two changes of one record, field by field: what only
// one side changed is taken, and elements of a list are told apart by their
// id. Fields that both changed are named, and keep mine.
func Merge[T any](base, mine, theirs T) (T, []string, error) {
	var out T
	b, err := object(base)
	if err != nil {
		return out, nil, err
	}
	m, err := object(mine)
	if err != nil {
		return out, nil, err
	}
	t, err := object(theirs)
	if err != nil {
		return out, nil, err
	}
	both := []string{}
	text, err := json.Marshal(merge("", b, m, t, &both))
	if err != nil {
		return out, nil, fmt.Errorf("merge record: %w", err)
	}
	if err := json.Unmarshal(text, &out); err != nil {
		return out, nil, fmt.Errorf("merge record: %w", err)
	}
	return out, both, nil
}

func object(v any) (any, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("merge record: %w", err)
	}
	return tree(text)
}

func merge(path string, base, mine, theirs any, both *[]string) any {
	switch {
	case equal(mine, base):
		return theirs
	case equal(theirs, base), equal(mine, theirs):
		return mine
	}
	if m, ok := mine.(map[string]any); ok {
		if t, ok := theirs.(map[string]any); ok {
			b, _ := base.(map[string]any)
			return mergeFields(path, b, m, t, both)
		}
	}
	m, mok := byID(mine)
	t, tok := byID(theirs)
	if b, bok := byID(base); mok && tok && (bok || base == nil) {
		return mergeList(path, b, m, t, both)
	}
	*both = append(*both, path)
	return mine
}

func mergeFields(path string, base, mine, theirs map[string]any, both *[]string) any {
	out := map[string]any{}
	for _, from := range []map[string]any{mine, theirs} {
		for k := range from {
			at := k
			if path != "" {
				at = path + "." + k
			}
			if _, done := out[k]; !done {
				out[k] = merge(at, base[k], mine[k], theirs[k], both)
			}
		}
	}
	for k, v := range out {
		if v == nil {
			delete(out, k)
		}
	}
	return out
}

// An element is one member of a list that has an id of its own.
type element struct {
	id string
	v  any
}

// byID reports a list whose members all have an id.
func byID(v any) ([]element, bool) {
	list, ok := v.([]any)
	if !ok {
		return nil, v == nil
	}
	out := make([]element, len(list))
	for i, x := range list {
		o, _ := x.(map[string]any)
		id, ok := o["id"].(string)
		if !ok {
			return nil, false
		}
		out[i] = element{id, x}
	}
	return out, true
}

// mergeList keeps my order, and puts what the other side added at the end.
func mergeList(path string, base, mine, theirs []element, both *[]string) any {
	of := func(list []element, id string) any {
		if i := slices.IndexFunc(list, func(e element) bool { return e.id == id }); i >= 0 {
			return list[i].v
		}
		return nil
	}
	out := []any{}
	seen := map[string]bool{}
	for _, e := range slices.Concat(mine, theirs) {
		if seen[e.id] {
			continue
		}
		seen[e.id] = true
		if v := merge(path+"["+e.id+"]", of(base, e.id), of(mine, e.id), of(theirs, e.id), both); v != nil {
			out = append(out, v)
		}
	}
	return out
}

func equal(a, b any) bool {
	x, xerr := json.Marshal(a)
	y, yerr := json.Marshal(b)
	return xerr == nil && yerr == nil && bytes.Equal(x, y)
}
