package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/settings"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/work"
)

// secret is a password of invented people.
const secret = "梧桐听证2023" //nolint:gosec // of nobody

// as is a window of the worked examples, opened by somebody with a role.
func as(t *testing.T, role hearing.AccountRole) *frame {
	t.Helper()
	d := shown.Examples(t, "2023-07-18 09:00")
	boss := hearing.Account{ID: "boss", Name: "沈秋白", Role: hearing.DeskChief, Person: "p-shen"}
	for _, a := range []hearing.Account{boss, {ID: "one", Name: "某人", Role: role}} {
		if _, err := d.AddAccount(t.Context(), a, secret); err != nil {
			t.Fatal(err)
		}
	}
	o := storage.Options{Access: shown.Access(t), Now: func() time.Time { return shown.At(t, "2023-07-18 09:00") }, NewID: shown.IDs("x")}
	mine, err := storage.Open(t.Context(), d.Path(), o)
	if err == nil {
		err = mine.Login(t.Context(), "某人", secret)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = mine.Close() })
	rights, err := mine.Rights(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	w := shown.Window(t, widget.NewLabel(""))
	p := Parts{Desk: mine, Press: shown.NewPress, Printer: noPrinter{}, Book: func() (*rules.Book, error) { return shown.Book(t), nil }, Days: shown.Days(t),
		Now: o.Now, NewID: o.NewID, Exchange: noExchange{}, File: mine.Path()}
	f := newFrame(p, w, work.Now(t.Context()), rights)
	f.remind(fyne.CurrentApp(), f.shell.Work)
	w.SetContent(f.object())
	return f
}

// changes are the signs of the buttons that change something, or take it in.
var changes = []fyne.Resource{theme.ContentAddIcon(), theme.ContentRemoveIcon(), theme.DeleteIcon(), theme.ConfirmIcon(), theme.DocumentCreateIcon()}

// places are the pages and tabs of the window, with a record open where there is one.
var places = []shell.Place{
	{Kind: shell.Today}, {Kind: shell.Schedule}, {Kind: shell.Cases, ID: "c-e1"}, {Kind: shell.Clues}, {Kind: shell.Patrols}, {Kind: shell.People, ID: "p-fang"},
	{Kind: shell.People, Tab: "organisations", ID: "o-xiaofang"}, {Kind: shell.People, Tab: "rooms", ID: "r-1"}, {Kind: shell.Papers}, {Kind: shell.Service},
	{Kind: shell.Hearing, ID: "h-e1", Tab: "plan"}, {Kind: shell.Hearing, ID: "h-e1", Tab: "people"}, {Kind: shell.Hearing, ID: "h-e1", Tab: "seats"}, {Kind: shell.Hearing, ID: "h-e1", Tab: "told"},
	{Kind: shell.Hearing, ID: "h-e1", Tab: "papers"}, {Kind: shell.Hearing, ID: "h-e1", Tab: "transcript"}, {Kind: shell.Hearing, ID: "h-e1", Tab: "outcome"}, {Kind: shell.Hearing, ID: "h-e1", Tab: "volume"},
	{Kind: shell.Announcement, ID: "a-e1", Tab: "plan"}, {Kind: shell.Announcement, ID: "a-e1", Tab: "people"}, {Kind: shell.Announcement, ID: "a-e1", Tab: "served"}, {Kind: shell.Announcement, ID: "a-e1", Tab: "seats"},
	{Kind: shell.Settings, Tab: "office"}, {Kind: shell.Settings, Tab: "days"}, {Kind: shell.Settings, Tab: "texts"}, {Kind: shell.Settings, Tab: "enclosures"}, {Kind: shell.Settings, Tab: "numbers"},
	{Kind: shell.Settings, Tab: "rules"}, {Kind: shell.Settings, Tab: "window"},
}

// finds are the fields of a place that look for something, and change nothing.
var finds = map[string]int{"cases-": 1, "people-": 2, "people-organisations": 1, "people-rooms": 3, "hearing-told": 2}

// TestWhatCannotBeChangedIsSeen: wherever a guest or an archivist goes, no button that would
// change something can be pressed, and no field of a record can be typed into. What the
// archivist files is theirs.
func TestWhatCannotBeChangedIsSeen(t *testing.T) {
	for _, role := range []hearing.AccountRole{hearing.DeskGuest, hearing.DeskArchivist} {
		t.Run(string(role), func(t *testing.T) {
			f := as(t, role)
			for _, p := range places {
				if role == hearing.DeskGuest && p.Kind == shell.Announcement || role == hearing.DeskArchivist && p.Tab == "volume" {
					continue // it is not public; it is what an archivist does
				}
				looksStill(t, f, p)
				shown.Picture(t, f.shell.Window, string(role)+"-"+string(p.Kind)+"-"+p.Tab)
			}
		})
	}
}

// looksStill goes to a place and tries what is there.
func looksStill(t *testing.T, f *frame, p shell.Place) {
	t.Helper()
	name, free := string(p.Kind)+"-"+p.Tab, 0
	f.foot.say("")
	f.goTo(p)
	if f.foot.text.Text != "" {
		t.Errorf("%s: the foot says %q", name, f.foot.text.Text)
	}
	shown.Walk(f.shell.Window.Content(), func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *widget.Button:
			for _, sign := range changes {
				if v.Icon != nil && v.Icon.Name() == sign.Name() && !v.Disabled() {
					t.Errorf("%s: “%s” (%s) can be pressed", name, v.Text, sign.Name())
				}
			}
		case interface {
			fyne.Focusable
			fyne.Disableable
		}:
			if !v.Disabled() {
				free++
			}
		}
	})
	if p.ID != "" && p.Tab != "papers" && free != finds[name] {
		t.Errorf("%s: %d fields can be changed", name, free)
	}
}

// TestWhereOneMayNotGo: what begins a record does not open for a role that may not keep it,
// and the foot says why.
func TestWhereOneMayNotGo(t *testing.T) {
	f := as(t, hearing.DeskGuest)
	f.goTo(shell.Place{Kind: shell.Today})
	for _, p := range []shell.Place{{Kind: shell.Hearing, New: true}, {Kind: shell.Announcement, New: true}, {Kind: shell.Cases, New: true}, {Kind: shell.People, New: true}, {Kind: shell.Clues, New: true},
		{Kind: shell.Roster, New: true}, {Kind: shell.Sweep}, {Kind: shell.Recorder, ID: "h-e1"}, {Kind: shell.Figures}} {
		f.foot.say("")
		if f.goTo(p); f.here.Kind != shell.Today || !strings.Contains(f.foot.text.Text, "访客") {
			t.Errorf("%v: it went to %s, and the foot says %q", p, f.here.Kind, f.foot.text.Text)
		}
	}
	recorder := as(t, hearing.DeskRecorder)
	if recorder.goTo(shell.Place{Kind: shell.Recorder, ID: "h-e1"}); recorder.here.Kind != shell.Recorder {
		t.Error("a recorder does not get to the hearing desk")
	}
}

type noPrinter struct{ printing.Printer }

func (noPrinter) Queues(context.Context) ([]printing.Queue, error) { return nil, nil }

type noExchange struct{ settings.Exchange }
