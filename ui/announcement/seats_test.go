package announcement_test

import (
	"testing"

	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestSeatsOfACeremony shows who sits where at an announcement.
func TestSeatsOfACeremony(t *testing.T) {
	p, sh, told, _ := page(t, shown.Examples(t, now))
	p.Show(place("a-e1", "seats"))
	picture(t, sh, "announcement-seats")
	if !shown.Reads(sh.Window, "人就座") {
		t.Error("nobody sits")
	}
	shown.Press(t, sh.Window, "打印座位图")
	if w := told.Went; len(w) != 1 || w[0].Kind != shell.Announcement || w[0].Paper != "14c" {
		t.Errorf("went %+v", w)
	}
}
