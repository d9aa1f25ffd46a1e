//go:build !windows

package printing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A real print service of this test's own: nothing of the machine's printers
// is touched. Its one printer, PDF, writes into the user's folder PDF.
type service struct {
	t      *testing.T
	folder string
}

const driver = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"

// newService starts cupsd with a queue, or skips the test where that cannot
// be done; in CI it can.
func newService(t *testing.T) *service {
	t.Helper()
	cupsd, err := exec.LookPath("cupsd")
	if err != nil {
		cupsd = "/usr/sbin/cupsd" // not on the path of every user
	}
	_, missing := os.Stat(cupsd)
	_, driverless := os.Stat(driver)
	switch lacks := errors.Join(missing, driverless); {
	case lacks != nil && os.Getenv("CI") != "":
		t.Fatalf("no print service to test with: %v", lacks)
	case lacks != nil:
		t.Skipf("no print service to test with; make deps installs it: %v", lacks)
	case os.Geteuid() != 0:
		t.Skip("cups-pdf prints for root only: not root, so no real printing is tested here")
	case testing.Short():
		t.Skip("short: no real printing")
	}
	tidy(t)
	s := &service{t: t, folder: t.TempDir()}
	s.furnish()
	c := exec.Command(cupsd, "-f", "-c", s.folder+"/cupsd.conf", "-s", s.folder+"/cups-files.conf")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Signal(os.Interrupt)
		_ = c.Wait()
	})
	t.Setenv("CUPS_SERVER", s.folder+"/sock")
	s.until("cupsd to run", func() bool {
		out, _ := exec.Command("lpstat", "-r").Output()
		return strings.Contains(string(out), "is running")
	})
	return s
}

// furnish writes the service's settings.
func (s *service) furnish() {
	s.t.Helper()
	// The filters run as another user, who must be let in.
	for _, f := range []string{s.folder, filepath.Dir(s.folder)} {
		if err := os.Chmod(f, 0o755); err != nil {
			s.t.Fatal(err)
		}
	}
	files := ""
	for _, f := range []string{"ServerRoot", "RequestRoot", "CacheDir", "StateDir", "TempDir"} {
		if err := os.Mkdir(filepath.Join(s.folder, f), 0o755); err != nil {
			s.t.Fatal(err)
		}
		files += fmt.Sprintf("%s %s/%s\n", f, s.folder, f)
	}
	// This is where they write.
	if err := os.Chmod(filepath.Join(s.folder, "TempDir"), 0o777|os.ModeSticky); err != nil {
		s.t.Fatal(err)
	}
	for _, f := range []string{"ErrorLog", "AccessLog", "PageLog"} {
		files += fmt.Sprintf("%s %s/%s\n", f, s.folder, f)
	}
	const open = "Browsing Off\nWebInterface No\nDefaultAuthType None\n" +
		"<Location />\nOrder allow,deny\nAllow all\n</Location>\n" +
		"<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"
	for name, text := range map[string]string{"cupsd.conf": "Listen " + s.folder + "/sock\n" + open, "cups-files.conf": files} {
		if err := os.WriteFile(filepath.Join(s.folder, name), []byte(text), 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
}

// admin runs one of CUPS' administration commands.
func (s *service) admin(name string, args ...string) {
	s.t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		s.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

// until looks again and again until a condition is met.
func (s *service) until(what string, met func() bool) {
	s.t.Helper()
	give, look := time.After(30*time.Second), time.NewTicker(20*time.Millisecond)
	defer look.Stop()
	for !met() {
		select {
		case <-give:
			log, _ := os.ReadFile(s.folder + "/ErrorLog")
			s.t.Fatalf("waited in vain for %s\n%s", what, log)
		case <-look.C:
		}
	}
}

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

// outbox is where the printer PDF leaves what it printed.
func outbox(t *testing.T) string {
	t.Helper()
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(me.HomeDir, "PDF")
}

// tidy removes, when the test ends, what it had printed.
func tidy(t *testing.T) {
	t.Helper()
	kept := map[string]bool{}
	before, _ := filepath.Glob(outbox(t) + "/*")
	for _, f := range before {
		kept[f] = true
	}
	t.Cleanup(func() {
		after, _ := filepath.Glob(outbox(t) + "/*")
		for _, f := range after {
			if !kept[f] {
				_ = os.Remove(f)
			}
		}
		_ = os.Remove(outbox(t)) // only when it is empty
	})
}

// printed returns the file that the printer made of the job whose title
// begins with the mark.
func printed(t *testing.T, mark string) string {
	t.Helper()
	found, err := filepath.Glob(outbox(t) + "/" + mark + "*.pdf")
	if err != nil || len(found) != 1 {
		t.Fatalf("printed files %v, %v", found, err)
	}
	return found[0]
}

func TestPrintsOnARealPrinter(t *testing.T) {
	s := newService(t)
	ctx := context.Background()
	p := System()
	if q, err := p.Queues(ctx); err != nil || len(q) != 0 {
		t.Fatalf("before a printer is set up: %+v, %v", q, err)
	}
	if _, err := p.Submit(ctx, Job{Title: "x", PDF: sheet("x")}); !errors.Is(err, ErrNoQueue) {
		t.Fatalf("printing without a printer: %v", err)
	}
	s.admin("lpadmin", "-p", "PDF", "-E", "-v", "cups-pdf:/", "-P", driver, "-D", "三楼听证室")
	s.admin("lpadmin", "-d", "PDF")
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
	s.until("the job to be done", func() bool {
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
