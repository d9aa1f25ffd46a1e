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
		if on := sentOn(t); t.Document == "21" && on.Before(last) && on.After(before) {
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
	case t.Document == "20", on.IsZero(), t.Document == "21" && !on.Before(m.On):
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
