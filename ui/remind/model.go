// Package remind keeps an eye on what is late or due today: it says how much,
// and reminds the one at the desk when the program starts and at a set hour.
package remind

import (
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// Desk is what the watch needs of the file.
type Desk interface {
	Recent(ctx context.Context, n int) ([]hearing.Change, error)
}

// Judging judges what is owed.
type Judging interface {
	Agenda(ctx context.Context, now time.Time) (agenda.Agenda, error)
}

// settle is how long the desk must have been quiet before it is counted again.
const settle = 2 * time.Second

// A Watch counts what is late and due today: at the start, after changes, at
// midnight. It reads the file only when something was changed or the day is
// another.
type Watch struct {
	Run    *work.Runner // of its own: counting must not keep a save waiting
	Desk   Desk
	Judge  Judging
	Now    func() time.Time
	Hour   func() Hour              // at which it reminds, each day
	Show   func(late, today int)    // tells the count; on the window's thread
	Notify func(title, text string) // shows a notification; off the window's thread
	Fail   func(error)              // tells what went wrong; on the window's thread

	told calendar.Date // day of the last reminder at the hour

	// only for jobs
	seen  int64 // the change that was counted last
	day   calendar.Date
	found agenda.Agenda
}

// Start counts, reminds if there is something to be done, and goes on at the
// set hour and at midnight.
func (w *Watch) Start() {
	w.count(true)
	w.sleep()
}

// Changed counts anew once the desk is quiet.
func (w *Watch) Changed() {
	w.Run.Later("count", settle, w.read, w.show)
}

// Reset looks again when to wake: the hour was set.
func (w *Watch) Reset() { w.sleep() }

func (w *Watch) now() time.Time { return w.Now().In(words.Zone()) }

func (w *Watch) sleep() { w.Run.At("remind", next(w.now(), w.Hour()), w.wake) }

// wake is called at midnight and at the set hour, or after them when the
// computer slept.
func (w *Watch) wake() {
	now, hour := w.now(), w.Hour()
	remind := hour != Off && !now.Before(hour.on(now)) && w.told != calendar.DateOf(now)
	if remind {
		w.told = calendar.DateOf(now)
	}
	w.count(remind)
	w.sleep()
}

func (w *Watch) count(remind bool) {
	w.Run.Do(func(ctx context.Context) error {
		if err := w.read(ctx); err != nil {
			return err
		}
		if title, text := message(w.found); remind && title != "" {
			w.Notify(title, text)
		}
		return nil
	}, w.show)
}

// read makes the agenda anew if the file or the day is another.
func (w *Watch) read(ctx context.Context) error {
	last, err := w.Desk.Recent(ctx, 1)
	if err != nil {
		return err
	}
	seq := int64(0)
	if len(last) > 0 {
		seq = last[0].Seq
	}
	now := w.now()
	today := calendar.DateOf(now)
	if seq == w.seen && today == w.day {
		return nil
	}
	found, err := w.Judge.Agenda(ctx, now)
	if err != nil {
		return err
	}
	w.found, w.seen, w.day = found, seq, today
	return nil
}

func (w *Watch) show(err error) {
	if err != nil {
		w.Fail(err)
		return
	}
	w.Show(w.found.Count())
}

// next is when to wake: at the hour, or at midnight for the new day's count.
func next(now time.Time, hour Hour) time.Time {
	midnight := calendar.DateOf(now).AddDays(1).In(now.Location())
	if at := hour.on(now); hour != Off && now.Before(at) {
		return at
	}
	return midnight
}

// mostNamed is how many titles a notification names.
const mostNamed = agenda.Named - 1

// message says what is late and due today; nothing where nothing is. It can be
// read by anybody who passes: no session or case that is confidential is named.
func message(a agenda.Agenda) (title, text string) {
	late, today := a.Count()
	switch {
	case late > 0 && today > 0:
		title = words.T("逾期 {{.Late}} 项，今天到期 {{.Today}} 项", map[string]int{"Late": late, "Today": today})
	case late > 0:
		title = words.T("逾期 {{.Late}} 项", map[string]int{"Late": late})
	case today > 0:
		title = words.T("今天到期 {{.Today}} 项", map[string]int{"Today": today})
	default:
		return "", ""
	}
	var names []string
	more := false
	for i := range a.All() {
		if i.Day.IsZero() || i.Day.After(a.Today) || i.About.Confidential() {
			continue
		}
		switch name := i.About.Outside(); {
		case slices.Contains(names, name):
		case name == "" || len(names) == mostNamed: // only the first are known by name
			more = true
		default:
			names = append(names, name)
		}
	}
	if more {
		names = append(names, "…")
	}
	return title, strings.Join(names, "\n")
}
