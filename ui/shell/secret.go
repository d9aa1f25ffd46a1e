package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// AskSecret asks for what opens something that is locked; open gets what was typed,
// unless that is nothing.
func (s *Shell) AskSecret(title, text string, open func(secret string)) {
	secret := widget.NewPasswordEntry()
	d := dialog.NewCustomConfirm(title, words.T("打开"), words.T("取消"), container.NewVBox(look.Hint(text), secret), func(yes bool) {
		if yes && secret.Text != "" {
			open(secret.Text)
		}
	}, s.Window)
	secret.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(460, 200))
	d.Show()
	s.Window.Canvas().Focus(secret)
}
