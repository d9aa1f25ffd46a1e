package storage_test

import (
	"errors"
	"testing"
	"time"

	"hearingdesk/hearing"
)

// TestManySessionsAreChangedTogether moves three hearings by a day: one takes the
// place that another leaves, which is no clash; undo takes all back at once; and
// where one of them clashes, none is changed.
func TestManySessionsAreChangedTogether(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	zone := time.FixedZone("CST", 8*60*60)
	room := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e1")).Room
	var before []hearing.Hearing
	for i, id := range []hearing.ID{"h-e1", "h-e2", "h-e3"} {
		h := must[hearing.Hearing](t)(d.Hearing(ctx, id))
		h.State, h.Room = hearing.Notifying, room
		h.Start = time.Date(2023, 8, 7+i, 9, 0, 0, 0, zone)
		h.End = h.Start.Add(2 * time.Hour)
		_ = must[hearing.Version](t)(d.SaveHearing(ctx, h))
		before = append(before, must[hearing.Hearing](t)(d.Hearing(ctx, id)))
	}
	var after []hearing.Hearing
	for _, h := range before {
		after = append(after, hearing.Sweep{Kind: hearing.SweepDays, Days: 1}.Hearing(h, before[0].Notice.PostedOn, zone))
	}
	if err := d.SaveSessions(ctx, after, nil); err != nil {
		t.Fatal(err)
	}
	for i, h := range before {
		if now := must[hearing.Hearing](t)(d.Hearing(ctx, h.ID)); now.Start.Day() != 8+i {
			t.Errorf("%s begins on %v", h.ID, now.Start)
		}
	}
	if _, err := d.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	for _, h := range before {
		if now := must[hearing.Hearing](t)(d.Hearing(ctx, h.ID)); !now.Start.Equal(h.Start) {
			t.Errorf("after undo %s begins on %v", h.ID, now.Start)
		}
	}
	// One of two only: it comes to where the other still is.
	one := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e1"))
	three := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e3"))
	sweep := hearing.Sweep{Kind: hearing.SweepDays, Days: 1}
	err := d.SaveSessions(ctx, []hearing.Hearing{sweep.Hearing(three, one.Notice.PostedOn, zone), sweep.Hearing(one, one.Notice.PostedOn, zone)}, nil)
	var clash *hearing.ClashError
	if !errors.As(err, &clash) || clash.Clashes[0].Session != "h-e2" {
		t.Fatalf("to where another is: %v", err)
	}
	if now := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e3")); !now.Start.Equal(three.Start) {
		t.Error("the other one was moved all the same")
	}
	// Both to one day: they take the room from one another.
	day := hearing.Sweep{Kind: hearing.SweepDay, Day: one.Notice.PostedOn.AddDays(40)}
	if err := d.SaveSessions(ctx, []hearing.Hearing{day.Hearing(one, one.Notice.PostedOn, zone), day.Hearing(three, one.Notice.PostedOn, zone)}, nil); !errors.As(err, &clash) {
		t.Errorf("two at one time: %v", err)
	}
}
