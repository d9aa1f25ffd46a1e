package prompter

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Where this computer keeps the size of the type, and what it can be.
const (
	prefSize = "prompter.size"
	usual    = 30
	least    = 18
	most     = 72
	between  = 3 // a step of Ctrl +
)

// A Source tells what happens in a hearing. Read hands over what is known now, at
// once or when it was read; Go lets the hearing go to a step of the script, and
// says why it cannot. A Source without Go only looks on.
type Source struct {
	Read func(now time.Time, take func(Sight))
	Go   func(step int) error
}

// A Window is the presider's window, which is open or not.
type Window struct {
	sh      *shell.Shell
	source  Source
	m       Model
	w       fyne.Window // nil while it is closed
	view    *view
	rolling bool // the text moves by itself
}

// New returns a prompter without a hearing. It is closed at first.
func New(sh *shell.Shell) *Window { return &Window{sh: sh} }

// Open opens the window for a hearing, or brings it to the front.
func (p *Window) Open(s Source) {
	p.source = s
	if p.w != nil {
		p.Refresh()
		p.w.RequestFocus()
		return
	}
	w := fyne.CurrentApp().NewWindow(words.T("提词"))
	p.w, p.m, p.rolling = w, Model{}, false
	p.view = newView(p)
	w.SetPadded(false)
	w.SetContent(p.view.object)
	w.Resize(fyne.NewSize(1100, 720))
	w.Canvas().SetOnTypedKey(p.key)
	for key, by := range map[fyne.KeyName]float32{fyne.KeyPlus: between, fyne.KeyEqual: between, fyne.KeyMinus: -between} {
		w.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { p.resize(by) })
	}
	w.SetOnClosed(func() { p.w, p.view = nil, nil })
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
	if p.w == nil || p.source.Read == nil {
		return
	}
	p.source.Read(p.sh.Now(), func(s Sight) {
		if p.w != nil && s.Text != nil {
			p.m.Set(s)
			p.show()
		}
	})
}

func (p *Window) show() { p.view.show(p.m.Sheet(p.sh.Now())) }

// tick follows the hearing and its clock.
func (p *Window) tick() {
	if p.w == nil {
		return
	}
	p.Refresh()
	p.sh.Work.At(fmt.Sprintf("prompter %p", p), time.Now().Truncate(time.Second).Add(time.Second), p.tick)
}

// next goes on: to the next paragraph, or with the hearing to the next step.
func (p *Window) next() {
	step, turns := p.m.Next()
	p.view.say("")
	switch {
	case !turns:
	case p.source.Go == nil:
		p.m.Go(step)
	default:
		if err := p.source.Go(step); err != nil {
			p.view.say(words.Error(err))
			return
		}
		p.Refresh()
	}
	p.show()
	p.view.reveal()
}

func (p *Window) back() {
	p.m.Back()
	p.show()
	p.view.reveal()
}

func (p *Window) opinions() {
	p.m.Opinions()
	p.show()
}

// resize makes the type larger, and keeps it so.
func (p *Window) resize(by float32) {
	size := min(max(p.view.size+by, least), most)
	fyne.CurrentApp().Preferences().SetFloat(prefSize, float64(size))
	p.view.resize(size)
}

// roll lets the text move by itself, or stops it.
func (p *Window) roll() {
	p.rolling = !p.rolling
	p.view.rolls(p.rolling)
	p.move()
}

// step of a text that moves by itself: how often, and how many lines a minute.
const (
	rollEvery = 40 * time.Millisecond
	rollLines = 14
)

func (p *Window) move() {
	if p.w == nil || !p.rolling {
		return
	}
	if p.view.down(rollLines * float32(rollEvery) / float32(time.Minute)) {
		p.sh.Work.At(fmt.Sprintf("prompter %p rolls", p), time.Now().Add(rollEvery), p.move)
		return
	}
	p.rolling = false // it is at its end
	p.view.rolls(false)
}

func (p *Window) key(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyPageDown, fyne.KeyRight:
		p.next()
	case fyne.KeyPageUp, fyne.KeyBackspace, fyne.KeyLeft:
		p.back()
	case fyne.KeyO:
		p.opinions()
	case fyne.KeyA:
		p.roll()
	case fyne.KeyF11:
		p.w.SetFullScreen(!p.w.FullScreen())
	case fyne.KeyEscape:
		if p.w.FullScreen() {
			p.w.SetFullScreen(false)
		}
	}
}
