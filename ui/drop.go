package ui

import (
	"fyne.io/fyne/v2"

	"hearingdesk/ui/words"
)

// drop gives files that were dropped on the window to the page that takes them:
// that of a session, of people, or of enclosures.
func (f *frame) drop(at fyne.Position, list []fyne.URI) {
	if f.locked() {
		return
	}
	var files []string
	for _, u := range list {
		files = append(files, u.Path())
	}
	if p, ok := f.pages[f.here.Kind].(interface {
		Drop(at fyne.Position, files []string)
	}); ok {
		p.Drop(at, files)
		return
	}
	f.shell.Say(words.T("扫描件请拖到打开的听证会、宣告送达或“文书”页里，名册请拖到“人员”页。"))
}
