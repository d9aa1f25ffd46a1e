// Package receipt is the part of a receipt's form that depends on the way of
// service: who signed and in what capacity, the tries of the post, the consent to
// electronic service. The pages of an announcement and of a case both show it.
package receipt

import (
	"slices"

	"hearingdesk/hearing"
)

// A Group is some fields that are shown together.
type Group string

// The groups.
const (
	Signer  Group = "signer"  // who signed for another
	Post    Group = "post"    // tries, and the return
	Online  Group = "online"  // consent to electronic service
	Through Group = "through" // the organ that hands it over
	Call    Group = "call"    // the public notice
	Back    Group = "back"    // the letter came back: another service is offered
)

// Groups lists what is shown for a delivery: what its way asks for, and whatever
// was entered before the way was changed, so that nothing is hidden that is stored.
func Groups(d hearing.Delivery) []Group {
	var out []Group
	for _, g := range []struct {
		group Group
		shown bool
	}{
		{Signer, d.Capacity.ForAnother() || d.Relation != "" || d.ReceiverNumber != ""},
		{Post, d.Mode == hearing.Posted || len(d.Tries) > 0 || d.Returned() || d.ReturnReason != ""},
		{Online, d.Mode == hearing.Electronic || !d.ConsentOn.IsZero() || d.Address != ""},
		{Through, d.Mode.ByOther() || d.Through != ""},
		{Call, d.Mode == hearing.PublicCall || d.Medium != "" || d.CallReason != ""},
		{Back, d.Returned()},
	} {
		if g.shown {
			out = append(out, g.group)
		}
	}
	return out
}

// Has reports whether a group is among those shown.
func Has(list []Group, g Group) bool { return slices.Contains(list, g) }

// Anew is the same delivery by hand, after the post brought it back.
func Anew(d hearing.Delivery, id hearing.ID) hearing.Delivery {
	return hearing.Delivery{ID: id, Instruments: slices.Clone(d.Instruments), Organisation: d.Organisation, Person: d.Person, Mode: hearing.Direct}
}

// Added is a list of deliveries with another one for a recipient whom the post did
// not reach.
func Added(list []hearing.Delivery, of, id hearing.ID) []hearing.Delivery {
	at := slices.IndexFunc(list, func(d hearing.Delivery) bool { return d.ID == of })
	if at < 0 {
		return list
	}
	return slices.Insert(slices.Clone(list), at+1, Anew(list[at], id))
}
