package storage_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestALogFromBeforeItWasPacked opens a file whose logs hold their texts as they are:
// it is sound, nothing of it is written anew, and what comes behind is packed.
func TestALogFromBeforeItWasPacked(t *testing.T) {
	ctx := t.Context()
	file := olderFile(t, "testdata/v20.db.gz")
	sound := func() {
		t.Helper()
		if found := must[[]storage.Damage](t)(storage.Verify(ctx, file)); len(found) > 0 {
			t.Fatalf("it has %+v", found)
		}
	}
	sound()
	links, last, err := head(t, file)
	if err != nil || links == 0 {
		t.Fatalf("%d links, %v", links, err)
	}
	d := open(t, file)
	if n, hash, err := head(t, file); err != nil || n != links || hash != last {
		t.Errorf("%d links to %s, there were %d to %s (%v)", n, hash, links, last, err)
	}
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h1"))
	h.Note = "改到下午"
	must[hearing.Version](t)(d.SaveHearing(ctx, h))
	changes := must[[]hearing.Change](t)(d.History(ctx, hearing.NounHearing, "h1"))
	if len(changes) != 2 || len(changes[1].Before) > 0 || string(changes[1].After) != string(changes[0].Before) || string(changes[0].After) == string(changes[0].Before) {
		t.Errorf("its history is %+v", changes)
	}
	must[hearing.Change](t)(d.Undo(ctx))
	if now := must[hearing.Hearing](t)(d.Hearing(ctx, "h1")); now.Note != "" {
		t.Errorf("undone it says %q", now.Note)
	}
	text := must[hearing.Transcript](t)(d.Transcript(ctx, "h1"))
	if len(text.Entries) != 10 {
		t.Fatalf("its transcript has %d entries", len(text.Entries))
	}
	e := said(1, "new", text.Entries[9].To.ID, "还有一点。")
	e.At = text.Entries[9].At.Add(1)
	if err := d.AddToTranscript(ctx, "h1", e); err != nil {
		t.Fatal(err)
	}
	if text = must[hearing.Transcript](t)(d.Transcript(ctx, "h1")); len(text.Entries) != 11 || text.Entries[10].To.Text != "还有一点。" {
		t.Errorf("its transcript is %+v", text.Entries)
	}
	sound()
}
