package transcript

import "hearingdesk/hearing"

// remember keeps what can be taken back, across restarts: it follows from the
// log alone. Taking back ends where the transcript was given to read.
func (t *Text) remember(e hearing.TranscriptEntry) {
	switch {
	case e.Undoes != "" && topIs(t.undo, e.Undoes):
		t.undo, t.redo = t.undo[:len(t.undo)-1], append(t.redo, e)
	case e.Undoes != "" && topIs(t.redo, e.Undoes):
		t.redo, t.undo = t.redo[:len(t.redo)-1], append(t.undo, e)
	default:
		t.undo, t.redo = append(t.undo, e), nil
	}
}

func topIs(stack []hearing.TranscriptEntry, id hearing.ID) bool {
	n := len(stack)
	return n > 0 && stack[n-1].ID == id
}

// Undo is the entry that takes back the last change of the text, without ID and
// time. False: nothing is left to take back.
func (t *Text) Undo() (hearing.TranscriptEntry, bool) { return back(t.undo) }

// Redo is the entry that brings back what was taken back last.
func (t *Text) Redo() (hearing.TranscriptEntry, bool) { return back(t.redo) }

func back(stack []hearing.TranscriptEntry) (hearing.TranscriptEntry, bool) {
	if len(stack) == 0 {
		return hearing.TranscriptEntry{}, false
	}
	e := stack[len(stack)-1]
	return hearing.TranscriptEntry{Act: hearing.ActWrite, From: e.To, To: e.From, Undoes: e.ID}, true
}
