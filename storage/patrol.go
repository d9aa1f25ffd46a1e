package storage

import (
	"context"
	"fmt"

	"hearingdesk/hearing"
)

// Patrol reads a patrol.
func (d *Desk) Patrol(ctx context.Context, id hearing.ID) (hearing.Patrol, error) {
	return load[hearing.Patrol](ctx, d, hearing.NounPatrol, id)
}

// SavePatrol stores a patrol and returns the new version.
func (d *Desk) SavePatrol(ctx context.Context, p hearing.Patrol) (hearing.Version, error) {
	return d.save(ctx, p)
}

// DeletePatrol deletes a patrol.
func (d *Desk) DeletePatrol(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounPatrol, id, v)
}

// Patrols lists patrols by a part of the title, the agreement or a place.
func (d *Desk) Patrols(ctx context.Context, part string, most int) ([]hearing.Patrol, error) {
	return find[hearing.Patrol](ctx, d, hearing.NounPatrol, part, most)
}

// ClueOfFinding makes a clue of what a patrol found, in one change with the link
// to it. It returns [hearing.ErrNotFound] where there is no such finding, or it is
// a clue already.
func (d *Desk) ClueOfFinding(ctx context.Context, patrol, finding, clue hearing.ID) error {
	return d.transact(ctx, func(w *writing) error {
		p, err := load[hearing.Patrol](ctx, d, hearing.NounPatrol, patrol)
		if err != nil {
			return err
		}
		now, visit, found, ok := p.Noticed(finding, clue)
		if !ok {
			return fmt.Errorf("finding %s: %w", finding, hearing.ErrNotFound)
		}
		c := hearing.Clue{ID: clue, Source: hearing.SourceRiverChief, CameOn: visit.On, State: hearing.ClueOpen, Text: found.Text, Places: visit.Places,
			Attachments: visit.Pictures, Handler: p.Procurator, Note: p.Title}
		if c.CameOn.IsZero() {
			c.CameOn = visit.For
		}
		if faults := c.Validate(); len(faults) > 0 {
			return faults
		}
		if _, err := w.put(ctx, "save", c); err != nil {
			return err
		}
		_, err = w.put(ctx, "save", now)
		return err
	})
}
