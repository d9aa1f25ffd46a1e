package versions_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"hearingdesk/hearing/versions"
)

// larger picks the same of two values whichever comes first.
func larger(_ string, a, b any) any {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	if string(x) > string(y) {
		return a
	}
	return b
}

func TestJoin(t *testing.T) {
	for _, c := range []struct{ what, base, a, b, want, both string }{
		{"two fields", `{"a":1,"b":1}`, `{"a":2,"b":1}`, `{"a":1,"b":2}`, `{"a":2,"b":2}`, ``},
		{"one field", `{"a":1}`, `{"a":2}`, `{"a":3}`, `{"a":3}`, `a`},
		{"both the same", `{"a":1}`, `{"a":2}`, `{"a":2}`, `{"a":2}`, ``},
		{"each adds to a list", `{"l":[{"id":"m"}]}`, `{"l":[{"id":"z"},{"id":"m"}]}`, `{"l":[{"id":"m"},{"id":"c"}]}`, `{"l":[{"id":"m"},{"id":"c"},{"id":"z"}]}`, ``},
		{"one takes out, one changes another", `{"l":[{"id":"m"},{"id":"n","v":1}]}`, `{"l":[{"id":"n","v":1}]}`, `{"l":[{"id":"m"},{"id":"n","v":2}]}`, `{"l":[{"id":"n","v":2}]}`, ``},
		{"one takes out what the other changes", `{"l":[{"id":"n","v":1},{"id":"o"}]}`, `{"l":[{"id":"o"}]}`, `{"l":[{"id":"n","v":2},{"id":"o"}]}`, `{"l":[{"id":"n","v":2},{"id":"o"}]}`, `l[n]`},
		{"of nothing known", ``, `{"a":1,"b":1}`, `{"a":1,"b":2}`, `{"a":1,"b":2}`, `b`},
	} {
		for _, sides := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			got, both, err := versions.Join([]byte(c.base), []byte(sides[0]), []byte(sides[1]), larger)
			if err != nil || string(got) != c.want || len(both) > 0 != (c.both != "") || len(both) > 0 && both[0] != c.both {
				t.Errorf("%s: got %s, both %q, %v; want %s, %q", c.what, got, both, err, c.want, c.both)
			}
		}
	}
}

// TestJoinAsksNoOrder joins three random edits of one record in each order.
func TestJoinAsksNoOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test that can be repeated
	edit := func(base map[string]any, side string) []byte {
		out := map[string]any{}
		for k, v := range base {
			out[k] = v
		}
		for range 1 + r.IntN(4) {
			switch k := "f" + strconv.Itoa(r.IntN(6)); {
			case r.IntN(3) == 0:
				list, _ := base["l"].([]any)
				out["l"] = append(append([]any{}, list...), map[string]any{"id": side + strconv.Itoa(r.IntN(3))})
			default:
				out[k] = side + strconv.Itoa(r.IntN(100))
			}
		}
		text, _ := json.Marshal(out)
		return text
	}
	for n := range 2000 {
		base := map[string]any{"f0": "0", "f1": "0", "f2": "0", "l": []any{map[string]any{"id": "x"}}}
		text, _ := json.Marshal(base)
		sides := [][]byte{edit(base, "a"), edit(base, "b"), edit(base, "c")}
		var first any
		for _, order := range [][3]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
			two, _, err := versions.Join(text, sides[order[0]], sides[order[1]], larger)
			if err != nil {
				t.Fatal(err)
			}
			all, _, err := versions.Join(text, two, sides[order[2]], larger)
			if err != nil {
				t.Fatal(err)
			}
			var got any
			if err := json.Unmarshal(all, &got); err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = got
			} else if !reflect.DeepEqual(got, first) {
				t.Fatalf("round %d: %v in one order, %v in another", n, first, got)
			}
		}
	}
}
