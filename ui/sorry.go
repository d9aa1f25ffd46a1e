package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/words"
)

// Sorry says, in a window of its own, why the desk cannot be opened, and
// returns when it is closed: who starts the program by a click sees no terminal.
func (a App) Sorry(err error) {
	w := a.app.NewWindow(words.T("听证台"))
	text := widget.NewLabel(words.Error(err))
	text.Wrapping = words.Wrap()
	text.Selectable = true
	shut := widget.NewButton(words.T("关闭"), w.Close)
	w.SetContent(container.New(layout.NewCustomPaddedLayout(16, 12, 16, 16), container.NewBorder(nil,
		container.NewHBox(layout.NewSpacer(), shut), container.NewVBox(widget.NewIcon(theme.WarningIcon())), nil, text)))
	w.Resize(fyne.NewSize(520, 200))
	w.CenterOnScreen()
	w.Canvas().Focus(shut)
	w.ShowAndRun()
}
