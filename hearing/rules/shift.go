package rules

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Shift is what a change of a session does, before it is made: what loses its
// validity, and what is to be done anew.
type Shift struct {
	Void         []Void             // notices that no longer hold, in the order of the participants
	Retell       []Retell           // who must be told again because of the change
	Announcement *VoidAnnouncement  // the announcement that becomes void; nil: none does
	Approvals    []hearing.Approval // that were given for another day or another place
	Due          []DueShift         // dates that move
	Appear       []hearing.Finding  // findings that the change causes, the heaviest first
	Vanish       []hearing.Finding  // findings that it mends
}

// Nothing reports whether the change does nothing of all that.
func (s Shift) Nothing() bool {
	return len(s.Void)+len(s.Retell)+len(s.Approvals)+len(s.Due)+len(s.Appear)+len(s.Vanish) == 0 && s.Announcement == nil
}

// A Void is a notice that was right before the change.
type Void struct {
	Participant hearing.ID
	Who         string       // as the findings name it
	Told        hearing.Told // what was told, and when it was received
}

// A Retell is a participant who must be told again.
type Retell struct {
	Participant  hearing.ID
	Who          string
	Kinds        []hearing.MoveKind // of what
	Hard, Advise calendar.Date      // by when, and by when at best
}

// A VoidAnnouncement is a posted announcement that no longer holds.
type VoidAnnouncement struct {
	Number   string // 文号; most have none
	PostedOn calendar.Date
}

// A DueShift is a duty whose date moves.
type DueShift struct {
	Rule, Variant string
	Participant   hearing.ID
	Subject       string
	Before, After calendar.Date // last day
	Advise        calendar.Date // after the change
}

// Shift says what it does to change a session from one dossier to another. The
// second may be as it was typed: what is recorded of a change, such as for which
// start people were told, is worked out here.
func (b *Book) Shift(before, after hearing.Dossier, at time.Time, lang string) Shift {
	e := b.of(after.Office)
	return e.table.Shift(before, after, e.days, at, lang)
}

// Shift is [Book.Shift] with one table and calendar.
func (t *Table) Shift(before, after hearing.Dossier, days *calendar.Calendar, at time.Time, lang string) Shift {
	was := t.look(before, days, at, lang)
	zone, today := was.zone, was.today
	switch {
	case before.Hearing != nil && after.Hearing != nil:
		h := after.Hearing.ChangedFrom(*before.Hearing, today, zone)
		after.Hearing = &h
	case before.Announcement != nil && after.Announcement != nil:
		a := after.Announcement.ChangedFrom(*before.Announcement, today, zone)
		after.Announcement = &a
	}
	now := t.look(after, days, at, lang)
	s := Shift{Void: now.voided(toldOf(before), toldOf(after))}
	old := was.again(toldOf(before))
	for _, r := range now.again(toldOf(after)) {
		if !slices.ContainsFunc(old, r.same) {
			s.Retell = append(s.Retell, r)
		}
	}
	if h := after.Hearing; h != nil && before.Hearing != nil {
		s.Approvals = now.lapsed(before.Hearing, was.day)
		if _, already := voidBy(before.Hearing); !already {
			if _, void := voidBy(h); void {
				s.Announcement = &VoidAnnouncement{Number: h.Notice.Number, PostedOn: h.Notice.PostedOn}
			}
		}
	}
	s.compare(t.Check(before, days, at, lang), t.Check(after, days, at, lang))
	return s
}

// Again lists the participants whose notices of a session hold no more as it is
// now: who must be told once more that it was moved, put off or cancelled, or
// led or heard by others (听证工作规定, art. 10(2), (3)).
func (b *Book) Again(d hearing.Dossier, at time.Time) []hearing.ID {
	e := b.of(d.Office)
	c := e.table.look(d, e.days, at, "zh")
	var out []hearing.ID
	for _, r := range c.again(toldOf(d)) {
		out = append(out, r.Participant)
	}
	return out
}

func (r Retell) same(o Retell) bool {
	return r.Participant == o.Participant && r.Hard == o.Hard && slices.Equal(r.Kinds, o.Kinds)
}

// toldOf is what a session's notices rest on: its slot, its people and its
// changes. A ceremony is looked at as a hearing.
func toldOf(d hearing.Dossier) *hearing.Hearing {
	if a := d.Announcement; a != nil {
		return &hearing.Hearing{State: a.State, Slot: a.Slot, Participants: a.Participants, Moves: a.Moves}
	}
	if d.Hearing != nil {
		return d.Hearing
	}
	return &hearing.Hearing{}
}

// off is the change by which a session has no date any more.
func off(h *hearing.Hearing) (hearing.Move, bool) {
	switch h.State {
	case hearing.Cancelled:
		return lastOff(h.Moves, hearing.MoveCancelled)
	case hearing.Postponed:
		m, ok := lastOff(h.Moves, hearing.MovePostponed, hearing.MoveMoved)
		return m, ok && m.From.Start.Equal(h.Start) && m.From.Room == h.Room
	}
	return hearing.Move{}, false
}

// voided lists the notices that named the slot before and not the one after.
func (c *check) voided(before, after *hearing.Hearing) []Void {
	_, already := off(before)
	_, gone := off(after)
	var out []Void
	for i := range before.Participants {
		p := &before.Participants[i]
		t, ok := named(before, p)
		q, stays := after.Participant(p.ID)
		if !ok || already || !stays {
			continue
		}
		if _, still := named(after, &q); gone || !still {
			out = append(out, Void{Participant: p.ID, Who: c.who(p), Told: t})
		}
	}
	return out
}

// named is the notice of a hearing's present slot: one that was received, or
// else one that is on its way.
func named(h *hearing.Hearing, p *hearing.Participant) (hearing.Told, bool) {
	if t, ok := h.ToldHere(*p); ok {
		return t, true
	}
	for i, t := range p.Told {
		if t.ReceivedOn.IsZero() && !t.SentOn.IsZero() { // as if it came on the day on which it was sent
			q := *p
			t.ReceivedOn = t.SentOn
			q.Told = []hearing.Told{t}
			if _, ok := h.ToldHere(q); ok {
				return p.Told[i], true
			}
		}
	}
	return hearing.Told{}, false
}

// again lists who was told of the session and must be told once more, and by
// when: of a slot three days before, of who leads or hears it until its day.
func (c *check) again(h *hearing.Hearing) []Retell {
	m, gone := off(h)
	var out []Retell
	for i := range h.Participants {
		p := &h.Participants[i]
		if !p.WasTold() {
			continue
		}
		r := Retell{Participant: p.ID, Who: c.who(p)}
		_, right := named(h, p)
		switch {
		case gone:
			if !toldSince(p, m.On) {
				r.Kinds, r.Hard, r.Advise = []hearing.MoveKind{m.Kind}, c.day, c.today
			}
		case !right:
			r.Kinds, r.Hard, r.Advise = []hearing.MoveKind{slotKind(h)}, c.day, c.today
			if c.d.Hearing != nil {
				limit := c.threeDaysBefore()
				r.Hard, r.Advise = limit.Hard, limit.Advise
			}
		default:
			if _, kinds := replacedSince(h, p); len(kinds) > 0 {
				r.Kinds, r.Hard, r.Advise = kinds, c.day, c.today
			}
		}
		if len(r.Kinds) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// slotKind is how the slot changed last.
func slotKind(h *hearing.Hearing) hearing.MoveKind {
	if m, ok := lastOff(h.Moves, hearing.MovePostponed, hearing.MoveMoved); ok {
		return m.Kind
	}
	return hearing.MoveMoved
}

// lapsed lists the approvals that held before and hold no more: given after the
// new day, or for another place.
func (c *check) lapsed(before *hearing.Hearing, day calendar.Date) []hearing.Approval {
	h := c.d.Hearing
	room, moved := c.d.Rooms[h.Room], h.Room != before.Room
	var out []hearing.Approval
	for _, k := range hearing.ApprovalKinds {
		a, ok := before.Approval(k)
		if !ok || !a.Granted(day) || k == hearing.ApproveNonAdoption {
			continue
		}
		elsewhere := k == hearing.ApproveVenue && moved && room.NeedsVenueApproval()
		now, _ := h.Approval(k)
		if elsewhere && now == a || !now.Granted(c.day) {
			out = append(out, a)
		}
	}
	return out
}

// compare fills in the dates that move and the findings that come and go.
func (s *Shift) compare(before, after []hearing.Finding) {
	for _, f := range after {
		i := slices.IndexFunc(before, func(o hearing.Finding) bool { return duty(o) == duty(f) })
		if i >= 0 && !f.Due.IsZero() && !before[i].Due.IsZero() && f.Due != before[i].Due {
			s.Due = append(s.Due, DueShift{Rule: f.Rule, Variant: f.Variant, Participant: f.Participant, Subject: f.Subject, Before: before[i].Due, After: f.Due, Advise: f.Advise})
		}
		if !holds(before, f) {
			s.Appear = append(s.Appear, f)
		}
	}
	for _, f := range before {
		if !holds(after, f) {
			s.Vanish = append(s.Vanish, f)
		}
	}
}

// A matter is what makes two findings one.
type matter struct {
	rule, variant, field, text    string
	participant, instrument, step hearing.ID
	subject                       string
}

func duty(f hearing.Finding) matter {
	return matter{rule: f.Rule, participant: f.Participant, instrument: f.Instrument, step: f.Step, subject: f.Subject}
}

func holds(list []hearing.Finding, f hearing.Finding) bool {
	whole := func(f hearing.Finding) matter {
		m := duty(f)
		m.variant, m.field = f.Variant, f.Field
		if f.Rule == "CLASH" { // with whom is part of it
			m.text = f.Text
		}
		return m
	}
	return slices.ContainsFunc(list, func(o hearing.Finding) bool { return whole(o) == whole(f) })
}
