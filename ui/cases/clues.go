package cases

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// clues are what the open case came from.
type clues struct {
	object fyne.CanvasObject
	list   *fyne.Container
	p      *page
}

func newClues(p *page) *clues {
	c := &clues{p: p, list: container.NewVBox()}
	c.object = container.NewVBox(directory.Part(words.T("线索")), c.list)
	c.object.Hide()
	return c
}

// show reads the clues of a case; one without any has no such part.
func (c *clues) show(id hearing.ID) {
	var found []hearing.Clue
	c.p.sh.Work.Do(func(ctx context.Context) (err error) {
		found, err = c.p.desk.CluesOf(ctx, id)
		return err
	}, func(err error) {
		if err != nil || id != c.p.Form.Editor.ID() {
			c.p.sh.Fail(err)
			return
		}
		c.list.RemoveAll()
		for _, k := range found {
			c.list.Add(directory.Link(k.Called(), k.CameOn.String()+"  "+words.Of(k.Source)+" "+k.Number, func() { c.p.sh.Go(shell.Place{Kind: shell.Clues, ID: k.ID}) }))
		}
		if c.object.Hide(); len(found) > 0 {
			c.object.Show()
		}
		c.p.Settle()
	})
}
