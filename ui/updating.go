package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// Updating shows, in a window of its own, how far a file is brought up to date. It
// returns when that is done and the window is closed: what was stopped is
// [context.Canceled], and the file is as it was, or goes on from there the next time.
func (a App) Updating(ctx context.Context, file string, do func(ctx context.Context, say func(far float64)) error) error {
	w := a.app.NewWindow(words.T("听证台"))
	bar := widget.NewProgressBar()
	text := widget.NewLabel(words.T("文件“{{.File}}”是旧版本写的，正在更新。先留一份副本，再在另一份上试过，最后才改原文件。可以停止，下次打开时接着更新。", map[string]string{"File": file}))
	text.Wrapping = words.Wrap()
	var stop func()
	off := look.Quiet(words.T("停止"), theme.CancelIcon(), func() { stop() })
	w.SetCloseIntercept(func() { stop() })
	var ended error
	over := false
	show := func() {
		stop = work.New(ctx).Aside(do, bar.SetValue, func(err error) {
			over, ended = true, err
			if err == nil || errors.Is(err, context.Canceled) {
				w.Close()
				return
			}
			text.SetText(words.Error(err)) // stays until it is read
			bar.Hide()
			off.SetText(words.T("关闭"))
			stop = w.Close
		})
	}
	stop = func() {}
	// Before it is laid out, a text that wraps asks for a line to each character.
	w.SetContent(container.New(layout.NewCustomPaddedLayout(16, 12, 16, 16), container.NewBorder(nil,
		container.NewHBox(layout.NewSpacer(), off), nil, nil, container.NewVBox(container.NewGridWrap(fyne.NewSize(528, 84), text), bar))))
	w.Resize(fyne.NewSize(560, 200))
	w.CenterOnScreen()
	a.app.Lifecycle().SetOnStarted(show)
	w.ShowAndRun()
	if !over {
		return context.Canceled
	}
	return ended
}
