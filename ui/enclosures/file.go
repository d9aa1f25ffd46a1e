package enclosures

import (
	"bytes"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A fileRow shows the file of an enclosure, and takes another one.
type fileRow struct {
	sh     *shell.Shell
	desk   Files
	put    func(hearing.ScanFile)
	object *fyne.Container
	drop   *widget.Button
	shown  *fyne.Container
	hash   string // of the file that is shown
}

func newFileRow(sh *shell.Shell, desk Files, choose func(take func(path string)), put func(hearing.ScanFile)) *fileRow {
	r := &fileRow{sh: sh, desk: desk, put: put, shown: container.NewVBox()}
	choosing := sh.For(hearing.NounEnclosure, widget.NewButtonWithIcon(words.T("选择 PDF 或图片…"), theme.FileIcon(), func() { choose(r.take) }))
	r.drop = sh.For(hearing.NounEnclosure, look.Quiet(words.T("去掉文件"), theme.DeleteIcon(), func() { put(hearing.ScanFile{}) }))
	r.drop.Hide()
	r.object = container.NewVBox(container.NewHBox(choosing, r.drop),
		look.Hint(words.T("也可以把文件拖到窗口里。照原样印在文字后面，每页一张 A4：大的缩小，小的居中；不超过 20 MB、100 页。")), r.shown)
	return r
}

// take reads a file that was chosen or dropped.
func (r *fileRow) take(path string) {
	var f hearing.ScanFile
	r.sh.Work.Do(func(ctx context.Context) (err error) {
		f, err = enclose(ctx, r.desk, path)
		return err
	}, func(err error) {
		if err != nil {
			r.sh.Fail(err)
			return
		}
		r.put(f)
	})
}

// show shows a file: its first page as far as it is a picture, its name, its pages.
func (r *fileRow) show(f hearing.EnclosedFile) {
	if f.Hash == r.hash {
		return
	}
	r.hash = f.Hash
	r.shown.RemoveAll()
	r.drop.Hidden = f.Hash == ""
	r.object.Refresh()
	if f.Hash == "" {
		return
	}
	frame := container.NewGridWrap(fyne.NewSize(90, 128), widget.NewIcon(theme.DocumentIcon()))
	r.shown.Add(container.NewHBox(frame, container.NewCenter(container.NewVBox(widget.NewLabel(f.Name),
		widget.NewLabel(words.T("{{.N}} 页", map[string]int{"N": f.Pages})+"　"+size(f.Size))))))
	var png []byte
	r.sh.Work.Do(func(ctx context.Context) (err error) {
		png, err = small(ctx, r.desk, f)
		return err
	}, func(err error) {
		r.sh.Fail(err)
		if r.hash != f.Hash || len(png) == 0 {
			return
		}
		img := canvas.NewImageFromReader(bytes.NewReader(png), f.Hash)
		img.FillMode = canvas.ImageFillContain
		frame.Objects = []fyne.CanvasObject{img}
		frame.Refresh()
	})
}
