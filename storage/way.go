package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"

	"hearingdesk/hearing"
	"hearingdesk/storage/vault"
)

// A way is how SQLite gets into a file: by modernc's driver into one in clear, by
// ncruces' with a key into one that is encrypted. Nothing else asks which it is.
type way struct {
	path   string
	key    *vault.Key // nil: it is in clear
	across bool       // it is in clear, and goes by the driver that knows both
}

// into is the way into a file as it is. One that is encrypted and was not opened is
// [hearing.ErrShut].
func into(path string) (way, error) {
	key, err := vault.KeyOf(path)
	return way{path: path, key: key}, err
}

// Shut reports whether a file is encrypted and was not opened by [Unlock] yet.
func Shut(path string) bool {
	_, err := vault.KeyOf(path)
	return errors.Is(err, hearing.ErrShut)
}

// Encrypted reports whether a file is encrypted.
func Encrypted(path string) bool { return vault.Is(path) }

// Unlock opens an encrypted file with its passphrase or code, so that this program can
// open it, and its copies, until it ends. What does not open it is [hearing.ErrShut].
func Unlock(path, secret string) error { return vault.Open(path, secret) }

// driver is the name of the one that goes this way.
func (w way) driver() string {
	if w.key != nil || w.across {
		return vault.Driver
	}
	return "sqlite"
}

// open opens the file, or makes it where the mode is rwc.
func (w way) open(mode string, write bool) (*sql.DB, error) {
	return sql.Open(w.driver(), w.dsn(mode, write))
}

// patience is how long one program waits for another that holds the file.
var patience = 5 * time.Second

// cached is how much of a file a connection keeps in memory, in KiB: the calendar of a month
// goes back and forth in the index of who is taken, and SQLite's own 2,000 hold less of a
// large one.
const cached = 8000

// dsn holds every pragma, so that each connection of a pool has them. What is
// only read is written to all the same where a crash left a journal beside it:
// before that is played back nothing can be read.
func (w way) dsn(mode string, write bool) string {
	as := mode
	if _, err := os.Stat(w.path + "-journal"); mode == "ro" && err == nil {
		as = "rw"
	}
	v := url.Values{"mode": {as}, "_pragma": {fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "foreign_keys(1)", fmt.Sprintf("cache_size(-%d)", cached)}}
	if write {
		v.Set("_txlock", "immediate")
	}
	if mode != "ro" {
		v["_pragma"] = append(v["_pragma"], "journal_mode(wal)", "synchronous(full)")
		if write {
			v["_pragma"] = append(v["_pragma"], "wal_autocheckpoint(0)", fmt.Sprintf("journal_size_limit(%d)", keptLog))
		}
	}
	return w.named(v)
}

// opening opens a copy that nobody reads before it is whole, and brought to the disk.
func (w way) opening(journal string) string {
	return w.named(url.Values{"_pragma": {fmt.Sprintf("journal_mode(%s)", journal), "synchronous(off)"}})
}

// named is the file as SQLite names it, with what the driver is told.
func (w way) named(v url.Values) string {
	if w.driver() == vault.Driver {
		w.key.Say(v)
		v.Set("modeof", w.path) // what is beside the file is as open as that
	}
	name := (&url.URL{Path: filepath.ToSlash(w.path)}).EscapedPath()
	if strings.HasPrefix(name, "//") { // or it would be taken for a host
		name = "//" + name
	}
	return "file:" + name + "?" + strings.ReplaceAll(v.Encode(), "+", "%20") // SQLite knows no plus
}

// begin makes the file, with nothing in it.
func (w way) begin() error {
	if w.key != nil {
		return w.key.Begin(w.path)
	}
	return ownFile(w.path)
}

// alone has a copy need no file beside it: it says of itself, as the file does, that
// there is a log.
func (w way) alone(ctx context.Context) error {
	db, err := sql.Open(w.driver(), w.opening("delete"))
	if err != nil {
		return err
	}
	return errors.Join(db.PingContext(ctx), db.Close())
}

// A copying copies pages of an open database into another file, some at a time.
type copying interface {
	Step(pages int32) (more bool, err error)
	Remaining() int
	PageCount() int
	Finish() error
}

// copyTo begins to copy the database of a connection into the file.
func (w way) copyTo(connection any) (copying, error) {
	if from, ok := connection.(interface {
		NewBackup(to string) (*sqlite.Backup, error)
	}); ok {
		return from.NewBackup(w.opening("off"))
	}
	return vault.Copy(connection, w.opening("off"))
}
