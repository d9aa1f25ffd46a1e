package rules

import (
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
	last  atomic.Pointer[edition]
}

// An edition is the book as one office has it.
type edition struct {
	version hearing.Version
	rules   string
	table   *Table
	days    *calendar.Calendar
}

// NewBook makes a book of the program's own table and calendar.
func NewBook(table *Table, days *calendar.Calendar) *Book { return &Book{table: table, days: days} }

// Check returns everything that the rules say of a session at an instant, the
// heaviest first. lang is en or zh.
func (b *Book) Check(d hearing.Dossier, at time.Time, lang string) []hearing.Finding {
	e := b.of(d.Office)
	return e.table.Check(d, e.days, at, lang)
}

// CheckCase returns what the rules say of a case beyond its sessions: the
// periods that its steps and papers start.
func (b *Book) CheckCase(f hearing.CaseFile, at time.Time, lang string) []hearing.Finding {
	e := b.of(f.Office)
	return e.table.CheckCase(f, e.days, at, lang)
}

// Basis returns what the article behind a finding says.
func (b *Book) Basis(o hearing.Office, f hearing.Finding) hearing.Basis {
	return b.of(o).table.Basis(f)
}

// Days is the office's calendar.
func (b *Book) Days(o hearing.Office) *calendar.Calendar { return b.of(o).days }

// of returns the office's edition; it is made anew when the office changed.
func (b *Book) of(o hearing.Office) *edition {
	if e := b.last.Load(); e != nil && e.version == o.Version && e.rules == o.Rules {
		return e
	}
	e := &edition{version: o.Version, rules: o.Rules, table: b.table, days: b.days}
	b.last.Store(e)
	return e
}
