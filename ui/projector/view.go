package projector

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/lettering"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Title is that of the window for the wall.
func Title() string { return words.T("投影") }

// prefLight is where this computer keeps whether its wall is light.
const prefLight = "projector.light"

// A Window is the projector's window, which is open or not. It is told nothing but
// scenes.
type Window struct {
	sh    *shell.Shell
	scene func(now time.Time) Scene
	w     fyne.Window // nil while it is closed
	wall  *wall
}

// New returns a projector that shows what scene makes of each moment. It is
// closed at first.
func New(sh *shell.Shell, scene func(now time.Time) Scene) *Window {
	return &Window{sh: sh, scene: scene}
}

// Open opens the window, or brings it to the front. The toolkit cannot say on
// which screen: the window says how it gets to the projector's.
func (p *Window) Open() {
	if p.w != nil {
		p.w.RequestFocus()
		return
	}
	w := fyne.CurrentApp().NewWindow(Title())
	p.w, p.wall = w, newWall(fyne.CurrentApp().Preferences().Bool(prefLight))
	p.wall.turn = p.turn
	w.SetPadded(false)
	w.SetContent(p.wall)
	w.Resize(fyne.NewSize(960, 540))
	w.Canvas().SetOnTypedKey(p.key)
	w.SetOnClosed(func() { p.w, p.wall = nil, nil })
	p.tick()
	w.Show()
}

// IsOpen reports whether the window is open.
func (p *Window) IsOpen() bool { return p.w != nil }

// Close closes the window.
func (p *Window) Close() {
	if p.w != nil {
		p.w.Close()
	}
}

// Refresh shows what is now, without waiting for the next second.
func (p *Window) Refresh() {
	if p.w != nil {
		p.wall.show(p.scene(p.sh.Now()), p.w.FullScreen())
	}
}

// tick shows each second as it comes.
func (p *Window) tick() {
	if p.w == nil {
		return
	}
	p.Refresh()
	p.sh.Work.At(fmt.Sprintf("projector %p", p), time.Now().Truncate(time.Second).Add(time.Second), p.tick)
}

// turn fills the screen, or leaves it.
func (p *Window) turn() {
	if p.w != nil {
		p.w.SetFullScreen(!p.w.FullScreen())
		p.Refresh()
	}
}

func (p *Window) key(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyF11:
		p.turn()
	case fyne.KeyEscape:
		if p.w.FullScreen() {
			p.turn()
		}
	case fyne.KeyB:
		p.wall.blank = !p.wall.blank
		p.wall.Refresh()
	case fyne.KeyL:
		p.wall.light = !p.wall.light
		fyne.CurrentApp().Preferences().SetBool(prefLight, p.wall.light)
		p.wall.Refresh()
	}
}

// A wall draws one scene in all of the window, in type that grows with it.
type wall struct {
	widget.BaseWidget
	scene       Scene
	hint        string
	blank       bool
	light       bool
	turn        func()
	plain, bold *lettering.Face
}

func newWall(light bool) *wall {
	w := &wall{light: light, plain: lettering.NewFace(false), bold: lettering.NewFace(true)}
	w.ExtendBaseWidget(w)
	return w
}

func (w *wall) show(s Scene, full bool) {
	w.scene, w.hint = s, ""
	if !full {
		w.hint = words.T("请把本窗口拖到投影屏幕上，再按 F11 或者双击全屏；Esc 退出全屏，B 黑屏，L 换深浅色")
	}
	w.Refresh()
}

// DoubleTapped fills the screen, or leaves it.
func (w *wall) DoubleTapped(*fyne.PointEvent) {
	if w.turn != nil {
		w.turn()
	}
}

// CreateRenderer draws the scene anew whenever it or the size changes.
func (w *wall) CreateRenderer() fyne.WidgetRenderer { return &paint{wall: w} }

// paint is the wall as it was drawn last.
type paint struct {
	wall    *wall
	size    fyne.Size
	objects []fyne.CanvasObject
}

func (p *paint) draw() {
	if p.size.IsZero() {
		return // it is not laid out yet
	}
	if p.wall.blank {
		black := canvas.NewRectangle(color.Black)
		black.Resize(p.size)
		p.objects = []fyne.CanvasObject{black}
		return
	}
	ink := dark
	if p.wall.light {
		ink = light
	}
	b := brush{plain: p.wall.plain, bold: p.wall.bold, ink: ink, size: p.size}
	p.objects = b.draw(p.wall.scene, p.wall.hint)
}

// Layout draws at a size.
func (p *paint) Layout(size fyne.Size) { p.size = size; p.draw() }

// MinSize is small: the type shrinks with the window.
func (p *paint) MinSize() fyne.Size { return fyne.NewSize(320, 180) }

// Refresh draws the scene.
func (p *paint) Refresh() { p.draw(); canvas.Refresh(p.wall) }

// Objects returns what was drawn.
func (p *paint) Objects() []fyne.CanvasObject { return p.objects }

// Destroy has nothing to give back.
func (p *paint) Destroy() {}
