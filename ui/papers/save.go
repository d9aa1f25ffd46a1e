package papers

import (
	"cmp"
	"context"
	"os"
	"path/filepath"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// A Folder says how papers are saved as files. It takes what a run makes.
type Folder struct {
	Path   string
	Format press.Format
	Joined bool // all in one PDF

	desk   Desk
	title  string            // of the one file that all become
	file   string            // its name
	names  map[string]string // file names, by paper
	papers []press.Paper     // of one file, as far as they are made
	tasks  []*batch.Task     // the same
}

// Save saves the ticked papers as files of a folder.
func (m *Model) Save(to Folder) *Run {
	to.desk, to.names = m.desk, map[string]string{}
	items := map[hearing.ID][]document.Item{}
	for _, s := range m.Ticked() {
		items[s.Session] = append(items[s.Session], s.Item)
	}
	for session, list := range items {
		for i, name := range press.Names(list, press.Mark(m.Dossiers[session]), to.Format) {
			to.names[keyOf(session, list[i].Number, list[i].Key)] = name
		}
	}
	if len(m.Sessions) > 0 {
		d := m.Dossiers[m.Sessions[0]]
		to.title, to.file = cmp.Or(d.Session().Title, words.T("文书")), words.T("文书")+"-"+press.Mark(d)+"."+string(to.Format)
	}
	if len(m.Sessions) > 1 {
		to.title = words.T("{{.N}} 场的文书", map[string]int{"N": len(m.Sessions)})
		to.file = words.T("文书") + "-" + m.today().String() + "." + string(to.Format)
	}
	return m.begin(m.tasks(), func(means batch.Means, tasks []*batch.Task) *batch.Run {
		return batch.Pass(means, &to, tasks)
	}, nil, &to)
}

// Take saves a paper or, where all become one file, keeps it for that.
func (f *Folder) Take(ctx context.Context, t *batch.Task, p press.Paper) (bool, error) {
	if f.Joined {
		f.papers, f.tasks = append(f.papers, p), append(f.tasks, t)
		return true, nil
	}
	text, err := p.File(f.Format)
	if err != nil {
		return false, err
	}
	file := filepath.Join(f.Path, f.names[keyOf(t.Session, t.Item.Number, t.Item.Key)])
	if err := writeWhole(file, text); err != nil {
		return false, err
	}
	return false, f.record(ctx, t, p, file)
}

// Finish saves all papers that could be made as one file.
func (f *Folder) Finish(ctx context.Context) error {
	if len(f.papers) == 0 {
		return nil
	}
	text, err := press.Book(f.title, f.papers...)
	if err != nil {
		return err
	}
	file := filepath.Join(f.Path, f.file)
	if err := writeWhole(file, text); err != nil {
		return err
	}
	for i, t := range f.tasks {
		if err := f.record(ctx, t, f.papers[i], file); err != nil {
			return err
		}
	}
	return nil
}

// record remembers a paper that was saved as a file, as it was.
func (f *Folder) record(ctx context.Context, t *batch.Task, p press.Paper, file string) error {
	kept, err := p.Keep()
	if err != nil {
		return err
	}
	return f.desk.RecordPrint(ctx, t.Record(p, file), kept)
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
