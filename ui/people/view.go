// Package people is the page of everybody and every place a hearing needs
// (人员): people, organisations, rooms.
package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// The tabs of the page.
const (
	tabPeople        = "people"
	tabOrganisations = "organisations"
	tabRooms         = "rooms"
	tabTwins         = "twins" // records that seem to be recorded twice
)

// A tab is one of the three lists with its form.
type tab interface {
	Object() fyne.CanvasObject
	Show(shell.Place)
	TakeBack() bool
}

// A page is the three directories, one shown at a time.
type page struct {
	sh    *shell.Shell
	stage *fyne.Container
	make  map[string]func() tab
	made  map[string]tab
	open  string
}

// New returns the page of people, organisations and rooms.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &page{sh: sh, stage: container.NewStack(), made: map[string]tab{}}
	p.make = map[string]func() tab{
		tabPeople:        func() tab { return newPersons(sh, desk) },
		tabOrganisations: func() tab { return newUnits(sh, desk) },
		tabRooms:         func() tab { return newRooms(sh, desk) },
		tabTwins:         func() tab { return newTwins(sh, desk) },
	}
	return p
}

// Object returns what is drawn.
func (p *page) Object() fyne.CanvasObject { return p.stage }

// Show shows a tab with what it is asked for; without one, people.
func (p *page) Show(to shell.Place) {
	if p.make[to.Tab] == nil {
		to.Tab = tabPeople
	}
	t := p.made[to.Tab]
	if t == nil {
		t = p.make[to.Tab]()
		p.made[to.Tab] = t
	}
	if p.open != to.Tab {
		p.open = to.Tab
		p.stage.Objects = []fyne.CanvasObject{t.Object()}
		p.stage.Refresh()
	}
	t.Show(to)
}

// TakeBack takes back what was typed and is not in the file.
func (p *page) TakeBack() bool {
	t := p.made[p.open]
	return t != nil && t.TakeBack()
}

// Import begins the import of a roster, of organisations where they are shown.
func (p *page) Import() { p.sh.Go(shell.Place{Kind: shell.Roster, New: true, Tab: p.open}) }

// Drop reads a roster that was dropped on the page.
func (p *page) Drop(_ fyne.Position, files []string) {
	p.sh.Go(shell.Place{Kind: shell.Roster, File: files[0]})
}

// Export gives out the list of people or organisations as it is shown.
func (p *page) Export() {
	if t, ok := p.made[p.open].(interface{ export() }); ok {
		t.export()
	}
}

// switcher is the row of tabs that stands above each list.
func switcher(sh *shell.Shell, here string) fyne.CanvasObject {
	row := container.NewGridWithColumns(3)
	for _, t := range []struct{ key, name string }{{tabPeople, words.T("人员")}, {tabOrganisations, words.T("单位")}, {tabRooms, words.T("场所")}} {
		b := look.Quiet(t.name, nil, func() { sh.Go(shell.Place{Kind: shell.People, Tab: t.key}) })
		if t.key == here {
			b.Importance = widget.MediumImportance
		}
		row.Add(b)
	}
	return row
}
