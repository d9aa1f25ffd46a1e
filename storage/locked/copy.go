package locked

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"filippo.io/age"

	"hearingdesk/hearing"
)

// Format marks a locked copy, and Version is the newest form of it that is read.
const (
	Format  = "hearingdesk-copy"
	Version = 1
)

// longestHead is how long the first line of a copy may be, in bytes: of a desk with
// half a million scans.
const longestHead = 64 << 20

// A Head is the first line of a locked copy, as JSON: anybody can read it. What
// follows the line is the desk's file, as age.
type Head struct {
	Format   string   `json:"format"`
	Version  int      `json:"version"`
	Lock     Lock     `json:"lock"`
	Contents []string `json:"contents,omitempty"` // hashes of the contents beside the copies that belong to it
}

// Write locks a file: from is read whole. own opens what was written too, and is to
// be forgotten: it is how the one who wrote can look at what is on the disk.
func Write(to io.Writer, h Head, from io.Reader, own age.Recipient) error {
	h.Format, h.Version = Format, Version
	line, err := json.Marshal(h)
	if err != nil {
		return fmt.Errorf("lock copy: %w", err)
	}
	if _, err = to.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("lock copy: %w", err)
	}
	return h.Lock.Encrypt(to, from, own)
}

// Encrypt writes something as age, for whoever opens the lock.
func (l Lock) Encrypt(to io.Writer, from io.Reader, more ...age.Recipient) error {
	r, err := age.ParseX25519Recipient(l.Recipient)
	if err != nil {
		return fmt.Errorf("lock: %w", hearing.ErrDamaged)
	}
	w, err := age.Encrypt(to, append([]age.Recipient{r}, more...)...)
	if err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	_, err = io.Copy(w, from)
	if err = errors.Join(err, w.Close()); err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	return nil
}

// Is reports whether a file is a locked copy.
func Is(file string) bool {
	f, err := os.Open(file) //nolint:gosec // the user names the file
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	start := make([]byte, len(`{"format":"`+Format+`"`))
	_, err = io.ReadFull(f, start)
	return err == nil && string(start) == `{"format":"`+Format+`"`
}

// ReadHead reads the first line of a copy, and returns how long it is. What is no copy
// is [hearing.ErrForeign], one of a newer program [hearing.ErrNewer].
func ReadHead(from io.Reader) (Head, int64, error) {
	var h Head
	line, err := bufio.NewReader(io.LimitReader(from, longestHead)).ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &h) != nil || h.Format != Format {
		return h, 0, hearing.ErrForeign
	}
	if h.Version > Version {
		return h, 0, hearing.ErrNewer
	}
	return h, int64(len(line)), nil
}

// HeadOf is [ReadHead] of a file.
func HeadOf(file string) (Head, error) {
	f, err := os.Open(file) //nolint:gosec // the user names the file
	if err != nil {
		return Head{}, fmt.Errorf("read %s: %w", file, err)
	}
	h, _, err := ReadHead(f)
	return h, errors.Join(err, f.Close())
}

// An Opened is a locked copy that is read through its lock. Nothing of it is written
// anywhere.
type Opened struct {
	Head Head
	io.ReaderAt
	Size int64 // of the desk's file
	file *os.File
}

// Open opens a copy. A key that does not fit is [hearing.ErrSecret]; one that was
// altered or cut off is [hearing.ErrDamaged], here or when it is read.
func Open(file string, key func(Lock) (age.Identity, error)) (*Opened, error) {
	f, err := os.Open(file) //nolint:gosec // the user names the file
	if err != nil {
		return nil, err
	}
	o := &Opened{file: f}
	if err := o.unlock(key); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return o, nil
}

func (o *Opened) unlock(key func(Lock) (age.Identity, error)) error {
	h, at, err := ReadHead(o.file)
	if err != nil {
		return err
	}
	by, err := key(h.Lock)
	if err != nil {
		return err
	}
	info, err := o.file.Stat()
	if err != nil {
		return err
	}
	o.Head = h
	o.ReaderAt, o.Size, err = age.DecryptReaderAt(io.NewSectionReader(o.file, at, info.Size()-at), info.Size()-at, by)
	return opened(err)
}

// Close ends the reading.
func (o *Opened) Close() error { return o.file.Close() }

// Decrypt reads something that was locked. A key that does not fit is
// [hearing.ErrSecret], what was altered [hearing.ErrDamaged].
func Decrypt(from io.Reader, by age.Identity) ([]byte, error) {
	r, err := age.Decrypt(from, by)
	if err != nil {
		return nil, opened(err)
	}
	data, err := io.ReadAll(r)
	return data, opened(err)
}

func opened(err error) error {
	var none *age.NoIdentityMatchError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &none):
		return hearing.ErrSecret
	}
	return fmt.Errorf("%w (%w)", hearing.ErrDamaged, err)
}
