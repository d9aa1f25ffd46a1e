// Package due judges what is owed once for all who show it, and remembers what was found,
// also for the next start.
package due

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/words"
)

// Desk is what is needed of the file.
type Desk interface {
	Written(ctx context.Context) (int64, error)
	OpenParts(ctx context.Context, today calendar.Date, take func(hearing.OpenWork) error) (seen int64, err error)
	Judged(ctx context.Context, seen int64, found hearing.Judged) error
	LastJudged(ctx context.Context, language string) (hearing.Judged, bool, error)
}

const (
	// fresh is how long what was found stands while nothing is written: a session that
	// begins or ends changes it too.
	fresh = time.Minute
	// noted is how often the desk notes what was found: at the next start that is shown
	// until it is judged anew.
	noted = 10 * time.Minute
)

// A Judging judges what is open on a desk. Several may ask at once: they wait for the same.
type Judging struct {
	desk Desk
	book func() (*rules.Book, error)
	once singleflight.Group

	mu    sync.Mutex
	last  *found    // nil: nothing was judged yet
	wrote time.Time // when the desk noted it last
}

// A found is what was found at an instant.
type found struct {
	agenda  agenda.Agenda
	at      time.Time
	took    time.Duration
	written int64
	book    *rules.Book
}

// New returns a judging by the book of the day.
func New(desk Desk, book func() (*rules.Book, error)) *Judging {
	return &Judging{desk: desk, book: book}
}

// Agenda is what is to be done at an instant, which is in the office's zone.
func (j *Judging) Agenda(ctx context.Context, now time.Time) (agenda.Agenda, error) {
	book, err := j.book()
	if err != nil {
		return agenda.Agenda{}, err
	}
	written, err := j.desk.Written(ctx)
	if err != nil {
		return agenda.Agenda{}, fmt.Errorf("read open work: %w", err)
	}
	if f := j.remembered(); f != nil && f.written == written && f.book == book && f.holds(now) {
		return f.agenda, nil
	}
	ask := func() (any, error) { return j.judge(ctx, book, written, now) }
	got, err, shared := j.once.Do(fmt.Sprint(written, " ", calendar.DateOf(now)), ask)
	if shared && err != nil && ctx.Err() == nil { // who judged for both may have gone away
		got, err = ask()
	}
	a, _ := got.(agenda.Agenda)
	return a, err
}

// holds reports whether what was found stands at a later instant if nothing was written.
func (f *found) holds(now time.Time) bool {
	age := now.Sub(f.at)
	return age >= 0 && age < fresh && calendar.DateOf(now) == f.agenda.Today
}

func (j *Judging) remembered() *found {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.last
}

// Earlier is what was found before.
type Earlier struct {
	Agenda agenda.Agenda
	At     time.Time     // zero: nothing is known
	Took   time.Duration // how long judging it took
}

// Last is what was found last: by this window, or else as the desk noted it.
func (j *Judging) Last(ctx context.Context) (Earlier, error) {
	if f := j.remembered(); f != nil {
		return Earlier{f.agenda, f.at, f.took}, nil
	}
	noted, ok, err := j.desk.LastJudged(ctx, words.Language())
	if err != nil || !ok {
		return Earlier{}, err
	}
	a, err := agenda.Decode(noted.Agenda)
	return Earlier{a, noted.At, noted.Took}, err
}

func (j *Judging) judge(ctx context.Context, book *rules.Book, written int64, now time.Time) (agenda.Agenda, error) {
	begin := time.Now()
	m := agenda.Begin(book, now, words.Language())
	seen, err := j.desk.OpenParts(ctx, calendar.DateOf(now), func(w hearing.OpenWork) error {
		m.Glean(w)
		return ctx.Err()
	})
	if err != nil {
		return agenda.Agenda{}, fmt.Errorf("read open work: %w", err)
	}
	f := &found{agenda: m.Agenda(), at: now, took: time.Since(begin), written: written, book: book}
	j.mu.Lock()
	j.last = f
	write := now.Sub(j.wrote).Abs() >= noted || calendar.DateOf(now) != calendar.DateOf(j.wrote)
	if write {
		j.wrote = now
	}
	j.mu.Unlock()
	return f.agenda, j.note(ctx, seen, f, write)
}

// note tells the desk what was found. One that takes no changes now goes on being judged as
// a whole.
func (j *Judging) note(ctx context.Context, seen int64, f *found, agenda bool) error {
	n := hearing.Judged{At: f.at, Took: f.took, Language: words.Language(), AtRest: f.agenda.AtRest}
	if agenda {
		var err error
		if n.Agenda, err = f.agenda.Encode(); err != nil {
			return err
		}
	}
	err := j.desk.Judged(ctx, seen, n)
	if ctx.Err() != nil {
		return errors.Join(err, ctx.Err())
	}
	return nil // it is noted the next time
}
