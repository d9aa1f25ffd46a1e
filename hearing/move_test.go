package hearing_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

func moment(t testing.TB, text string) time.Time {
	t.Helper()
	v, err := time.ParseInLocation("2006-01-02 15:04", text, cst)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func day(t testing.TB, text string) calendar.Date {
	t.Helper()
	return calendar.DateOf(moment(t, text+" 00:00"))
}

// slot reads “r-1 2023-07-18 09:00”; without a time it is a room only.
func slot(t testing.TB, text string) hearing.Slot {
	t.Helper()
	room, start, timed := strings.Cut(text, " ")
	s := hearing.Slot{Room: hearing.ID(room)}
	if timed {
		s.Start = moment(t, start)
		s.End = s.Start.Add(150 * time.Minute)
	}
	return s
}

func changes(moves []hearing.Move) string {
	var out []string
	for _, m := range moves {
		text := fmt.Sprintf("%v %s", m.On, m.Kind)
		if !m.From.Start.IsZero() {
			text += fmt.Sprintf(" from %s %s", m.From.Room, m.From.Start.In(cst).Format("2006-01-02 15:04"))
		}
		if m.Was != "" {
			text += " was " + string(m.Was)
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// TestMovesAreRecordedWherePeopleWereTold follows one hearing about, on one
// day and the next: people were told of the first slot, and of none after it.
func TestMovesAreRecordedWherePeopleWereTold(t *testing.T) {
	first := slot(t, "r-1 2023-07-18 09:00")
	told := []hearing.Participant{{ID: "p", Role: hearing.Officer, Told: []hearing.Told{{SentOn: day(t, "2023-07-10"), ReceivedOn: day(t, "2023-07-11"), Method: hearing.ByHand}}}}
	type step struct{ on, to, want string }
	for _, c := range []struct {
		name  string
		h     hearing.Hearing
		steps []step
	}{
		{"nobody was told", hearing.Hearing{Slot: first, Participants: []hearing.Participant{{ID: "p", Role: hearing.Officer}}},
			[]step{{"2023-07-12", "r-1 2023-07-20 09:00", ""}}},
		{"one was told", hearing.Hearing{Slot: first, Participants: told},
			[]step{
				{"2023-07-12", "r-1 2023-07-20 09:00", "2023-07-12 postponed from r-1 2023-07-18 09:00"},
				{"2023-07-12", "r-1 2023-07-18 14:00", "2023-07-12 moved from r-1 2023-07-18 09:00"},
				{"2023-07-12", "r-1 2023-07-18 09:00", ""},
				{"2023-07-12", "r-1 2023-07-17 09:00", "2023-07-12 moved from r-1 2023-07-18 09:00"},
				{"2023-07-13", "r-1 2023-07-19 09:00", "2023-07-12 moved from r-1 2023-07-18 09:00"}, // nobody was told of the 17th
			}},
		{"a time is typed", hearing.Hearing{Slot: first, Participants: told},
			[]step{
				{"2023-07-12", "r-1", "2023-07-12 postponed from r-1 2023-07-18 09:00"},              // the field is empty
				{"2023-07-12", "r-1 2023-07-18 01:00", "2023-07-12 moved from r-1 2023-07-18 09:00"}, // 1
				{"2023-07-12", "r-1 2023-07-18 14:00", "2023-07-12 moved from r-1 2023-07-18 09:00"}, // 14
				{"2023-07-12", "r-1 2023-07-18 14:30", "2023-07-12 moved from r-1 2023-07-18 09:00"}, // 14:30
				{"2023-07-12", "r-2 2023-07-18 14:30", "2023-07-12 moved from r-1 2023-07-18 09:00"}, // and the room
				{"2023-07-12", "r-1 2023-07-18 14:30", "2023-07-12 moved from r-1 2023-07-18 09:00"}, //
				{"2023-07-12", "r-1 2023-07-18 09:00", ""},
			}},
		{"only the room", hearing.Hearing{Slot: first, Participants: told},
			[]step{
				{"2023-07-12", "r-2 2023-07-18 09:00", "2023-07-12 moved from r-1 2023-07-18 09:00"},
				{"2023-07-12", "r-3 2023-07-18 09:00", "2023-07-12 moved from r-1 2023-07-18 09:00"},
				{"2023-07-12", "r-1 2023-07-18 09:00", ""},
			}},
		{"it was posted", hearing.Hearing{Slot: first, Notice: hearing.PublicNotice{PostedOn: day(t, "2023-07-10")}},
			[]step{
				{"2023-07-12", "r-1 2023-07-20 09:00", "2023-07-12 postponed from r-1 2023-07-18 09:00"},
				{"2023-07-12", "r-1 2023-07-21 09:00", "2023-07-12 postponed from r-1 2023-07-18 09:00"},
			}},
		{"it had no time yet", hearing.Hearing{Slot: slot(t, "r-1"), Participants: told},
			[]step{{"2023-07-12", "r-1 2023-07-20 09:00", ""}}},
		{"it was held", hearing.Hearing{Slot: first, State: hearing.Decided, Participants: told},
			[]step{{"2023-07-19", "r-1 2023-07-18 09:15", ""}}},
	} {
		h := c.h
		for _, s := range c.steps {
			h, _ = h.MovedTo(slot(t, s.to), day(t, s.on), cst)
			if got := changes(h.Moves); got != s.want {
				t.Errorf("%s, to %s: %v, want %s", c.name, s.to, got, s.want)
			}
		}
	}
}

// TestWhoWasToldMustBeToldAgain holds that a notification stays bound to the
// start that it named, and that the caller's record is not changed.
func TestWhoWasToldMustBeToldAgain(t *testing.T) {
	first := slot(t, "r-1 2023-07-18 09:00")
	h := hearing.Hearing{Slot: first, Participants: []hearing.Participant{{ID: "p", Told: []hearing.Told{{ReceivedOn: day(t, "2023-07-11")}}}, {ID: "q"}}}
	if who, _ := h.ToldBefore(); len(who) != 0 {
		t.Errorf("must be told again: %v", who)
	}
	moved, told := h.MovedTo(slot(t, "r-1 2023-07-20 09:00"), day(t, "2023-07-12"), cst)
	if _, ok := moved.Participants[0].ToldOf(moved.Start); ok || !told {
		t.Errorf("told of the new time: %v, told before: %v", ok, told)
	}
	if _, ok := moved.Participants[0].ToldOf(first.Start); !ok {
		t.Error("what was told is lost")
	}
	if who, of := moved.ToldBefore(); len(who) != 1 || who[0].ID != "p" || !of.Start.Equal(first.Start) || of.Room != "r-1" {
		t.Errorf("must be told again: %v of %v", who, of)
	}
	if !h.Participants[0].Told[0].For.IsZero() || len(h.Moves) != 0 {
		t.Error("the record that was read was changed")
	}
	a, told := hearing.Announcement{Slot: first, Participants: h.Participants}.MovedTo(slot(t, "r-1 2023-07-17 09:00"), day(t, "2023-07-12"), cst)
	if want := "2023-07-12 moved from r-1 2023-07-18 09:00"; !told || changes(a.Moves) != want {
		t.Errorf("announcement: %v, %s", told, changes(a.Moves))
	}
}

// TestWhoKnowsAnotherRoom: the start stayed, the place did not.
func TestWhoKnowsAnotherRoom(t *testing.T) {
	told := []hearing.Participant{{ID: "p", Told: []hearing.Told{{ReceivedOn: day(t, "2023-07-11")}}}, {ID: "q"}}
	h, _ := hearing.Hearing{Slot: slot(t, "r-1 2023-07-18 09:00"), Participants: told}.MovedTo(slot(t, "r-2 2023-07-18 09:00"), day(t, "2023-07-12"), cst)
	if who, of := h.ToldBefore(); len(who) != 1 || of.Room != "r-1" || !of.Start.Equal(h.Start) {
		t.Errorf("must be told again: %v of %v", who, of)
	}
	h.Participants[0].Told = append(h.Participants[0].Told, hearing.Told{ReceivedOn: day(t, "2023-07-12"), For: h.Start})
	if who, _ := h.ToldBefore(); len(who) != 0 {
		t.Errorf("was told again: %v", who)
	}
}

func TestCalledOff(t *testing.T) {
	told := []hearing.Participant{{ID: "p", Told: []hearing.Told{{ReceivedOn: day(t, "2023-07-11")}}}}
	first, later := slot(t, "r-1 2023-07-18 09:00"), slot(t, "r-1 2023-08-01 09:00")
	for _, c := range []struct {
		name   string
		h      hearing.Hearing
		states []hearing.State
		want   string
	}{
		{"nobody knew of it", hearing.Hearing{Slot: first}, []hearing.State{hearing.Cancelled}, ""},
		{"cancelled", hearing.Hearing{Slot: first, Participants: told}, []hearing.State{hearing.Cancelled}, "2023-07-12 cancelled from r-1 2023-07-18 09:00"},
		{"and not", hearing.Hearing{Slot: first, Participants: told}, []hearing.State{hearing.Cancelled, hearing.Notifying}, ""},
		{"put off, then cancelled", hearing.Hearing{Slot: first, Participants: told}, []hearing.State{hearing.Postponed, hearing.Cancelled}, "2023-07-12 cancelled from r-1 2023-07-18 09:00"},
	} {
		h := c.h
		for _, s := range c.states {
			h = h.InState(s, day(t, "2023-07-12"))
		}
		if got := changes(h.Moves); got != c.want || h.State != c.states[len(c.states)-1] {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	h := hearing.Hearing{Slot: first, Participants: told}.InState(hearing.Postponed, day(t, "2023-07-12"))
	h, _ = h.MovedTo(later, day(t, "2023-07-20"), cst)
	if got := changes(h.Moves); got != "2023-07-12 postponed from r-1 2023-07-18 09:00" {
		t.Errorf("a new date of a postponed hearing is no other change: %s", got)
	}
}

// TestAnotherEndTellsNobody: people are told when to come.
func TestAnotherEndTellsNobody(t *testing.T) {
	h := hearing.Hearing{Slot: slot(t, "r-1 2023-07-18 09:00"), Participants: []hearing.Participant{{ID: "p", Told: []hearing.Told{{ReceivedOn: day(t, "2023-07-11")}}}}}
	to := h.Slot
	to.End = to.End.Add(time.Hour)
	if moved, told := h.MovedTo(to, day(t, "2023-07-12"), cst); told || len(moved.Moves) != 0 || !moved.End.Equal(to.End) {
		t.Errorf("told %v, %v", told, moved)
	}
}

func TestPresidersAreReplaced(t *testing.T) {
	told := []hearing.Participant{{ID: "p", Told: []hearing.Told{{ReceivedOn: day(t, "2023-07-11")}}}}
	for _, c := range []struct {
		name string
		h    hearing.Hearing
		to   string
		want string
	}{
		{"nobody was told", hearing.Hearing{Presider: "lin"}, "gu", ""},
		{"after they were told", hearing.Hearing{Presider: "lin", Participants: told}, "gu", "2023-07-12 presider was lin"},
		{"twice on one day", hearing.Hearing{Presider: "lin", Participants: told}, "gu shen", "2023-07-12 presider was lin"},
		{"back again", hearing.Hearing{Presider: "lin", Participants: told}, "gu lin", ""},
		{"there was none", hearing.Hearing{Participants: told}, "gu", ""},
		{"it was held", hearing.Hearing{State: hearing.Closed, Presider: "lin", Participants: told}, "gu", ""},
	} {
		h := c.h
		for _, id := range strings.Fields(c.to) {
			h = h.LedBy(hearing.ID(id), day(t, "2023-07-12"))
		}
		if got := changes(h.Moves); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestOfficersAreReplaced(t *testing.T) {
	agency := hearing.Participant{ID: "a", Role: hearing.AgencyRep, Told: []hearing.Told{{ReceivedOn: day(t, "2023-07-11")}}}
	officers := func(names string) []hearing.Participant {
		list := []hearing.Participant{agency}
		for _, n := range strings.Fields(names) {
			list = append(list, hearing.Participant{ID: hearing.ID("p-" + n), Person: hearing.ID(n), Role: hearing.Officer})
		}
		return list
	}
	for _, c := range []struct {
		name string
		then []string
		want string
	}{
		{"the same", []string{"zhou wang"}, ""},
		{"one for another", []string{"zhou zhao"}, "2023-07-12 officer was wang"},
		{"and back", []string{"zhou zhao", "zhou wang"}, ""},
		{"one goes", []string{"zhou"}, "2023-07-12 officer was wang"},
		{"and another comes", []string{"zhou", "zhou zhao"}, "2023-07-12 officer was wang"},
		{"one comes in addition", []string{"zhou wang zhao"}, "2023-07-12 officer"},
		{"and goes again", []string{"zhou wang zhao", "zhou wang"}, ""},
	} {
		h := hearing.Hearing{Participants: officers("zhou wang")}
		for _, names := range c.then {
			h = h.WithParticipants(officers(names), day(t, "2023-07-12"))
		}
		if got := changes(h.Moves); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	untold := hearing.Hearing{Participants: officers("zhou wang")[1:]}
	if got := changes(untold.WithParticipants(nil, day(t, "2023-07-12")).Moves); got != "" {
		t.Errorf("nobody was told: %s", got)
	}
}
