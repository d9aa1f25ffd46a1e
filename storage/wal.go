package storage

import (
	"context"
	"database/sql"
	"os"
	"sync"
)

// SQLite writes what was changed into a log first, and brings it into the file from
// there. Left to itself it does that within the save that makes the log long, for
// which a clerk then waits some ten times as long. Here it is done beside the saves.

const (
	rowsLogged = 2000     // changed rows after which the log is brought into the file
	longestLog = 64 << 20 // bytes: of a longer one the next save brings it in itself
	keptLog    = 16 << 20 // bytes to which the log is cut when it is begun anew
)

// A logging brings the log into the file beside the saves.
type logging struct {
	path string
	read *sql.DB
	wake chan struct{}
	done chan struct{} // closed when it has ended
	mu   sync.Mutex
	seen int64 // changed rows when it was last woken
	over bool  // it is to end
}

func newLogging(path string, read *sql.DB) *logging {
	l := &logging{path: path, read: read, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go l.run()
	return l
}

func (l *logging) run() {
	defer close(l.done)
	for range l.wake {
		// What cannot be brought in now, because somebody reads it, is the next time.
		_, _ = l.read.ExecContext(context.Background(), "PRAGMA wal_checkpoint(PASSIVE)")
	}
}

// end waits until it has ended.
func (l *logging) end() {
	l.mu.Lock()
	if !l.over {
		close(l.wake)
	}
	l.over = true
	l.mu.Unlock()
	<-l.done
}

// changed hears, after a commit, how many rows were changed since the file was opened.
func (l *logging) changed(ctx context.Context, rows int64, write *sql.DB) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.over || rows-l.seen < rowsLogged {
		return
	}
	l.seen = rows
	if info, err := os.Stat(l.path + "-wal"); err == nil && info.Size() > longestLog {
		_, _ = write.ExecContext(context.WithoutCancel(ctx), "PRAGMA wal_checkpoint(PASSIVE)") // or the next time
		return
	}
	select {
	case l.wake <- struct{}{}:
	default: // it is at it
	}
}
