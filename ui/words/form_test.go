package words

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing/document"
)

// TestEveryFaultOfAFormIsSaid has each of them in both languages, with nothing
// left open.
func TestEveryFaultOfAFormIsSaid(t *testing.T) {
	for _, language := range []string{Chinese, English} {
		use(t, language)
		for f := range textFaults {
			got := FormFault(&document.SourceError{Line: 3, Column: 7, Fault: f, Value: "list", Expect: "day", Got: "text"})
			if strings.Contains(got, "{{") || !strings.Contains(got, "3") || !strings.Contains(got, "7") || len(got) < 20 {
				t.Errorf("%s in %s: %q", f, language, got)
			}
		}
	}
}

func TestAFaultyFormIsSaid(t *testing.T) {
	c, err := document.Load(assets.Documents())
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Inspect("12", "number: 12\ntitle: 纪律\nper: hearing\n---\n{{case.casue}}{{officers}}\n")
	form := &document.FormError{Number: "12", Title: "听证会纪律", Edition: 3, Err: err}
	for _, x := range []struct {
		language string
		err      error
		want     string
	}{
		{Chinese, fmt.Errorf("a.txt: %w", err), "“a.txt”：第 5 行第 3 列：没有“case.casue”这个字段，请从字段表里选。\n第 5 行第 17 列：多项列表不能直接印出来；列表请用 range 重复，是否请用 if 判断。没有改动任何内容。"},
		{Chinese, form, "“12 听证会纪律”（本院第3版）的文本有错，没有生成。第 5 行第 3 列：没有“case.casue”这个字段，请从字段表里选。\n第 5 行第 17 列：多项列表不能直接印出来；列表请用 range 重复，是否请用 if 判断。请在“设置—文书”里改正，或恢复原文。"},
		{English, errors.Join(form), `The text of "12 听证会纪律" (our edition 3) has faults, and the paper was not made. Line 5, column 3: There is no field "case.casue": choose one of the list of fields.` + "\n"},
	} {
		use(t, x.language)
		if got := Error(x.err); !strings.HasPrefix(got, x.want) {
			t.Errorf("got  %q\nwant %q", got, x.want)
		}
	}
}
