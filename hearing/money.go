package hearing

import (
	"fmt"
	"strconv"
	"strings"
)

// Fen is an amount of money in fen (分), a hundredth of a yuan: whole, so that a
// sum is right to the fen.
type Fen int64

// MostFen is more than any line of any office: a hundred million yuan. It keeps
// sums far from an overflow.
const MostFen Fen = 100_000_000_00

// String writes the amount in yuan as it is typed: 120, 120.50.
func (f Fen) String() string {
	sign := ""
	if f < 0 {
		sign, f = "-", -f
	}
	if f%100 == 0 {
		return sign + strconv.FormatInt(int64(f/100), 10)
	}
	return fmt.Sprintf("%s%d.%02d", sign, f/100, f%100)
}

// Fixed writes the amount with both places: 120.00, as sums stand in a table.
func (f Fen) Fixed() string {
	s := f.String()
	if f%100 == 0 {
		s += ".00"
	}
	return s
}

// ParseFen reads an amount of yuan as clerks type it: 120, 120.5, １２０．５０, 1,200,
// ￥120 or 120元. Nothing is zero. The error is a [*FieldError]: format for what is
// no amount, negative, or more exact than a fen; range for one beyond [MostFen].
func ParseFen(typed string) (Fen, error) {
	s := plainNumber(typed)
	s = strings.TrimSuffix(strings.TrimLeft(s, "￥¥"), "元")
	whole, part, point := strings.Cut(s, ".")
	bad := &FieldError{Code: "format", Value: typed, Expect: "120.50"}
	if strings.Contains(whole, ",") {
		for i, group := range strings.Split(whole, ",") {
			if i > 0 && len(group) != 3 || i == 0 && (group == "" || len(group) > 3) {
				return 0, bad
			}
		}
		whole = strings.ReplaceAll(whole, ",", "")
	}
	switch {
	case s == "":
		return 0, nil
	case strings.HasPrefix(s, "-"):
		bad.Code = "negative"
		return 0, bad
	case strings.Trim(whole+part, "0123456789") != "", whole == "", point && (part == "" || len(part) > 2):
		return 0, bad
	}
	if len(strings.TrimLeft(whole, "0")) > 9 {
		return 0, &FieldError{Code: "range", Value: typed, Expect: "≤ " + MostFen.String()}
	}
	n, err := strconv.ParseInt(whole+(part + "00")[:2], 10, 64)
	if err != nil || Fen(n) > MostFen {
		return 0, &FieldError{Code: "range", Value: typed, Expect: "≤ " + MostFen.String()}
	}
	return Fen(n), nil
}

// plainNumber is a number as clerks type it without its spaces, in plain characters:
// 。 for a point and long dashes are what an input method makes of them.
func plainNumber(typed string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '　', ' ':
			return -1
		case '。':
			return '.'
		case '−', '–':
			return '-'
		}
		return Narrow(r)
	}, typed)
}

const (
	capitalDigits = "零壹贰叁肆伍陆柒捌玖"
	zeroCapital   = "零"
)

// Capitals writes the amount in the capital numerals of vouchers, as the rules for
// filling in bills have them (支付结算办法, annex 1): 壹佰贰拾叁元整, 壹仟零伍元零贰分. 整
// stands behind 元 and 角, never behind 分; zeros between digits are said once.
func (f Fen) Capitals() string {
	if f < 0 {
		return "负" + (-f).Capitals()
	}
	yuan, jiao, fen := int64(f)/100, int64(f)/10%10, int64(f)%10
	digit := func(n int64) string { return string([]rune(capitalDigits)[n]) }
	out := ""
	if yuan > 0 || f == 0 {
		out = integerCapitals(yuan) + "元"
	}
	switch {
	case jiao == 0 && fen == 0:
		return out + "整"
	case fen == 0:
		return out + digit(jiao) + "角整"
	case jiao == 0 && out == "":
		return digit(fen) + "分"
	case jiao == 0:
		return out + zeroCapital + digit(fen) + "分"
	}
	return out + digit(jiao) + "角" + digit(fen) + "分"
}

// integerCapitals writes a whole number below ten thousand 亿.
func integerCapitals(n int64) string {
	if n == 0 {
		return zeroCapital
	}
	out, zero := "", false // zero: one is to be said before the next digit
	for _, g := range []struct {
		value int64
		name  string
	}{{n / 100_000_000, "亿"}, {n / 10_000 % 10_000, "万"}, {n % 10_000, ""}} {
		if g.value == 0 {
			zero = zero || out != ""
			continue
		}
		for i, unit := range []string{"仟", "佰", "拾", ""} {
			d := g.value / []int64{1000, 100, 10, 1}[i] % 10
			if d == 0 {
				zero = zero || out != ""
				continue
			}
			if zero {
				out += zeroCapital
				zero = false
			}
			out += string([]rune(capitalDigits)[d]) + unit
		}
		out, zero = out+g.name, g.value%10 == 0
	}
	return out
}
