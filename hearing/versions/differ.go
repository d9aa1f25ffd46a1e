package versions

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// A Difference is one place where two versions of a record are not the same: a
// field that holds something else, or an element of a list that came or went.
type Difference struct {
	Path string // outcome.decided_on, participants[p1].told_on, questions
	Was  any    // a text, a json.Number, a bool, a list, or an element whole as map[string]any; nil where there was none
	Is   any    // as Was
}

// Differences lists where two versions differ, by path. An empty version is none:
// of a record that is new or gone there is nothing to compare.
func Differences(was, is []byte) ([]Difference, error) {
	if len(was) == 0 || len(is) == 0 {
		return nil, nil
	}
	a, err := tree(was)
	if err != nil {
		return nil, err
	}
	b, err := tree(is)
	if err != nil {
		return nil, err
	}
	var out []Difference
	differ("", a, b, &out)
	slices.SortStableFunc(out, func(x, y Difference) int { return strings.Compare(x.Path, y.Path) })
	return out, nil
}

func tree(text []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var out any
	if err := d.Decode(&out); err != nil {
		return nil, fmt.Errorf("read record: %w", err)
	}
	return out, nil
}

func differ(path string, was, is any, out *[]Difference) {
	if equal(was, is) {
		return
	}
	a, aok := was.(map[string]any)
	b, bok := is.(map[string]any)
	if aok && bok {
		keys := map[string]bool{}
		for _, m := range []map[string]any{a, b} {
			for k := range m {
				keys[k] = true
			}
		}
		for k := range keys {
			at := k
			if path != "" {
				at = path + "." + k
			}
			differ(at, a[k], b[k], out)
		}
		return
	}
	x, xok := byID(was)
	y, yok := byID(is)
	if xok && yok && (len(x) > 0 || len(y) > 0) {
		differLists(path, x, y, out)
		return
	}
	*out = append(*out, Difference{Path: path, Was: was, Is: is})
}

// differLists compares elements by their ids; that one stands elsewhere in the
// list is no difference.
func differLists(path string, was, is []element, out *[]Difference) {
	then := map[string]any{}
	for _, e := range was {
		then[e.id] = e.v
	}
	for _, e := range is {
		differ(path+"["+e.id+"]", then[e.id], e.v, out)
		delete(then, e.id)
	}
	for _, e := range was {
		if v, gone := then[e.id]; gone {
			*out = append(*out, Difference{Path: path + "[" + e.id + "]", Was: v})
		}
	}
}
