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

func TestMaskNumbersInAText(t *testing.T) {
	for text, want := range map[string]string{
		"身份证140105198001011234。":     "身份证140105********1234。",
		"身份证14010519800101123x，":     "身份证140105********123x，",
		"１４０１０５１９８００１０１１２３Ｘ":         "１４０１０５********１２３Ｘ",
		"140105 19800101 1234":       "140105**********1234",
		"老证140105800101123":          "老证140105*****1123",
		"电话13900000002、0350-5550104": "电话139****0002、035*****0104",
		"139-0000-0002":              "139******0002",
		"+86 13900000002":            "+86 13*****0002",
		"（0350）5550104":              "（03******0104",
		"03505550104":                "035****0104",
		"案号14010520230101123456789":  "案号14010520230101123456789", // longer than any identity number
		"受案号140105999999991234":      "受案号140105999999991234",     // no such day
		"面积13900000.02平方米":           "面积13900000.02平方米",
		"2023年7月18日9时至2023年7月19日10时": "2023年7月18日9时至2023年7月19日10时",
		"1390000000":                 "1390000000",
		"":                           "",
	} {
		if got := maskNumbers(text, true); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := maskNumbers("电话13900000002，证140105198001011234", false); got != "电话13900000002，证140105********1234" {
		t.Errorf("got %q", got)
	}
}

func TestMaskAddress(t *testing.T) {
	for address, want := range map[string]string{
		"云岭市澄河区春晖路12号3单元501室": "云岭市澄河区春晖路××", "澄河区望江街道梧桐苑３栋": "澄河区望江街道梧桐苑××",
		"枫林县石桥乡王家村": "枫林县石桥乡王家村", "澄河区建设巷十二号": "澄河区建设巷××", "三里屯小区": "三里屯小区", "": "",
	} {
		if got := maskAddress(address); got != want {
			t.Errorf("%q: got %q, want %q", address, got, want)
		}
	}
}
