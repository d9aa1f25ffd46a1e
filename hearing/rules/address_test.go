package rules

import "testing"

// TestOnePlace holds addresses as people write them against the places of a case.
func TestOnePlace(t *testing.T) {
	for _, c := range []struct {
		home, place string
		want        bool
	}{
		{"云岭市澄河区梧桐苑7号楼2单元301室", "梧桐苑", true},
		{"梧桐苑７号楼", "梧桐苑小区", true},
		{"澄河区望江街道梧桐苑小区七幢", "云岭市澄河区梧桐苑", true},
		{"梧桐苑三号楼", "梧桐苑3幢", true},
		{"梧桐苑 12 栋", "梧桐苑3幢", true}, // one neighbourhood
		{"锦绣家园1幢", "梧桐苑", false},
		{"云岭市澄河区清源路18号3单元", "清源路18号", true},
		{"清源路 １８ 号", "澄河区清源路18号", true},
		{"清源路十八号", "清源路18号", true},
		{"清源路20号", "清源路18号", false},
		{"清源路118号", "清源路18号", false},
		{"清源路20号", "清源路", true}, // the whole street
		{"春晖路61号2单元101室", "春晖路55号", false},
		{"云岭市澄河区", "云岭市澄河区", false},
		{"云岭市澄河区1号", "梧桐苑", false},
		{"", "梧桐苑", false},
		{"梧桐苑7号楼", "", false},
		{"北苑小区5号楼302室", "北苑小区", true},
		{"北苑小区5号楼302室", "北苑", true},
		{"苑1号", "梧桐苑", false},
	} {
		if got := lotOf(c.home).within(lotOf(c.place)); got != c.want {
			t.Errorf("%q in %q: %v; %+v, %+v", c.home, c.place, got, lotOf(c.home), lotOf(c.place))
		}
	}
}

func TestNumerals(t *testing.T) {
	for s, want := range map[string]string{"三": "3", "十": "10", "十八": "18", "二十": "20", "九十九": "99", "一〇三": "103", "二〇一": "201"} {
		if got := numeral(s); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}
