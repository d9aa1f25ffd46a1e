package transcript

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
)

// A pad is where a signature is drawn with a pen, a finger or the mouse. It keeps
// the proportions of [hearing.PadWide] to [hearing.PadHigh].
type pad struct {
	widget.BaseWidget
	strokes []hearing.Stroke
	down    bool
	changed func()
	lines   []fyne.CanvasObject
	ground  *canvas.Rectangle
	fixed   bool // what was drawn is only shown
}

func newPad(changed func()) *pad {
	p := &pad{changed: changed, ground: canvas.NewRectangle(color.White)}
	p.ground.StrokeColor, p.ground.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	p.ExtendBaseWidget(p)
	return p
}

// newDrawn shows a signature.
func newDrawn(strokes []hearing.Stroke) *pad {
	p := newPad(func() {})
	p.fixed, p.strokes = true, strokes
	return p
}

// area is where in the widget the pad lies, and how large a thousandth of its
// height is.
func (p *pad) area() (at fyne.Position, unit float32) {
	s := p.Size()
	unit = min(s.Width/hearing.PadWide, s.Height/hearing.PadHigh)
	return fyne.NewPos((s.Width-unit*hearing.PadWide)/2, (s.Height-unit*hearing.PadHigh)/2), unit
}

// point is a place of the widget on the pad; false is no place, or one that
// cannot be added any more.
func (p *pad) point(at fyne.Position) (x, y int, ok bool) {
	from, unit := p.area()
	fx, fy := float64((at.X-from.X)/unit), float64((at.Y-from.Y)/unit)
	if p.fixed || unit <= 0 || math.IsNaN(fx) || math.IsNaN(fy) || math.IsInf(fx, 0) || math.IsInf(fy, 0) || hearing.Points(p.strokes) >= hearing.MostPoints {
		return 0, 0, false
	}
	return int(min(max(fx, 0), hearing.PadWide)), int(min(max(fy, 0), hearing.PadHigh)), true
}

// begin sets the pen down.
func (p *pad) begin(at fyne.Position) {
	x, y, ok := p.point(at)
	if !ok || len(p.strokes) >= hearing.MostStrokes {
		return
	}
	p.down = true
	p.strokes = append(p.strokes, hearing.Stroke{x, y})
	p.changed()
	p.Refresh()
}

// MouseDown sets the pen down.
func (p *pad) MouseDown(e *desktop.MouseEvent) { p.begin(e.Position) }

// MouseUp takes it up.
func (p *pad) MouseUp(*desktop.MouseEvent) { p.DragEnd() }

// Dragged draws on.
func (p *pad) Dragged(e *fyne.DragEvent) {
	if !p.down {
		p.begin(e.Position)
		return
	}
	x, y, ok := p.point(e.Position)
	last := &p.strokes[len(p.strokes)-1]
	if n := len(*last); !ok || (*last)[n-2] == x && (*last)[n-1] == y {
		return
	}
	*last = append(*last, x, y)
	p.Refresh()
}

// DragEnd takes the pen up.
func (p *pad) DragEnd() { p.down = false }

// Clear wipes the pad.
func (p *pad) Clear() {
	p.strokes, p.down = nil, false
	p.changed()
	p.Refresh()
}

// CreateRenderer draws the strokes.
func (p *pad) CreateRenderer() fyne.WidgetRenderer { return &padRenderer{p: p} }

type padRenderer struct{ p *pad }

// Layout lays the ground and the strokes out.
func (r *padRenderer) Layout(s fyne.Size) {
	at, unit := r.p.area()
	r.p.ground.Move(at)
	r.p.ground.Resize(fyne.NewSize(unit*hearing.PadWide, unit*hearing.PadHigh))
	r.p.lines = nil
	for _, stroke := range r.p.strokes {
		place := func(k int) fyne.Position {
			return fyne.NewPos(at.X+unit*float32(stroke[k]), at.Y+unit*float32(stroke[k+1]))
		}
		for k := 0; k+1 < len(stroke); k += 2 {
			l := canvas.NewLine(color.Black)
			l.StrokeWidth = max(1, unit*12)
			l.Position1, l.Position2 = place(max(k-2, 0)), place(k)
			if k == 0 {
				l.Position2 = l.Position2.AddXY(l.StrokeWidth, 0)
			}
			r.p.lines = append(r.p.lines, l)
		}
	}
}

// MinSize is small: whoever holds the pad says how large it is.
func (r *padRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 30) }

// Refresh draws what was added.
func (r *padRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

// Objects are the ground and the strokes.
func (r *padRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.p.ground}, r.p.lines...)
}

// Destroy has nothing to give back.
func (r *padRenderer) Destroy() {}
