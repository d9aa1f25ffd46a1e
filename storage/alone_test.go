package storage_test

import (
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
)

// TestADeskStaysInUse does what a window does with an open desk. On Unix whoever opens a file
// past SQLite and closes it gives up SQLite's locks on it: another program would then take
// itself for the last one that uses the file and remove its log, with all that is saved from
// then on.
func TestADeskStaysInUse(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := d.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "q", Name: "后来"}))
	must[string](t)(d.SetPassphrase(ctx, winter))
	usb := filepath.Join(t.TempDir(), "usb")
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"it asks what a restore would change", func() error {
			list, err := d.Differences(ctx, backup, "")
			if len(list) != 1 {
				t.Errorf("a restore would do %+v", list)
			}
			return err
		}},
		{"it makes a copy", func() error { _, err := d.Keep(ctx, ""); return err }},
		{"it makes a locked copy", func() error { _, err := d.KeepLocked(ctx, usb); return err }},
		{"it makes a backup", func() error { return d.Backup(ctx, filepath.Join(t.TempDir(), "copy.db")) }},
		{"it lists its copies", func() error { _, err := d.Copies(ctx, ""); return err }},
		{"it keeps a scan", func() error { kept(t, d, heavy); return nil }},
		{"it sends a bundle", func() error { _, err := d.Bundle(ctx); return err }},
		{"it finishes its index", func() error { return d.FinishIndex(ctx, func(int, int) {}) }},
		{"it undoes", func() error { _, err := d.Undo(ctx); return err }},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if said, ok := start(t, "alone", d.Path()).says(); !ok || said != "not alone" {
			t.Fatalf("when %s, another program is %q with the file", step.name, said)
		}
	}
}
