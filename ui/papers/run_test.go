package papers

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/work"
)

// A queue keeps jobs until the test runs them.
type queue struct{ jobs []func(context.Context) }

func (q *queue) Do(job work.Job, done func(error)) {
	q.jobs = append(q.jobs, func(ctx context.Context) { done(job(ctx)) })
}

func (q *queue) Later(_ string, _ time.Duration, job work.Job, done func(error)) { q.Do(job, done) }

// next runs one job; it reports whether there was one.
func (q *queue) next(t *testing.T) bool {
	if len(q.jobs) == 0 {
		return false
	}
	j := q.jobs[0]
	q.jobs = q.jobs[1:]
	j(t.Context())
	return true
}

func (q *queue) run(t *testing.T) {
	for q.next(t) {
	}
}

func TestPrintsInOrderAndRemembers(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	p := newTray()
	var lines []string
	m.OnChange = func() {
		if m.Busy() {
			lines = append(lines, m.Run.Line().Text)
		}
	}
	names := []string{}
	for _, s := range m.Ticked() {
		names = append(names, s.Name())
	}
	r := m.Print(p, batch.Order{Queue: "PDF", Sides: printing.LongEdge})
	if !r.Over || r.Line().Weight != Good {
		t.Fatalf("the run ends with %+v", r.Line())
	}
	for i, j := range p.jobs {
		if j.Title != names[i] || j.Queue != "PDF" || j.Sides != printing.LongEdge || !strings.HasPrefix(string(j.PDF), "%PDF") {
			t.Errorf("job %d is %q on %s, want %q", i, j.Title, j.Queue, names[i])
		}
	}
	prints, err := d.Prints(t.Context(), "h-e2")
	if err != nil || len(prints) != len(names) || len(p.jobs) != len(names) {
		t.Fatalf("%d papers, %d jobs, %d remembered, %v", len(names), len(p.jobs), len(prints), err)
	}
	if pr := prints[0]; pr.To != "PDF" || pr.Copies != r.Tasks[0].Item.Copies || pr.Pages < 1 || pr.Hash == "" {
		t.Errorf("remembered as %+v", pr)
	}
	if !strings.Contains(strings.Join(lines, "\n"), "正在打印 1/") {
		t.Errorf("the progress was told as %q", lines)
	}
}

func TestOneRefusedPaperDoesNotStopTheOthers(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	edit(t, d, "h-e2", func(h *hearing.Hearing) { h.Room = "" }) // after they were ticked
	p := newTray()
	r := m.Print(p, batch.Order{Queue: "PDF"})
	line := r.Line()
	if len(p.jobs) == 0 || len(p.jobs) >= len(r.Tasks) || line.Weight != Bad {
		t.Fatalf("%d of %d papers went out: %+v", len(p.jobs), len(r.Tasks), line)
	}
	for _, want := range []string{"件没有打印", "听证地点", "已打印"} {
		if !strings.Contains(line.Text, want) {
			t.Errorf("%q does not say %q", line.Text, want)
		}
	}
}

func TestWithoutAPrinterTheReasonIsToldOnce(t *testing.T) {
	c := &clock{july(1, 8)}
	m := showing(t, filled(t, c), c, "h-e2")
	p := newTray()
	p.refuse = map[string]error{"": printing.ErrNoScheduler}
	r := m.Print(p, batch.Order{Queue: "PDF"})
	if text := r.Line().Text; strings.Count(text, "打印服务没有运行") != 1 || len(p.asked) != 0 || r.count(batch.Failed) != len(r.Tasks) {
		t.Errorf("told as %q", text)
	}
}

func TestAJobIsFollowedToItsEnd(t *testing.T) {
	for _, c := range []struct {
		name   string
		states []printing.State
		stage  batch.Stage
		says   string // at its worst, or at its end
	}{
		{"paper is put in", []printing.State{{Phase: printing.Processing}, {Phase: printing.Stopped, Reason: printing.OutOfPaper}, {Phase: printing.Done}}, batch.Out, "请装入 A4 纸"},
		{"cancelled at the printer", []printing.State{{Phase: printing.Cancelled}}, batch.Failed, "已在打印机上取消"},
		{"a fault", []printing.State{{Phase: printing.Aborted, Reason: printing.Faulty, Message: "E-03"}}, batch.Failed, "E-03"},
		{"never", []printing.State{{Phase: printing.Stopped, Reason: printing.Offline}}, batch.Left, "没有等到它打完"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := &clock{july(1, 8)}
			d := filled(t, at)
			m := showing(t, d, at, "h-e2")
			m.Tick(false, m.Sheets...)
			m.Tick(true, m.Sheets[0])
			said := ""
			m.OnChange = func() {
				if m.Run != nil {
					said += m.Run.Line().Text + "\n"
				}
			}
			p := newTray()
			p.states = map[string][]printing.State{m.Sheets[0].Name(): c.states}
			r := m.Print(p, batch.Order{Queue: "PDF"})
			if got := r.Tasks[0].Step.Stage; got != c.stage || !strings.Contains(said, c.says) {
				t.Errorf("ended at %v, want %v; said %q", got, c.stage, said)
			}
			prints, err := d.Prints(t.Context(), "h-e2")
			if err != nil || (len(prints) == 1) != (c.stage == batch.Out) {
				t.Errorf("%d prints are remembered, %v", len(prints), err)
			}
		})
	}
}

func TestAPrintSystemThatDoesNotAnswer(t *testing.T) {
	for _, c := range []struct {
		silent int // answers that fail, from the first
		err    error
		stage  batch.Stage
	}{
		{3, printing.ErrTimeout, batch.Out},
		{3, printing.ErrNoScheduler, batch.Out},
		{1 << 30, printing.ErrTimeout, batch.Left},
		{1, printing.ErrUnknownJob, batch.Unsure},
	} {
		at := &clock{july(1, 8)}
		m := showing(t, filled(t, at), at, "h-e2")
		m.Tick(false, m.Sheets[1:]...)
		p, n := newTray(), 0
		p.during = func() error {
			if n++; n <= c.silent {
				return c.err
			}
			return nil
		}
		if r := m.Print(p, batch.Order{Queue: "PDF"}); !r.Over || r.Tasks[0].Step.Stage != c.stage {
			t.Errorf("%v, %d times: ended at %v, want %v", c.err, c.silent, r.Tasks[0].Step.Stage, c.stage)
		}
	}
}

func TestStopLeavesTheRestUnprinted(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	q := &queue{}
	m := NewModel(q, d, newPress, c.now, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	m.Show("h-e2")
	q.run(t)
	p := newTray()
	r := m.Print(p, batch.Order{Queue: "PDF"})
	for range 3 {
		q.next(t)
	}
	if len(p.jobs) != 2 || !r.Waiting() {
		t.Fatalf("%d jobs after three steps", len(p.jobs))
	}
	r.Stop()
	q.run(t)
	if !r.Over || len(p.jobs) > batch.Ahead || r.count(batch.Out) != len(p.jobs) || r.count(batch.Dropped) != len(r.Tasks)-len(p.jobs) {
		t.Errorf("after a stop %d jobs, %d out, %d dropped of %d", len(p.jobs), r.count(batch.Out), r.count(batch.Dropped), len(r.Tasks))
	}
}

func TestStopTwiceWaitsForNothing(t *testing.T) {
	c := &clock{july(1, 8)}
	m := showing(t, filled(t, c), c, "h-e2")
	q := &queue{}
	m.run = q
	p := newTray()
	r := m.Print(p, batch.Order{Queue: "PDF"})
	q.next(t)
	q.next(t)
	r.Stop()
	r.Stop()
	if !r.Over || r.count(batch.Left) != 1 || !strings.Contains(r.Line().Text, "没有等到它打完") {
		t.Errorf("over %v, %d left: %q", r.Over, r.count(batch.Left), r.Line().Text)
	}
	q.run(t)
}

func TestSavesFiles(t *testing.T) {
	for _, c := range []struct {
		format press.Format
		joined bool
		begins string
	}{{press.PDF, false, "%PDF"}, {press.PDF, true, "%PDF"}, {press.DOCX, false, "PK"}} {
		at := &clock{july(1, 8)}
		d := filled(t, at)
		m := showing(t, d, at, "h-e2")
		folder := t.TempDir()
		r := m.Save(Folder{Path: folder, Format: c.format, Joined: c.joined})
		files, err := filepath.Glob(folder + "/*")
		want := len(r.Tasks)
		if c.joined {
			want = 1
		}
		if err != nil || len(files) != want || r.Line().Weight != Good || !strings.Contains(r.Line().Text, folder) {
			t.Fatalf("%d files, want %d: %q, %v", len(files), want, r.Line().Text, err)
		}
		if text, err := os.ReadFile(files[0]); err != nil || !strings.HasPrefix(string(text), c.begins) {
			t.Errorf("%s begins with %.4q, %v", files[0], text, err)
		}
		m.Reload()
		if s := m.Sheets[0]; s.Filed == nil || !s.Ticked {
			t.Errorf("a paper that is only a file: %+v, ticked %v", s.Filed, s.Ticked)
		}
	}
}

func TestAFolderThatIsNotThere(t *testing.T) {
	c := &clock{july(1, 8)}
	m := showing(t, filled(t, c), c, "h-e2")
	r := m.Save(Folder{Path: filepath.Join(t.TempDir(), "none"), Format: press.PDF})
	if line := r.Line(); line.Weight != Bad || !strings.Contains(line.Text, "没有这个文件或文件夹") {
		t.Errorf("told as %+v", line)
	}
}

func TestTheDiskFillsWhilePrinting(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	var told error
	m := NewModel(work.Now(t.Context()), forgetful{d}, newPress, c.now, func(err error) { told = errors.Join(told, err) })
	m.Show("h-e2")
	r := m.Print(newTray(), batch.Order{Queue: "PDF"})
	if r.count(batch.Out) != len(r.Tasks) || !errors.Is(told, hearing.ErrFull) {
		t.Errorf("%d of %d are out; told %v", r.count(batch.Out), len(r.Tasks), told)
	}
}

// forgetful is a desk whose disk is full.
type forgetful struct{ Desk }

func (f forgetful) MarkSheet(ctx context.Context, b hearing.Batch, s hearing.BatchSheet, was hearing.SheetState, paper []byte) error {
	if s.State == hearing.SheetDone {
		return hearing.ErrFull
	}
	return f.Desk.MarkSheet(ctx, b, s, was, paper)
}
