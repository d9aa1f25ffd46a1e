package document_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

const ownHead = "number: 12\ntitle: 听证会场纪律\nper: hearing\nstyle: record\ncopies: 5\n---\n#title 听证会场纪律\n"

func with(d hearing.Dossier, edition int, text string) hearing.Dossier {
	d.Forms = []hearing.FormText{{ID: "12", Edition: edition, Text: text}}
	return d
}

// item is the paper of a number in a session's plan.
func item(t testing.TB, c *document.Catalogue, d hearing.Dossier, number string) document.Item {
	t.Helper()
	for _, it := range c.Plan(d) {
		if it.Number == number {
			return it
		}
	}
	t.Fatalf("no paper %s", number)
	return document.Item{}
}

func TestAnOfficesOwnText(t *testing.T) {
	c, plain := catalogue(t), sitting(hearing.NotOpen)
	d := with(plain, 3, ownHead+"案由：{{case.cause}}\n")
	it := item(t, c, d, "12")
	if it.Title != "听证会场纪律" || it.Copies != 5 || it.Edition != 3 {
		t.Errorf("planned %+v", it)
	}
	doc, err := c.Compose(d, it, today)
	if err != nil || doc.Edition != 3 || textOf(doc) != "听证会场纪律\n案由：程桂兰赡养纠纷民事公益诉讼案\n" {
		t.Errorf("%v, edition %d: %q", err, doc.Edition, textOf(doc))
	}
	for name, d := range map[string]hearing.Dossier{"without one": plain, "after a reset": with(plain, 4, "")} {
		if it := item(t, c, d, "12"); it.Title == "听证会场纪律" || it.Edition != 0 {
			t.Errorf("%s: %+v", name, it)
		}
	}
	for _, f := range c.FormsOf(d.Forms) {
		if own := f.Number == "12"; own != (f.Edition == 3) || own != strings.Contains(f.Text, "会场纪律") {
			t.Errorf("%s is edition %d", f.Number, f.Edition)
		}
	}
}

// TestAFaultyTextMakesNoPaper holds that the program's text never goes out in
// the place of an own one which, after an update, cannot be used any more.
func TestAFaultyTextMakesNoPaper(t *testing.T) {
	c, d := catalogue(t), with(sitting(hearing.NotOpen), 2, ownHead+"{{case.casue}}\n")
	_, err := c.Compose(d, item(t, c, d, "12"), today)
	var form *document.FormError
	var fault *document.SourceError
	if !errors.As(err, &form) || form.Edition != 2 || form.Number != "12" || !errors.As(err, &fault) || fault.Line != 8 || fault.Fault != document.FaultKey {
		t.Errorf("got %v", err)
	}
	if f := c.FormsOf(d.Forms); f[0].Err() != nil {
		t.Errorf("%s: %v", f[0].Number, f[0].Err())
	}
}

func TestAllFaultsAreNamedAtOnce(t *testing.T) {
	c := catalogue(t)
	for _, x := range []struct {
		name, number, text string
		want               []string
	}{
		{"fields, blocks and head", "12", "number: 12\ntitle: 纪律\nper: judge\nseal: red\n---\n{{if case.casue}}一\n{{range officers}}{{.nom}}{{.name}}\n{{cause}}{{case.cause\n#sing x\n{{hearing.public}}{{date host}}\n",
			[]string{"3:1 setting", "4:1 setting", "6:1 open", "6:6 key", "7:1 open", "7:21 key", "8:3 word", "8:10 braces", "9:1 directive", "10:3 print", "10:21 kind"}},
		{"nothing more about what a fault led to", "12", ownHead + "{{with host.nobody}}{{.name}}{{.a.b}}{{range .list}}{{.x}}{{end}}{{end}}\n", []string{"8:8 key"}},
		{"an end too many", "12", ownHead + "一{{end}}{{case.casue}}{{if case.cause}}{{end}}\n", []string{"8:2 end", "8:11 key"}},
		{"tables", "12", ownHead + "#table 10 x\n| a\n#table 10\n| b\n#end\n#end\n", []string{"8:1 measure", "8:1 table", "13:1 table"}},
		{"measures", "12", ownHead + "#space 500\n#lines 0\n#row 9999 | keep\n#lines\n{{if case.cause}}#space -1\n{{end}}#lines {{len officers}}\n", []string{"8:1 measure", "9:1 measure", "10:1 measure", "11:1 measure", "12:18 measure"}},
		{"behind a condition", "12", ownHead + "{{if case.cause}}#h9 x\n{{end}}{{case.cause}}#5\n", []string{"8:18 directive"}},
		{"another paper's number", "12", strings.Replace(ownHead, "number: 12", "number: 13", 1), []string{"1:1 number"}},
		{"no head", "12", "#title 听证会场纪律\n", []string{"1:1 head"}},
		{"empty", "12", "", []string{"1:1 head"}},
		{"a whole book", "12", ownHead + strings.Repeat("一", hearing.MaxText), []string{"1:1 long"}},
	} {
		_, err := c.Inspect(x.number, x.text)
		var all document.SourceErrors
		if !errors.As(err, &all) {
			t.Errorf("%s: %v", x.name, err)
		}
		var got []string
		for _, f := range all {
			place, _, _ := strings.Cut(strings.TrimPrefix(f.Error(), "12.txt:"), ": ")
			got = append(got, place+" "+string(f.Fault))
		}
		if strings.Join(got, "; ") != strings.Join(x.want, "; ") {
			t.Errorf("%s:\n got %v\nwant %v", x.name, got, x.want)
		}
	}
	if _, err := c.Inspect("99", ownHead); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("a paper that is none: %v", err)
	}
}

// TestTheProgramsTextsAreSound has every one of them taken as an office's own.
func TestTheProgramsTextsAreSound(t *testing.T) {
	c := catalogue(t)
	for _, f := range c.Forms() {
		text, err := fs.ReadFile(assets.Documents(), f.Number+".txt")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := c.Inspect(f.Number, "\ufeff"+strings.ReplaceAll(string(text), "\n", "\r\n")); err != nil || got.Title != f.Title || got.Text != f.Text {
			t.Errorf("%s: %v", f.Number, err)
		}
		if document.Number(string(text)) != f.Number {
			t.Errorf("%s is taken for the number of %q", document.Number(string(text)), f.Number)
		}
		if f.Basis == "" || f.Source == "" {
			t.Errorf("%s does not say what it rests on and what of it the rules fix", f.Number)
		}
	}
	for _, text := range []string{"", "---\n", "number: 12\n", "国务院办公厅关于2027年部分节假日安排的通知\n"} {
		if n := document.Number(text); n != "" {
			t.Errorf("%q is taken for a form's number of %q", n, text)
		}
	}
}

// TestAFormThatFailsWhileItIsFilled names the place: what only the facts show.
func TestAFormThatFailsWhileItIsFilled(t *testing.T) {
	c, sits := catalogue(t), sitting(hearing.NotOpen, hearing.Officer, hearing.Officer, hearing.Officer)
	deep := func(n int, text string) string {
		return ownHead + "一\n" + strings.Repeat("{{range blanks 60}}", n) + text + strings.Repeat("{{end}}", n) + "\n"
	}
	for _, x := range []struct{ name, text, want string }{
		{"a comparison of unlike things", ownHead + "一\n二{{if eq case.cause 3}}{{end}}\n", "12.txt:9:7: <eq case.cause 3>: error calling eq: incompatible types for comparison"},
		{"a paper without end", deep(2, strings.Repeat("字", 1000)), "12.txt:1:1: the paper repeats itself without an end"},
		{"repeats without end", deep(9, "字"), "12.txt:1:1: the paper repeats itself without an end"},
		{"repeats that print nothing", deep(9, ""), "12.txt:1:1: the paper repeats itself without an end"},
	} {
		d := with(sits, 1, x.text)
		_, err := c.Compose(d, item(t, c, d, "12"), today)
		var fault *document.SourceError
		if !errors.As(err, &fault) || !strings.HasPrefix(fault.Error(), x.want) {
			t.Errorf("%s: got %v", x.name, err)
		}
	}
}
