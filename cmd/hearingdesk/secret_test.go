package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	spoken "hearingdesk/hearing/transcript"
	"hearingdesk/storage"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/projector"
)

// What a test looks for: words of a deliberation, and, so that it can be seen to
// look, words that everybody may read.
const (
	whispered = "评议密语甲乙丙"
	spokenOut = "现在开会请大家肃静"
)

// TestNotesOfADeliberationStayOnTheDesk goes every way out of a desk: packages,
// rosters, the transcript, all papers as PDF and for Word, lists, search and the
// wall. What was noted while the officers deliberated leaves by none.
func TestNotesOfADeliberationStayOnTheDesk(t *testing.T) {
	o, dir := &office{t: t, file: filepath.Join(t.TempDir(), "desk.db")}, t.TempDir()
	do := func(want int, args ...string) string {
		t.Helper()
		out, trouble, code := o.run(append([]string{args[0], "-db", o.file}, args[1:]...)...)
		if code != want {
			t.Fatalf("%v: exit %d, want %d\n%s", args, code, want, trouble)
		}
		return out + trouble
	}
	do(exitDone, "demo")
	whisper(t, o.file)
	in := func(name string) string { return filepath.Join(dir, name) }
	var said strings.Builder
	for _, args := range [][]string{
		{"export", "-o", in("all.json")}, {"export", "-session", "h-e1", "-o", in("one.json")}, {"export", "-roster", "officers", "-full", "-o", in("people.csv")},
		{"transcript", "-session", "h-e1", "-format", "txt", "-o", in("said.txt")}, {"transcript", "-session", "h-e1", "-format", "srt", "-o", in("said.srt")},
		{"transcript", "-session", "h-e1", "-format", "json", "-o", in("said.json")}, {"documents", "-session", "h-e1", "-kind", "11,16,17,18", "-o", in("pdf")},
		{"documents", "-session", "h-e1", "-o", in("word"), "-format", "docx"}, {"due", "-at", "2023-07-10", "-json"}, {"due", "-at", "2023-07-10", "-ics"},
		{"stats", "-from", "2023-01-01", "-to", "2023-12-31", "-json"},
	} {
		said.WriteString(do(exitDone, args...))
	}
	out, trouble, _ := o.run("check", "-db", o.file, "-session", "h-e1", "-json") // whatever it finds
	said.WriteString(out + trouble + do(exitRefused, "search", whispered[:len("评议密语")]) + do(exitRefused, "search", "pymyjyb"))
	if strings.Contains(strings.ReplaceAll(said.String(), "没有找到“评议密语”", ""), "密语") {
		t.Error("a command says it")
	}
	told := 0
	for name, text := range read(t, dir) {
		if strings.Contains(text, "密语") {
			t.Errorf("%s has it", name)
		}
		if strings.Contains(text, spokenOut) {
			told++
		}
	}
	if told < 7 { // two packages, three transcripts, paper 16 twice: or nothing was looked at
		t.Errorf("%d files have what was said in the hearing", told)
	}
}

// whisper writes into a transcript, and into the notes of its deliberation; what
// the wall shows then has neither.
func whisper(t *testing.T, file string) {
	t.Helper()
	ctx := t.Context()
	desk, err := storage.Open(ctx, file, storage.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	at, err := moment("2023-07-18 09:00")
	if err != nil {
		t.Fatal(err)
	}
	u := hearing.Utterance{ID: "u-1", Kind: hearing.Speech, Speaker: hearing.SpeakerPresider, Text: spokenOut, At: at}
	if err := desk.AddToTranscript(ctx, "h-e1", hearing.TranscriptEntry{ID: "e-1", At: at, To: &u}); err != nil {
		t.Fatal(err)
	}
	if err := desk.SaveDraft(ctx, edit.Owner(edit.Deliberation, "h-e1"), edit.Deliberation, whispered); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Dossier(ctx, "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	scene := projector.Public(d, script.Script{}, spoken.Of(d.Transcript), projector.Live{}, at)
	if shown := fmt.Sprintf("%+v%+v", d, scene); strings.Contains(shown, "密语") {
		t.Error("the dossier or the wall has it")
	}
	if err := desk.Close(); err != nil {
		t.Fatal(err)
	}
}

// read reads the text of every file of a folder: of a Word file and a PDF what a
// reader sees, without the ends of lines.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		var text []byte
		switch filepath.Ext(file) {
		case ".docx":
			text = []byte(wordText(t, file))
		case ".pdf":
			text, err = exec.Command("pdftotext", "-raw", file, "-").Output() //nolint:gosec // what the test wrote
		default:
			text, err = os.ReadFile(file) //nolint:gosec // as above
		}
		out[filepath.Base(file)] = string(bytes.ReplaceAll(text, []byte("\n"), nil))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
