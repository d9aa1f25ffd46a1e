package edit_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

func (w *window) title(s string) { w.Change("title", func(h *hearing.Hearing) { h.Title = s }) }
func (w *window) note(s string)  { w.Change("note", func(h *hearing.Hearing) { h.Note = s }) }

// others changes the hearing from elsewhere.
func others(t *testing.T, d *storage.Desk, change func(*hearing.Hearing)) {
	t.Helper()
	h := stored(t, d, "h1")
	change(&h)
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
}

func undo(t *testing.T, d *storage.Desk) {
	t.Helper()
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
}
