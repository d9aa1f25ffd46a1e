package storage_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/storage"
)

// strokes is how often a passage is kept while it is typed, before it is entered.
const strokes = 4

// A stroke is the n-th thing that a recorder does: it keeps what is typed so far,
// or enters the passage. Everything about it follows from its number.
func stroke(n int, after hearing.ID) (hearing.Typing, bool) {
	line := hearing.ID(fmt.Sprintf("line-%d", n/strokes))
	at := noon.Add(time.Duration(n) * 200 * time.Millisecond)
	text := fmt.Sprintf("%d|", n) + strings.Repeat("记", n%strokes+1)
	return hearing.Typing{Line: hearing.Utterance{ID: line, Kind: hearing.Speech, After: after, Text: text, At: at}, Cursor: n % strokes, At: at}, n%strokes == strokes-1
}

// typeOn writes a transcript for ever, going on where the file is, and says each
// thing that was kept.
func typeOn(file string) error {
	ctx := context.Background()
	d, err := begin(ctx, file, options("记"))
	if err != nil {
		return err
	}
	at, text, err := reached(ctx, d)
	if err != nil {
		return err
	}
	for n := at + 1; ; n++ {
		t, enter := stroke(n, text.End())
		if enter {
			e := hearing.TranscriptEntry{ID: hearing.ID(fmt.Sprintf("entry-%d", n)), At: t.At, To: &t.Line}
			if err := d.AddToTranscript(ctx, "h-e1", e); err != nil {
				return err
			}
			text.Add(e)
		} else if err := d.KeepTyping(ctx, "h-e1", t); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// reached reads how far a file is: the number of the last stroke that it has, and
// its transcript. What is being typed is later than what was entered.
func reached(ctx context.Context, d *storage.Desk) (int, *transcript.Text, error) {
	log, err := d.Transcript(ctx, "h-e1")
	if err != nil {
		return 0, nil, err
	}
	text := transcript.Of(log)
	last, _ := text.Last()
	typing, err := d.Typing(ctx, "h-e1")
	if typing.Line.ID != "" {
		last = typing.Line
	}
	n := -1
	if last.ID != "" {
		if _, err := fmt.Sscanf(last.Text, "%d|", &n); err != nil {
			return 0, nil, fmt.Errorf("read %q: %w", last.Text, err)
		}
	}
	return n, text, err
}

// TestATranscriptSurvivesBeingKilled kills the one who types 200 times, at random
// moments, also while the file is being opened: all that he was told to be kept
// is there, the passage that was being typed with its cursor, and he goes on.
func TestATranscriptSurvivesBeingKilled(t *testing.T) {
	rounds := 200
	if testing.Short() {
		rounds = 20
	}
	d := filled(t)
	chance := rand.New(rand.NewPCG(6, 5)) //nolint:gosec // moments, not secrets
	said := -1
	for round := range rounds {
		c := start(t, "type", d.Path())
		for range chance.IntN(8) {
			if line, ok := c.says(); ok {
				said = number(t, line)
			}
		}
		<-time.After(time.Duration(chance.IntN(4000)) * time.Microsecond)
		if err := c.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for line, ok := c.says(); ok; line, ok = c.says() { // what was still in the pipe
			said = number(t, line)
		}
		_ = c.cmd.Wait() // it was killed
		said = survived(t, d, round, said)
	}
	if said < rounds {
		t.Errorf("only %d strokes were kept in %d rounds", said, rounds)
	}
	whole(t, d.Path())
}

func number(t *testing.T, line string) int {
	t.Helper()
	n := 0
	if _, err := fmt.Sscan(line, &n); err != nil {
		t.Fatalf("it said %q", line)
	}
	return n
}

// survived holds that the file has all strokes up to the last that was said, or
// the one after it, whose word did not come through; it returns the last.
func survived(t *testing.T, d *storage.Desk, round, said int) int {
	t.Helper()
	n, text, err := reached(t.Context(), d)
	if err != nil || n < said || n > said+1 {
		t.Fatalf("round %d: stroke %d was kept, the file has %d: %v", round, said, n, err)
	}
	lines := text.Lines()
	if len(lines) != (n+1)/strokes {
		t.Fatalf("round %d: %d passages after stroke %d", round, len(lines), n)
	}
	for i, l := range lines {
		if want, _ := stroke((i+1)*strokes-1, l.After); !l.Same(want.Line) {
			t.Fatalf("round %d: passage %d is %+v", round, i, l.Utterance)
		}
	}
	typing := must[hearing.Typing](t)(d.Typing(t.Context(), "h-e1"))
	want, entered := stroke(n, typing.Line.After)
	switch {
	case n < 0 || entered:
		want = hearing.Typing{}
	case typing.Line.After != text.End():
		t.Fatalf("round %d: what is typed stands behind %q", round, typing.Line.After)
	}
	if !typing.Line.Same(want.Line) || typing.Cursor != want.Cursor {
		t.Fatalf("round %d: being typed is %+v, want %+v", round, typing, want)
	}
	return n
}
