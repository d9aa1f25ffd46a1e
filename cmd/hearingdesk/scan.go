package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/scanning"
	"hearingdesk/storage"
	"hearingdesk/ui/volume"
	"hearingdesk/ui/words"
)

// A filing is what the verb scan was asked for.
type filing struct {
	session, kind, to *string // where the files belong, if their codes do not say
	take, remove, out *string
}

// scan puts signed papers that were scanned into their volumes; without files it
// lists the volumes. All of the files go in, or none.
func scan(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	f := filing{flags.String("session", "", ""), flags.String("kind", "", ""), flags.String("for", "", ""),
		flags.String("take", "", ""), flags.String("remove", "", ""), flags.String("o", "", "")}
	if err := parse(flags, args, 0, 10_000); err != nil {
		return err
	}
	if (*f.take != "") != (*f.out != "") || *f.kind != "" && *f.session == "" {
		return usageError{words.T("-take 要与 -o 一起用，-kind 要与 -session 一起用。")}
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	p, err := newPress()
	if err != nil {
		return err
	}
	switch {
	case *f.take != "":
		return takeScan(ctx, t, desk, hearing.ID(*f.take), *f.out)
	case *f.remove != "":
		return removeScan(ctx, t, desk, hearing.ID(*f.remove))
	case flags.NArg() > 0:
		return f.add(ctx, t, desk, p, flags.Args())
	}
	return f.list(ctx, t, desk, p)
}

// add reads the files, finds their papers, and puts them in.
func (f filing) add(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, names []string) error {
	files, err := volume.ReadFiles(ctx, names)
	if err != nil {
		return err
	}
	batch := scanning.Divide(files)
	if *f.kind != "" {
		batch = scanning.Batch{Papers: []scanning.CodedScan{{Code: hearing.PaperCode{Session: hearing.ID(*f.session), Document: *f.kind, Key: *f.to}, Files: files}}}
	}
	for _, m := range batch.Mixed {
		fmt.Fprintln(t.err, words.T("“{{.Name}}”里有几份文书的二维码，请一份一份地扫描，或用 -kind 指明归到哪一份。", map[string]string{"Name": m.Name}))
	}
	for _, l := range batch.Loose {
		fmt.Fprintln(t.err, words.T("“{{.Name}}”上没有读到二维码，请用 -session、-kind 和 -for 指明归到哪一份。", map[string]string{"Name": l.Name}))
	}
	if len(batch.Mixed)+len(batch.Loose) > 0 {
		return errRefused
	}
	var in []hearing.Incoming
	for _, c := range batch.Papers {
		one, err := incoming(ctx, t, desk, p, c)
		if err != nil {
			return err
		}
		in = append(in, one)
	}
	scans, err := desk.AddScans(ctx, in...)
	if err != nil {
		return err
	}
	for _, s := range scans {
		fmt.Fprintln(t.out, words.T("{{.ID}}  {{.Paper}}：{{.N}} 页", map[string]any{"ID": s.ID, "Paper": s.Title, "N": s.Pages()}))
	}
	return nil
}

// incoming is the files of a paper with its name, if its session is here and has
// it.
func incoming(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, c scanning.CodedScan) (hearing.Incoming, error) {
	in := scanning.Join(c.Files...)
	d, err := desk.Dossier(ctx, c.Code.Session)
	if errors.Is(err, hearing.ErrNotFound) {
		return in, noSession(t, string(c.Code.Session))
	}
	if err != nil {
		return in, err
	}
	title, ok := p.Forms().Paper(d, c.Code.Document, c.Code.Key)
	if !ok {
		fmt.Fprintln(t.err, words.T("“{{.Name}}”：{{.Session}} 没有 {{.Kind}} {{.For}} 这份文书，没有归入。不带文件运行 hearingdesk scan 可列出各份的编号。",
			map[string]string{"Name": c.Files[0].Name, "Session": string(c.Code.Session), "Kind": c.Code.Document, "For": c.Code.Key}))
		return in, errRefused
	}
	in.Of, in.Session, in.Document, in.For, in.Title = hearing.NounHearing, c.Code.Session, c.Code.Document, hearing.ID(c.Code.Key), title
	if d.Announcement != nil {
		in.Of = hearing.NounAnnouncement
	}
	return in, nil
}

// list writes the volumes of one session or of all: what is there, and what is
// missing.
func (f filing) list(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press) error {
	entries, err := entriesOf(ctx, desk, *f.session)
	if err != nil {
		return err
	}
	for _, e := range entries {
		d, err := desk.Dossier(ctx, e.Session)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.out, "%s  %s\n", e.Session, d.Session().Title)
		for _, v := range p.Forms().Volumes(d, calendar.Date{}) {
			fmt.Fprintf(t.out, "%s\n", words.Volume(v))
			for _, one := range v.Filings {
				fmt.Fprintf(t.out, "  %s  %s\t-kind %s -for %s\n", words.Filing(one), words.FilingName(one), one.Number, one.Key)
				writeScans(t, one)
			}
		}
	}
	return nil
}

func writeScans(t terminal, f document.Filing) {
	for _, s := range f.Scans {
		for _, file := range s.Files {
			fmt.Fprintf(t.out, "    %s  %s\n", s.ID, words.T("{{.Name}}，{{.N}} 页，{{.On}} {{.By}}", map[string]any{"Name": file.Name, "N": file.Pages, "On": words.Moment(s.On), "By": s.By}))
		}
	}
	if w := f.Waived; w != nil {
		fmt.Fprintf(t.out, "    %s  %s\n", w.ID, words.T("免附：{{.Reason}}", map[string]string{"Reason": w.Waived}))
	}
}

// takeScan writes the files of a scan out: one under the name, more of them with
// a number each. Of a confidential session it is noted.
func takeScan(ctx context.Context, t terminal, desk *storage.Desk, id hearing.ID, out string) error {
	s, err := desk.Scan(ctx, id)
	if err != nil {
		return err
	}
	for i := range s.Files {
		name := out
		if ext := filepath.Ext(out); i > 0 {
			name = fmt.Sprintf("%s-%d%s", out[:len(out)-len(ext)], i+1, ext)
		}
		if _, err := os.Stat(name); err == nil {
			return fmt.Errorf("write %s: %w", name, fs.ErrExist)
		}
		data, err := desk.ScanFile(ctx, id, i, hearing.TakeScan)
		if err != nil {
			return err
		}
		if err := writeWhole(name, data); err != nil {
			return err
		}
		fmt.Fprintln(t.out, name)
	}
	return nil
}

func removeScan(ctx context.Context, t terminal, desk *storage.Desk, id hearing.ID) error {
	s, err := desk.Scan(ctx, id)
	if err != nil {
		return err
	}
	if err := desk.DeleteScan(ctx, id, s.Version); err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.T("已移出：{{.Paper}}", map[string]string{"Paper": s.Title}))
	return nil
}
