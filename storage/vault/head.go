package vault

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"hearingdesk/hearing"
	"hearingdesk/storage/locked"
)

// Format marks an encrypted file, and Version is the newest form of it that is read.
const (
	Format  = "hearingdesk-file"
	Version = 1
)

// A Head is what stands before the database, twice, so that one is whole whenever the
// passphrase is changed: a line of JSON, and on the next line the SHA-256 of it.
type Head struct {
	Format  string      `json:"format"`
	Version int         `json:"version"`
	Turn    int         `json:"turn"` // the higher one counts
	Lock    locked.Lock `json:"lock"`
}

// slot is how long each of the two is, in bytes, and before what is behind both.
const (
	slot   = 4096
	before = 2 * slot
)

// start is how both begin, so that a file is told from others by it.
var start = []byte(`{"format":"` + Format + `"`)

// Is reports whether a file is encrypted: one of its two heads begins as they do.
func Is(file string) bool {
	both, err := read(file)
	return err == nil && (bytes.HasPrefix(both, start) || len(both) > slot && bytes.HasPrefix(both[slot:], start))
}

// read reads the two heads of a file, or as much as there is.
func read(file string) ([]byte, error) {
	f, err := os.Open(file) //nolint:gosec // the user names the file
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	both := make([]byte, before)
	n, err := io.ReadFull(f, both)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		err = nil
	}
	return both[:n], err
}

// HeadOf reads the head of a file. What is not encrypted is [hearing.ErrForeign], one of
// a newer program [hearing.ErrNewer], one whose heads are both broken
// [hearing.ErrDamaged].
func HeadOf(file string) (Head, error) {
	both, err := read(file)
	if err != nil {
		return Head{}, err
	}
	var out Head
	for at := 0; at+slot <= len(both); at += slot {
		if h, ok := parse(both[at : at+slot]); ok && h.Turn > out.Turn {
			out = h
		}
	}
	switch {
	case out.Version > Version:
		return out, hearing.ErrNewer
	case out.Turn > 0:
		return out, nil
	case Is(file):
		return out, hearing.ErrDamaged
	}
	return out, hearing.ErrForeign
}

// Mend writes anew one of the heads of a file that was broken, by the other one.
func Mend(file string) error {
	if !Is(file) || Whole(file) {
		return nil
	}
	h, err := HeadOf(file)
	if err != nil {
		return err
	}
	return put(file, h)
}

// Whole reports whether both heads of a file are as they were written.
func Whole(file string) bool {
	both, err := read(file)
	if err != nil {
		return false
	}
	for at := 0; at < before; at += slot {
		if at+slot > len(both) {
			return false
		}
		if _, ok := parse(both[at : at+slot]); !ok {
			return false
		}
	}
	return true
}

// put writes both heads, the one that counts last: one is whole at any moment.
func put(file string, h Head) error {
	both, err := read(file)
	if err != nil {
		return err
	}
	order := []int64{slot, 0}
	if one, ok := parse(both[:min(slot, len(both))]); !ok || one.Turn < h.Turn {
		order = []int64{0, slot}
	}
	f, err := os.OpenFile(file, os.O_RDWR, 0) //nolint:gosec // the desk's own
	if err != nil {
		return err
	}
	for _, at := range order {
		h.Turn++
		text, err := h.write()
		if err == nil {
			_, err = f.WriteAt(text, at)
		}
		if err = errors.Join(err, f.Sync()); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
}

// parse reads one head; false: it is not whole.
func parse(text []byte) (Head, bool) {
	var h Head
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	sum, _, _ := bytes.Cut(rest, []byte("\n"))
	want := sha256.Sum256(line)
	if string(sum) != hex.EncodeToString(want[:]) {
		return h, false
	}
	return h, json.Unmarshal(line, &h) == nil && h.Format == Format && h.Turn > 0
}

// write is a head as it lies in a file.
func (h Head) write() ([]byte, error) {
	h.Format, h.Version = Format, Version
	line, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(line)
	out := make([]byte, slot)
	if n := copy(out, string(line)+"\n"+hex.EncodeToString(sum[:])+"\n"); n == slot {
		return nil, fmt.Errorf("a head of %d bytes", len(line))
	}
	return out, nil
}

// Begin makes a file of a key with nothing in it yet, or makes one that is there empty.
func (k *Key) Begin(file string) error {
	one, err := Head{Turn: 1, Lock: k.Lock()}.write()
	if err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600) //nolint:gosec // beside the user's file
	if err != nil {
		return err
	}
	_, err = f.Write(append(one, one...))
	return errors.Join(err, f.Close())
}

// KeyOf returns the key of a file; nil: it is in clear, or there is none. One that
// nobody has opened yet is [hearing.ErrShut].
func KeyOf(file string) (*Key, error) {
	h, err := HeadOf(file)
	if errors.Is(err, hearing.ErrForeign) || errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if k, ok := keyOf(h.Lock); ok {
		return k, nil
	}
	return nil, hearing.ErrShut
}

// Open opens a file with its passphrase or code, so that the program knows its key. A
// wrong one is [hearing.ErrShut].
func Open(file, secret string) error {
	h, err := HeadOf(file)
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	err = open(h.Lock, secret)
	if errors.Is(err, hearing.ErrSecret) {
		err = hearing.ErrShut
	}
	if err != nil {
		err = fmt.Errorf("read %s: %w", file, err)
	}
	return err
}

// Change has another passphrase open a file that is open already, and returns its new
// code. The pages stay as they are. A power cut leaves the passphrase of before, or the
// new one.
func (k *Key) Change(file, passphrase string) (code string, err error) {
	h, err := HeadOf(file)
	if err != nil {
		return "", err
	}
	if h.Lock, code, err = h.Lock.Renew(k.of, passphrase); err != nil {
		return "", err
	}
	if err := put(file, h); err != nil {
		return "", err
	}
	k.lock.Store(&h.Lock)
	return code, nil
}
