package hearing_test

import (
	"errors"
	"testing"

	"hearingdesk/hearing"
)

// TestCapitals has the examples of 支付结算办法, annex 1, where it gives any, in the
// one of its two ways that says each zero between digits of the whole.
func TestCapitals(t *testing.T) {
	for f, want := range map[hearing.Fen]string{
		0:                 "零元整",
		1:                 "壹分",
		10:                "壹角整",
		15:                "壹角伍分",
		100:               "壹元整",
		101:               "壹元零壹分",
		110:               "壹元壹角整",
		1000:              "壹拾元整",
		12300:             "壹佰贰拾叁元整",
		32504:             "叁佰贰拾伍元零肆分",
		100500:            "壹仟零伍元整",
		100502:            "壹仟零伍元零贰分",
		140950:            "壹仟肆佰零玖元伍角整",
		600714:            "陆仟零柒元壹角肆分",
		168032:            "壹仟陆佰捌拾元叁角贰分",
		1000000:           "壹万元整",
		1000100:           "壹万零壹元整",
		1001000:           "壹万零壹拾元整",
		1640902:           "壹万陆仟肆佰零玖元零贰分",
		10700053:          "壹拾万零柒仟元伍角叁分",
		11000000:          "壹拾壹万元整",
		10000000000:       "壹亿元整",
		10000000100:       "壹亿零壹元整",
		10001000000:       "壹亿零壹万元整",
		10100000000:       "壹亿零壹佰万元整",
		100000000000:      "壹拾亿元整",
		100010001000:      "壹拾亿零壹拾万零壹拾元整",
		123456789012:      "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分",
		-12300:            "负壹佰贰拾叁元整",
		hearing.Fen(2000): "贰拾元整",
	} {
		if got := f.Capitals(); got != want {
			t.Errorf("%s: %s, want %s", f, got, want)
		}
	}
}

func TestParseFen(t *testing.T) {
	for typed, want := range map[string]hearing.Fen{
		"": 0, "0": 0, "120": 12000, "120.5": 12050, "120.05": 12005, "１２０．５０": 12050, "120元": 12000, "￥120": 12000, "¥ 1,200.30": 120030, " 8 ": 800, "007": 700, "100。5": 10050,
	} {
		got, err := hearing.ParseFen(typed)
		if err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", typed, got, err, want)
		}
	}
	for typed, code := range map[string]string{
		"-5": "negative", "－5": "negative", "−5": "negative", "一百": "format", "12.345": "format", "12.": "format", ".5": "format", "1e3": "format", "12,00": "format", "1,2345": "format",
		"0x10": "format", "12 元 3": "format", "100000000.01": "range", "99999999999999999999": "range", "1.2.3": "format", "元": "",
	} {
		_, err := hearing.ParseFen(typed)
		var f *hearing.FieldError
		if got := errors.As(err, &f); got != (code != "") || got && f.Code != code {
			t.Errorf("%q: %v, want %s", typed, err, code)
		}
	}
}

func TestFenAsTyped(t *testing.T) {
	for f, want := range map[hearing.Fen][2]string{12000: {"120", "120.00"}, 12050: {"120.50", "120.50"}, 5: {"0.05", "0.05"}, 0: {"0", "0.00"}, -150: {"-1.50", "-1.50"}} {
		if f.String() != want[0] || f.Fixed() != want[1] {
			t.Errorf("%d: %s %s", f, f, f.Fixed())
		}
	}
}
