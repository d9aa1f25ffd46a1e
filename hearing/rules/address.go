package rules

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// A lot is where an address is, as far as it tells one place from another: a
// neighbourhood, or a street with the number of the house.
type lot struct {
	name   string // 梧桐苑, 清源路: without the region above it
	number string // of the house on a street; empty in a neighbourhood, whose houses are one place
	whole  string // the whole address without its region, every house and door written in one way
}

var (
	regions  = regexp.MustCompile(`^(?:[^省市区县旗州盟]{1,12}(?:自治区|自治州|自治县|省|市|地区|区|县|旗|州|盟))+?`)
	township = regexp.MustCompile(`^[^街镇乡路巷苑园]{1,8}(?:街道办事处|街道|镇|乡)`)
	building = regexp.MustCompile(`(\d+|[A-Z])(?:号楼|号院|[幢栋座楼])`)
	numerals = regexp.MustCompile(`[〇零一二三四五六七八九十]+(?:号楼|号院|号|幢|栋|座|单元|室|户)`)
	houses   = regexp.MustCompile(`^(\d+(?:-\d+)?)(?:号|$)`)
)

// streets are the words that the name of a street ends with: there the number of
// a house tells one place from the next.
var streets = []string{"路", "街", "大道", "道", "巷", "弄", "胡同", "里弄"}

// lotOf reads an address as people write them: wide or plain digits, 三号楼 or
// 3幢, with the region above it or without.
func lotOf(address string) lot {
	s := plainAddress(address)
	s = noRegions.Replace(s)
	for {
		at := regions.FindStringIndex(s)
		if at == nil || at[1] == len(s) || strings.ContainsAny(s[:at[1]], "\x01\x02") {
			break
		}
		s = s[at[1]:]
	}
	if at := township.FindStringIndex(s); at != nil && at[1] < len(s) {
		s = s[at[1]:]
	}
	s = backAgain.Replace(s)
	l := lot{whole: s}
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsDigit(r) || r >= 'A' && r <= 'Z' })
	if end < 0 {
		end = len(s)
	}
	l.name = s[:end]
	if isStreet(l.name) {
		if m := houses.FindStringSubmatch(s[end:]); m != nil {
			l.number = m[1]
		}
	}
	return l
}

// The words with 区 that are no regions, and back.
var (
	noRegions = strings.NewReplacer("小区", "\x01", "社区", "\x02")
	backAgain = strings.NewReplacer("\x01", "小区", "\x02", "社区")
)

// lotOf reads an address once in a session: each person's is held against those of
// all others.
func (c *check) lotOf(address string) lot {
	if address == "" {
		return lot{}
	}
	l, read := c.lots[address]
	if !read {
		if c.lots == nil {
			c.lots = map[string]lot{}
		}
		l = lotOf(address)
		c.lots[address] = l
	}
	return l
}

func isStreet(name string) bool {
	for _, end := range streets {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// plainAddress writes an address in one way: plain digits and capitals, no
// spaces or signs, 幢 for every word for a building.
func plainAddress(s string) string {
	s = strings.Map(func(r rune) rune {
		r = hearing.Narrow(r)
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("#,.;，。；、·()（）", r):
			return -1
		case r == '—' || r == '–' || r == '－':
			return '-'
		}
		return unicode.ToUpper(r)
	}, s)
	s = numerals.ReplaceAllStringFunc(s, func(m string) string {
		end := strings.IndexFunc(m, func(r rune) bool { return !strings.ContainsRune("〇零一二三四五六七八九十", r) })
		return numeral(m[:end]) + m[end:]
	})
	return building.ReplaceAllString(s, "${1}幢")
}

// numeral writes a Chinese number below a hundred, or a row of digits, in digits.
func numeral(s string) string {
	const digits = "零一二三四五六七八九"
	digit := func(r rune) int { return utf8.RuneCountInString(digits[:max(0, strings.IndexRune(digits, r))]) }
	s = strings.ReplaceAll(s, "〇", "零")
	before, after, ten := strings.Cut(s, "十")
	if !ten {
		out := ""
		for _, r := range s {
			out += strconv.Itoa(digit(r))
		}
		return out
	}
	n := 10
	for _, r := range before {
		n = 10 * digit(r)
	}
	for _, r := range after {
		n += digit(r)
	}
	return strconv.Itoa(n)
}

// within reports whether an address lies in a place: in its neighbourhood, or at
// its number of the street. A place without a number is the whole street. Names
// of one character, and those of a mere region, tell nothing.
func (l lot) within(place lot) bool {
	a, b := l.name, place.name
	if utf8.RuneCountInString(a) < 2 || utf8.RuneCountInString(b) < 2 || !placed(place) {
		return false
	}
	same := a == b || strings.TrimSuffix(a, "小区") == strings.TrimSuffix(b, "小区") || !isStreet(b) && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
	return same && (place.number == "" || l.number == place.number)
}
