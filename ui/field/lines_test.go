package field_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/ui/field"
)

// TestLinesByTheKeyboard types questions as a clerk does: Enter makes the next,
// Backspace in an empty one goes back.
func TestLinesByTheKeyboard(t *testing.T) {
	test.NewTempApp(t)
	n, got := 0, ""
	l := field.NewLines(nil, "", func() string { n++; return strconv.Itoa(n) }, func(v []field.Line) {
		texts := make([]string, len(v))
		for i, x := range v {
			texts[i] = x.Text
		}
		got = strings.Join(texts, "|")
	})
	w := test.NewTempWindow(t, l.Object())
	l.Set(nil) // shown anew, as after a save
	c := w.Canvas()
	c.FocusNext()
	key := func(k fyne.KeyName) { c.Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	write := func(s string) {
		for _, r := range s {
			c.Focused().TypedRune(r)
		}
	}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { write("甲") }, "甲"},
		{func() { key(fyne.KeyReturn); write("乙") }, "甲|乙"},
		{func() { key(fyne.KeyReturn) }, "甲|乙"}, // an empty row is not told
		{func() { gone := c.Focused(); key(fyne.KeyBackspace); gone.TypedRune('丁') }, "甲|乙"},
		{func() { write("丙") }, "甲|乙丙"}, // the cursor is back in the second
		{func() { l.Set([]field.Line{{Key: "x", Text: "一"}}); c.FocusNext() }, "甲|乙丙"},
	} {
		if step.do(); got != step.want {
			t.Errorf("told %q, want %q", got, step.want)
		}
	}
}
