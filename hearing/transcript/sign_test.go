package transcript

import (
	"errors"
	"testing"
	"time"

	"hearingdesk/hearing"
)

// TestADrawnSignatureIsOfOneText: it is taken of the text as it stands alone, does
// not stand once a word is changed, can be taken back, and stays in the log.
func TestADrawnSignatureIsOfOneText(t *testing.T) {
	text, n := &Text{}, 0
	at := time.Date(2023, 7, 18, 11, 0, 0, 0, time.UTC)
	next := func(e hearing.TranscriptEntry) hearing.TranscriptEntry {
		n++
		e.ID, e.At = hearing.ID(rune('a'+n)), at.Add(time.Duration(n)*time.Second)
		return e
	}
	add := func(e hearing.TranscriptEntry) hearing.TranscriptEntry {
		t.Helper()
		e = next(e)
		if err := text.Check(e); err != nil {
			t.Fatal(err)
		}
		text.Add(e)
		return e
	}
	u := hearing.Utterance{ID: "u", Kind: hearing.Speech, Text: "七月底前完成。", At: at}
	add(hearing.TranscriptEntry{To: &u})
	add(hearing.TranscriptEntry{Act: hearing.ActRead})
	sign := func() hearing.TranscriptEntry {
		return hearing.TranscriptEntry{Act: hearing.ActSign, Signer: "p", Hash: text.Sum(), Strokes: []hearing.Stroke{{1, 2, 3, 4}}}
	}
	before := sign()
	first := add(sign())
	if e, ok := text.Drawn("p"); !ok || e.ID != first.ID || !text.Stands(e) || text.Unsigned() != 0 {
		t.Errorf("signed: %+v, %v", e, ok)
	}
	changed := u
	changed.Text = "八月底前完成。"
	add(hearing.TranscriptEntry{From: &u, To: &changed})
	if e, _ := text.Drawn("p"); text.Stands(e) || text.Unsigned() != 1 {
		t.Error("a signature stands under a text that was changed")
	}
	if err := text.Check(next(before)); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("a signature of another text: %v", err)
	}
	again := add(sign())
	if text.Unsigned() != 0 {
		t.Error("signed again it does not stand")
	}
	if err := text.Check(next(hearing.TranscriptEntry{Act: hearing.ActSign, Signer: "p", Undoes: first.ID})); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("one that is not the last is taken back: %v", err)
	}
	add(hearing.TranscriptEntry{Act: hearing.ActSign, Signer: "p", Undoes: again.ID})
	if _, ok := text.Drawn("p"); ok || len(text.Entries()) != 6 {
		t.Error("taken back it stands, or left no trace")
	}
	add(sign())
	text.Add(next(hearing.TranscriptEntry{Act: hearing.ActSeal, Hash: text.Sum()}))
	if e, ok := text.Drawn("p"); !ok || !text.Stands(e) {
		t.Error("the seal ends a signature")
	}
	if err := text.Check(next(sign())); !errors.Is(err, hearing.ErrSealed) {
		t.Errorf("after the seal: %v", err)
	}
}
