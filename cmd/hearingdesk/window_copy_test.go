package main

import (
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestACopyFromAReadOnlyWindow: where another machine holds the file, the window only reads
// it, shows that nothing can be changed, and makes a copy that lasts.
func TestACopyFromAReadOnlyWindow(t *testing.T) {
	d := newDisplay(t)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "demo.db")
	d.must(desk, "demo", "-db", file)
	o, err := optionsOf("甲机的人")
	if err != nil {
		t.Fatal(err)
	}
	o.Host = "甲机"
	other, err := storage.Open(t.Context(), file, o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }() // what counts is checked
	d.open("听证台（只读）", desk, "-db", file)
	d.sees("只读")
	d.until("a new hearing not to be offered", func() bool {
		for _, i := range d.outline() {
			if i.Text == "新建听证会" && i.Kind == "Button" {
				return i.Off
			}
		}
		return false
	})
	if _, err := other.SavePerson(t.Context(), hearing.Person{ID: "p-late", Name: "后来的人"}); err != nil {
		t.Fatal(err)
	}
	d.key("ctrl+7")
	d.click("备份")
	d.click("立即备份")
	d.sees("已备份到 " + storage.Backups(file))
	d.picture("copy-read-only")
	d.quit()
	made, err := storage.Copies(file, storage.Backups(file))
	if err != nil || len(made) != 1 {
		t.Fatalf("%d copies, %v", len(made), err)
	}
	o.Host = "乙机"
	is, err := storage.Open(t.Context(), made[0].File, o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = is.Close() }() // it was only read
	if _, err := is.Person(t.Context(), "p-late"); err != nil {
		t.Errorf("the copy is not of what was on the disk: %v", err)
	}
}
