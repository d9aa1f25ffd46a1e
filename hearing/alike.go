package hearing

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// An Alike is why two records seem to be of the same person or organisation
// (可能重复). Somebody has to decide: namesakes work in one unit, too.
type Alike string

// The reasons, the surest first.
const (
	AlikeID    Alike = "id"    // 证件号码相同
	AlikeCode  Alike = "code"  // 统一社会信用代码相同
	AlikePhone Alike = "phone" // 姓名、电话相同
	AlikeBorn  Alike = "born"  // 姓名、出生日期相同
	AlikeUnit  Alike = "unit"  // 姓名、单位相同
	AlikeName  Alike = "name"  // 名称相同
)

// A Twin is two records that seem to be of one.
type Twin[R Record] struct {
	A, B R
	Why  Alike
}

// TwinPeople lists the people who seem to be recorded twice, each pair once with
// its surest reason; those of whom somebody said that they are two are left out.
func TwinPeople(list []Person) []Twin[Person] {
	return twins(list, func(p Person) []ID { return p.Distinct }, func(p Person) map[Alike]string {
		name := even(p.Name)
		keys := map[Alike]string{AlikeID: even(p.IDNumber)}
		for why, with := range map[Alike]string{AlikePhone: digits(p.Phone), AlikeUnit: string(p.Organisation), AlikeBorn: p.Born.String()} {
			if name != "" && with != "" {
				keys[why] = name + "\n" + with
			}
		}
		return keys
	})
}

// TwinOrganisations is [TwinPeople] of organisations.
func TwinOrganisations(list []Organisation) []Twin[Organisation] {
	return twins(list, func(o Organisation) []ID { return o.Distinct }, func(o Organisation) map[Alike]string {
		return map[Alike]string{AlikeCode: even(o.Code), AlikeName: even(o.Name)}
	})
}

func twins[R Record](list []R, distinct func(R) []ID, keys func(R) map[Alike]string) []Twin[R] {
	var out []Twin[R]
	seen := map[[2]ID]bool{}
	for _, why := range []Alike{AlikeID, AlikeCode, AlikePhone, AlikeBorn, AlikeUnit, AlikeName} {
		groups := map[string][]R{}
		for _, r := range list {
			if k := keys(r)[why]; k != "" {
				groups[k] = append(groups[k], r)
			}
		}
		for _, g := range groups {
			for i, a := range g {
				for _, b := range g[i+1:] {
					pair := [2]ID{min(a.Key(), b.Key()), max(a.Key(), b.Key())}
					if seen[pair] || slices.Contains(distinct(a), b.Key()) || slices.Contains(distinct(b), a.Key()) {
						continue
					}
					seen[pair] = true
					out = append(out, Twin[R]{a, b, why})
				}
			}
		}
	}
	slices.SortFunc(out, func(x, y Twin[R]) int {
		return cmp.Or(strings.Compare(x.A.Called(), y.A.Called()), cmp.Compare(x.A.Key(), y.A.Key()), cmp.Compare(x.B.Key(), y.B.Key()))
	})
	return out
}

// even makes names and numbers alike that differ in width, case and spaces.
func even(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToUpper(Narrow(r))
	}, s)
}

// Narrow is the plain character in place of a wide one of a Chinese keyboard: A for
// Ａ, 1 for １, and any other as it is.
func Narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, even(s))
}

// Takes returns the person with what another record of the same one was merged
// from, so that who still says its ID is understood. The values that the person
// has stay.
func (p Person) Takes(other Person) Person {
	p.Merged, p.Distinct = takes(p.ID, p.Merged, other.ID, other.Merged), takes(p.ID, without(p.Distinct, other.ID), "", other.Distinct)
	return p
}

// Takes is [Person.Takes] of an organisation, which is not above itself.
func (o Organisation) Takes(other Organisation) Organisation {
	o.Merged, o.Distinct = takes(o.ID, o.Merged, other.ID, other.Merged), takes(o.ID, without(o.Distinct, other.ID), "", other.Distinct)
	if o.Parent == other.ID {
		o.Parent = ""
	}
	return o
}

func without(list []ID, id ID) []ID {
	return slices.DeleteFunc(slices.Clone(list), func(x ID) bool { return x == id })
}

// takes joins lists of IDs, each once and never the own one.
func takes(own ID, mine []ID, id ID, more []ID) []ID {
	out := slices.Clone(mine)
	for _, x := range append([]ID{id}, more...) {
		if x != "" && x != own && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// Doubled says which two chairs somebody would have in a session, if two records
// were one person: nobody has two seats in one, and who presides or records it is
// no officer. It is empty where there is no objection.
func Doubled(r Record, person ID) [2]string {
	var chairs []string
	var s Session
	switch v := r.(type) {
	case Hearing:
		s = v.Session(nil)
	case Announcement:
		s = v.Session(nil)
	default:
		return [2]string{}
	}
	for _, p := range s.Participants {
		if p.Person == person {
			chairs = append(chairs, string(p.Role))
		}
	}
	if s.Presider == person {
		chairs = append(chairs, "presider")
	}
	if s.Recorder == person {
		chairs = append(chairs, "recorder")
	}
	if len(chairs) < 2 {
		return [2]string{}
	}
	return [2]string{chairs[0], chairs[1]}
}

// Awaits reports whether a draw of the hearing still has to do with somebody: a
// draw is never rewritten, and who moves up is found in it by the ID.
func (h Hearing) Awaits(person ID) bool {
	if h.State.Held() || h.State == Cancelled {
		return false
	}
	return slices.ContainsFunc(h.Draws, func(d Draw) bool {
		return d.Void == nil && slices.ContainsFunc(d.Pool, func(c DrawCandidate) bool { return c.Person == person })
	})
}
