package recorder

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// Typed takes the text of the typing line after a key, and the place of the
// cursor in runes.
func (m *Model) Typed(text string, cursor int) {
	if text == m.line.Text && cursor == m.cursor || text == "" && m.line.ID == "" {
		return
	}
	if m.begin(); text != "" {
		m.thrown = nil
	}
	m.line.Text, m.cursor = text, cursor
	m.keep()
}

// begin begins a passage where none is being typed.
func (m *Model) begin() {
	if m.line.ID == "" {
		m.start(hearing.Speech, m.speaker)
	}
}

// start begins a passage of a kind and a speaker, now.
func (m *Model) start(kind hearing.UtteranceKind, speaker hearing.ID) {
	step, _ := m.text.Step()
	m.line = hearing.Utterance{ID: m.newID(), Kind: kind, Speaker: speaker, Step: step.Step, Case: step.Case, At: m.now().Truncate(time.Millisecond)}
	m.cursor, m.was = 0, nil
}

// empty reports whether nothing is typed.
func (m *Model) empty() bool { return strings.TrimSpace(m.line.Text) == "" }

// Empty reports whether nothing is typed, and no passage is being changed.
func (m *Model) Empty() bool { return m.empty() && m.was == nil }

// Enter writes the typed passage into the transcript. False: there was none, or
// it was refused, and stays.
func (m *Model) Enter() bool {
	done := m.enter()
	if done {
		m.tell()
	}
	return done
}

// enter is Enter, and leaves it to the caller to tell.
func (m *Model) enter() bool {
	if m.empty() || m.line.ID == "" {
		return false
	}
	u := m.line
	u.Text = strings.TrimRight(u.Text, " \t\r\n　")
	e := hearing.TranscriptEntry{To: &u}
	if m.was != nil {
		if m.was.Same(u) {
			m.drop()
			return true
		}
		e.From = m.was
	} else {
		u.After = m.text.End()
	}
	m.run.Drop(m.key()) // the entry holds it
	unkept, line, was, cursor := m.unkept, m.line, m.was, m.cursor
	m.unkept, m.line, m.was, m.cursor = 0, hearing.Utterance{}, nil, 0
	if !m.add(e) {
		m.unkept, m.line, m.was, m.cursor = unkept+1, line, was, cursor
		m.keep()
		m.tell()
		return false
	}
	m.thrown = nil
	return true
}

// drop ends a change of a passage, and forgets what was typed.
func (m *Model) drop() {
	m.line, m.was, m.cursor = hearing.Utterance{}, nil, 0
	m.keep()
}

// Escape takes away what is typed; Undo brings it back.
func (m *Model) Escape() {
	if m.line.ID == "" {
		return
	}
	if !m.empty() {
		thrown := m.line
		m.thrown = &thrown
	}
	m.drop()
	m.tell()
}

// Speak lets somebody else speak: what is typed is written down, and a passage of
// theirs begins now. The answer to a question that is still empty stays one.
func (m *Model) Speak(speaker hearing.ID) bool {
	kind, of := hearing.Speech, hearing.ID("")
	if m.was == nil && m.empty() && (m.line.Kind == hearing.Ask || m.line.Kind == hearing.Reply) {
		kind, of = m.line.Kind, m.line.Of
	}
	if !m.commit() {
		return false
	}
	m.speaker = speaker
	m.start(kind, speaker)
	m.line.Of = of
	m.keep()
	m.tell()
	return true
}

// commit writes what is typed, if anything is, and leaves it to the caller to tell;
// false where that is refused.
func (m *Model) commit() bool { return m.empty() || m.enter() }

// Question makes the typed passage a question, or a plain one again; after an
// answer it begins the next question of who asked.
func (m *Model) Question() {
	switch {
	case m.was == nil && !m.empty() && m.line.Kind == hearing.Speech:
		m.line.Kind = hearing.Ask
	case m.was == nil && m.line.Kind == hearing.Ask && m.line.ID != "":
		m.line.Kind = hearing.Speech
	default:
		asker := m.speaker
		if q, ok := m.asked(); ok && m.line.Kind == hearing.Reply {
			asker = q.Speaker
		} else if ok && m.line.ID == "" && m.lastKind() == hearing.Reply {
			asker = q.Speaker
		}
		if !m.commit() {
			return
		}
		m.speaker = asker
		m.start(hearing.Ask, asker)
	}
	m.keep()
	m.tell()
}

// Answer begins the answer to the last question that has none, by who was asked:
// the one who answered or spoke last before. False: nothing was asked.
func (m *Model) Answer() bool {
	if !m.commit() {
		return false
	}
	q, ok := m.asked()
	if !ok {
		m.tell()
		return false
	}
	if who := m.other(q.Speaker); who != "" {
		m.speaker = who
	}
	m.start(hearing.Reply, m.speaker)
	m.line.Of = q.ID
	m.keep()
	m.tell()
	return true
}

// asked is the last question without an answer, else the last one.
func (m *Model) asked() (q hearing.Utterance, ok bool) {
	answered := map[hearing.ID]bool{}
	for _, l := range slices.Backward(m.text.Lines()) {
		switch {
		case l.Gone:
		case l.Kind == hearing.Reply:
			answered[l.Of] = true
		case l.Kind == hearing.Ask && !answered[l.ID]:
			return l.Utterance, true
		case l.Kind == hearing.Ask && !ok:
			q, ok = l.Utterance, true
		}
	}
	return q, ok
}

func (m *Model) lastKind() hearing.UtteranceKind {
	u, _ := m.text.Last()
	return u.Kind
}

// other is who answered last, else who spoke last and is somebody else.
func (m *Model) other(than hearing.ID) hearing.ID {
	spoke := hearing.ID("")
	for _, l := range slices.Backward(m.text.Lines()) {
		if l.Gone || l.Speaker == "" || l.Speaker == than {
			continue
		}
		if l.Kind == hearing.Reply {
			return l.Speaker
		}
		if spoke == "" && l.Speaker != hearing.SpeakerPresider && l.Speaker != hearing.SpeakerRecorder {
			spoke = l.Speaker
		}
	}
	return spoke
}

// Note makes the typed passage the recorder's own note (记录说明), or what somebody
// says again.
func (m *Model) Note() {
	if m.was != nil {
		return
	}
	m.begin()
	if m.line.Kind == hearing.Remark {
		m.line.Kind, m.line.Speaker = hearing.Speech, m.speaker
	} else {
		m.line.Kind, m.line.Speaker, m.line.Of = hearing.Remark, "", ""
	}
	m.keep()
	m.tell()
}

// Change begins to change a passage that stands. What is typed is written first.
func (m *Model) Change(id hearing.ID) bool {
	if m.was != nil && m.was.ID == id || !m.commit() {
		return false
	}
	u, ok := m.text.Line(id)
	if !ok || m.Sealed() {
		m.tell()
		return false
	}
	m.line, m.was, m.cursor = u, &u, utf8.RuneCountInString(u.Text)
	m.keep()
	m.tell()
	return true
}

// ChangePrevious changes the last passage, or the one before that which is being
// changed; what was changed in that one is written.
func (m *Model) ChangePrevious() bool {
	before := hearing.ID("")
	for _, l := range m.text.Lines() {
		if m.was != nil && l.ID == m.was.ID {
			break
		}
		if !l.Gone {
			before = l.ID
		}
	}
	return before != "" && m.Change(before)
}

// Strike takes the passage out that is being changed.
func (m *Model) Strike() bool {
	if m.was == nil {
		return false
	}
	was := m.was
	m.drop()
	done := m.add(hearing.TranscriptEntry{From: was})
	m.tell()
	return done
}

// Undo brings back what Esc took away, else takes back the last change of the
// transcript. False: there is nothing to take back.
func (m *Model) Undo() bool {
	if m.thrown != nil {
		m.line = *m.thrown
		m.cursor, m.thrown = utf8.RuneCountInString(m.line.Text), nil
		if at, stands := m.text.Line(m.line.ID); stands {
			m.was = &at
		}
		m.keep()
		m.tell()
		return true
	}
	e, ok := m.text.Undo()
	return ok && m.back(e)
}

// Redo brings back what Undo took back.
func (m *Model) Redo() bool {
	e, ok := m.text.Redo()
	return ok && m.back(e)
}

func (m *Model) back(e hearing.TranscriptEntry) bool {
	if m.was != nil { // it may be the passage that is open
		m.drop()
	}
	done := m.add(e)
	m.tell()
	return done
}
