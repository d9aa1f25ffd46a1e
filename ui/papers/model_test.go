package papers

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

func TestMain(m *testing.M) {
	if err := words.Use(words.Chinese); err != nil {
		panic(err)
	}
	m.Run()
}

func TestPapersAreTickedUntilTheyArePrinted(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	if len(m.Sheets) < 10 || len(m.Ticked()) != len(m.Sheets) {
		t.Fatalf("%d of %d papers are ticked before the first print", len(m.Ticked()), len(m.Sheets))
	}
	all := len(m.Sheets)
	m.Tick(false, m.Sheets...)
	m.Tick(true, m.Groups[1].Sheets...)
	printed := m.Ticked()
	m.Print(newTray(), batch.Order{Queue: "PDF"})
	if len(m.Ticked()) != 0 {
		t.Errorf("%d papers are ticked after they were printed", len(m.Ticked()))
	}
	for _, s := range m.Sheets {
		if was := slices.ContainsFunc(printed, func(p *Sheet) bool { return p.key() == s.key() }); was != (s.Printed != nil) || s.Changed() {
			t.Errorf("%s: printed %v, changed %v", s.Name(), s.Printed != nil, s.Changed())
		}
	}
	m.TickDue()
	if got, want := len(m.Ticked()), all-len(printed); got != want {
		t.Errorf("%d papers are still to be printed, want %d", got, want)
	}
}

func TestWhatCannotBePrintedIsNotTicked(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	edit(t, d, "h-e2", func(h *hearing.Hearing) { h.Room = "" })
	m := showing(t, d, c, "h-e2")
	lacking := 0
	for _, s := range m.Sheets {
		if s.Ready() != s.Ticked {
			t.Errorf("%s: can be printed %v, ticked %v", s.Name(), s.Ready(), s.Ticked)
		}
		if !s.Ready() {
			lacking++
		}
	}
	if lacking == 0 || lacking == len(m.Sheets) {
		t.Fatalf("%d of %d papers lack a place", lacking, len(m.Sheets))
	}
	m.Tick(true, m.Sheets...)
	if n := len(m.Ticked()); n != len(m.Sheets)-lacking || !allTicked(m.Sheets) || !m.OnlyDue() {
		t.Errorf("ticking all ticks %d of %d, of which %d lack something", n, len(m.Sheets), lacking)
	}
	if r := m.Print(newTray(), batch.Order{Queue: "PDF"}); r.Line().Weight != Good {
		t.Errorf("printing what is ticked ends with %+v", r.Line())
	}
}

func TestAPrintThatTheFactsHaveLeftBehindIsMarked(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	m.Print(newTray(), batch.Order{Queue: "PDF"})
	c.at = july(5, 8)
	m.Reload()
	for _, s := range m.Sheets {
		if s.Changed() {
			t.Errorf("%s is marked as changed only because days have passed", s.Name())
		}
	}
	edit(t, d, "h-e2", func(h *hearing.Hearing) { h.Questions[0].Text += "（补充）" })
	m.Reload()
	changed := 0
	for _, s := range m.Sheets {
		if s.Changed() != s.Ticked {
			t.Errorf("%s: changed %v, ticked %v", s.Name(), s.Changed(), s.Ticked)
		}
		if s.Changed() {
			changed++
			if mark := s.Mark(c.at); mark.Weight != Attention || !strings.Contains(mark.Text, "7-1") {
				t.Errorf("the mark of a changed paper is %+v", mark)
			}
		}
	}
	if changed == 0 || changed == len(m.Sheets) {
		t.Errorf("a changed question changes %d of %d papers", changed, len(m.Sheets))
	}
}

func TestTicksAndTheChosenPaperOutlastAReading(t *testing.T) {
	c := &clock{july(1, 8)}
	m := showing(t, filled(t, c), c, "h-e2")
	m.Tick(false, m.Sheets[2])
	m.Choose(m.Sheets[4])
	unticked, chosen := m.Sheets[2].key(), m.Chosen.key()
	m.Show("h-e2")
	if m.Sheets[2].Ticked || m.Sheets[2].key() != unticked || m.Chosen.key() != chosen || m.Chosen == nil {
		t.Error("what the clerk chose was lost")
	}
	m.Show("a-e1")
	if len(m.Ticked()) != len(m.Sheets) || m.Chosen == nil {
		t.Error("another session begins with the ticks of the one before")
	}
}

func TestALateReadingIsDropped(t *testing.T) {
	c := &clock{july(1, 8)}
	q := &queue{}
	m := NewModel(q, filled(t, c), newPress, c.now, func(err error) { t.Error(err) })
	m.Show("h-e2")
	m.Show("a-e1")
	q.run(t)
	if m.Sessions[0] != "a-e1" || m.Dossiers["a-e1"].Announcement == nil {
		t.Errorf("the panel shows %s with the facts of another session", m.Sessions)
	}
}

func TestWhatIsMissingLeadsToWhereItIsEntered(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	edit(t, d, "h-e2", func(h *hearing.Hearing) {
		h.Room, h.Presider = "", ""
	})
	m := showing(t, d, c, "h-e2")
	at := slices.IndexFunc(m.Sheets, func(s *Sheet) bool { return s.Number == "07a" })
	s := m.Sheets[at]
	var missing *document.MissingError
	if !errors.As(s.Err, &missing) || !strings.Contains(s.Wrong(), "还缺：") || !strings.Contains(s.Wrong(), "听证地点") {
		t.Fatalf("a notice without a place: %v, %q", s.Err, s.Wrong())
	}
	for key, want := range map[string]shell.Place{
		"hearing.place":    {Kind: shell.Hearing, ID: "h-e2", Tab: "plan"},
		"officers[]":       {Kind: shell.Hearing, ID: "h-e2", Tab: "people"},
		"to.name":          {Kind: shell.Hearing, ID: "h-e2", Tab: "people"},
		"decision.text":    {Kind: shell.Hearing, ID: "h-e2", Tab: "outcome"},
		"court.name":       {Kind: shell.Settings},
		"case.cause":       {Kind: shell.Cases, ID: m.Dossiers["h-e2"].Cases[0].ID},
		"unheard.of":       {Kind: shell.Hearing, ID: "h-e2", Tab: "plan"},
		"service.papers[]": {Kind: shell.Hearing, ID: "h-e2", Tab: "told"},
	} {
		if got := Where(key, m.Dossiers["h-e2"]); got != want {
			t.Errorf("%s is entered at %+v, want %+v", key, got, want)
		}
	}
}

func TestWhatAnAnnouncementLacksIsEnteredOnItsPage(t *testing.T) {
	d := hearing.Dossier{Announcement: &hearing.Announcement{ID: "a-e1"}}
	for key, tab := range map[string]string{"service.papers[]": "served", "to.name": "people", "hearing.start": "plan"} {
		if got, want := Where(key, d), (shell.Place{Kind: shell.Announcement, ID: "a-e1", Tab: tab}); got != want {
			t.Errorf("%s is entered at %+v, want %+v", key, got, want)
		}
	}
}

func TestEveryStateOfAPrinterHasItsWords(t *testing.T) {
	for _, r := range printing.Reasons {
		if what, next := Reason(r); what == "" || next == "" {
			t.Errorf("reason %q has no words", r)
		}
	}
	seen := map[string]bool{}
	for _, p := range printing.Phases {
		if w := Phase(p); w == "" || seen[w] {
			t.Errorf("phase %q is called %q", p, w)
		}
		seen[Phase(p)] = true
	}
	for _, err := range []error{printing.ErrNoSystem, printing.ErrNoScheduler, printing.ErrNoQueue, printing.ErrUnknownQueue, printing.ErrRejecting, printing.ErrTimeout, printing.ErrUnknownJob} {
		if text := Explain(err); strings.Contains(text, "没有完成") || strings.Contains(text, err.Error()) {
			t.Errorf("%v is told as %q", err, text)
		}
	}
}
