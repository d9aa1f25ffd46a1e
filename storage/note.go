package storage

import (
	"context"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// SaveDraft keeps what was typed into a field and cannot be saved yet, such as
// half a date: it survives a crash. An empty text drops it.
func (d *Desk) SaveDraft(ctx context.Context, owner, field, text string) error {
	if err := d.present(); err != nil {
		return err
	}
	q := query.New(d.write)
	if text == "" {
		return grasp(q.DropDraft(ctx, query.DropDraftParams{Owner: owner, Field: field}))
	}
	return grasp(q.SaveDraft(ctx, query.SaveDraftParams{Owner: owner, Field: field, Text: text}))
}

// DropDrafts drops all that was typed into an owner's fields and not saved.
func (d *Desk) DropDrafts(ctx context.Context, owner string) error {
	if err := d.present(); err != nil {
		return err
	}
	return grasp(query.New(d.write).DropDrafts(ctx, owner))
}

// Drafts returns what was typed into an owner's fields and not saved.
func (d *Desk) Drafts(ctx context.Context, owner string) (map[string]string, error) {
	rows, err := query.New(d.read).Drafts(ctx, owner)
	if err != nil {
		return nil, grasp(err)
	}
	out := map[string]string{}
	for _, r := range rows {
		out[r.Field] = r.Text
	}
	return out, nil
}

// DraftOwners lists whatever something was typed into and not saved, so that
// it can be offered again after a crash.
func (d *Desk) DraftOwners(ctx context.Context) ([]string, error) {
	owners, err := query.New(d.read).DraftOwners(ctx)
	return owners, grasp(err)
}

// RecordPrint remembers a paper that went out.
func (d *Desk) RecordPrint(ctx context.Context, p hearing.Print) error {
	if err := d.present(); err != nil {
		return err
	}
	return grasp(query.New(d.write).AddPrint(ctx, query.AddPrintParams{Session: string(p.Session), Document: p.Document, Recipient: p.For, Item: p.Key,
		At: stamp(d.o.Now()), Actor: d.o.Actor, Hash: p.Hash, Edition: int64(p.Edition), Pages: int64(p.Pages), Copies: int64(p.Copies), Target: p.To}))
}

// Prints lists the papers of a session that went out, the earliest first.
func (d *Desk) Prints(ctx context.Context, session hearing.ID) ([]hearing.Print, error) {
	rows, err := query.New(d.read).Prints(ctx, string(session))
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Print, len(rows))
	for i, r := range rows {
		out[i] = printed(query.LastPrintsRow{Session: r.Session, Document: r.Document, Recipient: r.Recipient, Item: r.Item, At: r.At, Actor: r.Actor,
			Hash: r.Hash, Edition: r.Edition, Pages: r.Pages, Copies: r.Copies, Target: r.Target})
	}
	return out, nil
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
		out[i] = printed(r)
	}
	return out, nil
}

func printed(r query.LastPrintsRow) hearing.Print {
	at, _ := time.Parse(time.RFC3339Nano, r.At) // written by stamp
	return hearing.Print{Session: hearing.ID(r.Session), Title: r.Title, Document: r.Document, For: r.Recipient, Key: r.Item, At: at, Actor: r.Actor,
		Hash: r.Hash, Edition: int(r.Edition), Pages: int(r.Pages), Copies: int(r.Copies), To: r.Target}
}
