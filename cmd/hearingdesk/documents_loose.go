package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// daySheetFlags ask for the sheets of a day.
type daySheetFlags struct{ day, by *string }

// dayFlags are -day and -by, which without -day says in which order a session's
// papers are printed.
func dayFlags(flags *flag.FlagSet) *daySheetFlags {
	return &daySheetFlags{day: flags.String("day", "", ""), by: flags.String("by", "", "")}
}

func (f daySheetFlags) asked() bool { return *f.day != "" }

// id is what names the sheets of the day as a session's ID names its papers: for
// each room's door, and for the guard by rooms or by presiders.
func (f daySheetFlags) id() (hearing.ID, error) {
	date, err := dateFlag("-day", *f.day)
	if err != nil {
		return "", err
	}
	by := cmp.Or(hearing.DayBy(*f.by), hearing.ByRoom)
	if by != hearing.ByRoom && by != hearing.ByPresider {
		return "", usageError{words.T("-by 只能是 room 或 presider。")}
	}
	return hearing.Day{Date: date, By: by}.ID(), nil
}

// order is in which order the papers of a session are printed: what goes to one
// addressee lies together where nothing else is asked for.
func (f daySheetFlags) order() (document.Order, error) {
	by := cmp.Or(document.Order(*f.by), document.ByAddressee)
	if !f.asked() && !slices.Contains(document.Orders, by) {
		return by, usageError{words.T("-by 只能是 addressee（按受送达人）或 form（按文书）。")}
	}
	return by, nil
}

// sittings are the sessions whose papers are asked for, or the day whose sheets.
func sittings(ctx context.Context, desk *storage.Desk, session string) ([]hearing.Entry, error) {
	if day, is := hearing.DayOf(hearing.ID(session)); is {
		return []hearing.Entry{{Session: day.ID()}}, nil
	}
	return entriesOf(ctx, desk, session)
}

// nothing says that a session or a day has no paper that was asked for.
func nothing(t terminal, d hearing.Dossier) {
	if d.Day != nil && len(d.Day.Sessions) == 0 {
		fmt.Fprintln(t.err, words.T("{{.Day}} 没有听证会，也没有宣告送达。", map[string]string{"Day": words.Day(d.Day.Date)}))
		return
	}
	fmt.Fprintln(t.err, words.T("{{.Session}}：没有要生成的文书。", map[string]any{"Session": d.ID()}))
}

// periodPaper saves the table of a period as a file, whose name says as what.
func periodPaper(ctx context.Context, t terminal, desk *storage.Desk, period hearing.Period, file string) error {
	format := press.Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(file)), "."))
	if format != press.PDF && format != press.DOCX {
		return usageError{words.T("-paper 的文件名请以 .pdf 或 .docx 结尾。")}
	}
	p, err := newPress()
	if err != nil {
		return err
	}
	d, err := desk.Dossier(ctx, period.ID())
	if err != nil {
		return err
	}
	today := calendar.DateOf(time.Now().In(d.Zone))
	for _, it := range p.Plan(d) {
		paper, err := p.Make(d, it, today)
		if err != nil {
			return err
		}
		text, err := paper.File(format)
		if err != nil {
			return err
		}
		if err := writeWhole(file, text); err != nil {
			return err
		}
		fmt.Fprintln(t.out, file)
		if err := remember(ctx, desk, d.ID(), paper, file, today); err != nil {
			return err
		}
	}
	return nil
}
