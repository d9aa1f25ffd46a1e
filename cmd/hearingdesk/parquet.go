package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/hearing/figures/columns"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// exportParquet writes what happened on a desk into a folder, month by month, so
// that a desk of any size needs little memory. The files are there when all of them
// are whole; those of the time before are written over.
func exportParquet(ctx context.Context, t terminal, desk *storage.Desk, folder string) (err error) {
	if err := desk.NoteExport(ctx, words.T("逐件数据（Parquet）")); err != nil { // noted first: what cannot be noted is not given out
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("make folder %s: %w", folder, err)
	}
	part, err := os.MkdirTemp(folder, ".part-*")
	if err != nil {
		return fmt.Errorf("write into %s: %w", folder, err)
	}
	defer func() { _ = os.RemoveAll(part) }() // of what was not finished
	var files []io.Writer
	var open []*os.File
	defer func() {
		for _, f := range open {
			if cerr := f.Close(); err == nil && cerr != nil && !errors.Is(cerr, fs.ErrClosed) {
				err = cerr
			}
		}
	}()
	for _, name := range columns.Names {
		f, err := os.Create(filepath.Join(part, name)) //nolint:gosec // in a folder of our own
		if err != nil {
			return fmt.Errorf("write into %s: %w", folder, err)
		}
		files, open = append(files, f), append(open, f)
	}
	if err := writeMonths(ctx, desk, files); err != nil {
		return err
	}
	for _, f := range open {
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return fmt.Errorf("write %s: %w", f.Name(), err)
		}
	}
	for _, name := range columns.Names {
		if err := os.Rename(filepath.Join(part, name), filepath.Join(folder, name)); err != nil {
			return fmt.Errorf("write into %s: %w", folder, err)
		}
		fmt.Fprintln(t.out, filepath.Join(folder, name))
	}
	return nil
}

// writeMonths writes the whole desk, a month at a time.
func writeMonths(ctx context.Context, desk *storage.Desk, files []io.Writer) error {
	office, err := desk.Office(ctx)
	if err != nil {
		return err
	}
	book, err := newBook()
	if err != nil {
		return err
	}
	first, last, err := desk.Span(ctx)
	if err != nil {
		return err
	}
	k := figures.Counter{Days: book.Days(office), Zone: words.Zone(), At: time.Now().In(words.Zone()).Truncate(time.Second)}
	w := columns.NewWriter(office.Name, files)
	for month := calendar.NewDate(first.Year(), first.Month(), 1); !first.IsZero() && !month.After(last.AddDays(1)); month = month.AddMonths(1) {
		to := month.AddMonths(1).AddDays(-1)
		p, err := desk.Happened(ctx, month, to)
		if err == nil {
			err = w.Write(k, p, month, to)
		}
		if err != nil {
			return fmt.Errorf("month of %s: %w", month, err)
		}
	}
	return w.Close()
}
