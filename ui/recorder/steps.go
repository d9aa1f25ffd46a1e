package recorder

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
)

// A Hall is the hearing whose transcript is written, with its state.
type Hall interface {
	Value() hearing.Hearing
	Turn(to hearing.State, why hearing.Why) []hearing.Finding
}

// A Progress is how far a step is.
type Progress int

// How far a step is.
const (
	Coming Progress = iota
	Current
	Done
)

// A Stage is a step of the script as the hearing goes through it.
type Stage struct {
	script.Step
	Progress Progress
	Used     time.Duration // that the hearing was in it, without pauses
}

// Over reports whether the step took longer than planned.
func (s Stage) Over() bool { return s.Used > time.Duration(s.Minutes)*time.Minute && s.Minutes > 0 }

// Stages are the steps of the script at a time.
func (m *Model) Stages(now time.Time) []Stage {
	at := m.At()
	pauses := m.text.Pauses()
	out := make([]Stage, len(m.script.Steps))
	for i, s := range m.script.Steps {
		out[i].Step = s
		for _, p := range m.text.Steps() {
			if p.Step == s.Key && p.Case == s.Case {
				out[i].Used += used(p, pauses, now)
				out[i].Progress = Done
			}
		}
		switch {
		case i == at:
			out[i].Progress = Current
		case i < at:
			out[i].Progress = Done
		}
	}
	return out
}

// used is how long a step lasted without the pauses in it.
func used(p transcript.Passed, pauses []transcript.Pause, now time.Time) time.Duration {
	end := func(t time.Time) time.Time {
		if t.IsZero() {
			return now
		}
		return t
	}
	d := end(p.To).Sub(p.From)
	for _, x := range pauses {
		from, to := x.From, end(x.To)
		if from.Before(p.From) {
			from = p.From
		}
		if last := end(p.To); to.After(last) {
			to = last
		}
		d -= max(to.Sub(from), 0)
	}
	return max(d, 0)
}

// At is the number of the step that the hearing is in, from 0; -1 before the first.
func (m *Model) At() int {
	passed := m.text.Steps()
	if len(passed) == 0 {
		return -1
	}
	last := passed[len(passed)-1]
	return slices.IndexFunc(m.script.Steps, func(s script.Step) bool { return s.Key == last.Step && s.Case == last.Case })
}

// GoTo goes to a step. The first one opens the hearing where it is ready: what
// stands in the way of that is returned, and nothing was done.
func (m *Model) GoTo(i int, hall Hall) ([]hearing.Finding, error) {
	if i < 0 || i >= len(m.script.Steps) {
		return nil, nil
	}
	h := hall.Value()
	_, paused := m.text.Pause()
	switch state := h.StateNow(); {
	case paused:
		return nil, hearing.ErrPaused
	case state == hearing.Ready:
		if blocks := hall.Turn(hearing.Open, hearing.Why{}); len(blocks) > 0 {
			return blocks, nil
		}
	case !state.Held() && !h.Rehearsal:
		return nil, hearing.ErrNotReady
	}
	if !m.commit() {
		return nil, nil
	}
	s := m.script.Steps[i]
	m.add(hearing.TranscriptEntry{Act: hearing.ActStep, Step: s.Key, Case: s.Case})
	if m.line.ID != "" && m.was == nil { // empty, and of the step before
		m.line.Step, m.line.Case, m.line.At = s.Key, s.Case, m.now().Truncate(time.Millisecond)
		m.keep()
	}
	m.tell()
	return nil, nil
}

// states are those in which a hearing is while it stands still; a short recess
// leaves it open.
var states = map[hearing.PauseKind]hearing.State{hearing.PauseDeliberate: hearing.Recess, hearing.PauseSuspended: hearing.Suspended}

// Pause lets the hearing stand still, until a time if one was announced. That it
// does is written down in any case; what stands in the way of the state is
// returned.
func (m *Model) Pause(kind hearing.PauseKind, until time.Time, note string, hall Hall) []hearing.Finding {
	if _, paused := m.text.Pause(); paused || !m.commit() || !m.add(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: kind, Until: until, Note: note}) {
		return nil
	}
	m.tell()
	to, has := states[kind]
	if !has || hall.Value().StateNow() != hearing.Open {
		return nil
	}
	return hall.Turn(to, hearing.Why{})
}

// Until is when a pause that begins now ends, in now's zone: after so many minutes
// or at the time of day that was typed, else as the script plans it; zero where it
// is not known, or 0 was typed.
func (m *Model) Until(kind hearing.PauseKind, typed string, now time.Time) time.Time {
	minutes, err := strconv.Atoi(typed)
	switch {
	case kind == hearing.PauseSuspended:
		return time.Time{}
	case strings.Contains(typed, ":"):
		at, err := time.ParseInLocation("2006-01-02 15:4", now.Format("2006-01-02 ")+typed, now.Location())
		if err != nil || !at.After(now) {
			return time.Time{}
		}
		return at
	case typed == "":
		minutes = m.planned(kind)
	case err != nil || minutes > 24*60:
		return time.Time{}
	}
	if minutes <= 0 {
		return time.Time{}
	}
	return now.Add(time.Duration(minutes) * time.Minute).Truncate(time.Minute)
}

// planned is how many minutes the script has for a pause; 0: it does not say.
func (m *Model) planned(kind hearing.PauseKind) int {
	if kind == hearing.PauseDeliberate {
		for _, s := range m.script.Steps {
			if s.Key == "deliberation" {
				return s.Minutes
			}
		}
	}
	for _, s := range m.script.Inserts {
		if s.Holds == rules.Recess {
			return s.Minutes
		}
	}
	return 0
}

// Resume lets the hearing go on. A suspended one does so only when nothing stands
// in the way, such as a recusal that is not decided; after a recess it goes on,
// and what keeps the state from following is returned.
func (m *Model) Resume(hall Hall) (blocks []hearing.Finding, resumed bool) {
	pause, paused := m.text.Pause()
	if !paused {
		return nil, false
	}
	if state := hall.Value().StateNow(); state == hearing.Recess || state == hearing.Suspended {
		blocks = hall.Turn(hearing.Open, hearing.Why{})
	}
	if len(blocks) > 0 && pause.Kind == hearing.PauseSuspended {
		return blocks, false
	}
	resumed = m.add(hearing.TranscriptEntry{Act: hearing.ActResume})
	m.tell()
	return blocks, resumed
}
