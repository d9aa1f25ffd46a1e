package main

import (
	"context"
	"flag"
	"fmt"

	"hearingdesk/ui/words"
)

// searchMost is how many records of one kind are listed.
const searchMost = 50

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
	if *asJSON {
		return writeJSON(t.out, found)
	}
	for _, f := range found {
		fmt.Fprintf(t.out, "%s  %s  %s\n", words.Kind(f.Noun), f.ID, f.Name)
	}
	if len(found) == 0 {
		fmt.Fprintln(t.err, words.T("没有找到“{{.Text}}”。可以只输入名称的一部分、拼音首字母、案号或电话。", map[string]string{"Text": flags.Arg(0)}))
		return errRefused
	}
	return nil
}
