package papers

import (
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/storage"
	"hearingdesk/ui/work"
)

// jobsOf lists what a tray was given, by title and content: two receipts of one
// agency have the same title.
func jobsOf(p *tray) []string {
	var out []string
	for _, j := range p.jobs {
		out = append(out, j.Title+" "+hearing.HashOf(j.PDF)[:8])
	}
	return out
}

// another is a model of the same desk, as after a new start of the program.
func another(t *testing.T, d *storage.Desk, c *clock, p printing.Printer) *Model {
	t.Helper()
	m := NewModel(work.Now(t.Context()), d, newPress, c.now, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	m.Survey(p)
	return m
}

// doubled lists what was printed twice.
func doubled(titles []string) []string {
	seen := map[string]int{}
	var out []string
	for _, t := range titles {
		if seen[t]++; seen[t] == 2 {
			out = append(out, t)
		}
	}
	return out
}

// TestAPrinterThatVanishesLeavesTheRest takes the printer away in the middle of
// a batch: what it had printed stays printed, what it had taken is asked about,
// and the rest is printed when the clerk goes on, on another printer.
func TestAPrinterThatVanishesLeavesTheRest(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	all := len(m.Ticked())
	p := newTray()
	gone := false
	p.during = func() error {
		if len(p.jobs) >= 6 {
			gone = true
			p.refuse = map[string]error{"": printing.ErrUnknownQueue}
		}
		if gone {
			return printing.ErrUnknownJob
		}
		return nil
	}
	r := m.Print(p, batch.Order{Queue: "PDF"})
	out := r.count(batch.Out)
	if !r.Over || out == 0 || out >= 6 || r.count(batch.Unsure) != len(p.jobs)-out || r.Line().Weight != Bad {
		t.Fatalf("%d out of %d jobs, %d unsure: %+v", out, len(p.jobs), r.count(batch.Unsure), r.Line())
	}

	c.at = july(12, 9)
	next := newTray()
	again := another(t, d, c, p)
	if len(again.Rests) != 1 || again.Rests[0].Left() != all-out || len(again.Rests[0].Unsure) != len(p.jobs)-out {
		t.Fatalf("after a new start there wait %+v", again.Rests)
	}
	if text := RestLine(again.Rests[0], again.today()); !strings.Contains(text, "08:00那一批还有") || !strings.Contains(text, "没有回音") {
		t.Errorf("told as %q", text)
	}
	r = again.Continue(next, batch.Order{Queue: "Lobby"}, again.Rests[0], batch.TheyCame)
	if !r.Over || r.Line().Weight != Good || len(next.jobs) != all-len(p.jobs) || next.jobs[0].Queue != "Lobby" {
		t.Fatalf("%d jobs more, want %d: %+v", len(next.jobs), all-len(p.jobs), r.Line())
	}
	if twice := doubled(append(jobsOf(p), jobsOf(next)...)); len(twice) > 0 {
		t.Errorf("printed twice: %v", twice)
	}
	prints, err := d.Prints(t.Context(), "h-e2")
	if err != nil || len(prints) != all || prints[all-1].To != "Lobby" {
		t.Errorf("%d prints are remembered of %d, %v", len(prints), all, err)
	}
	if len(again.Rests) != 0 || len(another(t, d, c, nil).Rests) != 0 {
		t.Error("the batch still waits")
	}
}

// TestAKilledProgramGoesOn stops the program between any two of its steps, and
// has the next one go on: each paper comes out of the printer once.
func TestAKilledProgramGoesOn(t *testing.T) {
	for steps := 2; steps < 12; steps += 3 {
		c := &clock{july(12, 8)}
		d := filled(t, c)
		p, q := newTray(), &queue{}
		m := NewModel(q, d, newPress, c.now, func(err error) { t.Error(err) })
		m.Show("h-e3")
		q.run(t)
		all := len(m.Ticked())
		r := m.Print(p, batch.Order{Queue: "PDF"})
		for range steps {
			q.next(t)
		}
		r.Stop()
		r.Stop() // nothing more is done, as if the program were gone
		again := another(t, d, c, p)
		if len(again.Rests) != 1 || len(again.Rests[0].Unsure) > 0 {
			t.Fatalf("after %d steps there wait %+v", steps, again.Rests)
		}
		r = again.Continue(p, batch.Order{Queue: "PDF"}, again.Rests[0], batch.Unanswered)
		if twice := doubled(jobsOf(p)); !r.Over || len(twice) > 0 || len(p.jobs) != all {
			t.Errorf("after %d steps: %d jobs of %d papers, twice %v", steps, len(p.jobs), all, twice)
		}
		if prints, err := d.Prints(t.Context(), "h-e3"); err != nil || len(prints) != all {
			t.Errorf("after %d steps %d of %d are remembered, %v", steps, len(prints), all, err)
		}
	}
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// TestASheetThatWasCutOffIsAskedAbout has the program die between handing over
// and taking note: nobody knows, so somebody is asked.
func TestASheetThatWasCutOffIsAskedAbout(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	b := must(d.BeginBatch(t.Context(), hearing.Batch{Queue: "PDF", Sheets: []hearing.BatchSheet{
		{Session: "h-e2", Document: "06", Title: "听证会公告", Copies: 3}, {Session: "h-e2", Document: "12", Title: "听证会纪律", Copies: 1}}}))(t)
	one := b.Sheets[0]
	one.State = hearing.SheetSending
	if err := d.MarkSheet(t.Context(), b, one, hearing.SheetWaiting, []byte("x")); err != nil {
		t.Fatal(err)
	}
	p := newTray()
	m := another(t, d, c, p)
	if len(m.Rests) != 1 || !m.Rests[0].Unsure[1] || m.Rests[0].Waiting() != 1 {
		t.Fatalf("there waits %+v", m.Rests)
	}
	r := m.Continue(p, batch.Order{Queue: "PDF"}, m.Rests[0], batch.Unanswered)
	if len(p.jobs) != 1 || r.count(batch.Unsure) != 1 || !strings.Contains(r.Line().Text, "请到打印机旁查看") {
		t.Fatalf("%d jobs: %+v", len(p.jobs), r.Line())
	}
	r = m.Continue(p, batch.Order{Queue: "PDF"}, m.Rests[0], batch.TheyDidNot)
	if len(p.jobs) != 2 || p.jobs[1].Copies != 3 || r.Line().Weight != Good || len(m.Rests) != 0 {
		t.Errorf("%d jobs: %+v", len(p.jobs), r.Line())
	}
}

func TestABatchThatIsGivenUp(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	p := newTray()
	p.refuse = map[string]error{"": printing.ErrNoScheduler}
	m.Print(p, batch.Order{Queue: "PDF"})
	if len(m.Rests) != 1 {
		t.Fatalf("there wait %+v", m.Rests)
	}
	m.Drop(m.Rests[0])
	if len(m.Rests) != 0 || len(another(t, d, c, p).Rests) != 0 {
		t.Error("it still waits")
	}
	delete(p.refuse, "")
	m.TickDue()
	if r := m.Print(p, batch.Order{Queue: "PDF"}); r.Line().Weight != Good {
		t.Errorf("printed anew it ends with %+v", r.Line())
	}
}

// TestAPastPrintIsPrintedAsItWas changes the facts after a print: the paper of
// then is shown and printed as it was, with what is another now.
func TestAPastPrintIsPrintedAsItWas(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	p := newTray()
	m.Print(p, batch.Order{Queue: "PDF"})
	var first printing.Job
	at := slices.IndexFunc(m.Sheets, func(s *Sheet) bool { return s.Number == "07a" })
	for _, j := range p.jobs {
		if j.Title == m.Sheets[at].Name() {
			first = j
		}
	}
	c.at = july(3, 9)
	edit(t, d, "h-e2", func(h *hearing.Hearing) { h.Questions[0].Text += "（补充）" })
	m.Reload()
	s := m.Sheets[at]
	if !s.Changed() || len(s.Changes) == 0 || !strings.Contains(s.Under().Text, "改了：") {
		t.Fatalf("a notice with another question: %+v, %q", s.Changes, s.Under().Text)
	}
	m.Choose(s)
	m.ShowEarlier(m.Latest())
	x := m.Earlier
	if x == nil || x.Err != nil || !x.Exact || x.Gone || len(x.Changes) == 0 || !strings.Contains(x.Compared().Text, "比现在的事实旧") {
		t.Fatalf("as it was: %+v", x)
	}
	r := m.Reprint(p, batch.Order{Queue: "Lobby"}, x.Print, s.Title)
	last := p.jobs[len(p.jobs)-1]
	if r.Line().Weight != Good || string(last.PDF) != string(first.PDF) || last.Copies != first.Copies || last.Queue != "Lobby" {
		t.Errorf("printed again as %d bytes, was %d: %+v", len(last.PDF), len(first.PDF), r.Line())
	}
	s = m.Sheets[at]
	if n := len(s.Prints); n != 2 || s.Prints[1].Again != s.Prints[0].N || s.Prints[1].Content != s.Prints[0].Content || !s.Changed() {
		t.Errorf("its prints are %+v; still changed %v", s.Prints, s.Changed())
	}
}

func TestAPaperThatIsNeededNoMoreKeepsItsPrints(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	m.Print(newTray(), batch.Order{Queue: "PDF"})
	var left hearing.ID
	edit(t, d, "h-e2", func(h *hearing.Hearing) {
		at := slices.IndexFunc(h.Participants, func(p hearing.Participant) bool { return p.Role == hearing.Officer })
		left = h.Participants[at].ID
		h.Participants = slices.Delete(h.Participants, at, at+1)
		h.Opinions = slices.DeleteFunc(h.Opinions, func(o hearing.Opinion) bool { return o.Officer == left })
	})
	m.Reload()
	at := slices.IndexFunc(m.Sheets, func(s *Sheet) bool { return s.Number == "07c" && s.Key == string(left) })
	if at < 0 || m.Sheets[at].Ready() || m.Sheets[at].Ticked || m.Sheets[at].Mark(c.at).Text != "不再需要" {
		t.Fatalf("the invitation of who left is at %d", at)
	}
	m.Choose(m.Sheets[at])
	m.ShowEarlier(m.Latest())
	if m.Earlier == nil || m.Earlier.Err != nil || !m.Earlier.Gone || len(m.Earlier.Paper.Pages) == 0 {
		t.Errorf("as it was: %+v", m.Earlier)
	}
}
