package versions_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"hearingdesk/hearing/versions"
)

func TestMerge(t *testing.T) {
	for _, c := range []struct{ what, base, mine, theirs, want, both string }{
		{"nothing changed", `{"a":1}`, `{"a":1}`, `{"a":1}`, `{"a":1}`, ``},
		{"two fields", `{"a":1,"b":1}`, `{"a":2,"b":1}`, `{"a":1,"b":2}`, `{"a":2,"b":2}`, ``},
		{"the same twice", `{"a":1}`, `{"a":2}`, `{"a":2}`, `{"a":2}`, ``},
		{"one field, two values", `{"a":1}`, `{"a":2}`, `{"a":3}`, `{"a":2}`, `a`},
		{"removed by me", `{"a":1,"b":1}`, `{"b":1}`, `{"a":1,"b":2}`, `{"b":2}`, ``},
		{"removed by them", `{"a":1}`, `{"a":1,"b":1}`, `{}`, `{"b":1}`, ``},
		{"within an object", `{"o":{"a":1,"b":1}}`, `{"o":{"a":2,"b":1}}`, `{"o":{"a":1,"b":2}}`, `{"o":{"a":2,"b":2}}`, ``},
		{"in an object, both", `{"o":{"a":1}}`, `{"o":{"a":2}}`, `{"o":{"a":3}}`, `{"o":{"a":2}}`, `o.a`},
		{"elements of a list", `{"l":[{"id":"x","v":1},{"id":"y","v":1}]}`, `{"l":[{"id":"x","v":2},{"id":"y","v":1}]}`,
			`{"l":[{"id":"x","v":1},{"id":"y","v":2},{"id":"z","v":3}]}`, `{"l":[{"id":"x","v":2},{"id":"y","v":2},{"id":"z","v":3}]}`, ``},
		{"an element removed", `{"l":[{"id":"x"},{"id":"y"}]}`, `{"l":[{"id":"y"}]}`, `{"l":[{"id":"x"},{"id":"y"},{"id":"z"}]}`, `{"l":[{"id":"y"},{"id":"z"}]}`, ``},
		{"removed here, changed there", `{"l":[{"id":"x","v":1}]}`, `{"l":[]}`, `{"l":[{"id":"x","v":2}]}`, `{"l":[]}`, `l[x]`},
		{"the first elements", `{}`, `{"l":[{"id":"x"}]}`, `{"l":[{"id":"y"}]}`, `{"l":[{"id":"x"},{"id":"y"}]}`, ``},
		{"a list without ids", `{"l":[1]}`, `{"l":[1,2]}`, `{"l":[1,3]}`, `{"l":[1,2]}`, `l`},
	} {
		read := func(s string) (v map[string]any) {
			if err := json.Unmarshal([]byte(s), &v); err != nil {
				t.Fatal(err)
			}
			return v
		}
		got, both, err := versions.Merge(read(c.base), read(c.mine), read(c.theirs))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
		}
		if !reflect.DeepEqual(got, read(c.want)) {
			t.Errorf("%s: got %v, want %s", c.what, got, c.want)
		}
		if named := len(both) > 0; named != (c.both != "") || named && both[0] != c.both {
			t.Errorf("%s: both changed %v, want %q", c.what, both, c.both)
		}
	}
}
