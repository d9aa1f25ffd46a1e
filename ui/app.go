// Package ui is the window: the navigation at the left, one page beside it,
// and a foot that says what was saved. Each page is a folder: view.go holds its
// widgets, model.go what it shows and does.
package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/look"
	"hearingdesk/ui/remind"
	"hearingdesk/ui/settings"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// Parts are what the window is put together from.
type Parts struct {
	Desk     Desk
	Press    func() (*press.Press, error) // made when the first paper is
	Printer  printing.Printer
	Book     func() (*rules.Book, error) // read when the first finding is
	Days     *calendar.Calendar
	Now      func() time.Time
	NewID    func() hearing.ID
	Exchange settings.Exchange           // imports and exports packages
	Examples func(context.Context) error // fills an empty desk with the worked examples
	File     string                      // of the desk, for the title
}

// A frame is the window with its pages.
type frame struct {
	parts Parts
	shell *shell.Shell
	nav   *navigation
	watch *remind.Watch
	day   calendar.Date // that the watch counted last
	foot  *foot
	stage *fyne.Container
	pages map[shell.Kind]shell.Page
	make  map[shell.Kind]func(*shell.Shell) shell.Page
	here  shell.Place
	trail []shell.Place // where one came from
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
	w := a.app.NewWindow(words.T("听证台"))
	run := work.New(ctx)
	ctx, stop := context.WithCancel(ctx)
	defer stop() // whatever is being counted
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 720))
	w.SetMaster()
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
	a.app.Lifecycle().SetOnStarted(func() {
		f = newFrame(p, w, run)
		f.remind(a.app, work.New(ctx))
		w.SetContent(f.object())
		f.shortcuts(w.Canvas())
		w.SetOnDropped(f.drop)
		f.start()
	})
	w.ShowAndRun()
	run.Drain()
}

func newFrame(p Parts, w fyne.Window, run *work.Runner) *frame {
	f := &frame{parts: p, stage: container.NewStack(), pages: map[shell.Kind]shell.Page{}}
	f.shell = &shell.Shell{Window: w, Work: run, Now: p.Now, NewID: p.NewID, Days: p.Days, Book: p.Book}
	f.foot = newFoot(f.undo)
	f.shell.Go, f.shell.Back = f.goTo, f.back
	f.shell.Say, f.shell.Save = f.foot.say, f.saving
	f.shell.Fail = func(err error) {
		if err != nil {
			f.foot.fail(words.Error(err))
		}
	}
	f.make = f.factories()
	f.nav = newNavigation(func(k shell.Kind) { f.goTo(shell.Place{Kind: k}) }, f.seek)
	return f
}

func (f *frame) object() fyne.CanvasObject {
	return container.NewBorder(nil, f.foot.object, f.nav.object, nil, f.stage)
}

// start shows the first page: today, or the welcome of an empty desk.
func (f *frame) start() {
	var empty bool
	f.shell.Work.Do(func(ctx context.Context) (err error) {
		empty, err = f.parts.Desk.Empty(ctx)
		return err
	}, func(err error) {
		f.watch.Start()
		if err != nil {
			f.shell.Fail(err)
		}
		if empty {
			f.goTo(shell.Place{Kind: atWelcome})
			return
		}
		f.goTo(shell.Place{Kind: shell.Today})
	})
}

// goTo shows another place. A new record gets its ID here, so that coming back
// opens what was begun.
func (f *frame) goTo(p shell.Place) {
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

// undo takes back what is on the page and not in the file, else the last
// change of the file.
func (f *frame) undo() {
	if page, ok := f.pages[f.here.Kind].(interface{ Undo() bool }); ok && page.Undo() {
		return
	}
	if page := f.pages[f.here.Kind]; page != nil && page.TakeBack() {
		f.foot.say(words.T("已取消未保存的输入"))
		return
	}
	f.revert(f.parts.Desk.Undo, "已撤销：{{.Change}}")
}

func (f *frame) redo() {
	if page, ok := f.pages[f.here.Kind].(interface{ Redo() bool }); ok && page.Redo() {
		return
	}
	f.revert(f.parts.Desk.Redo, "已恢复：{{.Change}}")
}

func (f *frame) revert(do func(context.Context) (hearing.Change, error), said string) {
	f.shell.Work.Flush()
	var c hearing.Change
	f.shell.Work.Do(func(ctx context.Context) (err error) {
		c, err = do(ctx)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, hearing.ErrNothing):
			f.foot.say(words.Error(err))
		case err != nil:
			f.shell.Fail(err)
		default:
			f.watch.Changed()
			f.foot.say(words.T(said, map[string]string{"Change": words.Change(c)}))
			f.again()
		}
	})
}

// again reads anew what is shown. A session stays on the tab that is open, which
// need not be the one that was asked for.
func (f *frame) again() {
	if f.here.Kind == shell.Hearing || f.here.Kind == shell.Announcement {
		f.here.Tab = ""
	}
	f.show(f.here)
}

// drop gives files that were dropped on the window to the page that takes them:
// that of a session, of people, or of enclosures.
func (f *frame) drop(at fyne.Position, list []fyne.URI) {
	var files []string
	for _, u := range list {
		files = append(files, u.Path())
	}
	if p, ok := f.pages[f.here.Kind].(interface {
		Drop(at fyne.Position, files []string)
	}); ok {
		p.Drop(at, files)
		return
	}
	f.shell.Say(words.T("扫描件请拖到打开的听证会、宣告送达或“文书”页里，名册请拖到“人员”页。"))
}
