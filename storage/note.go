package storage

import (
	"context"
	"strings"

	"hearingdesk/storage/query"
)

// SaveDraft keeps what was typed into a field and cannot be saved yet, such as
// half a date: it survives a crash. An empty text drops it.
func (d *Desk) SaveDraft(ctx context.Context, owner, field, text string) error {
	if err := d.present(); err != nil {
		return err
	}
	owner = d.mine(owner)
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
	return grasp(query.New(d.write).DropDrafts(ctx, d.mine(owner)))
}

// Drafts returns what was typed into an owner's fields and not saved.
func (d *Desk) Drafts(ctx context.Context, owner string) (map[string]string, error) {
	rows, err := query.New(d.read).Drafts(ctx, d.mine(owner))
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
	all, err := query.New(d.read).DraftOwners(ctx)
	out := make([]string, 0, len(all))
	for _, o := range all {
		if own, is := strings.CutPrefix(o, d.mine("")); is && !strings.HasPrefix(own, "@") {
			out = append(out, own)
		}
	}
	return out, grasp(err)
}

// mine is the owner of drafts as the file has it: with accounts each has their own.
func (d *Desk) mine(owner string) string {
	if id := d.Me().ID; id != "" {
		return draftsOf(id) + owner
	}
	return owner
}
