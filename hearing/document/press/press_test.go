package press_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	_ "time/tzdata"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/rules"
)

// today dates the papers of which no day of sending is known.
var today = calendar.NewDate(2023, time.August, 1)

// thePress has read its fonts once for all tests.
var thePress = sync.OnceValue(func() *press.Press {
	forms, err := document.Load(assets.Documents())
	if err != nil {
		panic(err)
	}
	table, err := rules.Load(assets.Rules()...)
	if err != nil {
		panic(err)
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		panic(err)
	}
	return press.New(forms.Under(press.Law(rules.NewBook(table, days))), layout.New(assets.PaperFonts(), nil))
})

// worked returns the worked examples, anew for each test: some change them.
func worked(t testing.TB) hearing.Package {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash("../../../assets/examples/worked.json"))
	if err != nil {
		t.Fatal(err)
	}
	var p hearing.Package
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func dossier(t testing.TB, p hearing.Package, session hearing.ID) hearing.Dossier {
	t.Helper()
	zone, err := time.LoadLocation(hearing.DefaultZone)
	if err != nil {
		t.Fatal(err)
	}
	d, ok := p.Dossier(session, zone)
	if !ok {
		t.Fatalf("no session %s", session)
	}
	return d
}

// paper makes the one paper of a number that is for somebody.
func paper(t testing.TB, d hearing.Dossier, number, name string) press.Paper {
	t.Helper()
	for _, it := range thePress().Plan(d, number) {
		if it.For == name {
			p, err := thePress().Make(d, it, today)
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	t.Fatalf("no paper %s for %q", number, name)
	return press.Paper{}
}

// pdf writes a paper to a file.
func pdf(t testing.TB, p press.Paper) string {
	t.Helper()
	b, err := p.File(press.PDF)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// tool runs one of poppler's programs, which make deps installs.
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output() //nolint:gosec // the test's own names
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}

// textOf is what a reader of the PDF copies from it.
func textOf(t testing.TB, p press.Paper) string {
	t.Helper()
	return tool(t, "pdftotext", "-raw", "-enc", "UTF-8", pdf(t, p), "-")
}

// joined is a text without its line ends and blanks.
func joined(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \n\r\f\u3000", r) }), "")
}

// TestNamesComeOutAsTyped holds that rare and long names pass through a form
// into the PDF and out of it, unchanged and whole.
func TestNamesComeOutAsTyped(t *testing.T) {
	long := strings.Repeat("阿卜杜热合曼·买买提艾", 4)[:len("阿卜杜热合曼·买买提艾")*4-len("艾")*4]
	if n := len([]rune(long)); n != 40 {
		t.Fatalf("the name has %d characters", n)
	}
	for _, name := range []string{"人民䶮㛃𬱖𫖯𬭚", long} {
		p := worked(t)
		for i := range p.People {
			if p.People[i].ID == "p-cheng" || p.People[i].ID == "p-zhou" {
				p.People[i].Name = name
			}
		}
		d := dossier(t, p, "h-e2")
		for _, number := range []string{"07a", "07c", "17", "20", "27"} {
			made := paper(t, d, number, name)
			if got := joined(textOf(t, made)); !strings.Contains(got, name) {
				t.Errorf("paper %s: %s is not in\n%s", number, name, got)
			}
			if number == "27" && len(made.Pages) != 1 {
				t.Errorf("a receipt for %s has %d pages", name, len(made.Pages))
			}
		}
	}
}

func TestWhatIsMissingStopsAPaper(t *testing.T) {
	p := worked(t)
	d := dossier(t, p, "h-e2")
	d.Hearing.Room, d.Hearing.Presider = "", ""
	items := thePress().Plan(d, "07a")
	_, err := thePress().Make(d, items[0], today)
	var missing *document.MissingError
	if !errors.As(err, &missing) {
		t.Fatalf("got %v, want the missing fields", err)
	}
	if got := strings.Join(missing.MissingFields(), "、"); got != "听证地点、主持人" || missing.For != "程桂兰" {
		t.Errorf("%s lacks %s", missing.For, got)
	}
	if len(items[0].Missing) != 2 {
		t.Errorf("the plan names %v", items[0].Missing)
	}
}

func TestACharacterWithoutFontStopsAPaper(t *testing.T) {
	p := worked(t)
	for i := range p.People {
		if p.People[i].ID == "p-zhou" {
			p.People[i].Name = "周\U0003134A"
		}
	}
	d := dossier(t, p, "h-e2")
	for number, want := range map[string]string{"07c": "收件人姓名", "07a": "听证员姓名", "13": "姓名"} {
		_, err := thePress().Make(d, thePress().Plan(d, number)[0], today)
		var glyph *layout.GlyphError
		if !errors.As(err, &glyph) || glyph.Rune != 0x3134A || glyph.Field != want {
			t.Errorf("paper %s: got %v, want the character in %s", number, err, want)
		}
	}
}

// TestAJobIsThePaper holds that what goes to the printer are the paper's pages
// with the form's copies.
func TestAJobIsThePaper(t *testing.T) {
	made := paper(t, dossier(t, worked(t), "h-e2"), "07a", "程晓梅")
	job, err := made.Job("PDF", 0, printing.OneSided)
	if err != nil {
		t.Fatal(err)
	}
	if job.Copies != 2 || job.Title != "听证会通知书 程晓梅" || job.Pages != 1 || !strings.HasPrefix(string(job.PDF), "%PDF-") {
		t.Errorf("%d copies of %q with %d pages", job.Copies, job.Title, job.Pages)
	}
	if job, err = made.Job("PDF", 5, printing.OneSided); err != nil || job.Copies != 5 {
		t.Errorf("%d copies, %v; want 5", job.Copies, err)
	}
	if _, err := made.Raster(1, 50); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("a second page: %v", err)
	}
}

// TestTheHashIsTheText holds that the hash changes with what a paper says and
// with nothing else.
func TestTheHashIsTheText(t *testing.T) {
	p := worked(t)
	one, again := paper(t, dossier(t, p, "h-e2"), "06", ""), paper(t, dossier(t, p, "h-e2"), "06", "")
	if one.Hash != again.Hash {
		t.Error("two prints of one paper differ")
	}
	for i := range p.Hearings {
		p.Hearings[i].Notice.Seats++
	}
	if other := paper(t, dossier(t, p, "h-e2"), "06", ""); other.Hash == one.Hash {
		t.Error("another number of seats has the same hash")
	}
}

func TestNumbersAndKinds(t *testing.T) {
	files, err := fs.Glob(assets.Documents(), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, f := range files {
		if f != "dictionary.txt" {
			want = append(want, strings.TrimSuffix(f, ".txt"))
		}
	}
	if got := thePress().Numbers(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	d := dossier(t, worked(t), "h-e2")
	for _, it := range thePress().Plan(d, "06", "20") {
		if it.Number != "06" && it.Number != "20" {
			t.Errorf("%s was not asked for", it.Number)
		}
	}
}

// TestNoLineBeginsWithAClosingMark reads every line of the running papers.
func TestNoLineBeginsWithAClosingMark(t *testing.T) {
	p := worked(t)
	for _, session := range []hearing.ID{"h-e1", "h-e2", "h-e3"} {
		d := dossier(t, p, session)
		for _, it := range thePress().Plan(d, "06", "07a", "07b", "07c", "07d", "11", "12", "20") {
			made, err := thePress().Make(d, it, today)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range strings.Split(tool(t, "pdftotext", "-layout", pdf(t, made), "-"), "\n") {
				l = strings.TrimSpace(l)
				if strings.HasPrefix(l, "。理由是") { // behind a blank
					continue
				}
				if l != "" && (strings.ContainsAny(first(l), "，。、；：？！）》〉】〕”’") || strings.ContainsAny(last(l), "（《〈【〔“‘")) {
					t.Errorf("%s %s %s has the line %q", session, it.Number, it.For, l)
				}
			}
		}
	}
}

func first(s string) string { return string([]rune(s)[:1]) }

func last(s string) string { r := []rune(s); return string(r[len(r)-1:]) }
