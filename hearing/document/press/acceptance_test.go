package press_test

import (
	"errors"
	"maps"
	"strings"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing/calendar"
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

// TestA06PapersFollowTheNameOfTheDay switches the rule set that renames the
// recommendation on a day between two decisions: of the same form, the one
// decided before keeps the name and the other has the new one.
func TestA06PapersFollowTheNameOfTheDay(t *testing.T) {
	d := variant(t, "a-e1")
	d.Office.InForce = map[string]calendar.Date{"public-interest-law": calendar.NewDate(2023, time.July, 28)}
	d.Instruments[0].DecidedOn = calendar.NewDate(2023, time.July, 27) // the others on the 28th
	for _, k := range []struct{ number, name, old, renamed string }{
		{"23", "检察建议书", "检察建议书", "检察意见书"},
		{"31", "检察建议备案报告", "检察建议书备案报告", "检察意见书备案报告"},
	} {
		for i, it := range thePress().Plan(d, k.number) {
			title, want, not := k.name, k.old, "检察意见"
			if i > 0 {
				title, want, not = strings.ReplaceAll(k.name, "建议", "意见"), k.renamed, "检察建议"
			}
			made, err := thePress().Make(d, it, today)
			if err != nil {
				t.Fatal(err)
			}
			if got := joined(textOf(t, made)); it.Title != title || !strings.Contains(got, want) || strings.Contains(got, not) {
				t.Errorf("paper %s of %s is titled %s and says\n%s", it.Number, it.For, it.Title, got)
			}
		}
	}
	receipts := thePress().Plan(d, "27")
	for i, want := range []string{"《检察建议书》", "《检察意见书》"} {
		made, err := thePress().Make(d, receipts[i], today)
		if err != nil {
			t.Fatal(err)
		}
		if got := joined(textOf(t, made)); !strings.Contains(got, want) {
			t.Errorf("%s is not in the receipt\n%s", want, got)
		}
	}
}
