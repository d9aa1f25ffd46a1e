package told

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
)

// The widths of a row's parts; the summary takes the rest.
const (
	tickWidth  = 34
	nameWidth  = 200
	partWidth  = 210
	lastWidth  = 196
	stateWidth = 146
	openWidth  = 30
	rowHeight  = 34
)

// A rowText is what a row shows.
type rowText struct {
	name, part, last, summary, state string
	tint                             fyne.ThemeColorName
	ticked, open                     bool
}

// A row is one participant as one line: a click ticks at its left, and opens
// the details elsewhere. With the keyboard: Space ticks, Enter opens, arrows
// go to the next.
type row struct {
	widget.BaseWidget
	tick, opened  func()
	move          func(by int)
	shown         rowText
	ground, ring  *canvas.Rectangle
	box, more     *widget.Icon
	name, part    *widget.Label
	last, summary *widget.Label
	state         *fyne.Container
	focused       bool
}

func newRow(tick, open func(), move func(int)) *row {
	r := &row{tick: tick, opened: open, move: move, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		box: widget.NewIcon(theme.CheckButtonIcon()), more: widget.NewIcon(theme.MenuExpandIcon()),
		name: text(widget.MediumImportance), part: text(widget.LowImportance), last: text(widget.LowImportance), summary: text(widget.MediumImportance), state: container.NewCenter()}
	r.name.TextStyle.Bold = true
	r.ground.CornerRadius, r.ring.CornerRadius = 5, 5
	r.ring.StrokeWidth = 1.5
	r.ExtendBaseWidget(r)
	r.paint()
	return r
}

func text(weight widget.Importance) *widget.Label {
	l := widget.NewLabel("")
	l.Truncation = fyne.TextTruncateEllipsis
	l.Importance = weight
	return l
}

// show shows what changed.
func (r *row) show(t rowText) {
	if t == r.shown {
		return
	}
	was := r.shown
	r.shown = t
	r.name.SetText(t.name)
	r.part.SetText(t.part)
	r.last.SetText(t.last)
	r.summary.SetText(t.summary)
	if was.state != t.state || was.tint != t.tint {
		r.state.Objects = []fyne.CanvasObject{look.Chip(t.state, t.tint)}
		r.state.Refresh()
	}
	r.box.SetResource(theme.CheckButtonIcon())
	if t.ticked {
		r.box.SetResource(theme.NewPrimaryThemedResource(theme.CheckButtonCheckedIcon()))
	}
	r.more.SetResource(theme.MenuExpandIcon())
	if t.open {
		r.more.SetResource(theme.MenuDropDownIcon())
	}
	r.paint()
}

func (r *row) paint() {
	r.ground.FillColor = theme.Color(theme.ColorNameBackground)
	if r.shown.ticked {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	if r.shown.open {
		r.ground.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	}
	r.ring.StrokeColor = color.Transparent
	if r.focused {
		r.ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
	r.ground.Refresh()
	r.ring.Refresh()
}

// Tapped ticks at the left, and opens elsewhere.
func (r *row) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	if e.Position.X < tickWidth+6 {
		r.tick()
		return
	}
	r.opened()
}

// Cursor shows that the row can be clicked.
func (r *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows where the keyboard is.
func (r *row) FocusGained() {
	r.focused = true
	r.paint()
}

// FocusLost takes the mark away.
func (r *row) FocusLost() {
	r.focused = false
	r.paint()
}

// TypedRune does nothing: rows are not typed into.
func (r *row) TypedRune(rune) {}

// TypedKey ticks, opens, and goes on to the next row.
func (r *row) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace:
		r.tick()
	case fyne.KeyReturn, fyne.KeyEnter:
		r.opened()
	case fyne.KeyDown:
		r.move(1)
	case fyne.KeyUp:
		r.move(-1)
	case fyne.KeyEscape:
		if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(k)
		}
	}
}

// CreateRenderer lays the parts out side by side.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	line := container.New(rowLayout{}, r.box, r.name, r.part, r.summary, r.last, r.state, r.more)
	return widget.NewSimpleRenderer(container.NewStack(r.ground, line, r.ring))
}

// rowLayout gives each part its width, and the summary the rest.
type rowLayout struct{}

// MinSize lets names be cut off rather than push the page wide.
func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(700, rowHeight) }

// Layout places the parts.
func (rowLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	rest := s.Width - tickWidth - nameWidth - partWidth - lastWidth - stateWidth - openWidth
	x := float32(0)
	for i, w := range []float32{tickWidth, nameWidth, partWidth, rest, lastWidth, stateWidth, openWidth} {
		h := min(o[i].MinSize().Height, rowHeight)
		if i == 0 || i == len(o)-1 {
			h = 20
		}
		o[i].Resize(fyne.NewSize(w, h))
		o[i].Move(fyne.NewPos(x, (s.Height-h)/2))
		x += w
	}
}
