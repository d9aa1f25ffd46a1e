package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/words"
)

// Heading is a page's title.
func Heading(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName = theme.SizeNameHeadingText
	l.TextStyle.Bold = true
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// Subheading is the title of a part of a page.
func Subheading(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName = theme.SizeNameSubHeadingText
	l.TextStyle.Bold = true
	return l
}

// Hint is a grey line that explains.
func Hint(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	l.Wrapping = words.Wrap()
	return l
}

// Empty is what a list shows that has nothing: what would stand here, and the
// buttons that put something there, of which one may be nil.
func Empty(text string, actions ...*widget.Button) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	l.Alignment = fyne.TextAlignCenter
	l.Wrapping = words.Wrap()
	box := container.NewVBox(l)
	row := container.NewHBox()
	for _, a := range actions {
		if a != nil {
			row.Add(a)
		}
	}
	if len(row.Objects) > 0 {
		box.Add(container.NewCenter(row))
	}
	return container.NewPadded(container.NewVBox(layout.NewSpacer(), box, layout.NewSpacer()))
}

// Chip is a short word on a tinted ground: a state, a form.
func Chip(text string, tint fyne.ThemeColorName) fyne.CanvasObject {
	t := canvas.NewText(text, theme.Color(tint))
	t.TextSize = theme.CaptionTextSize()
	r, g, b, _ := theme.Color(tint).RGBA()
	ground := canvas.NewRectangle(color.NRGBA{R: uint8(r >> 8 & 0xFF), G: uint8(g >> 8 & 0xFF), B: uint8(b >> 8 & 0xFF), A: 0x1C})
	ground.CornerRadius = 4
	return container.NewCenter(container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(1, 1, 6, 6), t)))
}

// Primary is the one button of a page that most people come for.
func Primary(text string, icon fyne.Resource, tap func()) *widget.Button {
	b := widget.NewButtonWithIcon(text, icon, tap)
	b.Importance = widget.HighImportance
	return b
}

// Quiet is a button that does not ask for attention.
func Quiet(text string, icon fyne.Resource, tap func()) *widget.Button {
	b := widget.NewButtonWithIcon(text, icon, tap)
	b.Importance = widget.LowImportance
	return b
}

// Header is the top of a page: its title left, its buttons right.
func Header(title fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewPadded(container.NewBorder(nil, nil, nil, container.NewHBox(buttons...), title))
}

// Card is a part of a page on a ground of its own.
func Card(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newGround(), container.New(layout.NewCustomPaddedLayout(8, 8, 8, 8), content))
}

// Scroll scrolls a page up and down, never sideways.
func Scroll(content fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 12, 8, 20), content))
}

// A Note is a grey line that comes and goes.
type Note struct {
	Object fyne.CanvasObject
	label  *widget.Label
}

// NewNote returns a note that says nothing yet.
func NewNote() *Note {
	l := Hint("")
	l.Hide()
	return &Note{l, l}
}

// Set says something; nothing hides the line.
func (n *Note) Set(text string) {
	if n.label.Text == text {
		return
	}
	n.label.SetText(text)
	if text == "" {
		n.label.Hide()
	} else {
		n.label.Show()
	}
}
