package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// PrintCode prints a recovery code: of says of whom or what, use what for. told is what came of it.
type PrintCode func(of, code, use string, told func(string))

// Printing is the button that prints a recovery code, and what came of it.
func Printing(print PrintCode, of, code, use string) fyne.CanvasObject {
	said := look.Hint("")
	b := widget.NewButtonWithIcon(words.T("打印"), theme.DocumentPrintIcon(), nil)
	b.OnTapped = func() {
		b.Disable()
		print(of, code, use, func(text string) {
			b.Enable()
			said.SetText(text)
		})
	}
	b.Hidden = print == nil
	return container.NewBorder(nil, nil, container.NewVBox(b), nil, said)
}
