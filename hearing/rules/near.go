package rules

import (
	"slices"
	"strings"
	"unicode"

	"hearingdesk/hearing"
)

// near says why two people may be close to one another, which somebody has to
// confirm: the same employer, home or telephone, a near relative of that name, or
// the same surname in one place. It is empty without a sign of it. Of an agency's
// staff the employer is not named, because R4 does.
func (c *check) near(a, b *hearing.Person, staff bool) string {
	home, other := c.lotOf(a.Address), c.lotOf(b.Address)
	switch relative := relativeOf(a, b.Name); {
	case !staff && a.Organisation != "" && a.Organisation == b.Organisation:
		unit := c.d.Organisation(a.Organisation).Name
		return c.pick("同一单位（"+unit+"）", "have the same employer ("+unit+")")
	case home.whole != "" && home.whole == other.whole:
		return c.pick("同一住址", "live at the same address")
	case a.Phone != "" && b.Phone != "" && squeezed(a.Phone) == squeezed(b.Phone):
		return c.pick("电话相同", "have the same telephone")
	case relative != nil:
		return c.pick("申报的近亲属（"+relative.Relation+relative.Name+"）同名", "may be relatives: the officer declared "+strings.TrimSpace(relative.Relation+" "+relative.Name))
	case placed(home) && home.name == other.name && surname(a.Name) != "" && surname(a.Name) == surname(b.Name):
		place := placeOf(squeezed(a.Address))
		return c.pick("同姓且住在同一处（"+place+"）", "have one surname and live in one place ("+place+")")
	}
	return ""
}

// relativeOf is the near relative of a name whom somebody declared; nil without
// one.
func relativeOf(p *hearing.Person, name string) *hearing.Relative {
	i := slices.IndexFunc(p.Relatives, func(r hearing.Relative) bool { return name != "" && squeezed(r.Name) == squeezed(name) })
	if i < 0 {
		return nil
	}
	return &p.Relatives[i]
}

// nearUnit says why somebody may be close to a unit of a case: a near relative
// works there, the telephone or the address is its own, or its head has the same
// surname and it stands where the person lives. firm is a law firm, whose own
// lawyers are asked about too; of an agency R4 says that.
func (c *check) nearUnit(who *hearing.Person, unit *hearing.Organisation, firm bool) string {
	home, at := c.lotOf(who.Address), c.lotOf(unit.Address)
	works := func(r hearing.Relative) bool {
		s := squeezed(r.Unit)
		return s != "" && (s == squeezed(unit.Name) || s == squeezed(unit.Short))
	}
	switch i := slices.IndexFunc(who.Relatives, works); {
	case firm && who.Organisation != "" && who.Organisation == unit.ID:
		return c.pick("同一单位（代理人所在律所）", "is the officer's own firm, which acts in the case")
	case i >= 0:
		r := who.Relatives[i]
		return c.pick("有近亲属在该单位（"+r.Relation+r.Name+"）", "employs a near relative of the officer ("+strings.TrimSpace(r.Relation+" "+r.Name)+")")
	case unit.Phone != "" && squeezed(who.Phone) == squeezed(unit.Phone):
		return c.pick("电话相同", "have the same telephone")
	case home.whole != "" && home.whole == at.whole:
		return c.pick("地址相同", "have the same address")
	case placed(home) && home.within(at) && surname(who.Name) != "" && surname(who.Name) == surname(unit.Head):
		return c.pick("在同一处，且与负责人"+unit.Head+"同姓", "are in one place, and its head "+unit.Head+" has the same surname")
	}
	return ""
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// placed reports whether an address says more than a region.
func placed(l lot) bool {
	if strings.HasSuffix(l.name, "小区") || strings.HasSuffix(l.name, "社区") {
		return true
	}
	for _, region := range []string{"省", "市", "区", "县", "旗", "镇", "乡", "街道"} {
		if strings.HasSuffix(l.name, region) {
			return false
		}
	}
	return l.name != ""
}

// placeOf is the neighbourhood or the street of an address: what stands before
// the first number.
func placeOf(address string) string {
	if i := strings.IndexFunc(address, unicode.IsDigit); i >= 0 {
		address = address[:i]
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
