package storage_test

import (
	"context"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/sample"
	"hearingdesk/storage"
)

// invented is a desk of so many hearings.
func invented(t testing.TB, n int) *storage.Desk {
	t.Helper()
	d := open(t, filepath.Join(t.TempDir(), "invented.db"))
	for p := range (sample.Office{Hearings: n, Today: july, Zone: noon.Location()}).Packages() {
		if err := d.Fill(context.WithoutCancel(t.Context()), p); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// TestAnInventedDesk holds that a desk which is filled part by part is as sound as
// one that was typed: nothing names what is not there, nobody is in two places.
func TestAnInventedDesk(t *testing.T) {
	d := invented(t, 1000)
	p := must[hearing.Package](t)(d.Export(t.Context()))
	seats, spoken := 0, 0
	for _, h := range p.Hearings {
		seats += len(h.Participants)
		if c := must[[]hearing.Clash](t)(d.Clashes(t.Context(), h.Session(nil))); len(c) > 0 {
			t.Errorf("%s clashes: %+v", h.ID, c)
		}
	}
	for _, x := range p.Transcripts {
		spoken += len(x.Entries)
	}
	if len(p.Hearings) != 1000 || seats != 8000 || spoken < 9500 || spoken > 10_000 || len(p.Dangling()) > 0 {
		t.Errorf("%d hearings, %d seats, %d passages, %d loose ends", len(p.Hearings), seats, spoken, len(p.Dangling()))
	}
	whole(t, d.Path())
}
