package main

import (
	"path/filepath"
	"testing"
)

// TestTheScreensInEnglish opens the pages with most words on them in an English
// window and keeps a picture of each.
func TestTheScreensInEnglish(t *testing.T) {
	d := newDisplay(t)
	d.env = append(d.env, "LC_ALL=en_US.UTF-8", "LANG=en_US.UTF-8")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "demo.desk")
	d.must(desk, "demo", "-db", file)
	d.open("Hearing Desk", desk, "-db", file)
	d.key("ctrl+7")
	d.click("Papers")
	d.click("07a 听证会通知书")
	d.sees("No faults")
	d.click("Editions")
	d.sees("Put back in force")
	d.picture("english-editions")
	d.click("About")
	d.picture("english-about")
	d.click("Enclosures")
	d.picture("english-enclosures")
	d.key("ctrl+3")
	d.click("督促整治电动自行车消防")
	d.click("督促整治电动自行车消防安全隐患行政公益诉讼案听证会")
	d.click("Seats")
	d.sees(" seated")
	d.picture("english-seats")
	d.click("Volumes")
	d.sees("Put in a scan…")
	d.picture("english-volumes")
	d.key("ctrl+2")
	d.click("Change many")
	d.sees("Why")
	d.picture("english-sweep")
}
