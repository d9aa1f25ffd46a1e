// Package ui is the window: the navigation at the left, one page beside it,
// and a foot that says what was saved. Each page is a folder: view.go holds its
// widgets, model.go what it shows and does.
package ui

import (
	"context"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/copies"
	"hearingdesk/ui/due"
	"hearingdesk/ui/look"
	"hearingdesk/ui/remind"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A frame is the window with its pages.
type frame struct {
	parts   Parts
	shell   *shell.Shell
	nav     *navigation
	judging *due.Judging
	watch   *remind.Watch
	keeper  *copies.Keeper
	day     calendar.Date // that the watch counted last
	foot    *foot
	stage   *fyne.Container
	pages   map[shell.Kind]shell.Page
	make    map[shell.Kind]func(*shell.Shell) shell.Page
	here    shell.Place
	trail   []shell.Place // where one came from

	alone   func() *work.Runner // ends what goes on in the window, and returns a runner for what is done then
	behind  *behind             // the door is shut; nil: it is open
	known   string              // who was logged in when it was last looked
	touched time.Time           // when something was last opened or typed here
}

// An App is the program on its display, before there is a window: it knows what
// this computer was told to prefer.
type App struct{ app fyne.App }

// Start connects the program to its display.
func Start() App {
	a := app.NewWithID("cn.hearingdesk")
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	a.Settings().SetTheme(look.NewTheme(look.Mode(a.Preferences().StringWithFallback("look", string(look.Light)))))
	return App{a}
}

// Language returns the language that was chosen; empty when none was.
func (a App) Language() string { return a.app.Preferences().String("language") }

// Actor returns who is at the desk; empty when nobody said.
func (a App) Actor() string { return a.app.Preferences().String("actor") }

// Run opens the window and returns when it is closed. Everything typed is on
// disk by then.
func (a App) Run(ctx context.Context, p Parts) {
	title := words.T("听证台")
	if p.ReadOnly {
		title = words.T("听证台（只读）")
	}
	w := a.app.NewWindow(title)
	run := work.New(ctx)
	ctx, stop := context.WithCancel(ctx)
	defer stop() // whatever is being counted
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 720))
	w.SetMaster()
	aside := work.New(ctx)
	w.SetOnClosed(func() {
		run.Leave()
		aside.Leave()
	})
	var f *frame
	w.SetCloseIntercept(func() {
		run.Drain()
		if f == nil { // before the first page
			w.Close()
			return
		}
		fyne.Do(f.close) // behind what the jobs have to say
	})
	// The window stands at once; what takes longest, the fonts, is read for the
	// first page, while the screen makes it visible.
	inside := func(p Parts) {
		enter(p, w, run, func(rights hearing.Rights) *frame {
			f = newFrame(p, w, run, rights)
			f.remind(a.app, aside)
			f.alone = func() *work.Runner {
				run.Leave()
				aside.Leave()
				return work.New(ctx)
			}
			w.SetContent(f.object())
			f.shortcuts(shutter{w.Canvas(), f})
			w.SetOnDropped(f.drop)
			f.start()
			return f
		})
	}
	a.app.Lifecycle().SetOnStarted(func() {
		if p.Unlock == nil {
			inside(p)
			return
		}
		unlock(p, w, run, inside)
	})
	w.ShowAndRun()
	run.Drain()
}

func newFrame(p Parts, w fyne.Window, run *work.Runner, rights hearing.Rights) *frame {
	f := &frame{parts: p, stage: container.NewStack(), pages: map[shell.Kind]shell.Page{}}
	f.shell = &shell.Shell{Window: w, Work: run, Now: p.Now, NewID: p.NewID, Days: p.Days, Book: p.Book, Rights: rights}
	f.judging = due.New(p.Desk, p.Book)
	f.foot = newFoot(f.undo, func() { f.goTo(shell.Place{Kind: shell.Settings, Tab: copies.Key}) })
	f.shell.Go, f.shell.Back = f.goTo, f.back
	f.shell.Say, f.shell.Save = f.foot.say, f.saving
	f.shell.Fail = func(err error) {
		if err != nil {
			f.foot.fail(words.Error(err))
		}
	}
	f.shell.Code = slips(p, run)
	f.shell.Turn = f.turn
	f.shell.Restore = func(backup, secret string) {
		if err := f.shell.Rights.Do(hearing.ManageAccounts); err != nil {
			f.shell.Fail(err) // it brings back approvals and accounts too
			return
		}
		p.Restore(backup, secret)
		f.close()
	}
	f.make = f.factories()
	f.nav = newNavigation(f.shell, func(k shell.Kind) { f.goTo(shell.Place{Kind: k}) }, f.seek)
	return f
}

func (f *frame) object() fyne.CanvasObject {
	return container.NewBorder(nil, f.foot.object, f.nav.object, nil, f.stage)
}

// start shows the first page: today, or the welcome of an empty desk. Whoever was
// quicker with a key stays where that led.
func (f *frame) start() {
	var empty bool
	f.shell.Work.Do(func(ctx context.Context) (err error) {
		empty, err = f.parts.Desk.Empty(ctx)
		return err
	}, func(err error) {
		f.title()
		f.foot.say(f.parts.Said)
		f.index()
		if err != nil {
			f.shell.Fail(err)
		}
		switch {
		case empty:
			f.goTo(shell.Place{Kind: atWelcome})
		case f.here.Kind == "":
			f.goTo(shell.Place{Kind: shell.Today})
		}
		f.shell.Work.Do(func(context.Context) error { return nil }, func(error) { f.attend() })
	})
}

// spare is how many per cent of what the window needs it may have in memory above that: an
// office's machine has little. Until the first page stands, speed counts for more.
const spare = 50

// attend begins what goes on beside the window, once the first page has what it shows:
// both would be slower together.
func (f *frame) attend() {
	debug.SetGCPercent(spare)
	f.watch.Start()
	if f.parts.ReadOnly {
		f.foot.copied(words.T("只读"), true)
		return
	}
	f.keeper.Start()
	f.hold()
}

// goTo shows another place. A new record gets its ID here, so that coming back
// opens what was begun.
func (f *frame) goTo(p shell.Place) {
	if err := f.shell.Barred(p); err != nil {
		f.shell.Fail(err)
		return
	}
	if p.New && p.ID == "" {
		p.ID = f.shell.NewID()
	}
	if f.here.Kind != "" && f.here != p.Standing() && f.here.Kind != atWelcome {
		f.trail = append(f.trail, f.here)
		if len(f.trail) > 50 {
			f.trail = f.trail[1:]
		}
	}
	f.show(p)
}

func (f *frame) show(p shell.Place) {
	f.touched = f.parts.Now()
	f.title()
	f.shell.Work.Flush()
	if was, ok := f.pages[f.here.Kind].(interface{ Leave() }); ok && f.here.Kind != p.Kind {
		was.Leave()
	}
	page := f.pages[p.Kind]
	if page == nil {
		page = f.make[p.Kind](f.shell)
		f.pages[p.Kind] = page
	}
	if f.here.Kind != p.Kind || len(f.stage.Objects) == 0 {
		f.stage.Objects = []fyne.CanvasObject{page.Object()}
		f.stage.Refresh()
		f.shell.Window.Canvas().Unfocus()
	}
	f.here = p.Standing() // going back opens what was begun, not another new one
	f.nav.mark(p.Kind)
	f.foot.saving(shell.AllSaved)
	f.watch.Changed()
	page.Show(p)
}

func (f *frame) back() {
	if n := len(f.trail); n > 0 {
		p := f.trail[n-1]
		f.trail = f.trail[:n-1]
		f.show(p)
	}
}

// again reads anew what is shown. A session stays on the tab that is open, which
// need not be the one that was asked for.
func (f *frame) again() {
	if f.here.Kind == shell.Hearing || f.here.Kind == shell.Announcement {
		f.here.Tab = ""
	}
	f.show(f.here)
}
