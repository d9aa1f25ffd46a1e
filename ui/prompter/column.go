package prompter

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/lettering"
)

// A block is one paragraph of a column.
type block struct {
	text   string
	tint   fyne.ThemeColorName
	bold   bool
	ground bool // it stands on a tinted ground
	small  bool // a heading
}

// A column is paragraphs below one another, in type of any size. It is as high as
// its width asks for, which is why it is told its width before it is laid out.
type column struct {
	widget.BaseWidget
	plain, bold *lettering.Face
	blocks      []block
	size, width float32
	tops, highs []float32 // of each block
	objects     []fyne.CanvasObject
}

func newColumn(size float32) *column {
	c := &column{plain: lettering.NewFace(false), bold: lettering.NewFace(true), size: size}
	c.ExtendBaseWidget(c)
	return c
}

// set sets paragraphs, a size and a width.
func (c *column) set(blocks []block, size, width float32) {
	c.blocks, c.size, c.width = blocks, size, width
	c.draw()
	c.Refresh()
}

func (c *column) draw() {
	c.objects, c.tops, c.highs = nil, nil, nil
	if c.width <= 0 {
		return
	}
	y := float32(0)
	for _, b := range c.blocks {
		f, size, pad := c.plain, c.size, c.size*0.35
		if b.bold {
			f = c.bold
		}
		if b.small {
			size *= 0.85
			y += c.size * 0.5
		}
		lines := f.Wrap(b.text, size, c.width-2*pad)
		high := float32(len(lines))*f.Line*size + 2*pad
		if b.ground {
			r := canvas.NewRectangle(theme.Color(theme.ColorNameSelection))
			r.CornerRadius = c.size * 0.3
			r.Move(fyne.NewPos(0, y))
			r.Resize(fyne.NewSize(c.width, high))
			c.objects = append(c.objects, r)
		}
		for i, l := range lines {
			t := canvas.NewText(l, theme.Color(b.tint))
			t.TextSize, t.TextStyle = size, f.Style
			t.Move(fyne.NewPos(pad, y+pad+float32(i)*f.Line*size))
			t.Resize(fyne.NewSize(c.width-2*pad, f.Line*size))
			c.objects = append(c.objects, t)
		}
		c.tops, c.highs = append(c.tops, y), append(c.highs, high)
		y += high
	}
}

// height is that of all paragraphs.
func (c *column) height() float32 {
	if n := len(c.tops); n > 0 {
		return c.tops[n-1] + c.highs[n-1]
	}
	return 0
}

// CreateRenderer draws the paragraphs.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return drawn{c} }

// drawn is a column as it was drawn last.
type drawn struct{ c *column }

// Layout does nothing: the column knows its width.
func (d drawn) Layout(fyne.Size) {}

// MinSize is as high as the paragraphs.
func (d drawn) MinSize() fyne.Size { return fyne.NewSize(0, d.c.height()) }

// Refresh shows what was drawn.
func (d drawn) Refresh() { canvas.Refresh(d.c) }

// Objects returns what was drawn.
func (d drawn) Objects() []fyne.CanvasObject { return d.c.objects }

// Destroy has nothing to give back.
func (d drawn) Destroy() {}
