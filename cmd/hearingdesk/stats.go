package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	ui "hearingdesk/ui/figures"
	"hearingdesk/ui/words"
)

// stats counts what was heard and served from one day to another, or says of
// which whole numbers with their shares can be parts.
func stats(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	first := flags.String("from", "", "")
	last := flags.String("to", "", "")
	asJSON := flags.Bool("json", false, "")
	shares := flags.String("shares", "", "")
	paper := flags.String("paper", "", "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *shares != "" {
		return implied(t.out, *shares)
	}
	from, to, err := span(*first, *last)
	if err != nil {
		return err
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	if *paper != "" {
		return periodPaper(ctx, t, desk, hearing.Period{From: from, To: to}, *paper)
	}
	all, err := desk.Export(ctx)
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
	report := figures.Count(all, book.Days(office), from, to, words.Zone())
	if *asJSON {
		return writeJSON(t.out, report)
	}
	writeFigures(t.out, report)
	return nil
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
func writeFigures(w io.Writer, r figures.Report) {
	fmt.Fprintln(w, words.Days(r.From, r.To))
	for _, table := range ui.Tables(r, true) {
		fmt.Fprintf(w, "\n%s\n", table.Title)
		for _, row := range table.Rows {
			fmt.Fprintf(w, "  %s\t%s %s\t%s\n", row.Name, row.Text, row.Unit, row.Share)
		}
	}
}

// implied reads 231=38%,181=29% and says of which whole all can be the shares.
func implied(w io.Writer, text string) error {
	var all []figures.Stated
	for _, part := range strings.Split(text, ",") {
		s, ok := stated(strings.TrimSpace(part))
		if !ok {
			return usageError{words.T("-shares 里的“{{.Part}}”看不懂，请写成 231=38%,181=29%。", map[string]string{"Part": part})}
		}
		all = append(all, s)
	}
	r := figures.Implied(all...)
	args := map[string]int{"Least": r.Least, "Most": r.Most}
	switch {
	case r.Empty():
		fmt.Fprintln(w, words.T("这些数和比例互相矛盾，没有一个总数能同时得出。请核对。"))
		return errRefused
	case r.Most == math.MaxInt:
		fmt.Fprintln(w, words.T("总数不少于 {{.Least}}。", args))
	case r.Least == r.Most:
		fmt.Fprintln(w, words.T("总数只能是 {{.Least}}。", args))
	default:
		fmt.Fprintln(w, words.T("总数在 {{.Least}} 至 {{.Most}} 之间。", args))
	}
	return nil
}

// stated reads 231=38% or 288=67.29.
func stated(text string) (figures.Stated, bool) {
	count, share, ok := strings.Cut(strings.TrimSuffix(text, "%"), "=")
	whole, places, _ := strings.Cut(share, ".")
	n, err := strconv.Atoi(count)
	p, failed := strconv.Atoi(whole + places)
	fits := err == nil && failed == nil && n > 0 && n < 1e9 && p >= 0 && p <= 1e6 && len(places) <= 4
	return figures.Stated{N: n, Percent: p, Places: len(places)}, ok && fits
}
