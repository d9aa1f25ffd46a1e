package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// taking gives the notices of two people their numbers.
func taking(t *testing.T, d *storage.Desk, session hearing.ID, keys ...string) []hearing.Number {
	t.Helper()
	n, err := hearing.ReadNumbering(assets.Numbers)
	if err != nil {
		t.Fatal(err)
	}
	o, err := d.Office(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	series, _ := n.Of(o, "07a")
	var papers []hearing.Numbered
	for _, k := range keys {
		papers = append(papers, hearing.Numbered{Series: series, Document: "07a", Key: k, For: "程桂兰"})
	}
	out, err := d.TakeNumbers(t.Context(), session, 2023, papers)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// unfold taps the line that begins with a text.
func unfold(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	var line *look.Press
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		p, ok := o.(*look.Press)
		if !ok {
			return
		}
		shown.Walk(p, func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && l.Text == text {
				line = p
			}
		})
	})
	if line == nil {
		t.Fatalf("no line %q", text)
	}
	line.Tapped(nil)
}

// TestTheBookOfNumbers voids a number with its reason, changes the pattern, and
// takes a range of its own.
func TestTheBookOfNumbers(t *testing.T) {
	d := shown.Examples(t, now)
	taking(t, d, "h-e2", "p1", "p2")
	sh, told := page(t, d, "numbers")
	w := sh.Window
	if !shown.Reads(w, "下一个：澄检听通〔2023〕3号") || !shown.Reads(w, "已取 2 个") {
		t.Fatal("the next number is not shown")
	}
	unfold(t, w, "听证会通知书")
	shown.Picture(t, w, "settings-numbers")
	shown.Press(t, w, "作废…")
	shown.Press(t, w, "作废")
	if !shown.Reads(w, "请写明为什么作废") {
		t.Error("a number is voided without a reason")
	}
	book := func() []hearing.Number {
		list, err := d.Numbers(t.Context(), 2023)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	if list := book(); list[1].Void() {
		t.Fatal("voided")
	}
	shown.Type(t, w, "文号格式", "{院}民{类}〔{年}〕号")
	if !shown.Reads(w, "要有一个 {号}") {
		t.Error("a pattern without a place is taken")
	}
	shown.Clear(t, w, "文号格式")
	shown.Type(t, w, "文号格式", "{院}民{类}〔{年}〕{号}号")
	if !shown.Reads(w, "下一个：澄检民听通〔2023〕3号") {
		t.Error("the new pattern is not shown")
	}
	shown.Type(t, w, "本机号段", "201")
	if !shown.Reads(w, "下一个：澄检民听通〔2023〕201号") {
		t.Error("the number that the range begins with is not shown")
	}
	if n := taking(t, d, "h-e3", "p9"); n[0].Text != "澄检民听通〔2023〕201号" {
		t.Errorf("then %s was given", n[0].Text)
	}
	shown.Type(t, w, "本机号段", "x")
	if !shown.Reads(w, "请写两个数") {
		t.Error("a range that is none is taken")
	}
	told.Clean(t)
}

// TestNobodyNumbersWithoutAShortName says what is missing, and where.
func TestNobodyNumbersWithoutAShortName(t *testing.T) {
	sh, told := page(t, shown.Empty(t, now), "numbers")
	if !shown.Reads(sh.Window, "还没有填写院简称") {
		t.Error("nothing says why papers bear no number")
	}
	unfold(t, sh.Window, "变更通知书")
	if !shown.Reads(sh.Window, "2023 年还没有取过号") {
		t.Error("an empty book is not explained")
	}
	told.Clean(t)
}

// TestTheBookInEnglish draws it with a voided number.
func TestTheBookInEnglish(t *testing.T) {
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := words.Use(words.Chinese); err != nil {
			t.Error(err)
		}
	})
	d := shown.Examples(t, now)
	n := taking(t, d, "h-e2", "p1", "p2", "p3")
	if err := d.VoidNumber(t.Context(), n[1], "印错"); err != nil {
		t.Fatal(err)
	}
	sh, _ := page(t, d, "numbers")
	unfold(t, sh.Window, "Notices of hearing")
	shown.Picture(t, sh.Window, "settings-numbers-en")
}
