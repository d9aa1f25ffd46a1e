package outcome

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// recordingField is where a hearing has its recordings. Here the first is entered,
// which is nearly always the only one; the others stand beside the transcript.
const recordingField = "outcome.recordings"

// firstOne is the first recording; a new one where there is none.
func firstOne(h hearing.Hearing) hearing.Recording {
	if len(h.Outcome.Recordings) == 0 {
		return hearing.Recording{ID: "recording-1"}
	}
	return h.Outcome.Recordings[0]
}

// withFirst changes the first recording; one of which nothing is left is none.
func withFirst(h *hearing.Hearing, do func(*hearing.Recording)) {
	r := firstOne(*h)
	do(&r)
	*h = h.WithRecording(r)
	if r == (hearing.Recording{ID: r.ID}) {
		h.Outcome.Recordings = slices.DeleteFunc(h.Outcome.Recordings, func(o hearing.Recording) bool { return o.ID == r.ID })
	}
}

// disc is the field for one of its texts.
func (a *attendance) disc(name string, of func(*hearing.Recording) *string) *field.Text {
	return a.text(name, 1, func(h hearing.Hearing) string {
		r := firstOne(h)
		return *of(&r)
	}, func(h *hearing.Hearing, s string) { withFirst(h, func(r *hearing.Recording) { *of(r) = s }) })
}

// digest is the field for the checksum of the recording; one that cannot be is
// kept as it was typed, and not stored.
func (a *attendance) digest() *field.Text {
	const name = recordingField + "[0].hash"
	var t *field.Text
	wrong := func(typed string, ok bool) {
		if ok {
			t.SetError("")
			return
		}
		n := utf8.RuneCountInString(strings.Join(strings.Fields(typed), ""))
		t.SetError(words.T("校验值是 64 位十六进制数（0–9、a–f），SHA-256 或 SM3；现在有 {{.N}} 位。", map[string]int{"N": n}))
	}
	t = field.NewText("", func(typed string) {
		sum, ok := hearing.Digest(typed)
		wrong(typed, ok)
		if !ok {
			a.v.s.Keep(name, typed)
			return
		}
		a.v.change(name, func(h *hearing.Hearing) { withFirst(h, func(r *hearing.Recording) { r.Hash = sum }) })
	}).Hint(words.T("SHA-256 或 SM3，64 位"))
	a.sets = append(a.sets, func(h hearing.Hearing) {
		typed, kept := a.v.s.Typed(name)
		if !kept {
			typed = firstOne(h).Hash
		}
		t.Set(typed)
		wrong(typed, !kept)
	})
	a.allow(name, t)
	return t
}
