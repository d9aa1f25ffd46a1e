package look

import (
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/lettering"
	"hearingdesk/ui/words"
)

// face measures the type of running text.
var face = sync.OnceValue(func() *lettering.Face { return lettering.NewFace(false) })

// Flow breaks a label's text into lines as Chinese is broken: no line begins with a comma.
// The label itself would break it anywhere.
func Flow(l *widget.Label) fyne.CanvasObject {
	if words.Language() == words.English {
		l.Wrapping = words.Wrap()
		return l
	}
	return container.New(&flow{text: l.Text}, l)
}

// A flow breaks a text anew whenever its place gets another width.
type flow struct {
	text  string
	width float32
}

// MinSize is as high as the lines that the last width took.
func (f *flow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(4*theme.TextSize(), o[0].MinSize().Height)
}

// Layout breaks the text into lines of the width.
func (f *flow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if l, ok := o[0].(*widget.Label); ok && size.Width != f.width {
		f.width = size.Width
		l.SetText(strings.Join(face().Wrap(f.text, theme.TextSize(), size.Width-2*theme.InnerPadding()), "\n"))
	}
	o[0].Resize(size)
}
