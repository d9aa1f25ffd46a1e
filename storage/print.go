package storage

import (
	"context"
	"database/sql"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// paperMedia is what kind of content a printed paper is.
const paperMedia = "application/vnd.hearingdesk.paper"

// RecordPrint remembers a paper that went out, and what was printed: paper, as
// the press keeps it; nil where it does not. The same paper is kept once.
func (d *Desk) RecordPrint(ctx context.Context, p hearing.Print, paper []byte) error {
	return d.RecordPrints(ctx, []hearing.Print{p}, [][]byte{paper})
}

// RecordPrints remembers papers that went out together, in one transaction: all
// of them or none. papers are what was printed, in the order of the prints.
func (d *Desk) RecordPrints(ctx context.Context, prints []hearing.Print, papers [][]byte) error {
	return d.transact(ctx, func(w *writing) (err error) {
		for i, p := range prints {
			if p.Content, err = w.paper(ctx, p.Content, papers[i]); err != nil {
				return err
			}
			if err := w.print(ctx, p); err != nil {
				return err
			}
		}
		return nil
	})
}

// paper keeps what was printed and returns its hash; nil is what was kept
// before.
func (w *writing) paper(ctx context.Context, kept string, paper []byte) (string, error) {
	if paper == nil {
		return kept, nil
	}
	return w.hold(ctx, paperMedia, paper)
}

func (w *writing) print(ctx context.Context, p hearing.Print) error {
	if err := w.part(ctx, hearing.NounPrint, p.Session); err != nil {
		return err
	}
	_, err := w.q.AddPrint(ctx, query.AddPrintParams{Session: string(p.Session), Document: p.Document, Recipient: p.For, Item: p.Key,
		At: stamp(w.d.o.Now()), Actor: w.d.Actor(), Hash: p.Hash, Edition: int64(p.Edition), Pages: int64(p.Pages), Copies: int64(p.Copies), Target: p.To,
		Content: maybe(p.Content), Day: dayText(p.Day), Again: p.Again})
	return err
}

// Prints lists the papers of a session that went out, the earliest first.
func (d *Desk) Prints(ctx context.Context, session hearing.ID) ([]hearing.Print, error) {
	rows, err := query.New(d.read).Prints(ctx, string(session))
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Print, len(rows))
	for i, r := range rows {
		out[i] = printed(r)
	}
	return out, nil
}

// Print reads one print by its number.
func (d *Desk) Print(ctx context.Context, n int64) (hearing.Print, error) {
	r, err := query.New(d.read).Print(ctx, n)
	if err != nil {
		return hearing.Print{}, grasp(err)
	}
	return printed(r), nil
}

// LastPrints lists the last n papers that went out, of all sessions, the
// latest first, with the title of their session.
func (d *Desk) LastPrints(ctx context.Context, n int) ([]hearing.Print, error) {
	rows, err := query.New(d.read).LastPrints(ctx, int64(n))
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Print, len(rows))
	for i, r := range rows {
		out[i] = printed(r.Print)
		out[i].Title = r.Title
	}
	return out, nil
}

func printed(r query.Print) hearing.Print {
	at, _ := time.Parse(time.RFC3339Nano, r.At) // written by stamp
	return hearing.Print{N: r.Seq, Session: hearing.ID(r.Session), Document: r.Document, For: r.Recipient, Key: r.Item, At: at, Actor: r.Actor,
		Hash: r.Hash, Edition: int(r.Edition), Pages: int(r.Pages), Copies: int(r.Copies), To: r.Target, Content: r.Content.String, Day: dayRead(r.Day), Again: r.Again}
}

// maybe is a text that may be missing, as a column that refers to another table
// has it.
func maybe(s string) sql.NullString { return sql.NullString{String: s, Valid: s != ""} }

// dayText writes a date; none is empty.
func dayText(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// dayRead reads what dayText wrote.
func dayRead(s string) calendar.Date {
	d, _ := calendar.ParseDate(s)
	return d
}
