package storage

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hearingdesk/storage/query"
)

//go:embed salvage.sql
var salvageSQL string

// say returns what salvage.sql has under a name, with names put in.
func say(name string, with ...string) string {
	_, text, _ := strings.Cut(salvageSQL, "-- name: "+name+"\n")
	text, _, _ = strings.Cut(text, "\n-- name: ")
	return strings.NewReplacer(with...).Replace(text)
}

// A salvage reads the tables of a file that may be damaged anywhere, row by row,
// so that a page that cannot be read costs no more than what is on it.
type salvage struct {
	ctx context.Context //nolint:containedctx // it lives for one call
	db  *sql.DB
}

// A tableForm is what the rows of a table are read by.
type tableForm struct {
	name    string
	columns []string
	key     []string // columns of the key, or rowid
}

// form reads the form of a table; without columns there is none.
func form(ctx context.Context, db *sql.DB, name string) (tableForm, error) {
	f := tableForm{name: name}
	rows, err := db.QueryContext(ctx, say("Columns"), name)
	if err != nil {
		return f, err
	}
	defer func() { _ = rows.Close() }() // it was only read
	for rows.Next() {
		var column string
		var pk int
		if err := rows.Scan(&column, &pk); err != nil {
			return f, err
		}
		f.columns = append(f.columns, column)
		if pk > 0 {
			f.key = append(f.key, column)
		}
	}
	return f, rows.Err()
}

// tables lists the tables of a sound file.
func tables(ctx context.Context, db query.DBTX) ([]string, error) {
	rows, err := db.QueryContext(ctx, say("Tables"))
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // it was only read
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	return out, rows.Err()
}

// each gives every row of a table that can be read; lost hears the key of one
// that cannot, and nothing where a part of the table cannot be found at all.
func (s salvage) each(f tableForm, row func(values []any) error, lost func(key string, err error)) error {
	rowid := slices.Equal(f.key, []string{"rowid"})
	keys, whole := s.keys(f)
	if !whole && !rowid {
		lost("", errors.New("a part of the table cannot be read"))
	}
	is := make([]string, len(f.key))
	for i, k := range f.key {
		is[i] = quoted(k) + " = ?"
	}
	one := say("Row", "$columns", list(f.columns), "$table", quoted(f.name), "$is", strings.Join(is, " AND "))
	for _, key := range keys {
		values := make([]any, len(f.columns))
		into := make([]any, len(values))
		for i := range values {
			into[i] = &values[i]
		}
		err := s.db.QueryRowContext(s.ctx, one, key...).Scan(into...)
		switch {
		case errors.Is(err, sql.ErrNoRows) && (whole || f.name == "content"): // it was deleted
		case err != nil:
			if cerr := s.ctx.Err(); cerr != nil {
				return cerr
			}
			lost(strings.Trim(fmt.Sprintln(key...), "\n"), err)
		default:
			if err := row(values); err != nil {
				return err
			}
		}
	}
	return nil
}

// keys reads the keys of a table from both ends, up to what cannot be read;
// whole says that there was no such thing. Where a number is the key, those
// between the ends are tried too.
func (s salvage) keys(f tableForm) (keys [][]any, whole bool) {
	key := list(f.key)
	up, err := s.scan(say("Up", "$key", key, "$table", quoted(f.name)), len(f.key))
	if err == nil {
		return up, true
	}
	down, _ := s.scan(say("Down", "$key", key, "$table", quoted(f.name), "$down", strings.ReplaceAll(key, ",", " DESC,")+" DESC"), len(f.key))
	if !slices.Equal(f.key, []string{"rowid"}) {
		seen := map[string]bool{}
		for _, k := range append(up, down...) {
			if text := fmt.Sprintln(k...); !seen[text] {
				seen[text] = true
				keys = append(keys, k)
			}
		}
		return keys, false
	}
	last := int64(0)
	for _, k := range append(up, down...) {
		if n, ok := k[0].(int64); ok {
			last = max(last, n)
		}
	}
	for n := int64(1); n <= min(last, furthest); n++ {
		keys = append(keys, []any{n})
	}
	return keys, false
}

// furthest is the highest number that is tried: a damaged one may be of any size.
const furthest = 50_000_000

func (s salvage) scan(query string, width int) ([][]any, error) {
	rows, err := s.db.QueryContext(s.ctx, query)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // it was only read
	var out [][]any
	for rows.Next() {
		values := make([]any, width)
		into := make([]any, width)
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return out, err
		}
		out = append(out, values)
	}
	return out, rows.Err()
}

func quoted(name string) string { return `"` + name + `"` }

func list(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = quoted(n)
	}
	return strings.Join(out, ", ")
}
