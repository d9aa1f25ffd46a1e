package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/recorder"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestAClosedHearingOfAMinor: at the desk stands that it is closed; the wall names
// nobody and no case, whoever speaks; it may not be streamed, and nobody gets a pass.
func TestAClosedHearingOfAMinor(t *testing.T) {
	desk, h := closed(t)
	sh, told := shown.Shell(t, "2023-06-27 14:40")
	page := recorder.New(sh, desk, shown.NewPress, screens(sh))
	shown.Show(sh, page.Object())
	page.Show(shell.Place{Kind: shell.Recorder, ID: h.ID})
	if !slices.Contains(drawn(sh.Window.Content()), "不公开　不得录播、不得外传") {
		t.Error("the desk does not say that it is closed")
	}
	shown.Press(t, sh.Window, "投影")
	d, err := desk.Dossier(t.Context(), h.ID)
	if err != nil {
		t.Fatal(err)
	}
	m := page.(interface{ Model() *recorder.Model }).Model()
	for range 6 { // to where everybody is heard
		sh.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierControl})
	}
	if m.At() != 5 {
		t.Fatalf("the hearing is in step %d", m.At())
	}
	for i := range m.Seated() {
		m.Call(i)
		for _, text := range wall(t, sh.Window) {
			for _, p := range d.People {
				if strings.Contains(text, p.Name) {
					t.Errorf("while %d speaks the wall says %q", i, text)
				}
			}
			if strings.Contains(text, "赡养") {
				t.Errorf("the wall says %q", text)
			}
		}
	}
	shown.Picture(t, sh.Window, "closed-recorder")
	found, err := shown.Check(t)(d, sh.Now())
	if err != nil {
		t.Fatal(err)
	}
	barred := false
	for _, f := range found {
		barred = barred || f.Severity == hearing.Blocked && strings.Contains(f.Text, "直播")
	}
	if !barred {
		t.Error("nothing stands in the way of streaming it")
	}
	press, err := shown.NewPress()
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range press.Plan(d) {
		if item.Number == "15a" || item.Number == "15b" || item.Number == "06" {
			t.Errorf("there is a paper %s of a closed hearing", item.Number)
		}
	}
	told.Clean(t)
}

// closed is a desk with a hearing of a minor, which is being held behind closed doors
// and was to be streamed.
func closed(t *testing.T) (*storage.Desk, hearing.Hearing) {
	t.Helper()
	desk := shown.Examples(t, "2023-06-27 14:40")
	of, err := desk.Case(t.Context(), "c-e2")
	if err != nil {
		t.Fatal(err)
	}
	of.Parties[0].Minor, of.PublicCause = true, ""
	if _, err := desk.SaveCase(t.Context(), of); err != nil {
		t.Fatal(err)
	}
	h, err := desk.Hearing(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	h.State, h.Openness, h.Outcome, h.Opinions = hearing.Open, hearing.NotOpen, hearing.Outcome{}, nil
	h.Forms = append(h.Forms, hearing.Streamed)
	if _, err := desk.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	return desk, h
}

// wall are the texts of the window for the wall, which is kept as a picture.
func wall(t *testing.T, desk fyne.Window) []string {
	t.Helper()
	var out []string
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w == desk {
			continue
		}
		out = append(out, drawn(w.Content())...)
		shown.Picture(t, w, "closed-wall")
	}
	if len(out) == 0 {
		t.Fatal("there is no wall, or it is empty")
	}
	return out
}

// drawn are the texts that something draws.
func drawn(o fyne.CanvasObject) []string {
	var out []string
	shown.Walk(o, func(o fyne.CanvasObject) {
		if x, ok := o.(*canvas.Text); ok {
			out = append(out, x.Text)
		}
	})
	return out
}
