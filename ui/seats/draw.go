package seats

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/ui/words"
)

// CreateRenderer is for Fyne.
func (b *board) CreateRenderer() fyne.WidgetRenderer { return &drawn{of: b} }

// A drawn is the board's renderer: it draws everything anew.
type drawn struct {
	of      *board
	objects []fyne.CanvasObject
}

// Layout draws at a size.
func (d *drawn) Layout(fyne.Size) { d.draw() }

// MinSize is the board's.
func (d *drawn) MinSize() fyne.Size { return d.of.MinSize() }

// Refresh draws anew.
func (d *drawn) Refresh() {
	d.draw()
	canvas.Refresh(d.of)
}

// Objects is what was drawn.
func (d *drawn) Objects() []fyne.CanvasObject { return d.objects }

// Destroy is for Fyne.
func (d *drawn) Destroy() {}

func (d *drawn) draw() {
	b := d.of
	d.objects = nil
	if b.front != "" {
		d.text(b.front, theme.TextSize(), false, theme.ColorNamePlaceHolder, 0, 2, b.Size().Width, 18)
		d.line(b.Size().Width)
	}
	var moving, chosen []int
	switch {
	case b.lifted >= 0:
		moving = b.whole(b.lifted)
	case b.at >= 0:
		chosen = b.whole(b.at)
	}
	for i, t := range b.tiles {
		d.tile(t, t.X, t.Y, slices.Contains(moving, i), slices.Contains(chosen, i))
	}
	if b.lifted >= 0 && b.lifted < len(b.tiles) {
		from := b.tiles[b.lifted]
		for _, i := range moving {
			t := b.tiles[i]
			d.tile(t, t.X+b.to[0]-from.X, t.Y+b.to[1]-from.Y, false, true)
		}
	}
}

// line is the front wall.
func (d *drawn) line(width float32) {
	l := canvas.NewLine(theme.Color(theme.ColorNameInputBorder))
	l.StrokeWidth = 2
	l.Position1, l.Position2 = fyne.NewPos(0, frontHigh-3), fyne.NewPos(width, frontHigh-3)
	d.objects = append(d.objects, l)
}

// tile draws one seat at a place; faint is one on its way, from where it was.
func (d *drawn) tile(t Tile, x, y int, faint, chosen bool) {
	w, h, left, top := d.of.cell()
	const gap = 2
	x0, y0 := left+w*float32(x)+gap, top+h*float32(y)+gap
	w, h = w-2*gap, h-2*gap
	fill, edge, width := theme.Color(theme.ColorNameBackground), theme.Color(theme.ColorNameInputBorder), float32(1)
	ink := theme.ColorNameForeground
	switch {
	case faint:
		ink = theme.ColorNamePlaceHolder
	case d.of.still:
		ink = theme.ColorNameDisabled
	case t.Name != "":
		fill = theme.Color(theme.ColorNameInputBackground)
	}
	if t.Extra {
		edge, width = theme.Color(theme.ColorNameWarning), 1.5
	}
	if chosen {
		fill = theme.Color(theme.ColorNameBackground)
		edge, width = theme.Color(theme.ColorNamePrimary), 2
		if !d.of.focused && d.of.lifted < 0 {
			width = 1
		}
	}
	d.box(fill, edge, width, x0, y0, w, h)
	if chosen {
		d.box(theme.Color(theme.ColorNameSelection), color.Transparent, 0, x0, y0, w, h)
	}
	small := theme.CaptionTextSize() - 1.5
	d.left(t.Label, small, x0+4, y0+1)
	switch {
	case t.Name == "" && t.Kept:
		d.text(words.T("留空"), small, false, theme.ColorNameWarning, x0, y0, w, h)
	case t.Name == "":
		d.text(t.Role, small, false, theme.ColorNamePlaceHolder, x0, y0, w, h)
	case h < 34:
		d.text(t.Name, theme.TextSize(), true, ink, x0, y0, w, h)
	default:
		d.name(t.Name, ink, x0, y0+h*0.18, w, h*0.50)
		d.text(t.Role, small, false, theme.ColorNamePlaceHolder, x0, y0+h*0.66, w, h*0.32)
	}
}

// name is who sits there, in two lines where one would be too small.
func (d *drawn) name(s string, ink fyne.ThemeColorName, x, y, w, h float32) {
	const fair = 12
	r := []rune(s)
	if len(r) < 6 || fyne.MeasureText(s, fair, fyne.TextStyle{Bold: true}).Width <= w-8 {
		d.text(s, theme.TextSize()+1, true, ink, x, y, w, h)
		return
	}
	at := (len(r) + 1) / 2
	for n := range len(r) / 4 {
		if i := at - n; r[i-1] == '·' || r[i-1] == ' ' {
			at = i
			break
		}
		if i := at + n; r[i-1] == '·' || r[i-1] == ' ' {
			at = i
			break
		}
	}
	d.text(strings.TrimSpace(string(r[:at])), fair, true, ink, x, y-h*0.08, w, h*0.55)
	d.text(strings.TrimSpace(string(r[at:])), fair, true, ink, x, y+h*0.47, w, h*0.55)
}

func (d *drawn) box(fill, edge color.Color, width, x, y, w, h float32) {
	r := canvas.NewRectangle(fill)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = edge, width, 4
	r.Resize(fyne.NewSize(w, h))
	r.Move(fyne.NewPos(x, y))
	d.objects = append(d.objects, r)
}

func (d *drawn) left(s string, size, x, y float32) {
	t := canvas.NewText(s, theme.Color(theme.ColorNamePlaceHolder))
	t.TextSize = size
	t.Resize(t.MinSize())
	t.Move(fyne.NewPos(x, y))
	d.objects = append(d.objects, t)
}

// text stands in the middle of a box, smaller where it is too long, and cut where
// it would be too small to read.
func (d *drawn) text(s string, size float32, bold bool, ink fyne.ThemeColorName, x, y, w, h float32) {
	const least, margin = 9.5, 4
	measure := func(s string, size float32) float32 {
		return fyne.MeasureText(s, size, fyne.TextStyle{Bold: bold}).Width
	}
	for size > least && measure(s, size) > w-2*margin {
		size -= 0.5
	}
	for r := []rune(s); measure(s, size) > w-2*margin && len(r) > 1; {
		r = r[:len(r)-1]
		s = string(r) + "…"
	}
	t := canvas.NewText(s, theme.Color(ink))
	t.TextSize, t.TextStyle.Bold = size, bold
	m := t.MinSize()
	t.Resize(m)
	t.Move(fyne.NewPos(x+(w-m.Width)/2, y+(h-m.Height)/2))
	d.objects = append(d.objects, t)
}
