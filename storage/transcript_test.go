package storage_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/transcript"
	"hearingdesk/storage"
)

// said is an entry in which somebody says something, n seconds past noon.
func said(n int, line, after hearing.ID, text string) hearing.TranscriptEntry {
	at := noon.Add(time.Duration(n) * time.Second)
	return hearing.TranscriptEntry{ID: hearing.ID(fmt.Sprintf("%s-%d", line, n)), At: at,
		To: &hearing.Utterance{ID: line, Kind: hearing.Speech, After: after, Speaker: hearing.SpeakerPresider, Text: text, At: at}}
}

// TestATranscriptIsWritten writes, changes, types on, opens the file again and seals.
func TestATranscriptIsWritten(t *testing.T) {
	file, ctx := filepath.Join(t.TempDir(), "desk.db"), t.Context()
	d := open(t, file)
	must[storage.ImportReport](t)(d.Import(ctx, must[hearing.Package](t)(exchange.Decode(assets.Examples))))
	if err := d.AddToTranscript(ctx, "h-e1", said(1, "u1", "", "现在开会"), said(2, "u2", "u1", "请书记员宣布纪律")); err != nil {
		t.Fatal(err)
	}
	typing := hearing.Typing{Line: hearing.Utterance{ID: "u3", Kind: hearing.Remark, Text: "书记员宣"}, Cursor: 3, At: noon}
	if err := d.KeepTyping(ctx, "h-e1", typing); err != nil {
		t.Fatal(err)
	}
	d = open(t, file) // as after a crash: the first was never closed
	if got := must[hearing.Typing](t)(d.Typing(ctx, "h-e1")); got.Line.Text != "书记员宣" || got.Cursor != 3 {
		t.Errorf("the passage that was being typed: %+v", got)
	}
	text := transcript.Of(must[hearing.Transcript](t)(d.Transcript(ctx, "h-e1")))
	lines := text.Lines()
	if len(lines) != 2 || lines[0].Text != "现在开会" || text.Entries()[0].By != "许晚" {
		t.Fatalf("%+v", lines)
	}
	now := lines[0].Utterance
	now.Text = "现在开始听证"
	change := hearing.TranscriptEntry{ID: "c1", At: noon.Add(time.Minute), From: &lines[0].Utterance, To: &now}
	if err := d.AddToTranscript(ctx, "h-e1", change, said(61, "u3", "u2", "书记员宣布纪律")); err != nil {
		t.Fatal(err)
	}
	if got := must[hearing.Typing](t)(d.Typing(ctx, "h-e1")); got.Line.ID != "" {
		t.Errorf("what was entered is still being typed: %+v", got)
	}
	stale := change
	stale.ID, stale.At = "c2", noon.Add(2*time.Minute)
	if err := d.AddToTranscript(ctx, "h-e1", stale); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("changed what had been changed: %v", err)
	}
	if err := d.AddToTranscript(ctx, "h-e1", said(30, "u9", "u3", "较早")); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("wrote before what was written: %v", err)
	}
	if err := d.AddToTranscript(ctx, "h-none", said(1, "u1", "", "无")); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("wrote for no hearing: %v", err)
	}
	seal := hearing.TranscriptEntry{ID: "s", At: noon.Add(time.Hour), Act: hearing.ActSeal, Hash: transcript.Of(must[hearing.Transcript](t)(d.Transcript(ctx, "h-e1"))).Sum()}
	if err := d.AddToTranscript(ctx, "h-e1", seal); err != nil {
		t.Fatal(err)
	}
	if err := d.AddToTranscript(ctx, "h-e1", said(4000, "u4", "u3", "又说")); !errors.Is(err, hearing.ErrSealed) {
		t.Errorf("wrote after the seal: %v", err)
	}
	correction := said(4001, "k1", "u1", "“开始听证”前漏“公开”")
	correction.To.Kind, correction.To.Of = hearing.Correcting, "u1"
	if err := d.AddToTranscript(ctx, "h-e1", correction); err != nil {
		t.Errorf("added a correction: %v", err)
	}
	dossier := must[hearing.Dossier](t)(d.Dossier(ctx, "h-e1"))
	if text := transcript.Of(dossier.Transcript); text.Broken() || len(text.Lines()) != 4 {
		t.Errorf("the dossier has %d passages, broken %v", len(text.Lines()), text.Broken())
	}
}

// TestTranscriptsTravel writes on two desks and brings each to the other.
func TestTranscriptsTravel(t *testing.T) {
	one, two, ctx := filled(t), filled(t), t.Context()
	if err := one.AddToTranscript(ctx, "h-e1", said(1, "a", "", "甲"), said(3, "c", "a", "丙")); err != nil {
		t.Fatal(err)
	}
	if err := two.AddToTranscript(ctx, "h-e1", said(2, "b", "", "乙")); err != nil {
		t.Fatal(err)
	}
	packed := func(d *storage.Desk, sessions ...hearing.ID) hearing.Package {
		t.Helper()
		text := must[[]byte](t)(exchange.Encode(must[hearing.Package](t)(d.Export(ctx, sessions...))))
		return must[hearing.Package](t)(exchange.Decode(text))
	}
	first, second := packed(one, "h-e1"), packed(two)
	for range 2 { // the second time changes nothing
		must[storage.ImportReport](t)(two.Import(ctx, first))
		must[storage.ImportReport](t)(one.Import(ctx, second))
	}
	a, b := must[hearing.Transcript](t)(one.Transcript(ctx, "h-e1")), must[hearing.Transcript](t)(two.Transcript(ctx, "h-e1"))
	if len(a.Entries) != 3 || transcript.Of(a).Sum() != transcript.Of(b).Sum() {
		t.Errorf("%d and %d entries, and they read differently", len(a.Entries), len(b.Entries))
	}
	seal := hearing.TranscriptEntry{ID: "s", At: noon.Add(time.Hour), Act: hearing.ActSeal, Hash: transcript.Of(a).Sum()}
	if err := one.AddToTranscript(ctx, "h-e1", seal); err != nil {
		t.Fatal(err)
	}
	if err := two.AddToTranscript(ctx, "h-e1", said(9, "d", "c", "丁")); err != nil {
		t.Fatal(err)
	}
	var faults hearing.FieldErrors
	if _, err := one.Import(ctx, packed(two)); !errors.As(err, &faults) || faults[0].Code != "sealed" {
		t.Errorf("brought a passage to a sealed transcript: %v", err)
	}
}
