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
	"ui/words/time.go",  // how a date is written in Chinese
	"ui/field/typed.go", // how clerks type dates
	"ui/plan/model.go",  // what names of places mean
}

// said collects every Chinese text of the window and the command line: it is
// the key of its translation.
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
			ast.Inspect(f, func(n ast.Node) bool {
				l, ok := n.(*ast.BasicLit)
				if !ok || l.Kind != token.STRING {
					return true
				}
				s, err := strconv.Unquote(l.Value)
				if err != nil {
					t.Fatal(err)
				}
				if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
					keys[s] = at + ":" + strconv.Itoa(set.Position(l.Pos()).Line)
				}
				return true
			})
		}
	}
	return keys
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
