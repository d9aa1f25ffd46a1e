package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// notSaid are files whose Chinese is no text of the window: what is read, not
// what is said.
var notSaid = []string{
	"ui/words/time.go",        // how a date is written in Chinese; beside it is how in English
	"ui/field/typed.go",       // how clerks type dates
	"ui/plan/model.go",        // what names of places mean
	"ui/form/kind.go",         // what names of bodies mean
	"ui/cases/period.go",      // how clerks type periods
	"ui/recorder/insert.go",   // what is written into a transcript, which is a paper
	"ui/evidence/evidence.go", // the contents of what is bound, which is a paper
	"ui/shown/desk.go",        // a clerk's name, in tests
}

// said collects every Chinese text of the window and the command line: it is
// the key of its translation. A text that is given to words.T is one as well
// when nothing but its marks is Chinese.
func said(t *testing.T) map[string]string {
	t.Helper()
	keys := map[string]string{}
	for _, p := range ourPackages(t) {
		room := strings.TrimPrefix(p.ImportPath, "hearingdesk/")
		if !within(room, []string{"ui", "ui/", "cmd/hearingdesk"}) {
			continue
		}
		for _, name := range p.GoFiles {
			at := room + "/" + name
			if slices.Contains(notSaid, at) {
				continue
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for text, pos := range texts(t, f) {
				keys[text] = at + ":" + strconv.Itoa(set.Position(pos).Line)
			}
		}
	}
	return keys
}

// texts finds what a file says, and where.
func texts(t *testing.T, f *ast.File) map[string]token.Pos {
	t.Helper()
	found := map[string]token.Pos{}
	collect := func(n ast.Node, also bool) {
		l, ok := n.(*ast.BasicLit)
		if !ok || l.Kind != token.STRING {
			return
		}
		s, err := strconv.Unquote(l.Value)
		if err != nil {
			t.Fatal(err)
		}
		if also || strings.ContainsFunc(s, chinese) {
			found[s] = l.Pos()
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if called(n, "T") && len(n.Args) > 0 {
				collect(n.Args[0], true)
			}
			// what is looked for, and what is measured, is not shown
			return !called(n, "ContainsRune", "TrimRight", "MeasureText")
		case *ast.CompositeLit:
			table, ok := n.Type.(*ast.MapType)
			return !isNamed(n.Type, "Term") && (!ok || !isNamed(table.Value, "Term")) // these have both languages
		}
		collect(n, false)
		return true
	})
	return found
}

func called(c *ast.CallExpr, names ...string) bool { return isNamed(c.Fun, names...) }

func isNamed(e ast.Expr, names ...string) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return slices.Contains(names, e.Name)
	case *ast.SelectorExpr:
		return slices.Contains(names, e.Sel.Name)
	}
	return false
}

// chinese reports a character or a mark that English does not have.
func chinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。、；：！？（）《》", r)
}

var value = regexp.MustCompile(`\{\{\.\w+\}\}`)

// TestEveryTextIsTranslated holds that the English window has no Chinese left:
// every text is in the catalogue, with the same values, and nothing else is.
func TestEveryTextIsTranslated(t *testing.T) {
	const file = "../../assets/translations/en.json"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var english map[string]string
	if err := json.Unmarshal(text, &english); err != nil {
		t.Fatal(err)
	}
	keys := said(t)
	if len(keys) < 100 {
		t.Fatalf("only %d texts found", len(keys))
	}
	missing := map[string]string{}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		e, ok := english[k]
		values, others := value.FindAllString(k, -1), value.FindAllString(e, -1)
		slices.Sort(values)
		slices.Sort(others)
		switch {
		case !ok || e == "":
			missing[k] = ""
			t.Errorf("%s: %q has no English", keys[k], k)
		case strings.ContainsFunc(value.ReplaceAllString(e, ""), wide):
			t.Errorf("%s: the English of %q has Chinese marks: %q", keys[k], k, e)
		case !slices.Equal(slices.Compact(values), slices.Compact(others)):
			t.Errorf("%s: %q has other values than %q", keys[k], k, e)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(english)) {
		if _, ok := keys[k]; !ok {
			t.Errorf("%q is translated and said nowhere", k)
		}
	}
	if *update && len(missing) > 0 {
		out, err := json.MarshalIndent(missing, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("../../build/untranslated.json", out, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// wide reports a Chinese mark. Examples of names stay in Chinese characters.
func wide(r rune) bool { return chinese(r) && !unicode.Is(unicode.Han, r) }
