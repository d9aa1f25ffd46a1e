package storage

import (
	"context"
	"database/sql"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// The kinds of damage that only the chain shows: somebody wrote into the file
// past the program.
const (
	ChangedRow  DamageKind = "row-changed"    // a row of a log is not what was linked
	RemovedRow  DamageKind = "row-removed"    // a row of a log is gone
	AddedRow    DamageKind = "row-added"      // a row of a log that the program did not write
	RemovedLink DamageKind = "link-removed"   // links of the chain are gone
	Unlogged    DamageKind = "record-altered" // a record is not as its last change left it
)

// worstOf is how many altered rows and records are named; one is enough to know.
const worstOf = 100

// chain follows the chain from its first link, and compares each record with
// what the log says of it.
func (v *verifying) chain() error {
	has, err := hasTable(v.ctx, v.db, "link")
	if err != nil || !has { // a file from before there was a chain
		return err
	}
	q := query.New(v.db)
	if begun, err := v.begun(q); err != nil || !begun {
		return err
	}
	readers := map[string]*logReader{}
	for _, log := range logKinds {
		readers[log.name] = &logReader{ctx: v.ctx, q: q, kind: log}
	}
	head := query.Link{}
	for {
		links, err := q.Links(v.ctx, query.LinksParams{After: head.Seq, Most: linkedAtOnce})
		if err != nil {
			return err
		}
		for _, l := range links {
			if l.Seq != head.Seq+1 {
				v.find(RemovedLink, hearing.Reference{}, fmt.Sprintf("link %d–%d", head.Seq+1, l.Seq-1))
			}
			r, ok := readers[l.Log]
			if !ok {
				v.find(ChangedRow, hearing.Reference{}, "link "+digits(l.Seq))
			} else if err := v.link(r, head.Hash, l); err != nil {
				return err
			}
			head = l
		}
		if len(links) == 0 {
			break
		}
	}
	for _, log := range logKinds {
		if err := v.tail(readers[log.name]); err != nil {
			return err
		}
	}
	if err := v.cutOff(head.Seq, readers); err != nil {
		return err
	}
	return v.unlogged(q)
}

// begun reports whether the chain has its first link. That is made at the end of an
// upgrade: one that was cut off left the table without any, and so does the copy that
// the next one makes before it goes on.
func (v *verifying) begun(q *query.Queries) (bool, error) {
	links, err := q.Links(v.ctx, query.LinksParams{Most: 1})
	if err != nil || len(links) > 0 {
		return true, err
	}
	older, err := olderSchema(v.ctx, v.db)
	return !older, err
}

func (v *verifying) find(kind DamageKind, of hearing.Reference, detail string) {
	n := 0
	for _, d := range v.found {
		if d.Kind == kind {
			n++
		}
	}
	if n < worstOf {
		v.found = append(v.found, Damage{Kind: kind, Record: of, Detail: detail})
	}
}

// link compares one link with its row. What comes next is held against the hash
// that stands there, so that one altered row is named once.
func (v *verifying) link(r *logReader, before string, l query.Link) error {
	for {
		row, err := r.next()
		if err != nil {
			return err
		}
		switch {
		case row == nil || row.seq > l.Row:
			r.back(row)
			v.find(RemovedRow, hearing.Reference{}, fmt.Sprintf("%s %d", l.Log, l.Row))
			return nil
		case row.seq == l.Row:
			if linkHash(before, row.text) != l.Hash {
				v.find(ChangedRow, row.ref, row.said(l.Log))
			}
			return nil
		}
		v.find(AddedRow, row.ref, row.said(l.Log))
	}
}

// tail names the rows behind the last linked one.
func (v *verifying) tail(r *logReader) error {
	for {
		row, err := r.next()
		if err != nil || row == nil {
			return err
		}
		v.find(AddedRow, row.ref, row.said(r.kind.name))
	}
}

// cutOff compares the ends of the tables with the numbers that SQLite gave out:
// rows that were taken off the end leave no link that would miss them.
func (v *verifying) cutOff(last int64, readers map[string]*logReader) error {
	ends := map[string]int64{"link": last, "change": readers["change"].last, "print": readers["print"].last, "transcript_entry": readers["transcript"].last}
	rows, err := v.db.QueryContext(v.ctx, say("Sequences"))
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // it was only read
	for rows.Next() {
		var name string
		var seq int64
		if err := rows.Scan(&name, &seq); err != nil {
			return err
		}
		if end := ends[name]; end < seq {
			kind := RemovedRow
			if name == "link" {
				kind = RemovedLink
			}
			v.find(kind, hearing.Reference{}, fmt.Sprintf("%s %d–%d", name, end+1, seq))
		}
	}
	return rows.Err()
}

func (v *verifying) unlogged(q *query.Queries) error {
	return unlogged(v.ctx, q, func(r query.LastLoggedRow) error {
		v.find(Unlogged, hearing.Reference{Noun: r.Kind, ID: hearing.ID(r.ID)}, "")
		return nil
	})
}

// hasTable reports whether a file has a table: those of older desks lack some.
func hasTable(ctx context.Context, db *sql.DB, name string) (bool, error) {
	f, err := form(ctx, db, name)
	return len(f.columns) > 0, err
}

// A logReader goes through the rows of one log.
type logReader struct {
	ctx  context.Context //nolint:containedctx // it lives for one call
	q    *query.Queries
	kind logKind
	page []logRow
	held *logRow // was read too early
	last int64   // the row that was read last
}

// next returns the next row, nil behind the last.
func (r *logReader) next() (*logRow, error) {
	if row := r.held; row != nil {
		r.held = nil
		return row, nil
	}
	if len(r.page) == 0 {
		var err error
		if r.page, err = r.kind.rows(r.ctx, r.q, r.last, linkedAtOnce); err != nil || len(r.page) == 0 {
			return nil, err
		}
	}
	row := r.page[0]
	r.page, r.last = r.page[1:], row.seq
	return &row, nil
}

// back gives a row back, to be read once more.
func (r *logReader) back(row *logRow) { r.held = row }

// said is which row it is, when it was written and by whom.
func (r *logRow) said(log string) string {
	return fmt.Sprintf("%s %d, %s, %s", log, r.seq, r.at, r.actor)
}
