package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/storage"
	"hearingdesk/ui/papers"
	"hearingdesk/ui/words"
)

// A plannedPaper is one line of a plan as JSON.
type plannedPaper struct {
	Session  hearing.ID `json:"session"`
	Document string     `json:"document"`
	Title    string     `json:"title"`
	For      string     `json:"for,omitempty"`
	Key      string     `json:"key,omitempty"`
	Copies   int        `json:"copies"`
	Seal     string     `json:"seal,omitempty"`
	Pages    int        `json:"pages,omitempty"`
	Why      press.Why  `json:"why"`
	Changed  []changed  `json:"changed,omitempty"`
	Missing  []string   `json:"missing,omitempty"`
	Printed  *time.Time `json:"printed,omitempty"` // when it came out last
}

// A changed is a fact that is another than on the paper that was printed.
type changed struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Then  string `json:"then"`
	Now   string `json:"now"`
}

// showPlan lists the papers of sessions in the order in which they are printed.
func showPlan(t terminal, entries []hearing.Entry, needs map[hearing.ID][]*press.Need, asJSON bool) error {
	if asJSON {
		out := []plannedPaper{}
		for _, e := range entries {
			for _, n := range needs[e.Session] {
				out = append(out, plannedAs(n))
			}
		}
		return writeJSON(t.out, out)
	}
	for _, e := range entries {
		if len(needs[e.Session]) == 0 {
			continue
		}
		when := ""
		if !e.Start.IsZero() {
			when = e.Start.In(words.Zone()).Format("2006-01-02 15:04")
		}
		fmt.Fprintln(t.out, strings.Join(strings.Fields(string(e.Session)+" "+when+" "+e.Title), " "))
		for _, n := range needs[e.Session] {
			fmt.Fprintln(t.out, "  "+planLine(n))
		}
		fmt.Fprintln(t.out, "  "+planSum(needs[e.Session]))
	}
	return nil
}

// planSum says how much paper a plan is, in whatever order it is printed.
func planSum(needs []*press.Need) string {
	copies, pages := 0, 0
	for _, n := range needs {
		if n.Ready() {
			copies += max(n.Copies, 1)
			pages += max(n.Copies, 1) * len(n.Paper.Pages)
		}
	}
	return words.T("共 {{.N}} 件 {{.Copies}} 份 {{.Pages}} 页", map[string]int{"N": len(needs), "Copies": copies, "Pages": pages})
}

// planLine says of a paper for whom it is, how many copies are printed, and why.
func planLine(n *press.Need) string {
	s := papers.Sheet{Need: *n}
	out := strings.TrimSpace(n.Number+" "+n.Title+" "+n.For) + "  " + s.About()
	if mark := s.Mark(time.Now()).Text; mark != "" {
		out += " · " + mark
	}
	if under := s.Under().Text; under != "" {
		out += "  " + under
	}
	return out
}

func plannedAs(n *press.Need) plannedPaper {
	out := plannedPaper{Session: n.Session, Document: n.Number, Title: n.Title, For: n.For, Key: n.Key, Copies: n.Copies, Seal: n.Seal, Pages: len(n.Paper.Pages), Why: n.Why}
	for _, d := range n.Changes {
		out.Changed = append(out.Changed, changed(d))
	}
	var missing *document.MissingError
	switch {
	case errors.As(n.Err, &missing):
		out.Missing = missing.MissingFields()
	case n.Err != nil:
		out.Missing = []string{words.Error(n.Err)}
	}
	if n.Printed != nil {
		out.Printed = &n.Printed.At
	}
	return out
}

// A printedPaper is one print as JSON.
type printedPaper struct {
	N        int64      `json:"n"`
	At       time.Time  `json:"at"`
	Actor    string     `json:"actor"`
	Session  hearing.ID `json:"session,omitempty"`
	Document string     `json:"document"`
	For      string     `json:"for,omitempty"`
	Copies   int        `json:"copies"`
	Pages    int        `json:"pages"`
	Edition  int        `json:"edition,omitempty"`
	Hash     string     `json:"hash"`
	Content  string     `json:"content,omitempty"`
	To       string     `json:"to"`
	Again    int64      `json:"again,omitempty"`
}

// lastPrints is how many prints are listed where no session is named.
const lastPrints = 200

// listPrints lists what went out, of one session or the last of all.
func listPrints(ctx context.Context, t terminal, desk *storage.Desk, session string, asJSON bool) (err error) {
	var prints []hearing.Print
	if session != "" {
		prints, err = desk.Prints(ctx, hearing.ID(session))
	} else {
		prints, err = desk.LastPrints(ctx, lastPrints)
	}
	if err != nil {
		return err
	}
	out := []printedPaper{}
	for _, pr := range prints {
		out = append(out, printedPaper{pr.N, pr.At, pr.Actor, pr.Session, pr.Document, pr.For, pr.Copies, pr.Pages, pr.Edition, pr.Hash, pr.Content, pr.To, pr.Again})
		if !asJSON {
			fmt.Fprintln(t.out, strings.TrimSpace(fmt.Sprintf("%d  %s  %s %s %s", pr.N, pr.At.In(words.Zone()).Format("2006-01-02 15:04"), pr.Session, pr.Document, pr.For))+"  "+papers.About(pr)+" → "+pr.To)
		}
	}
	if asJSON {
		return writeJSON(t.out, out)
	}
	return nil
}

// reprint prints once more what was printed then, or saves it as a PDF.
func reprint(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, n int64, o order) error {
	pr, err := desk.Print(ctx, n)
	if err != nil {
		return fmt.Errorf("print %d: %w", n, err)
	}
	if pr.Content == "" {
		fmt.Fprintln(t.err, words.T("这次打印没有留存原样：它在有留存以前打印，或由 Word 表单填成。请按现在的事实重新打印。"))
		return errRefused
	}
	if o.queue != "" {
		if err := o.hasPrinter(ctx, t); err != nil {
			return err
		}
		x := &batch.Task{Session: pr.Session, Again: pr.N}
		x.Item = document.Item{Number: pr.Document, Title: p.TitleOf(pr.Document), For: pr.For, Key: pr.Key, Copies: pr.Copies}
		return printTasks(ctx, t, desk, p, []*batch.Task{x}, o)
	}
	if o.folder == "" {
		return usageError{words.T("请用 -o 指明存成哪个文件，或用 -print 指明打印机。")}
	}
	data, err := desk.Content(ctx, pr.Content)
	if err != nil {
		return err
	}
	paper, exact, err := p.Kept(data)
	if err != nil {
		return err
	}
	text, err := paper.File(press.PDF)
	if err != nil {
		return err
	}
	if !exact {
		fmt.Fprintln(t.err, words.T("字体换过，字形可能与当时略有不同，位置一样。"))
	}
	if err := writeWhole(o.folder, text); err != nil {
		return err
	}
	fmt.Fprintln(t.out, o.folder)
	return nil
}

// resume goes on with the batches that were cut off, or gives them up.
func resume(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, f deskFlags, o order) error {
	answers := map[string]batch.Answer{"": batch.Unanswered, "out": batch.TheyCame, "again": batch.TheyDidNot}
	say, known := answers[*f.unsure]
	if !known {
		return usageError{words.T("-unsure 只能是 out（已打出）或 again（再打）。")}
	}
	open, err := desk.OpenBatches(ctx)
	if err != nil {
		return err
	}
	refused := false
	for _, b := range open {
		if *f.drop {
			if err := desk.DropBatch(ctx, b.ID); err != nil {
				return err
			}
			continue
		}
		one := o
		if one.queue == "" {
			one.queue = b.Queue
		}
		if err := one.hasPrinter(ctx, t); err != nil {
			return err
		}
		rest, err := batch.Survey(ctx, desk, printing.System(), b)
		if err != nil {
			return err
		}
		if rest.Left() == 0 {
			continue
		}
		r, m := means(ctx, t, desk, p, one)
		again := batch.Resume(m, rest, batch.Order{Queue: one.queue, Sides: printing.Sides(b.Sides)}, say)
		r.run(again)
		refused = summed(t, again) != nil || refused
	}
	if len(open) == 0 {
		fmt.Fprintln(t.err, words.T("没有打了一半的文书。"))
	}
	if refused {
		return errRefused
	}
	return nil
}
