// Command hello is Fyne's smallest window: the measure for how long the
// hearing desk may take to its first one.
package main

import (
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("hello")
	w.SetContent(widget.NewLabel("hello"))
	w.ShowAndRun()
}
