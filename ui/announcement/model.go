package announcement

import (
	"cmp"
	"context"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/trail"
)

// Desk is what the page needs of the file.
type Desk interface {
	edit.Drafts
	Announcement(ctx context.Context, id hearing.ID) (hearing.Announcement, error)
	SaveAnnouncement(ctx context.Context, a hearing.Announcement) (hearing.Version, error)
	DeleteAnnouncement(ctx context.Context, id hearing.ID, v hearing.Version) error
	trail.Desk
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	Instruments(ctx context.Context, of hearing.ID) ([]hearing.Instrument, error)
	Case(ctx context.Context, id hearing.ID) (hearing.Case, error)
	Cases(ctx context.Context, part string, most int) ([]hearing.Case, error)
	People(ctx context.Context, part string, most int) ([]hearing.Person, error)
	Person(ctx context.Context, id hearing.ID) (hearing.Person, error)
	SavePerson(ctx context.Context, p hearing.Person) (hearing.Version, error)
	Organisations(ctx context.Context, part string, most int) ([]hearing.Organisation, error)
	Organisation(ctx context.Context, id hearing.ID) (hearing.Organisation, error)
	SaveOrganisation(ctx context.Context, o hearing.Organisation) (hearing.Version, error)
	Rooms(ctx context.Context, part string, most int) ([]hearing.Room, error)
	Room(ctx context.Context, id hearing.ID) (hearing.Room, error)
	SaveRoom(ctx context.Context, r hearing.Room) (hearing.Version, error)
}

// Check says what the rules find in a dossier at a time.
type Check func(d hearing.Dossier, at time.Time) ([]hearing.Finding, error)

// The usual hours of a ceremony, in minutes since midnight.
const (
	usualStart = 15 * 60
	usualEnd   = 16 * 60
)

// A Beginning is what a new announcement is made from.
type Beginning struct {
	ID     hearing.ID
	Day    calendar.Date // zero: not chosen
	Cases  []hearing.Case
	Papers []hearing.Instrument // of the cases
	Rooms  []hearing.Room
	NewID  func() hearing.ID
}

// Begin is a new announcement with what follows from its cases: the office's
// hearing room, who reads, and the agencies as recipients.
func Begin(b Beginning, zone *time.Location) hearing.Announcement {
	a := hearing.Announcement{ID: b.ID, State: hearing.Draft, Openness: hearing.Public}
	for _, r := range b.Rooms {
		if r.Kind == hearing.HearingRoom && r.Owner == "" && a.Room == "" {
			a.Room = r.ID
		}
	}
	if !b.Day.IsZero() {
		a.Start, a.End = at(b.Day, usualStart, zone), at(b.Day, usualEnd, zone)
	}
	return WithCases(a, b.Cases, b.Papers, b.NewID)
}

// WithCases sets the cases, and what follows from them while it is not chosen.
func WithCases(a hearing.Announcement, cases []hearing.Case, papers []hearing.Instrument, newID func() hearing.ID) hearing.Announcement {
	a.Cases = nil
	for _, c := range cases {
		a.Cases = append(a.Cases, c.ID)
		if a.Reader == "" {
			a.Reader = c.Handler
		}
		if a.Presider == "" && c.Lead != c.Handler {
			a.Presider = c.Lead
		}
	}
	if hearing.DefaultOpenness(cases) == hearing.NotOpen && len(a.Deliveries) == 0 {
		a.Openness = hearing.NotOpen
	}
	return WithUnits(a, units(cases), papers, newID)
}

// units are the agencies of cases that are supervised.
func units(cases []hearing.Case) []hearing.ID {
	var out []hearing.ID
	for _, c := range cases {
		for _, p := range c.Parties {
			if p.Role == hearing.SupervisedAgency && p.Organisation != "" && !slices.Contains(out, p.Organisation) {
				out = append(out, p.Organisation)
			}
		}
	}
	return out
}

// WithUnits adds units as recipients: each with its receipt, its consent and
// its seat. A unit gets the one paper; which of several is the clerk's choice.
func WithUnits(a hearing.Announcement, add []hearing.ID, papers []hearing.Instrument, newID func() hearing.ID) hearing.Announcement {
	a.Deliveries, a.Consents, a.Participants = slices.Clone(a.Deliveries), slices.Clone(a.Consents), slices.Clone(a.Participants)
	for _, u := range add {
		if slices.ContainsFunc(a.Deliveries, func(d hearing.Delivery) bool { return d.Organisation == u }) {
			continue
		}
		a.Deliveries = append(a.Deliveries, hearing.Delivery{ID: newID(), Organisation: u, Mode: hearing.Announced, Instruments: only(papers)})
		if !slices.ContainsFunc(a.Consents, func(c hearing.Consent) bool { return c.Organisation == u }) {
			a.Consents = append(a.Consents, hearing.Consent{Organisation: u})
		}
		if !slices.ContainsFunc(a.Participants, func(p hearing.Participant) bool { return p.Role == hearing.Recipient && p.Organisation == u }) {
			a.Participants = append(a.Participants, hearing.Participant{ID: newID(), Role: hearing.Recipient, Organisation: u})
		}
	}
	return a
}

// Columns are papers in an order that stays as it is whatever is ticked: what is known of
// a session names first those that it serves.
func Columns(papers []hearing.Instrument) []hearing.Instrument {
	return slices.SortedStableFunc(slices.Values(papers), func(a, b hearing.Instrument) int {
		return cmp.Or(a.DecidedOn.Compare(b.DecidedOn), cmp.Compare(len(a.Number), len(b.Number)), cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
	})
}

func only(papers []hearing.Instrument) []hearing.ID {
	if len(papers) != 1 {
		return nil
	}
	return []hearing.ID{papers[0].ID}
}

// WithPerson adds a person as recipient. Nobody is asked to agree: a decision
// is announced to a person without (刑事诉讼法, art. 178).
func WithPerson(a hearing.Announcement, who hearing.ID, papers []hearing.Instrument, newID func() hearing.ID) hearing.Announcement {
	if slices.ContainsFunc(a.Deliveries, func(d hearing.Delivery) bool { return d.Person == who }) {
		return a
	}
	a.Deliveries = append(slices.Clone(a.Deliveries), hearing.Delivery{ID: newID(), Person: who, Mode: hearing.Announced, Instruments: only(papers)})
	return a
}

// Without takes a recipient away, with its consent and its seat.
func Without(a hearing.Announcement, delivery hearing.ID) hearing.Announcement {
	var gone hearing.Delivery
	a.Deliveries = slices.DeleteFunc(slices.Clone(a.Deliveries), func(d hearing.Delivery) bool {
		if d.ID == delivery {
			gone = d
		}
		return d.ID == delivery
	})
	if gone.Organisation == "" || slices.ContainsFunc(a.Deliveries, func(d hearing.Delivery) bool { return d.Organisation == gone.Organisation }) {
		return a
	}
	a.Consents = slices.DeleteFunc(slices.Clone(a.Consents), func(c hearing.Consent) bool { return c.Organisation == gone.Organisation })
	a.Participants = slices.DeleteFunc(slices.Clone(a.Participants), func(p hearing.Participant) bool {
		return p.Role == hearing.Recipient && p.Organisation == gone.Organisation
	})
	return a
}

// AsTheFirst gives the units of which nothing is entered yet what is entered of the
// first: asked and answered on the same days, most agree alike.
func AsTheFirst(a hearing.Announcement) hearing.Announcement {
	a.Consents = slices.Clone(a.Consents)
	for i, c := range a.Consents {
		if c == (hearing.Consent{Organisation: c.Organisation}) {
			first := a.Consents[0]
			first.Organisation, first.Note = c.Organisation, ""
			a.Consents[i] = first
		}
	}
	return a
}

// Directly serves a unit directly instead of by announcement: nobody comes for it.
func Directly(a hearing.Announcement, unit hearing.ID) hearing.Announcement {
	a.Deliveries = slices.Clone(a.Deliveries)
	a.Participants = slices.DeleteFunc(slices.Clone(a.Participants), func(p hearing.Participant) bool {
		return p.Role == hearing.Recipient && p.Organisation == unit
	})
	for i, d := range a.Deliveries {
		if d.Organisation == unit && (d.Mode == hearing.Announced || d.Mode == "") {
			a.Deliveries[i].Mode = hearing.Direct
		}
	}
	return a
}

// LeftBehind leaves a paper whose signature was refused (留置送达, 民事诉讼法,
// art. 89).
func LeftBehind(a hearing.Announcement, delivery hearing.ID) hearing.Announcement {
	a.Deliveries = slices.Clone(a.Deliveries)
	for i, d := range a.Deliveries {
		if d.ID == delivery {
			a.Deliveries[i].Mode = hearing.Left
		}
	}
	return a
}

// Served fills what is still open of the announced deliveries: served when
// the ceremony ended, by the reader and the recorder. Who gets no paper is not
// served.
func Served(a hearing.Announcement) hearing.Announcement {
	a.Deliveries = slices.Clone(a.Deliveries)
	for i, d := range a.Deliveries {
		if !d.ServedAt.IsZero() || len(d.Instruments) == 0 || d.Mode != hearing.Announced && d.Mode != "" {
			continue
		}
		d.Mode, d.ServedAt = hearing.Announced, a.End
		if len(d.Servers) == 0 {
			d.Servers = a.Servers()
		}
		a.Deliveries[i] = d
	}
	return a
}

// Mended does what one action does about a finding, for the one who approves,
// on a day; false where it takes more than that.
func Mended(a hearing.Announcement, f hearing.Finding, chief hearing.ID, on calendar.Date) (hearing.Announcement, bool) {
	switch f.Fix.Kind {
	case hearing.FixApproval:
		a.Approvals = append(slices.Clone(a.Approvals), hearing.Approval{Kind: hearing.ApprovalKind(f.Fix.Value), By: chief, On: on})
	case hearing.FixStreamOff:
		a.Forms = slices.DeleteFunc(slices.Clone(a.Forms), func(x hearing.Form) bool { return x == hearing.Streamed })
	case hearing.FixClose:
		a.Openness = hearing.NotOpen
	case hearing.FixPresider:
		a.Presider = hearing.ID(f.Fix.Value)
	case hearing.FixRemove:
		a.Participants = slices.DeleteFunc(slices.Clone(a.Participants), func(x hearing.Participant) bool { return x.ID == f.Participant })
	default:
		return a, false
	}
	return a, true
}

// Replies says by when the recommendations of a delivery must be answered; the
// zero date where nothing was served that asks for an answer.
func Replies(d hearing.Delivery, papers []hearing.Instrument, days *calendar.Calendar, zone *time.Location) calendar.Date {
	var first calendar.Date
	for _, i := range papers {
		if i.Kind != hearing.Recommendation || d.ServedAt.IsZero() || !slices.Contains(d.Instruments, i.ID) {
			continue
		}
		if due := i.ReplyDue(calendar.DateOf(d.ServedAt.In(zone)), days); first.IsZero() || due.Before(first) {
			first = due
		}
	}
	return first
}
