package shell

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// Give asks where a file is to be kept, and writes it there: made makes its bytes, for
// the name that was chosen, off the window's thread. name is proposed. Once it is
// written the foot of the window says where; then does what is left to do, unless it
// is nil.
func (s *Shell) Give(name string, made func(ctx context.Context, name string) ([]byte, error), then func()) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			s.Fail(err)
			return
		}
		s.Work.Do(func(ctx context.Context) error {
			data, err := made(ctx, w.URI().Name())
			if err == nil {
				_, err = w.Write(data)
			}
			if err = errors.Join(err, w.Close()); err != nil {
				_ = storage.Delete(w.URI()) // half a file is none
			}
			return err
		}, func(err error) {
			if err != nil {
				s.Fail(err)
				return
			}
			s.Say(words.T("已导出到 {{.File}}", map[string]string{"File": w.URI().Path()}))
			if then != nil {
				then()
			}
		})
	}, s.Window)
	d.SetFileName(hearing.FileName(name))
	const edge = 80 // of the window stays to be seen
	d.Resize(s.Window.Canvas().Size().Subtract(fyne.NewSquareSize(edge)))
	d.Show()
}
