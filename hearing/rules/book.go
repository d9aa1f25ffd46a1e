package rules

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Book is what a desk judges by: the program's rule table and calendar, and
// on top of them whatever its office added (its own rules, later holidays, the
// day from which an act applies). It is safe to use from several goroutines.
type Book struct {
	table *Table
	days  *calendar.Calendar
	known atomic.Pointer[[]*edition] // the latest first

	unfiled func(hearing.Dossier) []string // see Filing
	wording func(text string) []Slip       // see Wording
}

// An edition is the book as one office has it.
type edition struct {
	rules    string
	holidays []calendar.Table
	force    map[string]calendar.Date

	table *Table
	days  *calendar.Calendar
	err   error // why the office's own rules or holidays are not among them
}

// most is how many offices' editions are kept.
const most = 4

// NewBook makes a book of the program's own table and calendar.
func NewBook(table *Table, days *calendar.Calendar) *Book { return &Book{table: table, days: days} }

// Filing tells the book whom to ask which papers of a session are missing of
// its volumes, by name: the catalogue of papers knows. Without one nothing is
// missing.
func (b *Book) Filing(unfiled func(hearing.Dossier) []string) *Book {
	b.unfiled = unfiled
	return b
}

// missing asks which papers a session lacks, where it stands before the archive.
func (b *Book) missing(d hearing.Dossier) []string {
	switch s := d.Session().State; {
	case b.unfiled == nil, s != hearing.Decided && s != hearing.FedBack:
		return nil
	}
	return b.unfiled(d)
}

// Check returns everything that the rules say of a session at an instant, the
// heaviest first. lang is en or zh. Where the office's own rules cannot be
// read, that comes first, and the program's are used.
func (b *Book) Check(d hearing.Dossier, at time.Time, lang string) []hearing.Finding {
	e := b.of(d.Office)
	out := e.table.Check(d, e.days, at, lang)
	if e.err == nil {
		return out
	}
	return slices.Insert(out, 0, e.unread(lang, calendar.DateOf(at), d.Session().ID))
}

// CheckCase returns what the rules say of a case beyond its sessions: the
// periods that its steps and papers start.
func (b *Book) CheckCase(f hearing.CaseFile, at time.Time, lang string) []hearing.Finding {
	e := b.of(f.Office)
	out := e.table.CheckCase(f, e.days, at, lang)
	if e.err == nil {
		return out
	}
	x := e.unread(lang, calendar.DateOf(at), "")
	x.Case = f.Case.ID
	return slices.Insert(out, 0, x)
}

// Gate returns what stands in the way of going further with a recommendation of a
// case; see [Table.Gate].
func (b *Book) Gate(f hearing.CaseFile, paper hearing.ID, at time.Time, lang string) []hearing.Finding {
	e := b.of(f.Office)
	return e.table.Gate(f, paper, e.days, at, lang)
}

// Basis returns what the article behind a finding says.
func (b *Book) Basis(o hearing.Office, f hearing.Finding) hearing.Basis {
	return b.of(o).table.Basis(f)
}

// Days is the office's calendar.
func (b *Book) Days(o hearing.Office) *calendar.Calendar { return b.of(o).days }

// Tell is the last working day by which whoever takes part in a session of a day is
// told of it as the act asks (DL01); where that cannot be counted, three days
// before.
func (b *Book) Tell(o hearing.Office, start calendar.Date) calendar.Date {
	e := b.of(o)
	if p := e.table.law("DL01", start); p != nil {
		if limit := e.days.Back(start, p.Length, o.Strict); limit.Err == nil {
			return limit.Advise
		}
	}
	return start.AddDays(-3)
}

// Table is the rule table as the office has it: entries, templates, domains,
// occasions, approvals, sets.
func (b *Book) Table(o hearing.Office) *Table { return b.of(o).table }

// Metrics lists the names under which visits count, those of a domain first; see
// [Table.Metrics].
func (b *Book) Metrics(o hearing.Office, of hearing.Domain) []Metric {
	return b.of(o).table.Metrics(of)
}

// Entries lists everything that the rules of an office can say.
func (b *Book) Entries(o hearing.Office) []Entry { return b.of(o).table.Entries() }

// Template is how the hearing of a dossier goes; see [Table.Template].
func (b *Book) Template(d hearing.Dossier, on calendar.Date) Template {
	t := b.of(d.Office).table
	if d.Hearing == nil {
		return t.Ceremony(on).signing(signingOf(d))
	}
	return t.Template(d.Cases, d.Hearing.Forms, on)
}

// Called is what a kind of instrument is called on a day, as on its head:
// 检察建议书, or 检察意见书 from the day from which 检察公益诉讼法 applies. types are
// those of its case; without one it is the name in cases of public interest.
func (b *Book) Called(o hearing.Office, kind hearing.InstrumentKind, on calendar.Date, types ...hearing.CaseType) hearing.Term {
	long, _ := b.of(o).table.Called(kind, on, types...)
	return long
}

// CalledShort is the same as in running text: 检察建议, 检察意见.
func (b *Book) CalledShort(o hearing.Office, kind hearing.InstrumentKind, on calendar.Date, types ...hearing.CaseType) hearing.Term {
	_, short := b.of(o).table.Called(kind, on, types...)
	return short
}

// Steps lists the kinds of step that can be entered: the program's, then the
// office's own.
func (b *Book) Steps(o hearing.Office) []hearing.StepKind {
	out := slices.Clone(hearing.StepKinds)
	for _, s := range b.of(o).table.steps {
		out = append(out, s.Code)
	}
	return out
}

// StepTerm names a kind of step, also an office's own.
func (b *Book) StepTerm(o hearing.Office, k hearing.StepKind) hearing.Term {
	return b.of(o).table.stepTerm(k)
}

func (t *Table) stepTerm(k hearing.StepKind) hearing.Term {
	for _, s := range t.steps {
		if s.Code == k {
			return hearing.Term{Zh: s.Zh, En: s.En}
		}
	}
	return k.Term()
}

// Inspect says what is wrong with the text of an office's own rule file, as a
// [FileErrors] with every fault; nil where it can be used. An empty text is no
// file.
func (b *Book) Inspect(text string) error {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	_, err := b.table.with([]byte(text), b.wording)
	return err
}

// InspectOffice says what is wrong with what an office adds to the book: its
// rules or its holidays.
func (b *Book) InspectOffice(o hearing.Office) error { return b.of(o).err }

// of returns the office's edition; it is made anew when what the office adds
// changed.
func (b *Book) of(o hearing.Office) *edition {
	var kept []*edition
	if list := b.known.Load(); list != nil {
		for _, e := range *list {
			if e.is(o) {
				return e
			}
		}
		kept = *list
	}
	e := b.edit(o)
	kept = append([]*edition{e}, kept[:min(len(kept), most-1)]...)
	b.known.Store(&kept)
	return e
}

// is reports whether the edition is of what an office adds.
func (e *edition) is(o hearing.Office) bool {
	return e.rules == o.Rules && maps.Equal(e.force, o.InForce) && slices.EqualFunc(e.holidays, o.Holidays, sameTable)
}

// tables copies tables, which may be changed where they came from.
func tables(list []calendar.Table) []calendar.Table {
	out := slices.Clone(list)
	for i := range out {
		out[i].Days = slices.Clone(out[i].Days)
	}
	return out
}

func sameTable(a, b calendar.Table) bool {
	return a.Year == b.Year && a.Source == b.Source && a.Region == b.Region && slices.Equal(a.Days, b.Days)
}

func (b *Book) edit(o hearing.Office) *edition {
	e := &edition{rules: o.Rules, holidays: tables(o.Holidays), force: maps.Clone(o.InForce), table: b.table, days: b.days}
	if strings.TrimSpace(o.Rules) != "" {
		if t, err := b.table.with([]byte(o.Rules), b.wording); err != nil {
			e.err = err
		} else {
			e.table = t
		}
	}
	e.table = e.table.As(o.InForce)
	if len(o.Holidays) > 0 {
		if days, err := b.days.With(o.Holidays...); err != nil {
			e.err = errors.Join(e.err, err)
		} else {
			e.days = days
		}
	}
	return e
}

// unread says that what the office added is not used, and where it is wrong.
func (e *edition) unread(lang string, on calendar.Date, session hearing.ID) hearing.Finding {
	variant, a := "holidays", args{"line": "", "column": "", "path": "", "n": "1"}
	var faults FileErrors
	if errors.As(e.err, &faults) {
		f := faults[0]
		variant, a = "rules", args{"line": strconv.Itoa(f.Line), "column": strconv.Itoa(f.Column), "path": f.Path, "n": strconv.Itoa(len(faults))}
	} else {
		a["path"] = e.err.Error()
	}
	c := &check{table: e.table, lang: lang, day: on, today: on, s: hearing.Session{ID: session}}
	return *c.say("BOOK", variant, "office", a).Finding
}
