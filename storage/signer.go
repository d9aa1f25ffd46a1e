package storage

import (
	"context"
	"crypto/ed25519"
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// SigningKey returns the key by which this desk signs its bundles; it is made when
// it is first asked for, and never leaves the file.
func (d *Desk) SigningKey(ctx context.Context) (ed25519.PrivateKey, error) {
	var key ed25519.PrivateKey
	err := d.transact(ctx, func(w *writing) error {
		seed, err := w.q.OwnSigner(ctx)
		if err == nil {
			key = ed25519.NewKeyFromSeed(seed)
			return nil
		}
		if !errors.Is(grasp(err), hearing.ErrNotFound) {
			return err
		}
		public, private, err := ed25519.GenerateKey(nil)
		if err != nil {
			return err
		}
		key = private
		return w.q.AddSigner(ctx, query.AddSignerParams{Key: public, Name: d.Actor(), Since: stamp(d.o.Now()), Seed: private.Seed()})
	})
	return key, err
}

// Trusts reports whether bundles of a key are taken.
func (d *Desk) Trusts(ctx context.Context, key ed25519.PublicKey) (bool, error) {
	_, err := query.New(d.read).Signer(ctx, key)
	if err = grasp(err); errors.Is(err, hearing.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// Trust takes bundles of a key from now on; who it belongs to is noted in the record
// of changes.
func (d *Desk) Trust(ctx context.Context, key ed25519.PublicKey, name string) error {
	return d.transact(ctx, func(w *writing) error {
		if _, err := w.permit(ctx, hearing.NounOffice, hearing.OfficeID, "", ""); err != nil {
			return err
		}
		if err := w.q.AddSigner(ctx, query.AddSignerParams{Key: key, Name: name, Since: stamp(d.o.Now()), Seed: []byte{}}); err != nil {
			return err
		}
		return w.note(ctx, hearing.TrustDesk, nounPackage, "", name, "", "")
	})
}
