package transcript

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"time"

	"hearingdesk/hearing"
)

// Sum is the SHA-256 of the text as it stands, in hex: of every passage its
// kind, step, case, speaker, exhibit, time and words, with what was struck out
// and what stood there before. Corrections that follow the seal are not in it.
func (t *Text) Sum() string {
	h := sha256.New()
	for _, l := range t.Lines() {
		if l.Kind == hearing.Correcting && t.seal != nil && l.At.After(t.seal.At) {
			continue
		}
		field(h, string(l.ID), string(l.Kind), l.Step, string(l.Case), string(l.Speaker), string(l.Of), l.Exhibit,
			l.At.UTC().Format(time.RFC3339Nano), l.Text, fmt.Sprint(l.Gone))
		for _, was := range l.Was {
			field(h, "was", was)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// field writes texts with their lengths, so that no two lists give the same bytes.
func field(h hash.Hash, texts ...string) {
	for _, s := range texts {
		_, _ = fmt.Fprintf(h, "%d:", len(s)) // a hash takes everything
		_, _ = io.WriteString(h, s)
	}
}

// Broken reports whether the transcript is sealed and its text is not the one
// that was sealed.
func (t *Text) Broken() bool { return t.seal != nil && t.Sum() != t.seal.Hash }
