package storage

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"modernc.org/sqlite"
)

// copiedAtOnce is how many pages are copied before it is asked whether to stop.
const copiedAtOnce = 4096

// snapshot copies the file alone, as it is at one instant, while it is written to.
// It copies what lies in the file, which costs a fraction of what writing it anew does.
func (d *Desk) snapshot(ctx context.Context, to string) error {
	return d.snapshotTold(ctx, to, func(float64) {})
}

// snapshotTold is snapshot, and tells how far it is, from 0 to 1.
func (d *Desk) snapshotTold(ctx context.Context, to string, told func(far float64)) error {
	return d.snapshotBy(ctx, way{path: to, key: d.key}, told)
}

// snapshotBy is snapshotTold into a file that need not be as the desk's own is.
func (d *Desk) snapshotBy(ctx context.Context, to way, told func(far float64)) error {
	remove(to.path)
	err := to.begin()
	if err == nil {
		err = d.pages(ctx, to, told)
	}
	if err == nil {
		err = to.alone(ctx)
	}
	if err == nil {
		err = syncFile(to.path)
	}
	if err != nil {
		remove(to.path)
	}
	return err
}

// ownFile makes an empty file that nobody else can read: SQLite would ask the system how
// open it is to be.
func ownFile(name string) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600) //nolint:gosec // beside the user's file
	if err != nil {
		return err
	}
	return f.Close()
}

// pages copies every page within one reading transaction, so that no change of
// somebody else has it begin anew. Of a file that another machine holds, and of which the
// desk is a copy, they are those that it has now.
func (d *Desk) pages(ctx context.Context, to way, told func(far float64)) error {
	if d.Snapshot() {
		now, err := OpenReadOnly(ctx, d.of, d.o)
		if err != nil {
			return err
		}
		defer func() { _ = now.Close() }() // it was only read
		d = now
	}
	c, err := d.whole.Conn(ctx) // whoever makes it: a copy is of everything
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }() // it only read
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()       // it only read
	if _, err := tables(ctx, tx); err != nil { // from here on it stands still
		return err
	}
	if d.key == nil && to.key == nil && !to.across && sqlite.OFDLockingEnabled() {
		return inBlocks(ctx, tx, to.path, told)
	}
	return c.Raw(func(driver any) error { return pageByPage(ctx, driver, to, told) })
}

// pageByPage copies a file that is encrypted, or is to be, or that cannot be opened past
// SQLite.
func pageByPage(ctx context.Context, connection any, to way, told func(far float64)) error {
	b, err := to.copyTo(connection)
	if err != nil {
		return err
	}
	for more := true; more && err == nil; {
		if more, err = b.Step(copiedAtOnce); err == nil {
			told(1 - float64(b.Remaining())/float64(max(b.PageCount(), 1)))
			err = ctx.Err()
		}
	}
	return errors.Join(err, b.Finish())
}
