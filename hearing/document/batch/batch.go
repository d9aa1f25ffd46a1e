// Package batch makes papers and hands them over one after another: to a
// printer, where each is followed to its end, or to whatever else takes them.
//
// What goes to a printer is a [hearing.Batch], which the desk's file keeps. Each
// sheet is marked before it is handed over and again when the print system has
// taken it, so that after a crash, a printer that vanished or a word from the
// clerk [Resume] goes on where it stopped: what came out is never printed twice,
// and of what was cut off in between somebody is asked.
package batch

import (
	"context"
	"errors"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
)

// A Desk is what a batch needs of the file.
type Desk interface {
	Facts
	Keeper
}

// Facts are what papers are made of.
type Facts interface {
	press.Contents
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	TakeNumbers(ctx context.Context, session hearing.ID, year int, papers []hearing.Numbered) ([]hearing.Number, error)
	Print(ctx context.Context, n int64) (hearing.Print, error)
}

// A Keeper keeps how far a batch is.
type Keeper interface {
	BeginBatch(ctx context.Context, b hearing.Batch) (hearing.Batch, error)
	MarkSheet(ctx context.Context, b hearing.Batch, s hearing.BatchSheet, was hearing.SheetState, paper []byte) error
}

// A Runner runs jobs one after another, off the thread that asks for them.
type Runner interface {
	Do(job func(context.Context) error, done func(error))
	Later(key string, wait time.Duration, job func(context.Context) error, done func(error))
}

// A Sink takes papers elsewhere than to a printer.
type Sink interface {
	// Take takes one paper. later says that it becomes part of what Finish makes.
	Take(ctx context.Context, t *Task, p press.Paper) (later bool, err error)
	// Finish ends what takes several papers together.
	Finish(ctx context.Context) error
}

// An Order says how papers are printed.
type Order struct {
	Queue  string
	Copies int // 0 is each form's own
	Sides  printing.Sides
}

// A Task is one paper of a run.
type Task struct {
	Session hearing.ID
	Item    document.Item
	Again   int64 // print that is printed again as it was; 0: made of the facts
	Step    Step
	Job     printing.JobID // once the print system has it

	now   document.Item // as it is planned when the run begins
	sheet hearing.BatchSheet
	paper press.Paper
	looks int
	deaf  int // looks without an answer, one after another
}

// Same reports whether two tasks are the same paper of the same session.
func (t *Task) Same(session hearing.ID, it document.Item) bool {
	return t.Again == 0 && t.Session == session && t.Item.Number == it.Number && t.Item.Key == it.Key
}

// A Means is what a run works with.
type Means struct {
	Run     Runner
	Desk    Desk
	Press   func() (*press.Press, error)
	Printer printing.Printer
	Today   func() calendar.Date
	Bare    bool // papers take no document numbers that they do not have

	OnStep func(*Task) // a paper is further; nil of what concerns all
	OnEnd  func()
	Fail   func(error) // a paper came out, but the file could not take note
}

// A Run hands over papers one after another. Its fields are to be read on the
// thread on which the runner says that jobs are done.
type Run struct {
	Tasks []*Task
	Over  bool
	Kept  hearing.Batch // as the file keeps it; none of what does not go to a printer

	m        Means
	order    Order
	sink     Sink // nil of printing
	day      calendar.Date
	dossiers map[hearing.ID]hearing.Dossier
	press    *press.Press
	say      Answer
	stopped  bool // the clerk wants no more
	left     bool // nor to wait for what is at the printer
	finished bool // the sink made of them what it makes
}

// Print is a run that prints papers, once it is started.
func Print(m Means, o Order, tasks []*Task) *Run { return fresh(&Run{m: m, order: o, Tasks: tasks}) }

// Pass is a run that hands papers to a sink, once it is started.
func Pass(m Means, s Sink, tasks []*Task) *Run { return fresh(&Run{m: m, sink: s, Tasks: tasks}) }

func fresh(r *Run) *Run {
	r.day = r.m.Today()
	for _, t := range r.Tasks {
		t.Step = Step{Stage: Waiting}
	}
	return r
}

// Printing reports whether the run prints.
func (r *Run) Printing() bool { return r.sink == nil }

// Start starts the run.
func (r *Run) Start() {
	r.tell(nil)
	r.m.Run.Do(func(ctx context.Context) error {
		err := r.read(ctx)
		switch {
		case err != nil || r.sink != nil:
		case r.Kept.ID != 0:
			err = r.came(ctx)
		default:
			err = r.keep(ctx)
		}
		return err
	}, func(err error) {
		if err != nil {
			r.giveUp(err)
		}
		for _, t := range r.Tasks {
			if t.sheet.State == hearing.SheetDone {
				r.set(t, Step{Stage: Out, State: printing.State{Phase: printing.Done}})
			}
		}
		r.step()
	})
}

// read reads the facts of each session, and gives the papers that are to bear a
// document number theirs, before the first of them goes out. One that cannot be
// made takes none. A session that is gone is left to the papers that miss it.
func (r *Run) read(ctx context.Context) (err error) {
	if r.press, err = r.m.Press(); err != nil {
		return err
	}
	r.dossiers = map[hearing.ID]hearing.Dossier{}
	for _, t := range r.Tasks {
		if _, has := r.dossiers[t.Session]; has || t.Again != 0 || t.Step.Stage != Waiting {
			continue
		}
		d, err := r.m.Desk.Dossier(ctx, t.Session)
		if errors.Is(err, hearing.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		if r.dossiers[t.Session], err = r.number(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// number gives papers of one session their document numbers. What is planned of
// them is as of now.
func (r *Run) number(ctx context.Context, d hearing.Dossier) (hearing.Dossier, error) {
	session := d.ID()
	var items []document.Item
	for _, it := range r.press.Plan(d) {
		for _, t := range r.Tasks {
			if t.Same(session, it) && t.Step.Stage == Waiting {
				t.now = it
				items = append(items, it)
			}
		}
	}
	papers := r.press.Unnumbered(d, items)
	if len(papers) == 0 || r.m.Bare {
		return d, nil
	}
	if _, err := r.m.Desk.TakeNumbers(ctx, session, r.day.Year(), papers); err != nil {
		return d, err
	}
	return r.m.Desk.Dossier(ctx, session)
}

// keep begins the batch in the desk's file.
func (r *Run) keep(ctx context.Context) error {
	b := hearing.Batch{Queue: r.order.Queue, Sides: string(r.order.Sides), Day: r.day}
	for _, t := range r.Tasks {
		copies := r.order.Copies
		if copies == 0 {
			copies = max(t.Item.Copies, 1)
		}
		b.Sheets = append(b.Sheets, hearing.BatchSheet{Session: t.Session, Document: t.Item.Number, For: t.Item.For, Key: t.Item.Key, Title: t.Item.Title,
			Copies: copies, Again: t.Again})
	}
	b, err := r.m.Desk.BeginBatch(ctx, b)
	if err != nil {
		return err
	}
	r.Kept = b
	live.Store(b.ID, true)
	for i, t := range r.Tasks {
		t.sheet = b.Sheets[i]
	}
	return nil
}

// Stop hands over no more of what waits; what is at the printer already comes
// out. Said again, it waits for nothing.
func (r *Run) Stop() {
	r.left, r.stopped = r.stopped, true
	for _, t := range r.Tasks {
		switch {
		case t.Step.Stage == Waiting:
			r.set(t, Step{Stage: Dropped, Err: context.Canceled})
		case t.Step.Stage == AtPrinter && r.left:
			r.set(t, Step{Stage: Left, Err: ErrLeft})
		}
	}
	if r.left && !r.Over {
		r.end()
	}
}

// giveUp lets everything fail that waits. In the desk's file it goes on waiting.
func (r *Run) giveUp(err error) {
	for _, t := range r.Tasks {
		if t.Step.Stage == Waiting {
			r.set(t, Step{Stage: Failed, Err: err})
		}
	}
}

// set notes how far a paper is.
func (r *Run) set(t *Task, s Step) {
	t.Step = s
	r.tell(t)
}

func (r *Run) tell(t *Task) {
	if r.m.OnStep != nil {
		r.m.OnStep(t)
	}
}

func (r *Run) end() {
	r.Over = true
	live.Delete(r.Kept.ID)
	if r.m.OnEnd != nil {
		r.m.OnEnd()
	}
}
