package storage

import (
	"context"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// Dossier reads all that is known of one session at one instant: rules and
// papers work on it and on nothing else. The ID may also be that of a day's
// sheets or of a period's table, which have papers and no session.
func (d *Desk) Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error) {
	if day, is := hearing.DayOf(session); is {
		return d.Day(ctx, day.Date, day.By)
	}
	if period, is := hearing.PeriodOf(session); is {
		return d.period(ctx, period)
	}
	out, err := d.dossier(ctx, session)
	if err == nil {
		noun := hearing.NounHearing
		if out.Announcement != nil {
			noun = hearing.NounAnnouncement
		}
		d.opened(ctx, noun, session)
	}
	return out, err
}

// dossier is Dossier of a session, of which it is not noted that somebody read it.
func (d *Desk) dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error) {
	tx, err := d.read.BeginTx(ctx, nil)
	if err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	g := gathering{ctx: ctx, q: query.New(tx), p: hearing.Package{}, seen: map[hearing.Reference]bool{}}
	kind, err := g.q.KindOf(ctx, string(session))
	if err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	if err := g.add(kind, session); err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	if err := g.office(); err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	if err := g.instruments(); err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	if err := g.forms(); err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	out, _ := g.p.Dossier(session, zoneOf(g.p.Office))
	out.Clashes, err = clashes(ctx, g.q, out.Session())
	if err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	if out.Numbers, err = numbersOf(ctx, g.q, session); err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	if kind == hearing.NounHearing {
		if out.Transcript, err = transcriptOf(ctx, g.q, session); err != nil {
			return hearing.Dossier{}, grasp(err)
		}
	}
	if out.Scans, err = scansOf(ctx, g.q, kind, session); err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	if out.Prints, err = latestPrints(ctx, g.q, session); err != nil {
		return hearing.Dossier{}, grasp(err)
	}
	return out, grasp(g.earlier(&out))
}

// dayOf is the date of an instant where every procuratorate is.
func dayOf(t time.Time) calendar.Date { return calendar.DateOf(t.In(zoneOf(nil))) }

func zoneOf(o *hearing.Office) *time.Location {
	name := hearing.DefaultZone
	if o != nil && o.Zone != "" {
		name = o.Zone
	}
	z, err := time.LoadLocation(name)
	if err != nil {
		return time.FixedZone("CST", 8*60*60) // the zone of every procuratorate
	}
	return z
}

// A gathering collects records and what they name into a package.
type gathering struct {
	ctx  context.Context //nolint:containedctx // it lives for one call
	q    *query.Queries
	p    hearing.Package
	seen map[hearing.Reference]bool
}

// add adds a record and, first, all that it names.
func (g *gathering) add(noun string, id hearing.ID) error {
	key := hearing.Reference{Noun: noun, ID: id}
	if g.seen[key] {
		return nil
	}
	g.seen[key] = true
	row, err := g.q.Record(g.ctx, query.RecordParams{Kind: noun, ID: string(id)})
	if err != nil {
		return err
	}
	r, err := decode(noun, row.Body, row.Version)
	if err != nil {
		return err
	}
	for _, ref := range r.References() {
		if err := g.add(ref.Noun, ref.ID); err != nil {
			return err
		}
	}
	g.p.Add(r)
	return nil
}

// office adds the office. A desk without one has papers that name what is
// missing.
func (g *gathering) office() error {
	has, err := g.q.Has(g.ctx, query.HasParams{Kind: hearing.NounOffice, ID: string(hearing.OfficeID)})
	if err != nil || has == 0 {
		return err
	}
	return g.add(hearing.NounOffice, hearing.OfficeID)
}

// forms adds the office's own texts of papers, its own Word forms, and the sheets
// that go with papers.
func (g *gathering) forms() error {
	for _, noun := range []string{hearing.NounForm, hearing.NounEnclosure, hearing.NounWordForm} {
		rows, err := g.q.All(g.ctx, noun)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := g.add(noun, hearing.ID(r.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// instruments adds the instruments of the cases.
func (g *gathering) instruments() error {
	for _, c := range g.p.Cases {
		rows, err := g.q.Naming(g.ctx, query.NamingParams{Kind: hearing.NounCase, ID: string(c.ID), ByKind: hearing.NounInstrument})
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := g.add(hearing.NounInstrument, hearing.ID(r.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// earlier counts the officers' services before the hearing: in twelve months,
// and in the same cases.
func (g *gathering) earlier(d *hearing.Dossier) error {
	if d.Hearing == nil || d.Hearing.Start.IsZero() {
		return nil
	}
	day := dayOf(d.Hearing.Start)
	for _, p := range d.Hearing.Officers() {
		if p.Person == "" {
			continue
		}
		n, err := g.q.Services(g.ctx, query.ServicesParams{Person: string(p.Person), Day: day.AddMonths(-12).String(), Day_2: day.String()})
		if err != nil {
			return err
		}
		d.Earlier[p.Person] = int(n)
		for _, c := range d.Cases {
			n, err := g.q.ServedCase(g.ctx, query.ServedCaseParams{Person: string(p.Person), ID: string(c.ID), Session: string(d.Hearing.ID), Day: day.String()})
			if err != nil {
				return err
			}
			if n > 0 {
				d.EarlierStage[p.Person] = true
			}
		}
	}
	return nil
}
