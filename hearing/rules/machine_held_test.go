package rules_test

import (
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// ready is E1 on its day, everybody there.
func ready(p *hearing.Package) *hearing.Hearing {
	h := opened(p)
	h.State = hearing.Ready
	return h
}

// heldGuards are those from the day of E1 on.
var heldGuards = []guardCase{
	{"everybody is there", ready, nil, hearing.Open, "2023-07-18 09:00", "warn DL01.tight"},
	{"nobody is ticked", ready, func(_ *hearing.Package, h *hearing.Hearing) {
		for i := range h.Participants {
			h.Participants[i].Attendance = hearing.Attendance{}
		}
	}, hearing.Open, "2023-07-18 09:00", "block STEP.sign-in, warn DL01.tight"},
	{"some are not ticked", ready, func(_ *hearing.Package, h *hearing.Hearing) { h.Participants[9].Attendance = hearing.Attendance{} }, hearing.Open, "2023-07-18 09:00", "warn DL01.tight, warn STEP.attendance"},
	{"two officers came", ready, func(_ *hearing.Package, h *hearing.Hearing) {
		for i := range 3 {
			h.Participants[i].Attendance.Presence = hearing.Absent
		}
	}, hearing.Open, "2023-07-18 09:00", "block QUORUM, warn DL01.tight"},
	{"an agency did not come", ready, func(_ *hearing.Package, h *hearing.Hearing) {
		participant(h, "h-e1-a1").Attendance.Presence = hearing.Absent
	}, hearing.Open, "2023-07-18 09:00", "block ABSENCE.decide, warn DL01.tight"},
	{"the presider goes on without it", ready, func(_ *hearing.Package, h *hearing.Hearing) {
		participant(h, "h-e1-a1").Attendance.Presence, h.Outcome.Absence = hearing.Absent, "无正当理由，听证继续"
	}, hearing.Open, "2023-07-18 09:00", "warn DL01.tight"},
	{"a civil petition goes on", ready, func(p *hearing.Package, h *hearing.Hearing) {
		p.Cases[0].Type, participant(h, "h-e1-a1").Attendance.Presence = hearing.CivilSupervision, hearing.Absent
	}, hearing.Open, "2023-07-18 09:00", "warn DL01.tight"},
	{"the presider's recusal is asked for", ready, func(p *hearing.Package, _ *hearing.Hearing) {
		p.Cases[0].Steps = []hearing.Step{{ID: "s", Kind: hearing.RecusalAsked, On: day("2023-07-17"), Person: "p-lin"}}
	}, hearing.Open, "2023-07-18 09:00", "block RECUSAL.pending, warn DL01.tight"},
	{"the recorder's is", ready, func(p *hearing.Package, _ *hearing.Hearing) {
		p.Cases[0].Steps = []hearing.Step{{ID: "s", Kind: hearing.RecusalAsked, On: day("2023-07-17"), Person: "p-xu"}}
	}, hearing.Open, "2023-07-18 09:00", "warn RECUSAL.other, warn DL01.tight"},
	{"it is decided", ready, func(p *hearing.Package, _ *hearing.Hearing) {
		p.Cases[0].Steps = []hearing.Step{{ID: "s", Kind: hearing.RecusalAsked, On: day("2023-07-17"), Person: "p-lin"}, {ID: "t", Kind: hearing.RecusalDecided, On: day("2023-07-18"), Of: "s"}}
	}, hearing.Open, "2023-07-18 09:00", "warn DL01.tight"},
	{"it is of another hearing", ready, func(p *hearing.Package, _ *hearing.Hearing) {
		p.Cases[0].Steps = []hearing.Step{{ID: "s", Kind: hearing.RecusalAsked, On: day("2023-07-17"), Session: "other"}}
	}, hearing.Open, "2023-07-18 09:00", "warn DL01.tight"},
	{"the officer of the last minute is barred", ready, func(_ *hearing.Package, h *hearing.Hearing) { h.Participants[0].Person = "p-deng" }, hearing.Open, "2023-07-18 09:00", "block R1.under, warn DL01.tight"},
	{"before its day", ready, nil, hearing.Open, "2023-07-17 09:00", "warn DL01.tight, warn STEP.day"},
	{"suspended for a recusal", opened, func(p *hearing.Package, _ *hearing.Hearing) {
		p.Cases[0].Steps = []hearing.Step{{ID: "s", Kind: hearing.RecusalAsked, On: day("2023-07-18")}}
	}, hearing.Suspended, "2023-07-18 09:30", ""},
	{"suspended without one", opened, nil, hearing.Suspended, "2023-07-18 09:30", "warn STEP.suspend"},
	{"resumed before it is decided", opened, func(p *hearing.Package, h *hearing.Hearing) {
		h.State, p.Cases[0].Steps = hearing.Suspended, []hearing.Step{{ID: "s", Kind: hearing.RecusalAsked, On: day("2023-07-18")}}
	}, hearing.Open, "2023-07-18 09:30", "block RECUSAL.pending, warn DL01.tight"},
	{"to deliberate", opened, nil, hearing.Recess, "2023-07-18 10:30", ""},
	{"nobody gave an opinion", opened, func(_ *hearing.Package, h *hearing.Hearing) { h.State = hearing.Recess }, hearing.Open, "2023-07-18 11:00", "block OPINION.missing"},
	{"an opinion without reasons", asItWas, func(_ *hearing.Package, h *hearing.Hearing) { h.State, h.Opinions[0].Reason = hearing.Recess, "" }, hearing.Open, "2023-07-18 11:00", "warn STEP.opinion-reason"},
	{"closed with all", asItWas, func(_ *hearing.Package, h *hearing.Hearing) { h.State = hearing.Open }, hearing.Closed, "2023-07-18 11:20", ""},
	{"closed without opinions", opened, func(_ *hearing.Package, h *hearing.Hearing) { signed(h) }, hearing.Closed, "2023-07-18 11:20", "block OPINION.missing"},
	{"no recording, an unsigned transcript", asItWas, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Outcome.Recordings, h.Participants[0].Signed = hearing.Open, nil, nil
	}, hearing.Closed, "2023-07-18 11:20", "block STEP.recording, block STEP.signature"},
	{"a signature was refused", asItWas, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Participants[0].Signed = hearing.Open, &hearing.Signature{Refused: "对记录有异议", Page: 3}
	}, hearing.Closed, "2023-07-18 11:20", ""},
	{"the recorder did not sign", asItWas, func(_ *hearing.Package, h *hearing.Hearing) { h.State, h.Outcome.RecordedBy = hearing.Open, nil }, hearing.Closed, "2023-07-18 11:20", "block STEP.signature"},
	{"in a civil petition the officers do not sign", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State, h.Participants[0].Signed, p.Cases[0].Type = hearing.Open, nil, hearing.CivilSupervision
	}, hearing.Closed, "2023-07-18 11:20", ""},
	{"in an administrative one the supervisor does", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State, p.Cases[0].Type = hearing.Open, hearing.AdminSupervision
	}, hearing.Closed, "2023-07-18 11:20", "block STEP.signature"},
	{"decided", asItWas, func(_ *hearing.Package, h *hearing.Hearing) { h.State = hearing.Closed }, hearing.Decided, "2023-07-28 16:00", ""},
	{"no decision", asItWas, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Outcome.Decision, h.Outcome.DecidedOn = hearing.Closed, "", calendar.Date{}
	}, hearing.Decided, "2023-07-28 16:00", "block STEP.decision"},
	{"the majority is not adopted", asItWas, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Outcome.Answers[1].Stance = hearing.Closed, hearing.Disagree
	}, hearing.Decided, "2023-07-28 16:00", "block ART16"},
	{"the majority is not adopted, by consent before", asItWas, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Outcome.Answers[1].Stance = hearing.Closed, hearing.Disagree
		h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveNonAdoption, By: "p-shen", On: day("2023-07-27")})
	}, hearing.Decided, "2023-07-28 16:00", ""},
	{"told but for the supervisor", asItWas, func(_ *hearing.Package, h *hearing.Hearing) { h.State = hearing.Decided }, hearing.FedBack, "2023-08-01 16:00", "warn STEP.feedback-supervisor"},
	{"an officer was not told", asItWas, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Participants[0].Told = hearing.Decided, h.Participants[0].Told[:1]
	}, hearing.FedBack, "2023-08-01 16:00", "block STEP.feedback, warn STEP.feedback-supervisor"},
	{"to the archive", asItWas, nil, hearing.Archived, "2023-08-10 16:00", ""},
	{"E2 waits for the certificate", func(p *hearing.Package) *hearing.Hearing { return hearingOf(p, e2) }, nil, hearing.Archived, "2023-07-10 16:00", "block STEP.duties"},
	{"E2 does not wait, as somebody approved", func(p *hearing.Package) *hearing.Hearing { return hearingOf(p, e2) }, func(_ *hearing.Package, h *hearing.Hearing) {
		h.Overrides = []hearing.Override{{Rule: "STEP", Variant: "duties", By: "p-shen", On: day("2023-07-10"), Reason: "公证另行归档"}}
	}, hearing.Archived, "2023-07-10 16:00", ""},
	{"recorded afterwards, a notice was late", asItWas, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, participant(h, "h-e1-a3").Waiver = hearing.Notifying, nil
	}, hearing.Closed, "2023-07-20 16:00", "warn DL01.tight, warn DL01.late"},
	{"no way", asItWas, nil, hearing.Open, "2023-08-10 16:00", "block STEP.way"},
	{"put off", planned, nil, hearing.Postponed, "2023-07-17 09:00", ""},
	{"put off, no new date", planned, func(_ *hearing.Package, h *hearing.Hearing) { *h = h.InState(hearing.Postponed, day("2023-07-17")) }, hearing.Notifying, "2023-07-17 09:00", "block POSTPONED.date, warn POSTPONED.tell"},
	{"called off without approval", planned, nil, hearing.Cancelled, "2023-07-17 09:00", "block STEP.cancel"},
	{"called off with approval", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveCancellation, By: "p-shen", On: day("2023-07-17")})
	}, hearing.Cancelled, "2023-07-17 09:00", ""},
	{"a draft that nobody knows of is thrown away", planned, func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Approvals = hearing.Draft, nil
		for i := range h.Participants {
			h.Participants[i].Told = nil
		}
	}, hearing.Cancelled, "2023-07-05 09:00", ""},
}

// signed lets everybody sign, and says where the recording lies.
func signed(h *hearing.Hearing) {
	for i := range h.Participants {
		h.Participants[i].Signed = &hearing.Signature{On: day("2023-07-18")}
	}
	h.Outcome.SignedBy, h.Outcome.RecordedBy = h.Participants[0].Signed, h.Participants[0].Signed
	h.Outcome.Recordings = []hearing.Recording{{ID: "r", Disc: "光盘"}}
}

func TestGuardsOfWhatIsHeld(t *testing.T) { runGuards(t, heldGuards) }

// TestTransitions holds the usual order of the ways from each state, and that
// what bars and what asks are told apart.
func TestTransitions(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	h := ready(&p)
	participant(h, "h-e1-a3").Waiver = nil
	dossier, _ := p.Dossier(e1, zone)
	list := d.table.Transitions(dossier, d.days, at("2023-07-18 09:00"), "zh")
	var got []string
	for _, x := range list {
		got = append(got, string(x.To)+" "+codes(x.Blocks)+"/"+codes(x.Warns))
	}
	want := "open block DL01.late/warn DL01.tight; closed block DL01.late, block OPINION.missing, block STEP.recording, block STEP.signature/warn DL01.tight; " +
		"postponed /; suspended /warn STEP.suspend; cancelled block STEP.cancel/; notifying /"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("the ways are\n%s, want\n%s", s, want)
	}
}

// TestEveryStateHasAWayOut walks the machines: each state can be reached from a
// draft and leads on.
func TestEveryStateHasAWayOut(t *testing.T) {
	d := newDesk(t)
	for _, session := range []hearing.ID{e1, "a-e1"} {
		seen := []hearing.State{hearing.Draft}
		for i := 0; i < len(seen); i++ {
			p := d.examples()
			hearingOf(&p, e1).State, p.Announcements[0].State = seen[i], seen[i]
			dossier, _ := p.Dossier(session, zone)
			list := d.table.Transitions(dossier, d.days, at("2023-08-10 09:00"), "en")
			if len(list) == 0 {
				t.Errorf("%s: no way out of %s", session, seen[i])
			}
			for _, x := range list {
				if !slices.Contains(seen, x.To) {
					seen = append(seen, x.To)
				}
			}
		}
		for _, s := range hearing.States {
			if !slices.Contains(seen, s) && (session == e1 || s != hearing.Recess) {
				t.Errorf("%s: %s is never reached", session, s)
			}
		}
	}
}

// TestStoredStates judges states that nobody let through the machine.
func TestStoredStates(t *testing.T) {
	for _, c := range []struct {
		name   string
		of     func(*hearing.Package) *hearing.Hearing
		change func(*hearing.Hearing)
		now    string
		want   string
	}{
		{"ready, though a notice is late", ready, func(h *hearing.Hearing) { participant(h, "h-e1-a3").Waiver = nil }, "2023-07-17 09:00", "warn STATE 状态是“就绪”，还差1项，如：澄河区人民政府望江街道办事处于2023-07-16收到通知"},
		{"ready", ready, nil, "2023-07-17 09:00", ""},
		{"open, though nobody is ticked", planned, func(h *hearing.Hearing) { h.State = hearing.Open }, "2023-07-18 09:00", "warn STATE 状态是“进行中”，还差1项，如：还没有记录到场情况"},
		{"closed, not signed", asItWas, func(h *hearing.Hearing) { h.State, h.Outcome.SignedBy = hearing.Closed, nil }, "2023-07-18 12:00", "warn STATE 状态是“已结束，待决定”，还差1项，如：笔录还差1人签名：主持人"},
		{"a draft promises nothing", asItWas, func(h *hearing.Hearing) { *h = hearing.Hearing{ID: h.ID} }, "2023-07-18 12:00", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := c.of(&p)
			if c.change != nil {
				c.change(h)
			}
			got := d.check(p, e1, c.now)
			if c.want == "" {
				compare(t, got, nil, []string{"STATE"})
				return
			}
			compare(t, got, []string{c.want}, []string{"STEP"})
		})
	}
}
