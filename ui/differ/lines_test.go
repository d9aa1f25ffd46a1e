package differ_test

import (
	"reflect"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/ui/differ"
)

func TestLinesSayFromWhatToWhat(t *testing.T) {
	names := differ.Names{"p-lin": "林慕秋", "p-xu": "许晚", "r-1": "听证室一"}
	for _, c := range []struct {
		what, kind, before, after string
		want                      []string
	}{
		{"new", "hearing", ``, `{"id":"h"}`, nil},
		{"the time", "hearing", `{"start":"2023-07-18T09:00:00+08:00"}`, `{"start":"2023-07-18T14:30:00+08:00"}`, []string{"开始时间：2023-07-18 09:00 → 2023-07-18 14:30"}},
		{"who", "hearing", `{"presider":"p-lin"}`, `{"presider":"p-xu"}`, []string{"主持人：林慕秋 → 许晚"}},
		{"a first room", "hearing", `{}`, `{"room":"r-1"}`, []string{"地点：（空） → 听证室一"}},
		{"a coded value", "hearing", `{"openness":"public"}`, `{"openness":"closed"}`, []string{"公开：公开 → 不公开"}},
		{"somebody came", "hearing", `{"participants":[]}`, `{"participants":[{"id":"x","person":"p-xu","role":"officer"}]}`, []string{"参加人 许晚：新增许晚"}},
		{"somebody was told", "hearing", `{"participants":[{"id":"x","person":"p-xu"}]}`, `{"participants":[{"id":"x","person":"p-xu","minor":true}]}`, []string{"参加人 许晚 涉未成年人：（空） → 是"}},
		{"a list of texts", "case", `{"issues":["甲"]}`, `{"issues":["甲","乙"]}`, []string{"争议焦点：甲 → 甲、乙"}},
		{"a key without a name", "case", `{"zzz":"a"}`, `{"zzz":"b"}`, []string{"zzz：a → b"}},
	} {
		got := differ.Lines(hearing.Change{Kind: c.kind, Before: []byte(c.before), After: []byte(c.after)}, names)
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
