// Package recorder is the hearing desk (记录台): one screen on which the recorder
// writes down a hearing, made for a keyboard. What is typed is on the disk within
// a second, and at once on Enter; what the disk does not take stays in memory,
// and is tried again until it does.
package recorder

import (
	"context"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/work"
)

// A Log is where a transcript is kept.
type Log interface {
	Transcript(ctx context.Context, id hearing.ID) (hearing.Transcript, error)
	AddToTranscript(ctx context.Context, id hearing.ID, entries ...hearing.TranscriptEntry) error
	Typing(ctx context.Context, id hearing.ID) (hearing.Typing, error)
	KeepTyping(ctx context.Context, id hearing.ID, t hearing.Typing) error
}

// A Runner runs jobs in order, off the window's thread.
type Runner interface {
	Do(job work.Job, done func(error))
	Within(key string, wait time.Duration, job work.Job, done func(error))
	Drop(key string)
	At(key string, when time.Time, f func())
}

// A Model is the transcript of one hearing as it is being written. Its methods
// belong to the window's thread.
type Model struct {
	log   Log
	run   Runner
	now   func() time.Time
	newID func() hearing.ID

	id      hearing.ID
	script  script.Script
	people  map[hearing.ID]script.Person // by the speaker of a passage
	text    *transcript.Text
	speaker hearing.ID                // who speaks, also while nothing is typed
	line    hearing.Utterance         // that is being typed; without ID nothing is
	cursor  int                       // in runes
	was     *hearing.Utterance        // as it stands, of the passage that line changes
	thrown  *hearing.Utterance        // that Esc took away
	pending []hearing.TranscriptEntry // not yet on the disk
	sending bool
	unkept  int   // counts the keys that the disk does not have yet
	err     error // why the disk took nothing
	rows    Rows  // of the text, as far as they are laid out
	changed []func()
	kept    []func()
}

// NewModel returns a model without a hearing.
func NewModel(log Log, run Runner, now func() time.Time, newID func() hearing.ID) *Model {
	return &Model{log: log, run: run, now: now, newID: newID, text: &transcript.Text{}, people: map[hearing.ID]script.Person{}}
}

// OnChange calls f whenever something other than the typed text changed: a
// passage, a step, a pause, who speaks, why the disk takes nothing.
func (m *Model) OnChange(f func()) { m.changed = append(m.changed, f) }

// OnKept calls f whenever the disk has what was typed or written.
func (m *Model) OnKept(f func()) { m.kept = append(m.kept, f) }

func (m *Model) tell() {
	for _, f := range m.changed {
		f()
	}
}

// Load reads the transcript of a hearing, with what was being typed when the desk
// went down. While another hearing has words that the disk refused, it stays.
func (m *Model) Load(id hearing.ID, done func(error)) {
	if err := m.Holds(); err != nil && id != m.id {
		done(err)
		return
	}
	var log hearing.Transcript
	var typing hearing.Typing
	m.run.Do(func(ctx context.Context) (err error) {
		if log, err = m.log.Transcript(ctx, id); err == nil {
			typing, err = m.log.Typing(ctx, id)
		}
		return err
	}, func(err error) {
		if err == nil {
			m.take(id, log, typing)
		}
		done(err)
	})
}

func (m *Model) take(id hearing.ID, log hearing.Transcript, typing hearing.Typing) {
	if id == m.id && (len(m.pending) > 0 || m.unkept > 0) {
		return // what is in memory is ahead of the disk
	}
	if id != m.id {
		m.speaker, m.err, m.thrown = "", nil, nil
	}
	m.id, m.text, m.rows.stale = id, transcript.Of(log), true
	m.line, m.cursor, m.was, m.pending, m.unkept = typing.Line, typing.Cursor, nil, nil, 0
	if at, stands := m.text.Line(m.line.ID); m.line.ID != "" && stands {
		m.was = &at
	}
	switch last, any := m.text.Last(); {
	case m.line.ID != "" && m.was == nil:
		m.speaker = m.line.Speaker
	case any && m.speaker == "":
		m.speaker = last.Speaker
	case m.speaker == "" && len(m.script.People) > 0:
		m.speaker = SpeakerOf(m.script.People[0])
	}
	m.tell()
}

// SetScript gives the model what is said in the hearing and who takes part.
func (m *Model) SetScript(s script.Script) {
	m.script, m.rows.stale = s, true // the rows name people and steps
	m.people = map[hearing.ID]script.Person{}
	for _, p := range s.People {
		m.people[SpeakerOf(p)] = p
	}
	if m.speaker == "" && len(s.People) > 0 {
		m.speaker = SpeakerOf(s.People[0])
	}
	m.tell()
}

// ID is the hearing's.
func (m *Model) ID() hearing.ID { return m.id }

// Script is what is said in the hearing.
func (m *Model) Script() script.Script { return m.script }

// Text is the transcript as it stands, with what is not yet on the disk.
func (m *Model) Text() *transcript.Text { return m.text }

// Line is the passage that is being typed, and how many runes stand before the
// cursor.
func (m *Model) Line() (hearing.Utterance, int) { return m.line, m.cursor }

// Editing reports whether what is typed changes a passage that stands.
func (m *Model) Editing() bool { return m.was != nil }

// Speaker is who speaks now.
func (m *Model) Speaker() (script.Person, bool) {
	p, ok := m.people[m.Speaking()]
	return p, ok
}

// Speaking is the speaker of what is typed next; empty in a note of the recorder's.
func (m *Model) Speaking() hearing.ID {
	if m.line.ID != "" {
		return m.line.Speaker
	}
	return m.speaker
}

// Live is what others in the room see of the hearing: the key of who speaks
// ([script.Person.Key]), the exhibit that was shown last in this step, and whether
// the hearing stands still. It holds nothing that is typed.
func (m *Model) Live() (speaker, exhibit string, paused bool) {
	_, paused = m.text.Pause()
	if p, ok := m.people[m.Speaking()]; ok && m.was == nil {
		speaker = p.Key
	} else if p, ok := m.people[m.speaker]; ok {
		speaker = p.Key
	}
	step, in := m.text.Step()
	for _, l := range slices.Backward(m.text.Lines()) {
		if !in || l.Step != step.Step || l.Case != step.Case {
			break
		}
		if l.Kind == hearing.Exhibit && !l.Gone {
			return speaker, l.Text, paused
		}
	}
	return speaker, "", paused
}

// Sealed reports whether nothing more can be written.
func (m *Model) Sealed() bool {
	_, sealed := m.text.Seal()
	return sealed
}
