package settings

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/parcel"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A path is a field for a file or folder with a button that looks for it.
type path struct {
	*field.Text
	typed string
}

func (p *path) set(s string) {
	p.typed = s
	p.Set(s)
	p.SetError("")
}

// folderOf is where copies go: the folder that was chosen, or the desk's own.
func folderOf(file string) string {
	return fyne.CurrentApp().Preferences().StringWithFallback(prefFolder, filepath.Dir(file))
}

// files is where the desk's file lies, its copies, and packages.
func (p *page) files() fyne.CanvasObject {
	lies := widget.NewLabel(p.model.file)
	lies.Selectable = true
	lies.Wrapping = fyne.TextWrapBreak
	prefs := fyne.CurrentApp().Preferences()
	folder := p.pathField(words.T("放备份和导出文件的文件夹"), func(s string) { prefs.SetString(prefFolder, s) })
	folder.set(folderOf(p.model.file))
	seek := look.Quiet(words.T("浏览…"), theme.FolderOpenIcon(), func() {
		dialog.ShowFolderOpen(func(u fyne.ListableURI, err error) {
			if err != nil {
				p.sh.Fail(err)
			} else if u != nil {
				folder.set(u.Path())
				prefs.SetString(prefFolder, u.Path())
			}
		}, p.sh.Window)
	})
	source := p.pathField(words.T("数据包文件，如：package.json"), nil)
	browse := look.Quiet(words.T("浏览…"), theme.FileIcon(), func() {
		dialog.ShowFileOpen(func(r fyne.URIReadCloser, err error) {
			if err != nil {
				p.sh.Fail(err)
			} else if r != nil {
				source.set(r.URI().Path())
				p.sh.Fail(r.Close())
			}
		}, p.sh.Window)
	})
	back := widget.NewButtonWithIcon(words.T("立即备份"), theme.DocumentSaveIcon(), func() {
		p.into(folder, func(file string) string { return words.T("已备份到 {{.File}}", map[string]string{"File": file}) }, p.model.backup)
	})
	out := p.sh.ForDeed(hearing.GiveOut, widget.NewButtonWithIcon(words.T("导出全部数据"), theme.UploadIcon(), func() {
		p.into(folder, func(file string) string { return words.T("已导出到 {{.File}}", map[string]string{"File": file}) }, p.model.export)
	}))
	seal := p.sh.ForDeed(hearing.GiveOut, widget.NewButtonWithIcon(words.T("导出交换包…"), theme.MailSendIcon(), func() { p.give(folder) }))
	in := p.sh.For(hearing.NounOrganisation, widget.NewButtonWithIcon(words.T("导入"), theme.DownloadIcon(), func() { p.take(source) }))
	return container.NewVBox(field.RowOf(words.T("数据文件"), lies),
		field.RowOf(words.T("存到文件夹"), container.NewBorder(nil, nil, nil, container.NewHBox(seek, back, out, seal), folder.Object())),
		field.RowOf(words.T("导入数据包"), container.NewBorder(nil, nil, nil, container.NewHBox(browse, in), source.Object())),
		field.RowOf("", look.Hint(words.T("备份是整个文件的副本，文件名带日期，不会覆盖任何文件。数据包可以交给另一台电脑上的听证台；导入时按编号合并，可以撤销。"))))
}

func (p *page) pathField(hint string, tell func(string)) *path {
	f := &path{}
	f.Text = field.NewText("", func(s string) {
		f.typed = s
		f.SetError("")
		if tell != nil {
			tell(s)
		}
	}).Hint(hint)
	return f
}

// into writes something into the folder and says where it is.
func (p *page) into(folder *path, said func(string) string, write func(context.Context, string) (string, error)) {
	p.sh.Work.Flush()
	to := strings.TrimSpace(folder.typed)
	var file string
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		file, err = write(ctx, to)
		return err
	}, func(err error) {
		if err != nil {
			folder.SetError(words.Error(err))
			return
		}
		folder.SetError("")
		p.sh.Say(said(file))
	})
}

// take imports the package.
func (p *page) take(source *path) {
	p.sh.Work.Flush()
	from := strings.TrimSpace(source.typed)
	if from == "" {
		source.SetError(words.T("请先选择数据包文件。"))
		source.Focus()
		return
	}
	wrong := func(err error) { source.SetError(words.Error(err)) }
	done := func(said string) {
		source.SetError("")
		p.sh.Say(words.T("已导入：{{.Summary}}", map[string]string{"Summary": strings.Join(strings.Fields(said), " ")}))
		p.Show(shell.Place{})
	}
	if p.model.exchange.IsBundle(from) {
		parcel.Taking{Shell: p.sh, From: p.model.exchange, Desk: p.model.desk, Done: done, Fail: wrong}.Start(from)
		return
	}
	var said string
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		said, err = p.model.exchange.Import(ctx, from)
		return err
	}, func(err error) {
		if err != nil {
			wrong(err)
			return
		}
		done(said)
	})
}

// give writes everything as a bundle for another desk into the folder.
func (p *page) give(folder *path) {
	p.sh.Work.Flush()
	to := strings.TrimSpace(folder.typed)
	parcel.Giving{Shell: p.sh, To: p.model.exchange, Fail: func(err error) { folder.SetError(words.Error(err)) },
		Done: func(file, print string) {
			folder.SetError("")
			p.sh.Say(words.T("已导出到 {{.File}}。本机指纹 {{.Print}}，请用电话告诉对方核对。", map[string]string{"File": file, "Print": print}))
		}}.Start(func() (string, error) { return free(to, "hearingdesk", p.model.now(), ".hdb") })
}
