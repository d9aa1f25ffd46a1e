package due_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/due"
	"hearingdesk/ui/shown"
)

// A counting counts how often the open work of a desk is read.
type counting struct {
	*storage.Desk
	mu    sync.Mutex
	reads int
	hold  chan struct{} // a reading waits until it is closed; nil: none waits
}

func (c *counting) OpenParts(ctx context.Context, today calendar.Date, take func(hearing.OpenWork) error) (int64, error) {
	c.mu.Lock()
	c.reads++
	c.mu.Unlock()
	if c.hold != nil {
		select {
		case <-c.hold:
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
	return c.Desk.OpenParts(ctx, today, take)
}

func counted(t *testing.T, now string) *counting {
	t.Helper()
	d := shown.Examples(t, now)
	d.JudgedBy("x")
	return &counting{Desk: d}
}

// judging is a window's over a desk.
func judging(t *testing.T, d due.Desk) *due.Judging {
	t.Helper()
	book := shown.Book(t)
	return due.New(d, func() (*rules.Book, error) { return book, nil })
}

func lines(a agenda.Agenda) []string {
	var out []string
	for _, i := range slices.Concat(a.Items, a.Clashes) {
		out = append(out, i.Day.String()+" "+string(i.About.ID())+" "+i.About.Title+" "+i.Finding.Key()+" "+i.Finding.Text)
	}
	for _, e := range a.Unscheduled {
		out = append(out, "unscheduled "+string(e.Session)+" "+e.Title)
	}
	return out
}

const morning = "2023-06-20 08:00"

// TestItIsJudgedAnewWhenItMustBe: not twice in a moment, but after a change, and after a
// while, in which a session may have begun.
func TestItIsJudgedAnewWhenItMustBe(t *testing.T) {
	d := counted(t, morning)
	j := judging(t, d)
	now := shown.At(t, morning)
	ask := func(want int) agenda.Agenda {
		t.Helper()
		a, err := j.Agenda(t.Context(), now)
		if err != nil || d.reads != want {
			t.Fatalf("read %d times, want %d: %v", d.reads, want, err)
		}
		return a
	}
	if a := ask(1); len(a.Items) == 0 {
		t.Fatal("nothing is owed")
	}
	now = now.Add(30 * time.Second)
	ask(1)
	if _, err := d.SaveHearing(t.Context(), hearing.Hearing{ID: "unset", Title: "另一场听证会"}); err != nil {
		t.Fatal(err)
	}
	if a := ask(2); len(a.Unscheduled) != 1 {
		t.Errorf("without a time: %+v", a.Unscheduled)
	}
	now = now.Add(2 * time.Minute)
	ask(3)
	now = now.AddDate(0, 0, 1)
	if a := ask(4); a.Today != calendar.NewDate(2023, 6, 21) {
		t.Errorf("judged for %s", a.Today)
	}
	now = now.AddDate(0, 0, -1) // the clock was set back
	ask(5)
}

// TestTheNextStartShowsWhatWasOwed gives a new window what the one before found, word by
// word, until it has judged by itself.
func TestTheNextStartShowsWhatWasOwed(t *testing.T) {
	d := counted(t, morning)
	now := shown.At(t, morning)
	if last, err := judging(t, d).Last(t.Context()); err != nil || !last.At.IsZero() {
		t.Fatalf("before anything was judged: %v, %v", last, err)
	}
	was, err := judging(t, d).Agenda(t.Context(), now)
	if err != nil {
		t.Fatal(err)
	}
	next := judging(t, d)
	last, err := next.Last(t.Context())
	got := last.Agenda
	if err != nil || !last.At.Equal(now) || last.Took <= 0 || last.Took > time.Minute || !slices.Equal(lines(got), lines(was)) {
		t.Errorf("shown of %v, which took %v: %q, want %q, %v", last.At, last.Took, lines(got), lines(was), err)
	}
	for i := range was.Items {
		if got.Items[i].About.Mine("许晚") != was.Items[i].About.Mine("许晚") || got.Items[i].About.Confidential() != was.Items[i].About.Confidential() {
			t.Errorf("%s is somebody else's", was.Items[i].About.Title)
		}
	}
	later := now.AddDate(0, 0, 3)
	if _, err := next.Agenda(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	if last, err := next.Last(t.Context()); err != nil || !last.At.Equal(later) {
		t.Errorf("shown of %v, %v", last.At, err)
	}
}

// TestWhoGoesAwayTakesNothingFromTheOthers has two wait for the same, of whom the first
// leaves.
func TestWhoGoesAwayTakesNothingFromTheOthers(t *testing.T) {
	d := counted(t, morning)
	d.hold = make(chan struct{})
	j := judging(t, d)
	gone, leave := context.WithCancel(t.Context())
	first := make(chan error)
	go func() { _, err := j.Agenda(gone, shown.At(t, morning)); first <- err }()
	second := make(chan error)
	go func() { _, err := j.Agenda(t.Context(), shown.At(t, morning)); second <- err }()
	leave()
	if err := <-first; !errors.Is(err, context.Canceled) && err != nil {
		t.Error(err)
	}
	close(d.hold)
	if err := <-second; err != nil {
		t.Error(err)
	}
}
