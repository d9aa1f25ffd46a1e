// Package told is the part of a hearing's page that records who was told when
// and how (告知): of the hearing three days before (听证工作规定, art. 10(2)), and
// the officers of its result (art. 17).
package told

import (
	"context"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file: people who told somebody.
type Desk interface {
	People(ctx context.Context, part string, most int) ([]hearing.Person, error)
	Organisation(ctx context.Context, id hearing.ID) (hearing.Organisation, error)
}

// resultPaper is the number of the letter that tells officers the result.
const resultPaper = "20"

// A Purpose is what people are told of.
type Purpose int

// The purposes.
const (
	OfHearing Purpose = iota // cause, time and place
	OfResult                 // decision and reasons
)

// Has reports whether a record is for the purpose.
func (p Purpose) Has(t hearing.Told) bool { return (t.Document == resultPaper) == (p == OfResult) }

// A Status is how it stands with telling one participant.
type Status int

// The statuses.
const (
	Waiting  Status = iota // not told, and there is time
	Posted                 // told, and the receipt is open
	Soon                   // not received, and the advised day has passed
	InTime                 // received by the advised day
	Tight                  // received after the advised day, within the limit
	Late                   // received after the limit
	Missing                // not received, and the limit has passed
	Waived                 // consented in writing to a shorter time
	Unneeded               // need not be told: an alternate
)

// Open reports whether something is still to be done.
func (s Status) Open() bool {
	return s == Waiting || s == Posted || s == Soon || s == Missing || s == Late
}

// A Limit is the day by which people must be told, and the working day by
// which they had better be.
type Limit struct{ Hard, Advise calendar.Date }

// LimitOf returns the limit of a purpose; zero while the hearing has no time
// or no decision.
func LimitOf(h hearing.Hearing, d hearing.Dossier, days *calendar.Calendar, p Purpose) Limit {
	switch {
	case p == OfHearing && !h.Start.IsZero():
		l := days.Before(calendar.DateOf(h.Start.In(zone(d))), 3, d.Office.Strict)
		return Limit{l.Hard, l.Advise}
	case p == OfResult && !lastDecided(h).IsZero():
		due := days.After(lastDecided(h), calendar.Days(5)).On
		return Limit{due, due}
	}
	return Limit{}
}

// lastDecided is the day of the latest of the decisions that there are.
func lastDecided(h hearing.Hearing) calendar.Date {
	var out calendar.Date
	for _, r := range h.Rulings() {
		if r.DecidedOn.After(out) {
			out = r.DecidedOn
		}
	}
	return out
}

func zone(d hearing.Dossier) *time.Location {
	if d.Zone != nil {
		return d.Zone
	}
	return words.Zone()
}

// A Row is one participant on the page.
type Row struct {
	ID     hearing.ID
	Name   string // person, or the agency that is represented
	Part   string // role and unit
	Status Status
	Again  bool // told of an earlier time, not of the present one
	Newest int  // index of the newest record of the purpose; -1 without one
	Count  int  // records of the purpose
}

// Rows lists who is to be told.
func Rows(h hearing.Hearing, d hearing.Dossier, l Limit, today calendar.Date, purpose Purpose) []Row {
	var out []Row
	for _, p := range h.Participants {
		r := Row{ID: p.ID, Newest: -1}
		for i, t := range p.Told {
			if purpose.Has(t) {
				r.Newest = i
				r.Count++
			}
		}
		if !listed(p, purpose, r.Count) {
			continue
		}
		r.Name, r.Part = called(d, p)
		r.Again = purpose == OfHearing && again(p, h.Start)
		r.Status = status(without(h, p, purpose), h.Start, l, today, purpose)
		out = append(out, r)
	}
	return out
}

// without leaves out of a participant's records what was told of the result of one
// case before another was decided.
func without(h hearing.Hearing, p hearing.Participant, purpose Purpose) hearing.Participant {
	if purpose != OfResult || !h.Differ() {
		return p
	}
	since := lastDecided(h)
	p.Told = slices.DeleteFunc(slices.Clone(p.Told), func(t hearing.Told) bool { return !t.ReceivedOn.IsZero() && t.ReceivedOn.Before(since) })
	return p
}

// listed reports whether a participant stands on the page: who must be told,
// and who was.
func listed(p hearing.Participant, purpose Purpose, records int) bool {
	if purpose == OfResult {
		return records > 0 || p.Role == hearing.Officer && !p.Alternate && p.Attendance.Presence != hearing.Absent
	}
	return records > 0 || p.Role.MustBeTold()
}

// called names a participant, and says what for.
func called(d hearing.Dossier, p hearing.Participant) (name, part string) {
	role, unit := p.Label, d.Organisation(p.Organisation)
	if role == "" {
		role = words.Of(p.Role)
	}
	if p.Alternate {
		role += words.T("（候补）")
	}
	person := d.Person(p.Person).Name
	switch {
	case person == "" && unit.Name == "":
		return role, ""
	case unit.Name != "" && (person == "" || p.Role == hearing.AgencyRep || p.Role == hearing.Recipient):
		return unit.Name, joined(role, person)
	case unit.Short != "":
		return person, joined(role, unit.Short)
	}
	return person, joined(role, unit.Name)
}

func joined(a, b string) string {
	if b == "" {
		return a
	}
	return a + " · " + b
}

// again reports whether everything that a participant was told names an
// earlier time.
func again(p hearing.Participant, start time.Time) bool {
	told := false
	for _, t := range p.Told {
		if !OfHearing.Has(t) {
			continue
		}
		if t.For.IsZero() || t.For.Equal(start) {
			return false
		}
		told = true
	}
	return told
}

func status(p hearing.Participant, start time.Time, l Limit, today calendar.Date, purpose Purpose) Status {
	received, posted := first(p, start, purpose)
	switch {
	case p.Alternate || purpose == OfHearing && !p.Role.MustBeTold():
		return Unneeded
	case l.Hard.IsZero() && !received.IsZero():
		return InTime
	case !received.IsZero() && !received.After(l.Advise):
		return InTime
	case purpose == OfHearing && p.Waiver != nil:
		return Waived
	case !received.IsZero() && received.After(l.Hard):
		return Late
	case !received.IsZero():
		return Tight
	case !l.Hard.IsZero() && today.After(l.Hard):
		return Missing
	case posted:
		return Posted
	case !l.Hard.IsZero() && today.After(l.Advise):
		return Soon
	}
	return Waiting
}

// first returns when a participant first received what counts, and whether
// something is on its way.
func first(p hearing.Participant, start time.Time, purpose Purpose) (received calendar.Date, posted bool) {
	for _, t := range p.Told {
		if !purpose.Has(t) || purpose == OfHearing && !t.For.IsZero() && !t.For.Equal(start) {
			continue
		}
		posted = posted || !t.SentOn.IsZero()
		if !t.ReceivedOn.IsZero() && (received.IsZero() || t.ReceivedOn.Before(received)) {
			received = t.ReceivedOn
		}
	}
	return received, posted
}

// AtOnce reports whether what is told this way is received on the same day.
func AtOnce(m hearing.TellMethod) bool {
	return m != hearing.ByPost && m != hearing.ByTheBureau && m != hearing.ByNotice && m != ""
}

// Tell adds a record for each of several participants, of the present time.
func Tell(h *hearing.Hearing, who []hearing.ID, t hearing.Told, purpose Purpose) {
	t.Document, t.For = "", h.Start
	if purpose == OfResult {
		t.Document, t.For = resultPaper, time.Time{}
	}
	for i := range h.Participants {
		if slices.Contains(who, h.Participants[i].ID) {
			h.Participants[i].Told = append(h.Participants[i].Told, t)
		}
	}
}

// Receive fills in the day of receipt where the newest record is open, and
// returns how many there were.
func Receive(h *hearing.Hearing, who []hearing.ID, on calendar.Date, purpose Purpose) int {
	n := 0
	for i := range h.Participants {
		p := &h.Participants[i]
		if !slices.Contains(who, p.ID) {
			continue
		}
		for j := len(p.Told) - 1; j >= 0; j-- {
			if t := &p.Told[j]; purpose.Has(*t) && t.ReceivedOn.IsZero() && !t.SentOn.After(on) {
				t.ReceivedOn = on
				n++
				break
			}
		}
	}
	return n
}

// With changes one participant, where there is one of that ID.
func With(h *hearing.Hearing, who hearing.ID, do func(*hearing.Participant)) {
	for i := range h.Participants {
		if h.Participants[i].ID == who {
			do(&h.Participants[i])
		}
	}
}

// Edit changes one record of a participant.
func Edit(h *hearing.Hearing, who hearing.ID, i int, do func(*hearing.Told)) {
	With(h, who, func(p *hearing.Participant) {
		if i < len(p.Told) {
			do(&p.Told[i])
		}
	})
}

// Remove takes one record of a participant away.
func Remove(h *hearing.Hearing, who hearing.ID, i int) {
	With(h, who, func(p *hearing.Participant) {
		if i < len(p.Told) {
			p.Told = slices.Delete(p.Told, i, i+1)
		}
	})
}
