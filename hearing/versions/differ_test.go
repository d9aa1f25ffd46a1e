package versions_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"hearingdesk/hearing/versions"
)

func TestDifferences(t *testing.T) {
	type list = []versions.Difference
	for _, c := range []struct {
		what, was, is string
		want          list
	}{
		{"the same", `{"a":1,"b":{"c":"x"}}`, `{"b":{"c":"x"},"a":1}`, nil},
		{"new", ``, `{"a":1}`, nil},
		{"a field", `{"start":"9:00","b":1}`, `{"start":"14:30","b":1}`, list{{"start", "9:00", "14:30"}}},
		{"a field that came, one that went", `{"a":"x"}`, `{"b":true}`, list{{"a", "x", nil}, {"b", nil, true}}},
		{"within", `{"o":{"n":1}}`, `{"o":{"n":2}}`, list{{"o.n", json.Number("1"), json.Number("2")}}},
		{"of a list", `{"l":[{"id":"x","v":1},{"id":"y"}]}`, `{"l":[{"id":"z"},{"id":"x","v":2}]}`,
			list{{"l[x].v", json.Number("1"), json.Number("2")}, {"l[y]", map[string]any{"id": "y"}, nil}, {"l[z]", nil, map[string]any{"id": "z"}}}},
		{"the first of a list", `{}`, `{"l":[{"id":"x"}]}`, list{{"l[x]", nil, map[string]any{"id": "x"}}}},
		{"another order only", `{"l":[{"id":"x"},{"id":"y"}]}`, `{"l":[{"id":"y"},{"id":"x"}]}`, nil},
		{"a list of texts", `{"q":["a"]}`, `{"q":["a","b"]}`, list{{"q", []any{"a"}, []any{"a", "b"}}}},
	} {
		got, err := versions.Differences([]byte(c.was), []byte(c.is))
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, %v, want %v", c.what, got, err, c.want)
		}
	}
	if _, err := versions.Differences([]byte(`{"a"`), []byte(`{}`)); err == nil {
		t.Error("half a record was read")
	}
}
