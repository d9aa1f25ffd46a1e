package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hearingdesk/hearing"
	"hearingdesk/ui/entrance"
	"hearingdesk/ui/idle"
	"hearingdesk/ui/projector"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A behind is what stands behind the door while the window is locked: all of it is as
// it was, only nobody sees it.
type behind struct {
	door     *entrance.Door
	focus    fyne.Focusable
	overlays []fyne.CanvasObject
	windows  []fyne.Window
}

// unlock asks for what opens an encrypted file, before anything of it can be read.
func unlock(p Parts, w fyne.Window, run *work.Runner, inside func(Parts)) {
	var opened Parts
	gate := entrance.NewGate(run, w.Canvas(), p.File, func(ctx context.Context, secret string) (err error) {
		opened, err = p.Unlock(ctx, secret)
		return err
	}, func() { inside(opened) })
	w.SetContent(gate.Object())
	gate.Wait()
}

// enter opens the desk, behind a login where it has accounts. open makes the frame for
// whoever comes in.
func enter(p Parts, w fyne.Window, run *work.Runner, open func(hearing.Rights) *frame) {
	guarded, rights := false, hearing.Rights{}
	read := func(ctx context.Context) (err error) {
		rights, err = p.Desk.Rights(ctx, nil)
		return err
	}
	run.Do(func(ctx context.Context) (err error) {
		if guarded, err = p.Desk.Guarded(ctx); err != nil {
			return err
		}
		return read(ctx)
	}, func(err error) {
		if !guarded && err == nil {
			open(rights)
			return
		}
		in := func() {
			run.Do(read, func(error) { open(rights).title() }) // without a record nothing is read that can fail
		}
		door := entrance.New(run, w.Canvas(), p.Now, p.Desk, in, nil)
		door.Print = slips(p, run)
		w.SetContent(door.Object())
		door.Wait()
	})
}

// title says in the title of the window who is logged in.
func (f *frame) title() {
	name, who := words.T("听证台"), f.parts.Desk.Me().Name
	if f.parts.ReadOnly {
		name = words.T("听证台（只读）")
	}
	if who != "" {
		name += " — " + who
	}
	f.shell.Window.SetTitle(name)
	f.foot.who(who, f.lock)
	if who != f.known { // they have just come
		f.known = who
		f.rest()
	}
}

// locked reports whether the window waits behind the door.
func (f *frame) locked() bool { return f.behind != nil }

// lock hides everything of the desk until whoever is logged in types the password. What
// was typed is kept as it is, and on the disk too. The wall's window stays: it shows
// what is public.
func (f *frame) lock() {
	if f.locked() || f.parts.Desk.Me().ID == "" {
		return
	}
	f.shell.Work.Flush()
	w := f.shell.Window
	c := w.Canvas()
	b := &behind{focus: c.Focused(), overlays: slices.Clone(c.Overlays().List())}
	for _, o := range slices.Backward(b.overlays) {
		c.Overlays().Remove(o)
	}
	for _, other := range fyne.CurrentApp().Driver().AllWindows() {
		if other != w && other.Title() != projector.Title() {
			other.Hide()
			b.windows = append(b.windows, other)
		}
	}
	f.behind = b
	b.door = entrance.New(f.shell.Work, c, f.parts.Now, f.parts.Desk, f.unlock, f.leave)
	b.door.Print = f.shell.Code
	w.SetContent(b.door.Object())
	w.SetTitle(words.T("听证台（已锁定）"))
	b.door.Wait()
	f.shell.Work.Do(f.parts.Desk.NoteLock, f.shell.Fail)
}

// unlock shows everything again, with the cursor where it was.
func (f *frame) unlock() {
	b := f.behind
	f.behind = nil
	w := f.shell.Window
	w.Canvas().Unfocus() // the door's field would keep the keys
	w.SetContent(f.object())
	f.title()
	for _, o := range b.overlays {
		w.Canvas().Overlays().Add(o)
	}
	for _, other := range b.windows {
		other.Show()
	}
	if b.focus != nil {
		w.Canvas().Focus(b.focus)
	}
	f.touched = f.parts.Now()
	f.rest()
}

// leave closes the window for somebody else, and opens it again at the door.
func (f *frame) leave() {
	f.parts.Again()
	f.close()
}

// looks is how often it is looked whether anybody is there.
const looks = 20 * time.Second

// rest locks the window once nobody has touched the computer for as long as the office
// says; where the system does not tell, once nothing was opened or typed here.
func (f *frame) rest() {
	if f.locked() || f.parts.Desk.Me().ID == "" {
		return
	}
	var limit time.Duration
	f.keeper.Run.Do(func(ctx context.Context) (err error) {
		limit, err = f.parts.Desk.LockAfter(ctx)
		return err
	}, func(err error) {
		f.shell.Fail(err)
		now := f.parts.Now()
		still, known := idle.Since()
		if !known {
			still = now.Sub(f.touched)
		}
		if err == nil && limit > 0 && still >= limit {
			f.lock()
			return
		}
		f.keeper.Run.At("rest", now.Add(min(looks, max(limit-still, time.Second))), f.rest)
	})
}

// A shutter lets no key through to the pages while the window is locked.
type shutter struct {
	fyne.Canvas
	f *frame
}

// AddShortcut adds a shortcut that does nothing behind the door.
func (s shutter) AddShortcut(k fyne.Shortcut, do func(fyne.Shortcut)) {
	s.Canvas.AddShortcut(k, func(k fyne.Shortcut) {
		if !s.f.locked() {
			do(k)
		}
	})
}

// SetOnTypedKey does the same for keys that no field takes.
func (s shutter) SetOnTypedKey(do func(*fyne.KeyEvent)) {
	s.Canvas.SetOnTypedKey(func(k *fyne.KeyEvent) {
		if !s.f.locked() {
			do(k)
		}
	})
}

// lockKey is the key that locks the window.
var lockKey = &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault}
