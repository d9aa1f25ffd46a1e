package hearings

import (
	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
)

// A Volume is the tab with the volumes of a hearing.
type Volume interface {
	Object() fyne.CanvasObject
	Show(session hearing.ID)
	shell.Files
}

// Drop takes signed papers that were scanned and dropped on the window: on a
// line of the papers or of the volumes, or anywhere else.
func (p *page) Drop(at fyne.Position, files []string) {
	switch p.tabs.Key() {
	case "papers":
		p.papers.Drop(at, files)
		return
	case "volume":
	default:
		p.tabs.Open("volume")
		at = fyne.NewPos(-1, -1) // what lies under the pointer is another tab's
	}
	p.volume.Drop(at, files)
}

// Paste takes scanned files that were copied, where papers are shown.
func (p *page) Paste(text string) {
	switch p.tabs.Key() {
	case "papers":
		p.papers.Paste(text)
	case "volume":
		p.volume.Paste(text)
	}
}
