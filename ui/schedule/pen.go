package schedule

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A box is a place on a layer.
type box struct{ x, y, w, h float32 }

func (b box) has(p fyne.Position) bool {
	return p.X >= b.x && p.X < b.x+b.w && p.Y >= b.y && p.Y < b.y+b.h
}

// inset returns the box smaller by d at each side.
func (b box) inset(d float32) box { return box{b.x + d, b.y + d, b.w - 2*d, b.h - 2*d} }

// A pen draws plain objects, in order.
type pen struct{ objects []fyne.CanvasObject }

func (p *pen) add(o fyne.CanvasObject, b box) {
	o.Resize(fyne.NewSize(b.w, b.h))
	o.Move(fyne.NewPos(b.x, b.y))
	p.objects = append(p.objects, o)
}

// fill draws a filled box.
func (p *pen) fill(b box, c color.Color, radius float32) {
	r := canvas.NewRectangle(c)
	r.CornerRadius = radius
	p.add(r, b)
}

// frame draws a box with an edge.
func (p *pen) frame(b box, c, edge color.Color, width, radius float32) {
	r := canvas.NewRectangle(c)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = edge, width, radius
	p.add(r, b)
}

// mark draws an icon of the height of the box.
func (p *pen) mark(icon fyne.Resource, b box) {
	i := canvas.NewImageFromResource(icon)
	i.FillMode = canvas.ImageFillContain
	p.add(i, b)
}

// A face is how a text looks.
type face struct {
	size   float32
	bold   bool
	colour color.Color
}

func (f face) width(s string) float32 {
	return fyne.MeasureText(s, f.size, fyne.TextStyle{Bold: f.bold}).Width
}

// text draws as much of one line as goes into the width, and returns how wide
// it is. The box's height centres it.
func (p *pen) text(s string, f face, b box) float32 {
	s = cut(s, b.w, f.width)
	if s == "" {
		return 0
	}
	t := canvas.NewText(s, f.colour)
	t.TextSize, t.TextStyle.Bold = f.size, f.bold
	m := t.MinSize()
	p.add(t, box{b.x, b.y + (b.h-m.Height)/2, m.Width, m.Height})
	return m.Width
}

// lines draws a text over at most n lines of a height, and returns how many.
func (p *pen) lines(s string, f face, b box, height float32, n int) int {
	all := wrap(s, b.w, n, f.width)
	for i, l := range all {
		p.text(l, f, box{b.x, b.y + float32(i)*height, b.w, height})
	}
	return len(all)
}

// cut returns as much of a line as is not wider than w, with … for the rest.
func cut(s string, w float32, width func(string) float32) string {
	if width(s) <= w {
		return s
	}
	r := []rune(s)
	n := fits(r, w-width("…"), width)
	if n == 0 {
		return ""
	}
	return string(r[:n]) + "…"
}

// fits returns how many of the runes are not wider than w together.
func fits(r []rune, w float32, width func(string) float32) int {
	low, high := 0, len(r)
	for low < high {
		if mid := (low + high + 1) / 2; width(string(r[:mid])) <= w {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}

// wrap breaks a text into at most n lines of a width; the last one is cut.
func wrap(s string, w float32, n int, width func(string) float32) []string {
	var out []string
	r := []rune(s)
	for len(r) > 0 && len(out) < n {
		if len(out) == n-1 {
			return append(out, cut(string(r), w, width))
		}
		at := breakAt(r, fits(r, w, width))
		if at == 0 {
			return out
		}
		out = append(out, strings.TrimRight(string(r[:at]), " "))
		for r = r[at:]; len(r) > 0 && r[0] == ' '; {
			r = r[1:]
		}
	}
	return out
}

// breakAt returns where a line that has room for n runes ends: not within a
// word or a number, and not before a closing mark.
func breakAt(r []rune, n int) int {
	if n >= len(r) {
		return len(r)
	}
	at := n
	for at > 0 && (wordy(r[at-1]) && wordy(r[at]) || strings.ContainsRune("，。、；：！？）》”’…", r[at])) {
		at--
	}
	if at == 0 {
		return n // one long word
	}
	return at
}

// wordy reports whether a rune is part of a word or number of the Latin script.
func wordy(r rune) bool {
	return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == ':') || r == '–'
}

// A layer is drawn by a pen each time its size or what it shows changes.
type layer struct {
	widget.BaseWidget
	self  fyne.Widget // what is drawn: the layer, or what is made of it
	paint func(*pen, fyne.Size)
	least func() fyne.Size // its smallest size
}

func newLayer(paint func(*pen, fyne.Size)) *layer {
	l := &layer{paint: paint}
	l.self = l
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is for Fyne.
func (l *layer) CreateRenderer() fyne.WidgetRenderer { return &drawn{of: l} }

type drawn struct {
	of      *layer
	objects []fyne.CanvasObject
	size    fyne.Size
}

func (d *drawn) draw() {
	p := &pen{objects: make([]fyne.CanvasObject, 0, len(d.objects)+16)}
	if d.size.Width > 0 && d.size.Height > 0 {
		d.of.paint(p, d.size)
	}
	d.objects = p.objects
}

func (d *drawn) Layout(s fyne.Size) {
	if s != d.size {
		d.size = s
		d.draw()
	}
}

func (d *drawn) MinSize() fyne.Size {
	if d.of.least == nil {
		return fyne.Size{}
	}
	return d.of.least()
}

func (d *drawn) Refresh() {
	d.draw()
	canvas.Refresh(d.of.self)
}

func (d *drawn) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawn) Destroy()                     {}

// shade returns a colour of the theme, less of it.
func shade(n fyne.ThemeColorName, a uint8) color.Color { return thin(theme.Color(n), a) }

func thin(c color.Color, a uint8) color.Color {
	r, g, b, _ := c.RGBA()
	return color.NRGBA{R: uint8(r >> 8 & 0xFF), G: uint8(g >> 8 & 0xFF), B: uint8(b >> 8 & 0xFF), A: a}
}
