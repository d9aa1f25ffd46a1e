package schedule

import (
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/ui/shown"
)

func TestPicturesOfTheExamples(t *testing.T) {
	s := show(t, filled(t, "2023-07-18 10:20"), "2023-07-18 10:20", "")
	shown.Picture(t, s.w, "schedule-month")
	s.press(fyne.KeyW)
	shown.Picture(t, s.w, "schedule-week")
	s.press(fyne.KeyD)
	shown.Picture(t, s.w, "schedule-day")
	s.press(fyne.KeyL)
	shown.Picture(t, s.w, "schedule-list")
	if m := s.Object().MinSize(); m.Width > shown.Width || m.Height > shown.Height {
		t.Errorf("the page is %.0f × %.0f", m.Width, m.Height)
	}
}
