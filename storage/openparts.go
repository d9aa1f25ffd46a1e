package storage

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// part is how many sessions, or cases, are read at once of all that is open: what they
// name is read with them, some twenty records for each.
const part = 1000

// OpenParts reads what [Desk.OpenWork] reads in parts, all at one instant, so that no more
// than one of them need lie in memory: each session and each case is in one of them, with
// all that is known of it. seen is the last change of which it knows.
func (d *Desk) OpenParts(ctx context.Context, today calendar.Date, take func(hearing.OpenWork) error) (seen int64, err error) {
	return d.openParts(ctx, today, part, take)
}

// openParts reads so many at once; all of a negative number. Who sees records only in part
// is owed nothing.
func (d *Desk) openParts(ctx context.Context, today calendar.Date, most int, take func(hearing.OpenWork) error) (seen int64, err error) {
	if d.rights(true).Partial() {
		return 0, nil
	}
	last, err := query.New(d.whole).Recent(ctx, 1) // whether it is seen or not: it may hide something
	if err != nil {
		return 0, grasp(err)
	}
	if len(last) > 0 {
		seen = last[0].Seq
	}
	tx, err := d.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return 0, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	q := query.New(tx)
	sessions, err := q.OpenSessions(ctx)
	if err != nil {
		return 0, grasp(err)
	}
	cases, err := q.OpenCases(ctx, query.OpenCasesParams{Since: today.AddMonths(-hearing.AfterClosing).String(), Rules: d.judgedBy()})
	if err != nil {
		return 0, grasp(err)
	}
	if most < 0 {
		most = max(len(sessions)+len(cases), 1)
	}
	for first := true; first || len(sessions)+len(cases) > 0; first = false {
		n := min(len(sessions), most)
		of := min(len(cases), most-n)
		w, err := openPart(ctx, q, sessions[:n], cases[:of], first)
		if err != nil {
			return 0, grasp(err)
		}
		if err := take(w); err != nil {
			return 0, err
		}
		sessions, cases = sessions[n:], cases[of:]
	}
	return seen, nil
}

// openPart reads some sessions and cases, and clues and patrols where these are asked for.
func openPart(ctx context.Context, q *query.Queries, sessions, cases []string, waiting bool) (out hearing.OpenWork, err error) {
	params := query.OpenRecordsParams{}
	if params.Sessions, err = listing(sessions); err != nil {
		return out, err
	}
	if params.Cases, err = listing(cases); err != nil {
		return out, err
	}
	if waiting {
		params.Waiting = 1
	}
	rows, err := q.OpenRecords(ctx, params)
	if err != nil {
		return out, err
	}
	slices.SortFunc(rows, func(a, b query.OpenRecordsRow) int { // SQLite would write them to the disk for it
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Sort, b.Sort), strings.Compare(a.ID, b.ID))
	})
	records, err := decodeAll(rows)
	if err != nil {
		return out, err
	}
	var p hearing.Package
	for _, r := range records {
		p.Add(r)
	}
	b := binding{shelf: shelve(p)}
	out.Office, out.People, out.Organisations = b.office(), b.people, b.organisations
	if waiting {
		out.Patrols = p.Patrols
		for _, c := range p.Clues {
			if c.ClosedOn().IsZero() { // others came in with the case
				out.Clues = append(out.Clues, c)
			}
		}
	}
	if err := b.read(ctx, q, sessions); err != nil {
		return out, err
	}
	for _, id := range sessions {
		out.Sessions = append(out.Sessions, b.session(hearing.ID(id)))
	}
	for _, id := range cases {
		f := b.caseFile(b.cases[hearing.ID(id)])
		f.Hearings = nil // only those that are open were read
		for _, i := range f.Instruments {
			for _, r := range b.doubles[i.Number] {
				if r.CaseID != id {
					f.Doubles = append(f.Doubles, hearing.Double{Number: i.Number, Cause: r.Cause})
				}
			}
		}
		out.Cases = append(out.Cases, f)
	}
	return out, nil
}

// listing is a list in JSON, as queries take one.
func listing[T ~string](all []T) (string, error) {
	if all == nil {
		return "[]", nil // null would be a row
	}
	text, err := json.Marshal(all)
	return string(text), err
}
