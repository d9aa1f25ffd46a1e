// Command form is a small form in a window, for trying the hands that the
// window test drives the program with. Its button prints what was typed.
package main

import (
	"fmt"

	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("form")
	rows := container.New(layout.NewFormLayout())
	var entries []*widget.Entry
	for _, label := range []string{"姓名", "地点", "日期"} {
		e := widget.NewEntry()
		entries = append(entries, e)
		rows.Add(widget.NewLabel(label))
		rows.Add(e)
	}
	below := widget.NewLabel("")
	save := widget.NewButton("保存", func() {
		for _, e := range entries {
			fmt.Println(e.Text)
		}
		below.SetText("已保存")
	})
	many := container.NewVBox(rows)
	for n := range 40 {
		many.Add(widget.NewLabel(fmt.Sprintf("第%d行", n+1)))
	}
	many.Add(save)
	w.SetContent(container.NewBorder(nil, below, nil, nil, container.NewVScroll(many)))
	w.ShowAndRun()
}
