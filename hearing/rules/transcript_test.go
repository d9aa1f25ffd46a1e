package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
)

// writes adds a transcript to E1: a passage, and then what is named.
func writes(p *hearing.Package, then ...string) {
	at := time.Date(2023, time.July, 18, 1, 0, 0, 0, time.UTC)
	t := hearing.Transcript{Hearing: e1}
	add := func(e hearing.TranscriptEntry) {
		at = at.Add(time.Minute)
		e.ID, e.At = hearing.ID(fmt.Sprintf("w%d", len(t.Entries))), at
		t.Entries = append(t.Entries, e)
	}
	said := hearing.Utterance{ID: "u1", Kind: hearing.Speech, Text: "现在开会。", At: at}
	add(hearing.TranscriptEntry{To: &said})
	for _, what := range then {
		switch what {
		case "draft":
			add(hearing.TranscriptEntry{To: &hearing.Utterance{ID: "u2", Kind: hearing.Speech, After: "u1", Text: "识别稿", At: at, Draft: true}})
		case "read":
			add(hearing.TranscriptEntry{Act: hearing.ActRead})
		case "seal":
			add(hearing.TranscriptEntry{Act: hearing.ActSeal, Hash: transcript.Of(t).Sum()})
		case "other hash":
			add(hearing.TranscriptEntry{Act: hearing.ActSeal, Hash: strings.Repeat("0", 64)})
		}
	}
	p.Transcripts = append(p.Transcripts, t)
}

// transcriptGuards are those of art. 18 where the transcript was written at the
// desk; the others of E1 hold that nothing is said where it was not.
var transcriptGuards = []guardCase{
	{"not read", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State = hearing.Open
		writes(p)
	}, hearing.Closed, "2023-07-18 11:20", "block STEP.transcript-read"},
	{"read", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State = hearing.Open
		writes(p, "read")
	}, hearing.Closed, "2023-07-18 11:20", ""},
	{"read, with drafts that wait until it is decided", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State = hearing.Open
		writes(p, "draft", "read")
	}, hearing.Closed, "2023-07-18 11:20", ""},
	{"drafts", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State = hearing.Closed
		writes(p, "draft", "read", "seal")
	}, hearing.Decided, "2023-07-28 16:00", "block STEP.transcript-draft"},
	{"not sealed", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State = hearing.Closed
		writes(p, "read")
	}, hearing.Decided, "2023-07-28 16:00", "warn STEP.transcript-seal"},
	{"sealed", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State = hearing.Closed
		writes(p, "read", "seal")
	}, hearing.Decided, "2023-07-28 16:00", ""},
	{"the seal is broken", asItWas, func(p *hearing.Package, h *hearing.Hearing) {
		h.State = hearing.FedBack
		writes(p, "read", "other hash")
	}, hearing.Archived, "2023-08-10 16:00", "block STEP.duties"},
}

func TestGuardsOfTheTranscript(t *testing.T) { runGuards(t, transcriptGuards) }
