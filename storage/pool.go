package storage

import (
	"context"
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// Pool reads all that is known of a hearing and of everybody in the pool of
// officers, at one instant: who can be drawn follows from it. Members of a pool
// are many and hearings name few of them, so that a [Desk.Dossier] has not all.
func (d *Desk) Pool(ctx context.Context, session hearing.ID) (hearing.OfficerPool, error) {
	dossier, err := d.Dossier(ctx, session)
	if err != nil {
		return hearing.OfficerPool{}, err
	}
	if dossier.Hearing == nil {
		return hearing.OfficerPool{}, hearing.ErrNotFound
	}
	tx, err := d.read.BeginTx(ctx, nil)
	if err != nil {
		return hearing.OfficerPool{}, grasp(err)
	}
	defer func() { _ = tx.Rollback() }() // it only reads
	p := pooling{ctx: ctx, q: query.New(tx), pool: hearing.OfficerPool{Dossier: dossier}}
	for _, step := range []func() error{p.members, p.clashes, func() error { return p.served(dayOf(d.o.Now())) }} {
		if err := step(); err != nil {
			return hearing.OfficerPool{}, grasp(err)
		}
	}
	return p.pool, nil
}

// A pooling adds the pool to a dossier.
type pooling struct {
	ctx  context.Context //nolint:containedctx // it lives for one call
	q    *query.Queries
	pool hearing.OfficerPool
}

// members adds the people with their units and what is above those.
func (p *pooling) members() error {
	rows, err := p.q.Pool(p.ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		r, err := decode(hearing.NounPerson, row.Body, row.Version)
		if err != nil {
			return err
		}
		who, _ := r.(hearing.Person)
		p.pool.Dossier.People[who.ID] = who
		p.pool.Members = append(p.pool.Members, who.ID)
		if err := p.unit(who.Organisation); err != nil {
			return err
		}
	}
	return nil
}

func (p *pooling) unit(id hearing.ID) error {
	for id != "" {
		if _, known := p.pool.Dossier.Organisations[id]; known {
			return nil
		}
		row, err := p.q.Record(p.ctx, query.RecordParams{Kind: hearing.NounOrganisation, ID: string(id)})
		if errors.Is(grasp(err), hearing.ErrNotFound) {
			return nil // settle lets nobody name what is not there
		}
		if err != nil {
			return err
		}
		r, err := decode(hearing.NounOrganisation, row.Body, row.Version)
		if err != nil {
			return err
		}
		o, _ := r.(hearing.Organisation)
		p.pool.Dossier.Organisations[id] = o
		id = o.Parent
	}
	return nil
}

// clashes adds who serves elsewhere at the hearing's time.
func (p *pooling) clashes() error {
	s := p.pool.Dossier.Session()
	s.Participants = nil
	for _, id := range p.pool.Members {
		s.Participants = append(s.Participants, hearing.Participant{ID: id, Role: hearing.Officer, Person: id})
	}
	s.Presider, s.Recorder, s.Reader, s.Prosecutors, s.Slot.Room = "", "", "", nil, ""
	found, err := clashes(p.ctx, p.q, s)
	p.pool.Dossier.Clashes = found
	return err
}

// served counts the services of all before the hearing's day, or before today
// where it has none yet.
func (p *pooling) served(today calendar.Date) error {
	h, day := p.pool.Dossier.Hearing, today
	if !h.Start.IsZero() {
		day = dayOf(h.Start)
	}
	rows, err := p.q.ServicesOfAll(p.ctx, query.ServicesOfAllParams{Day: day.AddMonths(-12).String(), Day_2: day.String()})
	if err != nil {
		return err
	}
	for _, r := range rows {
		p.pool.Dossier.Earlier[hearing.ID(r.Person)] = int(r.Services)
	}
	for _, c := range p.pool.Dossier.Cases {
		who, err := p.q.WhoServedCase(p.ctx, query.WhoServedCaseParams{ID: string(c.ID), Session: string(h.ID), Day: day.String()})
		if err != nil {
			return err
		}
		for _, id := range who {
			p.pool.Dossier.EarlierStage[hearing.ID(id)] = true
		}
	}
	return nil
}
