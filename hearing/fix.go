package hearing

import (
	"slices"
	"strings"

	"hearingdesk/hearing/calendar"
)

// Fixed returns the hearing with a finding's fix done as of a day, and whether
// it could be done. by is the chief, or whoever gives the approval that is
// recorded; another fix records nobody's approval, so that a replacement still
// asks for its reason and its approver. Only fixes that are one change of the
// record are done; of the others, and of an officer who gave an opinion, the
// hearing comes back as it was.
func (h Hearing) Fixed(f Finding, by ID, on calendar.Date) (Hearing, bool) {
	out, ok := h.mended(f, by, on)
	if !ok {
		return h, false
	}
	return out, true
}

func (h Hearing) mended(f Finding, by ID, on calendar.Date) (Hearing, bool) {
	switch f.Fix.Kind {
	case FixApproval:
		return h.approved(ApprovalKind(f.Fix.Value), by, on)
	case FixPresider:
		return h.LedBy(ID(f.Fix.Value), on), f.Fix.Value != ""
	case FixStreamOff:
		h.Forms = h.without(Streamed)
		return h, true
	case FixClose:
		h.Openness, h.Forms = NotOpen, h.without(Streamed)
		return h, true
	case FixRemove:
		return h.left(f, on)
	case FixPromote:
		return h.movedUp(f, on)
	case FixDeclaration:
		return h.of(f.Participant, func(p *Participant) { p.Declared = &Declaration{On: on} })
	case FixBriefing:
		return h.of(f.Participant, func(p *Participant) { p.BriefedOn = on })
	case FixSign:
		return h.signedBy(strings.Fields(f.Fix.Value), on), true
	}
	return h, false
}

// approved records an approval; one that was asked for is answered.
func (h Hearing) approved(k ApprovalKind, by ID, on calendar.Date) (Hearing, bool) {
	if by == "" || !slices.Contains(ApprovalKinds, k) {
		return h, false
	}
	h.Approvals = slices.Clone(h.Approvals)
	for i := range h.Approvals {
		if a := &h.Approvals[i]; a.Kind == k && a.On.IsZero() {
			a.By, a.On = by, on
			return h, true
		}
	}
	h.Approvals = append(h.Approvals, Approval{Kind: k, By: by, On: on})
	return h, true
}

// Signers that are not among the participants, as [FixSign] names them.
const (
	SignsPresider ID = "presider"
	SignsRecorder ID = "recorder"
)

// Unsigned lists who has not signed the transcript yet, nor refused to with the
// reason noted: the presider, the recorder, and of the participants who came
// those whose role signs.
func (h Hearing) Unsigned(signs func(Role) bool) []ID {
	done := func(s *Signature) bool { return s != nil && (!s.On.IsZero() || s.Refused != "") }
	var out []ID
	if !done(h.Outcome.SignedBy) {
		out = append(out, SignsPresider)
	}
	if !done(h.Outcome.RecordedBy) {
		out = append(out, SignsRecorder)
	}
	for _, p := range h.Participants {
		if p.Attendance.Presence.Here() && signs(p.Role) && !done(p.Signed) {
			out = append(out, p.ID)
		}
	}
	return out
}

// signedBy records that some signed the transcript.
func (h Hearing) signedBy(who []string, on calendar.Date) Hearing {
	h.Participants = slices.Clone(h.Participants)
	for _, id := range who {
		switch ID(id) {
		case SignsPresider:
			h.Outcome.SignedBy = &Signature{On: on}
		case SignsRecorder:
			h.Outcome.RecordedBy = &Signature{On: on}
		}
		for i := range h.Participants {
			if p := &h.Participants[i]; string(p.ID) == id {
				p.Signed = &Signature{On: on}
			}
		}
	}
	return h
}

// without lists the forms but for one.
func (h Hearing) without(f Form) []Form {
	return slices.DeleteFunc(slices.Clone(h.Forms), func(g Form) bool { return g == f })
}

// of changes one participant of a copy.
func (h Hearing) of(id ID, change func(*Participant)) (Hearing, bool) {
	i := slices.IndexFunc(h.Participants, func(p Participant) bool { return p.ID == id })
	if i < 0 {
		return h, false
	}
	h.Participants = slices.Clone(h.Participants)
	change(&h.Participants[i])
	return h, true
}

// left takes the finding's participant off the list, or all observers and media.
func (h Hearing) left(f Finding, on calendar.Date) (Hearing, bool) {
	goes := func(p Participant) bool { return p.ID == f.Participant }
	if f.Fix.Value == string(Observer) {
		goes = func(p Participant) bool { return p.Role == Observer || p.Role == Media }
	}
	list := slices.DeleteFunc(slices.Clone(h.Participants), goes)
	if len(list) == len(h.Participants) || h.needs(goes) {
		return h, false
	}
	return h.WithParticipants(list, on), true
}

// movedUp gives the seat of the finding's officer to an alternate. Without an
// officer, as when too few came, the alternate takes a seat of its own.
func (h Hearing) movedUp(f Finding, on calendar.Date) (Hearing, bool) {
	out := func(p Participant) bool { return p.ID == f.Participant }
	next, ok := h.Participant(ID(f.Fix.Value))
	if !ok || !next.Alternate || h.needs(out) {
		return h, false
	}
	next.Alternate = false
	list := slices.DeleteFunc(slices.Clone(h.Participants), func(p Participant) bool { return p.ID == next.ID })
	at := slices.IndexFunc(list, out)
	if at < 0 {
		at = slices.IndexFunc(list, func(p Participant) bool { return p.Role != Officer })
		if at < 0 {
			at = len(list)
		}
		return h.WithParticipants(slices.Insert(list, at, next), on), true
	}
	next.Seat = list[at].Seat
	list[at] = next
	return h.WithParticipants(list, on), true
}

// needs reports whether the hearing's record speaks of such a participant, who
// can then not be taken off the list.
func (h Hearing) needs(such func(Participant) bool) bool {
	for _, p := range h.Participants {
		if !such(p) {
			continue
		}
		gave := slices.ContainsFunc(h.Opinions, func(o Opinion) bool { return o.Officer == p.ID })
		works := slices.ContainsFunc(h.Notary, func(m NotaryMatter) bool { return m.Notary == p.ID || slices.Contains(m.Applicants, p.ID) })
		if gave || works {
			return true
		}
	}
	return false
}
