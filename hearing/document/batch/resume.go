package batch

import (
	"context"
	"errors"
	"sync"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/printing"
)

// live are the batches that this program is printing.
var live sync.Map

// Live reports whether this program is printing the batch.
func Live(id int64) bool {
	_, ok := live.Load(id)
	return ok
}

// A Rest is what of a batch did not come out.
type Rest struct {
	hearing.Batch
	Unsure map[int]bool // by number: handed over, and nobody knows whether they came out
}

// Waiting counts the sheets that were certainly not printed, or are at the printer.
func (r Rest) Waiting() int { return r.Left() - len(r.Unsure) }

// Survey asks the print system what became of the sheets that were handed over,
// and keeps it. A print system that does not answer is asked again when the batch
// is gone on with.
func Survey(ctx context.Context, k Keeper, p printing.Printer, b hearing.Batch) (Rest, error) {
	out := Rest{Batch: b, Unsure: map[int]bool{}}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		was := s.State
		switch {
		case was == hearing.SheetSending:
			out.Unsure[s.N] = true
			continue
		case was != hearing.SheetSent:
			continue
		}
		short, cancel := context.WithTimeout(ctx, brisk)
		st, err := p.State(short, printing.JobID(s.Job))
		cancel()
		switch {
		case errors.Is(err, printing.ErrUnknownJob):
			out.Unsure[s.N] = true
			continue
		case err != nil, !st.Phase.Final():
			continue
		case st.Phase == printing.Done:
			s.State = hearing.SheetDone
		default:
			s.State = hearing.SheetFailed
		}
		if err := k.MarkSheet(ctx, b, *s, was, nil); err != nil {
			return out, err
		}
	}
	return out, nil
}

// An Answer is what the clerk says of the sheets of which nobody knows whether
// they came out.
type Answer int

// The answers.
const (
	Unanswered Answer = iota // they are left as they are
	TheyCame                 // they lie in the tray: they are recorded as printed
	TheyDidNot               // they are printed again
)

// Resume is a run that goes on with a batch, once it is started: with what waits, with what failed, and with what
// is at the printer. Papers that wait are made of the facts now. The printer can
// be another one than before.
func Resume(m Means, rest Rest, o Order, say Answer) *Run {
	r := &Run{m: m, order: o, Kept: rest.Batch, day: rest.Day, say: say}
	r.Kept.Queue = o.Queue
	for _, s := range rest.Sheets {
		if s.State.Over() {
			continue
		}
		t := &Task{Session: s.Session, Again: s.Again, Step: Step{Stage: Waiting}, Job: printing.JobID(s.Job), sheet: s,
			Item: document.Item{Number: s.Document, Title: s.Title, Key: s.Key, For: s.For, Copies: s.Copies, Edition: s.Edition}}
		switch {
		case rest.Unsure[s.N] && say != TheyDidNot:
			t.Step = Step{Stage: Unsure, Err: ErrUnsure}
		case s.State == hearing.SheetSent && !rest.Unsure[s.N]:
			t.Step = Step{Stage: AtPrinter, State: printing.State{Phase: printing.Pending}}
		}
		r.Tasks = append(r.Tasks, t)
	}
	live.Store(r.Kept.ID, true)
	return r
}

// came records those that the clerk found in the tray.
func (r *Run) came(ctx context.Context) error {
	for _, t := range r.Tasks {
		if t.Step.Stage == Unsure && r.say == TheyCame {
			if err := r.mark(ctx, t, hearing.SheetDone, nil); err != nil {
				return err
			}
		}
	}
	return nil
}
