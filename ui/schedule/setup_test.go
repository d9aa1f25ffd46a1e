package schedule

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

var zone = words.Zone()

// at reads 2023-07-18 09:00 in the office's zone.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	v, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func day(t testing.TB, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func desk(t testing.TB, now string) *storage.Desk {
	t.Helper()
	n := 0
	d, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"), storage.Options{Actor: "许晚", Now: func() time.Time { return at(t, now) },
		NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("id-%d", n)) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// filled opens a desk with the worked examples.
func filled(t testing.TB, now string) *storage.Desk {
	t.Helper()
	d := desk(t, now)
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return d
}

// A shownPage is the page in a window, with what it said and where it led.
type shownPage struct {
	*page
	w      fyne.Window
	went   shell.Place
	said   string
	failed error
}

func show(t testing.TB, d Desk, now string, on string) *shownPage {
	t.Helper()
	if err := words.Use(words.Chinese); err != nil {
		t.Fatal(err)
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		t.Fatal(err)
	}
	s := &shownPage{w: shown.Window(t, nil)}
	sh := &shell.Shell{Window: s.w, Work: work.Now(t.Context()), Now: func() time.Time { return at(t, now) }, Days: days,
		Go: func(p shell.Place) { s.went = p }, Say: func(text string) { s.said = text }, Fail: func(err error) { s.failed = err }}
	s.page = New(sh, d).(*page)
	s.w.SetContent(s.Object())
	place := shell.Place{Kind: shell.Schedule}
	if on != "" {
		place.Day = day(t, on)
	}
	s.Show(place)
	return s
}

// press types keys.
func (s *shownPage) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		if f, ok := s.w.Canvas().Focused().(interface{ TypedKey(*fyne.KeyEvent) }); ok {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}
