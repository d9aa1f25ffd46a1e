package document_test

import (
	"errors"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// TestAHeadIsCheckedAndTheOfficesChoice holds that a head that there is not, or
// one across, is named with its line and column; and that the office says whether
// it is printed, left free, or not used.
func TestAHeadIsCheckedAndTheOfficesChoice(t *testing.T) {
	c := catalogue(t)
	headed := func(more string) string { return strings.Replace(ownHead, "copies: 5\n", more, 1) }
	for _, k := range []struct{ head, got string }{{"head: blue\n", "blue"}, {"head: red\nwide: yes\n", "red"}} {
		var faults document.SourceErrors
		_, err := c.Inspect("12", headed(k.head))
		if !errors.As(err, &faults) || len(faults) != 1 || *faults[0] != (document.SourceError{File: "12.txt", Line: 5, Column: 1, Fault: document.FaultSetting, Value: "head", Expect: faults[0].Expect, Got: k.got}) {
			t.Errorf("%q: got %v", k.head, err)
		}
	}
	text := headed("head: letter\n") + "#number 澄检听通〔2023〕7号\n#issuer 沈秋白\n"
	for _, k := range []struct {
		way  hearing.Heads
		want document.Head
	}{
		{hearing.HeadsPrinted, document.Head{Kind: document.HeadLetter, Mark: "云岭市澄河区人民检察院"}},
		{hearing.HeadsPreprinted, document.Head{Kind: document.HeadLetter, Mark: "云岭市澄河区人民检察院", Free: true}},
		{hearing.HeadsNone, document.Head{}},
	} {
		d := with(sitting(hearing.NotOpen), 3, text)
		d.Office.Name, d.Office.Heads = "云岭市澄河区人民检察院", k.way
		doc := number(t, c, d, "12")
		if doc.Head != k.want {
			t.Errorf("%q: the head is %+v", k.way, doc.Head)
		}
		if n, by := doc.Numbered(); (n != nil && by != nil) != (k.way != hearing.HeadsNone) {
			t.Errorf("%q: number %v and issuer %v are in the head", k.way, n, by)
		}
	}
}
