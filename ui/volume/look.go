package volume

import (
	"bytes"
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/scanning"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// small is the small picture of a scan: that of its first page, or a sheet where
// nothing could be drawn.
func (p *Panel) small(s hearing.Scan) fyne.CanvasObject {
	frame := container.NewGridWrap(fyne.NewSize(90, 128), widget.NewIcon(theme.DocumentIcon()))
	if s.Thumb == "" {
		return frame
	}
	var text []byte
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		text, err = p.m.desk.Content(ctx, s.Thumb)
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		img := canvas.NewImageFromReader(bytes.NewReader(text), s.Thumb)
		img.FillMode = canvas.ImageFillContain
		frame.Objects = []fyne.CanvasObject{img}
		frame.Refresh()
	})
	return frame
}

// view shows a page of a scan inside the window.
func (p *Panel) view(s hearing.Scan, n, page int) {
	var img image.Image
	p.sh.Work.Do(func(ctx context.Context) error {
		data, err := p.m.desk.ScanFile(ctx, s.ID, n, hearing.ViewScan)
		if err == nil {
			img, err = scanning.Page(ctx, data, page)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.window(s, n, page, img)
	})
}

func (p *Panel) window(s hearing.Scan, n, page int, img image.Image) {
	sheet := look.Empty(words.T("这个 PDF 由文字和线条组成，不是扫描的图片，窗口里画不出来；请导出后查看。"))
	if img != nil {
		picture := canvas.NewImageFromImage(img)
		picture.FillMode = canvas.ImageFillContain
		sheet = picture
	}
	var d *dialog.CustomDialog
	turn := func(by int) func() {
		return func() {
			d.Hide()
			p.view(s, n, page+by)
		}
	}
	back, on := look.Quiet(words.T("上一页"), theme.NavigateBackIcon(), turn(-1)), look.Quiet(words.T("下一页"), theme.NavigateNextIcon(), turn(1))
	if page == 0 {
		back.Disable()
	}
	if page == s.Files[n].Pages-1 {
		on.Disable()
	}
	where := widget.NewLabel(words.T("第 {{.N}} 页，共 {{.All}} 页", map[string]int{"N": page + 1, "All": s.Files[n].Pages}))
	d = dialog.NewCustom(s.Title, words.T("关闭"), container.NewBorder(nil, container.NewHBox(layout.NewSpacer(), back, where, on, layout.NewSpacer()), nil, nil, sheet), p.sh.Window)
	d.Resize(p.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(60)))
	d.Show()
}

// export writes a file of a scan where the clerk wants it.
func (p *Panel) export(s hearing.Scan, n int) {
	p.sh.Give(s.Files[n].Name, func(ctx context.Context, _ string) ([]byte, error) {
		return p.m.desk.ScanFile(ctx, s.ID, n, hearing.TakeScan)
	}, nil)
}
