package storage_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
)

// TestThePoolIsWhole: everybody of the pool, with unit, services and clashes,
// and nobody else.
func TestThePoolIsWhole(t *testing.T) {
	d := filled(t)
	ctx := t.Context()
	for i := range 8 { // one who serves often, the last time at the same hour
		start := time.Date(2023, 2, 1+i, 9, 0, 0, 0, noon.Location())
		if i == 7 {
			start = time.Date(2023, 7, 18, 8, 0, 0, 0, noon.Location())
		}
		h := hearing.Hearing{ID: hearing.ID("busy-" + string(rune('a'+i))), Slot: hearing.Slot{Start: start, End: start.Add(2 * time.Hour)},
			Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "p-he"}}}
		must[hearing.Version](t)(d.SaveHearing(ctx, h))
	}
	p := must[hearing.OfficerPool](t)(d.Pool(ctx, "h-e1"))
	want := 0
	for _, who := range must[[]hearing.Person](t)(d.People(ctx, "", 100000)) {
		if who.Pool != "" {
			want++
			if _, known := p.Dossier.Organisations[who.Organisation]; who.Organisation != "" && !known {
				t.Errorf("the unit of %s is not there", who.Name)
			}
			if !slices.Contains(p.Members, who.ID) {
				t.Errorf("%s is not in the pool", who.Name)
			}
		}
	}
	if len(p.Members) != want || want < 5 {
		t.Errorf("%d members, want %d", len(p.Members), want)
	}
	if n := p.Dossier.Earlier["p-he"]; n != 7 {
		t.Errorf("served %d times, want 7", n)
	}
	if len(p.Dossier.Clashes) != 1 || p.Dossier.Clashes[0].Who != "p-he" {
		t.Errorf("clashes %+v", p.Dossier.Clashes)
	}
	if _, err := d.Pool(ctx, "a-e1"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("of an announcement: %v", err)
	}
}

func TestADrawStays(t *testing.T) {
	d := filled(t)
	ctx := t.Context()
	made := must[hearing.Draw](t)(draw.Make(hearing.Draw{ID: "d", At: noon, Operator: "许晚", Witness: "吴敏", Day: calendar.NewDate(2023, 7, 18), Officers: 1, Alternates: 1,
		Pool: []hearing.DrawCandidate{{Person: "p-he", Name: "何晓芸"}, {Person: "p-zhao", Name: "赵建国"}, {Person: "p-left", Name: "已删"}}, Seed: "20230710", SeedSource: hearing.SeedPublic}))
	bare := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e3"))
	bare.ID, bare.Version, bare.Draws, bare.Slot = "bare", 0, nil, hearing.Slot{} // as before anybody was drawn
	must[hearing.Version](t)(d.SaveHearing(ctx, bare))
	before := must[hearing.Package](t)(d.Export(ctx, "bare"))
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "bare"))
	h.Draws = []hearing.Draw{made}
	h.Version = must[hearing.Version](t)(d.SaveHearing(ctx, h))
	read := must[hearing.Hearing](t)(d.Hearing(ctx, "bare"))
	if len(read.Draws) != 1 || !draw.True(read.Draws[0]) || len(h.Rewritten(read)) > 0 {
		t.Fatalf("stored %+v", read.Draws)
	}
	forged := h
	forged.Draws = []hearing.Draw{made}
	forged.Draws[0].Witness = "钱某"
	var faults hearing.FieldErrors
	if _, err := d.SaveHearing(ctx, forged); !errors.As(err, &faults) || faults[0].Path != "draws[0]" {
		t.Errorf("rewritten: %v", err)
	}
	if _, err := d.Import(ctx, before); !errors.As(err, &faults) || faults[0].Code != "drawn" {
		t.Errorf("a package from before: %v", err)
	}
	h, ok := h.WithAnswer("d", hearing.DrawAnswer{N: made.Drawn[0], On: calendar.NewDate(2023, 7, 11), Reply: hearing.ReplyBusy}, calendar.NewDate(2023, 7, 11))
	if !ok {
		t.Fatal("no answer")
	}
	must[hearing.Version](t)(d.SaveHearing(ctx, h))
	for range 2 { // the answer, and the draw itself
		must[hearing.Change](t)(d.Undo(ctx))
	}
	if back := must[hearing.Hearing](t)(d.Hearing(ctx, "bare")); len(back.Draws) != 0 {
		t.Error("undo leaves the draw")
	}
	must[hearing.Change](t)(d.Redo(ctx))
	if back := must[hearing.Hearing](t)(d.Hearing(ctx, "bare")); len(back.Draws) != 1 || len(back.Draws[0].Answers) != 0 {
		t.Error("redo does not bring it back")
	}
}
