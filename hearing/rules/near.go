package rules

import (
	"slices"
	"strings"
	"unicode"

	"hearingdesk/hearing"
)

// near says why two people may be close to one another, which somebody has to
// confirm: the same employer, home or telephone, or the same surname in one
// place. It is empty without a sign of it. Of an agency's staff the employer is
// not named, because R4 does.
func (c *check) near(a, b *hearing.Person, staff bool) string {
	home, other, place := "", "", ""
	if a.Address != "" && b.Address != "" {
		home, other = squeezed(a.Address), squeezed(b.Address)
		place = placeOf(home)
	}
	switch {
	case !staff && a.Organisation != "" && a.Organisation == b.Organisation:
		unit := c.d.Organisation(a.Organisation).Name
		return c.pick("同一单位（"+unit+"）", "have the same employer ("+unit+")")
	case home != "" && home == other:
		return c.pick("同一住址", "live at the same address")
	case a.Phone != "" && b.Phone != "" && squeezed(a.Phone) == squeezed(b.Phone):
		return c.pick("电话相同", "have the same telephone")
	case place != "" && place == placeOf(other) && surname(a.Name) != "" && surname(a.Name) == surname(b.Name):
		return c.pick("同姓且住在同一处（"+place+"）", "have one surname and live in one place ("+place+")")
	}
	return ""
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// placeOf is the neighbourhood or the street of an address: what stands before
// the first number. A mere district is none.
func placeOf(address string) string {
	if i := strings.IndexFunc(address, unicode.IsDigit); i >= 0 {
		address = address[:i]
	}
	if strings.HasSuffix(address, "小区") || strings.HasSuffix(address, "社区") {
		return address
	}
	for _, region := range []string{"省", "市", "区", "县", "旗", "镇", "乡", "街道"} {
		if strings.HasSuffix(address, region) {
			return ""
		}
	}
	return address
}

// doubled are the surnames of two characters that are met.
var doubled = []string{"欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "宇文", "长孙", "端木", "南宫"}

// surname is the first character of a Chinese name, or the first two.
func surname(name string) string {
	r := []rune(strings.TrimSpace(name))
	switch {
	case len(r) == 0 || strings.ContainsRune(name, '·') || !unicode.Is(unicode.Han, r[0]):
		return ""
	case len(r) > 2 && slices.Contains(doubled, string(r[:2])):
		return string(r[:2])
	}
	return string(r[:1])
}
