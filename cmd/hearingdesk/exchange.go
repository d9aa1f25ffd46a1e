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

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/sample"
	"hearingdesk/ui/words"
)

// demo fills a new desk with the worked examples.
func demo(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	article := flags.Bool("article", false, "")
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
	if *article {
		p, err := sample.Article(words.Zone())
		if err == nil {
			_, err = desk.Import(ctx, p)
		}
		return err
	}
	return take(ctx, t, desk, *file, assets.Examples)
}

// export writes a package of one session or of everything, or a roster.
func export(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	session := flags.String("session", "", "")
	target := flags.String("o", "", "")
	kind := flags.String("roster", "", "")
	full := flags.Bool("full", false, "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *target == "" {
		return usageError{words.T("请用 -o 指明要写的文件。")}
	}
	if *kind != "" && *session != "" || *full && *kind == "" {
		return usageError{words.T("-roster 不能与 -session 同用；-full 只用于 -roster。")}
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	if *kind != "" {
		return exportRoster(ctx, desk, *kind, *target, *full)
	}
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
func writeWhole(file string, text []byte) error {
	return writeBy(file, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// writeBy is [writeWhole] of what is too long to be made at once.
func writeBy(file string, write func(io.Writer) error) (err error) {
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
	err = write(f)
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
