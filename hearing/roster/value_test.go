package roster

import (
	"testing"
)

func TestDatesAreReadAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		text, want, code string
		number           bool
	}{
		{"1985", "1985", "", false},
		{"1985年", "1985", "", false},
		{"1985.3", "1985-03", "", false},
		{"1985.03", "1985-03", "", false},
		{"1985年3月", "1985-03", "", false},
		{"1985 年 3 月", "1985-03", "", false},
		{"１９８５年３月１２日", "1985-03-12", "", false},
		{"1985年3月12日出生", "1985-03-12", "", false},
		{"1985-3-12", "1985-03-12", "", false},
		{"1985/03/12", "1985-03-12", "", false},
		{"1985.3.12", "1985-03-12", "", false},
		{"19850312", "1985-03-12", "", false},
		{"198503", "1985-03", "", false},
		{"1985-03-12 00:00:00", "1985-03-12", "", false},
		{"31118", "1985-03-12", "", true},
		{"31118.5", "1985-03-12", "", true},
		{"1985.3", "1985-03", "", true},
		{"1985.1", "1985-01", "", false},
		{"1985.1", "", Tenth, true}, // 1985.10 as a number
		{"1985.12", "1985-12", "", true},
		{"1985-13", "", NotDate, false},
		{"1985-02-30", "", NotDate, false},
		{"1985-00", "", NotDate, false},
		{"3/12/1985", "", NotDate, false}, // March or December
		{"85.3", "", NotDate, false},
		{"1785-03", "", NotDate, false},
		{"73415", "2100-12-31", "", true},
		{"73416", "", NotDate, true},
		{"19851", "1954-05-07", "", true},
		{"31118", "", NotDate, false}, // only a spreadsheet counts days
		{"不详", "", NotDate, false},
	} {
		got, code := readDate(Cell{Text: c.text, Number: c.number})
		if got.String() != c.want || code != c.code {
			t.Errorf("%q (number: %v): got %q, %q; want %q, %q", c.text, c.number, got, code, c.want, c.code)
		}
	}
}

func TestTermsAreRead(t *testing.T) {
	for _, c := range []struct{ text, from, until, code string }{
		{"2024.1-2026.12", "2024-01-01", "2026-12-31", ""},
		{"2024-01-15至2027-01-14", "2024-01-15", "2027-01-14", ""},
		{"2024-01-15-2027-01-14", "2024-01-15", "2027-01-14", ""},
		{"2024年1月15日——2027年1月14日", "2024-01-15", "2027-01-14", ""},
		{"2024.01 ～ 2026.02", "2024-01-01", "2026-02-28", ""},
		{"2024-1-2026-12", "2024-01-01", "2026-12-31", ""},
		{"2024—2026", "2024-01-01", "2026-12-31", ""},
		{"2024年1月起至2026年12月止", "2024-01-01", "2026-12-31", ""},
		{"2024.1至今", "2024-01-01", "", ""},
		{"2024年1月起", "2024-01-01", "", ""},
		{"至2026年12月", "", "2026-12-31", ""},
		{"2026年12月31日止", "", "2026-12-31", ""},
		{"2026.12-2024.1", "", "", Order},
		{"2024.5", "", "", NotTerm}, // the beginning or the end
		{"三年", "", "", NotTerm},
	} {
		from, until, code := readTerm(Cell{Text: c.text})
		if from.String() != c.from || until.String() != c.until || code != c.code {
			t.Errorf("%q: got %s, %s, %q; want %s, %s, %q", c.text, from, until, code, c.from, c.until, c.code)
		}
	}
}

func TestTelephonesAreRead(t *testing.T) {
	for _, c := range []struct{ text, want, code string }{
		{"13905550111", "13905550111", ""},
		{"１３９０５５５０１１１", "13905550111", ""},
		{"1.3905550111E+10", "13905550111", ""},
		{"1.3905550111e10", "13905550111", ""},
		{"13905550111.0", "13905550111", ""},
		{"139 0555 0111", "139 0555 0111", ""},
		{"0350-5550111转802", "0350-5550111转802", ""},
		{"13905550111、0350-5550112", "13905550111、0350-5550112", ""},
		{"+86 13905550111", "+86 13905550111", ""},
		{"110", "", NotPhone},
		{"同上", "", NotPhone},
		{"abc13905550111", "", NotPhone},
	} {
		got, code := readPhone(Cell{Text: c.text})
		if got != c.want || code != c.code {
			t.Errorf("%q: got %q, %q; want %q, %q", c.text, got, code, c.want, c.code)
		}
	}
}

func TestIdentityNumbersAreChecked(t *testing.T) {
	for _, c := range []struct{ text, want, code string }{
		{"140101198503120012", "140101198503120012", ""},
		{"11010519491231002x", "11010519491231002X", ""}, // the example of GB 11643
		{"１４０１０１１９８５０３１２００１２", "140101198503120012", ""},
		{"140101 19850312 0012", "140101198503120012", ""},
		{"'140101198503120012", "140101198503120012", ""},
		{"140101198503120013", "", BadID},
		{"140101198513120012", "", BadID},
		{"140101850312001", "", NotID},
		{"1.40101198503120E+17", "", Lost},
		{"140101198503121000", "", Lost},
		{"E12345678", "", NotID},
	} {
		got, code := readID(Cell{Text: c.text})
		if got != c.want || code != c.code {
			t.Errorf("%q: got %q, %q; want %q, %q", c.text, got, code, c.want, c.code)
		}
	}
	born, gender, ok := fromID("140101199001010029")
	if !ok || born.String() != "1990-01-01" || gender != "female" {
		t.Errorf("got %s %s %v", born, gender, ok)
	}
}

func TestNamesAreCleaned(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"张　三", "张三"}, {" 王 䶮 ", "王䶮"}, {"艾力•买买提", "艾力·买买提"}, {"阿依努尔 · 买买提", "阿依努尔·买买提"}, {"John  Smith", "John Smith"}, {"𬱖\u200b强", "𬱖强"},
	} {
		if got := cleanName(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
	for text, odd := range map[string]bool{"一、法律型": true, "合计": true, "注：以上均为在库人员": true, "王䶮": false, "张三（小）": false, "合欢": false} {
		if name := cleanName(text); (notInNames.MatchString(name) || remarks.MatchString(name)) != odd {
			t.Errorf("%q: odd is not %v", text, odd)
		}
	}
}

func TestCellsAreNamedAsSpreadsheetsDo(t *testing.T) {
	for column, want := range map[int]string{0: "A7", 1: "B7", 25: "Z7", 26: "AA7", 701: "ZZ7", 702: "AAA7", 16383: "XFD7"} {
		if got := Address(column, 7); got != want {
			t.Errorf("%d: got %s, want %s", column, got, want)
		}
	}
}
