package storage

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"filippo.io/age"

	"hearingdesk/hearing"
	"hearingdesk/storage/locked"
)

// A pool is the folder of contents beside the locked copies of a desk, which all of
// them share: ab/<hash>.<tag of the lock>. A disk that goes from machine to machine
// often knows no links.
type pool string

var copyName = regexp.MustCompile(`-\d{8}-\d{6}(\.\d+)?\.locked$`)

// poolOf is the pool of a locked copy.
func poolOf(file string) pool {
	return pool(filepath.Join(filepath.Dir(file), copyName.ReplaceAllString(filepath.Base(file), "")) + ".contents")
}

// clear removes what no copy of the folder needs any longer. While one of them cannot
// be read, nothing is.
func (p pool) clear() {
	needed := map[string]bool{}
	files, _ := filepath.Glob(globbed(strings.TrimSuffix(string(p), ".contents")) + "-*" + lockedSuffix) // the pattern is right
	for _, file := range files {
		h, err := locked.HeadOf(file)
		if err != nil {
			return
		}
		for _, hash := range h.Contents {
			needed[hash+"."+h.Lock.Tag()] = true
		}
	}
	there, _ := fs.Glob(os.DirFS(string(p)), "??/*") // the pattern is right
	for _, file := range there {
		if !needed[filepath.Base(file)] {
			_ = os.Remove(filepath.Join(string(p), filepath.FromSlash(file))) // the next time finds it
		}
	}
}

// globbed is a path as a pattern that means it alone.
func globbed(path string) string {
	return strings.NewReplacer(`*`, `[*]`, `?`, `[?]`, `[`, `[[]`).Replace(path)
}

// A lockedFolder reads contents of a pool with the key of one lock.
type lockedFolder struct {
	in  pool
	tag string
	key age.Identity
}

func (f lockedFolder) place(hash string) string {
	return filepath.Join(string(f.in), hash[:2], hash+"."+f.tag)
}

func (f lockedFolder) get(hash string) ([]byte, error) {
	file, err := os.Open(f.place(hash))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &hearing.ContentError{Hash: hash, Place: f.place(hash), Missing: true}
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	data, err := locked.Decrypt(file, f.key)
	if err != nil || hearing.HashOf(data) != hash {
		return nil, &hearing.ContentError{Hash: hash, Place: f.place(hash)}
	}
	return data, nil
}

func (f lockedFolder) check(hash string) error {
	_, err := f.get(hash)
	return err
}

// take locks a content into the pool, unless it is there, and opens what it wrote.
func (f lockedFolder) take(l locked.Lock, hash string, from folder, proof *age.X25519Identity) error {
	if _, err := os.Stat(f.place(hash)); err == nil {
		return nil
	}
	data, err := from.get(hash)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := l.Encrypt(&out, bytes.NewReader(data), proof.Recipient()); err != nil {
		return err
	}
	if err := (folder{dir: string(f.in)}).write(f.place(hash), out.Bytes()); err != nil {
		return err
	}
	if err := f.check(hash); err != nil {
		_ = os.Remove(f.place(hash)) // the next copy writes it anew
		return err
	}
	return nil
}

// sumOf reads something whole and returns its SHA-256.
func sumOf(r io.Reader) (out [sha256.Size]byte, err error) {
	h := sha256.New()
	_, err = io.Copy(h, r)
	return [sha256.Size]byte(h.Sum(nil)), err
}
