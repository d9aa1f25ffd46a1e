package shell

import "fyne.io/fyne/v2"

// Files is a part of a page that takes files which were scanned.
type Files interface {
	Drop(at fyne.Position, files []string) // at a place of the window
	Paste(text string)                     // what the clipboard holds as text
	OnFiled(f func())                      // calls f whenever some were put into the volumes
}

// A Filing leads files that come to a session's page to the tab that takes them.
type Filing struct {
	Tabs interface {
		Key() string
		Open(key string)
	}
	Papers, Volume Files // set at the latest when their tab is opened
}

// Drop takes signed papers that were scanned and dropped on the window: on a
// line of the papers or of the volumes, or anywhere else.
func (f *Filing) Drop(at fyne.Position, files []string) {
	switch f.Tabs.Key() {
	case "papers":
		f.Papers.Drop(at, files)
		return
	case "volume":
	default:
		f.Tabs.Open("volume")
		at = fyne.NewPos(-1, -1) // what lies under the pointer is another tab's
	}
	f.Volume.Drop(at, files)
}

// Paste takes scanned files that were copied, where papers are shown.
func (f *Filing) Paste(text string) {
	switch f.Tabs.Key() {
	case "papers":
		f.Papers.Paste(text)
	case "volume":
		f.Volume.Paste(text)
	}
}
