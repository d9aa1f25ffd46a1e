package storage

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/emmansun/gmsm/sm3"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// The chain holds the three logs of a desk: change, print and transcript. Each
// row of them has a link, in the order in which they were written, and
//
//	hash = hex(SM3(hash of the link before ‖ text of the row))
//
// where the first link has no link before it. The text of a row is the name of
// its log and then its columns in the order of the tables, each as its length in
// bytes, a colon, and the value (3:abc); of a change without the column undone. Texts
// that are packed count as they were before. So anybody can compute the chain from the file alone, and whoever alters one row
// has to write every link behind it anew: a hash that was noted elsewhere, on
// paper or in a backup, then no longer fits.
//
// SM3 is GB/T 32905-2016.

// A logRow is one row of a log, as the chain reads it.
type logRow struct {
	seq   int64
	text  string
	ref   hearing.Reference // what it is about
	at    string
	actor string
}

// A logKind is a log that the chain holds, and reads it from a row on.
type logKind struct {
	name string
	rows func(ctx context.Context, q *query.Queries, after, most int64) ([]logRow, error)
}

// unpackable stands in the text of a row whose packed texts were altered, so that its
// link does not fit.
const unpackable = "?"

var logKinds = []logKind{{"change", changeRows}, {"print", printRows}, {"transcript", transcriptRows}}

func changeRows(ctx context.Context, q *query.Queries, after, most int64) ([]logRow, error) {
	rows, err := q.ChangesFrom(ctx, query.ChangesFromParams{After: after, Most: most})
	out := make([]logRow, len(rows))
	for i, r := range rows {
		before, after, err := states(r.Before, r.After, r.Packed)
		if err != nil {
			before, after = unpackable, string(r.Packed)
		}
		out[i] = logRow{seq: r.Seq, ref: hearing.Reference{Noun: r.Kind, ID: hearing.ID(r.Record)}, at: r.At, actor: r.Actor,
			text: linkText("change", digits(r.Seq), digits(r.Batch), r.At, r.Actor, r.Action, r.Kind, r.Record, r.Name, before, after, digits(r.Undoes))}
	}
	return out, err
}

func printRows(ctx context.Context, q *query.Queries, after, most int64) ([]logRow, error) {
	rows, err := q.PrintsFrom(ctx, query.PrintsFromParams{After: after, Most: most})
	out := make([]logRow, len(rows))
	for i, r := range rows {
		out[i] = logRow{seq: r.Seq, ref: hearing.Reference{Noun: "paper", ID: hearing.ID(r.Document)}, at: r.At, actor: r.Actor,
			text: linkText("print", digits(r.Seq), r.Session, r.Document, r.Recipient, r.Item, r.At, r.Actor, r.Hash, digits(r.Pages), digits(r.Copies),
				r.Target, digits(r.Edition), r.Content.String, r.Day, digits(r.Again))}
	}
	return out, err
}

func transcriptRows(ctx context.Context, q *query.Queries, after, most int64) ([]logRow, error) {
	rows, err := q.TranscriptFrom(ctx, query.TranscriptFromParams{After: after, Most: most})
	out := make([]logRow, len(rows))
	for i, r := range rows {
		body, err := bodyOf(r.Body, r.Packed)
		if err != nil {
			body = unpackable + string(r.Packed)
		}
		out[i] = logRow{seq: r.Seq, ref: hearing.Reference{Noun: nounTranscript, ID: hearing.ID(r.Hearing)}, at: r.At,
			text: linkText("transcript", digits(r.Seq), r.Hearing, r.ID, r.At, body)}
	}
	return out, err
}

func digits(n int64) string { return strconv.FormatInt(n, 10) }

func linkText(fields ...string) string {
	var b strings.Builder
	for _, f := range fields {
		b.WriteString(strconv.Itoa(len(f)))
		b.WriteByte(':')
		b.WriteString(f)
	}
	return b.String()
}

func linkHash(before, text string) string {
	sum := sm3.Sum([]byte(before + text))
	return hex.EncodeToString(sum[:])
}

// chain links what a transaction added to the logs.
func (w *writing) chain(ctx context.Context) error {
	for {
		n, err := link(ctx, w.q)
		if err != nil || n == 0 {
			return err
		}
	}
}

// linkedAtOnce is how many rows of a log are read at once.
const linkedAtOnce = 1000

// link links some of the rows that have none yet, and returns how many.
func link(ctx context.Context, q *query.Queries) (int, error) {
	head, err := chainHead(ctx, q)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, log := range logKinds {
		last, err := q.LastLinked(ctx, log.name)
		if err != nil {
			return 0, err
		}
		rows, err := log.rows(ctx, q, last, linkedAtOnce)
		if err != nil {
			return 0, err
		}
		for _, r := range rows {
			head.Hash = linkHash(head.Hash, r.text)
			if err := q.AddLink(ctx, query.AddLinkParams{Log: log.name, Row: r.seq, Hash: head.Hash}); err != nil {
				return 0, err
			}
		}
		n += len(rows)
	}
	return n, nil
}

// linkOlder links the rows of a file from before there was a chain. Records of which the log says
// nothing, or something else, are logged as they are: the chain begins with them.
func (d *Desk) linkOlder(ctx context.Context) error {
	if head, err := chainHead(ctx, query.New(d.whole)); err != nil || head.Seq > 0 {
		return err
	}
	tx, err := d.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	w := &writing{q: query.New(tx), d: d}
	err = unlogged(ctx, w.q, func(r query.LastLoggedRow) error {
		return w.log(ctx, hearing.AdoptRecord, r.Kind, hearing.ID(r.ID), r.Name, r.Body, r.Body)
	})
	if err = errors.Join(err, w.pass(ctx), w.chain(ctx)); err != nil {
		return err
	}
	return tx.Commit()
}

// ChainHead returns how many links the chain of a copy has, and the hash of the
// last: noted elsewhere, it proves later that nothing before it was altered. A
// file from before there was a chain has none.
func (b *Backup) ChainHead(ctx context.Context) (links int64, hash string, err error) {
	db, err := b.connect()
	if err != nil {
		return 0, "", fmt.Errorf("read %s: %w", b.path, grasp(err))
	}
	defer func() { _ = db.Close() }() // it was only read
	if has, err := hasTable(ctx, db, "link"); err != nil || !has {
		return 0, "", grasp(err)
	}
	head, err := chainHead(ctx, query.New(db))
	return head.Seq, head.Hash, grasp(err)
}

// chainHead is the last link; the zero one before there is any.
func chainHead(ctx context.Context, q *query.Queries) (query.ChainHeadRow, error) {
	head, err := q.ChainHead(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return head, nil
	}
	return head, err
}
