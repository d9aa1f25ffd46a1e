package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/wordform"
	"hearingdesk/hearing/exchange/sealed"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// A cargo is what a file brings to a desk.
type cargo int

const (
	aPackage cargo = iota
	aRuleFile
	aHolidayTable // the text of a notice, or a list of days
	aForm         // the office's own text of a paper
	aWordForm     // the office's own, as DOCX
	aRoster       // people, as XLSX or CSV
	aBundle       // a sealed package of another desk
)

// recognise tells by its content what a file is.
func recognise(name string, text []byte) cargo {
	ext := strings.ToLower(filepath.Ext(name))
	var head struct {
		Format string `json:"format"`
	}
	switch first := strings.TrimSpace(string(text)); {
	case isBundle(text):
		return aBundle
	case ext == ".docx" || ext == ".doc" || ext == ".dotx" || ext == ".docm":
		return aWordForm
	case ext == ".xlsx" || ext == ".xlsm" || ext == ".xls" || sheetfile.IsXLSX(text) || sheetfile.IsOld(text):
		return aRoster
	case strings.HasPrefix(first, "{") || ext == ".json" || first == "":
		if json.Unmarshal(text, &head) == nil && head.Format == rules.FileFormat || strings.Contains(first[:min(len(first), 200)], `"`+rules.FileFormat+`"`) {
			return aRuleFile
		}
		return aPackage
	}
	if isRoster(name, text) {
		return aRoster
	}
	if plain, err := words.Plain(text); err == nil && (document.Number(plain) != "" || strings.Contains(plain, "{{")) {
		return aForm
	}
	return aHolidayTable
}

// readSource reads a file that is taken in: of a Word form no more than a form may
// have and a little, since what is larger is refused anyway.
func readSource(source string) ([]byte, error) {
	r, err := os.Open(source) //nolint:gosec // the user names the file to read
	if err != nil {
		return nil, err
	}
	var from io.Reader = r
	if strings.EqualFold(filepath.Ext(source), ".docx") {
		from = io.LimitReader(r, wordform.LargestFile+1)
	}
	text, err := io.ReadAll(from)
	return text, errors.Join(err, r.Close())
}

// importFile takes a package, a roster, a rule file, a table of holidays or the
// text of a paper into a desk, all of it or nothing.
func importFile(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	var how rosterFlags
	flags.StringVar(&how.as, "as", "", "")
	flags.StringVar(&how.sheet, "sheet", "", "")
	flags.BoolVar(&how.skip, "skip", false, "")
	flags.BoolVar(&how.dry, "dry", false, "")
	var from receiveFlags
	from.add(flags)
	if err := parse(flags, args, 1, 1); err != nil {
		return err
	}
	source := flags.Arg(0)
	text, err := readSource(source)
	if err != nil {
		return fmt.Errorf("read %s: %w", source, err)
	}
	var letter sealed.Letter
	what := recognise(source, text)
	switch what { // what is wrong is said before a file is made
	case aPackage:
		if err := acceptable(*file, text); err != nil {
			return fmt.Errorf("%s: %w", source, err)
		}
	case aBundle:
		if letter, err = openBundle(t, source, text); err != nil {
			return err
		}
	case aRoster:
		if err := acceptableRoster(t, *file, source, text, how); err != nil {
			return err
		}
	}
	if what != aRoster && how.set() {
		return usageError{words.T("-as、-sheet、-skip、-dry 只用于人员名册（XLSX 或 CSV）。")}
	}
	if what != aBundle && from.set() {
		return usageError{words.T("-prefer、-trust 只用于别的工作台的交换包。")}
	}
	desk, err := open(ctx, *file, what == aPackage || what == aBundle || what == aRoster && !how.dry)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	if !how.dry {
		if err := desk.KeepBefore(ctx); err != nil {
			return err
		}
	}
	if what == aBundle {
		return receive(ctx, t, desk, letter, from)
	}
	if what == aRoster {
		return takeRoster(ctx, t, desk, source, text, how)
	}
	return take(ctx, t, desk, source, text)
}

// take brings a file's text to a desk and says what it did.
func take(ctx context.Context, t terminal, desk *storage.Desk, source string, text []byte) error {
	switch recognise(source, text) {
	case aRoster:
		return takeRoster(ctx, t, desk, source, text, rosterFlags{})
	case aRuleFile:
		return takeRules(ctx, t, desk, source, text)
	case aHolidayTable:
		return takeHolidays(ctx, t, desk, source, text)
	case aForm:
		return takeForm(ctx, t, desk, source, text)
	case aWordForm:
		return takeWordForm(ctx, t, desk, source, text)
	}
	return takePackage(ctx, t, desk, source, text)
}

// takeHolidays stores a year's notice, or a list of days, as a table of the
// office.
func takeHolidays(ctx context.Context, t terminal, desk *storage.Desk, source string, text []byte) error {
	plain, err := words.Plain(text)
	if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	tables, err := calendar.ReadTable(plain)
	var fault *calendar.TableError
	if errors.As(err, &fault) {
		return fmt.Errorf("%s: %w", source, fault)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	own, err := calendar.Load(assets.Holidays)
	if err != nil {
		return fmt.Errorf("read holidays: %w", err)
	}
	for i := range tables {
		if tables[i].Source == "" {
			tables[i].Source = filepath.Base(source)
		}
	}
	return changeOffice(ctx, t, desk, func(o hearing.Office) (hearing.Office, error) {
		o = o.WithHolidays(tables...)
		if _, err := own.With(o.Holidays...); err != nil {
			if errors.As(err, &fault) {
				err = fault
			}
			return o, fmt.Errorf("%s: %w", source, err)
		}
		for _, x := range tables {
			off := 0
			for _, d := range x.Days {
				if d.Off {
					off++
				}
			}
			fmt.Fprintln(t.out, words.T("放假安排：{{.Year}} 年，休 {{.Off}} 天，班 {{.Worked}} 天", map[string]int{"Year": x.Year, "Off": off, "Worked": len(x.Days) - off}))
		}
		return o, nil
	})
}

// changeOffice stores a change of the office, which must have a name.
func changeOffice(ctx context.Context, t terminal, desk *storage.Desk, change func(hearing.Office) (hearing.Office, error)) error {
	o, err := desk.Office(ctx)
	if err != nil {
		return err
	}
	if o.Name == "" {
		fmt.Fprintln(t.err, words.T("这个工作台还没有本院信息，规则和放假安排无处存放。请先在窗口的“设置”里填写院名，或导入带有本院信息的数据包。"))
		return errRefused
	}
	if o, err = change(o); err != nil {
		return err
	}
	_, err = desk.SaveOffice(ctx, o)
	return err
}

// takeRules stores a rule file as the office's own rules, unless it has a fault.
func takeRules(ctx context.Context, t terminal, desk *storage.Desk, source string, text []byte) error {
	book, err := newBook()
	if err != nil {
		return err
	}
	var faults rules.FileErrors
	if err := book.Inspect(string(text)); errors.As(err, &faults) {
		fmt.Fprintln(t.err, words.T("“{{.File}}”有 {{.N}} 处错误，没有改动任何内容：", map[string]any{"File": source, "N": len(faults)}))
		for _, f := range words.RuleFaults(faults) {
			fmt.Fprintln(t.err, "  "+f)
		}
		return errRefused
	} else if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	return changeOffice(ctx, t, desk, func(o hearing.Office) (hearing.Office, error) {
		o.Rules = string(text)
		own := 0
		for _, e := range book.Entries(o) {
			if e.Office {
				own++
			}
		}
		fmt.Fprintln(t.out, words.T("本院规则：{{.N}} 条", map[string]int{"N": own}))
		return o, nil
	})
}
