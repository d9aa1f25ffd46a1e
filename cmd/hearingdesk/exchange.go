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
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// demo fills a new desk with the worked examples.
func demo(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	article := flags.Bool("article", false, "")
	size := flags.Int("size", 0, "")
	day := flags.String("at", "", "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	today, err := demoDay(*size, *day)
	if err != nil {
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
	if *size > 0 {
		return invent(ctx, t, desk, sample.Office{Hearings: *size, Today: today, Zone: words.Zone()})
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

// An outgoing is what export is told to write, and where.
type outgoing struct {
	session, target, kind, parquet string
	full, audit, seal, open        bool
}

func (o *outgoing) add(flags *flag.FlagSet) {
	flags.StringVar(&o.session, "session", "", "")
	flags.StringVar(&o.target, "o", "", "")
	flags.StringVar(&o.kind, "roster", "", "")
	flags.StringVar(&o.parquet, "parquet", "", "")
	flags.BoolVar(&o.full, "full", false, "")
	flags.BoolVar(&o.audit, "audit", false, "")
	flags.BoolVar(&o.seal, "seal", false, "")
	flags.BoolVar(&o.open, "open", false, "")
}

// wrong says what does not go together; nil where all does.
func (o *outgoing) wrong() error {
	switch {
	case o.parquet != "" && (o.target != "" || o.session != "" || o.kind != ""):
		return usageError{words.T("-parquet 不能与 -o、-session、-roster 同用。")}
	case o.target == "" && o.parquet == "":
		return usageError{words.T("请用 -o 指明要写的文件。")}
	case o.kind != "" && (o.session != "" || o.audit || o.seal), o.full && o.kind == "":
		return usageError{words.T("-roster 不能与 -session、-audit、-seal 同用；-full 只用于 -roster。")}
	}
	return nil
}

// export writes a package of one session or of everything, a roster, the record of
// changes, or a bundle for another desk.
func export(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	var o outgoing
	o.add(flags)
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if err := o.wrong(); err != nil {
		return err
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	switch {
	case o.parquet != "":
		return exportParquet(ctx, t, desk, o.parquet)
	case o.kind != "":
		return exportRoster(ctx, desk, o.kind, o.target, o.full)
	case o.audit:
		return exportAudit(ctx, desk, hearing.ID(o.session), o.target)
	case o.seal:
		return exportSealed(ctx, t, desk, o)
	}
	return exportPackage(ctx, t, desk, o)
}

// chosen are the sessions that are to go out; none is everything.
func (o *outgoing) chosen() []hearing.ID {
	if o.session == "" {
		return nil
	}
	return []hearing.ID{hearing.ID(o.session)}
}

// exportPackage writes a package that anybody can read and change: to another disk only
// where that is said.
func exportPackage(ctx context.Context, t terminal, desk *storage.Desk, o outgoing) error {
	if !o.open && desk.Leaves(filepath.Dir(o.target)) {
		return fmt.Errorf("write %s: %w", o.target, hearing.ErrOpen)
	}
	p, err := desk.Export(ctx, o.chosen()...)
	if errors.Is(err, hearing.ErrNotFound) && o.session != "" {
		return noSession(t, o.session)
	}
	if err != nil {
		return err
	}
	text, err := exchange.Encode(p)
	if err != nil {
		return err
	}
	if err := desk.NoteExport(ctx, packageTaken(o.session)); err != nil { // noted first: what cannot be noted is not given out
		return err
	}
	return writeWhole(o.target, text)
}

// packageTaken says what a package holds, for the record of changes.
func packageTaken(session string) string {
	if session == "" {
		return words.T("全部内容")
	}
	return session
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
