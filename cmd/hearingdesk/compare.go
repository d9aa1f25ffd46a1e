package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/compare"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/ui/words"
)

// comparison is what the command line says of a comparison.
type comparison struct {
	a, b        string
	keys, diffs string
	match       string
	only        string
	out         string
	clues       bool
}

// compareLists joins two tables on chosen columns, writes what was found, and
// makes clues of it.
func compareLists(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	file := dbFlag(flags)
	var c comparison
	flags.StringVar(&c.a, "a", "", "")
	flags.StringVar(&c.b, "b", "", "")
	flags.StringVar(&c.keys, "key", "", "")
	flags.StringVar(&c.diffs, "diff", "", "")
	flags.StringVar(&c.match, "match", string(compare.Trim), "")
	flags.StringVar(&c.only, "only", "", "")
	flags.StringVar(&c.out, "o", "", "")
	flags.BoolVar(&c.clues, "clues", false, "")
	asJSON := flags.Bool("json", false, "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if c.a == "" || c.b == "" || c.keys == "" {
		return usageError{words.T("请用 -a、-b 给出两个表格，用 -key 给出对应的列。")}
	}
	kinds, err := c.kinds()
	if err != nil {
		return err
	}
	r, err := c.run(ctx)
	if err != nil {
		return err
	}
	var found []hearing.Clue
	if c.clues {
		if found, err = c.found(r, kinds); err != nil {
			return err
		}
	}
	if c.out != "" {
		if err := writeBy(c.out, func(w io.Writer) error { return sheetfile.WriteRows(c.out, w, r.Table(words.Term, kinds...)) }); err != nil {
			return err
		}
	}
	if c.clues {
		if err := register(ctx, t, *file, found); err != nil {
			return err
		}
	}
	if *asJSON {
		return writeJSON(t.out, countsOf(r))
	}
	for _, k := range compare.Kinds {
		fmt.Fprintf(t.out, "%s  %d\n", words.Of(k), r.Count(k))
	}
	fmt.Fprintf(t.out, "%s  %d\n", words.T("一致"), r.Same)
	return nil
}

// countsOf is how many lines there are of each kind, and how many rows agree.
func countsOf(r *compare.Result) map[string]int {
	out := map[string]int{"same": r.Same}
	for _, k := range compare.Kinds {
		out[string(k)] = r.Count(k)
	}
	return out
}

// kinds are those that -only names; none: all.
func (c comparison) kinds() ([]compare.Kind, error) {
	var out []compare.Kind
	for name := range strings.SplitSeq(c.only, ",") {
		if name == "" {
			continue
		}
		known := false
		for _, k := range compare.Kinds {
			if string(k) == name {
				out, known = append(out, k), true
			}
		}
		if !known {
			return nil, usageError{words.T("-only 里没有“{{.Name}}”这一类，可用：{{.All}}。", map[string]any{"Name": name, "All": compare.Kinds})}
		}
	}
	return out, nil
}

// run reads both tables and compares them.
func (c comparison) run(ctx context.Context) (*compare.Result, error) {
	match := compare.Match(c.match)
	if match.Term().Zh == "" {
		return nil, usageError{words.T("-match 是 exact、trim 或 fuzzy。")}
	}
	a, b, err := readBoth(ctx, c.a, c.b)
	if err != nil {
		return nil, err
	}
	p := compare.Plan{Match: match}
	if p.Keys, err = pairs(c.keys, a, b, c); err == nil {
		p.Diff, err = pairs(c.diffs, a, b, c)
	}
	if err != nil {
		return nil, err
	}
	return compare.Compare(ctx, a, b, p, nil)
}

// readBoth reads two tables beside each other: an XLSX of a million rows takes its time.
// What is wrong with the first is told first.
func readBoth(ctx context.Context, a, b string) (*compare.List, *compare.List, error) {
	var second *compare.List
	var wrong error
	done := make(chan struct{})
	go func() {
		defer close(done)
		second, wrong = readList(ctx, b)
	}()
	first, err := readList(ctx, a)
	<-done
	return first, second, cmp.Or(err, wrong)
}

// readList reads a table.
func readList(ctx context.Context, name string) (l *compare.List, err error) {
	f, err := os.Open(name) //nolint:gosec // the user names the table
	if err != nil {
		return nil, fmt.Errorf("read table: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	l = &compare.List{}
	rows := 0
	err = sheetfile.Stream(name, f, func(row int, cells []string) error {
		if rows++; rows%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		return l.Add(row, cells)
	})
	if errors.Is(err, compare.ErrLarge) {
		return nil, &hearing.SheetError{Name: filepath.Base(name), Why: hearing.SheetLarge}
	}
	if err != nil {
		return nil, err
	}
	return l, l.Done()
}

// pairs reads 户号=编号,姓名: columns of A with those of B, of one name where only
// one is given.
func pairs(text string, a, b *compare.List, c comparison) ([]compare.Pair, error) {
	var out []compare.Pair
	for part := range strings.SplitSeq(text, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		left, right, both := strings.Cut(part, "=")
		if !both {
			right = left
		}
		p := compare.Pair{A: a.Column(left), B: b.Column(right)}
		for _, x := range []struct {
			at         int
			name, file string
			l          *compare.List
		}{{p.A, left, c.a, a}, {p.B, right, c.b, b}} {
			if x.at < 0 {
				return nil, usageError{words.T("“{{.File}}”里没有“{{.Name}}”这一列，现有：{{.All}}。",
					map[string]string{"File": filepath.Base(x.file), "Name": x.name, "All": words.List(x.l.Heads())})}
			}
		}
		out = append(out, p)
	}
	return out, nil
}

// found makes clues of what was found.
func (c comparison) found(r *compare.Result, kinds []compare.Kind) ([]hearing.Clue, error) {
	today := calendar.DateOf(time.Now().In(words.Zone()))
	var list []hearing.Clue
	for _, l := range r.Lines {
		if len(kinds) > 0 && !slices.Contains(kinds, l.Kind()) {
			continue
		}
		list = append(list, hearing.Clue{ID: newID(), Source: hearing.SourceData, CameOn: today, State: hearing.ClueOpen,
			Text: r.Clue(l, words.Term, filepath.Base(c.a), filepath.Base(c.b))})
	}
	if len(list) > compare.MostClues {
		return nil, usageError{words.T("有 {{.N}} 条结果，一次最多登记 {{.Most}} 条线索。请用 -only 只选一类，或先缩小表格。", map[string]int{"N": len(list), "Most": compare.MostClues})}
	}
	return list, nil
}

// register stores clues in one change of the desk.
func register(ctx context.Context, t terminal, file string, list []hearing.Clue) (err error) {
	desk, err := open(ctx, file, true)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	if err := desk.AddClues(ctx, list); err != nil {
		return fmt.Errorf("store clues: %w", err)
	}
	fmt.Fprintln(t.out, words.T("已登记 {{.N}} 条线索，可一次撤销。", map[string]int{"N": len(list)}))
	return nil
}
