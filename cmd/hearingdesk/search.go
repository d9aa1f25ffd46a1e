package main

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// searchMost is how many records of one kind are listed.
const searchMost = 50

// nounPaper is the kind of a paper in what is found.
const nounPaper = "paper"

// withPaper adds the paper that a code names, where its session still has it.
func withPaper(ctx context.Context, desk *storage.Desk, code hearing.PaperCode, found []hearing.Hit) ([]hearing.Hit, error) {
	p, err := newPress()
	if err != nil {
		return nil, err
	}
	d, err := desk.Dossier(ctx, code.Session)
	if err != nil {
		return nil, fmt.Errorf("session %s: %w", code.Session, err)
	}
	for _, it := range p.Plan(d, code.Document) {
		if it.Key == code.Key {
			found = append(found, hearing.Hit{Noun: nounPaper, ID: hearing.ID(code.String()), Name: strings.TrimSpace(it.Title + " " + it.For)})
		}
	}
	return found, nil
}

// search lists the records that a text is a part of; none is refused (exit 1).
func search(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	asJSON := flags.Bool("json", false, "")
	if err := parse(flags, args, 1, 1); err != nil {
		return err
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	found, err := desk.Search(ctx, flags.Arg(0), searchMost)
	if err != nil {
		return err
	}
	if code, ok := hearing.ReadPaperCode(flags.Arg(0)); ok && len(found) > 0 {
		if found, err = withPaper(ctx, desk, code, found); err != nil {
			return err
		}
	}
	if *asJSON {
		return writeJSON(t.out, found)
	}
	for _, f := range found {
		fmt.Fprintln(t.out, strings.TrimRight(fmt.Sprintf("%s  %s  %s  %s", words.Kind(f.Noun), f.ID, f.Name, f.Detail), " "))
	}
	if len(found) == 0 {
		fmt.Fprintln(t.err, words.T("没有找到“{{.Text}}”。可以只输入名称的一部分、拼音首字母、案号或电话。", map[string]string{"Text": flags.Arg(0)}))
		return errRefused
	}
	return nil
}
