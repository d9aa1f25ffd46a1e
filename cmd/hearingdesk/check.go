package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// newBook reads the program's own rules and calendar. It asks the papers' texts
// what a session's volumes lack, only where a session comes near the archive, and
// which fields the texts of an office's own script may have.
func newBook() (*rules.Book, error) {
	table, err := rules.Load(assets.Rules()...)
	if err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		return nil, fmt.Errorf("read holidays: %w", err)
	}
	return press.Wording(press.Filing(rules.NewBook(table, days), catalogue), catalogue), nil
}

// check lists the findings of one session and its cases, or of all, and with
// -explain how each date came about. It is refused (exit 1) when one of them
// blocks.
func check(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	session := flags.String("session", "", "")
	at := flags.String("at", "", "")
	asJSON := flags.Bool("json", false, "")
	explain := flags.Bool("explain", false, "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	now, err := moment(*at)
	if err != nil {
		return err
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	book, err := newBook()
	if err != nil {
		return err
	}
	c := checking{t: t, desk: desk, book: book, now: now, silent: *asJSON, explain: *explain, all: []explained{}}
	err = c.run(ctx, *session)
	if errors.Is(err, hearing.ErrNotFound) {
		return noSession(t, *session)
	}
	if err != nil {
		return err
	}
	if *asJSON {
		if err := writeJSON(t.out, c.all); err != nil {
			return err
		}
	}
	for _, f := range c.all {
		if f.Severity == hearing.Blocked {
			return errRefused
		}
	}
	return nil
}

// A checking goes through sessions and cases.
type checking struct {
	t       terminal
	desk    *storage.Desk
	book    *rules.Book
	now     time.Time
	silent  bool // nothing is written on the way
	explain bool
	all     []explained
}

// An explained is a finding with how its date came about.
type explained struct {
	hearing.Finding
	Explain []string `json:"explain,omitempty"`
}

func (c *checking) run(ctx context.Context, session string) error {
	entries, err := entriesOf(ctx, c.desk, session)
	if err != nil {
		return err
	}
	if len(entries) == 0 && !c.silent {
		fmt.Fprintln(c.t.out, words.T("工作台里还没有听证会或宣告送达。"))
	}
	var cases []hearing.ID
	for _, e := range entries {
		d, err := c.desk.Dossier(ctx, e.Session)
		if err != nil {
			return fmt.Errorf("read session %s: %w", e.Session, err)
		}
		for _, x := range d.Cases {
			cases = append(cases, x.ID)
		}
		c.take(fmt.Sprintf("%s  %s  %s", e.Session, words.Range(e.Start, e.End), e.Title), true, c.book.Check(d, c.now, language(c.t.env)))
	}
	if session == "" {
		if cases, err = c.desk.CaseIDs(ctx); err != nil {
			return err
		}
	}
	for _, id := range cases {
		f, err := c.desk.CaseFile(ctx, id)
		if err != nil {
			return fmt.Errorf("read case %s: %w", id, err)
		}
		c.take(fmt.Sprintf("%s  %s", id, f.Case.Cause), false, c.book.CheckCase(f, c.now, language(c.t.env)))
	}
	return nil
}

// take keeps what was found and writes it under a heading; a case of which
// nothing is to be said goes without one.
func (c *checking) take(head string, always bool, found []hearing.Finding) {
	write := !c.silent && (always || len(found) > 0)
	if write {
		fmt.Fprintln(c.t.out, head)
	}
	for _, f := range found {
		x := explained{Finding: f}
		if c.explain {
			x.Explain = words.Explain(f)
		}
		c.all = append(c.all, x)
		if write {
			writeFinding(c.t.out, x)
		}
	}
	if write && len(found) == 0 {
		fmt.Fprintln(c.t.out, "  "+words.T("没有发现问题"))
	}
}

// entriesOf returns one session, or all of the desk's, scheduled ones first.
func entriesOf(ctx context.Context, desk *storage.Desk, session string) ([]hearing.Entry, error) {
	if session != "" {
		e, err := desk.Entry(ctx, hearing.ID(session))
		if err != nil {
			return nil, fmt.Errorf("session %s: %w", session, err)
		}
		return []hearing.Entry{e}, nil
	}
	all, err := desk.Entries(ctx, time.Time{}, time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		return nil, err
	}
	open, err := desk.Unscheduled(ctx)
	return append(all, open...), err
}

// noSession says which session is not there, and how to find those that are.
func noSession(t terminal, session string) error {
	fmt.Fprintln(t.err, words.T("没有编号为“{{.Session}}”的听证会或宣告送达。不加 -session 运行 hearingdesk check，可看到每一场的编号。", map[string]string{"Session": session}))
	return errRefused
}

func writeFinding(w io.Writer, f explained) {
	fmt.Fprintf(w, "  [%s] %s  %s", words.Of(f.Severity), f.Rule, f.Text)
	if !f.Due.IsZero() {
		fmt.Fprintf(w, "  %s %s", words.T("期限"), f.Due)
	}
	if f.Article != "" {
		fmt.Fprintf(w, "  %s", f.Article)
	}
	fmt.Fprintln(w)
	for _, l := range f.Explain {
		fmt.Fprintln(w, "      "+l)
	}
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write result: %w", err)
	}
	return nil
}

// moment reads -at: a date, a date with a time, or an instant with its zone;
// without a zone it is the office's. Nothing is now.
func moment(s string) (time.Time, error) {
	if s == "" {
		return time.Now(), nil
	}
	zone, err := time.LoadLocation(hearing.DefaultZone)
	if err != nil {
		return time.Time{}, fmt.Errorf("load zone: %w", err)
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if m, err := time.ParseInLocation(layout, s, zone); err == nil {
			return m, nil
		}
	}
	return time.Time{}, usageError{words.T("-at “{{.Time}}”不是时间，请写成 2023-07-18 或 2023-07-18T09:00。", map[string]string{"Time": s})}
}
