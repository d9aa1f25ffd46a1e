package main

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/storage"
	"hearingdesk/ui/papers"
	"hearingdesk/ui/words"
)

// deskFlags ask for what the print desk does: the plan, what went out, a print
// as it was, and a batch that was cut off.
type deskFlags struct {
	plan, prints, resume, drop, due, asJSON *bool
	reprint                                 *int64
	from, to, unsure                        *string
}

func printFlags(flags *flag.FlagSet) *deskFlags {
	f := &deskFlags{plan: flags.Bool("plan", false, ""), prints: flags.Bool("prints", false, ""), resume: flags.Bool("resume", false, ""),
		drop: flags.Bool("drop", false, ""), due: flags.Bool("due", false, ""), asJSON: flags.Bool("json", false, ""),
		reprint: flags.Int64("reprint", 0, ""), from: flags.String("from", "", ""), to: flags.String("to", "", ""), unsure: flags.String("unsure", "", "")}
	return f
}

func (f deskFlags) asked() bool {
	return *f.plan || *f.prints || *f.resume || *f.drop || *f.reprint != 0
}

// printDesk does what was asked of the print desk.
func printDesk(ctx context.Context, t terminal, p *press.Press, file, session string, f deskFlags, o order) (err error) {
	o.due = *f.due
	desk, err := open(ctx, file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	p = withFiles(ctx, p, desk)
	switch {
	case *f.prints:
		return listPrints(ctx, t, desk, session, *f.asJSON)
	case *f.reprint != 0:
		return reprint(ctx, t, desk, p, *f.reprint, o)
	case *f.resume, *f.drop:
		return resume(ctx, t, desk, p, f, o)
	}
	entries, err := f.entries(ctx, desk, session)
	if err != nil {
		return err
	}
	tasks, needs, err := planned(ctx, desk, p, entries, o)
	switch {
	case err != nil:
		return err
	case *f.plan:
		return showPlan(t, entries, needs, *f.asJSON)
	case o.folder != "":
		if err := o.ready(ctx, t); err != nil {
			return err
		}
		return eachSession(ctx, t, desk, p, entries, o)
	case o.queue == "":
		return usageError{words.T("请用 -o 指明存放文书的文件夹。")}
	}
	if err := o.hasPrinter(ctx, t); err != nil {
		return err
	}
	return printTasks(ctx, t, desk, p, tasks, o)
}

// entries are the sessions of a period, or the one that is named, or all.
func (f deskFlags) entries(ctx context.Context, desk *storage.Desk, session string) ([]hearing.Entry, error) {
	if *f.from == "" && *f.to == "" {
		return sittings(ctx, desk, session)
	}
	last := *f.to
	if last == "" {
		last = *f.from
	}
	from, to, err := span(*f.from, last)
	if err != nil {
		return nil, err
	}
	found, err := desk.Entries(ctx, from.In(words.Zone()), to.AddDays(1).In(words.Zone()))
	var out []hearing.Entry
	for _, e := range found {
		if e.State.Holds() {
			out = append(out, e)
		}
	}
	return out, err
}

// planned lists the papers of sessions with why they are printed, and those that
// can be printed as tasks: with -due only those that must still be.
func planned(ctx context.Context, desk *storage.Desk, p *press.Press, entries []hearing.Entry, o order) ([]*batch.Task, map[hearing.ID][]*press.Need, error) {
	var tasks []*batch.Task
	needs := map[hearing.ID][]*press.Need{}
	for _, e := range entries {
		d, err := desk.Dossier(ctx, e.Session)
		if err != nil {
			return nil, nil, fmt.Errorf("session %s: %w", e.Session, err)
		}
		prints, err := desk.Prints(ctx, e.Session)
		if err != nil {
			return nil, nil, err
		}
		for _, n := range press.Arrange(o.by, p.Needs(d, prints, o.kinds...)) {
			p.Judge(ctx, n, d, o.day, desk)
			if o.due && !n.Due() {
				continue
			}
			needs[e.Session] = append(needs[e.Session], n)
			if n.Ready() {
				tasks = append(tasks, &batch.Task{Session: e.Session, Item: n.Item})
			}
		}
	}
	return tasks, needs, nil
}

// A runner does one job after another on the caller's own thread, and waits
// where it is to wait.
type runner struct {
	ctx  context.Context //nolint:containedctx // it lives for one verb
	jobs []func()
}

// Do runs a job when those before it are done.
func (r *runner) Do(job func(context.Context) error, done func(error)) {
	r.jobs = append(r.jobs, func() { done(job(r.ctx)) })
}

// Later is Do after a while.
func (r *runner) Later(_ string, wait time.Duration, job func(context.Context) error, done func(error)) {
	r.Do(func(ctx context.Context) error {
		pause := time.NewTimer(wait)
		defer pause.Stop()
		select {
		case <-pause.C:
			return job(ctx)
		case <-ctx.Done():
			return ctx.Err()
		}
	}, done)
}

// run runs what there is to do to its end; once the verb is interrupted, the rest
// of the run is left in the desk's file.
func (r *runner) run(b *batch.Run) {
	b.Start()
	for len(r.jobs) > 0 && !b.Over {
		if r.ctx.Err() != nil {
			b.Stop()
			b.Stop()
			return
		}
		next := r.jobs[0]
		r.jobs = r.jobs[1:]
		next()
	}
}

// means is what a run of the command line works with. It says of each paper when
// the queue has it.
func means(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, o order) (*runner, batch.Means) {
	r := &runner{ctx: ctx}
	said := map[printing.JobID]bool{}
	return r, batch.Means{Run: r, Desk: desk, Press: func() (*press.Press, error) { return p, nil }, Printer: printing.System(), Bare: !o.number,
		Today: func() calendar.Date { return o.day },
		Fail:  func(err error) { fmt.Fprintln(t.err, words.Error(err)) },
		OnStep: func(x *batch.Task) {
			if x == nil || x.Job == "" || said[x.Job] || x.Step.Stage != batch.AtPrinter {
				return
			}
			said[x.Job] = true
			fmt.Fprintln(t.out, words.T("已送打印机 {{.Queue}}：{{.Job}}", map[string]any{"Queue": o.queue, "Job": x.Job}))
		}}
}

// printTasks prints papers as a batch and follows them until they came out.
func printTasks(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, tasks []*batch.Task, o order) error {
	if len(tasks) == 0 {
		fmt.Fprintln(t.err, words.T("没有要打印的文书。"))
		return nil
	}
	r, m := means(ctx, t, desk, p, o)
	b := batch.Print(m, batch.Order{Queue: o.queue, Sides: printing.OneSided}, tasks)
	r.run(b)
	return summed(t, b)
}

// summed says what came of a run: which papers did not come out, and why.
func summed(t terminal, b *batch.Run) error {
	out := 0
	for _, x := range b.Tasks {
		switch x.Step.Stage {
		case batch.Out:
			out++
			continue
		case batch.Dropped, batch.Left: // told all together
			continue
		}
		why := words.T("没有打完。")
		if x.Step.Err != nil {
			why = papers.Explain(x.Step.Err)
		}
		fmt.Fprintln(t.err, words.T("{{.Paper}}：{{.Why}}", map[string]string{"Paper": strings.TrimSpace(string(x.Session) + " " + x.Item.Number + " " + x.Item.For), "Why": why}))
	}
	fmt.Fprintln(t.err, words.T("已打印 {{.N}} 件。", map[string]int{"N": out}))
	if out == len(b.Tasks) {
		return nil
	}
	fmt.Fprintln(t.err, words.T("还有 {{.N}} 件留在这一批里：用 documents -resume -print 接着打，或用 -drop 不打了。", map[string]int{"N": len(b.Tasks) - out}))
	return errRefused
}
