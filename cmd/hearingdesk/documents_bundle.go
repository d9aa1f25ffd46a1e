package main

import (
	"context"
	"errors"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/evidence"
	"hearingdesk/ui/words"
)

// bind writes the proof of a recommendation's way as one PDF, once nothing stands
// before the gate of going further with it.
func bind(ctx context.Context, t terminal, file string, paper hearing.ID, out, at string) (err error) {
	if out == "" {
		return usageError{words.T("请用 -o 指明证据材料的文件名，如 -o 证据.pdf。")}
	}
	now, err := moment(at)
	if err != nil {
		return err
	}
	desk, err := open(ctx, file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	i, err := desk.Instrument(ctx, paper)
	if errors.Is(err, hearing.ErrNotFound) {
		fmt.Fprintln(t.err, words.T("没有编号为“{{.ID}}”的法律文书。", map[string]string{"ID": string(paper)}))
		return errRefused
	}
	if err != nil {
		return err
	}
	f, err := desk.CaseFile(ctx, i.Case)
	if err != nil {
		return err
	}
	book, err := newBook()
	if err != nil {
		return err
	}
	if stands := book.Gate(f, paper, now, words.Language()); len(stands) > 0 {
		fmt.Fprintln(t.err, evidence.Refused(stands))
		return errRefused
	}
	p, err := newPress()
	if err != nil {
		return err
	}
	g := evidence.Gathering{Desk: desk, Press: withFiles(ctx, p, desk), File: f, Paper: i, Today: calendar.DateOf(now.In(words.Zone()))}
	pdf, missing, err := g.Bind(ctx)
	if err != nil {
		return err
	}
	for _, m := range missing {
		fmt.Fprintln(t.err, words.T("缺：{{.Paper}}", map[string]string{"Paper": m}))
	}
	if err := writeWhole(out, pdf); err != nil {
		return err
	}
	fmt.Fprintln(t.out, out)
	return nil
}
