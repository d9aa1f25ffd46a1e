//go:build outline

package outline

import (
	"encoding/json"
	"net"
	"os"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hearingdesk/ui/work"
)

func init() {
	file := os.Getenv("HEARINGDESK_OUTLINE")
	if file == "" {
		return
	}
	go serve(file, func(c net.Conn) {
		var items []Item
		fyne.DoAndWait(func() { items = look() })
		_ = json.NewEncoder(c).Encode(items)
	})
	go serve(file+".load", func(c net.Conn) {
		var l Load
		fyne.DoAndWait(func() { l.Given, l.Open, l.Waits = work.Load() })
		_ = json.NewEncoder(c).Encode(l)
	})
	go serve(file+".pulse", pulse)
}

// serve answers each that connects to a socket, one after another.
func serve(file string, answer func(net.Conn)) {
	_ = os.Remove(file) // of the program that has started this one and ended
	l, err := net.Listen("unix", file)
	if err != nil {
		panic(err) // a test's own mistake
	}
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		answer(c)
		_ = c.Close()
	}
}

// look lists what every window shows.
func look() []Item {
	var w walker
	for _, window := range fyne.CurrentApp().Driver().AllWindows() {
		c := window.Canvas()
		w.scale, w.focused, w.layer = c.Scale(), c.Focused(), 0
		whole := rect{0, 0, c.Size().Width, c.Size().Height}
		w.walk(c.Content(), c.Content().Position(), whole)
		for i, o := range c.Overlays().List() {
			w.layer = i + 1
			w.walk(o, o.Position(), whole)
		}
	}
	return w.items
}

// A rect is a part of a window, in the toolkit's units.
type rect struct{ left, top, right, bottom float32 }

func (r rect) meet(o rect) rect {
	return rect{max(r.left, o.left), max(r.top, o.top), min(r.right, o.right), min(r.bottom, o.bottom)}
}

func (r rect) empty() bool { return r.right-r.left < 1 || r.bottom-r.top < 1 }

type walker struct {
	items   []Item
	scale   float32
	focused fyne.Focusable
	layer   int
}

// walk notes an object at a place and what is in it, as far as it is seen.
func (w *walker) walk(o fyne.CanvasObject, at fyne.Position, seen rect) {
	if o == nil || !o.Visible() {
		return
	}
	own := rect{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			w.walk(child, at.Add(child.Position()), seen)
		}
	case *canvas.Text:
		w.note(Item{Kind: "text", Text: o.Text}, own.meet(seen))
	case fyne.Widget:
		if _, scrolls := o.(fyne.Scrollable); scrolls {
			seen = seen.meet(own)
		}
		w.control(o, own.meet(seen))
		for _, child := range test.WidgetRenderer(o).Objects() {
			w.walk(child, at.Add(child.Position()), seen)
		}
	}
}

// control notes a widget that can be tapped or pressed, or has the keyboard.
func (w *walker) control(o fyne.Widget, r rect) {
	f, focusable := o.(fyne.Focusable)
	_, tappable := o.(fyne.Tappable)
	_, pressable := o.(desktop.Mouseable)
	if !focusable && !tappable && !pressable {
		return
	}
	v := reflect.Indirect(reflect.ValueOf(o))
	i := Item{Kind: v.Type().Name(), Hint: words(v, "PlaceHolder"), Focused: focusable && f == w.focused}
	for _, name := range []string{"Text", "Selected", "Title"} {
		if i.Text = words(v, name); i.Text != "" {
			break
		}
	}
	if b := field(v, "Checked"); b.IsValid() && b.Kind() == reflect.Bool {
		i.On = b.Bool()
	}
	if d, ok := o.(fyne.Disableable); ok {
		i.Off = d.Disabled()
	}
	w.note(i, r)
}

// note keeps an item, if any of it is seen.
func (w *walker) note(i Item, r rect) {
	if r.empty() || i.Kind == "text" && strings.TrimSpace(i.Text) == "" {
		return
	}
	i.X, i.Y = r.left*w.scale, r.top*w.scale
	i.W, i.H = (r.right-r.left)*w.scale, (r.bottom-r.top)*w.scale
	i.Layer = w.layer
	w.items = append(w.items, i)
}

// field returns a struct's field of that name, also of what it embeds; it is
// not valid where there is none.
func field(v reflect.Value, name string) reflect.Value {
	if v.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	f, ok := v.Type().FieldByName(name)
	if !ok {
		return reflect.Value{}
	}
	found, err := v.FieldByIndexErr(f.Index)
	if err != nil { // through an embedded pointer that is nil
		return reflect.Value{}
	}
	return found
}

// words returns a field's text.
func words(v reflect.Value, name string) string {
	if f := field(v, name); f.IsValid() && f.Kind() == reflect.String {
		return f.String()
	}
	return ""
}
