package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
)

// mergeGoals hold a thousand notices against LibreOffice's mail merge of the same
// notice, in the same run: the time of its merge without its start, ours from the
// start of the program to its end, and the most memory that each took.
var mergeGoals = []goal{
	{"1,000 notices in one PDF, of LibreOffice's time", "≤ 1/5", 0.2, merged("one", inTime)},
	{"1,000 notices in one PDF, of its memory", "≤ 1/2", 0.5, merged("one", inMemory)},
	{"1,000 notices as 1,000 files, of its time", "≤ 1/5", 0.2, merged("each", inTime)},
	{"1,000 notices as 1,000 files, of its memory", "≤ 1/2", 0.5, merged("each", inMemory)},
}

// What TestBookOfNotices is told.
var (
	bookOf = flag.String("book-of", "", "a desk whose notices go into one PDF")
	book   = flag.String("book", "", "that PDF")
)

// notices is how many are made; a multiple of ten.
const notices = 1000

// A toll is what a program took.
type toll struct {
	took   time.Duration
	memory int64 // most resident at once, in KiB
	err    error // it is not here
}

func inTime(ours, theirs toll) (float64, string) {
	return ours.took.Seconds() / theirs.took.Seconds(), fmt.Sprintf("%.1f s against %.1f s", ours.took.Seconds(), theirs.took.Seconds())
}

func inMemory(ours, theirs toll) (float64, string) {
	return float64(ours.memory) / float64(theirs.memory), fmt.Sprintf("%d MB against %d MB", ours.memory/1024, theirs.memory/1024)
}

// merges are the runs that were measured, ours and theirs, by how the notices
// come out: each is made once for two rows.
var merges = struct {
	sync.Mutex
	of map[string][2]toll
}{of: map[string][2]toll{}}

// merged measures notices that come out in one file or in a file each.
func merged(how string, compare func(ours, theirs toll) (float64, string)) func(*testing.T) (float64, string) {
	return func(t *testing.T) (float64, string) {
		t.Helper()
		merges.Lock()
		defer merges.Unlock()
		both, done := merges.of[how]
		if !done {
			both = [2]toll{ourMerge(t, how), officeMerge(t, how)}
			merges.of[how] = both
		}
		if err := both[1].err; err != nil {
			return math.NaN(), err.Error()
		}
		return compare(both[0], both[1])
	}
}

// ourMerge makes the notices of a desk with a hundred hearings of ten parties.
func ourMerge(t *testing.T, how string) toll {
	t.Helper()
	folder := t.TempDir()
	db, out := filepath.Join(folder, "many.desk"), filepath.Join(folder, "out")
	program := built(t, ".")
	if text, err := exec.Command(program, "import", "-db", db, manyParties(t, folder)).CombinedOutput(); err != nil {
		t.Fatalf("import: %v\n%s", err, text)
	}
	c := exec.Command(program, "documents", "-db", db, "-kind", "07a", "-o", out, "-at", "2023-06-19")
	if how == "one" {
		c = exec.Command(os.Args[0], "-test.run", "^TestBookOfNotices$", "-book-of", db, "-book", filepath.Join(out, "notices.pdf"))
		if err := os.Mkdir(out, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	r := measure(t, c)
	pagesIn(t, out)
	return r
}

// measure runs a program to its end.
func measure(t *testing.T, c *exec.Cmd) toll {
	t.Helper()
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	begin := time.Now()
	if err := c.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", c.Path, err, said.String())
	}
	return toll{took: time.Since(begin), memory: peak(c)}
}

// peak is the most memory that an ended program took, with those that it started.
func peak(c *exec.Cmd) int64 {
	if u, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss
	}
	return 0
}

// manyParties writes a package of a hundred hearings, each the second worked
// example with ten parties of its own.
func manyParties(t *testing.T, folder string) string {
	t.Helper()
	var p hearing.Package
	if err := json.Unmarshal(assets.Examples, &p); err != nil {
		t.Fatal(err)
	}
	h := p.Hearings[slices.IndexFunc(p.Hearings, func(h hearing.Hearing) bool { return h.ID == "h-e2" })]
	h.Opinions, h.Outcome, h.Notary, h.State = nil, hearing.Outcome{}, nil, hearing.Notifying
	h.Participants = slices.DeleteFunc(h.Participants, func(x hearing.Participant) bool { return x.Role != hearing.Officer })
	p.Hearings, p.Announcements = nil, nil
	for i := range notices / 10 {
		one := h
		one.ID = hearing.ID(fmt.Sprintf("h-%03d", i))
		one.Start, one.End = h.Start.AddDate(0, 0, i), h.End.AddDate(0, 0, i)
		one.Participants = slices.Clone(h.Participants)
		for k := range one.Participants {
			one.Participants[k].ID = hearing.ID(fmt.Sprintf("h-%03d-o%d", i, k))
		}
		for k := range 10 {
			id := hearing.ID(fmt.Sprintf("p-%03d-%d", i, k))
			p.People = append(p.People, hearing.Person{ID: id, Name: nameOf(10*i + k)})
			one.Participants = append(one.Participants, hearing.Participant{ID: id, Role: hearing.PartyRep, Person: id, Label: "赡养义务人"})
		}
		p.Hearings = append(p.Hearings, one)
	}
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "many.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// nameOf is the name of one of a thousand parties.
func nameOf(n int) string {
	const digits = "〇一二三四五六七八九"
	name := []rune("程")
	for _, c := range fmt.Sprintf("%03d", n) {
		name = append(name, []rune(digits)[c-'0'])
	}
	return string(name)
}

// pagesIn holds that the files of a folder have a page for each notice.
func pagesIn(t *testing.T, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 1 {
		text, err := exec.Command("pdfinfo", files[0]).Output()
		if err != nil || !strings.Contains(string(text), fmt.Sprintf("Pages:           %d\n", notices)) {
			t.Fatalf("%s: %v\n%s", files[0], err, text)
		}
		return
	}
	if len(files) != notices {
		t.Fatalf("%d files in %s, want %d", len(files), folder, notices)
	}
}

// TestBookOfNotices makes all notices of a desk as one file; it is the other
// program of ourMerge.
func TestBookOfNotices(t *testing.T) {
	if *bookOf == "" {
		t.Skip("make bench calls it")
	}
	sparing(10)
	desk, err := open(t.Context(), *bookOf, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = desk.Close() }()
	p, err := newPress()
	if err != nil {
		t.Fatal(err)
	}
	entries, err := entriesOf(t.Context(), desk, "")
	if err != nil {
		t.Fatal(err)
	}
	var papers []press.Paper
	for _, e := range entries {
		d, err := desk.Dossier(t.Context(), e.Session)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range p.Plan(d, "07a") {
			one, err := p.Make(d, it, calendar.NewDate(2023, time.June, 19))
			if err != nil {
				t.Fatal(err)
			}
			papers = append(papers, one)
		}
	}
	text, err := press.Book("听证会通知书", papers...)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(*book, text, 0o600); err != nil {
		t.Fatal(err)
	}
}
