package rules_test

import (
	"errors"
	"strings"
	"testing"

	"hearingdesk/hearing/rules"
)

// officeFile makes an office's file with one more line, which is its fourth.
func officeFile(line string) []byte {
	return []byte("{\n \"format\": \"hearingdesk-rules\",\n \"version\": 1,\n " + line + "\n}")
}

const goodRule = `"id":"OWN","variant":"due","severity":"info","title":"本院规定","house":true,"basis":"b","zh":"z","en":"e"`

const goodPeriod = `"id":"OWN","starts":"urged","ends":["looked-back"]`

// wrong are files that cannot be, each with where the fault stands: the column
// in characters, the code and the path.
var wrong = []struct {
	name, line string
	column     int
	code, path string
}{
	{"unknown section", `"rule": []`, 2, rules.BadField, "rule"},
	{"unknown field", `"rules": [{` + goodRule + `,"sevrity":"warn"}]`, 116, rules.BadField, "rules[0].sevrity"},
	{"a field twice", `"rules": [], "rules": []`, 15, rules.BadDuplicate, "rules"},
	{"a number as a text", `"rules": [{"id":7}]`, 18, rules.BadType, "rules[0].id"},
	{"a text as a number", `"periods": [{"soon":"7"}]`, 22, rules.BadType, "periods[0].soon"},
	{"half a number", `"periods": [{"soon":1.5}]`, 22, rules.BadType, "periods[0].soon"},
	{"nothing", `"rules": [{"id":null}]`, 18, rules.BadType, "rules[0].id"},
	{"no list", `"rules": {}`, 11, rules.BadType, "rules"},
	{"unknown severity", `"rules": [{"severity":"red"}]`, 24, rules.BadValue, "rules[0].severity"},
	{"unknown state", `"rules": [{"bars":"done"}]`, 20, rules.BadValue, "rules[0].bars"},
	{"unknown unit", `"periods": [{"period":{"n":1,"unit":"week"}}]`, 38, rules.BadValue, "periods[0].period.unit"},
	{"unknown case type", `"periods": [{"types":["A1","A11"]}]`, 29, rules.BadValue, "periods[0].types[1]"},
	{"no such day", `"rules": [{"from":"2026-02-30"}]`, 20, rules.BadType, "rules[0].from"},
	{"in 1900", `"rules": [{"from":"1900-01-01"}]`, 20, rules.BadDate, "rules[0].from"},
	{"in 2200", `"periods": [{"to":"2200-01-01"}]`, 20, rules.BadDate, "periods[0].to"},
	{"no id", `"rules": [{` + strings.Replace(goodRule, `"id":"OWN"`, `"id":""`, 1) + `}]`, 18, rules.BadRequired, "rules[0].id"},
	{"no article, and not of the house", `"rules": [{` + strings.Replace(goodRule, `"house":true,`, ``, 1) + `}]`, 12, rules.BadRequired, "rules[0].article"},
	{"no English", `"rules": [{` + strings.Replace(goodRule, `,"en":"e"`, ``, 1) + `}]`, 12, rules.BadRequired, "rules[0].en"},
	{"ends before it begins", `"periods": [{` + goodPeriod + `,"period":{"n":3,"unit":"day"},"from":"2026-02-01","to":"2026-01-31"}], "rules": [{` + goodRule + `}]`, 121, rules.BadOrder, "periods[0].to"},
	{"of 0", `"periods": [{` + goodPeriod + `,"period":{"n":0,"unit":"day"}}]`, 80, rules.BadPeriod, "periods[0].period.n"},
	{"of -3", `"periods": [{` + goodPeriod + `,"period":{"n":-3,"unit":"day"}}]`, 80, rules.BadPeriod, "periods[0].period.n"},
	{"of hours", `"periods": [{` + goodPeriod + `,"period":{"n":3,"unit":"hour"}}]`, 89, rules.BadPeriod, "periods[0].period.unit"},
	{"nobody records it", `"periods": [{"id":"OWN","starts":"fire-inspected","period":{"n":3,"unit":"day"}}], "rules": [{` + goodRule + `}]`, 35, rules.BadEvent, "periods[0].starts"},
	{"nobody records its end", `"periods": [{"id":"OWN","starts":"urged","ends":["sealed"],"period":{"n":3,"unit":"day"}}], "rules": [{` + goodRule + `}]`, 51, rules.BadEvent, "periods[0].ends[0]"},
	{"ends with what starts it", `"periods": [{"id":"OWN","starts":"urged","ends":["urged"],"period":{"n":3,"unit":"day"}}], "rules": [{` + goodRule + `}]`, 14, rules.BadContradiction, "periods[0]"},
	{"a value that there is not", `"rules": [{"id":"R7","severity":"warn","title":"t","house":true,"basis":"b","zh":"{who}{when}","en":"e"}]`, 83, rules.BadName, "rules[0].zh"},
	{"nothing says it", `"rules": [{"id":"NEW","severity":"warn","title":"t","house":true,"basis":"b","zh":"z","en":"e"}]`, 18, rules.BadSilent, "rules[0].id"},
	{"a set that there is not", `"rules": [{"id":"R7","severity":"warn","title":"t","house":true,"basis":"b","zh":"z","en":"e","set":"lost"}]`, 102, rules.BadSet, "rules[0].set"},
	{"a step without steps", `"templates": [{"id":"own","zh":"z","en":"e","title":"t","article":"a","officers":"none","steps":[]}]`, 98, rules.BadRequired, "templates[0].steps"},
	{"a step kind of the program", `"steps": [{"code":"urged","zh":"z","en":"e"}]`, 20, rules.BadDuplicate, "steps[0].code"},
	{"weakens the law", `"rules": [{"id":"ART19","severity":"warn","title":"t","article":"a","basis":"b","zh":"z","en":"e"}]`, 37, rules.BadLaw, "rules[0].severity"},
	{"a longer period of law", `"periods": [{"id":"DL09","starts":"delivery.served","ends":["delivery.replied"],"period":{"n":3,"unit":"month"}}]`, 20, rules.BadLaw, "periods[0].id"},
	{"no JSON", `"rules": [,]`, 12, rules.BadSyntax, ""},
}

func TestFilesThatCannotBe(t *testing.T) {
	d := newDesk(t)
	for _, c := range wrong {
		_, err := d.table.With(officeFile(c.line))
		var faults rules.FileErrors
		if !errors.As(err, &faults) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		found := false
		for _, f := range faults {
			found = found || f.Code == c.code && f.Path == c.path && f.Line == 4 && f.Column == c.column
		}
		if !found {
			t.Errorf("%s: want column %d %s %s, have\n%v", c.name, c.column, c.path, c.code, err)
		}
	}
	if _, err := d.table.With(officeFile(`"rules": [{` + goodRule + `}], "periods": [{` + goodPeriod + `,"period":{"n":3,"unit":"day"}}]`)); err != nil {
		t.Errorf("a good one: %v", err)
	}
}

// TestEveryFaultIsNamed reads a file with three, one of them in its last line.
func TestEveryFaultIsNamed(t *testing.T) {
	d := newDesk(t)
	_, err := d.table.With([]byte("{\"format\":\"hearingdesk-rules\",\"version\":1,\n\"rules\":[{\"severity\":\"red\",\n\"id\":3}],\n\"期限\":[]}"))
	var faults rules.FileErrors
	if !errors.As(err, &faults) || len(faults) != 3 || faults[0].Line != 2 || faults[1].Line != 3 || faults[2].Line != 4 || faults[2].Column != 1 {
		t.Errorf("have %v", err)
	}
	var one *rules.FileError
	if !errors.As(err, &one) || one.Value != "red" {
		t.Errorf("the first is %v", one)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		text         string
		line, column int
		code         string
	}{
		{"", 1, 1, rules.BadSyntax},
		{"{\n", 2, 1, rules.BadSyntax},
		{"[]", 1, 1, rules.BadType},
		{"{}", 1, 1, rules.BadFormat},
		{"{\"a\":\n \"\xff\"}", 2, 3, rules.BadEncoding},
		{`{"format":"hearingdesk-package","version":1}`, 1, 11, rules.BadFormat},
		{`{"format":"hearingdesk-rules","version":2}`, 1, 41, rules.BadFormat},
		{`{"format":"hearingdesk-rules","version":1} {}`, 1, 44, rules.BadSyntax},
		{"\ufeff{\"format\":\"hearingdesk-rules\",\"version\":9}", 1, 41, rules.BadFormat},
	} {
		_, err := d.table.With([]byte(c.text))
		var f *rules.FileError
		if !errors.As(err, &f) || f.Code != c.code || f.Line != c.line || f.Column != c.column {
			t.Errorf("%q: %v, want %d:%d %s", c.text, err, c.line, c.column, c.code)
		}
	}
}

// TestAFileThatContradictsItself says the same sentence twice for one day.
func TestAFileThatContradictsItself(t *testing.T) {
	one := `{"id":"R7","severity":"warn","title":"t","house":true,"basis":"b","zh":"z","en":"e"`
	for _, c := range []struct {
		first, second string
		want          bool
	}{
		{``, ``, true},
		{`,"to":"2026-06-30"`, `,"from":"2026-07-01"`, false},
		{`,"to":"2026-07-01"`, `,"from":"2026-07-01"`, true},
		{`,"from":"2026-07-01"`, `,"to":"2026-06-30"`, false},
	} {
		_, err := newDesk(t).table.With(officeFile(`"rules": [` + one + c.first + `},` + one + c.second + `}]`))
		var f *rules.FileError
		if got := errors.As(err, &f) && f.Code == rules.BadOverlap && f.Path == "rules[1]" && f.Other != nil && f.Other.Line == 4 && f.Other.Path == "rules[0]"; got != c.want {
			t.Errorf("%s and %s: %v", c.first, c.second, err)
		}
	}
}

// TestTwoFilesOfTheProgramThatContradictEachOther names both places.
func TestTwoFilesOfTheProgramThatContradictEachOther(t *testing.T) {
	program := func(line string) []byte { return officeFile(line) }
	template := `"templates": [{"zh":"z","en":"e","title":"t","article":"a","officers":"none","steps":[{"key":"k","zh":"z","en":"e","who":"presider"}],"id":"own"%}]`
	period := `"rules": [{` + goodRule + `}], "periods": [{` + goodPeriod + `,"period":{"n":3,"unit":"day"}}]`
	for _, c := range []struct{ name, first, second, want string }{
		{"a template", strings.Replace(template, "%", "", 1), strings.Replace(template, "%", "", 1),
			`rule file 2, line 4, column 141: templates[0].id: contradiction "own" (see also rule file 1, line 4, column 141: templates[0].id)`},
		{"a template of another time", strings.Replace(template, "%", `,"to":"2025-12-31"`, 1), strings.Replace(template, "%", `,"from":"2026-01-01"`, 1), ""},
		{"a sentence and a period", period, period, `(see also rule file 1, line 4, column 12: rules[0])`},
	} {
		_, err := rules.Load(program(c.first), program(c.second))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// FuzzLoad never fails with anything but faults that lie within the text.
func FuzzLoad(f *testing.F) {
	for _, c := range wrong {
		f.Add(string(officeFile(c.line)))
	}
	for _, text := range ruleFiles(f) {
		if len(text) < 8000 {
			f.Add(string(text))
		}
	}
	table := newDesk(f).table
	f.Fuzz(func(t *testing.T, text string) {
		out, err := table.With([]byte(text))
		if err == nil {
			if out == nil {
				t.Fatal("neither a table nor a fault")
			}
			return
		}
		var faults rules.FileErrors
		if !errors.As(err, &faults) || len(faults) == 0 || out != nil {
			t.Fatalf("%v", err)
		}
		lines := strings.Split(text, "\n")
		for _, x := range faults {
			if x.Line < 1 || x.Line > len(lines) || x.Column < 1 || x.Column > len([]rune(lines[x.Line-1]))+1 {
				t.Fatalf("%v lies outside of the text", x)
			}
		}
	})
}
