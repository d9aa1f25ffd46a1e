package transcript

import (
	"fmt"

	"hearingdesk/hearing"
)

// sign takes a signature that was drawn, or takes one back. What was drawn stays
// in the log.
func (t *Text) sign(e hearing.TranscriptEntry) {
	if t.signed == nil {
		t.signed = map[hearing.ID]hearing.TranscriptEntry{}
	}
	switch {
	case e.Undoes == "":
		t.signed[e.Signer] = e
	case t.signed[e.Signer].ID == e.Undoes:
		delete(t.signed, e.Signer)
	}
}

// Drawn is the signature that somebody drew, and was not taken back, the last of
// several; who is a participant, [hearing.SignsPresider] or
// [hearing.SignsRecorder]. It stands only while the text is the one that was
// signed: see [Text.Stands].
func (t *Text) Drawn(who hearing.ID) (hearing.TranscriptEntry, bool) {
	e, ok := t.signed[who]
	return e, ok
}

// Stands reports whether a signature is one of the text as it is. A text that was
// changed since must be signed again.
func (t *Text) Stands(e hearing.TranscriptEntry) bool { return e.Hash == t.Sum() }

// Unsigned counts the signatures that no longer stand.
func (t *Text) Unsigned() int {
	n, sum := 0, ""
	for _, e := range t.signed {
		if sum == "" {
			sum = t.Sum()
		}
		if e.Hash != sum {
			n++
		}
	}
	return n
}

// maySign says why a signature cannot come next: [hearing.ErrStale] where it is of
// another text, or takes back one that does not stand any more.
func (t *Text) maySign(e hearing.TranscriptEntry) error {
	was, has := t.signed[e.Signer]
	if e.Undoes != "" && (!has || was.ID != e.Undoes) || e.Undoes == "" && !t.Stands(e) {
		return fmt.Errorf("sign transcript: %w", hearing.ErrStale)
	}
	return nil
}
