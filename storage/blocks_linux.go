package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sys/unix"
)

const (
	atOnce  = 4    // blocks that are under way: the disk has the next one before it has done with this one
	aligned = 4096 // what goes past the cache begins and ends at a multiple of that many bytes
)

// pastCache writes the copy past the system's cache, into room that it was given before. What
// goes through the cache lies there until the next save of anything has it all written out:
// the save would wait for it, and the copy for the saves. Where the file system knows no such
// writing it is [errors.ErrUnsupported].
func (b *blocks) pastCache(ctx context.Context, told func(far float64)) error {
	if b.page%aligned != 0 {
		return errors.ErrUnsupported
	}
	to, err := os.OpenFile(b.to, os.O_WRONLY|unix.O_DIRECT, 0) //nolint:gosec // beside the user's file
	if err == nil {
		err = errors.Join(b.writePast(ctx, to, told), to.Close())
	}
	if errors.Is(err, unix.EINVAL) {
		err = fmt.Errorf("%w: %w", errors.ErrUnsupported, err)
	}
	return err
}

func (b *blocks) writePast(ctx context.Context, to *os.File, told func(far float64)) error {
	switch err := unix.Fallocate(int(to.Fd()), 0, 0, b.size()); { //nolint:gosec // a descriptor is small
	case errors.Is(err, unix.EOPNOTSUPP), errors.Is(err, unix.ENOSYS): // it grows as it is written
	case err != nil:
		return err
	}
	memory, err := unix.Mmap(-1, 0, int(atOnce*blockSize), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_ANON|unix.MAP_PRIVATE) // aligned
	if err != nil {
		return err
	}
	free := make(chan []byte, atOnce)
	for i := range int64(atOnce) {
		free <- memory[i*blockSize : (i+1)*blockSize]
	}
	g, ok := errgroup.WithContext(ctx)
	for at := int64(0); at < b.size() && ok.Err() == nil; at += blockSize {
		block := <-free
		g.Go(func() error {
			defer func() { free <- block }()
			return b.block(to, block[:min(blockSize, b.size()-at)], at)
		})
		told(float64(at) / float64(b.size()))
	}
	return errors.Join(g.Wait(), ctx.Err(), unix.Munmap(memory))
}

// block copies one block.
func (b *blocks) block(to *os.File, block []byte, at int64) error {
	n, err := b.from.ReadAt(block, at)
	if errors.Is(err, io.EOF) {
		n -= n % aligned
		b.ends(at + int64(n))
		err = nil
	}
	if err == nil && n > 0 {
		_, err = to.WriteAt(block[:n], at)
	}
	return err
}
