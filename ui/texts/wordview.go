package texts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A wordPane shows the Word form that stands in the open paper's place, those
// before it, and the office's sheets for Word.
type wordPane struct {
	t    *Tab
	rows *fyne.Container
	root fyne.CanvasObject
}

func newWordPane(t *Tab) *wordPane {
	p := &wordPane{t: t, rows: container.NewVBox()}
	p.root = look.Scroll(p.rows)
	return p
}

// Object returns what is drawn.
func (p *wordPane) Object() fyne.CanvasObject { return p.root }

// only disables a button by which a Word form is changed, where whoever is logged in may
// not, and returns it.
func (p *wordPane) only(b *widget.Button) *widget.Button {
	return p.t.sh.For(hearing.NounWordForm, b)
}

func (p *wordPane) show() {
	m := p.t.m
	p.rows.RemoveAll()
	choose := p.only(look.Quiet(words.T("选择 Word 文件…"), theme.FolderOpenIcon(), func() { p.open(false) }))
	p.rows.Add(directory.Part(words.T("这份文书的 Word 表单"), choose))
	p.refused()
	if m.Word.Own.Hash == "" {
		p.rows.Add(look.Hint(words.T("没有。存为 Word 时用左边的文本，按程序的版式生成。")))
	}
	for _, e := range m.Word.Past {
		if e.Hash != "" {
			p.rows.Add(p.edition(e))
		}
	}
	add := p.only(look.Quiet(words.T("添加单独的表单…"), theme.ContentAddIcon(), func() { p.open(true) }))
	p.rows.Add(directory.Part(words.T("单独的 Word 表单"), add))
	if len(m.Word.Sheets) == 0 {
		p.rows.Add(look.Hint(words.T("没有。单独的表单不代替哪份文书，每场可以存一份，如本院的登记表。")))
	}
	for _, f := range m.Word.Sheets {
		p.rows.Add(p.line(f.Title, words.FormOrigin(f.Edition)+" · "+f.Name,
			p.export(f), p.only(look.Quiet(words.T("移除"), theme.DeleteIcon(), func() { m.DropWord(f) }))))
	}
	p.rows.Add(directory.Part(words.T("怎么写")))
	p.rows.Add(look.Hint(words.T("用 Word 或 WPS 做好版式，在要填的地方写上字段，如 {{case.cause}}、{{to.name}}，写法与左边的文本相同；另存为 .docx。表格的一行写 {{range people}}…{{end}}，就按人逐行重复。带宏、引用外部内容或者损坏的文件不收。只影响“存为 Word”，打印和 PDF 仍用左边的文本。")))
	p.rows.Refresh()
}

// refused says what is wrong with the file that was chosen last.
func (p *wordPane) refused() {
	w := p.t.m.Word
	if len(w.Faults) == 0 {
		return
	}
	p.rows.Add(wrong(words.T("“{{.File}}”有 {{.N}} 处错误，没有存入：", map[string]any{"File": w.File, "N": len(w.Faults)})))
	for _, f := range w.Faults {
		p.rows.Add(wrong(f))
	}
}

func wrong(text string) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Wrapping, l.Importance, l.SizeName = words.Wrap(), widget.DangerImportance, theme.SizeNameCaptionText
	return l
}

// edition is the line of one Word form that was ever in the paper's place.
func (p *wordPane) edition(e hearing.WordEdition) fyne.CanvasObject {
	m := p.t.m
	title, detail := words.FormOrigin(e.Edition)+" · "+e.Name, dayOf(e.On)+" "+words.Clock(e.On)+" "+e.By
	if e.Note != "" {
		detail += " · " + e.Note
	}
	if e.Edition == m.Word.Own.Edition {
		return p.line(title+" · "+words.T("现用"), detail, p.export(e.WordForm), p.only(look.Quiet(words.T("移除"), theme.DeleteIcon(), func() { m.DropWord(m.Word.Own) })))
	}
	return p.line(title, detail, p.export(e.WordForm), p.only(look.Quiet(words.T("恢复这一版"), theme.HistoryIcon(), func() { m.PutBackWord(e) })))
}

// line sets what a form is called above its details, with what can be done.
func (p *wordPane) line(title, detail string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	name, below := widget.NewLabel(title), look.Hint(detail)
	name.Truncation, below.Truncation, below.Wrapping = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis, fyne.TextWrapOff
	return container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(buttons...)), container.NewVBox(name, below))
}

func (p *wordPane) export(f hearing.WordForm) fyne.CanvasObject {
	return look.Quiet("", theme.DownloadIcon(), func() {
		d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
			switch {
			case err != nil:
				p.t.sh.Fail(err)
			case folder != nil:
				p.t.m.ExportWord(f, folder.Path())
			}
		}, p.t.sh.Window)
		d.SetConfirmText(words.T("存在这里"))
		d.Resize(p.t.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
		d.Show()
	})
}

// open asks for a Word file.
func (p *wordPane) open(alone bool) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			p.t.sh.Fail(err)
		} else if r != nil {
			p.t.sh.Fail(r.Close())
			p.t.m.TakeWord(r.URI().Path(), alone)
		}
	}, p.t.sh.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".docx", ".doc", ".dotx", ".docm"})) // the others are refused with the reason
	d.Resize(p.t.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}

// TakeWord takes a Word form as the button does: in the open paper's place, or as
// a sheet of its own.
func (t *Tab) TakeWord(path string, alone bool) { t.m.TakeWord(path, alone) }
