// Package roster is the page 导入名册: a list of people, or of organisations, out of a
// spreadsheet. What its columns mean is proposed and can be said otherwise; what is new, changed and
// refused is shown before anything is stored; it is stored in one transaction. The
// package also gives such a list out.
package roster

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/ui/work"
)

// A Desk is what the page needs of the file.
type Desk interface {
	People(ctx context.Context, part string, most int) ([]hearing.Person, error)
	Organisations(ctx context.Context, part string, most int) ([]hearing.Organisation, error)
	RosterMapping(ctx context.Context, headings string) (kind string, fields []string, err error)
	KeepRosterMapping(ctx context.Context, headings, kind string, fields []string) error
	SaveRoster(ctx context.Context, records []hearing.Record) error
	KeepBefore(ctx context.Context) error
}

// A Step is how far an import is.
type Step int

// The steps.
const (
	Opening Step = iota // no file is read yet
	Mapping             // what the columns mean
	Preview             // what would be stored
	Done                // it is stored
)

// everybody is more people, or units, than a desk knows.
const everybody = 1_000_000

// A Model is one import.
type Model struct {
	Step    Step
	File    string // path of the file that was read
	Sheets  []roster.Sheet
	At      int // sheet that is imported
	Mapping roster.Mapping
	Kind    roster.Kind
	Kept    bool // the mapping is that of the last time
	Plan    roster.Plan
	Units   map[hearing.ID]hearing.Organisation // of the desk, and those that are new
	Show    roster.State                        // which rows are listed; empty: all

	OnChange func()

	run     runner
	desk    Desk
	newID   func() hearing.ID
	now     func() time.Time
	fail    func(error)
	asFor   roster.Kind // of whom a file is that does not say it; of units where they are shown
	choices map[int]roster.Choice
	asked   int // counts the jobs: a late one is dropped
}

// A runner runs jobs in order, off the window's thread.
type runner interface {
	Do(job work.Job, done func(error))
}

// NewModel returns an import without a file.
func NewModel(run runner, desk Desk, newID func() hearing.ID, now func() time.Time, fail func(error)) *Model {
	return &Model{run: run, desk: desk, newID: newID, now: now, fail: fail, OnChange: func() {}}
}

// book is the program's table of headings; it is part of the program.
func book() (*roster.Book, error) { return roster.Load(assets.Roster) }

// Sheet is the sheet that is imported.
func (m *Model) Sheet() roster.Sheet {
	if m.At < len(m.Sheets) {
		return m.Sheets[m.At]
	}
	return roster.Sheet{}
}

// do runs a job on a copy of the import, and takes the copy where nothing was
// asked for meanwhile.
func (m *Model) do(job func(ctx context.Context, next *Model) error) {
	m.asked++
	next := *m
	next.choices = maps.Clone(m.choices)
	next.Mapping.Fields = slices.Clone(m.Mapping.Fields)
	m.run.Do(func(ctx context.Context) error { return job(ctx, &next) }, func(err error) {
		switch {
		case next.asked != m.asked:
		case errors.Is(err, hearing.ErrStale): // somebody of the roster was changed since
			m.fail(err)
			m.Look()
		case err != nil:
			m.fail(err)
		default:
			next.OnChange = m.OnChange
			*m = next
			m.OnChange()
		}
	})
}

// Open reads a file and proposes what its columns mean.
func (m *Model) Open(file string) {
	m.do(func(ctx context.Context, next *Model) error {
		if err := next.read(file); err != nil {
			return err
		}
		b, err := book()
		if err != nil {
			return err
		}
		return next.use(ctx, b.Choose(next.Sheets))
	})
}

func (m *Model) read(file string) error {
	if info, err := os.Stat(file); err == nil && info.Size() > sheetfile.MostBytes {
		return &hearing.SheetError{Name: filepath.Base(file), Why: hearing.SheetLarge}
	}
	data, err := os.ReadFile(file) //nolint:gosec // the user chooses the file
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	m.Sheets, err = sheetfile.Read(file, data)
	m.File = file
	return err
}

// use takes a sheet, with the meaning that its columns had the last time.
func (m *Model) use(ctx context.Context, sheet int) error {
	b, err := book()
	if err != nil {
		return err
	}
	m.At, m.Step, m.choices, m.Show = sheet, Mapping, map[int]roster.Choice{}, ""
	if m.Kind, m.Mapping = b.Guess(filepath.Base(m.File), m.Sheet()); m.Mapping.Header < 0 && m.asFor.Units {
		m.Kind, m.Mapping = m.asFor, b.Propose(m.asFor, m.Sheet())
	}
	return m.remember(ctx)
}

// remember takes what the columns meant the last time that there were these
// headings.
func (m *Model) remember(ctx context.Context) error {
	kind, fields, err := m.desk.RosterMapping(ctx, m.Sheet().Signature(m.Mapping))
	if m.Kept = err == nil && len(fields) == len(m.Mapping.Fields) && len(fields) > 0; m.Kept {
		m.Mapping.Fields = fields
		m.Kind, _ = roster.KindOf(kind)
	}
	return err
}

// UseSheet imports another sheet of the file.
func (m *Model) UseSheet(i int) {
	m.do(func(ctx context.Context, next *Model) error { return next.use(ctx, i) })
}

// UseHeader says which row has the headings, by its place among the rows.
func (m *Model) UseHeader(row int) {
	m.do(func(ctx context.Context, next *Model) error {
		b, err := book()
		if err != nil {
			return err
		}
		next.Mapping = b.ProposeAt(next.Kind, next.Sheet(), row)
		return next.remember(ctx)
	})
}

// UseField says what a column means; empty leaves it out.
func (m *Model) UseField(column int, key string) {
	m.Mapping.Fields = slices.Clone(m.Mapping.Fields)
	m.Mapping.Fields[column] = key
	m.Kept = false
	m.OnChange()
}

// UseKind says whom the roster is of. Of organisations the columns mean other things
// than of people.
func (m *Model) UseKind(k roster.Kind) {
	was := m.Kind
	if m.Kind = k; k.Units == was.Units {
		return
	}
	m.do(func(ctx context.Context, next *Model) error {
		b, err := book()
		if err != nil {
			return err
		}
		next.Mapping = b.Propose(k, next.Sheet())
		next.Kept = false
		return nil
	})
}

// Ready reports whether the columns say enough: who each row is of.
func (m *Model) Ready() bool {
	return m.Mapping.Header >= 0 && slices.Contains(m.Mapping.Fields, "name")
}

// Look holds the roster against the desk.
func (m *Model) Look() {
	m.do(func(ctx context.Context, next *Model) error {
		next.Step, next.Show = Preview, ""
		return next.plan(ctx)
	})
}

// Choose says whom a row means.
func (m *Model) Choose(row int, c roster.Choice) {
	m.do(func(ctx context.Context, next *Model) error {
		if c == (roster.Choice{}) {
			delete(next.choices, row)
		} else {
			next.choices[row] = c
		}
		return next.plan(ctx)
	})
}

// Chosen is what was said of a row.
func (m *Model) Chosen(row int) roster.Choice { return m.choices[row] }

// Reload reads the file again, and what the desk knows: the file was mended, or
// the import taken back.
func (m *Model) Reload() {
	if m.Step == Opening {
		return
	}
	m.do(func(ctx context.Context, next *Model) error {
		columns := next.Sheet().Columns()
		if err := next.read(next.File); err != nil {
			return err
		}
		if next.At >= len(next.Sheets) || next.Sheet().Columns() != columns || next.Step == Mapping {
			return next.use(ctx, min(next.At, len(next.Sheets)-1))
		}
		next.Step = Preview
		return next.plan(ctx)
	})
}

// Back goes back by a step.
func (m *Model) Back() {
	if m.Step > Opening && m.Step < Done {
		m.Step--
	} else {
		m.Step = Opening
	}
	m.OnChange()
}
