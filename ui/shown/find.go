package shown

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// Walk tells every visible object of a tree, the parts of widgets too.
func Walk(o fyne.CanvasObject, tell func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	tell(o)
	switch v := o.(type) {
	case *fyne.Container:
		for _, x := range v.Objects {
			Walk(x, tell)
		}
	case *container.Scroll:
		Walk(v.Content, tell)
	case fyne.Widget:
		for _, x := range test.WidgetRenderer(v).Objects() {
			Walk(x, tell)
		}
	}
}

// Field returns the first field that stands beside a label: what takes the
// keyboard there.
func Field(t testing.TB, w fyne.Window, label string) fyne.Focusable {
	t.Helper()
	var row *fyne.Container
	var found fyne.Focusable
	Walk(w.Content(), func(o fyne.CanvasObject) {
		c, ok := o.(*fyne.Container)
		if !ok || row != nil || len(c.Objects) != 2 {
			return
		}
		if l, ok := c.Objects[0].(*widget.Label); ok && l.Text == label {
			row = c
		}
	})
	if row == nil {
		t.Fatalf("no field beside %q", label)
	}
	Walk(row.Objects[1], func(o fyne.CanvasObject) {
		if f, ok := o.(fyne.Focusable); ok && found == nil {
			found = f
		}
	})
	if found == nil {
		t.Fatalf("nothing to type into beside %q", label)
	}
	return found
}

// Type types into the field beside a label, after what stands there.
func Type(t testing.TB, w fyne.Window, label, text string) {
	t.Helper()
	f := Field(t, w, label)
	w.Canvas().Focus(f)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	test.Type(f, text)
}

// buttons returns every button of a text.
func buttons(t testing.TB, w fyne.Window, text string) []*widget.Button {
	t.Helper()
	var found []*widget.Button
	Walk(w.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Text == text {
			found = append(found, b)
		}
	})
	if len(found) == 0 {
		t.Fatalf("no button %q", text)
	}
	return found
}

// Press taps the first button of a text.
func Press(t testing.TB, w fyne.Window, text string) {
	t.Helper()
	test.Tap(buttons(t, w, text)[0])
}

// Button returns the last button of a text.
func Button(t testing.TB, w fyne.Window, text string) *widget.Button {
	t.Helper()
	found := buttons(t, w, text)
	return found[len(found)-1]
}

// Reads reports whether the window shows a text, as a part of a line.
func Reads(w fyne.Window, text string) bool {
	found := false
	Walk(w.Content(), func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *widget.Label:
			found = found || strings.Contains(v.Text, text)
		case *widget.Button:
			found = found || strings.Contains(v.Text, text)
		}
	})
	return found
}

// Enter presses Enter in the field beside a label.
func Enter(t testing.TB, w fyne.Window, label string) {
	t.Helper()
	Field(t, w, label).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// Text returns what stands in the field beside a label.
func Text(t testing.TB, w fyne.Window, label string) string {
	t.Helper()
	return textOf(t, Field(t, w, label))
}

// Focused returns what stands in the field that has the cursor.
func Focused(t testing.TB, w fyne.Window) string {
	t.Helper()
	return textOf(t, w.Canvas().Focused())
}

func textOf(t testing.TB, f fyne.Focusable) string {
	t.Helper()
	if f == nil {
		t.Fatal("nothing has the cursor")
	}
	text := reflect.Indirect(reflect.ValueOf(f)).FieldByName("Text") // of the entry that each field embeds
	if !text.IsValid() {
		t.Fatalf("there is no text in %T", f)
	}
	return text.String()
}

// Clean fails the test where the page told the window of an error.
func (told *Told) Clean(t testing.TB) {
	t.Helper()
	for _, err := range told.Failed {
		t.Error(err)
	}
}

// Clear takes away what stands in the field beside a label, as a user does who
// marks all of it.
func Clear(t testing.TB, w fyne.Window, label string) {
	t.Helper()
	f := Field(t, w, label)
	w.Canvas().Focus(f)
	if s, ok := f.(fyne.Shortcutable); ok {
		s.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
}
