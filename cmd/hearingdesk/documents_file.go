package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// A sheaf is the papers of one session on their way into files: while the disk
// acknowledges some, the next are made.
type sheaf struct {
	open   sync.WaitGroup
	few    chan struct{} // as many as are written at once
	mu     sync.Mutex
	err    error // the first
	files  []string
	there  map[string]bool // the same files
	prints []hearing.Print
	kept   [][]byte
}

func newSheaf() *sheaf { return &sheaf{few: make(chan struct{}, 8), there: map[string]bool{}} }

// write writes a file, and remembers what is to be noted of it once it is there.
// The copies of an enclosure are one file.
func (f *sheaf) write(file string, text []byte, p hearing.Print, kept []byte) {
	f.prints, f.kept = append(f.prints, p), append(f.kept, kept)
	if f.there[file] {
		return
	}
	f.files, f.there[file] = append(f.files, file), true
	f.few <- struct{}{}
	f.open.Go(func() {
		defer func() { <-f.few }()
		if err := writeWhole(file, text); err != nil {
			f.mu.Lock()
			defer f.mu.Unlock()
			if f.err == nil {
				f.err = err
			}
		}
	})
}

// end waits until every file is on the disk.
func (f *sheaf) end() error {
	f.open.Wait()
	return f.err
}

// makeAll makes papers of a dossier and reports whether all could be made. A
// paper counts as gone out when every file of the session is written.
func makeAll(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, d hearing.Dossier, items []document.Item, o order) (bool, error) {
	names := press.Names(items, press.Mark(d), o.format)
	whole, files := true, newSheaf()
	for i, it := range items {
		paper, err := p.Make(d, it, o.day)
		var text, kept []byte
		if err == nil {
			text, err = paper.File(o.format)
		}
		if err == nil {
			kept, err = paper.Keep()
		}
		if err != nil {
			whole = false
			fmt.Fprintln(t.err, words.T("{{.Paper}}：{{.Why}}", map[string]string{
				"Paper": strings.TrimSpace(string(d.ID()) + " " + strings.TrimSuffix(names[i], "."+string(o.format))), "Why": words.Sentences(words.Error(err), words.FormRemedy(err))}))
			continue
		}
		file := filepath.Join(o.folder, names[i])
		files.write(file, text, printOf(d.ID(), paper, file, o.day), kept)
	}
	if err := files.end(); err != nil {
		return false, err
	}
	for _, file := range files.files {
		fmt.Fprintln(t.out, file)
	}
	if o.queue != "" || len(files.prints) == 0 {
		return whole, nil // what goes to a printer, the batch remembers
	}
	return whole, desk.RecordPrints(ctx, files.prints, files.kept)
}

// remember notes that a paper was saved as a file, and keeps it as it was.
func remember(ctx context.Context, desk *storage.Desk, session hearing.ID, paper press.Paper, file string, day calendar.Date) error {
	kept, err := paper.Keep()
	if err != nil {
		return err
	}
	return desk.RecordPrint(ctx, printOf(session, paper, file, day), kept)
}

// printOf is what is noted of a paper that goes into a file.
func printOf(session hearing.ID, paper press.Paper, file string, day calendar.Date) hearing.Print {
	it := paper.Item
	return hearing.Print{Session: session, Document: it.Number, For: it.For, Key: it.Key, Hash: paper.Hash, Edition: it.Edition,
		Pages: len(paper.Pages), Copies: it.Copies, To: file, Day: day}
}
