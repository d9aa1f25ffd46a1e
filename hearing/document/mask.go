package document

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"hearingdesk/hearing"
)

// compound lists the surnames of two characters that are kept whole when a
// name is masked.
var compound = strings.Fields(`欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连
	澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马
	公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉
	公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑
	即墨 达奚 褚师 纳兰`)

// maskName keeps the surname: 程桂兰 is 程某某, 王䶮 is 王某, 欧阳明月 is
// 欧阳某某. Of a name in several parts, such as 阿依努尔·买买提, and of a name in
// Latin letters only the first character stays: its first part is what the
// person is called by, not a family's name. So do the courts when they publish a
// judgment (法释〔2016〕19号, art. 9). A name that is masked already stays as it is.
func maskName(name string) string {
	r := []rune(strings.TrimSpace(name))
	if len(r) < 2 || strings.ContainsRune(name, '某') {
		return name
	}
	keep := 1
	if len(r) > 2 && slices.Contains(compound, string(r[:2])) {
		keep = 2
	}
	if len(r)-keep == 1 {
		return string(r[:keep]) + "某"
	}
	return string(r[:keep]) + "某某"
}

// maskOrganisation hides which body it is.
func maskOrganisation(o hearing.Organisation) string {
	switch o.Kind {
	case hearing.Agency:
		return "某行政机关"
	case hearing.Company:
		return "某公司"
	}
	return "某单位"
}

// maskNumber hides the middle of an identity number (140105********1234) or of
// a telephone number (139****0002).
func maskNumber(number string) string {
	r := []rune(strings.TrimSpace(number))
	n := len(r)
	head, tail := 0, 0
	switch {
	case n >= 15:
		head, tail = 6, 4
	case n >= 11:
		head, tail = 3, 4
	case n >= 7:
		head, tail = n-6, 2
	case n >= 2:
		tail = 1
	}
	for i := head; i < n-tail; i++ {
		r[i] = '*'
	}
	return string(r)
}

// An idShape is how an identity number of eighteen or fifteen digits looks, and a
// phone one of a mobile or a fixed telephone, in a text that [plainly] wrote.
var (
	idShape    = regexp.MustCompile(`\d{6}[ -]?(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dX]|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})`)
	phoneShape = regexp.MustCompile(`(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\(?0\d{2,3}\)?[ -]?\d{7,8}|\(?0\d{2,3}\)?[ -]?\d{3,4}[ -]\d{4}`)
)

// fewestDigits is how many digits the shortest number has that is masked in a text.
const fewestDigits = 10

// plainly writes a text with one byte for each character: digits, X, signs that
// stand between the groups of a number, and a dot for all else. Full width is
// made half.
func plainly(text []rune) []byte {
	out := make([]byte, len(text))
	for i, r := range text {
		r = hearing.Narrow(r)
		const kept = "0123456789()+"
		switch at := strings.IndexRune(kept, r); {
		case at >= 0:
			out[i] = kept[at]
		case r == 'x', r == 'X':
			out[i] = 'X'
		case unicode.IsSpace(r):
			out[i] = ' '
		case r == '-', r == '—', r == '–', r == '‐', r == '‑', r == '−':
			out[i] = '-'
		default:
			out[i] = '.'
		}
	}
	return out
}

// maskNumbers hides identity numbers in a running text, and telephones where
// that is asked for, in whatever width and grouping they were typed.
func maskNumbers(text string, phones bool) string {
	digits := 0
	for _, r := range text {
		if r >= '0' && r <= '9' || r >= '０' && r <= '９' {
			digits++
		}
	}
	if digits < fewestDigits {
		return text
	}
	runes := []rune(text)
	plain := plainly(runes)
	shapes := []*regexp.Regexp{idShape}
	if phones {
		shapes = append(shapes, phoneShape)
	}
	for _, one := range shapes {
		for _, m := range one.FindAllIndex(plain, -1) {
			from, to := m[0], m[1]
			if from > 0 && isDigit(plain[from-1]) || to < len(plain) && isDigit(plain[to]) {
				continue // a part of a longer number, which is something else
			}
			copy(runes[from:to], []rune(maskNumber(string(runes[from:to]))))
			for i := from; i < to; i++ {
				plain[i] = '.' // what is masked is no telephone any more
			}
		}
	}
	return string(runes)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// maskAddress keeps the street or the village of an address and hides the house:
// 澄河区春晖路12号3单元501室 is 澄河区春晖路××.
func maskAddress(address string) string {
	address = strings.TrimSpace(address)
	if m := houseShape.FindStringIndex(address); m != nil {
		return address[:m[0]] + "××"
	}
	return address
}

// A house begins with its number.
var houseShape = regexp.MustCompile(`[0-9０-９]|[一二三四五六七八九十百〇零]+(?:号|栋|幢|座|单元|楼|层|室|组|弄|巷)`)
