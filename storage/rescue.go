package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
	"hearingdesk/storage/vault"
)

// A Rescued is what came of a rescue.
type Rescued struct {
	Records int // in the new file
	FromLog []hearing.Reference
	Lost    []Damage // by kind, name and ID; a row that is no record by its table and key
	Keeper  Keeper   // who gets in, where the passwords of a desk with accounts are lost
}

// Rescue reads whatever can be read of a damaged file and makes a new, whole one
// of it, which must not exist yet. The damaged file stays as it is. A record
// whose row cannot be read is taken from the record of changes as it was saved
// last; what a transcript says, from its log. A file whose first page is broken
// cannot be read at all: [hearing.ErrForeign] or [hearing.ErrDamaged].
func Rescue(ctx context.Context, damaged, to string, o Options) (Rescued, error) {
	if _, err := os.Stat(to); err == nil {
		return Rescued{}, fmt.Errorf("write %s: %w", to, fs.ErrExist)
	}
	fresh, err := inspect(ctx, damaged)
	if err == nil && fresh {
		err = hearing.ErrForeign
	}
	if err != nil {
		return Rescued{}, fmt.Errorf("read %s: %w", damaged, grasp(err))
	}
	key, err := vault.KeyOf(damaged)
	if err != nil {
		return Rescued{}, fmt.Errorf("read %s: %w", damaged, err)
	}
	part := to + unfinished
	wipe(part)
	d, err := openBy(ctx, part, key, o)
	if err != nil {
		return Rescued{}, err
	}
	r := rescuing{ctx: ctx, d: d, from: damaged, rows: map[hearing.Reference]savedRow{}, log: map[hearing.Reference]savedRow{}}
	err = errors.Join(r.run(), d.Close())
	if err == nil {
		err = renameWith(part, to)
	}
	if err != nil {
		wipe(part)
		return Rescued{}, fmt.Errorf("write %s: %w", to, grasp(err))
	}
	return r.out, nil
}

// A rescuing is one rescue.
type rescuing struct {
	ctx  context.Context //nolint:containedctx // it lives for one call
	d    *Desk           // the new one
	from string
	old  salvage

	beside folder // what lies beside the damaged file

	tx *sql.Tx

	current bool // the damaged file is of this version

	w   *writing
	out Rescued

	rows  map[hearing.Reference]savedRow // the records as their rows have them
	log   map[hearing.Reference]savedRow // as they were saved last
	spoke []hearing.Utterance
	in    []hearing.ID // of what was spoken: the hearing
}

// A savedRow is a record as one place has it.
type savedRow struct {
	version    int64
	name, body string
}

// follows are the tables that are made anew of the others.
var follows = []string{"record", "session", "taking", "service", "reference", "closing", "facet", "content_use", "utterance", "link", "findable", "unindexed", "happening", "filed", "heard", "rest", "owed"}

func (r *rescuing) run() (err error) {
	source := &Desk{path: r.from}
	defer func() { _ = source.Close() }() // it was only read
	if err := source.connect("ro"); err != nil {
		return err
	}
	r.old, r.beside = salvage{r.ctx, source.read}, beside(r.from)
	names, err := tables(r.ctx, r.d.write)
	if err != nil {
		return err
	}
	forms := map[string]tableForm{}
	for _, name := range names {
		if forms[name], err = r.form(name); err != nil {
			return err
		}
	}
	if len(forms["record"].columns) == 0 && len(forms["change"].columns) == 0 {
		return fmt.Errorf("read %s: %w", r.from, hearing.ErrDamaged) // what tells the tables apart
	}
	r.current = r.newest(source.read) == r.newest(r.d.write)
	// What names what is lost is settled at the end.
	if _, err := r.d.write.ExecContext(r.ctx, "PRAGMA foreign_keys = off"); err != nil {
		return err
	}
	if r.tx, err = r.d.write.BeginTx(r.ctx, nil); err != nil {
		return err
	}
	defer func() { _ = r.tx.Rollback() }() // after a commit there is nothing to roll back
	r.w = &writing{q: query.New(r.tx), d: r.d}
	for _, name := range names {
		if err := r.table(forms[name]); err != nil {
			return fmt.Errorf("rescue %s: %w", name, err)
		}
	}
	for _, step := range []func() error{r.latest, r.records, r.stubs, r.transcripts, r.accounts, r.settle} {
		if err := step(); err != nil {
			return err
		}
	}
	return r.tx.Commit()
}

// newest is the number of a file's last migration; 0 where it cannot be read.
func (r *rescuing) newest(db *sql.DB) (n int64) {
	_ = db.QueryRowContext(r.ctx, say("Newest")).Scan(&n)
	return n
}

// form reads the columns of a table that both files have.
func (r *rescuing) form(name string) (tableForm, error) {
	f, err := form(r.ctx, r.d.write, name)
	if err != nil {
		return f, err
	}
	old, err := form(r.ctx, r.old.db, name)
	if err != nil {
		return f, err
	}
	f.columns = slices.DeleteFunc(f.columns, func(c string) bool { return !slices.Contains(old.columns, c) })
	if len(f.key) == 0 || len(f.key) == 1 && (f.key[0] == "seq" || f.key[0] == "n" || f.name == "content" || f.name == "batch") {
		f.key = []string{"rowid"}
	}
	return f, nil
}

// table copies a table row by row, or reads what is made anew.
func (r *rescuing) table(f tableForm) error {
	if len(f.columns) == 0 {
		if r.current { // else it came with a later version
			r.lose(Damage{Kind: LostRow, Record: hearing.Reference{Noun: f.name}, Detail: "the table cannot be found"})
		}
		return nil
	}
	put := say("Put", "$table", quoted(f.name), "$columns", list(f.columns), "$marks", strings.TrimSuffix(strings.Repeat("?, ", len(f.columns)), ", "))
	of := func(values []any, column string) string {
		text, _ := values[slices.Index(f.columns, column)].(string)
		return text
	}
	body := func(values []any) string { // one that cannot be read is no JSON
		var value []byte
		if at := slices.Index(f.columns, "packed"); at >= 0 {
			value, _ = values[at].([]byte)
		}
		text, _ := bodyOf(of(values, "body"), value)
		return text
	}
	copied := func(values []any) error {
		_, err := r.tx.ExecContext(r.ctx, put, values...)
		return err
	}
	lost := func(key string, err error) {
		r.lose(Damage{Kind: LostRow, Record: hearing.Reference{Noun: f.name, ID: hearing.ID(key)}, Detail: err.Error()})
	}
	switch f.name {
	case "record":
		return r.old.each(f, func(values []any) error {
			version, _ := values[slices.Index(f.columns, "version")].(int64)
			ref := hearing.Reference{Noun: of(values, "kind"), ID: hearing.ID(of(values, "id"))}
			r.rows[ref] = savedRow{version, of(values, "name"), of(values, "body")}
			return nil
		}, func(string, error) {}) // the record of changes names it
	case "utterance":
		return r.old.each(f, func(values []any) error {
			r.said(hearing.ID(of(values, "hearing")), values[slices.Index(f.columns, "gone")], body(values))
			return nil
		}, func(string, error) {}) // the log says it
	case "content":
		return r.old.each(f, func(values []any) error { return r.content(f, values, copied) }, lost)
	case "transcript_entry":
		return r.old.each(f, func(values []any) error {
			if !readable(body(values)) {
				lost(of(values, "hearing")+" "+of(values, "id"), hearing.ErrDamaged)
				return nil
			}
			return copied(values)
		}, lost)
	}
	if slices.Contains(follows, f.name) {
		return nil
	}
	return r.old.each(f, copied, lost)
}

func (r *rescuing) lose(d Damage) { r.out.Lost = append(r.out.Lost, d) }

// content copies a content, or notes that it is missing.
func (r *rescuing) content(f tableForm, values []any, copied func([]any) error) error {
	at := slices.Index(f.columns, "bytes")
	hash, _ := values[slices.Index(f.columns, "hash")].(string)
	data, inside := values[at].([]byte)
	if len(hash) != 64 || strings.ContainsAny(hash, "/\\.") {
		r.lose(Damage{Kind: BadContent, Content: hash, Detail: r.from})
		return nil
	}
	if inside && hearing.HashOf(data) != hash {
		values[at] = nil
		r.lose(Damage{Kind: BadContent, Content: hash, Detail: r.from})
	}
	if !inside {
		if err := r.bring(hash); err != nil {
			return err
		}
	}
	return copied(values)
}

// bring brings a content that lies beside the damaged file, or names it as lost.
func (r *rescuing) bring(hash string) error {
	has, err := r.d.contents().take(hash, nil, r.beside)
	if err == nil && !has {
		r.lose(Damage{Kind: NoContent, Content: hash, Detail: r.beside.place(hash)})
	}
	return err
}
