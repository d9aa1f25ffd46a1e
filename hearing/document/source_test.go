package document_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// files is the catalogue with one form of its own, 99.
func files(t testing.TB, form string) fs.FS {
	t.Helper()
	dict, err := fs.ReadFile(assets.Documents(), "dictionary.txt")
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"dictionary.txt": {Data: dict}, "99.txt": {Data: []byte(form)}}
}

const head = "number: 99\ntitle: 便函\nper: hearing\nstyle: letter\n---\n"

func TestAFaultInAFormIsNamed(t *testing.T) {
	for _, c := range []struct{ name, form, want string }{
		{"unknown key", head + "#title 便函\n案由：{{case.casue}}\n", `99.txt:7:6: unknown key "case.casue"`},
		{"unknown word", head + "{{cause}}\n", `99.txt:6:3: unknown word "cause"`},
		{"block not closed", head + "一\n{{if case.cause}}案由\n", "99.txt:7:1: {{if}} is not closed by {{end}}"},
		{"inner block not closed", head + "{{if case.cause}}{{range officers}}{{end}}\n", "99.txt:6:1: {{if}} is not closed by {{end}}"},
		{"end without block", head + "一{{end}}\n", "99.txt:6:2: {{end}} without {{if}}, {{range}} or {{with}}"},
		{"else without block", head + "{{else}}\n", "99.txt:6:1: {{else}} without {{if}}, {{range}} or {{with}}"},
		{"braces not closed", head + "案由：{{case.cause\n}}\n", "99.txt:6:4: {{ is not closed by }}"},
		{"a list is no text", head + "{{officers}}\n", "99.txt:6:3: a list cannot be printed"},
		{"a flag is no text", head + "{{hearing.public}}\n", "99.txt:6:3: a flag cannot be printed"},
		{"a loop over a text", head + "{{range case.cause}}{{end}}\n", "99.txt:6:9: {{range}} wants a list, not a text"},
		{"a key of another list", head + "{{range questions}}{{.name}}{{end}}\n", `99.txt:6:22: unknown key "questions[].name"`},
		{"too few values", head + "{{date}}\n", "99.txt:6:3: date wants 1 values, not 0"},
		{"a date of a text", head + "{{date case.cause}}\n", "99.txt:6:3: date wants a day or moment, not a text"},
		{"names of questions", head + "{{names questions}}\n", "99.txt:6:3: names wants a list whose elements have .name"},
		{"another template", head + "{{template \"x\"}}\n", "99.txt:6:1: {{template}} cannot be used here"},
		{"a character that nobody expects", head + "{{case.cause ? }}\n", "99.txt:6:1: "},
		{"no line between head and body", "number: 99\ntitle: 便函\n", "99.txt:1:1: the line --- between head and body is missing"},
		{"head without title", "number: 99\nper: hearing\n---\n", "99.txt:1:1: number, title and per are required"},
		{"head with an unknown key", "number: 99\nfont: x\ntitle: 便函\nper: hearing\n---\n", `99.txt:2:1: unknown key "font"`},
		{"for nobody we know", "number: 99\ntitle: 便函\nper: judge\n---\n", `99.txt:3:1: per: unknown "judge"`},
		{"copies in words", "copies: 两\n---\n", `99.txt:1:1: copies: unknown "两"`},
		{"required key unknown", strings.Replace(head, "---", "required: case.casue\n---", 1), `99.txt:5:11: unknown key "case.casue"`},
	} {
		_, err := document.Load(files(t, c.form))
		var fault *document.SourceError
		if !errors.As(err, &fault) || !strings.HasPrefix(fault.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestAFaultInTheDictionaryIsNamed(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a | text | 甲\n", "dictionary.txt:1:1: want key | kind | Chinese | English"},
		{"# x\n\na | word | 甲 | A\n", `dictionary.txt:3:1: unknown kind "word"`},
		{"a | text | 甲 | A\na | text | 甲 | A\n", `dictionary.txt:2:1: key "a" stands twice`},
		{"a[].b | text | 甲 | A\n", `dictionary.txt:1:1: list "a[]" is not named before`},
		{"a[] | text | 甲 | A\n", `dictionary.txt:1:1: key "a[]": [] and list belong together`},
	} {
		_, err := document.Load(fstest.MapFS{"dictionary.txt": {Data: []byte(c.text)}})
		var fault *document.SourceError
		if !errors.As(err, &fault) || fault.Error() != c.want {
			t.Errorf("%q: got %v, want %s", c.text, err, c.want)
		}
	}
	if _, err := document.Load(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no dictionary: %v", err)
	}
}

// TestAFormOfWindows holds that a file saved with \r\n and a mark of its byte
// order is the same form.
func TestAFormOfWindows(t *testing.T) {
	form := "\ufeff" + strings.ReplaceAll(head+"#title 便函\n案由：{{case.cause}}\n", "\n", "\r\n")
	c, err := document.Load(files(t, form))
	if err != nil {
		t.Fatal(err)
	}
	if got := textOf(number(t, c, sitting(hearing.NotOpen), "99")); got != "便函\n案由：程桂兰赡养纠纷民事公益诉讼案\n" {
		t.Errorf("got %q", got)
	}
}

// FuzzForm holds that no form, however broken, stops the program: it is a form
// that composes, or a fault with its place.
func FuzzForm(f *testing.F) {
	names, err := fs.Glob(assets.Documents(), "[0-9]*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, n := range names {
		text, err := fs.ReadFile(assets.Documents(), n)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add(head + "{{range $i, $x := officers}}{{$x.name}}{{$i}}{{end}}#table 1 2\n|a|b\n#h1 x | y\n#row 3 | keep\n#end")
	f.Add(head + "{{/* { */}}{{`}}`}}{{if not case.cause}}{{else if gt (len questions) 1}}{{with host}}{{.name}}{{end}}{{end}}")
	d := sitting(hearing.Public, hearing.Officer, hearing.PartyRep, hearing.AgencyRep, hearing.Supervisor)
	d.Hearing.Outcome.DecidedOn = today
	f.Fuzz(func(t *testing.T, form string) {
		c, err := document.Load(files(t, form))
		if err != nil {
			var fault *document.SourceError
			if !errors.As(err, &fault) || fault.Line < 1 || fault.Column < 1 {
				t.Fatalf("a fault without its place: %v", err)
			}
			return
		}
		for _, it := range c.Plan(d) {
			_, err := c.Compose(d, it, today)
			var missing *document.MissingError
			if err != nil && !errors.As(err, &missing) {
				t.Fatal(err)
			}
		}
	})
}
