// Package locked keeps what leaves the machine from everybody but its office: a copy
// of a desk as a file that opens with a passphrase, or with the code that is shown
// once when the passphrase is set.
//
// A [Lock] has two halves of a key. To lock something the public half is enough, so
// that the hourly copies ask nobody for the passphrase. The private half is in the
// lock too, twice: sealed by the passphrase and by the code. The lock travels at the
// head of each copy, so that a copy opens when the desk itself is lost.
//
// All of it is age (age-encryption.org/v1): X25519, scrypt, ChaCha20-Poly1305. The
// parts of a lock and what follows the head of a copy open with the program age too.
package locked

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"filippo.io/age"

	"hearingdesk/hearing"
)

// ShortestPassphrase is how many characters a passphrase has at least.
const ShortestPassphrase = 8

// work is how long a try of a passphrase takes, as a power of two: about a second.
// A code cannot be guessed however fast it is tried.
var (
	work     = 18
	workCode = 12
)

// A Lock is what is needed to lock something, and, with the passphrase or the code,
// to open it again.
type Lock struct {
	Recipient  string `json:"recipient"`  // public half, as age writes it
	Passphrase []byte `json:"passphrase"` // private half, sealed by the passphrase
	Code       []byte `json:"code"`       // private half, sealed by the code
}

// New makes a lock, and the code that opens it when the passphrase is forgotten; it is
// kept nowhere. A passphrase that is too short is [hearing.ErrWeak].
func New(passphrase string) (Lock, string, error) {
	l, _, code, err := Make(passphrase)
	return l, code, err
}

// Make is New, and returns the private half too, for who goes on with it.
func Make(passphrase string) (l Lock, key age.Identity, code string, err error) {
	x, err := age.GenerateX25519Identity()
	if err != nil {
		return l, nil, "", fmt.Errorf("make lock: %w", err)
	}
	l, code, err = lock(x, passphrase)
	return l, x, code, err
}

// Renew is New for a key that there is: what it locked opens as before, and what opened
// the lock until now opens the new one no more.
func (l Lock) Renew(key age.Identity, passphrase string) (Lock, string, error) {
	x, ok := key.(*age.X25519Identity)
	if !ok || x.Recipient().String() != l.Recipient {
		return Lock{}, "", fmt.Errorf("make lock: %w", hearing.ErrSecret)
	}
	return lock(x, passphrase)
}

func lock(key *age.X25519Identity, passphrase string) (l Lock, code string, err error) {
	if utf8.RuneCountInString(passphrase) < ShortestPassphrase {
		return Lock{}, "", hearing.ErrWeak
	}
	code = newCode()
	l.Recipient = key.Recipient().String()
	if l.Passphrase, err = seal(key, passphrase, work); err == nil {
		l.Code, err = seal(key, plainCode(code), workCode)
	}
	if err != nil {
		return Lock{}, "", fmt.Errorf("make lock: %w", err)
	}
	return l, code, nil
}

func seal(key *age.X25519Identity, secret string, work int) ([]byte, error) {
	to, err := age.NewScryptRecipient(secret)
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(work)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, err
	}
	_, err = io.WriteString(w, key.String())
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}

// Open returns the private half. A secret that is neither the passphrase nor the code
// is [hearing.ErrSecret].
func (l Lock) Open(secret string) (age.Identity, error) {
	if secret == "" {
		return nil, hearing.ErrSecret
	}
	if len(plainCode(secret)) == codeLength { // which is tried quickly
		if key, err := unseal(l.Code, plainCode(secret)); !errors.Is(err, hearing.ErrSecret) {
			return key, err
		}
	}
	return unseal(l.Passphrase, secret)
}

func unseal(box []byte, secret string) (age.Identity, error) {
	by, err := age.NewScryptIdentity(secret)
	if err != nil {
		return nil, fmt.Errorf("open lock: %w", err)
	}
	by.SetMaxWorkFactor(max(work, workCode) + 2) // what takes longer is a trap
	r, err := age.Decrypt(bytes.NewReader(box), by)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, hearing.ErrSecret
	}
	if err != nil {
		return nil, fmt.Errorf("open lock: %w (%w)", hearing.ErrDamaged, err)
	}
	text, err := io.ReadAll(io.LimitReader(r, 1024))
	if err != nil {
		return nil, fmt.Errorf("open lock: %w (%w)", hearing.ErrDamaged, err)
	}
	key, err := age.ParseX25519Identity(string(text))
	if err != nil {
		return nil, fmt.Errorf("open lock: %w", hearing.ErrDamaged)
	}
	return key, nil
}

// digits are those of a code: none looks like another.
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// codeLength is how many digits a code has: 125 bits.
const codeLength = 25

// newCode makes a code as it is printed: five groups of five.
func newCode() string {
	raw := make([]byte, codeLength)
	_, _ = rand.Read(raw) // it never fails
	var b strings.Builder
	for i, c := range raw {
		if i > 0 && i%5 == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(digits[c%32])
	}
	return b.String()
}

// plainCode is a code as somebody types it, without what does not count.
func plainCode(typed string) string {
	return strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(typed))
}

// Tag is a short name of the lock: what was locked with another one is told apart by
// it.
func (l Lock) Tag() string {
	sum := sha256.Sum256([]byte(l.Recipient))
	return hex.EncodeToString(sum[:8])
}
