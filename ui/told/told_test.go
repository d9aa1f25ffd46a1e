package told_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/told"
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

// newRoom opens a desk with the worked examples, at a day's noon.
func newRoom(t testing.TB, day string) *room {
	t.Helper()
	if err := words.Use(words.Chinese); err != nil {
		t.Fatal(err)
	}
	r := &room{desk: shown.Examples(t, day+" 12:00")}
	r.sh, _ = shown.Shell(t, day+" 12:00")
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

// put stores a hearing changed, before it is opened.
func (r *room) put(t testing.TB, id hearing.ID, change func(*hearing.Hearing)) {
	t.Helper()
	h, err := r.desk.Hearing(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	change(&h)
	if _, err := r.desk.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
}

// crowd fills a hearing up to n residents with long names.
func (r *room) crowd(t testing.TB, id hearing.ID, n int) {
	t.Helper()
	r.put(t, id, func(h *hearing.Hearing) {
		for i := len(h.Participants); i < n; i++ {
			who := hearing.ID(fmt.Sprintf("crowd-%d", i))
			name := fmt.Sprintf("阿卜杜热合曼·买买提依明·图尔荪江·艾合买提江·吾买尔江·古丽巴哈尔%02d", i)
			if _, err := r.desk.SavePerson(t.Context(), hearing.Person{ID: who, Name: name}); err != nil {
				t.Fatal(err)
			}
			h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("c-%d", i)), Role: hearing.Resident, Person: who})
		}
	})
}

func (r *room) rows(t testing.TB, day string, p told.Purpose) ([]told.Row, told.Limit) {
	t.Helper()
	today, err := calendar.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	h := r.s.Value()
	l := told.LimitOf(h, r.s.Dossier, r.sh.Days, p)
	return told.Rows(h, r.s.Dossier, l, today, p), l
}

func TestRowsOfTheExamples(t *testing.T) {
	for _, c := range []struct {
		name, hearing, today string
		purpose              told.Purpose
		hard, advise         string
		want                 map[hearing.ID]told.Status
		change               func(*hearing.Hearing)
	}{
		{name: "E1: green, amber, cleared by a waiver", hearing: "h-e1", today: "2023-07-17", hard: "2023-07-15", advise: "2023-07-14",
			want: map[hearing.ID]told.Status{"h-e1-a1": told.InTime, "h-e1-a2": told.Tight, "h-e1-a3": told.Waived}},
		{name: "E1 without the waiver", hearing: "h-e1", today: "2023-07-17", hard: "2023-07-15", advise: "2023-07-14",
			want:   map[hearing.ID]told.Status{"h-e1-a3": told.Late},
			change: func(h *hearing.Hearing) { told.With(h, "h-e1-a3", func(p *hearing.Participant) { p.Waiver = nil }) }},
		{name: "E2: a call, then the post", hearing: "h-e2", today: "2023-06-20", hard: "2023-06-24", advise: "2023-06-21",
			want: map[hearing.ID]told.Status{"h-e2-p3": told.InTime, "h-e2-n1": told.InTime}},
		{name: "E2: the post is on its way", hearing: "h-e2", today: "2023-06-20", hard: "2023-06-24", advise: "2023-06-21",
			want: map[hearing.ID]told.Status{"h-e2-p3": told.Posted},
			change: func(h *hearing.Hearing) {
				told.Edit(h, "h-e2-p3", 1, func(t *hearing.Told) { t.ReceivedOn = calendar.Date{} })
			}},
		{name: "nobody told: the day advised, the day after, the last day, the day after", hearing: "h-e1", today: "2023-07-14", hard: "2023-07-15", advise: "2023-07-14",
			want: map[hearing.ID]told.Status{"h-e1-o1": told.Waiting}, change: untold},
		{name: "one day later", hearing: "h-e1", today: "2023-07-15", hard: "2023-07-15", advise: "2023-07-14",
			want: map[hearing.ID]told.Status{"h-e1-o1": told.Soon}, change: untold},
		{name: "two days later", hearing: "h-e1", today: "2023-07-16", hard: "2023-07-15", advise: "2023-07-14",
			want: map[hearing.ID]told.Status{"h-e1-o1": told.Missing}, change: untold},
		{name: "no time yet", hearing: "h-e1", today: "2023-07-16", want: map[hearing.ID]told.Status{"h-e1-o1": told.InTime},
			change: func(h *hearing.Hearing) { h.Slot = hearing.Slot{} }},
		{name: "officers of the result", hearing: "h-e1", today: "2023-08-01", purpose: told.OfResult, hard: "2023-08-02", advise: "2023-08-02",
			want: map[hearing.ID]told.Status{"h-e1-o1": told.InTime}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRoom(t, c.today)
			if c.change != nil {
				r.put(t, hearing.ID(c.hearing), c.change)
			}
			r.s.Open(hearing.ID(c.hearing))
			rows, l := r.rows(t, c.today, c.purpose)
			if l.Hard.String() != c.hard || l.Advise.String() != c.advise {
				t.Errorf("limit %v %v, want %v %v", l.Hard, l.Advise, c.hard, c.advise)
			}
			for _, row := range rows {
				if want, ok := c.want[row.ID]; ok && row.Status != want {
					t.Errorf("%s %s: status %v, want %v", row.ID, row.Name, row.Status, want)
				}
				delete(c.want, row.ID)
			}
			if len(c.want) > 0 {
				t.Errorf("not listed: %v", c.want)
			}
		})
	}
}

func untold(h *hearing.Hearing) {
	for i := range h.Participants {
		h.Participants[i].Told, h.Participants[i].Waiver = nil, nil
	}
}

// TestAMovedHearingIsToldAgain holds that a record of an earlier time does not
// count, that the row says so, and that telling everybody again is one undo.
func TestAMovedHearingIsToldAgain(t *testing.T) {
	r := newRoom(t, "2023-07-12")
	r.put(t, "h-e1", untold)
	r.s.Open("h-e1")
	today := r.s.Today()
	var all []hearing.ID
	for _, p := range r.s.Value().Participants {
		all = append(all, p.ID)
	}
	by := func(day calendar.Date) hearing.Told {
		return hearing.Told{SentOn: day, ReceivedOn: day, Method: hearing.ByPhone, By: "p-xu"}
	}
	r.s.Change("told", func(h *hearing.Hearing) { told.Tell(h, all, by(today), told.OfHearing) })
	r.s.Change("slot", func(h *hearing.Hearing) {
		h.Start, h.End = h.Start.AddDate(0, 0, 7), h.End.AddDate(0, 0, 7)
	})
	rows, _ := r.rows(t, "2023-07-12", told.OfHearing)
	for _, row := range rows {
		if !row.Again || row.Status != told.Waiting {
			t.Fatalf("after the move %+v", row)
		}
	}
	r.s.Change("told", func(h *hearing.Hearing) { told.Tell(h, all, by(today.AddDays(1)), told.OfHearing) })
	rows, _ = r.rows(t, "2023-07-12", told.OfHearing)
	if rows[0].Again || rows[0].Status != told.InTime || rows[0].Count != 2 {
		t.Errorf("told again: %+v", rows[0])
	}
	if _, err := r.desk.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	h, err := r.desk.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range h.Participants {
		if len(p.Told) != 1 {
			t.Errorf("one undo left %d records of %s", len(p.Told), p.ID)
		}
	}
}

func TestReceiptsAndRemoving(t *testing.T) {
	day := calendar.NewDate(2023, time.June, 19)
	h := hearing.Hearing{Participants: []hearing.Participant{
		{ID: "a", Told: []hearing.Told{{SentOn: day.AddDays(-4), ReceivedOn: day.AddDays(-4)}, {SentOn: day.AddDays(-3), Method: hearing.ByPost}}},
		{ID: "b", Told: []hearing.Told{{SentOn: day, ReceivedOn: day}}},
		{ID: "c", Told: []hearing.Told{{Document: "20", SentOn: day}}},
	}}
	if n := told.Receive(&h, []hearing.ID{"a", "b", "c"}, day, told.OfHearing); n != 1 || h.Participants[0].Told[1].ReceivedOn != day {
		t.Errorf("received %d: %+v", n, h.Participants[0].Told)
	}
	if n := told.Receive(&h, []hearing.ID{"c"}, day.AddDays(-1), told.OfResult); n != 0 {
		t.Error("received before it was sent")
	}
	told.Remove(&h, "a", 0)
	told.Remove(&h, "a", 7)
	if got := h.Participants[0].Told; len(got) != 1 || got[0].Method != hearing.ByPost {
		t.Errorf("removed: %+v", got)
	}
	for _, m := range hearing.TellMethods {
		late := []hearing.TellMethod{hearing.ByPost, hearing.ByTheBureau, hearing.ByNotice}
		if told.AtOnce(m) == slices.Contains(late, m) {
			t.Errorf("%s at once: %v", m, told.AtOnce(m))
		}
	}
}
