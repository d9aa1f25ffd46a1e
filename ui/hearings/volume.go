package hearings

import (
	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
)

// A Volume is the tab with the volumes of a hearing.
type Volume interface {
	Object() fyne.CanvasObject
	Show(session hearing.ID)
	OnFiled(f func())
	Drop(at fyne.Position, files []string)
}

// Drop takes signed papers that were scanned and dropped on the window.
func (p *page) Drop(at fyne.Position, files []string) {
	if p.tabs.Key() != "volume" { // what lies under the pointer is another tab's
		p.tabs.Open("volume")
		at = fyne.NewPos(-1, -1)
	}
	p.volume.Drop(at, files)
}
