package papers

import (
	"context"
	"time"

	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/words"
)

// brisk is how long the print system has to list its printers: saves wait behind
// it.
const brisk = 3 * time.Second

// Queues are the printers to choose from.
type Queues struct {
	All    []printing.Queue
	Err    error  // why there is none to choose
	Chosen string // name of the chosen one; empty while there is none
	Asked  bool   // the print system has answered

	run     runner
	printer printing.Printer
	like    string // the one that was chosen last time
}

// NewQueues returns the printers of a print system; like is the name of the
// one that was chosen last time, and may be empty.
func NewQueues(run runner, printer printing.Printer, like string) *Queues {
	return &Queues{run: run, printer: printer, like: like}
}

// Read asks the print system for its printers, and calls done when it has
// answered.
func (q *Queues) Read(done func()) {
	var all []printing.Queue
	q.run.Do(func(ctx context.Context) (err error) {
		ctx, cancel := context.WithTimeout(ctx, brisk)
		defer cancel()
		all, err = q.printer.Queues(ctx)
		return err
	}, func(err error) {
		q.Asked = true
		q.take(all, err)
		done()
	})
}

// take chooses the printer chosen before, or else the default one.
func (q *Queues) take(all []printing.Queue, err error) {
	q.All, q.Err = all, err
	if err == nil && len(all) == 0 {
		q.Err = printing.ErrNoQueue
	}
	old := q.Chosen
	if old == "" {
		old = q.like
	}
	q.Chosen = ""
	for _, x := range all {
		if x.Name == old {
			q.Chosen = old
		}
	}
	if q.Chosen == "" && len(all) > 0 {
		q.Chosen = all[0].Name
	}
}

// Choose takes the printer at a place of the list.
func (q *Queues) Choose(i int) {
	if i >= 0 && i < len(q.All) {
		q.Chosen = q.All[i].Name
	}
}

// At is the place of the chosen printer in the list; -1 where there is none.
func (q *Queues) At() int {
	for i, x := range q.All {
		if x.Name == q.Chosen {
			return i
		}
	}
	return -1
}

// Names says what each printer is called.
func (q *Queues) Names() []string {
	out := make([]string, len(q.All))
	for i, x := range q.All {
		name := x.Description
		if name == "" {
			name = x.Name
		}
		switch {
		case !x.Accepting:
			name = words.T("{{.Printer}}（不接受打印）", map[string]string{"Printer": name})
		case x.Phase == printing.Stopped:
			name = words.T("{{.Printer}}（已停下）", map[string]string{"Printer": name})
		case x.Default:
			name = words.T("{{.Printer}}（默认）", map[string]string{"Printer": name})
		}
		out[i] = name
	}
	return out
}

// Line says what keeps one from printing before anything is printed; empty
// while nothing does.
func (q *Queues) Line() Line {
	if q.Err != nil {
		return Line{Explain(q.Err), Attention}
	}
	i := q.At()
	if i < 0 {
		return Line{}
	}
	switch x := q.All[i]; {
	case !x.Accepting:
		return Line{Explain(printing.ErrRejecting), Attention}
	case x.Phase == printing.Stopped || x.Reason != printing.NoReason:
		return Line{Stopped(printing.State{Phase: x.Phase, Reason: x.Reason, Message: x.Message}), Attention}
	}
	return Line{}
}

// Sides says how a sheet is used.
func Sides(s printing.Sides) string {
	switch s {
	case printing.LongEdge:
		return words.T("双面，长边翻页")
	case printing.ShortEdge:
		return words.T("双面，短边翻页")
	}
	return words.T("单面")
}
