package hearing

import "slices"

// A Signing says whether a unit signs its receipt before its words are heard, or
// after: ceremonies go both ways, and no act names an order (检察建议工作规定, art. 18).
type Signing string

// The orders. Of a ceremony the usual one is its office's, of an office that of
// the steps of its rules.
const (
	SigningUsual Signing = ""      // 按通常次序
	SigningLast  Signing = "last"  // 先听取意见，后签收
	SigningFirst Signing = "first" // 先签收，后听取意见
)

// Signings lists every order.
var Signings = []Signing{SigningUsual, SigningLast, SigningFirst}

// Term names the value.
func (v Signing) Term() Term { return term(v, signingTerms) }

var signingTerms = map[Signing]Term{
	SigningUsual: {"按通常次序", "As usual"},
	SigningLast:  {"先听取意见，后签收", "The unit speaks, then signs"},
	SigningFirst: {"先签收，后听取意见", "The unit signs, then speaks"},
}

// Declined reports whether the unit answered that it does not agree, so that it is
// served directly (检察建议工作规定, art. 18).
func (c Consent) Declined() bool { return !c.AnsweredOn.IsZero() && !c.Agreed }

// Declined reports whether a unit does not agree to the ceremony.
func (a Announcement) Declined(unit ID) bool {
	return slices.ContainsFunc(a.Consents, func(c Consent) bool { return c.Organisation == unit && c.Declined() })
}

// Announces reports whether a receipt is one of the ceremony itself: its paper is
// read there, and signed for or left. A unit that declined is served elsewhere.
func (a Announcement) Announces(d Delivery) bool {
	read := d.Mode == Announced || d.Mode == Left || d.Mode == ""
	return read && (d.Organisation == "" || !a.Declined(d.Organisation))
}

// AllDeclined reports whether there are units to be served, and not one of them
// is served in the ceremony.
func (a Announcement) AllDeclined() bool {
	return slices.ContainsFunc(a.Deliveries, func(d Delivery) bool { return a.Declined(d.Organisation) }) &&
		!slices.ContainsFunc(a.Deliveries, a.Announces)
}

// Servers are those who serve in the ceremony, where a receipt names nobody: who reads
// and who records.
func (a Announcement) Servers() []ID {
	var out []ID
	for _, who := range []ID{a.Reader, a.Recorder} {
		if who != "" && !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return out
}
