package main

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// daySheetFlags ask for the sheets of a day.
type daySheetFlags struct{ day, by *string }

func dayFlags(flags *flag.FlagSet) *daySheetFlags {
	return &daySheetFlags{day: flags.String("day", "", ""), by: flags.String("by", string(hearing.ByRoom), "")}
}

func (f daySheetFlags) asked() bool { return *f.day != "" }

// daySheets makes the sheets of a day: for each room's door, and for the guard
// by rooms or by presiders.
func daySheets(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, f daySheetFlags, o order) error {
	date, err := calendar.ParseDate(*f.day)
	if err != nil {
		return usageError{words.T("{{.Flag}} “{{.Text}}”不是日期，请写成 2023-07-18。", map[string]string{"Flag": "-day", "Text": *f.day})}
	}
	by := hearing.DayBy(*f.by)
	if by != hearing.ByRoom && by != hearing.ByPresider {
		return usageError{words.T("-by 只能是 room 或 presider。")}
	}
	d, err := desk.Day(ctx, date, by)
	if err != nil {
		return err
	}
	if err := o.ready(ctx, t); err != nil {
		return err
	}
	items := p.Plan(d, o.kinds...)
	if len(items) == 0 {
		fmt.Fprintln(t.err, words.T("{{.Day}} 没有听证会，也没有宣告送达。", map[string]string{"Day": words.Day(date)}))
		return nil
	}
	whole, err := makeAll(ctx, t, desk, p, d, items, o)
	if err == nil && !whole {
		return errRefused
	}
	return err
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
	for _, it := range p.Plan(d) {
		paper, err := p.Make(d, it, calendar.DateOf(time.Now().In(d.Zone)))
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
		kept, err := paper.Keep()
		if err != nil {
			return err
		}
		if err := desk.RecordPrint(ctx, hearing.Print{Session: d.ID(), Document: it.Number, Hash: paper.Hash, Edition: paper.Item.Edition, Pages: len(paper.Pages), Copies: 1, To: file}, kept); err != nil {
			return err
		}
	}
	return nil
}
