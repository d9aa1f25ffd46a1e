package papers

import (
	"context"
	"os"
	"path/filepath"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// A Folder says how papers are saved as files.
type Folder struct {
	Path   string
	Format press.Format
	Joined bool // all in one PDF

	names  map[string]string // file names, by paper
	papers []press.Paper     // of one file, as far as they are made
	tasks  []*Task           // the same
}

// Save saves the ticked papers as files of a folder.
func (m *Model) Save(to Folder) *Run {
	var items []document.Item
	for _, s := range m.Ticked() {
		items = append(items, s.Item)
	}
	to.names = map[string]string{}
	for i, name := range press.Names(items, press.Mark(m.Dossier), to.Format) {
		to.names[keyOf(items[i].Number, items[i].Key)] = name
	}
	return m.begin(&Run{folder: &to})
}

// write makes a paper and, unless all become one file, saves it.
func (r *Run) write(t *Task) {
	f := r.folder
	r.m.run.Do(func(ctx context.Context) (err error) {
		if t.paper, err = r.press.Make(r.dossier, t.Item, r.m.today(r.dossier)); err != nil || f.Joined {
			return err
		}
		text, err := t.paper.File(f.Format)
		if err != nil {
			return err
		}
		file := filepath.Join(f.Path, f.names[keyOf(t.Item.Number, t.Item.Key)])
		if err := writeWhole(file, text); err != nil {
			return err
		}
		return r.m.desk.RecordPrint(ctx, r.filed(t, file))
	}, func(err error) {
		switch {
		case err != nil:
			r.set(t, Step{Stage: Failed, Err: err})
		case f.Joined:
			f.papers, f.tasks = append(f.papers, t.paper), append(f.tasks, t)
			r.set(t, Step{Stage: AtFile})
		default:
			r.set(t, Step{Stage: Saved})
		}
		r.m.OnChange()
		r.step()
	})
}

// join saves all papers that could be made as one file.
func (r *Run) join() {
	f := r.folder
	papers := f.papers
	f.papers = nil
	r.m.run.Do(func(ctx context.Context) error {
		text, err := press.Book(r.dossier.Session().Title, papers...)
		if err != nil {
			return err
		}
		file := filepath.Join(f.Path, words.T("文书")+"-"+press.Mark(r.dossier)+"."+string(f.Format))
		if err := writeWhole(file, text); err != nil {
			return err
		}
		for _, t := range f.tasks {
			if err := r.m.desk.RecordPrint(ctx, r.filed(t, file)); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) {
		for _, t := range f.tasks {
			if err != nil {
				r.set(t, Step{Stage: Failed, Err: err})
			} else {
				r.set(t, Step{Stage: Saved})
			}
		}
		r.end()
	})
}

// filed is what the desk remembers of a paper that was saved as a file.
func (r *Run) filed(t *Task, file string) hearing.Print {
	return hearing.Print{Session: r.Session, Document: t.Item.Number, For: t.Item.For, Key: t.Item.Key,
		Hash: t.paper.Hash, Edition: t.paper.Item.Edition, Pages: len(t.paper.Pages), Copies: 1, To: file}
}

// writeWhole writes a file that appears whole or not at all.
func writeWhole(file string, text []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(file), ".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // the first error is the one to tell
		}
	}()
	if _, err = f.Write(text); err != nil {
		_ = f.Close()
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Chmod(f.Name(), 0o644); err != nil { //nolint:gosec // a paper that others of the office may read
		return err
	}
	return os.Rename(f.Name(), file)
}
