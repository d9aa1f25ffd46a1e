// Command entry is one entry in a window. It prints what the entry holds, one
// line a change, so that a test sees whether the input method's text arrives.
package main

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("entry")
	e := widget.NewEntry()
	e.OnChanged = func(text string) { fmt.Println(text) }
	w.SetContent(e)
	w.Resize(fyne.NewSize(400, 100))
	w.Canvas().Focus(e)
	w.ShowAndRun()
}
