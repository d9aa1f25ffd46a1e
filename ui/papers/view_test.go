package papers

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/sheet"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/work"
)

// newShell returns a shell that does everything at once and notes where it
// was sent.
func newShell(t testing.TB, c *clock) (*shell.Shell, *[]shell.Place) {
	t.Helper()
	went := &[]shell.Place{}
	return &shell.Shell{Work: work.Now(t.Context()), Now: c.now, Say: func(string) {}, Go: func(p shell.Place) { *went = append(*went, p) },
		Fail: func(err error) {
			if err != nil {
				t.Error(err)
			}
		}}, went
}

// onScreen returns a panel in a window, and the window.
func onScreen(t testing.TB, d *storage.Desk, c *clock, p printing.Printer, session hearing.ID) (*Panel, fyne.Window, *[]shell.Place) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light))
	sh, went := newShell(t, c)
	panel := NewPanel(sh, d, newPress, p, &filer{})
	w := shown.Window(t, panel.Object())
	sh.Window = w
	panel.Show(session)
	return panel, w, went
}

func TestPanelShowsAndPrints(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	tray := newTray()
	p, w, _ := onScreen(t, d, c, tray, "h-e2")
	for _, s := range p.m.Sheets {
		if s.Number == "07a" {
			p.m.Choose(s)
			break
		}
	}
	shown.Picture(t, w, "papers-07a")
	p.preview.SetZoom(sheet.FitPage)
	shown.Picture(t, w, "papers-whole")
	p.preview.SetZoom(sheet.FullSize)
	p.preview.Turn(1)
	shown.Picture(t, w, "papers-full")
	p.preview.SetZoom(sheet.FitWidth)
	n := len(p.m.Ticked())
	p.Print()
	if len(tray.jobs) != n || tray.jobs[0].Queue != "PDF" || p.bar.primary.Disabled() != true {
		t.Errorf("%d of %d papers printed; the button is on: %v", len(tray.jobs), n, !p.bar.primary.Disabled())
	}
	c.at = july(14, 8)
	edit(t, d, "h-e2", func(h *hearing.Hearing) { h.Questions[0].Text += "（补充）" })
	p.Show("h-e2")
	shown.Picture(t, w, "papers-changed")
}

func TestPanelWithFieldsMissing(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	edit(t, d, "h-e2", func(h *hearing.Hearing) { h.Room, h.Presider = "", "" })
	p, w, went := onScreen(t, d, c, newTray(), "h-e2")
	for _, s := range p.m.Sheets {
		if s.Number == "07a" {
			p.m.Choose(s)
			break
		}
	}
	shown.Picture(t, w, "papers-missing")
	p.list.enter(p.m.Chosen)
	if len(*went) != 1 || (*went)[0].Tab != "plan" {
		t.Errorf("went to %+v", *went)
	}
	p.Print()
	shown.Picture(t, w, "papers-refused")
}

func TestPanelWithoutAPrinter(t *testing.T) {
	c := &clock{july(12, 8)}
	for name, tray := range map[string]*tray{"papers-no-printer": {}, "papers-no-service": {err: printing.ErrNoScheduler}} {
		p, w, _ := onScreen(t, filled(t, c), c, tray, "h-e2")
		p.Print()
		if p.m.Run != nil || p.bar.line.Text == "" || !p.bar.status.Visible() {
			t.Errorf("%s: nothing is said", name)
		}
		shown.Picture(t, w, name)
	}
}

func TestPanelOutOfPaper(t *testing.T) {
	c := &clock{july(12, 8)}
	tray := newTray()
	p, w, _ := onScreen(t, filled(t, c), c, tray, "h-e2")
	tray.states = map[string][]printing.State{p.m.Ticked()[4].Name(): {{Phase: printing.Stopped, Reason: printing.OutOfPaper}, {Phase: printing.Done}}}
	seen := false
	change := p.m.OnChange
	p.m.OnChange = func() {
		change()
		if r := p.m.Run; r != nil && !r.Over && r.Line().Weight == Attention && !seen {
			seen = true
			shown.Picture(t, w, "papers-paper-out")
		}
	}
	p.Print()
	if !seen {
		t.Error("the printer stood still, and nobody was told")
	}
}

func TestPageOfPapers(t *testing.T) {
	c := &clock{july(12, 8)}
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light))
	sh, _ := newShell(t, c)
	page := New(sh, filled(t, c), newPress, newTray(), &filer{}).(*Page)
	w := shown.Window(t, page.Object())
	sh.Window = w
	page.Show(shell.Place{Kind: shell.Papers})
	if len(page.panel.m.Sessions) == 0 || page.open != page.sessions.Found[0].Session {
		t.Error("the page opens on nothing")
	}
	shown.Picture(t, w, "papers-page")
	page.Show(shell.Place{Kind: shell.Papers, ID: "h-e2"})
	if page.panel.m.Sessions[0] != "h-e2" {
		t.Errorf("the page shows %s", page.panel.m.Sessions)
	}
	page.sessions.Read("没有这样的会", nil)
	shown.Picture(t, w, "papers-page-search")
}

func TestEmptyPageOfPapers(t *testing.T) {
	c := &clock{july(12, 8)}
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light))
	sh, _ := newShell(t, c)
	page := New(sh, opened(t, c), newPress, newTray(), &filer{})
	w := shown.Window(t, page.Object())
	sh.Window = w
	page.Show(shell.Place{Kind: shell.Papers})
	shown.Picture(t, w, "papers-page-empty")
}

func TestFortyPeopleWithLongNames(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	h, err := d.Hearing(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	var party hearing.Participant
	for _, p := range h.Participants {
		if p.Role == hearing.Officer {
			party = p
		}
	}
	for i := range 40 {
		who := hearing.Person{ID: hearing.ID(fmt.Sprintf("p-long-%d", i)), Name: fmt.Sprintf("阿卜杜热合曼·买买提依明·吐尔逊江·艾合买提江·库尔班江·阿不都拉%02d", i)}
		if _, err := d.SavePerson(t.Context(), who); err != nil {
			t.Fatal(err)
		}
		one := party
		one.ID, one.Person = hearing.ID(fmt.Sprintf("x-%d", i)), who.ID
		h.Participants = append(h.Participants, one)
	}
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	p, w, _ := onScreen(t, d, c, newTray(), "h-e2")
	t.Logf("%d papers shown after %v", len(p.m.Sheets), time.Since(began))
	shown.Picture(t, w, "papers-forty")
	began = time.Now()
	for range 10 {
		p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	t.Logf("ten papers looked at in %v", time.Since(began))
	began = time.Now()
	for i := range 40 {
		p.list.ScrollToOffset(float32(i) * 40)
	}
	t.Logf("scrolled in %v", time.Since(began))
	shown.Picture(t, w, "papers-forty-down")
	if m := w.Content().MinSize(); m.Width > shown.Width {
		t.Errorf("the page wants a width of %v", m.Width)
	}
}

func TestPrintIsRememberedUntilThePapersAreMade(t *testing.T) {
	c := &clock{july(12, 8)}
	tray, q := newTray(), &queue{}
	p, _, _ := onScreen(t, filled(t, c), c, tray, "h-e2")
	p.m.run = q
	p.Show("a-e1")
	p.Print()
	if p.m.Run != nil {
		t.Fatal("prints before the papers are made")
	}
	q.run(t)
	if len(tray.jobs) == 0 || len(tray.jobs) != len(p.m.Run.Tasks) || p.m.Run.sessions[0] != "a-e1" {
		t.Errorf("%d papers printed", len(tray.jobs))
	}
}

func TestListByKeyboard(t *testing.T) {
	c := &clock{july(12, 8)}
	p, w, _ := onScreen(t, filled(t, c), c, newTray(), "h-e2")
	if w.Canvas().Focused() == nil {
		t.Fatal("the list takes no keys")
	}
	first := p.m.Chosen
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if first.Ticked {
		t.Error("Space does not untick the paper that is looked at")
	}
	for range len(p.list.rows) {
		p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if p.m.Chosen != p.m.Sheets[len(p.m.Sheets)-1] {
		t.Error("the arrows do not reach the last paper")
	}
}

// TestPanelOfADay holds that the sheets of a day and the table of a period are
// shown, printed and remembered as a session's papers are.
func TestPanelOfADay(t *testing.T) {
	c := &clock{july(17, 16)}
	d := filled(t, c)
	tray := newTray()
	for _, x := range []struct {
		id   hearing.ID
		n    int
		name string
	}{
		{hearing.Day{Date: theDay(18), By: hearing.ByPresider}.ID(), 2, "papers-day"},
		{hearing.Period{From: theDay(1), To: theDay(31)}.ID(), 1, "papers-period"},
	} {
		p, w, _ := onScreen(t, d, c, tray, x.id)
		shown.Picture(t, w, x.name)
		before := len(tray.jobs)
		if p.Print(); len(tray.jobs)-before != x.n {
			t.Errorf("%s: %d printed, want %d", x.name, len(tray.jobs)-before, x.n)
		}
		if p.Show(x.id); len(p.m.Ticked()) != 0 {
			t.Errorf("%s: what is printed is to be printed again", x.name)
		}
		if prints, err := d.Prints(t.Context(), x.id); err != nil || len(prints) != x.n {
			t.Errorf("%s: %v is remembered (%v)", x.name, prints, err)
		}
	}
	p, w, _ := onScreen(t, d, c, tray, hearing.Day{Date: theDay(22), By: hearing.ByRoom}.ID())
	shown.Picture(t, w, "papers-no-day")
	if len(p.m.Sheets) != 0 {
		t.Error("an empty day has sheets")
	}
}

func theDay(n int) calendar.Date { return calendar.NewDate(2023, time.July, n) }
