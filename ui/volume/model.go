// Package volume shows the volumes of a session (归档): every paper that belongs
// into them in the order in which it is bound, what is there of it, and what is
// missing. Signed papers come in here as scans.
package volume

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/scanning"
	"hearingdesk/ui/work"
)

// A Desk is what the volumes need of the file.
type Desk interface {
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	AddScans(ctx context.Context, list ...hearing.Incoming) ([]hearing.Scan, error)
	Waive(ctx context.Context, papers ...hearing.Scan) error
	DeleteScan(ctx context.Context, id hearing.ID, v hearing.Version) error
	ScanFile(ctx context.Context, id hearing.ID, n int, action string) ([]byte, error)
	Content(ctx context.Context, hash string) ([]byte, error)
}

type runner interface {
	Do(job work.Job, done func(error))
}

// A Line is a heading, or one paper.
type Line struct {
	Volume *document.Volume // of a heading
	Filing *document.Filing // of a paper
}

// Code is the code of a line's paper in a session.
func (l Line) Code(session hearing.ID) hearing.PaperCode {
	if l.Filing == nil {
		return hearing.PaperCode{}
	}
	return hearing.PaperCode{Session: session, Document: l.Filing.Number, Key: l.Filing.Key}
}

// A Coming is scans that were read and can go in.
type Coming struct {
	Papers []hearing.Incoming
	Wrong  bool            // their code names another paper than the one they were put on
	Loose  []scanning.File // without a code, and put on no paper
	Mixed  []scanning.File // with the codes of several papers

	Outside []string // names of papers that lie in no volume
}

// A Model is the volumes of one session.
type Model struct {
	Session hearing.ID
	Dossier hearing.Dossier
	Lines   []Line
	Missing int
	Chosen  hearing.PaperCode

	OnChange func()
	OnFiled  func() // something was put in, taken away or waived

	run  runner
	desk Desk
	make func() (*press.Press, error)
	now  func() time.Time
	fail func(error)
}

// NewModel returns a model without a session.
func NewModel(run runner, desk Desk, make func() (*press.Press, error), now func() time.Time, fail func(error)) *Model {
	return &Model{run: run, desk: desk, make: make, now: now, fail: fail, OnChange: func() {}, OnFiled: func() {}}
}

// Show reads a session's volumes anew.
func (m *Model) Show(session hearing.ID) {
	m.Session = session
	if session == "" {
		return
	}
	var d hearing.Dossier
	var volumes []document.Volume
	m.run.Do(func(ctx context.Context) (err error) {
		if d, err = m.desk.Dossier(ctx, session); err != nil {
			return err
		}
		p, err := m.make()
		if err == nil {
			volumes = p.Forms().Volumes(d, calendar.DateOf(m.now()))
		}
		return err
	}, func(err error) {
		switch {
		case session != m.Session: // another one is shown by now
		case errors.Is(err, hearing.ErrNotFound): // it is not saved yet
			m.take(hearing.Dossier{}, nil)
		case err != nil:
			m.fail(err)
		default:
			m.take(d, volumes)
		}
	})
}

func (m *Model) take(d hearing.Dossier, volumes []document.Volume) {
	m.Dossier, m.Lines, m.Missing = d, nil, 0
	for i := range volumes {
		v := &volumes[i]
		m.Lines = append(m.Lines, Line{Volume: v})
		for k := range v.Filings {
			m.Lines = append(m.Lines, Line{Filing: &v.Filings[k]})
			if v.Filings[k].Missing() {
				m.Missing++
			}
		}
	}
	m.OnChange()
}

// Line is the chosen paper's line; one without a paper where none is chosen.
func (m *Model) Line() Line {
	for _, l := range m.Lines {
		if l.Filing != nil && l.Code(m.Session) == m.Chosen {
			return l
		}
	}
	return Line{}
}

// Read reads files and finds their papers: by the code on them, or that of the
// line on which they were put. Nothing is kept yet.
func (m *Model) Read(names []string, on Line, done func(Coming)) {
	var out Coming
	m.run.Do(func(ctx context.Context) error {
		files, err := ReadFiles(ctx, names)
		if err != nil {
			return err
		}
		out, err = m.sort(ctx, files, on)
		return err
	}, func(err error) {
		if err != nil {
			m.fail(err)
			return
		}
		done(out)
	})
}

// sort divides files into scans.
func (m *Model) sort(ctx context.Context, files []scanning.File, on Line) (Coming, error) {
	b := scanning.Divide(files)
	out := Coming{Loose: b.Loose, Mixed: b.Mixed}
	if on.Filing != nil {
		code := on.Code(m.Session)
		out.Wrong = len(b.Mixed) == 0 && len(b.Papers) > 0 && (len(b.Papers) > 1 || b.Papers[0].Code != code)
		if !out.Wrong { // the clerk's word where the code says nothing else
			b.Papers, out.Loose, out.Mixed = []scanning.CodedScan{{Code: code, Files: files}}, nil, nil
		}
	}
	for _, c := range b.Papers {
		in, bound, err := m.incoming(ctx, c)
		if err != nil {
			return out, err
		}
		if !bound {
			out.Outside = append(out.Outside, in.Title)
		}
		out.Papers = append(out.Papers, in)
	}
	return out, nil
}

// incoming names the paper that a code means, which may be another session's,
// and says whether it lies in a volume.
func (m *Model) incoming(ctx context.Context, c scanning.CodedScan) (in hearing.Incoming, bound bool, err error) {
	in = scanning.Join(c.Files...)
	d, err := m.desk.Dossier(ctx, c.Code.Session)
	if err != nil {
		return in, false, fmt.Errorf("read %s: %w", c.Files[0].Name, err)
	}
	p, err := m.make()
	if err != nil {
		return in, false, err
	}
	title, ok := p.Forms().Paper(d, c.Code.Document, c.Code.Key)
	if !ok {
		return in, false, fmt.Errorf("read %s: %w", c.Files[0].Name, hearing.ErrNotFound)
	}
	in.Of, in.Session, in.Document, in.For, in.Title = noun(d), c.Code.Session, c.Code.Document, hearing.ID(c.Code.Key), title
	return in, p.Forms().Bound(d, c.Code.Document, c.Code.Key), nil
}

func noun(d hearing.Dossier) string {
	if d.Announcement != nil {
		return hearing.NounAnnouncement
	}
	return hearing.NounHearing
}

// Add puts scans in, all of them or none.
func (m *Model) Add(list []hearing.Incoming, done func([]hearing.Scan)) {
	var scans []hearing.Scan
	m.change(func(ctx context.Context) (err error) {
		scans, err = m.desk.AddScans(ctx, list...)
		return err
	}, func() { done(scans) })
}

// Waive says why papers do not lie in the volumes.
func (m *Model) Waive(reason string, lines ...Line) {
	var list []hearing.Scan
	for _, l := range lines {
		if l.Filing != nil {
			list = append(list, hearing.Scan{Of: noun(m.Dossier), Session: m.Session, Document: l.Filing.Number, For: hearing.ID(l.Filing.Key),
				Title: l.Filing.Title, Waived: reason})
		}
	}
	m.change(func(ctx context.Context) error { return m.desk.Waive(ctx, list...) }, nil)
}

// Open lists the lines that are missing.
func (m *Model) Open() []Line {
	var out []Line
	for _, l := range m.Lines {
		if l.Filing != nil && l.Filing.Missing() {
			out = append(out, l)
		}
	}
	return out
}

// Remove takes a scan away, or what says why there is none.
func (m *Model) Remove(s hearing.Scan) {
	m.change(func(ctx context.Context) error { return m.desk.DeleteScan(ctx, s.ID, s.Version) }, nil)
}

func (m *Model) change(job work.Job, then func()) {
	m.run.Do(job, func(err error) {
		if err != nil {
			m.fail(err)
			return
		}
		if then != nil {
			then()
		}
		m.Show(m.Session)
		m.OnFiled()
	})
}

// ReadFiles reads files that were scanned; one that is too large is not read at
// all. What cannot be taken is a [*scanning.RefusedError].
func ReadFiles(ctx context.Context, names []string) ([]scanning.File, error) {
	var out []scanning.File
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		switch {
		case info.Size() > scanning.MaxBytes:
			return nil, &scanning.RefusedError{Name: filepath.Base(name), Why: scanning.TooLarge}
		case !info.Mode().IsRegular():
			return nil, &scanning.RefusedError{Name: filepath.Base(name), Why: scanning.OtherKind}
		}
		data, err := os.ReadFile(name) //nolint:gosec // the user chooses the file
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		f, err := scanning.Read(ctx, filepath.Base(name), data)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}
