package form

import (
	"fyne.io/fyne/v2"

	"hearingdesk/ui/field"
)

// Custom binds a control that the form has no kind for, and sets its label
// beside it; show shows the record in it.
func (f *Form[T]) Custom(name, label string, c field.Control, show func(T)) fyne.CanvasObject {
	return f.row(name, label, c, show)
}

// Follow calls show whenever the record is shown, for what is no field.
func (f *Form[T]) Follow(show func(T)) { f.bind("", "", nil, show) }
