package main

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The house: which of our packages a package may import, and which modules of
// others. CONTRIBUTING.md draws the same map. "…/" at an entry's end stands
// for everything below. A package that is not named here fails the test, so a
// new one has to find its place first.
var house = []struct {
	room   string
	ours   []string
	others []string
}{
	{"assets", nil, nil},
	{"hearing", []string{"hearing/calendar"}, nil},
	{"hearing/calendar", nil, nil},
	{"hearing/compare", []string{"hearing"}, nil},
	{"hearing/draw", []string{"hearing", "hearing/calendar"}, []string{"golang.org/x/text/unicode/norm"}},
	{"hearing/rules", []string{"hearing", "hearing/calendar", "hearing/draw", "hearing/transcript"}, nil},
	{"hearing/agenda", []string{"hearing", "hearing/calendar", "hearing/document"}, nil},
	{"hearing/exchange/sealed", []string{"hearing", "hearing/exchange"}, []string{"filippo.io/age"}},
	{"hearing/exchange", []string{"hearing", "hearing/calendar"}, nil},
	{"hearing/sample", []string{"hearing", "hearing/calendar"}, nil},
	{"hearing/figures/workbook", []string{"hearing/calendar", "hearing/roster/sheetfile"}, []string{"github.com/xuri/excelize/"}},
	{"hearing/figures/columns", []string{"hearing", "hearing/calendar", "hearing/document", "hearing/figures"}, []string{"github.com/parquet-go/parquet-go"}},
	{"hearing/footage", nil, nil},
	{"hearing/figures", []string{"hearing", "hearing/calendar"}, nil},
	{"hearing/roster", []string{"hearing", "hearing/calendar"}, nil},
	{"hearing/roster/sheetfile", []string{"hearing", "hearing/roster"}, []string{"github.com/xuri/excelize/", "golang.org/x/text/encoding/", "golang.org/x/text/transform"}},
	{"hearing/script", []string{"hearing", "hearing/calendar", "hearing/rules", "hearing/seating"}, nil},
	{"hearing/seating", []string{"hearing"}, nil},
	{"hearing/transcript", []string{"hearing"}, nil},
	{"hearing/versions", nil, nil},
	{"hearing/document", []string{"hearing", "hearing/calendar", "hearing/seating", "hearing/transcript"}, nil},
	{"hearing/document/layout/pdf", nil, []string{"github.com/tdewolff/"}},
	{"hearing/document/layout", []string{"hearing/document", "hearing/document/layout/pdf", "assets"}, []string{"github.com/tdewolff/", "golang.org/x/", "rsc.io/qr"}},
	{"hearing/document/layout/", []string{"hearing/document", "hearing/document/layout", "assets"}, []string{"github.com/tdewolff/", "golang.org/x/", "rsc.io/qr"}},
	{"hearing/document/press", []string{"hearing", "hearing/calendar", "hearing/document", "hearing/document/layout", "hearing/document/layout/docx", "hearing/document/printing", "hearing/document/scanning", "hearing/document/wordform", "hearing/rules", "hearing/script"}, nil},
	{"hearing/document/batch", []string{"hearing", "hearing/calendar", "hearing/document", "hearing/document/press", "hearing/document/printing"}, nil},
	{"hearing/document/wordform", []string{"hearing", "hearing/calendar", "hearing/document"}, nil},
	{"hearing/document/bundle", nil, []string{"github.com/pdfcpu/pdfcpu/"}},
	{"hearing/document/scanning", []string{"hearing", "hearing/document/layout/pdf"}, []string{"github.com/pdfcpu/pdfcpu/", "github.com/makiuchi-d/gozxing", "golang.org/x/image/"}},
	{"hearing/document/printing/trial", nil, nil}, // tests print for real
	{"hearing/document/printing", nil, []string{"golang.org/x/sys/"}},
	{"storage", []string{"hearing", "hearing/calendar", "hearing/figures", "hearing/transcript", "hearing/versions", "storage/"}, []string{"modernc.org/sqlite", "filippo.io/age", "github.com/pressly/goose/", "github.com/mozillazg/go-pinyin", "github.com/emmansun/gmsm/sm3", "golang.org/x/crypto/argon2", "golang.org/x/sync/errgroup", "golang.org/x/sys/"}},
	{"storage/locked", []string{"hearing"}, []string{"filippo.io/age"}},
	{"storage/packed", []string{"hearing"}, nil},
	{"storage/vault", []string{"hearing", "storage/locked"}, []string{"github.com/ncruces/go-sqlite3", "lukechampine.com/adiantum", "filippo.io/age"}},
	{"storage/", []string{"hearing", "hearing/calendar", "storage/"}, nil},
	{"ui", []string{"assets", "hearing", "hearing/", "ui/"}, []string{"fyne.io/fyne/v2"}},
	{"ui/due", []string{"hearing", "hearing/", "ui/words"}, []string{"golang.org/x/sync/singleflight"}},
	{"ui/idle", nil, []string{"github.com/BurntSushi/xgb", "golang.org/x/sys/"}},
	{"ui/shown", []string{"assets", "hearing", "hearing/", "storage", "ui/"}, []string{"fyne.io/fyne/v2"}},                 // tests draw pages of a real file
	{"ui/recorder", []string{"hearing", "hearing/", "ui/"}, []string{"fyne.io/fyne/v2", "github.com/mozillazg/go-pinyin"}}, // names are found as they are typed
	{"ui/", []string{"assets", "hearing", "hearing/", "ui/"}, []string{"fyne.io/fyne/v2", "golang.org/x/text/"}},
	{"cmd/hearingdesk/outline", []string{"ui/work"}, []string{"fyne.io/fyne/v2"}},
	{"cmd/hearingdesk", []string{"assets", "hearing", "hearing/", "storage", "ui", "ui/"}, []string{"fyne.io/fyne/v2", "github.com/invopop/jsonschema", "github.com/google/jsonschema-go", "github.com/google/uuid", "github.com/arran4/golang-ical", "golang.org/x/term"}},
}

// outside are the standard packages that reach out of the process. The domain
// has no use for them; it is handed what it needs.
var outside = []string{"os", "os/", "net", "net/", "database/sql", "syscall", "log", "log/", "flag"}

// reaches are the rooms of the domain that may reach out: to fonts that the
// user chose, and to printers.
var reaches = []string{"hearing/document/layout", "hearing/document/printing", "hearing/document/printing/trial"}

// A listed is what `go list` says of a package.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
	Module     struct{ Path string }
}

// ourPackages lists the packages of this module with what they import, on
// Windows too.
func ourPackages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,GoFiles,Imports,Module", "hearingdesk/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p listed
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		if room := strings.TrimPrefix(p.ImportPath, "hearingdesk/"); !strings.Contains(room, "/testdata/") && !strings.HasPrefix(room, "build/") {
			all = append(all, p)
		}
	}
	return all
}

// within reports whether a path is one of the entries, or below one that ends
// with a slash.
func within(path string, entries []string) bool {
	return slices.ContainsFunc(entries, func(e string) bool {
		return path == e || strings.HasSuffix(e, "/") && strings.HasPrefix(path, e)
	})
}

// ofModules reports whether a module's package is one of the entries or below.
func ofModules(path string, modules []string) bool {
	return slices.ContainsFunc(modules, func(m string) bool { return strings.HasPrefix(path, m) })
}

// arrows says what is wrong with a package's imports.
func arrows(room string, imports []string) []string {
	at := slices.IndexFunc(house, func(h struct {
		room         string
		ours, others []string
	}) bool {
		return room == h.room || strings.HasSuffix(h.room, "/") && strings.HasPrefix(room, h.room)
	})
	if at < 0 {
		return []string{"has no place in the house"}
	}
	var wrong []string
	domain := within(room, []string{"hearing", "hearing/"}) && !slices.Contains(reaches, room)
	for _, path := range imports {
		ours, own := strings.CutPrefix(path, "hearingdesk/")
		first, _, _ := strings.Cut(path, "/")
		standard := !own && !strings.Contains(first, ".")
		switch {
		case own && !within(ours, house[at].ours),
			!own && !standard && path != "C" && !ofModules(path, house[at].others),
			standard && domain && within(path, outside),
			standard && path == "database/sql" && !within(room, []string{"storage", "storage/"}):
			wrong = append(wrong, "imports "+path)
		}
	}
	return wrong
}

func TestArrowsPointOneWay(t *testing.T) {
	all := ourPackages(t)
	if len(all) < 5 {
		t.Fatalf("only %d packages found", len(all))
	}
	for _, p := range all {
		room := strings.TrimPrefix(p.ImportPath, "hearingdesk/")
		for _, wrong := range arrows(room, p.Imports) {
			t.Errorf("%s %s", room, wrong)
		}
	}
}

func TestArrowsAreSeen(t *testing.T) {
	for _, c := range []struct {
		room, path string
		wrong      bool
	}{
		{"hearing", "time", false},
		{"hearing", "hearingdesk/hearing/calendar", false},
		{"hearing", "hearingdesk/storage", true},
		{"hearing", "os", true},
		{"hearing/rules", "net/http", true},
		{"hearing/rules", "database/sql", true},
		{"hearing/document/printing", "os/exec", false},
		{"hearing/document", "fyne.io/fyne/v2/widget", true},
		{"storage", "hearingdesk/ui", true},
		{"ui/cases", "fyne.io/fyne/v2/widget", false},
		{"ui/cases", "hearingdesk/storage", true},
		{"ui/cases", "database/sql", true},
		{"assets", "hearingdesk/hearing", true},
		{"utils", "fmt", true},
	} {
		if got := len(arrows(c.room, []string{c.path})) > 0; got != c.wrong {
			t.Errorf("%s imports %s: wrong is %v, want %v", c.room, c.path, got, c.wrong)
		}
	}
}
