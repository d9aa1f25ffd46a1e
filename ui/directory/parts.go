package directory

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
)

// Part is the head of a part of the form below its fields: a line across, the
// title, and what can be done there.
func Part(title string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(4), container.New(layout.NewCustomPaddedLayout(8, 2, 0, 0), widget.NewSeparator()),
		container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(buttons...)), look.Subheading(title)))
}

// Link is a line that opens something: a button whose text is cut where the
// room ends.
func Link(title, detail string, open func()) fyne.CanvasObject {
	name := widget.NewLabel(title)
	name.Truncation = fyne.TextTruncateEllipsis
	right := widget.NewLabel(detail)
	right.Importance = widget.LowImportance
	return look.NewPress(container.NewBorder(nil, nil, nil, right, name), open)
}
