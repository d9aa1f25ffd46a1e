package recorder

import (
	"context"
	"errors"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
)

// What is typed is on the disk soon after the key, and again at that distance
// while the typing goes on: with the disk's own time less than a second.
const soon = 400 * time.Millisecond

// again is when the disk is tried anew after it refused.
const again = 2 * time.Second

// Unsaved reports whether the disk does not have a passage yet as it stands.
func (m *Model) Unsaved(id hearing.ID) bool {
	return slices.ContainsFunc(m.pending, func(e hearing.TranscriptEntry) bool { return e.Line() == id })
}

// Saved reports whether the disk has everything, and why it took nothing.
func (m *Model) Saved() (bool, error) { return len(m.pending) == 0 && m.unkept == 0, m.err }

// Holds is why words are only in memory: the disk refused them. Nil: it has them
// all, or is just being given them.
func (m *Model) Holds() error {
	if saved, err := m.Saved(); !saved {
		return err
	}
	return nil
}

// key is under which the typed passage waits.
func (m *Model) key() string { return "typing:" + string(m.id) }

// keep keeps the typed passage.
func (m *Model) keep() {
	m.unkept++
	n, id, t := m.unkept, m.id, hearing.Typing{Line: m.line, Cursor: m.cursor, At: m.now()}
	m.run.Within(m.key(), soon, func(ctx context.Context) error { return m.log.KeepTyping(ctx, id, t) }, func(err error) {
		if id != m.id {
			return
		}
		if err != nil {
			m.refused(err)
			return
		}
		if n == m.unkept {
			m.unkept = 0
			m.has()
		}
		m.heals()
	})
}

// has tells that the disk has more.
func (m *Model) has() {
	for _, f := range m.kept {
		f()
	}
}

// heals takes an error away once the disk works again.
func (m *Model) heals() {
	if m.err == nil {
		return
	}
	if len(m.pending) > 0 {
		m.send()
		return
	}
	m.err = nil
	m.tell()
}

// add writes the next entry, and leaves it to the caller to tell; false when the
// transcript does not take it, which [Model.Saved] then says, and is told.
func (m *Model) add(e hearing.TranscriptEntry) bool {
	e.ID, e.At = m.newID(), m.text.After(m.now())
	if e.Act == "" {
		e.Act = hearing.ActWrite
	}
	if err := m.text.Check(e); err != nil {
		m.err = err
		m.tell()
		return false
	}
	m.text.Add(e)
	m.follow(e)
	m.pending = append(m.pending, e)
	m.send()
	return true
}

// send gives the disk what it does not have.
func (m *Model) send() {
	if m.sending || len(m.pending) == 0 {
		return
	}
	m.sending = true
	id, batch := m.id, slices.Clone(m.pending)
	m.run.Do(func(ctx context.Context) error { return m.log.AddToTranscript(ctx, id, slices.Clone(batch)...) }, func(err error) {
		m.sending = false
		if id != m.id {
			return
		}
		switch {
		case errors.Is(err, hearing.ErrStale) && !errors.Is(m.err, hearing.ErrStale):
			m.err = err
			m.rebase()
			return
		case err != nil:
			m.refused(err)
			return
		}
		healed := m.err != nil
		m.pending, m.err = m.pending[len(batch):], nil
		switch {
		case len(m.pending) > 0:
			m.send()
		case healed:
			m.tell()
		default:
			m.has()
		}
	})
}

// refused says why the disk took nothing, and tries again after a while.
func (m *Model) refused(err error) {
	m.err = err
	m.run.At(m.key(), m.now().Add(again), m.Retry)
	m.tell()
}

// Retry gives the disk anew what it refused.
func (m *Model) Retry() {
	if len(m.pending) > 0 {
		m.send()
	}
	if m.unkept > 0 {
		m.keep()
	}
}

// rebase puts what is not on the disk behind what somebody else wrote meanwhile.
func (m *Model) rebase() {
	id := m.id
	var log hearing.Transcript
	m.run.Do(func(ctx context.Context) (err error) {
		log, err = m.log.Transcript(ctx, id)
		return err
	}, func(err error) {
		if id != m.id {
			return
		}
		if err != nil {
			m.refused(err)
			return
		}
		m.text, m.rows.stale = transcript.Of(log), true
		list := m.pending
		m.pending = nil
		for _, e := range list {
			if e, ok := m.onTop(log, e); ok {
				m.text.Add(e)
				m.pending = append(m.pending, e)
			}
		}
		if m.was != nil {
			if now, stands := m.text.Line(m.was.ID); stands {
				m.was = &now
			} else {
				m.was, m.line.ID = nil, m.newID() // it was struck out: what is typed is new
			}
		}
		m.tell()
		m.send()
	})
}

// onTop is an entry as it follows what the disk has: it changes what stands there
// now, so that no words are lost.
func (m *Model) onTop(log hearing.Transcript, e hearing.TranscriptEntry) (hearing.TranscriptEntry, bool) {
	if slices.ContainsFunc(log.Entries, func(o hearing.TranscriptEntry) bool { return o.ID == e.ID }) {
		return e, false // the disk took it after all
	}
	e.At = m.text.After(m.now())
	if e.Line() != "" {
		now, stands := m.text.Line(e.Line())
		e.From = nil
		if stands {
			e.From = &now
		}
	}
	return e, m.text.Check(e) == nil
}
