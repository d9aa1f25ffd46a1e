package vault

import (
	"errors"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
)

// A Copying copies the pages of an open database into another file.
type Copying struct{ by *sqlite3.Backup }

// Copy begins to copy the database of a connection of this driver to where a name says.
func Copy(connection any, to string) (Copying, error) {
	from, ok := connection.(driver.Conn)
	if !ok {
		return Copying{}, errors.ErrUnsupported
	}
	by, err := from.Raw().BackupInit("main", to)
	return Copying{by}, err
}

// Step copies some pages, and reports whether there are more.
func (c Copying) Step(pages int32) (bool, error) {
	done, err := c.by.Step(int(pages))
	return !done, err
}

// Remaining is how many pages are left.
func (c Copying) Remaining() int { return c.by.Remaining() }

// PageCount is how many there are.
func (c Copying) PageCount() int { return c.by.PageCount() }

// Finish ends it.
func (c Copying) Finish() error { return c.by.Close() }
