package sitting_test

import (
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/sitting"
)

var zone = time.FixedZone("CST", 8*60*60)

func at(t *testing.T, text string) time.Time {
	t.Helper()
	v, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// steps are the states that can follow.
func steps(h hearing.Hearing) []rules.Transition {
	book, err := rules.Load(assets.Rules()...)
	if err != nil {
		panic(err)
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		panic(err)
	}
	return rules.NewBook(book, days).Transitions(hearing.Dossier{Hearing: &h, Zone: zone}, h.Start, "zh")
}

// TestAHearingFromItsBeginningToItsEnd goes through the states, on its day and
// afterwards.
func TestAHearingFromItsBeginningToItsEnd(t *testing.T) {
	for _, c := range []struct{ name, at, opened, closed, decided string }{
		{"on the day", "2023-07-18 09:03", "2023-07-18 09:03", "2023-07-18 09:03", "2023-07-18"},
		{"entered afterwards", "2023-07-20 16:00", "2023-07-18 09:00", "2023-07-18 11:30", "2023-07-20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := hearing.Hearing{State: hearing.Ready, Slot: hearing.Slot{Start: at(t, "2023-07-18 09:00"), End: at(t, "2023-07-18 11:30")},
				Participants: []hearing.Participant{{ID: "o", Role: hearing.Officer}}}
			for _, want := range []hearing.State{hearing.Open, hearing.Recess, hearing.Open, hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived} {
				if got := sitting.Next(h, steps(h)); got != want {
					t.Errorf("after %s comes %s, want %s", h.State, got, want)
				}
				h = sitting.Into(h, want, hearing.Why{}, at(t, c.at), zone)
				if want == hearing.Recess {
					h.Opinions = []hearing.Opinion{{Officer: "o", Question: "q", Stance: hearing.Agree}}
				}
			}
			const minute = "2006-01-02 15:04"
			if o := h.Outcome; o.OpenedAt.Format(minute) != c.opened || o.ClosedAt.Format(minute) != c.closed || o.DecidedOn.String() != c.decided {
				t.Errorf("%+v", o)
			}
			if next := sitting.Next(h, steps(h)); next != "" {
				t.Errorf("after the archive comes %s", next)
			}
			again := sitting.Into(sitting.Into(h, hearing.Closed, hearing.Why{}, at(t, c.at), zone), hearing.Open, hearing.Why{}, at(t, c.at), zone)
			if !again.Outcome.ClosedAt.IsZero() || again.Outcome.OpenedAt.IsZero() {
				t.Errorf("resumed: %+v", again.Outcome)
			}
			if back := sitting.Into(again, hearing.Ready, hearing.Why{}, at(t, c.at), zone); !back.Outcome.OpenedAt.IsZero() {
				t.Errorf("it had not begun: %+v", back.Outcome)
			}
		})
	}
}

// TestTheReasonIsKept also where nobody had been told, and where the change was
// recorded already.
func TestTheReasonIsKept(t *testing.T) {
	told := []hearing.Participant{{ID: "p", Told: []hearing.Told{{ReceivedOn: calendar.NewDate(2023, 7, 10)}}}}
	for _, c := range []struct {
		name string
		h    hearing.Hearing
		to   hearing.State
		kind hearing.MoveKind
	}{
		{"nobody was told", hearing.Hearing{}, hearing.Postponed, hearing.MovePostponed},
		{"people were told", hearing.Hearing{Participants: told}, hearing.Postponed, hearing.MovePostponed},
		{"cancelled", hearing.Hearing{Participants: told}, hearing.Cancelled, hearing.MoveCancelled},
	} {
		why := hearing.Why{Reason: "听证员不足", By: "p-shen"}
		h := sitting.Into(sitting.Allowed(c.h, c.to, why, calendar.NewDate(2023, 7, 12)), c.to, why, at(t, "2023-07-12 10:00"), zone)
		if len(h.Moves) != 1 || h.Moves[0].Kind != c.kind || h.Moves[0].Reason != "听证员不足" || h.Moves[0].By != "p-shen" {
			t.Errorf("%s: %+v", c.name, h.Moves)
		}
		if a, ok := h.Approval(hearing.ApproveCancellation); ok != (c.to == hearing.Cancelled) || ok && a.By != "p-shen" {
			t.Errorf("%s: approval %+v", c.name, a)
		}
	}
}

func TestVerbs(t *testing.T) {
	for _, c := range []struct {
		from, to hearing.State
		want     string
	}{
		{hearing.Draft, hearing.Submitted, "报请批准"}, {hearing.Ready, hearing.Open, "开始听证"}, {hearing.Recess, hearing.Open, "继续听证"},
		{hearing.Closed, hearing.Open, "恢复听证"}, {hearing.Open, hearing.Closed, "结束听证"}, {hearing.Recess, hearing.Closed, "结束听证"},
		{hearing.Decided, hearing.Closed, "退回“已结束，待决定”"}, {hearing.Open, hearing.Ready, "退回“就绪”"}, {hearing.Postponed, hearing.Notifying, "重新通知"},
		{hearing.Refused, hearing.Draft, "退回“草拟”"}, {hearing.Cancelled, hearing.Notifying, "开始通知"},
	} {
		if got := sitting.Verb(c.from, c.to); got != c.want {
			t.Errorf("%s → %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
