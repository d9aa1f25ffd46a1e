package storage

import (
	"context"
	"path/filepath"

	"hearingdesk/hearing"
	"hearingdesk/storage/vault"
)

// nounFile is what the record of changes calls the desk's file.
const nounFile = "file"

// A wish is what is to become of a file once it is closed.
type wish struct{ key *vault.Key } // nil: it is to be in clear

// Encrypted reports whether the file is encrypted.
func (d *Desk) Encrypted() bool { return d.key != nil }

// ToEncrypt makes a key that a passphrase opens, by which [Desk.Turn] is to encrypt the
// file, and returns the code that opens it too, which is kept nowhere: whoever loses both
// loses the desk. At a desk with accounts it is for whoever manages these.
func (d *Desk) ToEncrypt(ctx context.Context, passphrase string) (code string, err error) {
	if err := d.may(hearing.ManageAccounts); err != nil {
		return "", err
	}
	key, code, err := vault.New(passphrase)
	if err != nil {
		return "", err
	}
	d.wish = &wish{key}
	return code, d.noteFile(ctx, hearing.EncryptFile)
}

// ToDecrypt has [Desk.Turn] write the file in clear again. It is for the same people.
func (d *Desk) ToDecrypt(ctx context.Context) error {
	if err := d.may(hearing.ManageAccounts); err != nil {
		return err
	}
	d.wish = &wish{}
	return d.noteFile(ctx, hearing.DecryptFile)
}

// Turn closes the desk and does what was asked for by [Desk.ToEncrypt] or
// [Desk.ToDecrypt]; see [Encrypt] for what it says.
func (d *Desk) Turn(ctx context.Context, told func(far float64)) (left []string, err error) {
	if d.wish == nil {
		return nil, hearing.ErrNothing
	}
	if err := d.Close(); err != nil {
		return nil, err
	}
	if d.wish.key != nil {
		return Encrypt(ctx, d.path, d.wish.key, told)
	}
	return nil, Decrypt(ctx, d.path, told)
}

// ChangePassphrase has another passphrase open the encrypted file, and returns its new
// code. Nothing else of the file is written. Copies that were made before open with what
// was set then. It is for the same people.
func (d *Desk) ChangePassphrase(ctx context.Context, passphrase string) (code string, err error) {
	if err := d.may(hearing.ManageAccounts); err != nil {
		return "", err
	}
	if d.key == nil {
		return "", hearing.ErrNoKey
	}
	if err := d.present(); err != nil {
		return "", err
	}
	if code, err = d.key.Change(d.path, passphrase); err != nil {
		return "", grasp(err)
	}
	return code, d.noteFile(ctx, hearing.NewPassphrase)
}

func (d *Desk) noteFile(ctx context.Context, action string) error {
	err := d.transact(ctx, func(w *writing) error {
		return w.note(ctx, action, nounFile, "", filepath.Base(d.path), "", "")
	})
	if err != nil {
		d.wish = nil
	}
	return err
}
