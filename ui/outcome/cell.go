package outcome

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	cellHeight = 32
	cellPad    = 4 // at each side of an option's text, at least
)

// An option is one answer of a cell.
type option struct {
	text, short string
	tint        fyne.ThemeColorName
}

// A cell offers a few answers side by side, one of which may be chosen. The
// keyboard is its board's.
type cell struct {
	widget.BaseWidget
	options []option
	chosen  int  // -1 is none
	cursor  bool // where the keyboard is
	off     bool // cannot be chosen
	tap     func(option int)
	draw    *cellRenderer
}

func newCell(options []option, tap func(int)) *cell {
	c := &cell{options: options, chosen: -1, tap: tap}
	c.ExtendBaseWidget(c)
	return c
}

// set shows another choice, or another place of the keyboard.
func (c *cell) set(chosen int, cursor, off bool) {
	if c.chosen == chosen && c.cursor == cursor && c.off == off {
		return
	}
	c.chosen, c.cursor, c.off = chosen, cursor, off
	c.Refresh()
}

// rename changes what the options say.
func (c *cell) rename(texts []string) {
	changed := false
	for i, t := range texts {
		changed = changed || c.options[i].text != t
		c.options[i].text = t
	}
	if changed {
		c.Refresh()
	}
}

// Tapped chooses the option under the pointer.
func (c *cell) Tapped(e *fyne.PointEvent) {
	if c.draw == nil {
		return
	}
	for i, r := range c.draw.grounds {
		if x := r.Position().X; e.Position.X >= x && e.Position.X < x+r.Size().Width {
			c.tap(i)
			return
		}
	}
}

// Cursor shows that the cell can be clicked.
func (c *cell) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the options on one ground.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	r := &cellRenderer{cell: c, back: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius, r.ring.CornerRadius, r.ring.StrokeWidth = 6, 6, 2
	r.objects = append(r.objects, r.back)
	for range c.options {
		ground := canvas.NewRectangle(color.Transparent)
		ground.CornerRadius = 5
		text := canvas.NewText("", color.Transparent)
		text.Alignment = fyne.TextAlignCenter
		r.grounds, r.texts = append(r.grounds, ground), append(r.texts, text)
		r.objects = append(r.objects, ground, text)
	}
	r.objects = append(r.objects, r.ring)
	c.draw = r
	r.Refresh()
	return r
}

type cellRenderer struct {
	cell       *cell
	back, ring *canvas.Rectangle
	grounds    []*canvas.Rectangle
	texts      []*canvas.Text
	objects    []fyne.CanvasObject
}

// Objects are what is drawn.
func (r *cellRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy has nothing to free.
func (r *cellRenderer) Destroy() {}

// MinSize fits the short texts.
func (r *cellRenderer) MinSize() fyne.Size {
	w := float32(0)
	for _, o := range r.cell.options {
		w += width(o.short) + 6
	}
	return fyne.NewSize(w, cellHeight)
}

// natural is the width in which the whole texts fit.
func (c *cell) natural() float32 {
	w := float32(0)
	for _, o := range c.options {
		w += width(o.text) + 2*cellPad
	}
	return w
}

func width(text string) float32 {
	return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width
}

// Layout gives each option the width of its text and a share of the rest; the
// texts are short where the whole ones do not fit.
func (r *cellRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.ring.Resize(s)
	whole := r.cell.natural() <= s.Width
	total := float32(0)
	widths := make([]float32, len(r.cell.options))
	for i, o := range r.cell.options {
		r.texts[i].Text = o.text
		if !whole {
			r.texts[i].Text = o.short
		}
		widths[i] = width(r.texts[i].Text)
		total += widths[i]
	}
	more := max(0, s.Width-total) / float32(len(widths))
	x := float32(0)
	for i, w := range widths {
		r.grounds[i].Move(fyne.NewPos(x+2, 2))
		r.grounds[i].Resize(fyne.NewSize(w+more-4, s.Height-4))
		r.texts[i].Move(fyne.NewPos(x, (s.Height-r.texts[i].MinSize().Height)/2))
		r.texts[i].Resize(fyne.NewSize(w+more, r.texts[i].MinSize().Height))
		x += w + more
	}
}

// Refresh colours the chosen option and the place of the keyboard.
func (r *cellRenderer) Refresh() {
	r.back.FillColor = theme.Color(theme.ColorNameInputBackground)
	r.ring.StrokeColor = color.Transparent
	if r.cell.cursor {
		r.ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
	for i, o := range r.cell.options {
		r.grounds[i].FillColor = color.Transparent
		r.texts[i].TextSize = theme.TextSize()
		r.texts[i].Color = theme.Color(theme.ColorNamePlaceHolder)
		switch {
		case r.cell.off:
			r.texts[i].Color = theme.Color(theme.ColorNameDisabled)
		case i == r.cell.chosen:
			r.grounds[i].FillColor = theme.Color(o.tint)
			r.texts[i].Color = theme.Color(theme.ColorNameBackground)
		}
	}
	r.Layout(r.cell.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
