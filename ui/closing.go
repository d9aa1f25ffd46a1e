package ui

import (
	"fyne.io/fyne/v2/dialog"

	"hearingdesk/ui/words"
)

// close closes the window. Where a page has words that the disk refused, it asks
// before: they would be lost.
func (f *frame) close() { f.ifNothingIsLost(f.shell.Window.Close) }

// ifNothingIsLost does something that ends the window, and asks before where it would.
func (f *frame) ifNothingIsLost(do func()) {
	for _, p := range f.pages {
		h, ok := p.(interface{ Holds() error })
		if !ok {
			continue
		}
		if err := h.Holds(); err != nil {
			f.ask(err, do)
			return
		}
	}
	do()
}

// ask asks whether to close though words would be lost.
func (f *frame) ask(err error, do func()) {
	text := words.Sentences(words.T("笔录还有话没有存下，关闭就会丢失。"), words.Error(err))
	d := dialog.NewConfirm(words.T("还有话没有存下"), text, func(leave bool) {
		if leave {
			do()
		}
	}, f.shell.Window)
	d.SetConfirmText(words.T("丢弃并关闭"))
	d.SetDismissText(words.T("先不关闭"))
	d.Show()
}
