package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/papers"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// slips prints recovery codes, each on a sheet of its own, on the printer that papers went
// to last. That it was printed is noted first; the code and the sheet are kept nowhere.
func slips(p Parts, run *work.Runner) shell.PrintCode {
	return func(of, code, use string, told func(string)) {
		queue := fyne.CurrentApp().Preferences().String(papers.RememberQueue)
		made := words.T("打印于 {{.When}}", map[string]string{"When": words.Moment(p.Now())})
		run.Do(func(ctx context.Context) error {
			press, err := p.Press()
			if err != nil {
				return err
			}
			sheet, err := press.Slip(words.T("恢复码"), code, of, use, made)
			if err != nil {
				return err
			}
			job, err := sheet.Job(queue, 1, printing.OneSided)
			if err == nil {
				err = p.Desk.NoteCode(ctx, of)
			}
			if err == nil {
				_, err = p.Printer.Submit(ctx, job)
			}
			return err
		}, func(err error) {
			if err != nil {
				told(papers.Explain(err))
				return
			}
			told(words.T("已交打印机。请当场取走，锁进柜里。"))
		})
	}
}
