package cases

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A Proof binds the papers of a recommendation's way into one PDF, and names what is
// missing in it.
type Proof func(ctx context.Context, f hearing.CaseFile, paper hearing.Instrument) (pdf []byte, missing []string, err error)

// proof is the button that saves the proof of a recommendation's way; where the gate
// to go further is not open yet, it says what stands before it.
func (c *card) proof() *widget.Button {
	return look.Quiet(words.T("装订证据材料…"), theme.DocumentSaveIcon(), func() {
		p, i := c.papers, c.Editor.Value()
		if p.book == nil || p.file.Case.ID != i.Case {
			return // the case is still being read
		}
		if stands := p.book.Gate(p.file, i.ID, p.sh.Now(), words.Language()); len(stands) > 0 {
			lines := make([]string, len(stands))
			for n, f := range stands {
				lines[n] = f.Text
			}
			dialog.ShowInformation(words.T("还不能装订"), strings.Join(lines, "\n"), p.sh.Window)
			return
		}
		p.saveProof(i)
	})
}

// saveProof asks where to, and writes the PDF.
func (p *papers) saveProof(i hearing.Instrument) {
	file := p.file
	var missing []string
	p.sh.Give(strings.TrimSpace(words.T("证据材料")+" "+i.Number)+".pdf", func(ctx context.Context, _ string) (pdf []byte, err error) {
		pdf, missing, err = p.bind(ctx, file, i)
		return pdf, err
	}, func() {
		if len(missing) > 0 {
			dialog.ShowInformation(words.T("已装订，还缺"), strings.Join(missing, "\n"), p.sh.Window)
		}
	})
}
