// Package transcript reads the log of a hearing's transcript: how it stands, what
// can be taken back, and what must no longer change. It knows no clock and no
// file; times are arguments.
package transcript

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
)

// A Line is one passage as it stands, with what it was when somebody read it.
type Line struct {
	hearing.Utterance
	Was   []string // texts that were read before they were changed, the oldest first; they stay visible
	Gone  bool     // taken out after it was read; it stays visible, struck through
	Added bool     // put in after the transcript was given to read
	Asked string   // who asked for the last of these changes, as it was noted
}

// A Passed is a step that the hearing went through.
type Passed struct {
	Step     string
	Case     hearing.ID
	From, To time.Time // To is zero while it is the step that the hearing is in
}

// A Pause is a time in which the hearing stood still.
type Pause struct {
	Kind     hearing.PauseKind
	Note     string
	From, To time.Time // To is zero while it lasts
	Until    time.Time // when it is to end, as it was announced; zero: not said
}

// A Text is a transcript as it stands after its entries. The zero Text is empty
// and ready for use.
type Text struct {
	entries []hearing.TranscriptEntry
	lines   map[hearing.ID]*line
	order   []hearing.ID // of every passage there ever was
	undo    []hearing.TranscriptEntry
	redo    []hearing.TranscriptEntry
	steps   []Passed
	pauses  []Pause
	readAt  time.Time
	seal    *hearing.TranscriptEntry
	signed  map[hearing.ID]hearing.TranscriptEntry // by who signed, what was drawn last
}

// line is a passage with its past.
type line struct {
	now   hearing.Utterance
	was   []string
	gone  bool
	read  bool // it stood there when the transcript was given to read
	added bool
	asked string
}

// Of reads a log. Its entries are taken in the order of their times, so that
// two desks that have the same entries read the same text.
func Of(log hearing.Transcript) *Text {
	entries := slices.Clone(log.Entries)
	slices.SortStableFunc(entries, func(a, b hearing.TranscriptEntry) int {
		return cmp.Or(a.At.Compare(b.At), strings.Compare(string(a.ID), string(b.ID)))
	})
	t := &Text{}
	for _, e := range entries {
		t.Add(e)
	}
	return t
}

// Add takes the next entry of the log, which [Text.Check] accepted or another
// desk wrote.
func (t *Text) Add(e hearing.TranscriptEntry) {
	t.entries = append(t.entries, e)
	switch e.Act {
	case hearing.ActStep:
		t.endStep(e.At)
		t.steps = append(t.steps, Passed{Step: e.Step, Case: e.Case, From: e.At})
	case hearing.ActPause:
		t.endPause(e.At)
		t.pauses = append(t.pauses, Pause{Kind: e.Pause, Note: e.Note, From: e.At, Until: e.Until})
	case hearing.ActResume:
		t.endPause(e.At)
	case hearing.ActRead:
		t.given(e.At)
	case hearing.ActSign:
		t.sign(e)
	case hearing.ActSeal:
		if t.seal == nil {
			t.seal = &e
		}
		t.endStep(e.At)
		t.endPause(e.At)
		t.undo, t.redo = nil, nil
	default:
		t.write(e)
		t.remember(e)
	}
}

// given marks what is there as read: from now on it does not change unseen.
func (t *Text) given(at time.Time) {
	if t.readAt.IsZero() {
		t.readAt = at
	}
	for _, l := range t.lines {
		l.read = l.read || !l.gone
	}
	t.undo, t.redo = nil, nil
}

func (t *Text) endStep(at time.Time) {
	if n := len(t.steps); n > 0 && t.steps[n-1].To.IsZero() {
		t.steps[n-1].To = at
	}
}

func (t *Text) endPause(at time.Time) {
	if n := len(t.pauses); n > 0 && t.pauses[n-1].To.IsZero() {
		t.pauses[n-1].To = at
	}
}

func (t *Text) write(e hearing.TranscriptEntry) {
	l := t.lines[e.Line()]
	switch {
	case e.To == nil && l != nil:
		l.gone = true
		l.ask(e)
	case e.To == nil: // another desk's, of a passage that never came
	case l == nil:
		if t.lines == nil {
			t.lines = map[hearing.ID]*line{}
		}
		l = &line{now: *e.To, added: !t.readAt.IsZero()}
		l.ask(e)
		t.lines[e.To.ID] = l
		t.insert(e.To.ID, e.To.After)
	default:
		if l.read && !l.gone && l.now.Text != e.To.Text {
			l.was = append(l.was, l.now.Text)
			l.ask(e)
		}
		l.now, l.gone = *e.To, false
	}
}

// ask notes who asked for a change.
func (l *line) ask(e hearing.TranscriptEntry) {
	if e.Note != "" {
		l.asked = e.Note
	}
}

// insert puts a passage right behind another: of two that were put behind the
// same one, the later comes first. Where that one is unknown, it comes last.
func (t *Text) insert(id, after hearing.ID) {
	at := len(t.order)
	switch {
	case after == "":
		at = 0
	case at > 0 && t.order[at-1] == after: // as nearly always
	default:
		if i := slices.Index(t.order, after); i >= 0 {
			at = i + 1
		}
	}
	t.order = slices.Insert(t.order, at, id)
}

// Lines are the passages in their order. One that was taken out is among them
// only if it had been read.
func (t *Text) Lines() []Line {
	out := make([]Line, 0, len(t.order))
	for _, id := range t.order {
		l := t.lines[id]
		if l.gone && !l.read {
			continue
		}
		out = append(out, Line{Utterance: l.now, Was: l.was, Gone: l.gone, Added: l.added, Asked: l.asked})
	}
	return out
}

// Line returns a passage that stands.
func (t *Text) Line(id hearing.ID) (hearing.Utterance, bool) {
	l := t.lines[id]
	if l == nil || l.gone {
		return hearing.Utterance{}, false
	}
	return l.now, true
}

// Last is the passage that stands last, which the next one follows.
func (t *Text) Last() (hearing.Utterance, bool) {
	for i := len(t.order) - 1; i >= 0; i-- {
		if l := t.lines[t.order[i]]; !l.gone {
			return l.now, true
		}
	}
	return hearing.Utterance{}, false
}

// End is where the next passage is put: behind the last one there ever was.
func (t *Text) End() hearing.ID {
	if n := len(t.order); n > 0 {
		return t.order[n-1]
	}
	return ""
}

// Step is the step that the hearing is in.
func (t *Text) Step() (Passed, bool) {
	if n := len(t.steps); n > 0 && t.steps[n-1].To.IsZero() {
		return t.steps[n-1], true
	}
	return Passed{}, false
}

// Steps are the steps that the hearing went through, in their order.
func (t *Text) Steps() []Passed { return slices.Clone(t.steps) }

// Pause is the pause that the hearing is in.
func (t *Text) Pause() (Pause, bool) {
	if n := len(t.pauses); n > 0 && t.pauses[n-1].To.IsZero() {
		return t.pauses[n-1], true
	}
	return Pause{}, false
}

// Pauses are the times in which the hearing stood still.
func (t *Text) Pauses() []Pause { return slices.Clone(t.pauses) }

// ReadAt is when the transcript was first given to read; zero before.
func (t *Text) ReadAt() time.Time { return t.readAt }

// Seal is the entry that sealed the transcript.
func (t *Text) Seal() (hearing.TranscriptEntry, bool) {
	if t.seal == nil {
		return hearing.TranscriptEntry{}, false
	}
	return *t.seal, true
}

// Empty reports whether nothing was written and nothing happened.
func (t *Text) Empty() bool { return len(t.entries) == 0 }

// Entries are the log, in its order.
func (t *Text) Entries() []hearing.TranscriptEntry { return slices.Clone(t.entries) }

// After is the earliest time that the next entry may have: a clock that was set
// back does not turn the log round.
func (t *Text) After(now time.Time) time.Time {
	now = now.Truncate(time.Millisecond)
	if n := len(t.entries); n > 0 && !now.After(t.entries[n-1].At) {
		return t.entries[n-1].At.Add(time.Millisecond)
	}
	return now
}

// Check says why an entry cannot come next: [hearing.ErrSealed] after the seal,
// [hearing.ErrStale] where the passage is no longer what the entry changes.
func (t *Text) Check(e hearing.TranscriptEntry) error {
	if faults := e.Validate(); len(faults) > 0 {
		return faults
	}
	if t.seal != nil && !Corrects(e) {
		return fmt.Errorf("write transcript: %w", hearing.ErrSealed)
	}
	if e.Act == hearing.ActSign {
		return t.maySign(e)
	}
	if e.Act != hearing.ActWrite && e.Act != "" {
		return nil
	}
	now, stands := t.Line(e.Line())
	if e.From == nil && stands || e.From != nil && (!stands || !now.Same(*e.From)) {
		return fmt.Errorf("write transcript: %w", hearing.ErrStale)
	}
	return nil
}

// Corrects reports whether an entry adds a correction, which is all that a
// sealed transcript takes.
func Corrects(e hearing.TranscriptEntry) bool {
	return (e.Act == "" || e.Act == hearing.ActWrite) && e.From == nil && e.To != nil && e.To.Kind == hearing.Correcting
}
