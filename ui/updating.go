package ui

import (
	"context"
	"errors"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// An updating is the window that shows how far a file is brought up to date.
type updating struct {
	w      fyne.Window
	text   *widget.Label
	bar    *widget.ProgressBar
	off    *widget.Button
	stop   func()
	leaves bool  // the window was closed: nobody reads how it ended
	over   bool  // it has ended
	ended  error // how
}

// Updating shows, in a window of its own, how far a file is brought up to date. It
// returns when that is done and the window is closed: what was stopped is
// [context.Canceled], and the file is as it was, or goes on from there the next time.
func (a App) Updating(ctx context.Context, file string, do func(ctx context.Context, say func(far float64)) error) error {
	u := &updating{w: a.app.NewWindow(words.T("听证台")), bar: widget.NewProgressBar(), stop: func() {},
		text: widget.NewLabel(words.T("文件“{{.File}}”是旧版本写的，正在更新。先留一份副本，再在另一份上试过，最后才改原文件。可以停止，下次打开时接着更新。", map[string]string{"File": file}))}
	u.text.Wrapping = words.Wrap()
	u.off = look.Quiet(words.T("停止"), theme.CancelIcon(), u.halt)
	u.w.SetCloseIntercept(func() {
		u.leaves = true
		u.halt()
	})
	// A text that wraps asks for a line to each character before it is laid out, and a
	// reason may be long: it has its place, and scrolls in it.
	const wide = 528
	u.w.SetContent(container.NewPadded(container.NewCenter(container.NewVBox(container.NewGridWrap(fyne.NewSize(wide, 104), container.NewVScroll(u.text)),
		container.NewGridWrap(fyne.NewSize(wide, 32), u.bar), container.NewHBox(layout.NewSpacer(), u.off)))))
	u.w.Resize(fyne.NewSize(wide+32, 216))
	u.w.CenterOnScreen()
	var all sync.WaitGroup
	a.app.Lifecycle().SetOnStarted(func() {
		all.Add(1)
		u.stop = work.New(ctx).Aside(func(ctx context.Context, say func(far float64)) error {
			defer all.Done()
			return do(ctx, say)
		}, u.bar.SetValue, func(err error) { u.end(ctx, err) })
	})
	u.w.ShowAndRun()
	u.stop() // a signal ends the window at once: what was begun is taken back all the same
	all.Wait()
	if !u.over {
		return context.Canceled
	}
	return u.ended
}

// halt stops it, which takes a moment: what was begun is taken back. Once it has ended
// it closes the window.
func (u *updating) halt() {
	if u.over {
		u.w.Close()
		return
	}
	u.stop()
	u.off.Disable()
	u.off.SetText(words.T("正在停止…"))
}

// end closes the window where all is done or nobody looks, and else says how it ended,
// which stays until it is read.
func (u *updating) end(ctx context.Context, err error) {
	u.over, u.ended = true, err
	if err == nil || u.leaves || ctx.Err() != nil {
		u.w.Close()
		return
	}
	said := words.Error(err)
	if errors.Is(err, context.Canceled) { // also halfway through the file, which words.Error would not say
		said = words.T("已停止。文件里的内容都在，下次打开时接着更新。")
	}
	u.text.SetText(said)
	u.bar.Hide()
	u.off.SetText(words.T("关闭"))
	u.off.Enable()
	u.w.Canvas().Focus(u.off)
}
