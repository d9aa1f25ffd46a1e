package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// inFolder asks for a folder and does something there.
func (b *bar) inFolder(do func(folder string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			b.sh.Fail(err)
		case folder != nil:
			do(folder.Path())
		}
	}, b.sh.Window)
	d.SetConfirmText(words.T("存在这里"))
	d.Resize(b.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}

// chooseWord saves the ticked papers for Word, or one of the office's own
// sheets, where it has any.
func (b *bar) chooseWord() {
	own := b.m.OwnSheets()
	if len(own) == 0 {
		b.choose(press.DOCX, false)
		return
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(words.T("所选文书…"), func() { b.choose(press.DOCX, false) })}
	for _, title := range own {
		items = append(items, fyne.NewMenuItem(words.T("本院表单“{{.Title}}”…", map[string]string{"Title": title}), func() {
			b.inFolder(func(folder string) { b.saveSheet(title, folder) })
		}))
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), b.sh.Window.Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, -menu.MinSize().Height), b.word)
}

func (b *bar) saveSheet(title, folder string) {
	b.sh.Work.Flush()
	b.m.SaveSheet(title, folder, func(files []string) {
		b.note = Line{words.T("已存 {{.N}} 件到 {{.Folder}}。", map[string]any{"N": len(files), "Folder": folder}), Good}
		b.refresh()
	})
}
