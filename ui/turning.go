package ui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// turn encrypts the file, or has it in clear again, and shows how far that is: nothing of
// the desk is in the window any more, and no key or click does anything. When it is done
// the window closes. A crash leaves the file as it was, or as it is to be.
func (f *frame) turn() {
	f.ifNothingIsLost(func() {
		w := f.shell.Window
		for _, o := range slices.Clone(w.Canvas().Overlays().List()) {
			w.Canvas().Overlays().Remove(o)
		}
		for _, other := range fyne.CurrentApp().Driver().AllWindows() {
			if other != w {
				other.Hide()
			}
		}
		f.behind = &behind{} // its keys do nothing
		bar := widget.NewProgressBar()
		w.SetContent(turning(f.parts.File, bar))
		w.SetOnDropped(nil)
		w.SetCloseIntercept(func() {}) // what is half done would begin anew
		was := []*work.Runner{f.shell.Work, f.keeper.Run}
		run := f.alone()
		run.Aside(func(ctx context.Context, say func(far float64)) error {
			for _, r := range was {
				r.Drain()
			}
			f.parts.Turn(context.WithoutCancel(ctx), say)
			return nil
		}, bar.SetValue, func(error) { w.Close() })
	})
}

// turning is what stands in the window meanwhile.
func turning(file string, bar *widget.ProgressBar) fyne.CanvasObject {
	text := look.Hint(words.T("“{{.File}}”和旁边的扫描件、备份逐一重写、核对，再换下原来的；断电也不会丢失内容。完成后窗口重新打开。", map[string]string{"File": filepath.Base(file)}))
	const wide = 640 // a text that wraps does not know how high it is before it is laid out
	box := container.NewVBox(look.Heading(words.T("正在处理文件的加密")), container.NewGridWrap(fyne.NewSize(wide, 64), text), container.NewGridWrap(fyne.NewSize(wide, 32), bar))
	return container.NewVBox(layout.NewSpacer(), container.NewCenter(box), layout.NewSpacer())
}
