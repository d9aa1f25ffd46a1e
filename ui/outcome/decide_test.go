package outcome_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/words"
)

// TestNotFollowingTheMajorityAsksForConsent is the path of E3 in which three
// of four officers are against what is decided.
func TestNotFollowingTheMajorityAsksForConsent(t *testing.T) {
	r := newRoom(t, "2023-09-13 10:00")
	h := r.get(t, "h-e3")
	q2 := hearing.Ballot{Question: "h-e3-q2"}
	fresh(&h)
	for i, o := range []hearing.ID{"h-e3-o1", "h-e3-o2", "h-e3-o3", "h-e3-o4"} {
		s := hearing.Disagree
		if i == 0 {
			s = hearing.Agree
		}
		outcome.SetStance(&h, o, q2, s)
	}
	h.Outcome.Decision = "制发检察建议"
	outcome.SetAnswer(&h, q2, hearing.Agree)
	if got := outcome.Departs(h); len(got) != 1 || got[0].Question != "h-e3-q2" {
		t.Fatalf("departs in %v", got)
	}
	if !outcome.LacksConsent(h, "") {
		t.Error("decided without consent")
	}
	outcome.EditConsent(&h, "", func(a *hearing.Approval) { a.By = "p-shen" })
	outcome.EditConsent(&h, "", func(a *hearing.Approval) { a.On = calendar.NewDate(2023, 9, 13) })
	if outcome.LacksConsent(h, "") || len(h.Approvals) != 2 {
		t.Errorf("lacks consent, %d approvals", len(h.Approvals))
	}
	outcome.EditConsent(&h, "", func(a *hearing.Approval) { a.By, a.On = "", calendar.Date{} })
	if len(h.Approvals) != 1 {
		t.Errorf("an empty consent stays: %v", h.Approvals)
	}
	outcome.SetAnswer(&h, q2, hearing.Agree)
	if n := outcome.FollowMajority(&h); n != 1 || h.MajorityAdopted(q2) != hearing.Adopted || len(outcome.Departs(h)) != 0 {
		t.Errorf("followed %d: %v", n, h.Outcome.Answers)
	}
	outcome.EditAnswer(&h, q2, func(a *hearing.Answer) { a.Partly = true })
	if len(outcome.Departs(h)) != 1 {
		t.Error("in part asks for no consent")
	}
}

func TestTiming(t *testing.T) {
	r := newRoom(t, "2023-07-20 10:00")
	h := r.get(t, "h-e1")
	fresh(&h)
	set := func(to hearing.Timing) { outcome.SetTiming(&h, "", to, r.sh.Now(), words.Zone()) }
	set(hearing.OnTheSpot)
	if h.Outcome.DecidedOn.String() != "2023-07-18" {
		t.Errorf("on the spot: %v", h.Outcome.DecidedOn)
	}
	set(hearing.Later)
	if h.Outcome.Timing != hearing.Later || !h.Outcome.DecidedOn.IsZero() {
		t.Errorf("later: %+v", h.Outcome)
	}
	set(hearing.Later)
	if h.Outcome.Timing != "" {
		t.Error("not taken back")
	}
}

// TestNotary takes the matter of E2 from its dispute to its acceptance.
func TestNotary(t *testing.T) {
	r := newRoom(t, "2023-06-27 16:20")
	r.put(t, "h-e2", func(h *hearing.Hearing) {
		h.Notary = nil
		outcome.AddMatter(h, "m")
		outcome.EditMatter(h, "m", func(m *hearing.NotaryMatter) { m.Subject = "赡养协议"; outcome.Dispute(m, true, r.sh.Now()) })
	})
	r.s.Open("h-e2")
	h := r.s.Value()
	if outcome.MatterOf(h, "m").Notary != "h-e2-n1" {
		t.Errorf("notary %v", h.Notary)
	}
	if got := outcome.MatterFindings(outcome.MatterOf(h, "m"), r.s.FindingsOf("notary")); len(got) != 1 || got[0].Rule != "NOTARY" {
		t.Errorf("while disputed: %v", got)
	}
	r.s.Change("notary", func(h *hearing.Hearing) {
		outcome.EditMatter(h, "m", func(m *hearing.NotaryMatter) {
			outcome.Dispute(m, false, outcome.Settled(*h, r.sh.Now(), words.Zone()))
			m.AcceptedOn = calendar.NewDate(2023, 6, 27)
		})
	})
	got := outcome.MatterFindings(outcome.MatterOf(r.s.Value(), "m"), r.s.FindingsOf("notary"))
	if len(got) != 1 || got[0].Rule != "DL14" || got[0].Due.String() != "2023-07-18" {
		t.Errorf("accepted: %v", got)
	}
	who := outcome.Applicants(r.s.Value(), r.s.Dossier)
	if len(who) != 4 || who[0].Name != "程桂兰" {
		t.Errorf("applicants %v", who)
	}
}
