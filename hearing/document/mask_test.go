package document

import "testing"

func TestMaskName(t *testing.T) {
	for name, want := range map[string]string{
		"程桂兰": "程某某", "王䶮": "王某", "欧阳明月": "欧阳某某", "诸葛亮": "诸葛某", "欧阳": "欧某",
		"程某某": "程某某", "钱": "钱", "": "", " 程桂兰 ": "程某某", "阿卜杜热合曼·买买提": "阿某某", "𬱖小明": "𬱖某某",
	} {
		if got := maskName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestMaskNumber(t *testing.T) {
	for number, want := range map[string]string{
		"140105198001011234": "140105********1234", "13900000002": "139****0002", "0350-5550104": "035*****0104",
		"5550104": "5****04", "12": "*2", "1": "*", "": "",
	} {
		if got := maskNumber(number); got != want {
			t.Errorf("%q: got %q, want %q", number, got, want)
		}
	}
}

func TestChineseDates(t *testing.T) {
	for day, want := range map[Day]string{
		"2023-07-18": "二〇二三年七月十八日", "2020-10-10": "二〇二〇年十月十日", "2026-12-31": "二〇二六年十二月三十一日", "2026-01-20": "二〇二六年一月二十日",
	} {
		if got := plain(string(chineseDate(day))); got != want {
			t.Errorf("%s: got %s, want %s", day, got, want)
		}
	}
}

// TestClocks holds the two ways in which offices print a time.
func TestClocks(t *testing.T) {
	for m, want := range map[Moment]string{
		"2023-07-18T09:00": "2023年7月18日（星期二）上午9时00分|2023年7月18日（周二）上午9时",
		"2023-07-18T14:30": "2023年7月18日（星期二）下午2时30分|2023年7月18日（周二）下午2时30分",
		"2023-07-18T12:05": "2023年7月18日（星期二）中午12时05分|2023年7月18日（周二）中午12时05分",
		"2023-07-18T18:00": "2023年7月18日（星期二）晚上6时00分|2023年7月18日（周二）晚上6时",
		"2023-07-18T00:30": "2023年7月18日（星期二）凌晨0时30分|2023年7月18日（周二）凌晨0时30分",
	} {
		got := plain(m.String()) + "|" + plain(string(brief(m)))
		if got != want {
			t.Errorf("%s: got %s, want %s", m, got, want)
		}
	}
}

func TestNoTimeIsABlank(t *testing.T) {
	for _, s := range []string{Moment("").String(), string(brief(Moment("")))} {
		if got := plain(s); got != "　　　　年　　月　　日　　时　　分" {
			t.Errorf("no time is %q", got)
		}
	}
}

func TestSpan(t *testing.T) {
	for _, c := range []struct{ start, end, want Moment }{
		{"2023-07-18T09:00", "2023-07-18T11:30", "2023年7月18日（星期二）上午9时00分至11时30分"},
		{"2023-07-18T09:00", "2023-07-18T14:00", "2023年7月18日（星期二）上午9时00分至下午2时00分"},
		{"2023-07-18T09:00", "2023-07-19T09:00", "2023年7月18日（星期二）上午9时00分至2023年7月19日（星期三）上午9时00分"},
		{"2023-07-18T09:00", "", "2023年7月18日（星期二）上午9时00分"},
		{"2023-07-18T09:00", "2023-07-18T08:00", "2023年7月18日（星期二）上午9时00分"},
		{"", "2023-07-18T08:00", ""},
	} {
		if got := span(c.start, c.end); string(got) != string(c.want) {
			t.Errorf("%s to %s: got %s, want %s", c.start, c.end, got, c.want)
		}
	}
}
