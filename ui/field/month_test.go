package field

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/words"
)

func TestMonthIsSaidInTheUsersLanguage(t *testing.T) {
	test.NewTempApp(t)
	t.Cleanup(func() { _ = words.Use(words.Chinese) })
	for _, c := range []struct{ language, shown, next string }{
		{words.Chinese, "2023年12月", "2024年1月"},
		{words.English, "December 2023", "January 2024"},
	} {
		if err := words.Use(c.language); err != nil {
			t.Fatal(err)
		}
		m := newMonth(time.Date(2023, 12, 18, 0, 0, 0, 0, time.UTC), nil)
		w := test.NewTempWindow(t, m)
		w.Resize(fyne.NewSize(300, 300))
		if m.head.Text != c.shown {
			t.Errorf("shows %q, want %q", m.head.Text, c.shown)
		}
		var turns []*widget.Button
		walk(test.WidgetRenderer(m).Objects(), func(b *widget.Button) { turns = append(turns, b) })
		test.Tap(turns[1])
		if m.head.Text != c.next {
			t.Errorf("turned on, it shows %q, want %q", m.head.Text, c.next)
		}
	}
}

func walk(all []fyne.CanvasObject, see func(*widget.Button)) {
	for _, o := range all {
		switch o := o.(type) {
		case *fyne.Container:
			walk(o.Objects, see)
		case *widget.Button:
			see(o)
		}
	}
}
