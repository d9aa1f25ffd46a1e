package document_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// TestAStencilIsFilled holds that pieces of a layout come out where the marks
// around them say, and that what is filled in is read as in a paper.
func TestAStencilIsFilled(t *testing.T) {
	c, err := document.Load(files(t, head+"x\n"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Stencil("99", "", []string{"", "{{case.cause}}", "", "{{- range blanks 2 -}}", "", "{{doc.number}}", "{{end}}", "{{if case.cause}}", "{{box hearing.public}}", "{{else}}", "", "{{end}}", ""})
	if err != nil {
		t.Fatal(err)
	}
	d := sitting(hearing.Public)
	items := s.Plan(d)
	if len(items) != 1 || items[0].Number != "99" {
		t.Fatalf("the plan is %v", items)
	}
	out, err := s.Fill(d, items[0], today)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, f := range out {
		if f.Piece >= 0 {
			fmt.Fprintf(&got, " <%d>", f.Piece)
			continue
		}
		for _, r := range f.Runs {
			fmt.Fprintf(&got, " %q %d %v", r.Text, r.Blank, r.Box)
		}
	}
	if want := ` <0> "程桂兰赡养纠纷民事公益诉讼案" 0 false <2> <4> "" 8 false <4> "" 8 false "x" 0 true <12>`; got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
	_, err = c.Stencil("", "便函", []string{"", "{{case.cause}}", "{{case.casue}}"})
	var fault *document.SourceError
	if !errors.As(err, &fault) || fault.Line != 3 || fault.Column != 3 {
		t.Errorf("a fault in the third piece: %v", err)
	}
}
