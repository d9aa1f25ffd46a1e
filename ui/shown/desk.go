package shown

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// At reads a moment in the office's zone: 2023-06-20 09:00.
func At(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", text, words.Zone())
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// IDs returns a maker of IDs that are alike in every run.
func IDs(prefix string) func() hearing.ID {
	n := 0
	return func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("%s-%d", prefix, n)) }
}

// Access is the program's table, with hashes that take less long.
func Access(t testing.TB) hearing.Access {
	t.Helper()
	a, err := hearing.ReadAccess(assets.Access)
	if err != nil {
		t.Fatal(err)
	}
	a.Password.MemoryKiB, a.Password.Passes, a.Password.Lanes = 64, 1, 1
	return a
}

// Empty opens an empty desk in a file that goes with the test.
func Empty(t testing.TB, now string) *storage.Desk {
	t.Helper()
	d, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"),
		storage.Options{Actor: "许晚", Access: Access(t), Now: func() time.Time { return At(t, now) }, NewID: IDs("new")})
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

// Examples opens a desk with the worked examples.
func Examples(t testing.TB, now string) *storage.Desk {
	t.Helper()
	d := Empty(t, now)
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return d
}

// Days returns the statutory calendar.
func Days(t testing.TB) *calendar.Calendar {
	t.Helper()
	c, err := calendar.Load(assets.Holidays)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Check returns what says what the rules find.
func Check(t testing.TB) func(hearing.Dossier, time.Time) ([]hearing.Finding, error) {
	t.Helper()
	book := Book(t)
	return func(d hearing.Dossier, at time.Time) ([]hearing.Finding, error) {
		return book.Check(d, at, "zh"), nil
	}
}

// Book returns the program's own rules and calendar, as the program makes it.
func Book(t testing.TB) *rules.Book {
	t.Helper()
	table, err := rules.Load(assets.Rules()...)
	if err != nil {
		t.Fatal(err)
	}
	return press.Wording(press.Filing(rules.NewBook(table, Days(t)), forms), forms)
}

// forms reads the program's own papers once.
var forms = sync.OnceValues(func() (*document.Catalogue, error) { return document.Load(assets.Documents()) })

// A Told is what a page told the window.
type Told struct {
	Went   []shell.Place
	Said   []string
	Failed []error
	Saving shell.Saving
	Lacks  []string
}

// Shell returns a window's side of a page, which runs every job at once and
// notes what it is told. The window is empty: set its content to the page's.
func Shell(t testing.TB, now string) (*shell.Shell, *Told) {
	t.Helper()
	told := &Told{}
	return &shell.Shell{
		Window: Window(t, container.NewStack()), Work: work.Now(t.Context()), Now: func() time.Time { return At(t, now) },
		NewID: IDs("made"), Days: Days(t), Book: func() (*rules.Book, error) { return Book(t), nil },
		Go:   func(p shell.Place) { told.Went = append(told.Went, p) },
		Back: func() { told.Went = append(told.Went, shell.Place{}) },
		Say:  func(s string) { told.Said = append(told.Said, s) },
		Fail: func(err error) {
			if err != nil {
				told.Failed = append(told.Failed, err)
			}
		},
		Save: func(s shell.Saving, lacks ...string) { told.Saving, told.Lacks = s, lacks },
	}, told
}

// Show puts an object into a shell's window at the size of a page.
func Show(sh *shell.Shell, o fyne.CanvasObject) {
	sh.Window.SetContent(o)
	sh.Window.Resize(fyne.NewSize(Width, Height))
}

// NewPress makes what papers are made with, as the program does, by its own rules and numbers.
var NewPress = sync.OnceValues(func() (*press.Press, error) {
	forms, err := forms()
	if err != nil {
		return nil, err
	}
	table, err := rules.Load(assets.Rules()...)
	if err != nil {
		return nil, err
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		return nil, err
	}
	numbers, err := hearing.ReadNumbering(assets.Numbers)
	if err != nil {
		return nil, err
	}
	return press.New(forms.Under(press.Law(rules.NewBook(table, days))), layout.New(assets.PaperFonts(), nil)).Numbering(numbers), nil
})
