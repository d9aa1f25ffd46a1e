package outcome_test

import (
	"fmt"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A room is a desk with an open hearing, for a tab to stand in.
type room struct {
	desk *storage.Desk
	sh   *shell.Shell
	s    *sitting.Sitting
	said []string
	went []shell.Place
}

// newRoom opens a desk with the worked examples, at a time like 2023-07-18 09:05.
func newRoom(t testing.TB, at string) *room {
	t.Helper()
	if err := words.Use(words.Chinese); err != nil {
		t.Fatal(err)
	}
	r := &room{desk: shown.Examples(t, at)}
	r.sh, _ = shown.Shell(t, at)
	r.sh.Go = func(p shell.Place) { r.went = append(r.went, p) }
	r.sh.Say = func(s string) { r.said = append(r.said, s) }
	r.sh.Fail = func(err error) {
		if err != nil {
			t.Error(err)
		}
	}
	r.s = sitting.New(r.sh, r.desk)
	return r
}

// get reads a hearing from the file.
func (r *room) get(t testing.TB, id hearing.ID) hearing.Hearing {
	t.Helper()
	h, err := r.desk.Hearing(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// put stores a hearing changed, before it is opened.
func (r *room) put(t testing.TB, id hearing.ID, change func(*hearing.Hearing)) {
	t.Helper()
	h := r.get(t, id)
	change(&h)
	if _, err := r.desk.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
}

// fresh takes away what was recorded of the hearing.
func fresh(h *hearing.Hearing) {
	h.State, h.Opinions, h.Outcome = hearing.Ready, nil, hearing.Outcome{}
	h.Allowances, h.Supervision = hearing.Allowances{}, hearing.Supervision{}
	for i := range h.Participants {
		h.Participants[i].Attendance = hearing.Attendance{}
	}
}

func TestVerdicts(t *testing.T) {
	const q = "q"
	bench := func(n int, there ...hearing.Presence) hearing.Hearing {
		h := hearing.Hearing{Questions: []hearing.Question{{ID: q}}}
		for i := range n {
			p := hearing.Participant{ID: hearing.ID(fmt.Sprint(i)), Role: hearing.Officer}
			if i < len(there) {
				p.Attendance.Presence = there[i]
			}
			h.Participants = append(h.Participants, p)
		}
		return h
	}
	for _, c := range []struct {
		name    string
		h       hearing.Hearing
		stances string // a: agree, d: disagree, o: other; of each officer in turn
		want    string
	}{
		{"nobody yet", bench(3), "", "还没有意见"},
		{"5:0", bench(5), "aaaaa", "同意 5  不同意 0 — 多数意见：同意"},
		{"4:1", bench(5), "adaaa", "同意 4  不同意 1 — 多数意见：同意"},
		{"2:2", bench(4), "aadd", "2：2，没有多数意见"},
		{"two of three", bench(3, hearing.Present, hearing.Present, hearing.Present), "dd", "同意 0  不同意 2 — 多数意见：不同意（还有 1 人）"},
		{"open", bench(5, hearing.Present, hearing.Present, hearing.Present, hearing.Late, hearing.ByVideo), "ad", "同意 1  不同意 1，还有 3 人"},
		{"three ways", bench(3), "ado", "同意 1  不同意 1  其他意见 1，没有多数意见"},
		{"not more than half", bench(4), "aado", "同意 2  不同意 1  其他意见 1，没有多数意见"},
		{"an absent officer is out", bench(5, hearing.Present, hearing.Present, hearing.Present, hearing.Absent, hearing.Absent), "aaddd", "同意 2  不同意 1 — 多数意见：同意"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := c.h
			for i, s := range c.stances {
				stance := map[rune]hearing.Stance{'a': hearing.Agree, 'd': hearing.Disagree, 'o': hearing.Other}[s]
				outcome.EditOpinion(&h, hearing.ID(fmt.Sprint(i)), hearing.Ballot{Question: q}, func(o *hearing.Opinion) { o.Stance = stance })
			}
			if got := outcome.Verdict(h, hearing.Ballot{Question: q}); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestVerdictsOfTheExamples(t *testing.T) {
	r := newRoom(t, "2023-10-01 10:00")
	for _, c := range []struct{ hearing, question, want string }{
		{"h-e1", "h-e1-q1", "同意 5  不同意 0 — 多数意见：同意"},
		{"h-e1", "h-e1-q2", "同意 4  不同意 1 — 多数意见：同意"},
		{"h-e2", "h-e2-q3", "同意 0  不同意 3 — 多数意见：不同意"},
		{"h-e3", "h-e3-q1", "2：2，没有多数意见"},
		{"h-e3", "h-e3-q2", "同意 4  不同意 0 — 多数意见：同意"},
	} {
		if got := outcome.Verdict(r.get(t, hearing.ID(c.hearing)), hearing.Ballot{Question: hearing.ID(c.question)}); got != c.want {
			t.Errorf("%s: %q, want %q", c.question, got, c.want)
		}
	}
}

// TestOneWhoSpeaksIsThere holds that an opinion counts although nobody thought
// of recording that officer's presence, and that it makes no presence up where
// none is recorded.
func TestOneWhoSpeaksIsThere(t *testing.T) {
	r := newRoom(t, "2023-09-12 10:00")
	h := r.get(t, "h-e3")
	fresh(&h)
	outcome.SetStance(&h, "h-e3-o1", hearing.Ballot{Question: "h-e3-q1"}, hearing.Agree)
	if p, _ := h.Participant("h-e3-o1"); p.Attendance.Presence != "" {
		t.Errorf("made up: %v", p.Attendance)
	}
	outcome.SetPresence(&h, "h-e3-o2", hearing.Present, r.sh.Now(), words.Zone())
	outcome.SetStance(&h, "h-e3-o3", hearing.Ballot{Question: "h-e3-q1"}, hearing.Disagree)
	if p, _ := h.Participant("h-e3-o3"); p.Attendance.Presence != hearing.Present {
		t.Errorf("not there: %v", p.Attendance)
	}
	outcome.SetStance(&h, "h-e3-o3", hearing.Ballot{Question: "h-e3-q1"}, hearing.Disagree)
	if len(h.Opinions) != 1 {
		t.Errorf("the same again did not take it back: %v", h.Opinions)
	}
}

func TestPresence(t *testing.T) {
	zone := words.Zone()
	now := shown.At(t, "2023-07-18 09:12")
	start := shown.At(t, "2023-07-18 09:00")
	h := hearing.Hearing{Slot: hearing.Slot{Start: start}, State: hearing.Open, Participants: []hearing.Participant{
		{ID: "a"}, {ID: "b", Remote: true}, {ID: "c"}, {ID: "d", Alternate: true}}}
	outcome.SetPresence(&h, "c", hearing.Late, now, zone)
	if !h.Participants[2].Attendance.Arrived.Equal(now) {
		t.Errorf("late, arrived %v", h.Participants[2].Attendance)
	}
	if n := outcome.AllPresent(&h); n != 2 || h.Participants[0].Attendance.Presence != hearing.Present || h.Participants[1].Attendance.Presence != hearing.ByVideo || h.Participants[3].Attendance.Presence != "" {
		t.Errorf("all present: %d, %+v", n, h.Participants)
	}
	if here, open, all := outcome.Came(h); here != 3 || open != 0 || all != 3 {
		t.Errorf("came %d, open %d of %d", here, open, all)
	}
	outcome.SetPresence(&h, "c", hearing.Absent, now, zone)
	if a := h.Participants[2].Attendance; !a.Arrived.IsZero() || a.Presence != hearing.Absent {
		t.Errorf("absent, but %+v", a)
	}
	outcome.SetPresence(&h, "c", hearing.Absent, now, zone)
	if a := h.Participants[2].Attendance; a.Presence != "" {
		t.Errorf("not taken back: %+v", a)
	}
	h.State = hearing.Closed
	outcome.SetPresence(&h, "c", hearing.Late, now, zone)
	if a := h.Participants[2].Attendance; !a.Arrived.IsZero() {
		t.Errorf("recorded afterwards, but arrived %v", a.Arrived)
	}
}
