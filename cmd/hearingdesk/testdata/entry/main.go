// Command entry is a window with an empty text field and nothing else: the measure
// for how soon a key may be on the screen.
package main

import (
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("entry")
	e := widget.NewMultiLineEntry()
	w.SetContent(e)
	w.Canvas().Focus(e)
	w.ShowAndRun()
}
