package storage

import (
	"context"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/storage/query"
)

// counted projects what a case or a hearing adds to the table of a period.
func (w *writing) counted(ctx context.Context, r hearing.Record) error {
	switch v := r.(type) {
	case hearing.Case:
		day := ""
		if !v.FiledOn.IsZero() {
			day = v.FiledOn.String()
		}
		return w.q.PutFiled(ctx, query.PutFiledParams{ID: string(v.ID), Day: day, Type: string(figures.TypeCounted(v)),
			Interest: truth(figures.PublicInterest(v)), Domain: string(v.Domain)})
	case hearing.Hearing:
		return w.heard(ctx, v)
	}
	return nil
}

func (w *writing) heard(ctx context.Context, h hearing.Hearing) error {
	if err := w.q.DropHeard(ctx, string(h.ID)); err != nil {
		return err
	}
	n, counts := figures.HeardOf(h)
	if !counts {
		return nil
	}
	for _, c := range n.Cases {
		if err := w.q.AddHeard(ctx, query.AddHeardParams{Session: string(h.ID), CaseID: string(c.ID), Starts: instant(h.Start), Held: truth(n.Held),
			Mixed: truth(n.Mixed), Public: truth(n.Public), Streamed: truth(n.Streamed), Simplified: truth(n.Simplified), OnSite: truth(n.OnSite),
			Officers: int64(n.Officers), Supervisors: int64(n.Supervisors), Spot: truth(c.OnTheSpot), Adopted: int64(n.Adopted), Postponed: truth(n.Postponed)}); err != nil {
			return err
		}
	}
	return nil
}

// period counts what the table of a period has: from what was projected, or, in an
// older file of which not all is yet, from the records themselves.
func (d *Desk) period(ctx context.Context, p hearing.Period) (hearing.Dossier, error) {
	office, err := d.Office(ctx)
	if err != nil {
		return hearing.Dossier{}, err
	}
	forms, err := d.Forms(ctx)
	if err != nil {
		return hearing.Dossier{}, err
	}
	zone := zoneOf(&office)
	left, err := d.find.Unindexed(ctx)
	if err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	count := d.tallied
	if slices.ContainsFunc(left, func(u query.Unindexed) bool { return u.What == toCount }) {
		count = d.countedAnew
	}
	out, err := count(ctx, p.From, p.To, zone)
	if err != nil {
		return hearing.Dossier{}, err
	}
	if p.Against != nil {
		other, err := count(ctx, p.Against.From, p.Against.To, zone)
		if err != nil {
			return hearing.Dossier{}, err
		}
		out = figures.Against(out, other)
	}
	out.Maker = d.Actor()
	return out.Dossier(office, forms, zone), nil
}

// countedAnew counts a period from the records themselves.
func (d *Desk) countedAnew(ctx context.Context, from, to calendar.Date, zone *time.Location) (hearing.Period, error) {
	all, err := d.Happened(ctx, from, to)
	if err != nil {
		return hearing.Period{}, err
	}
	return figures.Period(all, from, to, zone), nil
}

// tallied counts a period from what was projected, at one instant.
func (d *Desk) tallied(ctx context.Context, from, to calendar.Date, zone *time.Location) (hearing.Period, error) {
	if err := d.may(hearing.SeeFigures); err != nil {
		return hearing.Period{}, err
	}
	tx, err := d.whole.BeginTx(ctx, nil) // a table of numbers counts what is its team's alone too
	if err != nil {
		return hearing.Period{}, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	t := tallying{ctx: ctx, q: query.New(tx), first: instant(from.In(zone)), behind: instant(to.AddDays(1).In(zone))}
	for _, step := range []func() error{t.all, t.byType, t.mixed, func() error { return t.filed(from, to) }, func() error { return t.months(from, to, zone) },
		func() error { return t.papers(from, to) }} {
		if err := step(); err != nil {
			return hearing.Period{}, grasp(err)
		}
	}
	return t.Period(from, to, zone), nil
}

// A tallying counts a period.
type tallying struct {
	figures.Tally
	ctx           context.Context //nolint:containedctx // it lives for one call
	q             *query.Queries
	first, behind string // instants between which the hearings began
}

func (t *tallying) all() error {
	r, err := t.q.HeardAtAll(t.ctx, query.HeardAtAllParams{First: t.first, Behind: t.behind})
	t.All = hearing.PeriodRow{Sessions: int(r.Sessions), Public: int(r.Public), Streamed: int(r.Streamed), Simplified: int(r.Simplified), OnSite: int(r.OnSite),
		Officers: int(r.Officers), Supervisors: int(r.Supervisors), Adopted: int(r.Adopted), Postponed: int(r.Postponed), OnTheSpot: int(r.Caseless)}
	return err
}

func (t *tallying) byType() error {
	rows, err := t.q.HeardByType(t.ctx, query.HeardByTypeParams{First: t.first, Behind: t.behind})
	if err != nil {
		return err
	}
	t.Types = map[hearing.CaseType]hearing.PeriodRow{}
	for _, r := range rows {
		t.Types[hearing.CaseType(r.Type)] = hearing.PeriodRow{Sessions: int(r.Held), Public: int(r.Public), Streamed: int(r.Streamed), Simplified: int(r.Simplified),
			OnSite: int(r.OnSite), Officers: int(r.Officers), Supervisors: int(r.Supervisors), Adopted: int(r.Adopted), Postponed: int(r.Postponed)}
	}
	cases, err := t.q.HeardCases(t.ctx, query.HeardCasesParams{First: t.first, Behind: t.behind})
	for _, c := range cases {
		row := t.Types[hearing.CaseType(c.Type)]
		row.Cases, row.OnTheSpot = int(c.Cases), int(c.Spot)
		t.Types[hearing.CaseType(c.Type)] = row
		t.All.Cases += row.Cases
		t.All.OnTheSpot += row.OnTheSpot
	}
	return err
}

// mixed reads the hearings whose cases' opinions have to be told apart, with the cases.
func (t *tallying) mixed() error {
	rows, err := t.q.HeardMixed(t.ctx, query.HeardMixedParams{First: t.first, Behind: t.behind})
	if err != nil {
		return err
	}
	g := gathering{ctx: t.ctx, q: t.q, seen: map[hearing.Reference]bool{}}
	for _, row := range rows {
		r, err := decode(row.Kind, row.Body, row.Version)
		if err != nil {
			return err
		}
		h, _ := r.(hearing.Hearing)
		t.Mixed = append(t.Mixed, h)
		for _, ref := range h.References() {
			if ref.Noun == hearing.NounCase {
				if err := g.add(ref.Noun, ref.ID); err != nil {
					return err
				}
			}
		}
	}
	t.Known = g.p.Cases
	return nil
}

func (t *tallying) filed(from, to calendar.Date) error {
	rows, err := t.q.FiledByDomain(t.ctx, query.FiledByDomainParams{First: from.String(), Last: to.String()})
	t.Domains = map[hearing.Domain]int{}
	for _, r := range rows {
		t.Domains[hearing.Domain(r.Domain)] = int(r.Cases)
	}
	return err
}

func (t *tallying) months(from, to calendar.Date, zone *time.Location) error {
	t.Months = map[string]int{}
	for m := calendar.NewDate(from.Year(), from.Month(), 1); !m.After(to); m = m.AddMonths(1) {
		first, behind := max(t.first, instant(m.In(zone))), min(t.behind, instant(m.AddMonths(1).In(zone)))
		n, err := t.q.HeardIn(t.ctx, query.HeardInParams{First: first, Behind: behind})
		if err != nil {
			return err
		}
		t.Months[m.String()[:len("2006-01")]] = int(n)
	}
	return nil
}

// papers reads those of which something may have been found in the period.
func (t *tallying) papers(from, to calendar.Date) error {
	rows, err := t.q.PapersHappened(t.ctx, query.PapersHappenedParams{First: from.String(), Last: to.String()})
	if err != nil {
		return err
	}
	for _, row := range rows {
		r, err := decode(row.Kind, row.Body, row.Version)
		if err != nil {
			return err
		}
		if i, ok := r.(hearing.Instrument); ok {
			t.Papers = append(t.Papers, i)
		}
	}
	return nil
}
