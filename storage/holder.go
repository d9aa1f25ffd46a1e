package storage

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"

	"hearingdesk/hearing"
)

// A holder is the file beside a desk that says which machine works on it. SQLite
// lets programs of one machine share a file; between machines that share a disk it
// does not work, and the file would be broken.
type holder struct {
	path string
	me   hearing.Holder
	mu   sync.Mutex
	beat time.Time // when it was last written or looked at
}

// holderSuffix is what the name of a holder ends in.
const holderSuffix = ".holder"

// beats is how often a holder says that it is still there, and quiet how long it
// must have been silent to be taken for gone.
var (
	beats = time.Minute
	quiet = 5 * time.Minute
)

// take makes the desk the machine's own. Where another machine holds it, it is a
// [*hearing.HeldError]. That the file cannot be written for another reason does
// not matter here: opening the desk says so.
func (h *holder) take() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.look()
}

// still holds, once in a while, that the desk is still the machine's own: one
// that slept for an hour may find it taken.
func (h *holder) still() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.beat.IsZero() && time.Since(h.beat) < beats {
		return nil
	}
	return h.look()
}

func (h *holder) look() error {
	if other, is := h.elsewhere(); is {
		return &hearing.HeldError{Holder: other}
	}
	h.beat = time.Now()
	text, err := json.Marshal(h.me)
	if err == nil {
		_ = os.WriteFile(h.path, text, 0o600) //nolint:gosec // beside the user's file; see take
	}
	return nil
}

func (h *holder) read() (out hearing.Holder, there bool) {
	text, err := os.ReadFile(h.path)
	return out, err == nil && json.Unmarshal(text, &out) == nil
}

// elsewhere reports whether another machine works on the desk, and who does there.
func (h *holder) elsewhere() (hearing.Holder, bool) {
	other, there := h.read()
	return other, there && other.Host != h.me.Host && h.age() < quiet
}

// age is how long the holder has been silent by the clock that stamps the files:
// the clocks of two machines need not agree.
func (h *holder) age() time.Duration {
	was, err := os.Stat(h.path)
	if err != nil {
		return quiet
	}
	probe, err := os.CreateTemp(filepath.Dir(h.path), ".probe-*")
	if err != nil {
		return 0 // nobody else's, where nothing can be written
	}
	defer func() { _ = os.Remove(probe.Name()) }()
	_, werr := probe.WriteString("x") // the stamp is of the write
	if errors.Join(werr, probe.Close()) != nil {
		return 0
	}
	now, err := os.Stat(probe.Name())
	if err != nil {
		return 0
	}
	return now.ModTime().Sub(was.ModTime())
}

// leave takes the holder away, unless another program of the machine has come.
func (h *holder) leave() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if now, there := h.read(); there && now == h.me {
		_ = os.Remove(h.path) // else it is found to be silent
	}
}

// Beat says that the desk is still worked on. A window calls it now and then:
// what is never said for some minutes is taken for gone.
func (d *Desk) Beat() error {
	if d.holder == nil {
		return nil
	}
	return d.holder.still()
}

// hold makes the desk this machine's own.
func (d *Desk) hold() error {
	host := d.o.Host
	if host == "" {
		name, err := os.Hostname()
		if err != nil {
			return nil //nolint:nilerr // one that has no name shares no disk
		}
		host = name
	}
	h := &holder{path: d.path + holderSuffix, me: hearing.Holder{Host: host, User: d.Actor(), PID: os.Getpid(), Since: d.o.Now().UTC().Truncate(time.Second)}}
	if err := h.take(); err != nil {
		return err
	}
	d.holder = h
	return nil
}
