// Package parcel takes in a bundle (交换包) of another desk in the window: its
// passphrase is asked for, the fingerprint of a desk that was never heard of is
// compared, and where both desks changed the same, both values stand side by side until
// one is chosen. It gives bundles out too.
package parcel

import (
	"context"

	"hearingdesk/hearing"
	"hearingdesk/ui/differ"
)

// Bundles is what is needed to take bundles in and give them out.
type Bundles interface {
	// IsBundle reports a file that another desk sealed.
	IsBundle(path string) bool
	// OpenBundle reads one; without the right passphrase it is [hearing.ErrPassphrase].
	OpenBundle(ctx context.Context, path, passphrase string) (Letter, error)
	// ReceiveBundle merges one, whose desk is trusted from now on, and says what it did.
	// Where both desks changed the same and nothing is chosen, it is a
	// [hearing.ConflictError].
	ReceiveBundle(ctx context.Context, l Letter, c hearing.Choices) (summary string, err error)
	// SealBundle writes one of everything and returns the desk's own fingerprint.
	SealBundle(ctx context.Context, path, passphrase string) (fingerprint string, err error)
}

// Desk says what the records are called that two versions name.
type Desk interface {
	NamesIn(ctx context.Context, changes []hearing.Change) (map[hearing.ID]string, error)
}

// A Letter is a bundle that was opened.
type Letter struct {
	Bundle      hearing.Bundle
	Key         []byte // whose it is
	Fingerprint string // of the key, as two people compare it
	Known       bool   // bundles of this desk were taken before
}

// A model is what was changed on both desks, and what is chosen.
type model struct {
	records []record
	chosen  map[hearing.Place]hearing.Prefer
}

// A record is one that both desks changed.
type record struct {
	hearing.Conflict
	sides []differ.Side
}

// newModel reads what the records are called that stand on either side.
func newModel(ctx context.Context, desk Desk, all []hearing.Conflict) (*model, error) {
	m := &model{chosen: map[hearing.Place]hearing.Prefer{}}
	for _, c := range all {
		names, err := desk.NamesIn(ctx, []hearing.Change{{Kind: c.Kind, Before: c.Mine, After: c.Theirs}})
		if err != nil {
			return nil, err
		}
		m.records = append(m.records, record{c, differ.Sides(c, names)})
	}
	return m, nil
}

// choose says whose value stays at a place.
func (m *model) choose(p hearing.Place, whose hearing.Prefer) { m.chosen[p] = whose }

// all chooses one desk's values everywhere.
func (m *model) all(whose hearing.Prefer) {
	for _, r := range m.records {
		for _, s := range r.sides {
			m.choose(s.Place, whose)
		}
	}
}

// left counts the places for which nothing is chosen yet, and all of them.
func (m *model) left() (open, of int) {
	for _, r := range m.records {
		of += len(r.sides)
	}
	return of - len(m.chosen), of
}

// choices is what was chosen.
func (m *model) choices() hearing.Choices { return hearing.Choices{Each: m.chosen} }
