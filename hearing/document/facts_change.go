package document

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// toldOnce are the participants who had been told of the hearing before its
// last change, and so are told of the change (听证工作规定, art. 10(2), (3)).
func toldOnce(d hearing.Dossier) []target {
	if d.Hearing == nil {
		return nil
	}
	out := who(d, func(p hearing.Participant) bool { return len(changesFor(*d.Hearing, p)) > 0 })
	for _, m := range d.Hearing.Moves {
		known := func(t target) bool { return t.participant.Person == m.Was }
		if m.Kind == hearing.MoveOfficer && m.Was != "" && !slices.ContainsFunc(out, known) {
			p := hearing.Participant{Role: hearing.Officer, Person: m.Was} // has no seat any more
			out = append(out, target{key: string(m.Was), name: called(d, p), participant: p})
		}
	}
	return out
}

// askedOnce are who had been asked to agree to an announcement, or invited to it,
// before its last change, and so are told of the change (检察建议工作规定,
// art. 18): the units first.
func askedOnce(d hearing.Dossier) []target {
	if d.Announcement == nil {
		return nil
	}
	h := ceremonyAsHearing(*d.Announcement)
	var out []target
	add := func(t target) {
		if len(changesFor(h, t.participant)) > 0 && !slices.ContainsFunc(out, func(o target) bool { return o.key == t.key }) {
			out = append(out, t)
		}
	}
	for _, t := range unitsOf(d) {
		if t.participant.ID == "" {
			t.participant = hearing.Participant{ID: t.delivery.Organisation, Role: hearing.Recipient, Organisation: t.delivery.Organisation}
		}
		for _, c := range d.Announcement.Consents {
			if c.Organisation == t.delivery.Organisation && c.Organisation != "" && !c.AskedOn.IsZero() {
				t.participant.Told = append(slices.Clone(t.participant.Told), hearing.Told{Document: "24", SentOn: c.AskedOn})
			}
		}
		t.key = string(t.participant.ID)
		if !d.Announcement.Declined(t.delivery.Organisation) {
			add(t)
		}
	}
	for _, p := range d.Announcement.Participants {
		if class(p.Role) != "" && (p.Role != hearing.Recipient || p.Organisation == "") {
			add(target{key: string(p.ID), name: called(d, p), participant: p})
		}
	}
	return out
}

// ceremonyAsHearing is what the notices of an announcement rest on.
func ceremonyAsHearing(a hearing.Announcement) hearing.Hearing {
	return hearing.Hearing{State: a.State, Slot: a.Slot, Participants: a.Participants, Moves: a.Moves}
}

// IsChange reports whether a paper tells of a change: of a hearing, or of an
// announcement.
func IsChange(number string) bool { return number == "21" || number == "21b" }

// changesFor lists the changes that a participant is told of in one paper: those
// since the last notice of change (21), of which the first came after the
// participant had been told.
func changesFor(h hearing.Hearing, p hearing.Participant) []hearing.Move {
	if len(h.Moves) == 0 {
		return nil
	}
	if p.ID == "" {
		return slices.DeleteFunc(slices.Clone(h.Moves), func(m hearing.Move) bool { return m.Was != p.Person })
	}
	last := h.Moves[len(h.Moves)-1].On
	var before calendar.Date // day of an earlier notice of change
	for _, t := range p.Told {
		if on := sentOn(t); IsChange(t.Document) && on.Before(last) && on.After(before) {
			before = on
		}
	}
	var out []hearing.Move
	for _, m := range h.Moves {
		if m.On.After(before) && slices.ContainsFunc(p.Told, func(t hearing.Told) bool { return toldBefore(t, m, h) }) {
			out = append(out, m)
		}
	}
	return out
}

// toldBefore reports whether a notification is of what a change made void.
func toldBefore(t hearing.Told, m hearing.Move, h hearing.Hearing) bool {
	on := sentOn(t)
	switch {
	case t.Document == "20", on.IsZero(), IsChange(t.Document) && !on.Before(m.On):
		return false
	case (m.Kind == hearing.MoveMoved || m.Kind == hearing.MovePostponed) && !m.From.Start.Equal(h.Start) && !t.For.IsZero():
		return !t.For.Equal(h.Start)
	}
	return !on.After(m.On)
}

func sentOn(t hearing.Told) calendar.Date {
	if t.SentOn.IsZero() {
		return t.ReceivedOn
	}
	return t.SentOn
}

// change fills in what a notice of change says to its addressee.
func (x teller) change(h hearing.Hearing) record {
	r := record{}
	var reasons []string
	slot := false
	for _, m := range changesFor(h, x.t.participant) {
		if m.Reason != "" && !slices.Contains(reasons, bareText(m.Reason)) {
			reasons = append(reasons, bareText(m.Reason))
		}
		if !m.From.Start.IsZero() && !slot { // the first one is what they know
			slot = true
			r["from"], r["place"] = moment(m.From.Start, x.zone()), Text(x.place(m.From.Room))
		}
		switch m.Kind {
		case hearing.MovePostponed:
			r["postponed"] = true
		case hearing.MoveMoved:
			r["moved"] = true
		case hearing.MoveCancelled:
			r["cancelled"] = true
		case hearing.MovePresider:
			r["presider"] = true
			if r["host"] == nil {
				r["host"] = Text(x.d.Person(m.Was).Name)
			}
		case hearing.MoveOfficer:
			r["officer"] = true
			r["left"] = append(list(r["left"]), x.left(m)...)
		}
		if m.Kind == hearing.MovePostponed || m.Kind == hearing.MoveMoved || m.Kind == hearing.MoveCancelled {
			x.void(r, h, m)
		}
	}
	if !slot { // the presider or an officer only: what they know is what is
		r["from"], r["place"] = moment(h.Start, x.zone()), Text(x.place(h.Room))
	}
	r["open"] = h.Start.IsZero() || h.State == hearing.Postponed && r["from"] == moment(h.Start, x.zone())
	r["reason"] = Text(strings.Join(reasons, "；"))
	return r
}

// list is a value as a list of records.
func list(v any) []record {
	l, _ := v.([]record)
	return l
}

// left is the officer whom a change took away.
func (x teller) left(m hearing.Move) []record {
	if m.Was == "" {
		return nil
	}
	return []record{{"name": Text(x.mask.person(x.d.Person(m.Was)))}}
}

// void says which announcement a change makes void: the one that was posted, or
// signed, before it.
func (x teller) void(r record, h hearing.Hearing, m hearing.Move) {
	n := h.Notice
	on := n.PostedOn
	if on.IsZero() {
		on = n.SignedOn
	}
	if h.Openness != hearing.Public || on.IsZero() {
		return
	}
	r["void"] = true
	if !on.After(m.On) { // a later one was posted anew, and holds
		r["notice"], r["notice_on"] = Text(n.Number), day(on)
	}
}

func bareText(s string) string { return strings.TrimRight(s, "。；;.，, \n") }
