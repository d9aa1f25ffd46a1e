package field_test

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/shown"
)

// TestWhoTypesGoesOnAtTheEnd: the form is shown anew while half a date stands
// there, the stored date first and then what is typed.
func TestWhoTypesGoesOnAtTheEnd(t *testing.T) {
	shown.Window(t, widget.NewLabel(""))
	was := calendar.NewDate(2026, 11, 29)
	got := ""
	d := field.NewDate(calendar.Date{}, was, func(typed string, _ calendar.Date, _ error) { got = typed })
	w := shown.Window(t, d.Object())
	d.Focus()
	typing := w.Canvas().Focused()
	test.Type(typing, "202")
	d.Set(was)
	d.SetText("202")
	test.Type(typing, "3-06-13")
	if got != "2023-06-13" {
		t.Errorf("the field holds %q", got)
	}
}
