package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// demo fills a new desk with the worked examples.
func demo(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	desk, err := open(ctx, *file, true)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	empty, err := desk.Empty(ctx)
	if err != nil {
		return err
	}
	if !empty {
		fmt.Fprintln(t.err, words.T("“{{.File}}”里已有内容，示例只能放进空文件。请用 -db 另取一个文件名。", map[string]string{"File": *file}))
		return errRefused
	}
	return take(ctx, t, desk, *file, assets.Examples)
}

// importPackage merges a package into a desk, all of it or nothing.
func importPackage(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	if err := parse(flags, args, 1, 1); err != nil {
		return err
	}
	source := flags.Arg(0)
	if ext := strings.ToLower(filepath.Ext(source)); ext == ".xlsx" || ext == ".xls" || ext == ".csv" {
		fmt.Fprintln(t.err, words.T("“{{.File}}”是表格；本版本只能导入 JSON 数据包，格式见 hearingdesk schema。", map[string]string{"File": source}))
		return errRefused
	}
	text, err := os.ReadFile(source) //nolint:gosec // the user names the file to read
	if err != nil {
		return fmt.Errorf("read %s: %w", source, err)
	}
	if err := acceptable(*file, text); err != nil { // before a file is made
		return fmt.Errorf("%s: %w", source, err)
	}
	desk, err := open(ctx, *file, true)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	return take(ctx, t, desk, source, text)
}

// acceptable reads a package without a desk. One that a new desk is made for
// must hold all that it names.
func acceptable(file string, text []byte) error {
	p, err := exchange.Decode(text)
	if err != nil {
		return err
	}
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	var faults hearing.FieldErrors
	for _, ref := range p.Dangling() {
		faults = append(faults, &hearing.FieldError{Path: ref.Path, Code: "reference", Value: string(ref.ID)})
	}
	if len(faults) > 0 {
		return exchange.Locate(text, faults)
	}
	return nil
}

// take imports a package's text and says what it did.
func take(ctx context.Context, t terminal, desk *storage.Desk, source string, text []byte) error {
	p, err := exchange.Decode(text)
	if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	report, err := desk.Import(ctx, p)
	var faults hearing.FieldErrors
	if errors.As(err, &faults) {
		return fmt.Errorf("%s: %w", source, exchange.Locate(text, faults))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	for _, r := range report.Records {
		fmt.Fprintln(t.out, words.T("{{.Kind}}：新增 {{.New}}，更改 {{.Changed}}，未变 {{.Unchanged}}",
			map[string]any{"Kind": words.Kind(r.Kind), "New": r.New, "Changed": r.Changed, "Unchanged": r.Unchanged}))
	}
	for _, c := range report.Clashes {
		fmt.Fprintln(t.err, words.T("提醒：")+words.Error(&hearing.ClashError{Clashes: []hearing.Clash{c}}))
	}
	return nil
}

// export writes a package of one session or of everything.
func export(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	session := flags.String("session", "", "")
	target := flags.String("o", "", "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *target == "" {
		return usageError{words.T("请用 -o 指明要写的文件。")}
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	var sessions []hearing.ID
	if *session != "" {
		sessions = append(sessions, hearing.ID(*session))
	}
	p, err := desk.Export(ctx, sessions...)
	if errors.Is(err, hearing.ErrNotFound) && *session != "" {
		return noSession(t, *session)
	}
	if err != nil {
		return err
	}
	text, err := exchange.Encode(p)
	if err != nil {
		return err
	}
	return writeWhole(*target, text)
}

// writeWhole writes a file under another name first, so that a full disk
// leaves neither half a file nor a damaged older one. It does not write over a
// desk.
func writeWhole(file string, text []byte) (err error) {
	if isDesk(file) {
		return fmt.Errorf("write %s: %w", file, fs.ErrExist)
	}
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make folder %s: %w", dir, err)
	}
	f, err := os.CreateTemp(dir, ".hearingdesk-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // best effort: the first error is the one to tell
		}
	}()
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	return nil
}

// isDesk reports whether a file is a database, as each desk is.
func isDesk(file string) bool {
	f, err := os.Open(file) //nolint:gosec // the user names the file to write
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	head := make([]byte, 15)
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == "SQLite format 3"
}
