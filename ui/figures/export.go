package figures

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"hearingdesk/ui/words"
)

// export asks where to, and writes the figures that are shown: as CSV where the
// name says so, otherwise as XLSX.
func (p *Page) export() {
	shown, counter, pack := p.print(), p.counter(), p.pack
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			p.shell.Fail(err)
			return
		}
		p.shell.Work.Do(func(context.Context) error {
			data, err := shown.File(w.URI().Name(), counter, pack)
			if err == nil {
				_, err = w.Write(data)
			}
			if cerr := w.Close(); err == nil {
				err = cerr
			}
			return err
		}, func(err error) {
			if err != nil {
				p.shell.Fail(err)
				return
			}
			p.shell.Say(words.T("已导出到 {{.File}}", map[string]string{"File": w.URI().Path()}))
		})
	}, p.shell.Window)
	d.SetFileName(strings.Join([]string{words.T("统计"), p.period.From.String(), p.period.To.String()}, " ") + ".xlsx")
	d.Resize(p.shell.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}
