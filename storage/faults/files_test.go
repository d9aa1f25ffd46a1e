package faults_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// fileDeeds write beside the desk's file, or whole files.
var fileDeeds = []deed{
	{"scan", func(w *world, n int) error {
		s := hearing.Scan{Of: hearing.NounHearing, Session: "h-e2", Document: "27", For: hearing.ID(fmt.Sprint("s-", n)), Title: "送达回证",
			Files: []hearing.ScanFile{{Name: "一.pdf", Media: "application/pdf", Pages: 1}, {Name: "二.pdf", Media: "application/pdf", Pages: 1}}}
		_, err := w.d.AddScans(w.ctx, hearing.Incoming{Scan: s, Bytes: [][]byte{scanBytes(n, true), scanBytes(-n, false)}})
		return err
	}, func(w *world, n int) (int, int, error) {
		all, err := w.d.Scans(w.ctx, "h-e2")
		for _, s := range all {
			if s.For == hearing.ID(fmt.Sprint("s-", n)) {
				_, one := w.d.Content(w.ctx, s.Files[0].Hash)
				_, two := w.d.Content(w.ctx, s.Files[1].Hash)
				return 1, 1, errors.Join(err, one, two)
			}
		}
		return 0, 1, err
	}},
	{"word form", func(w *world, n int) error {
		all, err := w.d.WordForms(w.ctx)
		f := hearing.WordForm{ID: "07a", Paper: "07a"}
		for _, had := range all {
			f = had
		}
		if err == nil {
			f.Name, f.Hash = fmt.Sprint(n, ".docx"), ""
			_, err = w.d.SaveWordForm(w.ctx, f, scanBytes(n, n%2 == 0))
		}
		return err
	}, func(w *world, n int) (int, int, error) {
		all, err := w.d.WordForms(w.ctx)
		if err != nil || len(all) == 0 {
			return 0, 1, err
		}
		_, err = w.d.Content(w.ctx, all[0].Hash)
		return reached(strings.TrimSuffix(all[0].Name, ".docx"), n, err)
	}},
}

// paperDeeds keep what was printed.
var paperDeeds = []deed{
	{"prints", func(w *world, n int) error {
		p := hearing.Print{Session: "h-e2", Document: "07a", Hash: fmt.Sprint(n), Pages: 1, Copies: 1, To: "PDF"}
		return w.d.RecordPrints(w.ctx, []hearing.Print{p, p, p}, [][]byte{scanBytes(n, true), scanBytes(n+1, false), nil})
	}, func(w *world, n int) (int, int, error) {
		all, err := w.d.Prints(w.ctx, "h-e2")
		have := 0
		for _, p := range all {
			if p.Hash == fmt.Sprint(n) {
				have++
			}
		}
		return have, 3, err
	}},
	{"batch", func(w *world, n int) error {
		sheet := hearing.BatchSheet{Session: "h-e2", Document: "07b", Key: fmt.Sprint(n), Title: "通知", Copies: 1}
		b, err := w.d.BeginBatch(w.ctx, hearing.Batch{Queue: fmt.Sprint("q", n), Sheets: []hearing.BatchSheet{sheet, sheet}})
		if err != nil {
			return err
		}
		b.Sheets[0].State, b.Sheets[0].Hash = hearing.SheetDone, fmt.Sprint("batch ", n) // no hash of the prints above
		return w.d.MarkSheet(w.ctx, b, b.Sheets[0], hearing.SheetWaiting, scanBytes(n, false))
	}, func(w *world, n int) (int, int, error) {
		all, err := w.d.OpenBatches(w.ctx)
		for _, b := range all {
			if b.Queue == fmt.Sprint("q", n) && b.Sheets[0].State == hearing.SheetDone {
				return 1, 1, err
			}
		}
		return 0, 1, err
	}},
}

// copyDeeds write whole files.
var copyDeeds = []deed{
	{"backup", func(w *world, n int) error { return w.d.Backup(w.ctx, w.at(fmt.Sprintf("backup-%d.db", n))) },
		func(w *world, n int) (int, int, error) {
			file := w.at(fmt.Sprintf("backup-%d.db", n))
			if _, err := os.Stat(file); err != nil {
				return 0, 1, nil
			}
			defer remove(file) // or the folder fills up
			return 1, 1, sound(w, file)
		}},
	{"restore", restore, restored},
	{"migration", func(w *world, n int) error {
		if err := copyFile(w.at("v1.db"), w.at("old.db.new")); err != nil {
			return fmt.Errorf("%w: %w", hearing.ErrFull, err) // the test's own write
		}
		remove(w.at("old.db"))
		if err := os.Rename(w.at("old.db.new"), w.at("old.db")); err != nil {
			return err
		}
		d, err := storage.Open(w.ctx, w.at("old.db"), options("x", still))
		if err != nil {
			return err
		}
		return d.Close()
	}, func(w *world, _ int) (int, int, error) {
		kept, err := filepath.Glob(w.at("old.db.before-*"))
		for _, file := range kept {
			if !strings.HasSuffix(file, ".part") && !strings.HasSuffix(file, "-journal") && !strings.Contains(file, ".trial") {
				err = errors.Join(err, sound(w, file))
			}
			remove(file)
		}
		if _, none := os.Stat(w.at("old.db")); none != nil {
			if _, begun := os.Stat(w.at("old.db.new")); begun == nil {
				return 1, 1, err // killed while the next file was being laid out
			}
			return 0, 1, err
		}
		d, oerr := storage.Open(w.ctx, w.at("old.db"), options("x", still))
		if oerr != nil {
			return 0, 1, errors.Join(err, oerr)
		}
		p, xerr := d.Export(w.ctx)
		if len(p.Records()) != oldRecords {
			xerr = fmt.Errorf("%d records of %d", len(p.Records()), oldRecords)
		}
		return 1, 1, errors.Join(err, xerr, d.Close(), sound(w, w.at("old.db")))
	}},
}

// oldRecords is how many records the file of the first version has.
const oldRecords = 48

// restore marks another desk by turns, and puts a backup in its place.
func restore(w *world, n int) error {
	other := w.at("other.db")
	d, err := storage.Open(w.ctx, other, options("x", still))
	if err != nil {
		return err
	}
	_, err = d.SavePerson(w.ctx, hearing.Person{ID: id("mark", n), Name: "程桂兰"})
	if err := errors.Join(err, d.Close()); err != nil {
		return err
	}
	_, _, err = storage.Restore(w.ctx, w.at("base.db"), other)
	return err
}

// restored holds that the desk is there, whole, and either has the mark or was
// put back, with the mark in what was kept of it.
func restored(w *world, n int) (have, all int, err error) {
	if empty(w, w.at("other.db")) {
		return 0, 0, errors.New("the desk is gone")
	}
	if err := sound(w, w.at("other.db")); err != nil {
		return 0, 1, err
	}
	if marked(w, w.at("other.db"), n) {
		return 0, 1, nil
	}
	kept, err := filepath.Glob(w.at("other.db.before-restore*"))
	for _, file := range kept {
		if strings.Contains(filepath.Base(file)[len("other.db.before-restore"):], "-wal") || strings.HasSuffix(file, "-shm") || strings.HasSuffix(file, ".files") {
			continue
		}
		err = errors.Join(err, sound(w, file))
		if marked(w, file, n) {
			have = 1
		}
		remove(file)
	}
	return have, 1, err
}

// empty opens a desk as the program does, and says whether nothing is in it.
func empty(w *world, file string) bool {
	d, err := storage.Open(w.ctx, file, options("x", still))
	if err != nil {
		return false // sound says what is wrong
	}
	none, err := d.Empty(w.ctx)
	return errors.Join(err, d.Close()) == nil && none
}

func marked(w *world, file string, n int) bool {
	d, err := storage.Open(w.ctx, file, options("x", still))
	if err != nil {
		return false
	}
	_, err = d.Person(w.ctx, id("mark", n))
	return errors.Join(err, d.Close()) == nil
}

// sound holds that nothing is wrong with a file.
func sound(w *world, file string) error {
	found, err := storage.Verify(w.ctx, file)
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("%s: %+v", file, found)
	}
	return err
}

// remove removes a file with what belongs to it.
func remove(file string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal", ".files"} {
		_ = os.RemoveAll(file + suffix) // what is not there need not go
	}
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from) //nolint:gosec // a test's own file
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}
