package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/storage"
	ui "hearingdesk/ui/figures"
	"hearingdesk/ui/words"
)

// statsFlags are what can be asked for of a period.
type statsFlags struct {
	first, last, against   *string
	shares, paper          *string
	xlsx, csv              *string
	asJSON, percent, round *bool
}

// stats counts what was heard and served from one day to another, or says of
// which whole numbers with their shares can be parts.
func stats(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	f := statsFlags{flags.String("from", "", ""), flags.String("to", "", ""), flags.String("against", "", ""), flags.String("shares", "", ""), flags.String("paper", "", ""), flags.String("xlsx", "", ""), flags.String("csv", "", ""),
		flags.Bool("json", false, ""), flags.Bool("percent", false, ""), flags.Bool("half-up", false, "")}
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *f.shares != "" {
		return implied(t.out, *f.shares, *f.asJSON)
	}
	from, to, err := span(*f.first, *f.last)
	if err != nil {
		return err
	}
	before, err := earlier(*f.against, from, to)
	if err != nil {
		return err
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	if *f.paper != "" {
		p := hearing.Period{From: from, To: to}
		if before != nil {
			p.Against = &hearing.Period{From: before.From, To: before.To}
		}
		return periodPaper(ctx, t, desk, p, *f.paper)
	}
	return f.report(ctx, t, desk, ui.Period{From: from, To: to}, before)
}

// report counts and writes the report.
func (f statsFlags) report(ctx context.Context, t terminal, desk *storage.Desk, period ui.Period, before *ui.Period) error {
	all, err := desk.Happened(ctx, period.From, period.To)
	if err != nil {
		return err
	}
	book, err := newBook()
	if err != nil {
		return err
	}
	office := hearing.Office{}
	if all.Office != nil {
		office = *all.Office
	}
	c := tally{At: time.Now().In(words.Zone()).Truncate(time.Second), Office: office.Name}
	counter := figures.Counter{Days: book.Days(office), Zone: words.Zone(), At: c.At}
	c.Report = counter.Count(all, period.From, period.To)
	if before != nil {
		past, err := desk.Happened(ctx, before.From, before.To)
		if err != nil {
			return err
		}
		then := counter.Count(past, before.From, before.To)
		c.Against = &then
	}
	p := ui.Print{Office: c.Office, At: c.At, Report: c.Report, Against: c.Against, Style: ui.Style{Percents: *f.percent, HalfUp: *f.round}}
	tables := p.Tables()
	if *f.asJSON {
		c.Changes = changes(tables)
		return writeJSON(t.out, c)
	}
	for _, file := range []struct{ path, kind string }{{*f.xlsx, ".xlsx"}, {*f.csv, ".csv"}} {
		if file.path == "" {
			continue
		}
		data, err := p.File(file.kind, counter, all)
		if err == nil {
			err = desk.NoteExport(ctx, p.Name()) // noted first: what cannot be noted is not given out
		}
		if err == nil {
			err = writeWhole(file.path, data)
		}
		if err != nil {
			return err
		}
		fmt.Fprintln(t.out, file.path)
	}
	if *f.xlsx != "" || *f.csv != "" {
		return nil
	}
	writeFigures(t.out, c, tables)
	return nil
}

// A tally is a report as JSON, beside the one that it is compared with.
type tally struct {
	Office string    `json:"office"`
	At     time.Time `json:"counted_at"`
	figures.Report
	Against *figures.Report   `json:"against,omitempty"`
	Changes map[string]change `json:"changes,omitempty"` // by the figure's key
}

// A change is one figure in both periods.
type change struct {
	figures.Change
	Difference int    `json:"difference"`
	Percent    string `json:"percent"` // — where it was nothing before
}

func changes(tables []ui.Table) map[string]change {
	out := map[string]change{}
	for _, t := range tables {
		for _, r := range t.Rows {
			if r.Change != nil {
				out[r.Key] = change{*r.Change, r.Change.Difference(), r.Change.Percent()}
			}
		}
	}
	return out
}

// earlier reads which period a report is compared with: year, before, or two days
// as 2022-01-01..2022-12-31. None is nothing.
func earlier(text string, from, to calendar.Date) (*ui.Period, error) {
	p := ui.Period{From: from, To: to}
	switch text {
	case "":
		return nil, nil
	case "year":
		p = ui.Before(figures.YearBefore).Of(p)
	case "before":
		p = ui.Before(figures.Before).Of(p)
	default:
		first, last, ok := strings.Cut(text, "..")
		if !ok {
			return nil, usageError{words.T("-against 请写 year（上年同期）、before（上一期）或 2022-01-01..2022-12-31。")}
		}
		var err error
		if p.From, p.To, err = span(first, last); err != nil {
			return nil, err
		}
	}
	return &p, nil
}

// span reads the first and the last day that are counted.
func span(first, last string) (from, to calendar.Date, err error) {
	for _, d := range []struct {
		flag, text string
		date       *calendar.Date
	}{{"-from", first, &from}, {"-to", last, &to}} {
		if *d.date, err = dateFlag(d.flag, d.text); err != nil {
			return from, to, err
		}
	}
	if to.Before(from) {
		return from, to, usageError{words.T("-to {{.To}} 早于 -from {{.From}}，请对调。", map[string]string{"From": first, "To": last})}
	}
	return from, to, nil
}

// dateFlag reads the date of a flag.
func dateFlag(name, text string) (calendar.Date, error) {
	d, err := calendar.ParseDate(text)
	if err != nil {
		return d, usageError{words.T("{{.Flag}} “{{.Text}}”不是日期，请写成 2023-07-18。", map[string]string{"Flag": name, "Text": text})}
	}
	return d, nil
}

// writeFigures writes the tables that the window shows.
func writeFigures(w io.Writer, c tally, tables []ui.Table) {
	fmt.Fprintln(w, words.Days(c.From, c.To))
	if c.Against != nil {
		fmt.Fprintln(w, words.T("比较期：{{.Days}}", map[string]string{"Days": words.Days(c.Against.From, c.Against.To)}))
	}
	for _, table := range tables {
		if len(table.Rows) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n%s\n", table.Title)
		for _, row := range table.Rows {
			fmt.Fprintf(w, "  %s\t%s %s\t%s", row.Name, row.Text, row.Unit, row.Share)
			if row.Change != nil {
				fmt.Fprintf(w, "\t%s %s\t%s", row.Then, row.Unit, row.Change.Percent())
			}
			fmt.Fprintln(w)
		}
	}
	fmt.Fprintf(w, "\n%s\n", words.T("统计时间：{{.Time}}", map[string]string{"Time": words.Moment(c.At)}))
}
