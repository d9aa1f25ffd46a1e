package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// starters begin what a spreadsheet takes for a formula.
var starters = []string{"=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"}

// hostile puts formulas into every text of a package that people type.
func hostile(tree any, n *int) any {
	switch v := tree.(type) {
	case map[string]any:
		for k, x := range v {
			switch s, is := x.(string); {
			case is && s != "" && (k == "name" || k == "cause" || k == "title" || k == "note" || k == "address" || k == "post" || k == "text" || k == "phone"):
				*n++
				v[k] = starters[*n%len(starters)] + `HYPERLINK("http://example.invalid";"` + s + `")`
			default:
				v[k] = hostile(x, n)
			}
		}
	case []any:
		for i := range v {
			v[i] = hostile(v[i], n)
		}
	}
	return tree
}

// command runs a verb and returns what it said.
func command(t *testing.T, args ...string) string {
	t.Helper()
	var out, wrong bytes.Buffer
	if code := run(t.Context(), terminal{out: &out, err: &wrong, env: func(string) string { return "" }}, args); code != exitDone {
		t.Fatalf("%v: %d: %s", args, code, wrong.String())
	}
	return out.String()
}

// hostileDesk makes a desk whose texts are formulas.
func hostileDesk(t *testing.T, at func(string) string) string {
	t.Helper()
	command(t, "demo", "-db", at("plain.db"))
	command(t, "export", "-db", at("plain.db"), "-o", at("plain.json"))
	raw, err := os.ReadFile(at("plain.json"))
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatal(err)
	}
	n := 0
	if raw, err = json.Marshal(hostile(tree, &n)); err != nil || n < 100 {
		t.Fatalf("%d texts, %v", n, err)
	}
	write(t, at("hostile.json"), string(raw))
	write(t, at("said.txt"), "=HYPERLINK(1)\n＠HYPERLINK(2)\n-HYPERLINK(3)\n")
	db := at("hostile.db")
	command(t, "import", "-db", db, at("hostile.json"))
	command(t, "transcript", "-db", db, "-session", "h-e1", "-start", "2023-07-18 09:00", "-import", at("said.txt"))
	return db
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestNoExportedTableHasAFormula fills a desk with texts that are formulas, writes every
// table that the program gives out, and reads each cell.
func TestNoExportedTableHasAFormula(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	in := func(name string) string { return filepath.Join(from, name) }
	out := func(name string) string { return filepath.Join(to, name) }
	db := hostileDesk(t, in)
	write(t, in("a.csv"), "户号,应缴\n'=1+1,@SUM(1)\n＝2,+3\n")
	write(t, in("b.csv"), "编号,实缴\n-4,\"=cmd|' /C calc'!A0\"\n")
	for _, ext := range []string{".xlsx", ".csv"} {
		for _, kind := range []string{"officers", "supervisors", "volunteers", "assistants", "notaries", "agencies", "media", "people", "organisations"} {
			command(t, "export", "-db", db, "-roster", kind, "-o", out(kind+ext))
		}
		command(t, "export", "-db", db, "-audit", "-o", out("audit"+ext))
		command(t, "stats", "-db", db, "-from", "2023-01-01", "-to", "2023-12-31", "-"+ext[1:], out("stats"+ext))
		command(t, "compare", "-a", in("a.csv"), "-b", in("b.csv"), "-key", "户号=编号", "-o", out("compare"+ext))
	}
	command(t, "transcript", "-db", db, "-session", "h-e1", "-format", "csv", "-o", out("bookmarks.csv"))
	cells, texts := 0, 0
	files, _ := filepath.Glob(out("*")) // the pattern is right
	for _, file := range files {
		read := readXLSX
		if filepath.Ext(file) == ".csv" {
			read = readCSV
		}
		c, x := read(t, file)
		cells, texts = cells+c, texts+x
	}
	if len(files) != 25 || cells < 1000 || texts < 200 {
		t.Errorf("only %d files and %d cells were read, %d of them hostile", len(files), cells, texts)
	}
}

// readXLSX holds that no cell of a file is a formula, and counts them and those that
// would be one.
func readXLSX(t *testing.T, file string) (cells, texts int) {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil || bytes.Contains(text, []byte("<f>")) || bytes.Contains(text, []byte("<f ")) || bytes.Contains(text, []byte("<hyperlink")) {
			t.Errorf("%s: %s has a formula or a link, %v", filepath.Base(file), part.Name, err)
		}
		_ = r.Close()
	}
	_ = z.Close()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				cells++
				if strings.Contains(cell, "HYPERLINK") || strings.HasPrefix(cell, "=") {
					texts++
				}
			}
		}
	}
	return cells, texts
}

// readCSV holds that no cell of a file begins as a formula.
func readCSV(t *testing.T, file string) (cells, texts int) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	r.FieldsPerRecord = -1 // what explains a table stands below it
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for i, row := range rows {
		for j, cell := range row {
			cells++
			if strings.Contains(cell, "HYPERLINK") {
				texts++
			}
			for _, sign := range starters {
				if strings.HasPrefix(cell, sign[:1]) && len(sign) < 3 || strings.HasPrefix(cell, sign) {
					t.Errorf("%s: row %d, column %d begins with %q: %.40q", filepath.Base(file), i+1, j+1, sign, cell)
				}
			}
		}
	}
	return cells, texts
}
