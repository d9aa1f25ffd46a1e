package batch

import (
	"context"
	"errors"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
)

// Ahead is how many papers the print system is given before the first of them
// is out: the printer always has work, and yet the rest can still be stopped.
const Ahead = 3

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
	case next != nil && r.sink != nil:
		r.pass(next)
	case next != nil && len(at) < Ahead:
		r.submit(next)
	case len(at) > 0:
		r.look(at[0])
	case r.sink != nil && !r.finished && !r.stopped:
		r.finish()
	default:
		r.end()
	}
}

// make makes the paper of the facts, or fetches it as it was.
func (r *Run) make(ctx context.Context, t *Task) (err error) {
	if t.Again == 0 {
		it := t.now
		if it.Number == "" { // it is planned no more: the press says so
			it = t.Item
		}
		t.paper, err = r.press.Make(r.dossiers[t.Session], it, r.day)
		return err
	}
	pr, err := r.m.Desk.Print(ctx, t.Again)
	if err != nil {
		return err
	}
	data, err := r.m.Desk.Content(ctx, pr.Content)
	if err != nil {
		return err
	}
	t.paper, _, err = r.press.Kept(data)
	return err
}

// submit makes a paper and hands it over. The desk's file knows before that it
// is to be handed over, and after that it was.
func (r *Run) submit(t *Task) {
	t.Job = ""
	r.m.Run.Do(func(ctx context.Context) error {
		if err := r.make(ctx, t); err != nil {
			return errors.Join(err, r.mark(ctx, t, hearing.SheetFailed, nil))
		}
		job, err := t.paper.Job(r.order.Queue, t.sheet.Copies, r.order.Sides)
		if err != nil {
			return err
		}
		kept, err := t.paper.Keep()
		if err != nil {
			return err
		}
		t.sheet.Hash, t.sheet.Edition, t.sheet.Pages = t.paper.Hash, t.paper.Item.Edition, len(t.paper.Pages)
		if err := r.mark(ctx, t, hearing.SheetSending, kept); err != nil {
			return err
		}
		if t.Job, err = r.m.Printer.Submit(ctx, job); err != nil {
			state := hearing.SheetFailed
			if Hopeless(err) {
				state = hearing.SheetWaiting
			}
			return errors.Join(err, r.mark(ctx, t, state, nil))
		}
		t.sheet.Job = string(t.Job)
		return r.mark(ctx, t, hearing.SheetSent, nil)
	}, func(err error) {
		switch {
		case err != nil && t.Job == "":
			r.set(t, Step{Stage: Failed, Err: err})
			if Hopeless(err) {
				r.giveUp(err)
			}
		case r.left:
			r.set(t, Step{Stage: Left, Err: ErrLeft})
		default:
			r.report(err)
			r.set(t, Step{Stage: AtPrinter, State: printing.State{Phase: printing.Pending}})
		}
		r.step()
	})
}

// mark keeps a sheet's state in the desk's file.
func (r *Run) mark(ctx context.Context, t *Task, state hearing.SheetState, paper []byte) error {
	was := t.sheet.State
	t.sheet.State = state
	err := r.m.Desk.MarkSheet(ctx, r.Kept, t.sheet, was, paper)
	if err != nil {
		t.sheet.State = was
	}
	return err
}

func (r *Run) report(err error) {
	if err != nil && r.m.Fail != nil {
		r.m.Fail(err)
	}
}

// look asks how far a job is, now or a while after it was asked last.
func (r *Run) look(t *Task) {
	var st printing.State
	var forgotten error // the file could not take note of how it ended
	ask := func(ctx context.Context) (err error) {
		short, cancel := context.WithTimeout(ctx, brisk)
		defer cancel()
		if st, err = r.m.Printer.State(short, t.Job); err == nil && st.Phase.Final() {
			forgotten = r.ended(ctx, t, st)
		}
		return err
	}
	told := func(err error) {
		t.looks++
		if t.Step.Stage == AtPrinter { // else the clerk waits for it no longer
			r.set(t, t.after(st, err))
		}
		r.report(forgotten)
		r.step()
	}
	switch {
	case t.looks == 0:
		r.m.Run.Do(ask, told)
	case t.looks < patient:
		r.m.Run.Later("print "+string(t.Job), soon, ask, told)
	default:
		r.m.Run.Later("print "+string(t.Job), rarely, ask, told)
	}
}

// ended keeps how a job ended.
func (r *Run) ended(ctx context.Context, t *Task, st printing.State) error {
	if st.Phase == printing.Done {
		return r.mark(ctx, t, hearing.SheetDone, nil)
	}
	return r.mark(ctx, t, hearing.SheetFailed, nil)
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
		return Step{Stage: Unsure, Err: ErrUnsure}
	case t.deaf >= deaf, t.looks >= longest && !st.Phase.Final():
		return Step{Stage: Left, Err: ErrLeft}
	case err != nil:
		return t.Step // it may be asked again
	case st.Phase == printing.Done:
		return Step{Stage: Out, State: st}
	case st.Phase.Final():
		return Step{Stage: Failed, State: st, Err: &EndError{st}}
	}
	return Step{Stage: AtPrinter, State: st}
}

// pass makes a paper and hands it to the sink.
func (r *Run) pass(t *Task) {
	later := false
	r.m.Run.Do(func(ctx context.Context) (err error) {
		if err = r.make(ctx, t); err != nil {
			return err
		}
		later, err = r.sink.Take(ctx, t, t.paper)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			r.set(t, Step{Stage: Failed, Err: err})
		case later:
			r.set(t, Step{Stage: AtFile})
		default:
			r.set(t, Step{Stage: Saved})
		}
		r.step()
	})
}

// finish has the sink make of the papers what it makes of several.
func (r *Run) finish() {
	r.finished = true
	r.m.Run.Do(r.sink.Finish, func(err error) {
		for _, t := range r.Tasks {
			switch {
			case t.Step.Stage != AtFile:
			case err != nil:
				r.set(t, Step{Stage: Failed, Err: err})
			default:
				r.set(t, Step{Stage: Saved})
			}
		}
		r.end()
	})
}

// Record is what the desk remembers of a paper that a sink took.
func (t *Task) Record(p press.Paper, to string) hearing.Print {
	return hearing.Print{Session: t.Session, Document: t.Item.Number, For: t.Item.For, Key: t.Item.Key,
		Hash: p.Hash, Edition: p.Item.Edition, Pages: len(p.Pages), Copies: 1, To: to, Again: t.Again}
}
