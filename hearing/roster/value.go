package roster

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// The codes of what is wrong with a value.
const (
	NotName      = "name"     // not a person's name
	NoName       = "noname"   // the row has no name
	NotDate      = "date"     // no date that can be read
	Tenth        = "tenth"    // 1985.1 as a number: January or October
	NotTerm      = "term"     // no beginning and end of a term
	Order        = "order"    // the end comes before the beginning
	NotPhone     = "phone"    // not a telephone
	NotID        = "id"       // not eighteen digits
	BadID        = "checksum" // its last digit does not go with the others
	Lost         = "lost"     // a number that the spreadsheet has rounded
	Unknown      = "unknown"  // not one of the values that there are
	Contradicts  = "contradicts"
	Long         = "long"
	AnotherHasIt = "taken"  // somebody of another name has this identity number
	Ambiguous    = "choose" // several people it could be
	TwoUnits     = "units"  // two units of the desk have the name
	Broken       = "error"  // the spreadsheet shows an error: #N/A
	Twice        = "twice"  // the same person stands in an earlier row, with other values
)

// cleanName is a name without what was put in to make a column even: 张　三 is
// 张三. The dots of names of several parts are made alike; names in Latin letters
// keep single blanks.
func cleanName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '•', '・', '･', '‧', '∙', '．':
			return '·'
		}
		return r
	}, narrow(s))
	words := strings.Fields(s)
	var b strings.Builder
	for i, w := range words {
		if i > 0 && latin(words[i-1]) && latin(w) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

func latin(s string) bool {
	for _, r := range s {
		if r > 0x24f {
			return false
		}
	}
	return true
}

// notInNames are signs that stand in remarks and never in a name; remarks are
// words that begin a row that is no person.
var (
	notInNames = regexp.MustCompile(`[0-9:;,、；，。！？!?@#=+"“”《》|]`)
	remarks    = regexp.MustCompile(`^(合计|总计|小计|共计|注[:：]|说明|备注|填表|制表|审核)`)
)

var (
	dateShape = regexp.MustCompile(`^(\d{4})(?:年|(?:[-./年](\d{1,2})月?)|(?:[-./年](\d{1,2})[-./月](\d{1,2})[日号]?))?$`)
	daytime   = regexp.MustCompile(`[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$`)
	tenth     = regexp.MustCompile(`^\d{4}\.1$`)
	serial    = regexp.MustCompile(`^(\d{5})(\.\d+)?$`)
	science   = regexp.MustCompile(`^\d(\.\d+)?[eE]\+?\d{1,2}$`)
	digits    = regexp.MustCompile(`^\d+$`)
)

// lastSerial is the number that spreadsheets have for 2100-12-31.
const lastSerial = 73415

// readDate reads a date as far as it is written: 1985, 1985.3, 1985年3月,
// 1985/3/12, 19850312, 198503, or the number by which a spreadsheet counts days.
func readDate(c Cell) (calendar.Partial, string) {
	s := daytime.ReplaceAllString(narrow(c.Text), "")
	s = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(s, " ", ""), "出生"), "生")
	if c.Number && tenth.MatchString(s) {
		return calendar.Partial{}, Tenth
	}
	var y, m, d string
	switch match := dateShape.FindStringSubmatch(s); {
	case match != nil:
		y, m, d = match[1], match[2]+match[3], match[4]
	case len(s) == 8 && digits.MatchString(s):
		y, m, d = s[:4], s[4:6], s[6:]
	case len(s) == 6 && digits.MatchString(s):
		y, m = s[:4], s[4:]
	case c.Number && serial.MatchString(s):
		n := atoi(serial.FindStringSubmatch(s)[1])
		if n > lastSerial {
			return calendar.Partial{}, NotDate
		}
		day := calendar.NewDate(1899, 12, 30).AddDays(n)
		return calendar.Partial{Year: day.Year(), Month: day.Month(), Day: day.Day()}, ""
	default:
		return calendar.Partial{}, NotDate
	}
	p := calendar.Partial{Year: atoi(y), Month: time.Month(atoi(m)), Day: atoi(d)}
	if (m != "" && p.Month == 0) || (d != "" && p.Day == 0) || p.Year < 1900 || p.Year > 2100 {
		return calendar.Partial{}, NotDate
	}
	if back, err := calendar.ParsePartial(p.String()); err != nil || back != p {
		return calendar.Partial{}, NotDate
	}
	return p, ""
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // digits, or nothing
	return n
}

// between are the signs between the beginning and the end of a term.
var between = regexp.MustCompile(`至|到|—+|–|~|-+`)

// readTerm reads a term: 2024.1-2026.12, 2024年1月15日至2027年1月14日,
// 2024.1至今, 至2026年12月. What is not said is no date.
func readTerm(c Cell) (from, until calendar.Date, code string) {
	s := strings.ReplaceAll(narrow(c.Text), " ", "")
	date := func(text string) (calendar.Partial, bool) {
		p, code := readDate(Cell{Text: text})
		return p, code == "" && !p.IsZero() && len(text) >= 4
	}
	if rest, ok := strings.CutSuffix(s, "起"); ok {
		if p, ok := date(rest); ok {
			return p.Earliest(), until, ""
		}
	}
	for _, rest := range []string{strings.TrimPrefix(s, "至"), strings.TrimSuffix(s, "止")} {
		if p, ok := date(rest); ok && rest != s {
			return from, p.Latest(), ""
		}
	}
	for _, at := range between.FindAllStringIndex(s, -1) {
		left, right := strings.TrimSuffix(s[:at[0]], "起"), strings.TrimSuffix(s[at[1]:], "止")
		a, ok := date(left)
		if !ok {
			continue
		}
		if right == "今" {
			return a.Earliest(), until, ""
		}
		if b, ok := date(right); ok {
			if b.Latest().Before(a.Earliest()) {
				return from, until, Order
			}
			return a.Earliest(), b.Latest(), ""
		}
	}
	return from, until, NotTerm
}

var (
	phoneSigns = regexp.MustCompile(`^[0-9+\-() 、,;/.转分机#extEXT\n]+$`)
	phoneEnds  = regexp.MustCompile(`\.0+$`)
)

// readPhone reads a telephone, or several; one that the spreadsheet took for a
// number is written out.
func readPhone(c Cell) (string, string) {
	s := narrow(c.Text)
	if science.MatchString(s) {
		if f, err := strconv.ParseFloat(s, 64); err == nil && f < 1e15 {
			s = strconv.FormatFloat(f, 'f', 0, 64)
		}
	}
	s = strings.Join(strings.Fields(phoneEnds.ReplaceAllString(s, "")), " ")
	if !phoneSigns.MatchString(s) || len(only(s)) < 5 || len(s) > 100 {
		return "", NotPhone
	}
	return s, ""
}

// only are the digits of a text.
func only(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, narrow(s))
}

// masked reports whether a number is hidden in part, as a roster is given out:
// it says nothing.
func masked(s string) bool { return strings.ContainsAny(s, "*＊×") }

// weights are what each digit of an identity number counts (GB 11643-1999).
var weights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

var idShape = regexp.MustCompile(`^\d{17}[\dX]$`)

// readID reads a resident's identity number (GB 11643-1999) and checks its last
// digit and its day of birth.
func readID(c Cell) (string, string) {
	s := strings.ToUpper(strings.ReplaceAll(strings.TrimPrefix(narrow(c.Text), "'"), " ", ""))
	switch {
	case science.MatchString(strings.ToLower(s)):
		return "", Lost
	case !idShape.MatchString(s):
		return "", NotID
	}
	sum := 0
	for i, w := range weights {
		sum += int(s[i]-'0') * w
	}
	day, code := readDate(Cell{Text: s[6:14]})
	if "10X98765432"[sum%11] != s[17] || code != "" || day.IsZero() {
		if strings.HasSuffix(s, "000") { // fifteen digits are all that a number keeps
			return "", Lost
		}
		return "", BadID
	}
	return s, ""
}

// fromID tells the day of birth and the gender from an identity number; one of
// another shape tells nothing.
func fromID(id string) (calendar.Partial, hearing.Gender, bool) {
	if !idShape.MatchString(id) {
		return calendar.Partial{}, "", false
	}
	born, code := readDate(Cell{Text: id[6:14]})
	if code != "" {
		return calendar.Partial{}, "", false
	}
	if (id[16]-'0')%2 == 1 {
		return born, hearing.Male, true
	}
	return born, hearing.Female, true
}

// agree reports whether two dates can be the same day.
func agree(a, b calendar.Partial) bool {
	return a.IsZero() || b.IsZero() || !a.Latest().Before(b.Earliest()) && !b.Latest().Before(a.Earliest())
}
