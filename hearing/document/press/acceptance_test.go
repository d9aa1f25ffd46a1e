package press_test

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
)

// TestA07APlateWithoutFontIsNotPrinted takes the rare characters out of the
// fonts: the seat plates of 王䶮 and 陈𬭎 then stop with the name and the
// character, and with the program's own fonts they are made.
func TestA07APlateWithoutFontIsNotPrinted(t *testing.T) {
	forms, err := document.Load(assets.Documents())
	if err != nil {
		t.Fatal(err)
	}
	plain := maps.Clone(assets.PaperFonts())
	plain["paper-rare.ttf"], plain["paper-title.ttf"] = plain["paper-hei.ttf"], plain["paper-hei.ttf"]
	without := press.New(forms, layout.New(plain, nil))
	for _, k := range []struct {
		session, person, name string
		rare                  rune
	}{{"h-e2", "p-wangyan", "王䶮", '䶮'}, {"h-e1", "p-chenhong", "陈𬭎", '𬭎'}} {
		d := variant(t, k.session)
		for id, who := range d.People { // one rare name at a time
			if strings.ContainsAny(who.Name, "䶮𬭎") && string(id) != k.person {
				who.Name = "周慧敏"
				d.People[id] = who
			}
		}
		item := document.Item{Number: "14"}
		_, err := without.Make(d, item, today)
		var glyph *layout.GlyphError
		if !errors.As(err, &glyph) || glyph.Rune != k.rare || glyph.Field != "席位牌姓名" || glyph.Value != k.name {
			t.Errorf("%s: %v", k.name, err)
		}
		if _, err := thePress().Make(d, item, today); err != nil {
			t.Errorf("with the program's fonts: %v", err)
		}
	}
}

// TestA09ARefusedSignatureIsPrinted reads the transcript of a hearing of which
// somebody would not sign page three.
func TestA09ARefusedSignatureIsPrinted(t *testing.T) {
	got := joined(textOf(t, paper(t, variant(t, "refused"), "16", "")))
	for _, want := range []string{"拒绝签名（第3页）：对第三页记录的陈述有异议", "拒绝签名：未说明理由", "（以下空白）", "第1页共6页", "本页参加人签名"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	if strings.Contains(got[strings.Index(got, "以上笔录已阅"):], "程晓梅") {
		t.Error("who was absent is to sign")
	}
}
