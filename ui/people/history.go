package people

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// latest is how many changes are shown.
const latest = 20

// A history is who changed a record and when, and what went into it.
type history struct {
	part  fyne.CanvasObject
	box   *fyne.Container
	sh    *shell.Shell
	desk  Desk
	noun  string
	asked hearing.ID
}

func newHistory(sh *shell.Shell, noun string, desk Desk) *history {
	h := &history{box: container.NewVBox(), sh: sh, desk: desk, noun: noun}
	h.part = container.NewVBox(directory.Part(words.T("变动记录")), h.box)
	return h
}

func (h *history) show(id hearing.ID) {
	h.asked = id
	var changes []hearing.Change
	h.sh.Work.Do(func(ctx context.Context) (err error) {
		changes, err = h.desk.History(ctx, h.noun, id)
		return err
	}, func(err error) {
		switch {
		case id != h.asked:
			return
		case err != nil:
			h.sh.Fail(err)
			return
		}
		h.box.RemoveAll()
		for _, c := range changes[:min(len(changes), latest)] {
			text := words.Moment(c.At) + "　" + c.Actor + "　" + words.Change(c)
			if c.Record != id {
				text += words.T("（合并前的另一条）")
			}
			l := widget.NewLabel(text)
			l.Wrapping = words.Wrap()
			h.box.Add(l)
		}
	})
}
