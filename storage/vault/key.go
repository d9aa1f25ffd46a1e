// Package vault keeps a desk's file from whoever has the disk and not the passphrase:
// every page of it, of its log and of SQLite's journals is encrypted before it is
// written, by Adiantum with a key of 256 bits.
//
// A file begins with a [Head], which anybody can read: the lock of the file's key. So
// the key is in the file, sealed by the passphrase and by the code, and whoever copies
// the file has all that they need but one of these. Behind the head lies the database.
//
// A key that was opened once is known to this program until it ends: the copies of a
// desk, which have the same key, open without being asked for again.
package vault

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"sync"
	"sync/atomic"

	"filippo.io/age"
	"lukechampine.com/adiantum"
	"lukechampine.com/adiantum/hbsh"

	"hearingdesk/hearing"
	"hearingdesk/storage/locked"
)

// A Key opens a desk's file, its copies, and the contents beside it.
type Key struct {
	secret
	lock atomic.Pointer[locked.Lock] // as the file has it: the passphrase may be another one in its copies
}

// A secret is what a lock keeps.
type secret struct {
	of    age.Identity // opens what is locked for the lock's recipient
	pages []byte       // of the database's pages
}

// purpose tells the key of the pages from any other that is made of the same secret.
const purpose = "hearingdesk pages, adiantum"

// New makes a key that opens with a passphrase, and the code that opens it too; the
// code is kept nowhere. A passphrase that is too short is [hearing.ErrWeak].
func New(passphrase string) (*Key, string, error) {
	l, of, code, err := locked.Make(passphrase)
	if err == nil {
		err = keep(l, of)
	}
	if err != nil {
		return nil, "", err
	}
	k, _ := keyOf(l)
	return k, code, nil
}

// open opens a lock, and has the program know what it keeps.
func open(l locked.Lock, by string) error {
	of, err := l.Open(by)
	if err != nil {
		return err
	}
	return keep(l, of)
}

// keep has the program know what opens a lock.
func keep(l locked.Lock, of age.Identity) error {
	x, ok := of.(*age.X25519Identity)
	if !ok || x.Recipient().String() != l.Recipient {
		return fmt.Errorf("open lock: %w", hearing.ErrDamaged)
	}
	pages, err := hkdf.Key(sha256.New, []byte(x.String()), nil, purpose, 32)
	if err != nil {
		return fmt.Errorf("open lock: %w", err)
	}
	known.Store(l.Tag(), secret{of, pages})
	return nil
}

// known are the secrets of the locks that were opened, by their tags.
var known sync.Map

// keyOf is the key of a lock, if it was opened.
func keyOf(l locked.Lock) (*Key, bool) {
	s, ok := known.Load(l.Tag())
	if !ok {
		return nil, false
	}
	k := &Key{}
	k.secret, _ = s.(secret)
	k.lock.Store(&l)
	return k, true
}

// Tag is a short name of the key that tells nothing of it.
func (k *Key) Tag() string { return k.Lock().Tag() }

// Lock locks something for whoever has the key.
func (k *Key) Lock() locked.Lock { return *k.lock.Load() }

// Identity opens what was locked with [Key.Lock].
func (k *Key) Identity() age.Identity { return k.of }

// Same reports whether two keys open the same; nil opens what is in clear.
func (k *Key) Same(other *Key) bool {
	if k == nil || other == nil {
		return k == other
	}
	return k.Tag() == other.Tag()
}

// pages makes ciphers for the connections of SQLite, which name their key by its tag:
// the key itself stands in no name and in no statement.
type pages struct{}

// KDF returns the key of a tag, nil where it was not opened. What has no name is
// SQLite's own and is forgotten when it is closed: its key is made up.
func (pages) KDF(tag string) []byte {
	if tag == "" {
		key := make([]byte, 32)
		_, _ = rand.Read(key) // it never fails
		return key
	}
	s, _ := known.Load(tag)
	k, _ := s.(secret)
	return k.pages
}

// HBSH makes the cipher of a key.
func (pages) HBSH(key []byte) *hbsh.HBSH {
	if len(key) != 32 {
		return nil
	}
	return adiantum.New(key)
}
