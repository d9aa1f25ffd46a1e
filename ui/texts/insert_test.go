package texts

import (
	"fmt"
	"strings"
	"testing"

	"hearingdesk/hearing/document"
	"hearingdesk/ui/shown"
)

func TestFieldsAreWrittenAsTheyStand(t *testing.T) {
	for _, c := range []struct{ key, kind, before, want string }{
		{"case.cause", "text", "", "{{case.cause}}|"},
		{"hearing.start", "moment", "{{range officers}}", "{{hearing.start}}|"},
		{"hearing.public", "flag", "", "{{if hearing.public}}|{{end}}"},
		{"officers[]", "list", "", "{{range officers}}|{{end}}"},
		{"officers[].name", "text", "", "{{range officers}}{{.name}}|{{end}}"},
		{"officers[].name", "text", "{{range officers}}", "{{.name}}|"},
		{"officers[].name", "text", "{{range officers}}{{if hearing.public}}", "{{.name}}|"},
		{"officers[].name", "text", "{{range officers}}{{end}}", "{{range officers}}{{.name}}|{{end}}"},
		{"officers[].name", "text", "{{range parties}}", "{{range officers}}{{.name}}|{{end}}"},
		{"case.parties[].name", "text", "{{range $i, $p := case.parties}}", "{{.name}}|"},
		{"a[].b[].c", "text", "{{range a}}{{range .b}}", "{{.c}}|"},
		{"a[].b[].c", "text", "{{range a}}", "{{range .b}}{{.c}}|{{end}}"},
		{"a[].b[].c", "text", "{{with a}}", "{{range a}}{{range .b}}{{.c}}|{{end}}{{end}}"},
		{"officers[].name", "text", "{{range }}{{ 没有结束", "{{range officers}}{{.name}}|{{end}}"},
	} {
		in := FieldAt(document.Key{Key: c.key, Kind: c.kind}, c.before)
		if got := in.Before + "|" + in.After; got != c.want {
			t.Errorf("%s behind %s is %s, want %s", c.key, c.before, got, c.want)
		}
	}
}

// TestEveryFieldCanBeInserted puts each field of the dictionary into a text, in
// which nothing is wrong then.
func TestEveryFieldCanBeInserted(t *testing.T) {
	m := at(t, shown.Empty(t, now), "12")
	for _, k := range m.Keys() {
		in := FieldAt(k, m.Original)
		if _, err := m.press.Forms().Inspect("12", m.Original+in.Before+in.After); err != nil {
			t.Errorf("%s: %v", k.Key, err)
		}
	}
	for _, q := range []struct {
		query string
		want  string
	}{{"案由", "case.cause"}, {"OFFICERS name", "officers[].name"}, {"是否", "hearing.public"}} {
		found := FindKeys(m.Keys(), q.query)
		if !strings.Contains(fmt.Sprint(found), "{"+q.want+" ") {
			t.Errorf("%s finds %v", q.query, found)
		}
	}
}

func TestTextsAreCompared(t *testing.T) {
	var got strings.Builder
	for _, l := range Compare("一\n二\n三\n四\n五\n六\n七", "一\n二\n三\n四\n五\n陆\n七\n八") {
		fmt.Fprintf(&got, "%c%s\n", l.Sign, l.Text)
	}
	if want := " …\n 四\n 五\n-六\n+陆\n 七\n+八\n"; got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
	long := strings.Repeat("行\n", 5000)
	if n := len(Compare(long, long+"尾")); n < 10000 {
		t.Errorf("%d lines of two long texts", n)
	}
}
