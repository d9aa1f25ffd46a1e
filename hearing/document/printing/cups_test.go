//go:build !windows

package printing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing/document/printing/trial"
)

// sheet is a valid PDF of one page that says the words.
func sheet(words string) []byte {
	content := "BT /F 24 Tf 72 700 Td (" + words + ") Tj ET"
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	b.WriteString("xref\n0 6\n0000000000 65535 f \n")
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

// printed returns the file that the printer made of the job whose title
// begins with the mark.
func printed(t *testing.T, mark string) string {
	t.Helper()
	found, err := filepath.Glob(trial.Outbox(t) + "/" + mark + "*.pdf")
	if err != nil || len(found) != 1 {
		t.Fatalf("printed files %v, %v", found, err)
	}
	return found[0]
}

func TestPrintsOnARealPrinter(t *testing.T) {
	s := trial.New(t)
	ctx := context.Background()
	p := System()
	if q, err := p.Queues(ctx); err != nil || len(q) != 0 {
		t.Fatalf("before a printer is set up: %+v, %v", q, err)
	}
	if _, err := p.Submit(ctx, Job{Title: "x", PDF: sheet("x")}); !errors.Is(err, ErrNoQueue) {
		t.Fatalf("printing without a printer: %v", err)
	}
	s.AddPDF("三楼听证室")
	queues, err := p.Queues(ctx)
	if err != nil || len(queues) != 1 || queues[0] != (Queue{Name: "PDF", Description: "三楼听证室", Default: true, Accepting: true, Phase: Done}) {
		t.Fatalf("queues %+v, %v", queues, err)
	}

	mark := fmt.Sprintf("hd%d", os.Getpid())
	paper := sheet("Notice 07a")
	id, err := p.Submit(ctx, Job{Queue: "PDF", Title: mark + " 听证通知书", PDF: paper, Copies: 2, Sides: LongEdge})
	if err != nil {
		t.Fatal(err)
	}
	var last State
	s.Until("the job to be done", func() bool {
		if last, err = p.State(ctx, id); err != nil {
			t.Fatal(err)
		}
		return last.Phase.Final()
	})
	if last.Phase != Done {
		t.Fatalf("the job ended as %+v", last)
	}
	a, err := cups{limit: time.Minute}.ask(ctx, id, "copies", "job-name", "sides")
	if err != nil {
		t.Fatal(err)
	}
	if a.number("copies") != 2 || a.texts("job-name")[0] != mark+" 听证通知书" || a.texts("sides")[0] != string(LongEdge) {
		t.Errorf("the printer was asked for %d copies of %q, %q", a.number("copies"), a.texts("job-name"), a.texts("sides"))
	}
	samePaper(t, paper, printed(t, mark))
}

// samePaper compares what was sent with what was printed, as text and as a
// picture.
func samePaper(t *testing.T, sent []byte, file string) {
	t.Helper()
	original := filepath.Join(t.TempDir(), "sent.pdf")
	if err := os.WriteFile(original, sent, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tool := range [][]string{{"pdftotext", "-layout"}, {"pdftoppm", "-r", "20", "-gray", "-aa", "no"}} {
		if _, err := exec.LookPath(tool[0]); err != nil {
			t.Skipf("printed, but not compared: no %s", tool[0])
		}
	}
	text := func(f string) string {
		out, err := exec.Command("pdftotext", f, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(string(out))
	}
	if got, want := text(file), text(original); got != want || want == "" {
		t.Errorf("printed text %q, want %q", got, want)
	}
	picture := func(f string) []byte {
		out, err := exec.Command("pdftoppm", "-r", "30", "-gray", f).Output()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	got, want := picture(file), picture(original)
	if len(got) != len(want) {
		t.Fatalf("the printed page is of another size: %d and %d bytes of picture", len(got), len(want))
	}
	off := 0
	for i := range got {
		if d := int(got[i]) - int(want[i]); d > 96 || d < -96 {
			off++
		}
	}
	if off > len(got)/500 {
		t.Errorf("%d of %d dots differ", off, len(got))
	}
}
