package storage_test

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/transcript"
	"hearingdesk/storage"
)

// TestASignatureIsKeptOfTheTextThatWasSigned: it is noted in the history, travels in a
// package, and is refused where another desk changed the text meanwhile, or where it
// is no drawing.
func TestASignatureIsKeptOfTheTextThatWasSigned(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	must[storage.ImportReport](t)(d.Import(ctx, must[hearing.Package](t)(exchange.Decode(assets.Examples))))
	if err := d.AddToTranscript(ctx, "h-e1", said(1, "u1", "", "现在开会")); err != nil {
		t.Fatal(err)
	}
	read := func(d *storage.Desk) *transcript.Text {
		return transcript.Of(must[hearing.Transcript](t)(d.Transcript(ctx, "h-e1")))
	}
	sign := func(n int, id, hash string, drawn ...hearing.Stroke) error {
		return d.AddToTranscript(ctx, "h-e1", hearing.TranscriptEntry{ID: hearing.ID(id), At: noon.Add(time.Duration(n) * time.Minute), Act: hearing.ActSign,
			Signer: hearing.SignsPresider, Hash: hash, Strokes: drawn})
	}
	was := read(d).Sum()
	if err := sign(2, "s1", was, hearing.Stroke{10, 10, 400, 300}); err != nil {
		t.Fatal(err)
	}
	var faults hearing.FieldErrors
	if err := sign(3, "s2", was, hearing.Stroke{10, 10, 9000, 300}); !errors.As(err, &faults) {
		t.Errorf("drawn beside the pad: %v", err)
	}
	if !slices.ContainsFunc(must[[]hearing.Change](t)(d.History(ctx, "transcript", "h-e1")), func(c hearing.Change) bool { return c.Action == "sign" }) {
		t.Error("nobody reads in the history that it was signed")
	}
	other := open(t, filepath.Join(t.TempDir(), "other.db"))
	must[storage.ImportReport](t)(other.Import(ctx, must[hearing.Package](t)(d.Export(ctx))))
	if e, ok := read(other).Drawn(hearing.SignsPresider); !ok || len(e.Strokes) != 1 || !read(other).Stands(e) {
		t.Errorf("at another desk: %+v", e)
	}
	if err := d.AddToTranscript(ctx, "h-e1", said(400, "u2", "u1", "请书记员宣布纪律")); err != nil {
		t.Fatal(err)
	}
	if err := sign(8, "s3", was, hearing.Stroke{10, 10, 400, 300}); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("a text that was changed is signed: %v", err)
	}
}
