package outcome_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/words"
)

// TestASessionFromItsBeginningToItsEnd takes E1 through its states, on its day
// and afterwards.
func TestASessionFromItsBeginningToItsEnd(t *testing.T) {
	for _, c := range []struct{ name, at, opened, closed, decided string }{
		{"on the day", "2023-07-18 09:03", "2023-07-18 09:03", "2023-07-18 09:03", "2023-07-18"},
		{"entered afterwards", "2023-07-20 16:00", "2023-07-18 09:00", "2023-07-18 11:30", "2023-07-20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRoom(t, c.at)
			h := r.get(t, "h-e1")
			d, err := r.desk.Dossier(t.Context(), "h-e1")
			if err != nil {
				t.Fatal(err)
			}
			fresh(&h)
			for i := range h.Participants {
				h.Participants[i].Told = nil
			}
			take := func(a outcome.Action, want hearing.State) {
				t.Helper()
				if outcome.Actions(h.StateNow())[0] != a {
					t.Errorf("%s: first action %v, want %v", h.State, outcome.Actions(h.StateNow())[0], a)
				}
				if text := outcome.Lacks(h, d, a); text != "" {
					t.Errorf("%v lacks %s", a, text)
				}
				outcome.Take(&h, a, r.sh.Now(), words.Zone())
				if h.State != want {
					t.Errorf("%v led to %v", a, h.State)
				}
			}
			take(outcome.Begin, hearing.Open)
			outcome.Take(&h, outcome.Pause, r.sh.Now(), words.Zone())
			take(outcome.Resume, hearing.Open)
			take(outcome.End, hearing.Closed)
			if got := h.Outcome.OpenedAt.Format("2006-01-02 15:04"); got != c.opened {
				t.Errorf("opened %s, want %s", got, c.opened)
			}
			if got := h.Outcome.ClosedAt.Format("2006-01-02 15:04"); got != c.closed {
				t.Errorf("closed %s, want %s", got, c.closed)
			}
			if outcome.Lacks(h, d, outcome.Decide) == "" {
				t.Error("decided without a decision")
			}
			h.Outcome.Decision = "制发检察建议"
			take(outcome.Decide, hearing.Decided)
			if h.Outcome.DecidedOn.String() != c.decided || outcome.Letters(h) != 5 {
				t.Errorf("decided %v, %d letters", h.Outcome.DecidedOn, outcome.Letters(h))
			}
			if text := outcome.Lacks(h, d, outcome.FeedBack); !strings.Contains(text, "陈𬭎") {
				t.Errorf("feedback lacks %q", text)
			}
			for i := range h.Participants {
				h.Participants[i].Told = []hearing.Told{{Document: "20", ReceivedOn: h.Outcome.DecidedOn}}
			}
			take(outcome.FeedBack, hearing.FedBack)
			if outcome.Take(&h, outcome.StepBack, r.sh.Now(), words.Zone()); h.State != hearing.Decided {
				t.Errorf("stepped back to %v", h.State)
			}
		})
	}
}

// TestNotFollowingTheMajorityAsksForConsent is the path of E3 in which three
// of four officers are against what is decided.
func TestNotFollowingTheMajorityAsksForConsent(t *testing.T) {
	r := newRoom(t, "2023-09-13 10:00")
	h := r.get(t, "h-e3")
	fresh(&h)
	d, err := r.desk.Dossier(t.Context(), "h-e3")
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range []hearing.ID{"h-e3-o1", "h-e3-o2", "h-e3-o3", "h-e3-o4"} {
		s := hearing.Disagree
		if i == 0 {
			s = hearing.Agree
		}
		outcome.SetStance(&h, o, "h-e3-q2", s)
	}
	h.Outcome.Decision = "制发检察建议"
	outcome.SetAnswer(&h, "h-e3-q2", hearing.Agree)
	if got := outcome.Departs(h); len(got) != 1 || got[0].ID != "h-e3-q2" {
		t.Fatalf("departs in %v", got)
	}
	if outcome.Lacks(h, d, outcome.Decide) == "" {
		t.Error("decided without consent")
	}
	outcome.EditConsent(&h, func(a *hearing.Approval) { a.By = "p-shen" })
	outcome.EditConsent(&h, func(a *hearing.Approval) { a.On = calendar.NewDate(2023, 9, 13) })
	if text := outcome.Lacks(h, d, outcome.Decide); text != "" || len(h.Approvals) != 2 {
		t.Errorf("lacks %q, %d approvals", text, len(h.Approvals))
	}
	outcome.EditConsent(&h, func(a *hearing.Approval) { a.By, a.On = "", calendar.Date{} })
	if len(h.Approvals) != 1 {
		t.Errorf("an empty consent stays: %v", h.Approvals)
	}
	outcome.SetAnswer(&h, "h-e3-q2", hearing.Agree)
	if n := outcome.FollowMajority(&h); n != 1 || h.MajorityAdopted("h-e3-q2") != hearing.Adopted || len(outcome.Departs(h)) != 0 {
		t.Errorf("followed %d: %v", n, h.Outcome.Answers)
	}
	outcome.EditAnswer(&h, "h-e3-q2", func(a *hearing.Answer) { a.Partly = true })
	if len(outcome.Departs(h)) != 1 {
		t.Error("in part asks for no consent")
	}
}

func TestTiming(t *testing.T) {
	r := newRoom(t, "2023-07-20 10:00")
	h := r.get(t, "h-e1")
	fresh(&h)
	set := func(to hearing.Timing) { outcome.SetTiming(&h, to, r.sh.Now(), words.Zone()) }
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
