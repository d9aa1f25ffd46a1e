package rules_test

import (
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

const plan, day31, later = "2023-07-29 09:00", "2023-07-31 15:00", "2023-10-10 09:00"

// ceremonies are those of E1 of which one fact is changed, and what then stands in
// the way of a state.
var ceremonies = []struct {
	name   string
	from   hearing.State
	change func(*hearing.Package, *hearing.Announcement)
	to     hearing.State
	now    string
	want   string
}{
	{"to invite", hearing.Draft, nil, hearing.Notifying, plan, ""},
	{"all agreed", hearing.Notifying, nil, hearing.Ready, plan, ""},
	{"a unit was not asked", hearing.Notifying, func(_ *hearing.Package, a *hearing.Announcement) { a.Consents = a.Consents[1:] }, hearing.Ready, plan, "block CONSENT.missing"},
	{"a unit declined", hearing.Notifying, func(_ *hearing.Package, a *hearing.Announcement) { a.Consents[0].Agreed = false }, hearing.Ready, plan, "block CONSENT.declined"},
	{"it declined and is served directly", hearing.Notifying, func(_ *hearing.Package, a *hearing.Announcement) {
		a.Consents[0].Agreed, a.Deliveries[0].Mode = false, hearing.Direct
	}, hearing.Ready, plan, ""},
	{"it declined, and its letter was not handed over yet", hearing.Open, func(_ *hearing.Package, a *hearing.Announcement) {
		a.Consents[0].Agreed, a.Deliveries[0].Mode, a.Deliveries[0].ServedAt = false, hearing.Direct, time.Time{}
	}, hearing.Closed, day31, ""},
	{"all declined", hearing.Notifying, func(_ *hearing.Package, a *hearing.Announcement) {
		for i := range a.Consents {
			a.Consents[i].Agreed, a.Deliveries[i].Mode = false, hearing.Direct
		}
	}, hearing.Ready, plan, "block CONSENT.all-declined"},
	{"no host, no reader, no recorder, no place", hearing.Notifying, func(_ *hearing.Package, a *hearing.Announcement) {
		a.Presider, a.Reader, a.Recorder, a.Room = "", "", "", ""
	}, hearing.Ready, plan, "block NEED.ceremony-room, block NEED.ceremony-presider, block NEED.ceremony-recorder, block NEED.ceremony-reader"},
	{"the paper is not decided", hearing.Notifying, func(p *hearing.Package, _ *hearing.Announcement) { p.Instruments[0].DecidedOn = calendar.Date{} }, hearing.Ready, plan, "block STEP.paper"},
	{"no paper", hearing.Notifying, func(_ *hearing.Package, a *hearing.Announcement) { a.Deliveries[0].Instruments = nil }, hearing.Ready, plan, "block STEP.no-paper"},
	{"nobody of the unit is invited", hearing.Notifying, func(_ *hearing.Package, a *hearing.Announcement) { a.Participants = a.Participants[1:] }, hearing.Ready, plan, "block STEP.recipient"},
	{"the room is taken", hearing.Notifying, func(p *hearing.Package, a *hearing.Announcement) {
		p.Hearings = append(p.Hearings, hearing.Hearing{ID: "x", Slot: a.Slot})
	}, hearing.Ready, plan, "block CLASH"},
	{"everybody is there", hearing.Ready, nil, hearing.Open, day31, ""},
	{"a unit did not come", hearing.Ready, func(_ *hearing.Package, a *hearing.Announcement) {
		a.Participants[0].Attendance.Presence = hearing.Absent
	}, hearing.Open, day31, "block STEP.recipient-absent"},
	{"before its day", hearing.Ready, nil, hearing.Open, plan, "warn STEP.day"},
	{"all is served, one left", hearing.Open, nil, hearing.Closed, day31, ""},
	{"one is not served", hearing.Open, func(_ *hearing.Package, a *hearing.Announcement) { a.Deliveries[0].ServedAt = time.Time{} }, hearing.Closed, day31, "block STEP.served"},
	{"a recommendation left without a picture or a witness", hearing.Open, func(_ *hearing.Package, a *hearing.Announcement) {
		a.Deliveries[2].Pictures, a.Deliveries[2].Witnesses = "", nil
	}, hearing.Closed, day31, ""},
	{"another paper left without a picture or a witness", hearing.Open, func(p *hearing.Package, a *hearing.Announcement) {
		p.Instruments[2].Kind = hearing.PetitionDecision
		a.Deliveries[2].Pictures, a.Deliveries[2].Witnesses = "", nil
	}, hearing.Closed, day31, "block REFUSED"},
	{"left without the reason", hearing.Open, func(_ *hearing.Package, a *hearing.Announcement) {
		a.Deliveries[2].Refusal = ""
	}, hearing.Closed, day31, "block REFUSED.reason"},
	{"filed above", hearing.Closed, nil, hearing.Decided, later, ""},
	{"one is not filed", hearing.Closed, func(p *hearing.Package, _ *hearing.Announcement) { p.Instruments[0].FiledOn = calendar.Date{} }, hearing.Decided, later, "block STEP.filed"},
	{"answered", hearing.Decided, nil, hearing.FedBack, later, ""},
	{"one did not answer", hearing.Decided, func(_ *hearing.Package, a *hearing.Announcement) { a.Deliveries[0].RepliedOn = calendar.Date{} }, hearing.FedBack, later, "block STEP.replied"},
	{"recorded afterwards", hearing.Draft, func(p *hearing.Package, a *hearing.Announcement) { p.Instruments[0].DecidedOn = calendar.Date{} }, hearing.Closed, later, "warn STEP.paper"},
	{"not served, recorded afterwards", hearing.Draft, unserved, hearing.Closed, later, "block STEP.served"},
	{"no recess", hearing.Open, nil, hearing.Recess, day31, "block STEP.way"},
}

// unserved is a ceremony before anything was served.
func unserved(_ *hearing.Package, a *hearing.Announcement) {
	for i := range a.Deliveries {
		a.Deliveries[i].ServedAt = time.Time{}
	}
}

// TestGuardsOfACeremony follows the ceremony of E1 from its plan to the replies.
func TestGuardsOfACeremony(t *testing.T) {
	for _, c := range ceremonies {
		t.Run(string(c.to)+" "+c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			p.Hearings = slices.DeleteFunc(p.Hearings, func(h hearing.Hearing) bool { return h.ID == e1 })
			a := &p.Announcements[0]
			a.State = c.from
			if c.change != nil {
				c.change(&p, a)
			}
			if got := d.guarded(p, "a-e1", c.to, c.now); got != c.want {
				t.Errorf("in the way:\n%s, want\n%s", got, c.want)
			}
		})
	}
}
