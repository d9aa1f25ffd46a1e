package document

import (
	"cmp"
	"slices"

	"hearingdesk/hearing"
)

// A Pile says what a paper is among those that go to one addressee, by post or
// by hand: it is what stands behind "pile:" in a form's head.
type Pile string

// What the papers of an addressee are, in the order in which they lie in the
// envelope. A paper that is none of them goes to nobody by itself.
const (
	PileCover     Pile = "cover"     // 封页
	PileNotice    Pile = "notice"    // 通知书、告知书等正件
	PileReply     Pile = "reply"     // 回执、回证等要交回的
	PileEnclosure Pile = "enclosure" // 附件
)

var piles = []Pile{PileCover, PileNotice, PileReply, PileEnclosure}

// An Order is in which order the papers of a session are printed.
type Order string

// The orders. The papers are the same in both.
const (
	ByAddressee Order = "addressee" // 按受送达人: what goes to one person lies together; then what goes to nobody, form by form
	ByForm      Order = "form"      // 按文书: form by form
)

// Orders lists every order.
var Orders = []Order{ByAddressee, ByForm}

// Arrange puts into order what belongs to the papers of one session; item is the
// paper of each. The list is in the order of [Catalogue.Plan], and is left as it
// is; an addressee comes where its first paper stands in it.
func Arrange[T any](by Order, list []T, item func(T) Item) []T {
	out := slices.Clone(list)
	if by != ByAddressee {
		return out
	}
	at := map[string]int{}
	for i, x := range list {
		to := item(x).To
		if _, known := at[to]; !known {
			at[to] = i
		}
	}
	at[""] = len(list)
	slices.SortStableFunc(out, func(a, b T) int {
		x, y := item(a), item(b)
		return cmp.Or(at[x.To]-at[y.To], slices.Index(piles, x.Pile)-slices.Index(piles, y.Pile))
	})
	return out
}

// addresseeOf names who gets what is made for a target: the participant, or the
// person or unit on whom something is served.
func addresseeOf(d hearing.Dossier, t target) string {
	if t.participant.ID != "" {
		return string(t.participant.ID)
	}
	var person, unit hearing.ID
	switch {
	case t.delivery != nil:
		person, unit = t.delivery.Person, t.delivery.Organisation
	case t.step != nil:
		person, unit = t.step.Person, t.step.Organisation
	case t.participant.Person != "": // has no seat any more
		person = t.participant.Person
	}
	for _, p := range d.Session().Participants {
		if !p.Alternate && class(p.Role) != "" && (person != "" && p.Person == person || unit != "" && p.Organisation == unit && class(p.Role) == perAgency) {
			return string(p.ID)
		}
	}
	switch {
	case person != "":
		return "person " + string(person)
	case unit != "":
		return "unit " + string(unit)
	}
	return ""
}
