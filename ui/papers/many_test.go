package papers

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// busy is a desk with three sessions on the 18th of July 2023 and one on the 19th.
func busy(t *testing.T, c *clock) *storage.Desk {
	t.Helper()
	d := filled(t, c)
	for i, id := range []hearing.ID{"h-e1", "h-e2", "h-e3"} {
		edit(t, d, id, func(h *hearing.Hearing) {
			h.Start = time.Date(2023, 7, 18, 9+2*i, 0, 0, 0, july(1, 8).Location())
			h.End, h.State = h.Start.Add(90*time.Minute), hearing.Ready
		})
	}
	return d
}

// TestTheDaysPapersInThreeClicks prints the papers of all sessions of a day:
// the page, the day, the button.
func TestTheDaysPapersInThreeClicks(t *testing.T) {
	c := &clock{july(18, 8)}
	d := busy(t, c)
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light))
	sh, _ := newShell(t, c)
	tray := newTray()
	page := New(sh, d, newPress, tray, &filer{}).(*Page)
	w := shown.Window(t, page.Object())
	sh.Window = w
	page.Show(shell.Place{Kind: shell.Papers})
	shown.Press(t, w, "今天")
	m := page.panel.m
	if len(m.Sessions) != 3 || !m.Read || len(m.Ticked()) < 40 {
		t.Fatalf("of %v %d papers are ticked", m.Sessions, len(m.Ticked()))
	}
	shown.Picture(t, w, "papers-day")
	page.choose("h-e3")
	if len(m.Sessions) != 2 || page.row(page.many.Found[2]).Right != "不打" {
		t.Errorf("without the third there are %v", m.Sessions)
	}
	page.choose("h-e3")
	n, seen := len(m.Ticked()), false
	change := m.OnChange
	m.OnChange = func() {
		change()
		if r := m.Run; r != nil && !r.Over && r.Progress() > 0.4 && !seen {
			seen = true
			shown.Picture(t, w, "papers-day-printing")
		}
	}
	page.Print()
	if len(tray.jobs) != n || m.Run.Line().Weight != Good || len(m.Ticked()) != 0 || !seen {
		t.Errorf("%d of %d papers printed: %+v", len(tray.jobs), n, m.Run.Line())
	}
	for i, s := range m.Sheets[1:] {
		if m.Sheets[i].Session > s.Session {
			t.Errorf("%s comes before %s", m.Sheets[i].Session, s.Session)
		}
	}
	shown.Press(t, w, "今天")
	if page.several || len(m.Sessions) != 1 {
		t.Errorf("the day pressed again leaves %v", m.Sessions)
	}
}

// TestABatchThatWaitsIsOffered stops a day's papers in the middle, and starts
// the program anew.
func TestABatchThatWaitsIsOffered(t *testing.T) {
	c := &clock{july(18, 8)}
	d := busy(t, c)
	for name, mode := range map[string]look.Mode{"papers-rest": look.Light, "papers-rest-dark": look.Dark} {
		test.NewTempApp(t)
		b := must(d.BeginBatch(t.Context(), hearing.Batch{Queue: "PDF", Sheets: []hearing.BatchSheet{
			{Session: "h-e2", Document: "06", Title: "听证会公告", Copies: 3}, {Session: "h-e2", Document: "12", Title: "听证会纪律", Copies: 1}}}))(t)
		one := b.Sheets[0]
		one.State = hearing.SheetSending
		if err := d.MarkSheet(t.Context(), b, one, hearing.SheetWaiting, []byte("x")); err != nil {
			t.Fatal(err)
		}
		sh, _ := newShell(t, c)
		page := New(sh, d, newPress, newTray(), &filer{}).(*Page)
		w := shown.Window(t, page.Object())
		fyne.CurrentApp().Settings().SetTheme(look.NewTheme(mode))
		sh.Window = w
		page.Show(shell.Place{Kind: shell.Papers, ID: "h-e2"})
		shown.Picture(t, w, name)
		shown.Press(t, w, "不打了")
		if len(page.panel.m.Rests) != 0 {
			t.Error("it still waits")
		}
	}
}

func TestThePapersThatAnotherPageNames(t *testing.T) {
	c := &clock{july(18, 8)}
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light))
	sh, _ := newShell(t, c)
	page := New(sh, busy(t, c), newPress, newTray(), &filer{}).(*Page)
	sh.Window = shown.Window(t, page.Object())
	page.Show(Of([]hearing.ID{"h-e3", "h-e1", "gone"}, "12"))
	m := page.panel.m
	if len(m.Sessions) != 2 || m.Sessions[0] != "h-e3" || len(m.Ticked()) != 2 || m.Ticked()[1].Number != "12" {
		t.Errorf("of %v there are ticked %d", m.Sessions, len(m.Ticked()))
	}
}
