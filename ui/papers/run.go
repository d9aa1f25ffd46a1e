package papers

import (
	"context"
	"errors"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
)

// ahead is how many papers the print system is given before the first of them
// is out: the printer always has work, and yet the rest can still be stopped.
const ahead = 3

// How long a job is followed: every second at first, then more rarely, and
// not for ever.
const (
	soon    = time.Second
	rarely  = 5 * time.Second
	patient = 30  // looks before rarely
	longest = 750 // looks at one job: an hour
	deaf    = 10  // looks without an answer
)

// brisk is how long the print system has for one answer: saves wait behind it.
const brisk = 3 * time.Second

// An Order says how papers are printed.
type Order struct {
	Queue  string
	Copies int // 0 is each form's own
	Sides  printing.Sides
}

// A Task is one paper of a run.
type Task struct {
	Item  document.Item
	Step  Step
	job   printing.JobID
	paper press.Paper
	looks int
	deaf  int // looks without an answer, one after another
}

// Name is what the paper is called.
func (t *Task) Name() string { return (&Sheet{Item: t.Item}).Name() }

// A Run prints papers one after another and follows each to its end. It goes
// on when another session is shown.
type Run struct {
	Session hearing.ID
	Tasks   []*Task
	Over    bool

	m       *Model
	printer printing.Printer
	order   Order
	folder  *Folder // where files go instead; nil of printing
	dossier hearing.Dossier
	press   *press.Press
	stopped bool // the clerk wants no more
	left    bool // nor to wait for what is at the printer
}

// Print prints the ticked papers. What it does is told through OnChange of the
// model, what went out is remembered in the file.
func (m *Model) Print(printer printing.Printer, order Order) *Run {
	return m.begin(&Run{printer: printer, order: order})
}

// begin does something with the ticked papers, in order.
func (m *Model) begin(r *Run) *Run {
	r.m, r.Session = m, m.Session
	m.Run = r
	for _, s := range m.Ticked() {
		r.Tasks = append(r.Tasks, &Task{Item: s.Item, Step: Step{Stage: Waiting}})
	}
	for _, s := range m.Sheets {
		s.Step = Step{}
		if s.Ticked {
			s.Step.Stage = Waiting
		}
	}
	m.OnChange()
	m.run.Do(func(ctx context.Context) (err error) {
		if r.press, err = m.make(); err != nil {
			return err
		}
		if r.dossier, err = m.desk.Dossier(ctx, r.Session); err != nil {
			return err
		}
		return r.number(ctx)
	}, func(err error) {
		if err != nil {
			r.giveUp(err)
		}
		r.step()
	})
	return r
}

// number gives the papers that are to bear a document number theirs, before the
// first of them goes out. One that cannot be made takes none.
func (r *Run) number(ctx context.Context) error {
	items := make([]document.Item, len(r.Tasks))
	for i, t := range r.Tasks {
		items[i] = t.Item
	}
	papers := r.press.Unnumbered(r.dossier, items)
	if len(papers) == 0 {
		return nil
	}
	_, err := r.m.desk.TakeNumbers(ctx, r.Session, r.m.today(r.dossier).Year(), papers)
	if err != nil {
		return err
	}
	r.dossier, err = r.m.desk.Dossier(ctx, r.Session)
	return err
}

// Stop prints no more of what waits; what is at the printer already comes out.
// Said again, it waits for nothing.
func (r *Run) Stop() {
	r.left, r.stopped = r.stopped, true
	for _, t := range r.Tasks {
		switch {
		case t.Step.Stage == Waiting:
			r.set(t, Step{Stage: Dropped, Err: context.Canceled})
		case t.Step.Stage == AtPrinter && r.left:
			r.set(t, Step{Stage: Left, Err: errLeft})
		}
	}
	r.m.OnChange()
	if r.left && !r.Over {
		r.end()
	}
}

// giveUp lets everything fail that waits.
func (r *Run) giveUp(err error) {
	for _, t := range r.Tasks {
		if t.Step.Stage == Waiting {
			r.set(t, Step{Stage: Failed, Err: err})
		}
	}
}

// set notes how far a paper is, for the run and for the list.
func (r *Run) set(t *Task, s Step) {
	t.Step = s
	if sheet := r.m.find(r.Session, keyOf(t.Item.Number, t.Item.Key)); sheet != nil {
		sheet.Step = s
	}
}

// step does the next thing: hands over a paper, or looks after the one that
// was handed over first.
func (r *Run) step() {
	if r.Over {
		return
	}
	var at []*Task
	var next *Task
	for _, t := range r.Tasks {
		switch {
		case t.Step.Stage == AtPrinter:
			at = append(at, t)
		case t.Step.Stage == Waiting && next == nil:
			next = t
		}
	}
	switch {
	case next != nil && r.folder != nil:
		r.write(next)
	case next != nil && len(at) < ahead:
		r.submit(next)
	case len(at) > 0:
		r.look(at[0])
	case r.folder != nil && r.folder.Joined && !r.stopped && len(r.folder.papers) > 0:
		r.join()
	default:
		r.end()
	}
}

func (r *Run) end() {
	r.Over = true
	r.m.OnChange()
	if r.Session == r.m.Session {
		r.m.Reload()
	}
}

// submit makes a paper and hands it over.
func (r *Run) submit(t *Task) {
	r.m.run.Do(func(ctx context.Context) (err error) {
		if t.paper, err = r.press.Make(r.dossier, t.Item, r.m.today(r.dossier)); err != nil {
			return err
		}
		job, err := t.paper.Job(r.order.Queue, r.order.Copies, r.order.Sides)
		if err != nil {
			return err
		}
		t.job, err = r.printer.Submit(ctx, job)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			r.set(t, Step{Stage: Failed, Err: err})
			if hopeless(err) {
				r.giveUp(err)
			}
		case r.left:
			r.set(t, Step{Stage: Left, Err: errLeft})
		default:
			r.set(t, Step{Stage: AtPrinter, State: printing.State{Phase: printing.Pending}})
		}
		r.m.OnChange()
		r.step()
	})
}

// look asks how far a job is, now or a while after it was asked last.
func (r *Run) look(t *Task) {
	var st printing.State
	var forgotten error // the paper came out, but the file could not take note
	ask := func(ctx context.Context) (err error) {
		short, cancel := context.WithTimeout(ctx, brisk)
		defer cancel()
		if st, err = r.printer.State(short, t.job); err != nil || st.Phase != printing.Done {
			return err
		}
		forgotten = r.m.desk.RecordPrint(ctx, r.record(t))
		return nil
	}
	told := func(err error) {
		t.looks++
		if t.Step.Stage == AtPrinter { // else the clerk waits for it no longer
			r.set(t, t.after(st, err))
		}
		if t.Step.Stage == Out {
			r.m.untouch(r.Session, t.Item)
			r.m.fail(forgotten)
		}
		r.m.OnChange()
		r.step()
	}
	switch {
	case t.looks == 0:
		r.m.run.Do(ask, told)
	case t.looks < patient:
		r.m.run.Later("print "+string(t.job), soon, ask, told)
	default:
		r.m.run.Later("print "+string(t.job), rarely, ask, told)
	}
}

// after is how far a paper is once the print system has answered, or has not.
func (t *Task) after(st printing.State, err error) Step {
	if err == nil {
		t.deaf = 0
	} else {
		t.deaf++
	}
	switch {
	case errors.Is(err, printing.ErrUnknownJob):
		return Step{Stage: Failed, Err: err}
	case t.deaf >= deaf, t.looks >= longest && !st.Phase.Final():
		return Step{Stage: Left, Err: errLeft}
	case err != nil:
		return t.Step // it may be asked again
	case st.Phase == printing.Done:
		return Step{Stage: Out, State: st}
	case st.Phase.Final():
		return Step{Stage: Failed, State: st, Err: &stateError{st}}
	}
	return Step{Stage: AtPrinter, State: st}
}

// record is what the file remembers of a paper that came out.
func (r *Run) record(t *Task) hearing.Print {
	copies := r.order.Copies
	if copies == 0 {
		copies = t.Item.Copies
	}
	return hearing.Print{Session: r.Session, Document: t.Item.Number, For: t.Item.For, Key: t.Item.Key,
		Hash: t.paper.Hash, Edition: t.paper.Item.Edition, Pages: len(t.paper.Pages), Copies: copies, To: r.order.Queue}
}
