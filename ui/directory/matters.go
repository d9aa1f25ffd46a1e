package directory

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Matters is the row of tabs above the pages of what a procuratorate deals with:
// its cases, and what they come from.
func Matters(sh *shell.Shell, here shell.Kind) fyne.CanvasObject {
	tabs := []struct {
		kind shell.Kind
		name string
	}{{shell.Cases, words.T("案件")}, {shell.Clues, words.T("线索")}, {shell.Patrols, words.T("巡查")}, {shell.Compare, words.T("比对")}}
	row := container.NewGridWithColumns(len(tabs))
	for _, t := range tabs {
		b := look.Quiet(t.name, nil, func() { sh.Go(shell.Place{Kind: t.kind}) })
		if t.kind == here {
			b.Importance = widget.MediumImportance
		}
		row.Add(b)
	}
	return row
}
