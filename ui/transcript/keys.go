package transcript

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A keyed sheet is the text with the keyboard: arrows choose a passage, and other
// keys do something with it. What it does not know goes to the window.
type keyed struct {
	widget.BaseWidget
	inside fyne.CanvasObject
	ring   *canvas.Rectangle // tells that the keyboard is here
	key    func(fyne.KeyName) bool
}

func newKeyed(inside fyne.CanvasObject, key func(fyne.KeyName) bool) *keyed {
	k := &keyed{inside: inside, ring: canvas.NewRectangle(color.Transparent), key: key}
	k.ring.StrokeWidth, k.ring.CornerRadius = 2, 4
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer draws the text, and the ring around it.
func (k *keyed) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(k.inside, k.ring))
}

// FocusGained shows the ring.
func (k *keyed) FocusGained() {
	k.ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	k.ring.Refresh()
}

// FocusLost takes it away.
func (k *keyed) FocusLost() {
	k.ring.StrokeColor = color.Transparent
	k.ring.Refresh()
}

// TypedRune says nothing.
func (k *keyed) TypedRune(rune) {}

// TypedKey does what the key means.
func (k *keyed) TypedKey(e *fyne.KeyEvent) {
	if k.key(e.Name) {
		return
	}
	if on := fyne.CurrentApp().Driver().CanvasForObject(k); on != nil && on.OnTypedKey() != nil {
		on.OnTypedKey()(e)
	}
}

// moves are how many passages further a key goes.
var moves = map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -10, fyne.KeyPageDown: 10, fyne.KeyHome: -1 << 30, fyne.KeyEnd: 1 << 30}

// pressed does what a key means in the text; false leaves it to the window.
func (v *view) pressed(k fyne.KeyName) bool {
	if by, ok := moves[k]; ok {
		v.step(by)
		return true
	}
	u, chosen := v.m.Text.Line(v.m.Chosen)
	sealed := v.m.Sealed()
	switch {
	case !chosen:
		return false
	case k == fyne.KeyReturn || k == fyne.KeyEnter:
		v.correct(u)
	case k == fyne.KeyInsert && !sealed:
		v.insert(u)
	case k == fyne.KeyDelete && !sealed:
		v.strike(u)
	case k == fyne.KeySpace && u.Draft && !sealed:
		v.m.Confirm(u.ID)
	default:
		return false
	}
	return true
}

// step chooses the passage so many further on, as far as there are any.
func (v *view) step(by int) {
	var said []int
	at := -1
	for i, r := range v.m.Rows {
		if r.Line == nil {
			continue
		}
		if r.Line.ID == v.m.Chosen {
			at = len(said)
		}
		said = append(said, i)
	}
	if len(said) > 0 {
		v.pick(said[min(max(at+by, 0), len(said)-1)])
	}
}

// pick chooses the passage of a row, and brings it into sight.
func (v *view) pick(row int) {
	v.m.Chosen = v.m.Rows[row].Line.ID
	v.reader.show(v.m.Rows, v.query.Text, v.m.Chosen)
	v.reader.sight(row)
	v.sides()
}

// focus puts the keyboard into the text.
func (v *view) focus() {
	if c := v.sh.Window.Canvas(); slices.Contains(v.body.Objects, fyne.CanvasObject(v.text)) {
		c.Focus(v.text)
	}
}

// A reply is a text of several lines that Enter ends, as at the hearing desk; Shift
// and Enter begin a line.
type reply struct {
	widget.Entry
	done func()
}

func newReply(text string) *reply {
	r := &reply{}
	r.ExtendBaseWidget(r)
	r.MultiLine, r.Wrapping = true, fyne.TextWrapBreak
	r.SetMinRowsVisible(6)
	r.SetText(text)
	return r
}

// TypedKey lets Enter end it.
func (r *reply) TypedKey(k *fyne.KeyEvent) {
	keys, _ := fyne.CurrentApp().Driver().(desktop.Driver)
	shift := keys != nil && keys.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	if (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && !shift {
		r.done()
		return
	}
	r.Entry.TypedKey(k)
}
