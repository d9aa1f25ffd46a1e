package ui

import (
	"fyne.io/fyne/v2"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/remind"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// remind sets up the watch on what is late and due: the badge of the
// navigation, and notifications of the system.
func (f *frame) remind(a fyne.App, run *work.Runner) {
	prefs := a.Preferences()
	f.watch = &remind.Watch{Run: run, Desk: f.parts.Desk, Book: f.parts.Book, Now: f.parts.Now, Fail: f.shell.Fail, Show: f.counted,
		Hour:   func() remind.Hour { return remind.Chosen(prefs) },
		Notify: func(title, text string) { a.SendNotification(fyne.NewNotification(title, text)) }}
	prefs.AddChangeListener(f.watch.Reset)
}

// counted shows what the watch counted. On a new day the page of the day before
// is read anew.
func (f *frame) counted(late, today int) {
	f.nav.badge.set(late + today)
	day := calendar.DateOf(f.parts.Now().In(words.Zone()))
	if !f.day.IsZero() && f.day != day && f.here.Kind == shell.Today {
		f.again()
	}
	f.day = day
}

// saving shows how the saving goes on; what is saved is counted.
func (f *frame) saving(s shell.Saving) {
	f.foot.saving(s)
	if s == shell.AllSaved {
		f.watch.Changed()
	}
}
