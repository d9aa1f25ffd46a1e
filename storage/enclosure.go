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

// SaveEnclosure stores an enclosure and returns the new version. A file that it
// names is one that the desk keeps, see [Desk.KeepFile].
func (d *Desk) SaveEnclosure(ctx context.Context, e hearing.Enclosure) (hearing.Version, error) {
	e.File.Content = ""
	return d.save(ctx, e)
}

// KeepFile keeps a file of a media type that a record is to name, and returns its
// hash. [Desk.Sweep] drops one that none has come to name; a record that names it
// after that is a fault.
func (d *Desk) KeepFile(ctx context.Context, media string, data []byte) (hash string, err error) {
	err = d.transact(ctx, func(w *writing) error {
		if err := d.rights(true).Write(hearing.NounEnclosure, ""); err != nil {
			return err
		}
		hash, err = w.hold(ctx, media, data)
		return err
	})
	return hash, err
}

// DeleteEnclosure deletes an enclosure.
func (d *Desk) DeleteEnclosure(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounEnclosure, id, v)
}
