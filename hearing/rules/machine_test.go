package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// guarded returns what stands in the way of a state, as “block R2, warn STEP.risk”.
func (d desk) guarded(p hearing.Package, session hearing.ID, to hearing.State, now string) string {
	dossier, ok := p.Dossier(session, zone)
	if !ok {
		d.t.Fatalf("no session %s", session)
	}
	return codes(d.table.Guard(dossier, to, d.days, at(now), "zh"))
}

// codes names findings by severity, rule and variant, each once.
func codes(list []hearing.Finding) string {
	var out []string
	for _, f := range list {
		text := string(f.Severity) + " " + f.Rule
		if f.Variant != "" {
			text += "." + f.Variant
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return strings.Join(out, ", ")
}

// planned is E1 on the day after its last notice, and before it was held.
func planned(p *hearing.Package) *hearing.Hearing {
	h := hearingOf(p, e1)
	h.State, h.Opinions, h.Outcome = hearing.Notifying, nil, hearing.Outcome{}
	for i := range h.Participants {
		q := &h.Participants[i]
		q.Attendance, q.Signed = hearing.Attendance{}, nil
		q.Told = q.Told[:1]
	}
	return h
}

// opened is E1 when everybody sits.
func opened(p *hearing.Package) *hearing.Hearing {
	h := planned(p)
	h.State = hearing.Open
	for i := range h.Participants {
		h.Participants[i].Attendance.Presence = hearing.Present
	}
	return h
}

// asItWas is E1 as it was recorded.
func asItWas(p *hearing.Package) *hearing.Hearing { return hearingOf(p, e1) }

// A guardCase is a hearing of which one fact is changed, and what then stands in
// the way of a state.
type guardCase struct {
	name   string
	of     func(*hearing.Package) *hearing.Hearing
	change func(*hearing.Package, *hearing.Hearing)
	to     hearing.State
	now    string
	want   string
}

// guards are those before E1 is held.
var guards = []guardCase{
	{"a whole application", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.State = hearing.Draft }, hearing.Submitted, "2023-07-05 09:00", ""},
	{"no question", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.State, h.Questions = hearing.Draft, nil }, hearing.Submitted, "2023-07-05 09:00", "block NEED.questions"},
	{"no time, no place, no form, no openness, no risk", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Slot, h.Forms, h.Openness, h.Risk = hearing.Draft, hearing.Slot{}, nil, "", ""
	}, hearing.Submitted, "2023-07-05 09:00", "block NEED.time, block NEED.room, block ART5.open, block STEP.form, warn STEP.risk"},
	{"closed without a reason", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.State, h.Openness = hearing.Draft, hearing.NotOpen }, hearing.Submitted, "2023-07-05 09:00", "block ART5.reason"},
	{"approved", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.State = hearing.Submitted }, hearing.Approved, "2023-07-08 09:00", ""},
	{"the hearing is not approved", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Approvals = hearing.Submitted, h.Approvals[1:]
	}, hearing.Approved, "2023-07-08 09:00", "block ART4.missing"},
	{"the stream is not approved", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Approvals = hearing.Submitted, h.Approvals[:1]
	}, hearing.Approved, "2023-07-08 09:00", "block ART19"},
	{"the place is not approved", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.State, h.Room = hearing.Submitted, "r-chunhui" }, hearing.Approved, "2023-07-08 09:00", "block ART12"},
	{"the minor's exception is not approved", planned, func(p *hearing.Package, h *hearing.Hearing) {
		h.State, h.Forms, p.Cases[0].Minor = hearing.Submitted, []hearing.Form{hearing.Ordinary}, true
	}, hearing.Approved, "2023-07-08 09:00", "block ART5.public"},
	{"the chief refused", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Approvals[0].Refused = hearing.Submitted, true
	}, hearing.Approved, "2023-07-08 09:00", "block ART4.refused"},
	{"refused without reasons, the applicant not told", planned, func(p *hearing.Package, h *hearing.Hearing) {
		h.State, h.Approvals[0].Refused = hearing.Submitted, true
		p.Cases[0].Steps = []hearing.Step{{ID: "s", Kind: hearing.HearingAsked, On: day("2023-07-01")}}
	}, hearing.Refused, "2023-07-08 09:00", "block STEP.refused-reason, block STEP.refused-told"},
	{"refused with reasons, the applicant told", planned, func(p *hearing.Package, h *hearing.Hearing) {
		h.State, h.Approvals[0].Refused, h.Approvals[0].Note = hearing.Submitted, true, "争议不大"
		p.Cases[0].Steps = []hearing.Step{{ID: "s", Kind: hearing.HearingAsked, On: day("2023-07-01")}, {ID: "t", Kind: hearing.HearingAnswered, On: day("2023-07-08")}}
	}, hearing.Refused, "2023-07-08 09:00", ""},
	{"ready", planned, nil, hearing.Ready, "2023-07-17 09:00", "warn DL01.tight"},
	{"two officers", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.Participants = h.Participants[3:] }, hearing.Ready, "2023-07-17 09:00", "block N37.few, warn DL01.tight"},
	{"eight officers", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		for _, id := range []hearing.ID{"x1", "x2", "x3"} {
			o := h.Participants[0]
			o.ID, o.Person = id, ""
			h.Participants = append(h.Participants, o)
		}
	}, hearing.Ready, "2023-07-17 09:00", "block N37.many, warn DL01.tight"},
	{"an officer is barred", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.Participants[0].Person = "p-qian" }, hearing.Ready, "2023-07-17 09:00", "block R2, warn DL01.tight"},
	{"no declaration, no briefing", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.Participants[0].Declared, h.Participants[1].BriefedOn = nil, calendar.Date{}
	}, hearing.Ready, "2023-07-17 09:00", "block R10.missing, block STEP.briefing, warn DL01.tight"},
	{"an interest is declared", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.Participants[0].Declared.Interest = true }, hearing.Ready, "2023-07-17 09:00", "block R10.interest, warn DL01.tight"},
	{"somebody is not told yet, in time", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.Participants[0].Told = nil }, hearing.Ready, "2023-07-13 09:00", "block DL01.due, warn DL01.tight"},
	{"somebody was told too late", planned, func(_ *hearing.Package, h *hearing.Hearing) { participant(h, "h-e1-a3").Waiver = nil }, hearing.Ready, "2023-07-17 09:00", "block DL01.late, warn DL01.tight"},
	{"an approval does not stand for a written consent", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		participant(h, "h-e1-a3").Waiver = nil
		h.Overrides = []hearing.Override{{Rule: "DL01", Variant: "late", Participant: "h-e1-a3", By: "p-shen", On: day("2023-07-17"), Reason: "来不及"}}
	}, hearing.Ready, "2023-07-17 09:00", "block DL01.late, warn DL01.tight"},
	{"nothing is posted", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.Notice.PostedOn = calendar.Date{} }, hearing.Ready, "2023-07-13 09:00", "block DL02.due, warn DL01.tight"},
	{"no recorder", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.Recorder = "" }, hearing.Ready, "2023-07-17 09:00", "block NEED.recorder, warn DL01.tight"},
	{"the presider records", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.Recorder = h.Presider }, hearing.Ready, "2023-07-17 09:00", "block ROLES.presider-recorder, warn DL01.tight"},
	{"the room is taken", planned, func(p *hearing.Package, h *hearing.Hearing) {
		p.Hearings = append(p.Hearings, hearing.Hearing{ID: "next", Slot: hearing.Slot{Room: h.Room, Start: h.Start.Add(2 * time.Hour), End: h.End.Add(time.Hour)}})
	}, hearing.Ready, "2023-07-17 09:00", "block CLASH, warn DL01.tight"},
	{"a supervisor is needed", planned, func(p *hearing.Package, h *hearing.Hearing) {
		p.Cases[0].Type = hearing.NonProsecution
		h.Participants = slices.DeleteFunc(h.Participants, func(q hearing.Participant) bool { return q.Role == hearing.Supervisor })
	}, hearing.Ready, "2023-07-17 09:00", "block SUPERVISOR.must, warn DL01.tight"},
	{"an officer was replaced and the agencies not told", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.Moves = []hearing.Move{{On: day("2023-07-17"), Kind: hearing.MoveOfficer, Was: "p-he", Reason: "突发疾病", By: "p-shen"}}
	}, hearing.Ready, "2023-07-17 09:00", "block MOVED.retell, warn DL01.tight"},
	{"states are skipped, what they need is not", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Approvals, h.Questions, h.Participants[0].BriefedOn = hearing.Draft, h.Approvals[1:], nil, calendar.Date{}
	}, hearing.Ready, "2023-07-17 09:00", "block NEED.questions, block ART4.missing, block STEP.briefing, warn DL01.tight"},
	{"a custody hearing needs no officers, and its place is the detention centre", planned, func(p *hearing.Package, h *hearing.Hearing) {
		p.Cases[0].Type, h.Openness, h.Room, h.Forms = hearing.CustodyNecessity, hearing.NotOpen, "r-cell", []hearing.Form{hearing.Ordinary}
		h.Notice, h.Participants = hearing.PublicNotice{}, h.Participants[4:5]
		p.Rooms = append(p.Rooms, hearing.Room{ID: "r-cell", Name: "看守所", Kind: hearing.DetentionCentre})
	}, hearing.Ready, "2023-07-17 09:00", ""},
	{"a simplified hearing of a petition is held in the service hall", planned, func(p *hearing.Package, h *hearing.Hearing) {
		p.Cases[0].Type, h.Room, h.Forms = hearing.CriminalPetition, "r-hall", []hearing.Form{hearing.Simplified}
		p.Rooms = append(p.Rooms, hearing.Room{ID: "r-hall", Name: "接访大厅", Kind: hearing.ServiceHall})
	}, hearing.Ready, "2023-07-17 09:00", "warn DL01.tight"},
	{"another hearing is not", planned, func(p *hearing.Package, h *hearing.Hearing) {
		h.Room = "r-hall"
		p.Rooms = append(p.Rooms, hearing.Room{ID: "r-hall", Name: "接访大厅", Kind: hearing.ServiceHall})
	}, hearing.Ready, "2023-07-17 09:00", "block ART12, warn DL01.tight"},
	{"back", planned, func(_ *hearing.Package, h *hearing.Hearing) { h.Approvals, h.Questions = nil, nil }, hearing.Approved, "2023-07-17 09:00", ""},
}

func TestGuards(t *testing.T) { runGuards(t, guards) }

func runGuards(t *testing.T, list []guardCase) {
	t.Helper()
	for _, c := range list {
		t.Run(string(c.to)+" "+c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := c.of(&p)
			if c.change != nil {
				c.change(&p, h)
			}
			if got := d.guarded(p, h.ID, c.to, c.now); got != c.want {
				t.Errorf("in the way:\n%s, want\n%s", got, c.want)
			}
		})
	}
}
