//go:build !windows

package main

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/document/printing/trial"
	"hearingdesk/hearing/document/scanning"
)

// TestAnEnclosedPDFIsPrinted encloses a PDF with a letter, saves both as files and
// prints them on a real printer; the same comes out once more as it was, when the
// enclosure is another by then. The desk's package brings it to another desk.
func TestAnEnclosedPDFIsPrinted(t *testing.T) {
	service := trial.New(t)
	service.AddPDF("三楼听证室")
	dir := t.TempDir()
	file := filepath.Join(dir, "desk.db")
	do := func(want int, args ...string) string {
		t.Helper()
		var out bytes.Buffer
		if code := run(t.Context(), terminal{out: &out, err: &out, env: func(string) string { return "" }}, args); code != want {
			t.Fatalf("%v: exit %d, want %d\n%s", args, code, want, &out)
		}
		return out.String()
	}
	do(exitDone, "demo", "-db", file)
	lists := strings.Fields(do(exitDone, "documents", "-db", file, "-session", "h-e2", "-kind", "13,12", "-o", dir))
	enclose(t, file, lists[0])
	saved := strings.Fields(do(exitDone, "documents", "-db", file, "-session", "h-e2", "-kind", "07d,39", "-o", dir, "-format", "docx"))
	if len(saved) != 2 || filepath.Ext(saved[1]) != ".pdf" || !strings.Contains(saved[1], "签到用表") {
		t.Fatalf("saved %q", saved)
	}
	leaflet := picture(t, saved[1])
	if n := alike(picture(t, lists[0]), leaflet); n < 0.999 {
		t.Errorf("the enclosure is %.1f %% like the file", 100*n)
	}
	printed := func(said string) []byte {
		t.Helper()
		at := strings.LastIndex(said, "PDF-")
		if at < 0 {
			t.Fatalf("nothing was printed:\n%s", said)
		}
		id := printing.JobID(strings.Fields(said[at:])[0])
		service.Until("the enclosure to be printed", func() bool { return printedAs(t, id) != "" })
		return picture(t, printedAs(t, id))
	}
	said := do(exitDone, "documents", "-db", file, "-session", "h-e2", "-kind", "07d,39", "-print", "PDF")
	if n := alike(leaflet, printed(said)); strings.Count(said, "PDF-") != 2 || n < 0.94 {
		t.Errorf("the last page that came out is %.1f %% like the enclosure:\n%s", 100*n, said)
	}
	other := filepath.Join(dir, "other.db")
	do(exitDone, "export", "-db", file, "-o", filepath.Join(dir, "all.json"))
	do(exitDone, "import", "-db", other, filepath.Join(dir, "all.json"))
	enclose(t, file, lists[1])
	if n := alike(leaflet, printed(do(exitDone, "documents", "-db", file, "-reprint", "4", "-print", "PDF"))); n < 0.94 {
		t.Errorf("as it was, it is %.1f %% like it", 100*n)
	}
	again := strings.Fields(do(exitDone, "documents", "-db", other, "-session", "h-e2", "-kind", "39", "-o", t.TempDir()))
	if n := alike(leaflet, picture(t, again[0])); len(again) != 1 || n < 0.999 {
		t.Errorf("on the other desk it is %.1f %% like it", 100*n)
	}
}

// enclose makes a file the enclosure of the invitation of a desk.
func enclose(t *testing.T, file, path string) {
	t.Helper()
	data, err := os.ReadFile(path) //nolint:gosec // the test's own
	if err != nil {
		t.Fatal(err)
	}
	f, err := scanning.Enclose(t.Context(), filepath.Base(path), data)
	if err != nil {
		t.Fatal(err)
	}
	desk, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = desk.Close() }()
	if _, err := desk.KeepFile(t.Context(), f.Media, data); err != nil {
		t.Fatal(err)
	}
	e := hearing.Enclosure{ID: "n1", Name: "签到用表", With: []string{"07d"}, File: hearing.EnclosedFile{ScanFile: f.ScanFile}}
	if was, err := desk.Enclosure(t.Context(), "n1"); err == nil {
		e.Version = was.Version
	}
	if _, err := desk.SaveEnclosure(t.Context(), e); err != nil {
		t.Fatal(err)
	}
}

// TestAPackageBringsNoHostileEnclosure refuses a package whose enclosure is a
// program, and corrects what one says of its file.
func TestAPackageBringsNoHostileEnclosure(t *testing.T) {
	program := []byte("MZ this is a program")
	bad := hearing.Enclosure{ID: "n1", Name: "须知", File: hearing.EnclosedFile{Content: base64.StdEncoding.EncodeToString(program),
		ScanFile: hearing.ScanFile{Name: "须知.pdf", Hash: hearing.HashOf(program), Media: "application/pdf", Size: 20, Pages: 1}}}
	if err := inspectEnclosures([]hearing.Enclosure{bad}); err == nil {
		t.Error("a program is taken")
	}
	bad.File.Hash = hearing.HashOf([]byte("another"))
	if err := inspectEnclosures([]hearing.Enclosure{bad}); err == nil {
		t.Error("a file that is not what its hash says is taken")
	}
}
