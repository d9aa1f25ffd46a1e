package hearing_test

import (
	"testing"
	"time"

	"hearingdesk/hearing"
)

func told(t *testing.T) []hearing.Participant {
	return []hearing.Participant{{ID: "p", Person: "zhou", Role: hearing.Officer, Told: []hearing.Told{{SentOn: day(t, "2023-07-10"), ReceivedOn: day(t, "2023-07-11")}}}}
}

// TestWhyItWasCalledOff keeps the reason, who approved, and which announcement
// became void; taken back on the day, nothing is left.
func TestWhyItWasCalledOff(t *testing.T) {
	on := day(t, "2023-07-12")
	h := hearing.Hearing{Slot: slot(t, "r-1 2023-07-18 09:00"), Participants: told(t), Notice: hearing.PublicNotice{Number: "5号", PostedOn: day(t, "2023-07-10")}}
	off := h.InState(hearing.Postponed, on, hearing.Why{Reason: hearing.PostponeReasons[4].Zh, By: "shen"})
	if len(off.Moves) != 1 {
		t.Fatalf("recorded %v", off.Moves)
	}
	if m := off.Moves[0]; m.Reason != "设备故障" || m.By != "shen" || m.Notice != "5号" || m.Posted != h.Notice.PostedOn {
		t.Errorf("recorded %+v", m)
	}
	if back := off.InState(hearing.Notifying, on); len(back.Moves) != 0 {
		t.Errorf("taken back: %v", back.Moves)
	}
	if late := off.InState(hearing.Notifying, on.AddDays(1)); len(late.Moves) != 1 {
		t.Errorf("a day later: %v", late.Moves)
	}
	if twice := off.InState(hearing.Notifying, on.AddDays(1)).InState(hearing.Postponed, on.AddDays(1)); len(twice.Moves) != 2 {
		t.Errorf("put off again: %v", twice.Moves)
	}
	a := hearing.Announcement{Slot: h.Slot, Participants: h.Participants}.InState(hearing.Cancelled, on, hearing.Why{Reason: "改为直接送达"})
	if want := "2023-07-12 cancelled from r-1 2023-07-18 09:00"; changes(a.Moves) != want || a.Moves[0].Reason == "" {
		t.Errorf("announcement: %s", changes(a.Moves))
	}
}

// TestTheVoidAnnouncementIsRemembered also where the session is nudged about.
func TestTheVoidAnnouncementIsRemembered(t *testing.T) {
	h := hearing.Hearing{Slot: slot(t, "r-1 2023-07-18 09:00"), Participants: told(t), Notice: hearing.PublicNotice{Number: "5号", PostedOn: day(t, "2023-07-10")}}
	on := day(t, "2023-07-12")
	h, _ = h.MovedTo(slot(t, "r-1 2023-07-20 09:00"), on, cst)
	h.Notice = hearing.PublicNotice{Number: "6号", PostedOn: on}
	h, _ = h.MovedTo(slot(t, "r-1 2023-07-21 09:00"), on, cst)
	if len(h.Moves) != 1 || h.Moves[0].Notice != "5号" || h.Moves[0].Posted != day(t, "2023-07-10") {
		t.Errorf("recorded %+v", h.Moves)
	}
}

// TestChangedFrom works out what a change records, before it is made.
func TestChangedFrom(t *testing.T) {
	was := hearing.Hearing{Slot: slot(t, "r-1 2023-07-18 09:00"), Presider: "lin", Participants: told(t)}
	on := day(t, "2023-07-12")
	for _, c := range []struct {
		name   string
		change func(*hearing.Hearing)
		want   string
	}{
		{"nothing", func(*hearing.Hearing) {}, ""},
		{"the start, as it is typed", func(h *hearing.Hearing) { h.Start = h.Start.Add(48 * time.Hour) }, "2023-07-12 postponed from r-1 2023-07-18 09:00"},
		{"the start, as it is recorded", func(h *hearing.Hearing) {
			*h, _ = h.MovedTo(slot(t, "r-1 2023-07-20 09:00"), on, cst)
		}, "2023-07-12 postponed from r-1 2023-07-18 09:00"},
		{"the room", func(h *hearing.Hearing) { h.Room = "r-2" }, "2023-07-12 moved from r-1 2023-07-18 09:00"},
		{"the presider", func(h *hearing.Hearing) { h.Presider = "gu" }, "2023-07-12 presider was lin"},
		{"an officer", func(h *hearing.Hearing) {
			h.Participants = []hearing.Participant{{ID: "q", Person: "zhao", Role: hearing.Officer}}
		}, "2023-07-12 officer was zhou"},
		{"the state", func(h *hearing.Hearing) { h.State = hearing.Cancelled }, "2023-07-12 cancelled from r-1 2023-07-18 09:00"},
	} {
		h := was
		c.change(&h)
		h = h.ChangedFrom(was, on, cst)
		if got := changes(h.Moves); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if !h.Start.Equal(was.Start) && !h.Participants[0].Told[0].For.Equal(was.Start) {
			t.Errorf("%s: what was told is not bound to its start", c.name)
		}
	}
	if len(was.Moves) != 0 || !was.Participants[0].Told[0].For.IsZero() {
		t.Error("the record that was read was changed")
	}
	a := hearing.Announcement{Slot: was.Slot, Participants: was.Participants}
	b := a
	b.Room = "r-2"
	if got := changes(b.ChangedFrom(a, on, cst).Moves); got != "2023-07-12 moved from r-1 2023-07-18 09:00" {
		t.Errorf("announcement: %s", got)
	}
}

// TestToldHere tells a notice of this start and place from one of another.
func TestToldHere(t *testing.T) {
	h, _ := hearing.Hearing{Slot: slot(t, "r-1 2023-07-18 09:00"), Participants: told(t)}.MovedTo(slot(t, "r-2 2023-07-18 09:00"), day(t, "2023-07-12"), cst)
	if _, ok := h.ToldHere(h.Participants[0]); ok {
		t.Error("told of r-1, and it holds for r-2")
	}
	p := h.Participants[0]
	p.Told = append(p.Told, hearing.Told{ReceivedOn: day(t, "2023-07-14")}, hearing.Told{ReceivedOn: day(t, "2023-07-13")}, hearing.Told{Document: "20", ReceivedOn: day(t, "2023-07-12")})
	if told, ok := h.ToldHere(p); !ok || told.ReceivedOn != day(t, "2023-07-13") {
		t.Errorf("told %+v", told)
	}
}
