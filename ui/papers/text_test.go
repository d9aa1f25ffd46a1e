package papers

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestAFaultyTextIsLedTo: papers whose own text cannot be used lead to where it
// is written, in the list and beside it, and others are made.
func TestAFaultyTextIsLedTo(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	if _, err := d.SaveForm(t.Context(), hearing.FormText{ID: "12", Text: "number: 12\ntitle: 听证纪律\nper: hearing\n---\n{{court.nam}}\n"}); err != nil {
		t.Fatal(err)
	}
	p, w, went := onScreen(t, d, c, newTray(), "h-e2")
	for _, s := range p.m.Sheets {
		if s.Number == "12" {
			p.m.Choose(s)
		} else if s.Number == "13" && s.Err != nil {
			t.Error(s.Err)
		}
	}
	if !shown.Reads(w, "没有“court.nam”这个字段") || !shown.Reads(w, "设置—文书") {
		t.Error("it is not said what is wrong")
	}
	shown.Picture(t, w, "papers-faulty-text")
	shown.Press(t, w, "去改这份文书的文本")
	want := shell.Place{Kind: shell.Settings, Tab: "texts", Paper: "12"}
	if len(*went) != 1 || (*went)[0] != want {
		t.Errorf("went to %+v", *went)
	}
}

// TestAPaperSaysItsText: which of the office's texts a paper is made with.
func TestAPaperSaysItsText(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	if _, err := d.SaveForm(t.Context(), hearing.FormText{ID: "12", Text: "number: 12\ntitle: 听证纪律\nper: hearing\n---\n#title 听证纪律\n"}); err != nil {
		t.Fatal(err)
	}
	for _, s := range showing(t, d, c, "h-e2").Sheets {
		if own := s.Number == "12"; strings.HasSuffix(s.About(), "本院第1版") != own {
			t.Errorf("%s: %q", s.Number, s.About())
		}
	}
}
