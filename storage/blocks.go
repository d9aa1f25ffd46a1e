package storage

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"

	"modernc.org/sqlite"
)

// On Linux, SQLite's locks on a file are of the handle that has them (OFD), not of the
// process: this program can open the file past SQLite and close it, and gives none up. It
// holds from the first file on, and where the system has no such locks it is as before.
var _, _ = sqlite.OFDLocking(true)

// blockSize is how many bytes are copied before it is asked whether to stop.
var blockSize int64 = 16 << 20

// A frame of the log is a head, which begins with the number of its page, and the page.
const (
	logHead   = 32
	frameHead = 24
)

// blocks is the copying of a file in clear in large blocks, which the system does by
// itself, instead of page by page. It may do so because within a reading transaction
// nobody changes in the file but pages that stand in its log, and the log is not begun
// anew: so what was copied is laid over with those pages, as the transaction has them.
type blocks struct {
	tx       *sql.Tx // has read something: it stands still
	from, to *os.File
	log      string // its name
	page     int64  // bytes of a page
	size     int64  // bytes of the copy
	done     int64  // bytes that were copied
}

// inBlocks copies the file that a transaction reads over an empty one.
func inBlocks(ctx context.Context, tx *sql.Tx, to string, told func(far float64)) error {
	b := &blocks{tx: tx}
	var name string
	var count int64
	if err := tx.QueryRowContext(ctx, say("Extent")).Scan(&name, &b.page, &count); err != nil {
		return err
	}
	b.log, b.size = name+"-wal", count*b.page
	var err error
	if b.from, err = os.Open(name); err != nil { //nolint:gosec // the desk's own
		return err
	}
	defer func() { _ = b.from.Close() }()                        // it was only read
	if b.to, err = os.OpenFile(to, os.O_WRONLY, 0); err != nil { //nolint:gosec // beside the user's file
		return err
	}
	return errors.Join(b.run(ctx, told), b.to.Close())
}

// run copies all of it, and tells how far it is, from 0 to 1.
func (b *blocks) run(ctx context.Context, told func(far float64)) error {
	for b.done < b.size {
		n, err := io.CopyN(b.to, b.from, min(blockSize, b.size-b.done))
		b.done += n
		if errors.Is(err, io.EOF) {
			break // the rest stands in the log alone
		}
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		told(float64(b.done) / float64(b.size))
	}
	if err := b.layOver(ctx); err != nil {
		return err
	}
	made, err := b.to.Stat()
	if err == nil && made.Size() != b.size {
		err = fmt.Errorf("copy %d bytes of %d: %w", made.Size(), b.size, io.ErrUnexpectedEOF)
	}
	return err
}

// layOver writes the pages that stand in the log over the copy.
func (b *blocks) layOver(ctx context.Context) error {
	logged, err := b.logged()
	if err != nil || len(logged) == 0 {
		return err
	}
	read, err := b.tx.PrepareContext(ctx, say("Page"))
	if err != nil {
		return err
	}
	defer func() { _ = read.Close() }() // it only read
	for _, n := range logged {
		var page []byte
		if err := read.QueryRowContext(ctx, n).Scan(&page); err != nil {
			return err
		}
		if _, err := b.to.WriteAt(page, (int64(n)-1)*b.page); err != nil {
			return err
		}
	}
	return nil
}

// logged lists the pages that stand in the log. What is written to it meanwhile, or is
// left in it from before, costs a page that is read for nothing.
func (b *blocks) logged() ([]uint32, error) {
	f, err := os.Open(b.log)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	found := map[uint32]struct{}{}
	head := make([]byte, 4)
	for at := int64(logHead); ; at += frameHead + b.page {
		if _, err := f.ReadAt(head, at); errors.Is(err, io.EOF) {
			return slices.Sorted(maps.Keys(found)), nil
		} else if err != nil {
			return nil, err
		}
		if n := binary.BigEndian.Uint32(head); n > 0 && int64(n) <= b.size/b.page {
			found[n] = struct{}{}
		}
	}
}
