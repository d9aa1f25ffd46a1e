package storage

import (
	"context"

	"hearingdesk/hearing"
)

// Enclosures lists the sheets that go out with papers, by name.
func (d *Desk) Enclosures(ctx context.Context) ([]hearing.Enclosure, error) {
	return find[hearing.Enclosure](ctx, d, hearing.NounEnclosure, "", most)
}

// most is how many records a list without a query has at most.
const most = 1000

// Enclosure reads an enclosure.
func (d *Desk) Enclosure(ctx context.Context, id hearing.ID) (hearing.Enclosure, error) {
	return load[hearing.Enclosure](ctx, d, hearing.NounEnclosure, id)
}

// SaveEnclosure stores an enclosure and returns the new version.
func (d *Desk) SaveEnclosure(ctx context.Context, e hearing.Enclosure) (hearing.Version, error) {
	return d.save(ctx, e)
}

// DeleteEnclosure deletes an enclosure.
func (d *Desk) DeleteEnclosure(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounEnclosure, id, v)
}
