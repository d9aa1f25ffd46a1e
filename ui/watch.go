package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/copies"
	"hearingdesk/ui/remind"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// remind sets up the watch on what is late and due: the badge of the
// navigation, and notifications of the system.
func (f *frame) remind(a fyne.App, run *work.Runner) {
	prefs := a.Preferences()
	f.watch = &remind.Watch{Run: run, Desk: f.parts.Desk, Judge: f.judging, Now: f.parts.Now, Fail: f.shell.Fail, Show: f.counted,
		Hour: func() remind.Hour { return remind.Chosen(prefs) },
		Notify: func(title, text string) {
			if !f.locked() { // it says what is late
				a.SendNotification(fyne.NewNotification(title, text))
			}
		}}
	prefs.AddChangeListener(f.watch.Reset)
	f.keeper = &copies.Keeper{Run: run, Desk: f.parts.Desk, Now: f.parts.Now, Show: f.foot.copied, Ask: f.foot.unlocked,
		Second: func() string { return prefs.String(copies.PrefSecond) }}
}

// hold says every minute that the file is worked on, to other machines that can
// reach it, and tells when one of them has taken it.
func (f *frame) hold() {
	f.keeper.Run.Do(func(context.Context) error { return f.parts.Desk.Beat() }, func(err error) {
		f.shell.Fail(err)
		f.keeper.Run.At("hold", f.parts.Now().Add(time.Minute), f.hold)
	})
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
func (f *frame) saving(s shell.Saving, lacks ...string) {
	f.touched = f.parts.Now()
	f.foot.saving(s, lacks...)
	if s == shell.AllSaved {
		f.watch.Changed()
	}
}
