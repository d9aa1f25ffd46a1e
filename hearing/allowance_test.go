package hearing_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// served is a day of the hearing that is paid for.
var served = calendar.NewDate(2023, 7, 18)

func paid() hearing.Hearing {
	return hearing.Hearing{ID: "h", Participants: []hearing.Participant{
		{ID: "o1", Role: hearing.Officer}, {ID: "alt", Role: hearing.Officer, Alternate: true}, {ID: "s", Role: hearing.Supervisor}, {ID: "x", Role: hearing.Expert}, {ID: "o2", Role: hearing.Officer},
	}}
}

// TestWhoIsPaid: while nobody's presence is recorded, all but alternates; then who
// came, an alternate too. Supervisors never are.
func TestWhoIsPaid(t *testing.T) {
	names := func(h hearing.Hearing) (out string) {
		for _, p := range h.Payees() {
			out += string(p.ID) + " "
		}
		return out
	}
	h := paid()
	if got := names(h); got != "o1 o2 x " {
		t.Errorf("before: %s", got)
	}
	h.Participants[1].Attendance.Presence, h.Participants[0].Attendance.Presence, h.Participants[4].Attendance.Presence = hearing.Late, hearing.Absent, hearing.ByVideo
	if got := names(h); got != "alt o2 " {
		t.Errorf("after: %s", got)
	}
	for _, id := range []hearing.ID{"o1", "alt", "o2"} {
		h.EditAllowance(id, func(a *hearing.Allowance) { a.Travel, a.Board, a.Labour = 100, 20, 3 })
	}
	if h.Paid("") != 246 || h.Paid(hearing.Expert) != 0 {
		t.Errorf("the sum of those who came is %d", h.Paid(""))
	}
	h.EditAllowance("o2", func(a *hearing.Allowance) { *a = hearing.Allowance{Participant: "o2"} })
	if len(h.Allowances.Lines) != 2 {
		t.Errorf("an empty line stays: %v", h.Allowances.Lines)
	}
	h = h.WithParticipants(h.Participants[1:], served)
	if len(h.Allowances.Lines) != 1 || h.Allowances.Lines[0].Participant != "alt" {
		t.Errorf("who left is paid: %v", h.Allowances.Lines)
	}
}

func TestFaultsOfAllowances(t *testing.T) {
	for _, c := range []struct {
		line hearing.Allowance
		want string
	}{
		{hearing.Allowance{Participant: "o1", Travel: 100}, ""},
		{hearing.Allowance{Participant: "o1", Travel: -1}, "allowances.lines[0].travel_fen negative"},
		{hearing.Allowance{Participant: "o1", Labour: hearing.MostFen + 1}, "allowances.lines[0].labour_fen range"},
		{hearing.Allowance{Participant: "s", Travel: 1}, "allowances.lines[0].participant payee"},
		{hearing.Allowance{Participant: "nobody", Travel: 1}, "allowances.lines[0].participant reference"},
	} {
		h := paid()
		h.Allowances.Lines = []hearing.Allowance{c.line}
		got := ""
		for _, f := range h.Validate() {
			got += f.Path + " " + f.Code
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.line, got, c.want)
		}
	}
}

func TestFaultsOfSupervision(t *testing.T) {
	h := paid()
	h.Supervision = hearing.Supervision{Wanted: -1, AskedOn: served, AnsweredOn: served.AddDays(-1), Opinions: []hearing.Supervised{{ID: "a", By: "o1", Adopted: "yes"}, {ID: "a", By: "s"}}}
	if faults := h.Validate(); len(faults) != 5 {
		t.Errorf("faults %v", faults)
	}
	h.Supervision.Opinions[0].By = "s"
	if s := h.WithParticipants(h.Participants[3:], served).Supervision; s.Opinions[0].By != "" || h.Supervision.Opinions[0].By != "s" {
		t.Errorf("the opinion of one who left is of %q", s.Opinions[0].By)
	}
}
