//go:build !windows

package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/document/printing/trial"
)

// TestPapersArePrinted sends papers to a real print service and looks at what
// its printer printed.
func TestPapersArePrinted(t *testing.T) {
	service := trial.New(t)
	service.AddPDF("三楼听证室")
	file := filepath.Join(t.TempDir(), "desk.db")
	var out, trouble bytes.Buffer
	do := func(want int, args ...string) {
		t.Helper()
		out.Reset()
		trouble.Reset()
		env := func(string) string { return "" }
		if code := run(t.Context(), terminal{out: &out, err: &trouble, env: env}, args); code != want {
			t.Fatalf("%v: exit %d, want %d\n%s%s", args, code, want, &out, &trouble)
		}
	}
	do(exitDone, "demo", "-db", file)
	do(exitDone, "documents", "-db", file, "-session", "h-e2", "-kind", "06,07d", "-o", t.TempDir(), "-print", "PDF")
	var jobs []printing.JobID
	var papers []string
	for _, l := range strings.Split(strings.TrimSpace(out.String()), "\n") {
		if i := strings.Index(l, "PDF-"); i >= 0 {
			jobs = append(jobs, printing.JobID(l[i:]))
		} else {
			papers = append(papers, l)
		}
	}
	if len(jobs) != 2 || len(papers) != 2 { // the announcement, and the notary's invitation
		t.Fatalf("%d jobs of %d papers, want 2:\n%s", len(jobs), len(papers), &out)
	}
	service.Until("the papers to be printed", func() bool {
		for _, id := range jobs {
			if s, err := printing.System().State(t.Context(), id); err != nil || s.Phase != printing.Done || printedAs(t, id) == "" {
				return false
			}
		}
		return true
	})
	for i, id := range jobs {
		saved, printed := picture(t, papers[i]), picture(t, printedAs(t, id))
		if n, other := alike(saved, printed), alike(picture(t, papers[1-i]), printed); n < 0.94 || n < other+0.02 {
			t.Errorf("%s: the printed page is %.1f %% like the saved one, and %.1f %% like another", papers[i], 100*n, 100*other)
		}
	}
	do(exitRefused, "documents", "-db", file, "-session", "h-e2", "-kind", "06", "-o", t.TempDir(), "-print", "四楼")
	if !strings.Contains(trouble.String(), "四楼") || !strings.Contains(trouble.String(), "PDF") {
		t.Errorf("an unknown printer is answered by %q", &trouble)
	}
}

// printedAs is the file that the printer made of a job; empty is not yet.
func printedAs(t *testing.T, id printing.JobID) string {
	t.Helper()
	found, err := filepath.Glob(trial.Outbox(t) + "/*job_" + strings.TrimPrefix(string(id), "PDF-") + ".pdf")
	if err != nil || len(found) > 1 {
		t.Fatalf("job %s printed %v, %v", id, found, err)
	}
	if len(found) == 0 || exec.Command("pdfinfo", found[0]).Run() != nil { //nolint:gosec // what the printer wrote, perhaps not all of it
		return ""
	}
	return found[0]
}

// picture draws the one page of a PDF in grey: the printer keeps no text.
func picture(t *testing.T, file string) []byte {
	t.Helper()
	out, err := exec.Command("pdftoppm", "-gray", "-scale-to-x", "400", "-scale-to-y", "560", file).Output() //nolint:gosec // the test's own files
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// alike is the share of pixels on whose darkness two pictures agree.
func alike(a, b []byte) float64 {
	if len(a) != len(b) {
		return 0
	}
	same := 0
	for i := range a {
		if d := int(a[i]) - int(b[i]); d > -60 && d < 60 {
			same++
		}
	}
	return float64(same) / float64(len(a))
}

// TestABatchGoesOnAfterThePrinterVanished takes a real printer away while a
// batch is printed, and gives it back: every paper is remembered once.
func TestABatchGoesOnAfterThePrinterVanished(t *testing.T) {
	service := trial.New(t)
	service.AddPDF("三楼听证室")
	file := filepath.Join(t.TempDir(), "desk.db")
	do := func(args ...string) (int, string) {
		var out bytes.Buffer
		code := run(t.Context(), terminal{out: &out, err: &out, env: func(string) string { return "" }}, args)
		return code, out.String()
	}
	if code, said := do("demo", "-db", file); code != exitDone {
		t.Fatal(said)
	}
	type end struct {
		code int
		said string
	}
	ended := make(chan end)
	go func() {
		code, said := do("documents", "-db", file, "-session", "h-e2", "-kind", "06,07a,07c,12,13", "-due", "-print", "PDF", "-at", "2023-06-20")
		ended <- end{code, said}
	}()
	service.Until("a paper to come out", func() bool {
		found := service.Printed()
		return len(found) > 0
	})
	service.Admin("lpadmin", "-x", "PDF")
	e := <-ended
	if e.code != exitRefused || !strings.Contains(e.said, "-resume") || !strings.Contains(e.said, "没有这台打印机") {
		t.Fatalf("without the printer: exit %d\n%s", e.code, e.said)
	}
	service.AddPDF("三楼听证室")
	if code, said := do("documents", "-db", file, "-resume", "-unsure", "again", "-print", "PDF"); code != exitDone {
		t.Fatalf("gone on with: exit %d\n%s", code, said)
	}
	_, said := do("documents", "-db", file, "-prints", "-session", "h-e2")
	seen := map[string]bool{}
	for line := range strings.Lines(said) {
		_, paper, _ := strings.Cut(strings.Split(line, " 份 ")[0], " h-e2 ")
		if seen[paper] {
			t.Errorf("%q is remembered twice", paper)
		}
		seen[paper] = true
	}
	if _, plan := do("documents", "-db", file, "-session", "h-e2", "-kind", "06,07a,07c,12,13", "-due", "-plan", "-at", "2023-06-20"); len(seen) < 9 || plan != "" {
		t.Errorf("%d papers are remembered; to be printed are still\n%s", len(seen), plan)
	}
	if code, said := do("documents", "-db", file, "-reprint", "1", "-print", "PDF"); code != exitDone || !strings.Contains(said, "PDF-") {
		t.Errorf("once more as it was: exit %d\n%s", code, said)
	}
}
