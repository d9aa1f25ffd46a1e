package storage

import (
	"context"
	"database/sql"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/storage/query"
)

// Happened reads what the figures of a period are counted from, at one instant:
// every record of which something lies in it, and what these name. It has the
// office too. The figures are those that the whole desk gives.
func (d *Desk) Happened(ctx context.Context, from, to calendar.Date) (hearing.Package, error) {
	hid, err := d.hidden(ctx)
	if err != nil {
		return hearing.Package{}, grasp(err)
	}
	if err := d.may(hearing.SeeFigures); err != nil {
		return hearing.Package{}, err
	}
	tx, err := d.whole.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return hearing.Package{}, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	g := gathering{ctx: ctx, q: query.New(tx), seen: map[hearing.Reference]bool{}}
	if err := g.office(); err != nil {
		return hearing.Package{}, grasp(err)
	}
	// a day more at both ends: a time was written down in a zone of its own
	rows, err := g.q.Happened(ctx, query.HappenedParams{First: from.AddDays(-1).String(), Last: to.AddDays(1).String()})
	if err != nil {
		return hearing.Package{}, grasp(err)
	}
	m := newMask()
	bodies := map[string]string{} // of people
	for _, row := range rows {
		if row.Kind == hearing.NounPerson && len(hid) > 0 {
			bodies[row.ID] = row.Body
		}
		read := decode
		if hid[hearing.Reference{Noun: row.Kind, ID: hearing.ID(row.ID)}] {
			if row.Kind == hearing.NounPerson || row.Kind == hearing.NounOrganisation {
				continue // only what is masked names them
			}
			read = m.record
		}
		r, err := read(row.Kind, row.Body, row.Version)
		if err != nil {
			return hearing.Package{}, err
		}
		g.p.Add(r)
	}
	return g.p, m.fill(&g.p, bodies)
}

// happening projects the days on which something of a record is counted.
func (w *writing) happening(ctx context.Context, r, was hearing.Record) error {
	kind, id, days := r.Noun(), string(r.Key()), figures.Days(r)
	if was != nil && slices.Equal(days, figures.Days(was)) {
		return nil
	}
	if err := w.q.DropHappenings(ctx, query.DropHappeningsParams{Kind: kind, ID: id}); err != nil {
		return err
	}
	for _, day := range days {
		if err := w.q.AddHappening(ctx, query.AddHappeningParams{Day: day.String(), Kind: kind, ID: id}); err != nil {
			return err
		}
	}
	return nil
}

// Span returns the first and the last day on which anything of the desk is counted;
// none while there is nothing.
func (d *Desk) Span(ctx context.Context) (first, last calendar.Date, err error) {
	row, err := query.New(d.read).HappeningSpan(ctx)
	if err != nil || row.Earliest == "" {
		return first, last, grasp(err)
	}
	if first, err = calendar.ParseDate(row.Earliest); err == nil {
		last, err = calendar.ParseDate(row.Latest)
	}
	return first, last, err
}
