package shown

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Choose takes an option of the choice beside a label.
func Choose(t testing.TB, w fyne.Window, label, option string) {
	t.Helper()
	s, ok := Field(t, w, label).(*widget.Select)
	if !ok || !slices.Contains(s.Options, option) {
		t.Fatalf("%q cannot be chosen beside %q", option, label)
	}
	s.SetSelected(option)
}

// ChooseFirst takes an option of the first choice that has it.
func ChooseFirst(t testing.TB, w fyne.Window, option string) {
	t.Helper()
	var found *widget.Select
	Walk(w.Content(), func(o fyne.CanvasObject) {
		if s, ok := o.(*widget.Select); ok && found == nil && slices.Contains(s.Options, option) {
			found = s
		}
	})
	if found == nil {
		t.Fatalf("no choice offers %q", option)
	}
	found.SetSelected(option)
}

// Tick takes one of the buttons beside a label of which one is taken.
func Tick(t testing.TB, w fyne.Window, label, option string) {
	t.Helper()
	var found *widget.RadioGroup
	Walk(w.Content(), func(o fyne.CanvasObject) {
		if r, ok := o.(*widget.RadioGroup); ok && found == nil && slices.Contains(r.Options, option) {
			found = r
		}
	})
	if found == nil {
		t.Fatalf("%q cannot be taken beside %q", option, label)
	}
	found.SetSelected(option)
}
