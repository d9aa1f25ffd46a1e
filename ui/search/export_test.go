package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// Nothing is the room of the text that nothing was found.
func Nothing(b *Box) fyne.Size { return b.none.Size() }

// Fields are those for who takes part and for a filter's name, and the button that
// keeps one.
func Fields(b *Box) (person, name *widget.Entry, keep *widget.Button) {
	for _, o := range test.LaidOutObjects(b.popup) {
		if w, ok := o.(*widget.Button); ok && w.Text == "保存筛选" {
			keep = w
		}
	}
	return &b.filter.person.Entry, &b.filter.name.Entry, keep
}
