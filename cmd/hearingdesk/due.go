package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// due lists what is to be done, by day: as text, as JSON, or as a calendar for
// a telephone or Outlook.
func due(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	at := flags.String("at", "", "")
	asJSON := flags.Bool("json", false, "")
	asCalendar := flags.Bool("ics", false, "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *asJSON && *asCalendar {
		return usageError{words.T("-json 和 -ics 只能用一个。")}
	}
	now, err := moment(*at)
	if err != nil {
		return err
	}
	now = now.In(words.Zone())
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	book, err := newBook()
	if err != nil {
		return err
	}
	work, err := desk.OpenWork(ctx, calendar.DateOf(now))
	if err != nil {
		return fmt.Errorf("read open work: %w", err)
	}
	a := agenda.Of(work, book, now, language(t.env))
	switch {
	case *asJSON:
		return writeJSON(t.out, dueList(a))
	case *asCalendar:
		off, err := calledOff(ctx, desk, work, now)
		if err != nil {
			return err
		}
		return writeCalendar(t.out, a, work, off, now)
	}
	writeDue(t.out, a, now)
	return nil
}

// A dueItem is one line of due -json.
type dueItem struct {
	Part    string        `json:"part"`              // late, day, later, undated, clash
	Day     calendar.Date `json:"day,omitzero"`      // by which it is to be done
	Title   string        `json:"title"`             // of the session or the case
	Fields  int           `json:"fields,omitempty"`  // how many empty fields the line stands for
	Missing string        `json:"missing,omitempty"` // the same in words
	hearing.Finding
}

var partNames = map[agenda.Part]string{agenda.Late: "late", agenda.OnDay: "day", agenda.Later: "later", agenda.Undated: "undated"}

func dueList(a agenda.Agenda) []dueItem {
	out := []dueItem{}
	add := func(part string, i agenda.Item) {
		d := dueItem{Part: part, Day: i.Day, Title: i.About.Title, Fields: i.Fields, Finding: i.Finding}
		d.Session, d.Case, d.Clue, d.Patrol = i.About.Session, i.About.Case, i.About.Clue, i.About.Patrol
		if i.Fields > 1 {
			d.Missing = words.Task(i)
		}
		out = append(out, d)
	}
	for _, i := range a.Clashes {
		add("clash", i)
	}
	for _, i := range a.Items {
		add(partNames[a.PartOf(i.Day)], i)
	}
	return out
}

func writeDue(w io.Writer, a agenda.Agenda, now time.Time) {
	if len(a.Items)+len(a.Clashes) == 0 {
		fmt.Fprintln(w, words.T("没有到期的事，也没有冲突。"))
		return
	}
	if len(a.Clashes) > 0 {
		writeGroup(w, words.T("时间冲突"), a.Clashes, true, now)
	}
	for _, g := range a.Groups() {
		writeGroup(w, words.Group(g, a.Today), g.Items, g.Part != agenda.OnDay, now)
	}
}

// writeGroup lists items under a heading, those of one session or case
// together, in the order of each one's first.
func writeGroup(w io.Writer, head string, items []agenda.Item, dated bool, now time.Time) {
	fmt.Fprintf(w, "%s  %s\n", head, words.T("{{.N}}项", map[string]int{"N": len(items)}))
	for _, s := range agenda.BySubject(items, len(items)) {
		when := ""
		if !s[0].About.Start.IsZero() {
			when = "  " + words.Short(s[0].About.Start, s[0].About.End, now)
		}
		fmt.Fprintf(w, "  %s  %s%s\n", s[0].About.ID(), s[0].About.Title, when)
		for _, i := range s {
			day := ""
			if dated && !i.Day.IsZero() {
				day = i.Day.String() + "  "
			}
			fmt.Fprintf(w, "    %s[%s] %s  %s", day, words.Of(i.Finding.Severity), i.Finding.Rule, words.Task(i))
			if i.Finding.Article != "" && i.Fields < 2 {
				fmt.Fprintf(w, "  %s", i.Finding.Article)
			}
			fmt.Fprintln(w)
		}
	}
}
