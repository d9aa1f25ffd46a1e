package script_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing/rules"
)

// TestAnOfficeSaysItInItsOwnWords takes an office's rule file: a step, a step of
// its own, a phrase in the place of another, and a new one.
func TestAnOfficeSaysItInItsOwnWords(t *testing.T) {
	d := worked(t, "h-e1")
	d.Office.Rules = `{"format":"hearingdesk-rules","version":1,"scripts":[
{"step":"last","presider":["请{{names agencies}}作最后陈述，各限五分钟。"],"minutes":15},
{"step":"open","templates":["general"],"place":"before","openness":"public","zh":"开会","en":"Opening","minutes":5,"presider":["全体起立，现在开会。"]},
{"step":"thanks","place":"after","zh":"致谢","en":"Thanks","minutes":1,"who":["presider"],"presider":["感谢各位。"]}],
"phrases":[{"code":"hb","text":"请问是否申请{{host.name}}等人回避？"},{"code":"zz1","text":"正在出示。"}]}`
	if err := newDesk().book.Inspect(d.Office.Rules); err != nil {
		t.Fatal(err)
	}
	s := newDesk().of(t, d)
	got := written(s)
	for _, want := range []string{"区消防救援大队、", "作最后陈述，各限五分钟。", "全体起立，现在开会。", "thanks 致谢", "感谢各位。"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "请当事人作最后陈述") || strings.Contains(got, "就督促整治电动自行车消防安全隐患行政公益诉讼案公开举行") {
		t.Errorf("the program's words are still there:\n%s", got)
	}
	own := map[string]string{}
	for _, p := range s.Phrases {
		own[p.Code] += p.Text
	}
	if own["hb"] != "请问是否申请林知远等人回避？" || own["zz1"] != "正在出示。" || own["zd"] != "知道，不申请回避。" {
		t.Errorf("the phrases are %v", own)
	}
}

// TestAFaultyTextIsNamed reads an office's texts with a fault: each is refused
// with its line and column in the file.
func TestAFaultyTextIsNamed(t *testing.T) {
	for _, k := range []struct {
		name, line string
		column     int
		code, path string
	}{
		{"an unknown field", `{"step":"last","presider":["请{{case.colour}}"]}`, 32, rules.BadWording, "scripts[0].presider[0]"},
		{"behind escapes", `{"step":"last","presider":["\"\u8bf7\ud83d\ude00{{nobody}}"]}`, 51, rules.BadWording, "scripts[0].presider[0]"},
		{"in the second line of a text", `{"step":"last","recorder":["好\n请{{if questions}}问"]}`, 33, rules.BadWording, "scripts[0].recorder[0]"},
		{"braces that do not close", `{"step":"last","presider":["一","请{{case.cause"]}`, 34, rules.BadWording, "scripts[0].presider[1]"},
		{"an unknown step", `{"step":"dance","presider":["好"]}`, 9, rules.BadValue, "scripts[0].step"},
		{"a step of another course", `{"step":"claim","templates":["general"],"presider":["好"]}`, 9, rules.BadValue, "scripts[0].step"},
		{"an unknown course", `{"step":"last","templates":["ours"],"presider":["好"]}`, 29, rules.BadValue, "scripts[0].templates[0]"},
		{"an unknown speaker", `{"step":"last","who":["judge"],"presider":["好"]}`, 23, rules.BadValue, "scripts[0].who[0]"},
		{"nothing said", `{"step":"last"}`, 1, rules.BadRequired, "scripts[0].presider"},
		{"no name", `{"step":"own","place":"insert","presider":["好"]}`, 1, rules.BadRequired, "scripts[0].zh"},
		{"twice", `{"step":"last","presider":["好"]},{"step":"last","presider":["好"]}`, 42, rules.BadOverlap, "scripts[1].step"},
	} {
		text := "{\"format\":\"hearingdesk-rules\",\"version\":1,\"scripts\":[\n" + k.line + "]}"
		var faults rules.FileErrors
		if err := newDesk().book.Inspect(text); !errors.As(err, &faults) {
			t.Errorf("%s is taken: %v", k.name, err)
			continue
		}
		found := slices.ContainsFunc(faults, func(f *rules.FileError) bool {
			return f.Line == 2 && f.Column == k.column && f.Code == k.code && f.Path == k.path
		})
		if !found {
			t.Errorf("%s: want column %d, have\n%v", k.name, k.column, faults)
		}
	}
	var faults rules.FileErrors
	if err := newDesk().book.Inspect("{\"format\":\"hearingdesk-rules\",\"version\":1,\"phrases\":[{\"code\":\"HB\",\"text\":\"好\"},\n{\"code\":\"a\",\"text\":\"{{x}}\"},{\"code\":\"a\",\"text\":\"好\"}]}"); !errors.As(err, &faults) || len(faults) != 3 ||
		faults[0].Code != rules.BadID || faults[1].Code != rules.BadWording || faults[1].Line != 2 || faults[1].Column != 23 || faults[2].Code != rules.BadDuplicate {
		t.Errorf("the phrases' faults are %v", err)
	}
}

// TestTheProgramsOwnWordsCanBeFilled checks every text of the program as an
// office's is checked: also those that no example comes to.
func TestTheProgramsOwnWordsCanBeFilled(t *testing.T) {
	n := 0
	for _, text := range assets.Rules() {
		if !strings.Contains(string(text), `"scripts"`) {
			continue
		}
		if err := newDesk().book.Inspect(string(text)); err != nil {
			t.Error(err)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d files of scripts", n)
	}
}

// TestMinorsAreNotNamed reads a script of a case with a minor: what is read aloud
// does not tell the name.
func TestMinorsAreNotNamed(t *testing.T) {
	d := worked(t, "h-e2")
	d.Cases[0].Parties[0].Minor = true
	for _, x := range newDesk().of(t, d).Steps {
		if words := strings.Join(append(x.Presider, x.Recorder...), ""); strings.Contains(words, "程桂兰") {
			t.Errorf("%s says %s", x.Key, words)
		}
	}
}

// TestHostileNamesAreNotRead gives people and causes the marks of texts: nothing
// of them is taken for a field.
func TestHostileNamesAreNotRead(t *testing.T) {
	d := worked(t, "h-e1")
	d.Cases[0].Cause = "{{range people}}#h1 | **案"
	got := written(newDesk().of(t, d))
	if !strings.Contains(got, "就{{range people}}#h1 | **案公开举行听证") {
		t.Errorf("the cause is not there as it was typed:\n%s", got)
	}
}
