package document

import (
	"strconv"
	"strings"
	"text/template"
	"time"
	"unicode/utf8"
)

// A word is a function that templates may use, with what the check at loading
// must know of it.
type word struct {
	do      any    // nil for those that text/template brings itself
	in      []kind // parameters
	out     kind
	needs   []string // keys that the elements of a list parameter must have
	endless bool     // the last parameter may be repeated
}

// words are all functions beside the dictionary. They are documented in the
// package's comment.
var words = map[string]word{
	"and": {in: []kind{anyKind}, out: anyKind, endless: true},
	"or":  {in: []kind{anyKind}, out: anyKind, endless: true},
	"not": {in: []kind{anyKind}, out: flagKind},
	"eq":  {in: []kind{anyKind, anyKind}, out: flagKind, endless: true},
	"ne":  {in: []kind{anyKind, anyKind}, out: flagKind},
	"gt":  {in: []kind{numberKind, numberKind}, out: flagKind},
	"lt":  {in: []kind{numberKind, numberKind}, out: flagKind},
	"len": {in: []kind{listKind}, out: numberKind},

	"date":      {do: dateOnly, in: []kind{whenKind}, out: textKind},
	"clock":     {do: clockOnly, in: []kind{momentKind}, out: textKind},
	"weekday":   {do: weekdayLong, in: []kind{whenKind}, out: textKind},
	"zhou":      {do: weekdayShort, in: []kind{whenKind}, out: textKind},
	"brief":     {do: brief, in: []kind{momentKind}, out: textKind},
	"chinese":   {do: chineseDate, in: []kind{whenKind}, out: textKind},
	"blank":     {do: blankWord, in: []kind{numberKind}, out: textKind},
	"box":       {do: box, in: []kind{flagKind}, out: textKind},
	"bare":      {do: bare, in: []kind{textKind}, out: textKind},
	"mask":      {do: maskWord, in: []kind{textKind}, out: textKind},
	"maskphone": {do: maskNumberWord, in: []kind{textKind}, out: textKind},
	"maskid":    {do: maskNumberWord, in: []kind{textKind}, out: textKind},
	"names":     {do: names, in: []kind{listKind}, out: textKind, needs: []string{"name"}},
	"roster":    {do: roster, in: []kind{listKind}, out: textKind, needs: []string{"name", "status"}},
	"texts":     {do: texts, in: []kind{listKind}, out: textKind, needs: []string{"text"}},
	"minutes":   {do: minutes, in: []kind{textKind, numberKind}, out: textKind},
	"blanks":    {do: blanks, in: []kind{numberKind}, out: listKind},
}

// functions returns the ones that text/template does not bring itself.
func functions() template.FuncMap {
	m := template.FuncMap{}
	for name, w := range words {
		if w.do != nil {
			m[name] = w.do
		}
	}
	return m
}

// when reads a Day or a Moment.
func when(v any) (time.Time, bool) {
	switch v := v.(type) {
	case Day:
		return v.time()
	case Moment:
		return v.time()
	}
	return time.Time{}, false
}

// printed applies a form of date to a value, or leaves the value's own blank.
func printed(v any, form func(time.Time) string) Marked {
	if t, ok := when(v); ok {
		return Marked(literal(form(t)))
	}
	return Marked(Day("").String())
}

func dateOnly(v any) Marked     { return printed(v, printDate) }
func weekdayLong(v any) Marked  { return printed(v, weekday) }
func weekdayShort(v any) Marked { return printed(v, zhou) }
func chineseDate(v any) Marked  { return printed(v, inChinese) }

func zhou(t time.Time) string { return "周" + strings.TrimPrefix(weekday(t), "星期") }

func clockOnly(v any) Marked {
	if t, ok := when(v); ok {
		return Marked(literal(printClock(t)))
	}
	return Marked(blankOf(2) + "时" + blankOf(2) + "分")
}

// brief is the shorter style of some offices: 2023年7月18日（周二）下午3时.
func brief(v any) Marked {
	t, ok := when(v)
	if !ok {
		return Marked(Moment("").String())
	}
	return Marked(literal(printDate(t) + "（" + zhou(t) + "）" + strings.TrimSuffix(printClock(t), "00分")))
}

// inChinese writes a date in Chinese numerals: 二〇二三年七月十八日.
func inChinese(t time.Time) string {
	var b strings.Builder
	for _, c := range strconv.Itoa(t.Year()) {
		b.WriteRune([]rune("〇一二三四五六七八九")[c-'0'])
	}
	return b.String() + "年" + numeral(int(t.Month())) + "月" + numeral(t.Day()) + "日"
}

// numeral writes a number of 1 to 99 in Chinese: 十八, 二十.
func numeral(n int) string {
	digits := []rune("〇一二三四五六七八九")
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	if n >= 20 {
		b.WriteRune(digits[n/10])
	}
	if n >= 10 {
		b.WriteRune('十')
	}
	if n%10 != 0 {
		b.WriteRune(digits[n%10])
	}
	return b.String()
}

// minutes is how long it takes to read a text aloud, at so many characters a minute:
// whole minutes, at least one.
func minutes(text any, speed int) Marked {
	n := 0
	if t, ok := text.(Text); ok {
		n = utf8.RuneCountInString(string(t))
	}
	speed = max(speed, 1)
	return Marked(strconv.Itoa(max((n+speed-1)/speed, 1)))
}

func blankWord(n int) Marked { return Marked(blankOf(n)) }

// box is a tick box, ticked when the flag is set.
func box(on bool) Marked {
	if on {
		return "[x]"
	}
	return "[ ]"
}

// bare drops the full stop at the end of a text, so that a sentence can go on
// or be closed by the template.
func bare(v any) any {
	if t, ok := v.(Text); ok {
		return Text(strings.TrimRight(string(t), "。；;.，, \n"))
	}
	return v
}

func maskWord(v any) any {
	if t, ok := v.(Text); ok {
		return Text(maskName(string(t)))
	}
	return v
}

func maskNumberWord(v any) any {
	if t, ok := v.(Text); ok {
		return Text(maskNumber(string(t)))
	}
	return v
}

// join puts one value of each element between 、.
func join(list []record, piece func(record) string) Marked {
	parts := make([]string, len(list))
	for i, r := range list {
		parts[i] = piece(r)
	}
	if len(parts) == 0 {
		return Marked(Text("").String())
	}
	return Marked(strings.Join(parts, "、"))
}

func field(r record, key string) Text {
	t, _ := r[key].(Text)
	return t
}

// names joins the names: 王䶮、陈𬭎.
func names(list []record) Marked {
	return join(list, func(r record) string { return field(r, "name").String() })
}

// texts joins the texts of a list.
func texts(list []record) Marked {
	return join(list, func(r record) string { return field(r, "text").String() })
}

// roster joins the names with who they are: 王䶮（律师）、陈𬭎（消防工程师）.
func roster(list []record) Marked {
	return join(list, func(r record) string {
		if s := field(r, "status"); s != "" {
			return field(r, "name").String() + "（" + s.String() + "）"
		}
		return field(r, "name").String()
	})
}

// blanks is a list of n empty elements, for the empty rows of a table.
func blanks(n int) []record { return make([]record, min(max(n, 0), 60)) }
