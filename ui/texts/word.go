package texts

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/wordform"
	"hearingdesk/ui/words"
)

// A Shelf keeps the office's own Word forms.
type Shelf interface {
	WordForms(ctx context.Context) ([]hearing.WordForm, error)
	SaveWordForm(ctx context.Context, f hearing.WordForm, file []byte) (hearing.Version, error)
	Content(ctx context.Context, hash string) ([]byte, error)
	NewID() hearing.ID
}

// Word is what the desk has of own Word forms, as the open paper needs it.
type Word struct {
	Own    hearing.WordForm      // in the open paper's place; without a hash there is none
	Past   []hearing.WordEdition // of it
	Sheets []hearing.WordForm    // sheets of their own
	File   string                // that was refused
	Faults []string              // what is wrong with it
}

// readWord reads what the desk has.
func (r *reading) readWord(ctx context.Context, desk Desk, number string) error {
	all, err := desk.WordForms(ctx)
	if err != nil {
		return err
	}
	r.word.Own = hearing.WordForm{ID: hearing.ID(number), Paper: number}
	r.inWord = map[string]bool{}
	for _, f := range all {
		switch {
		case f.Paper == number:
			r.word.Own = f
		case f.Paper == "" && f.Hash != "":
			r.word.Sheets = append(r.word.Sheets, f)
		}
		r.inWord[f.Paper] = f.Hash != ""
	}
	slices.SortFunc(r.word.Sheets, func(a, b hearing.WordForm) int { return cmp.Compare(a.Title, b.Title) })
	changes, err := desk.History(ctx, hearing.NounWordForm, r.word.Own.ID)
	r.word.Past = hearing.WordEditions(changes)
	return err
}

// TakeWord puts the Word form of a path in the open paper's place, or makes it a
// sheet of its own, unless something is wrong with it.
func (m *Model) TakeWord(path string, alone bool) {
	f, p := m.Word.Own, m.press
	if alone {
		f = m.sheetOf(title(path))
	}
	f.Name = filepath.Base(path)
	m.run.Do(func(ctx context.Context) error {
		file, err := readFile(path)
		if err != nil {
			return err
		}
		if _, err := p.ReadWord(f.Paper, f.Title, file); err != nil {
			return err
		}
		if f.ID == "" {
			f.ID = m.desk.NewID()
		}
		_, err = m.desk.SaveWordForm(ctx, f, file)
		return err
	}, func(err error) {
		if faults := words.WordFormFaults(err); faults != nil {
			m.Word.File, m.Word.Faults = f.Name, faults
			m.OnCheck()
			return
		}
		m.stored(err, words.T("已存入“{{.File}}”，以后存为 Word 时用它；可用 Ctrl+Z 撤销", map[string]string{"File": f.Name}))
	})
}

// sheetOf is the sheet of a title, or a new one.
func (m *Model) sheetOf(title string) hearing.WordForm {
	for _, f := range m.Word.Sheets {
		if f.Title == title {
			return f
		}
	}
	return hearing.WordForm{Title: title}
}

// DropWord takes a Word form out of use; it stays among the earlier ones.
func (m *Model) DropWord(f hearing.WordForm) {
	f.Hash, f.Note = "", ""
	m.run.Do(func(ctx context.Context) error {
		_, err := m.desk.SaveWordForm(ctx, f, nil)
		return err
	}, func(err error) { m.stored(err, words.T("已移除 Word 表单，可用 Ctrl+Z 撤销")) })
}

// PutBackWord puts an earlier Word form in use again.
func (m *Model) PutBackWord(e hearing.WordEdition) {
	f := m.Word.Own
	f.Name, f.Hash, f.Note = e.Name, e.Hash, words.T("恢复第{{.N}}版", map[string]int{"N": e.Edition})
	m.run.Do(func(ctx context.Context) error {
		_, err := m.desk.SaveWordForm(ctx, f, nil)
		return err
	}, func(err error) {
		m.stored(err, words.T("已存入“{{.File}}”，以后存为 Word 时用它；可用 Ctrl+Z 撤销", map[string]string{"File": f.Name}))
	})
}

// ExportWord writes a Word form into a folder, to be looked at or changed; a
// file of that name is not overwritten.
func (m *Model) ExportWord(f hearing.WordForm, folder string) {
	file := filepath.Join(folder, hearing.FileName(f.Name))
	m.run.Do(func(ctx context.Context) error {
		data, err := m.desk.Content(ctx, f.Hash)
		if err != nil {
			return err
		}
		out, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // the user chooses the folder
		if err != nil {
			return fmt.Errorf("write %s: %w", file, err)
		}
		_, err = out.Write(data)
		return errors.Join(err, out.Close())
	}, func(err error) {
		if err != nil {
			m.fail(err)
			return
		}
		m.say(words.T("已导出到 {{.File}}", map[string]string{"File": file}))
	})
}

// stored says what was done, and reads the desk anew.
func (m *Model) stored(err error, said string) {
	if err != nil {
		m.fail(err)
		return
	}
	m.say(said)
	m.Show(m.Number)
}

// title is what a sheet is called: as its file.
func title(path string) string {
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// readFile reads a file that is no larger than a form may be, and a little of
// one that is.
func readFile(path string) ([]byte, error) {
	r, err := os.Open(path) //nolint:gosec // the user chooses the file
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	data, err := io.ReadAll(io.LimitReader(r, wordform.LargestFile+1))
	return data, errors.Join(err, r.Close())
}
