package vault

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"lukechampine.com/adiantum"
	"lukechampine.com/adiantum/hbsh"
)

// block is what is encrypted at once, in bytes: a page of SQLite's.
const block = 4096

// A Clear reads the database of a file that nobody writes to, in clear.
type Clear struct {
	io.ReadCloser
	size int64
}

// Size is that of the database, in bytes.
func (c Clear) Size() int64 { return c.size }

// Read opens a file that is closed and has no log, for reading its database in clear;
// one that is in clear is read as it is.
func Read(file string) (Clear, error) {
	k, err := KeyOf(file)
	if err != nil {
		return Clear{}, err
	}
	f, err := os.Open(file) //nolint:gosec // a copy of the program's own
	if err != nil {
		return Clear{}, err
	}
	info, err := f.Stat()
	if err == nil && k != nil {
		_, err = f.Seek(before, io.SeekStart)
	}
	if err != nil {
		return Clear{}, errors.Join(err, f.Close())
	}
	if k == nil {
		return Clear{f, info.Size()}, nil
	}
	return Clear{&clearing{f: f, by: adiantum.New(k.pages)}, info.Size() - before}, nil
}

// A clearing decrypts what it reads, block by block.
type clearing struct {
	f    *os.File // not embedded: it would be copied from as it is
	by   *hbsh.HBSH
	at   uint64
	left []byte
}

// Read reads on.
func (c *clearing) Read(p []byte) (int, error) {
	if len(c.left) == 0 {
		next := make([]byte, block)
		if _, err := io.ReadFull(c.f, next); err != nil {
			return 0, err
		}
		c.left = c.by.Decrypt(next, tweak(c.at))
		c.at += block
	}
	n := copy(p, c.left)
	c.left = c.left[n:]
	return n, nil
}

// Close ends the reading.
func (c *clearing) Close() error { return c.f.Close() }

// tweak is what tells a block from another one: where it stands.
func tweak(at uint64) []byte { return binary.LittleEndian.AppendUint64(nil, at) }

// Write makes an encrypted file of a database in clear.
func (k *Key) Write(to string, from io.Reader) error {
	if err := k.Begin(to); err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_APPEND, 0) //nolint:gosec // beside the user's file
	if err != nil {
		return err
	}
	return errors.Join(k.encrypt(f, from), f.Sync(), f.Close())
}

func (k *Key) encrypt(to io.Writer, from io.Reader) error {
	by := adiantum.New(k.pages)
	for at := uint64(0); ; at += block {
		page := make([]byte, block)
		_, err := io.ReadFull(from, page)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("encrypt: %w", err)
		}
		if _, err := to.Write(by.Encrypt(page, tweak(at))); err != nil {
			return err
		}
	}
}
