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
	"sync"

	"modernc.org/sqlite"
)

// On Linux, SQLite's locks on a file are of the handle that has them (OFD), not of the
// process: this program can open the file past SQLite and close it, and gives none up. It
// holds from the first file on, and where the system has no such locks it is as before.
var _, _ = sqlite.OFDLocking(true)

// blockSize is how many bytes are copied at once, and before it is asked whether to stop.
var blockSize int64 = 4 << 20

// A frame of the log is a head, which begins with the number of its page, and the page.
const (
	logHead   = 32
	frameHead = 24
)

// blocks is the copying of a file in clear in large blocks instead of page by page. It may
// do so because within a reading transaction nobody changes in the file but pages that stand
// in its log, and the log is not begun anew: so what was copied is laid over with those
// pages, as the transaction has them.
type blocks struct {
	tx    *sql.Tx // has read something: it stands still
	from  *os.File
	to    string
	log   string // its name
	page  int64  // bytes of a page
	pages int64  // how many the copy has
	mu    sync.Mutex
	there int64 // how many of them the file had; the others stand in the log alone
}

// inBlocks copies the file that a transaction reads over an empty one, and tells how far it
// is, from 0 to 1.
func inBlocks(ctx context.Context, tx *sql.Tx, to string, told func(far float64)) error {
	b := &blocks{tx: tx, to: to}
	var name string
	if err := tx.QueryRowContext(ctx, say("Extent")).Scan(&name, &b.page, &b.pages); err != nil {
		return err
	}
	b.log, b.there = name+"-wal", b.pages
	var err error
	if b.from, err = os.Open(name); err != nil { //nolint:gosec // the desk's own
		return err
	}
	defer func() { _ = b.from.Close() }() // it was only read
	if err = b.pastCache(ctx, told); errors.Is(err, errors.ErrUnsupported) {
		err = b.throughCache(ctx, told)
	}
	if err == nil {
		err = b.layOver(ctx)
	}
	return err
}

// size is how many bytes the copy has.
func (b *blocks) size() int64 { return b.pages * b.page }

// ends notes that the file has no more than so many bytes.
func (b *blocks) ends(at int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.there = min(b.there, at/b.page)
}

// throughCache has the system copy, as it copies any file.
func (b *blocks) throughCache(ctx context.Context, told func(far float64)) error {
	to, err := os.OpenFile(b.to, os.O_WRONLY, 0) //nolint:gosec // beside the user's file
	if err != nil {
		return err
	}
	for at := int64(0); at < b.size() && err == nil; {
		var n int64
		n, err = io.CopyN(to, b.from, min(blockSize, b.size()-at))
		if at += n; errors.Is(err, io.EOF) {
			b.ends(at)
			err = nil
			break
		}
		told(float64(at) / float64(b.size()))
		err = errors.Join(err, ctx.Err())
	}
	return errors.Join(err, to.Close())
}

// layOver writes the pages that stand in the log over the copy.
func (b *blocks) layOver(ctx context.Context) error {
	logged, err := b.logged()
	if err != nil {
		return err
	}
	beyond := int64(0)
	for _, n := range logged {
		if int64(n) > b.there {
			beyond++
		}
	}
	if b.there+beyond < b.pages {
		return fmt.Errorf("copy %d pages of %d: %w", b.there+beyond, b.pages, io.ErrUnexpectedEOF)
	}
	to, err := os.OpenFile(b.to, os.O_WRONLY, 0) //nolint:gosec // beside the user's file
	if err != nil {
		return err
	}
	return errors.Join(b.lay(ctx, logged, to), to.Close())
}

func (b *blocks) lay(ctx context.Context, logged []uint32, to *os.File) error {
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
		if _, err := to.WriteAt(page, (int64(n)-1)*b.page); err != nil {
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
		if n := binary.BigEndian.Uint32(head); n > 0 && int64(n) <= b.pages {
			found[n] = struct{}{}
		}
	}
}
