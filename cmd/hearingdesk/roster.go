package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// rosterFlags are how a roster is to be read.
type rosterFlags struct {
	as    string // whom it is of; empty: as its title says
	sheet string // which one; empty: the one that is a roster
	skip  bool   // leave out the rows that are refused
	dry   bool   // say what would be done, and store nothing
}

func (f rosterFlags) set() bool { return f != rosterFlags{} }

// allOfThem is more people, or units, than a desk knows.
const allOfThem = 1_000_000

// isRoster reports whether a text is a list of people, or of organisations, with
// headings.
func isRoster(name string, text []byte) bool {
	book, err := roster.Load(assets.Roster)
	if err != nil {
		return false
	}
	sheets, err := sheetfile.Read(name, text)
	if err != nil {
		return false
	}
	_, m := book.Guess(name, sheets[0])
	return m.Header >= 0
}

// A reading is a roster that was read and what its columns mean.
type reading struct {
	book  *roster.Book
	job   roster.Job
	named bool // the clerk, or the memory of the desk, says whom it is of
}

// readRoster reads a file and proposes what its columns mean.
func readRoster(source string, text []byte, f rosterFlags) (*reading, error) {
	book, err := roster.Load(assets.Roster)
	if err != nil {
		return nil, err
	}
	sheets, err := sheetfile.Read(source, text)
	if err != nil {
		return nil, err
	}
	s := sheets[book.Choose(sheets)]
	if f.sheet != "" {
		i := slices.IndexFunc(sheets, func(s roster.Sheet) bool { return s.Name == f.sheet })
		if i < 0 {
			var names []string
			for _, s := range sheets {
				names = append(names, s.Name)
			}
			return nil, usageError{words.T("没有名为“{{.Name}}”的工作表，现有：{{.Names}}。", map[string]string{"Name": f.sheet, "Names": words.List(names)})}
		}
		s = sheets[i]
	}
	r := &reading{book: book, job: roster.Job{Sheet: s, NewID: newID, Say: words.Term, On: calendar.DateOf(time.Now().In(words.Zone()))}}
	r.job.Kind, r.job.Mapping = book.Guess(filepath.Base(source), s)
	if f.as != "" {
		if r.job.Kind, r.named = roster.KindOf(f.as); !r.named {
			return nil, usageError{words.T("没有“{{.Kind}}”这类名册，可用：{{.All}}。", map[string]string{"Kind": f.as, "All": rosterKinds()})}
		}
		r.job.Mapping = book.Propose(r.job.Kind, s)
	}
	if r.job.Mapping.Header < 0 {
		return nil, &hearing.SheetError{Name: filepath.Base(source), Why: hearing.SheetHeads}
	}
	return r, nil
}

// rosterKinds lists the kinds as the command line has them.
func rosterKinds() string {
	var out []string
	for _, k := range roster.Kinds {
		out = append(out, k.Key)
	}
	return strings.Join(out, " ")
}

// hold holds a roster against a desk.
func (r *reading) hold(ctx context.Context, desk *storage.Desk) (err error) {
	kind, fields, err := desk.RosterMapping(ctx, r.job.Sheet.Signature(r.job.Mapping))
	if err != nil {
		return err
	}
	if last, _ := roster.KindOf(kind); len(fields) == len(r.job.Mapping.Fields) && (!r.named || last.Units == r.job.Kind.Units) {
		r.job.Mapping.Fields = fields
		if !r.named {
			r.job.Kind = last
		}
	}
	if r.job.People, err = desk.People(ctx, "", allOfThem); err != nil {
		return err
	}
	r.job.Units, err = desk.Organisations(ctx, "", allOfThem)
	return err
}

// ready says what stands in the way of an import, and reports whether it can be
// made.
func (r *reading) ready(t terminal, source string, p roster.Plan, skip bool) bool {
	if left := r.book.Unmapped(r.job.Sheet, r.job.Mapping); len(left) > 0 {
		fmt.Fprintln(t.err, words.T("提醒：")+words.T("没有用到的列：{{.Names}}", map[string]string{"Names": words.List(left)}))
	}
	if len(p.Passed) > 0 {
		fmt.Fprintln(t.err, words.T("提醒：")+words.T("不是人员而略过的行：{{.Rows}}", map[string]string{"Rows": words.Rows(p.Passed)}))
	}
	for _, l := range p.Lines {
		if l.State == roster.Double {
			fmt.Fprintln(t.err, words.T("提醒：")+words.T("第 {{.Row}} 行", map[string]int{"Row": l.Row})+words.RosterDouble(l))
		}
	}
	stopped := p.Stopped()
	if len(stopped) == 0 {
		return true
	}
	head := words.T("“{{.File}}”有 {{.N}} 行不能导入，没有改动任何内容；加 -skip 可略过它们：", map[string]any{"File": source, "N": len(stopped)})
	if skip {
		head = words.T("“{{.File}}”有 {{.N}} 行不能导入，已略过：", map[string]any{"File": source, "N": len(stopped)})
	}
	fmt.Fprintln(t.err, head)
	for _, l := range stopped {
		fmt.Fprintln(t.err, "  "+words.RosterFault(l))
	}
	return skip
}

// takeRoster brings what a roster lists to a desk, all of them or none, unless
// the rows that are refused are to be left out.
func takeRoster(ctx context.Context, t terminal, desk *storage.Desk, source string, text []byte, f rosterFlags) error {
	r, err := readRoster(source, text, f)
	if err != nil {
		return err
	}
	if err := r.hold(ctx, desk); err != nil {
		return err
	}
	p := r.book.Plan(r.job)
	if len(p.Lines) == 0 {
		return &hearing.SheetError{Name: filepath.Base(source), Why: hearing.SheetEmpty}
	}
	if !r.ready(t, source, p, f.skip) {
		return errRefused
	}
	if !f.dry {
		if err := desk.SaveRoster(ctx, p.Records()); err != nil {
			return fmt.Errorf("%s: %w", source, err)
		}
	}
	if f.dry {
		fmt.Fprintln(t.out, words.T("只是预览，没有改动任何内容。"))
	}
	fmt.Fprintln(t.out, words.T("按“{{.Kind}}”导入", map[string]string{"Kind": words.Term(r.job.Kind.Term)}))
	noun := hearing.NounPerson
	if r.job.Kind.Units {
		noun = hearing.NounOrganisation
	}
	counted(t, noun, p.Count(roster.New), p.Count(roster.Changed), p.Count(roster.Same))
	if len(p.Units) > 0 {
		counted(t, hearing.NounOrganisation, len(p.Units), 0, 0)
	}
	return nil
}

// counted says what was done to the records of a kind.
func counted(t terminal, kind string, fresh, changed, same int) {
	fmt.Fprintln(t.out, words.T("{{.Kind}}：新增 {{.New}}，更改 {{.Changed}}，未变 {{.Unchanged}}",
		map[string]any{"Kind": words.Kind(kind), "New": fresh, "Changed": changed, "Unchanged": same}))
}

// acceptableRoster holds a roster against nothing, before a desk is made for it.
func acceptableRoster(t terminal, file, source string, text []byte, f rosterFlags) error {
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	r, err := readRoster(source, text, f)
	if err != nil {
		return err
	}
	p := r.book.Plan(r.job)
	if len(p.Lines) == 0 {
		return &hearing.SheetError{Name: filepath.Base(source), Why: hearing.SheetEmpty}
	}
	if len(p.Stopped()) > 0 && !f.skip && !r.ready(t, source, p, false) {
		return errRefused
	}
	return nil
}

// exportRoster writes the people of a kind, or the organisations, as a table.
func exportRoster(ctx context.Context, desk *storage.Desk, kind, target string, full bool) error {
	k, ok := roster.KindOf(kind)
	if !ok {
		return usageError{words.T("没有“{{.Kind}}”这类名册，可用：{{.All}}。", map[string]string{"Kind": kind, "All": rosterKinds()})}
	}
	table, noun, err := rosterOf(ctx, desk, k, full)
	if err != nil {
		return err
	}
	data, err := sheetfile.Write(target, table)
	if err != nil {
		return err
	}
	if isDesk(target) {
		return fmt.Errorf("write %s: %w", target, fs.ErrExist)
	}
	if err := desk.NoteTaken(ctx, noun, words.RosterTaken(words.Term(k.Term), k.Units, len(table.Rows)-1, full)); err != nil { // noted first: what cannot be noted is not given out
		return err
	}
	return writeWhole(target, data)
}

// rosterOf is the table of a kind, and what its rows are.
func rosterOf(ctx context.Context, desk *storage.Desk, k roster.Kind, full bool) (roster.Sheet, string, error) {
	if k.Units {
		list, err := desk.Organisations(ctx, "", allOfThem)
		return roster.UnitTable(list, list, words.Term), hearing.NounOrganisation, err
	}
	listed, err := desk.Listing(ctx, k.Facet, "", allOfThem)
	return roster.Table(listed, full, calendar.DateOf(time.Now().In(words.Zone())), words.Term), hearing.NounPerson, err
}
