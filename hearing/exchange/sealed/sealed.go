// Package sealed is a bundle as a file that goes from desk to desk on a disc or a
// stick: packed, signed by the desk that wrote it and, with a passphrase,
// encrypted.
//
// The file is one line of JSON (the format, the desk's public key and its signature
// of the rest), a line break, and the bundle as JSON, packed with gzip; the
// signature is Ed25519. With a passphrase all of that lies in a file of age
// (age-encryption.org/v1: scrypt, then ChaCha20-Poly1305), which the program age
// opens too.
package sealed

import (
	"bytes"
	"compress/gzip"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"

	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
)

// Format marks the file, and Version is the newest form of it that is read.
const (
	Format  = "hearingdesk-bundle"
	Version = 1
)

// Largest is how much a bundle may hold unpacked, in bytes.
const Largest = 1 << 30

// ageHead begins a file of age.
const ageHead = "age-encryption.org/v1\n"

// work is how long a passphrase takes to be tried, as a power of two: about a
// second, as long as age's own default.
var work = 18

type head struct {
	Format    string `json:"format"`
	Version   int    `json:"version"`
	Key       []byte `json:"key"`
	Signature []byte `json:"signature"`
}

// A Letter is a sealed bundle that was opened: its signature is right, and Key is
// whose it is.
type Letter struct {
	Bundle hearing.Bundle
	Key    ed25519.PublicKey
}

// Is reports whether a file is a sealed bundle, and whether it is encrypted.
func Is(data []byte) (is, encrypted bool) {
	if bytes.HasPrefix(data, []byte(ageHead)) {
		return true, true
	}
	line, _, _ := bytes.Cut(data[:min(len(data), 1024)], []byte("\n"))
	var h head
	return json.Unmarshal(line, &h) == nil && h.Format == Format, false
}

// Fingerprint is a key as two people compare it by telephone: 3f2a-….
func Fingerprint(key ed25519.PublicKey) string {
	sum := sha256.Sum256(key)
	text := hex.EncodeToString(sum[:8])
	return strings.Join([]string{text[:4], text[4:8], text[8:12], text[12:]}, "-")
}

// Write seals a bundle with the key of its desk. Without a passphrase anybody can
// read it, and nobody can alter it unseen.
func Write(b hearing.Bundle, key ed25519.PrivateKey, passphrase string) ([]byte, error) {
	b.Package.Format, b.Package.Version = hearing.PackageFormat, hearing.PackageVersion
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if err := errors.Join(json.NewEncoder(z).Encode(b), z.Close()); err != nil {
		return nil, fmt.Errorf("pack bundle: %w", err)
	}
	h, err := json.Marshal(head{Format, Version, key.Public().(ed25519.PublicKey), ed25519.Sign(key, packed.Bytes())})
	if err != nil {
		return nil, fmt.Errorf("seal bundle: %w", err)
	}
	text := append(append(h, '\n'), packed.Bytes()...)
	if passphrase == "" {
		return text, nil
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("seal bundle: %w", err)
	}
	to.SetWorkFactor(work)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, fmt.Errorf("seal bundle: %w", err)
	}
	_, err = w.Write(text)
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, fmt.Errorf("seal bundle: %w", err)
	}
	return out.Bytes(), nil
}

// Read opens a sealed bundle. One that needs a passphrase, or another one, is
// [hearing.ErrPassphrase]; one that was altered is [hearing.ErrSignature]; what is
// wrong in its records is in [hearing.FieldErrors].
func Read(data []byte, passphrase string) (Letter, error) {
	if _, encrypted := Is(data); encrypted {
		var err error
		if data, err = decrypt(data, passphrase); err != nil {
			return Letter{}, err
		}
	}
	line, packed, ok := bytes.Cut(data, []byte("\n"))
	var h head
	if err := json.Unmarshal(line, &h); !ok || err != nil || h.Format != Format {
		return Letter{}, hearing.ErrForeign
	}
	if h.Version > Version {
		return Letter{}, hearing.ErrNewer
	}
	if len(h.Key) != ed25519.PublicKeySize || !ed25519.Verify(h.Key, packed, h.Signature) {
		return Letter{}, hearing.ErrSignature
	}
	b, err := unpack(packed)
	return Letter{Bundle: b, Key: h.Key}, err
}

func decrypt(data []byte, passphrase string) ([]byte, error) {
	if passphrase == "" {
		return nil, hearing.ErrPassphrase
	}
	by, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, fmt.Errorf("open bundle: %w", err)
	}
	by.SetMaxWorkFactor(work + 2) // what takes longer is a trap
	r, err := age.Decrypt(bytes.NewReader(data), by)
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return nil, hearing.ErrPassphrase
	case err != nil:
		return nil, hearing.ErrSignature
	}
	out, err := io.ReadAll(r)
	if err != nil {
		return nil, hearing.ErrSignature
	}
	return out, nil
}

func unpack(packed []byte) (hearing.Bundle, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return hearing.Bundle{}, hearing.ErrSignature
	}
	text, err := io.ReadAll(io.LimitReader(z, Largest+1))
	if err != nil || len(text) > Largest {
		return hearing.Bundle{}, hearing.ErrSignature
	}
	var raw struct {
		From      string            `json:"from"`
		Package   json.RawMessage   `json:"package"`
		Histories []hearing.History `json:"histories"`
		Gone      []hearing.Gone    `json:"gone"`
	}
	if err := json.Unmarshal(text, &raw); err != nil {
		return hearing.Bundle{}, hearing.ErrForeign
	}
	p, err := exchange.Decode(raw.Package)
	return hearing.Bundle{From: raw.From, Package: p, Histories: raw.Histories, Gone: raw.Gone}, err
}
