package drawing_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
	"hearingdesk/storage"
	"hearingdesk/ui/drawing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

const now = "2023-10-10 09:00"

// planned is a hearing of E3's case that has no officers yet, whose party was
// told.
func planned(t *testing.T, desk *storage.Desk) {
	t.Helper()
	on := calendar.NewDate(2023, 10, 9)
	_, err := desk.SaveHearing(t.Context(), hearing.Hearing{ID: "h-next", Cases: []hearing.ID{"c-e3"}, Recorder: "p-xu",
		Slot:         hearing.Slot{Start: shown.At(t, "2023-10-18 09:00"), End: shown.At(t, "2023-10-18 11:00")},
		Participants: []hearing.Participant{{ID: "agency", Role: hearing.AgencyRep, Organisation: "o-weijian", Told: []hearing.Told{{SentOn: on, ReceivedOn: on}}}}})
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, desk *storage.Desk, id hearing.ID) (*shell.Shell, *sitting.Sitting, *drawing.Page, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	s := sitting.New(sh, desk)
	p := drawing.New(sh, s, desk, func() {})
	shown.Show(sh, p.Object())
	s.Open(id)
	p.Open()
	return sh, s, p, told
}

// selects are the choices of the page, from the top.
func selects(w fyne.Window) []*widget.Select {
	var out []*widget.Select
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if s, ok := o.(*widget.Select); ok {
			out = append(out, s)
		}
	})
	return out
}

// TestOfficersAreDrawn goes the whole way: prepare, draw, list, a refusal.
func TestOfficersAreDrawn(t *testing.T) {
	desk := shown.Examples(t, now)
	planned(t, desk)
	sh, s, p, told := open(t, desk, "h-next")
	shown.Picture(t, sh.Window, "draw-prepared")
	if !shown.Reads(sh.Window, "参加抽选 8 人") || !shown.Reads(sh.Window, "不参加抽选 1 人") || shown.Text(t, sh.Window, "操作人") != "许晚" {
		t.Fatal("the pool is not as it should be")
	}
	shown.Press(t, sh.Window, "不参加抽选 1 人")
	shown.Picture(t, sh.Window, "draw-excluded")
	shown.Press(t, sh.Window, "抽选")
	if !shown.Reads(sh.Window, "请写见证人。") {
		t.Error("it draws without a witness")
	}
	shown.Clear(t, sh.Window, "正选")
	shown.Type(t, sh.Window, "正选", "3")
	shown.Type(t, sh.Window, "见证人", "吴敏")
	shown.Type(t, sh.Window, "公开数值", "０５ 12 16")
	shown.Type(t, sh.Window, "数值说明", "前一日公布的彩票开奖号码")
	shown.Enter(t, sh.Window, "公开数值")
	told.Clean(t)
	h := s.Value()
	if len(h.Draws) != 1 || !draw.True(h.Draws[0]) || h.Draws[0].Seed != "05 12 16" || len(h.Draws[0].Drawn) != 3 || len(h.Draws[0].Spare) != 2 {
		t.Fatalf("drawn %+v", h.Draws)
	}
	if !shown.Reads(sh.Window, "重算与记录一致") {
		t.Error("the result is not shown")
	}
	listed(t, desk, sh, s)
	shown.Press(t, sh.Window, "打印抽选记录")
	if last := told.Went[len(told.Went)-1]; last.Tab != "papers" || last.Paper != "05" {
		t.Errorf("went to %+v", last)
	}
	shown.Press(t, sh.Window, "再抽一次")
	if !shown.Reads(sh.Window, "参加抽选 3 人") {
		t.Error("who was drawn takes part again")
	}
	p.Open()
	if _, err := desk.Undo(t.Context()); err != nil { // the answer
		t.Fatal(err)
	}
	s.Open("h-next")
	if got := s.Value().Draws[0].Answers; len(got) != 0 {
		t.Errorf("after undo: %+v", got)
	}
	told.Clean(t)
}

// listed puts the drawn among the officers; the first refuses.
func listed(t *testing.T, desk *storage.Desk, sh *shell.Shell, s *sitting.Sitting) {
	t.Helper()
	d := s.Value().Draws[0]
	shown.Press(t, sh.Window, "列入听证员")
	if n := len(s.Value().Officers()); n != 3 {
		t.Fatalf("%d officers", n)
	}
	shown.Picture(t, sh.Window, "draw-result")
	first, next := d.Candidate(d.Drawn[0]), d.Candidate(d.Spare[0])
	selects(sh.Window)[0].SetSelected("时间冲突")
	shown.Picture(t, sh.Window, "draw-refused")
	if !shown.Reads(sh.Window, "由"+next.Name+"递补") || !shown.Reads(sh.Window, "递补"+first.Name) {
		t.Error("who moves up is not said")
	}
	stored, err := desk.Hearing(t.Context(), "h-next")
	if err != nil {
		t.Fatal(err)
	}
	var who []hearing.ID
	for _, o := range stored.Officers() {
		who = append(who, o.Person)
	}
	if len(who) != 3 || who[0] != next.Person || len(stored.Moves) == 0 {
		t.Errorf("officers %v, changes %+v", who, stored.Moves)
	}
}

func TestSomebodyIsLeftOut(t *testing.T) {
	desk := shown.Examples(t, now)
	planned(t, desk)
	sh, s, _, told := open(t, desk, "h-next")
	shown.Walk(sh.Window.Content(), func(o fyne.CanvasObject) {
		if l, ok := o.(interface{ Select(int) }); ok {
			l.Select(0)
		}
	})
	shown.Press(t, sh.Window, "不参加抽选")
	if !shown.Reads(sh.Window, "请选原因。") {
		t.Error("left out without a reason")
	}
	shown.ChooseFirst(t, sh.Window, "应当回避")
	shown.Press(t, sh.Window, "不参加抽选")
	if !shown.Reads(sh.Window, "参加抽选 7 人") || !shown.Reads(sh.Window, "不参加抽选 2 人") {
		t.Fatal("nobody is left out")
	}
	shown.Press(t, sh.Window, "没有公开数值，用系统随机数抽选")
	d := s.Value().Draws
	if len(d) != 1 || d[0].SeedSource != hearing.SeedRandom || len(d[0].Excluded) != 2 || d[0].Excluded[1].Reason != hearing.ExcludedRecusal {
		t.Fatalf("drawn %+v", d)
	}
	shown.Press(t, sh.Window, "作废…")
	shown.Press(t, sh.Window, "作废这次抽选")
	if !shown.Reads(sh.Window, "请写明理由。") {
		t.Error("voided without a reason")
	}
	told.Clean(t)
}

// TestPicturesOfTheDraw: an empty pool, four hundred people with long names, in
// dark and in English.
func TestPicturesOfTheDraw(t *testing.T) {
	desk := shown.Empty(t, now)
	if _, err := desk.SaveHearing(t.Context(), hearing.Hearing{ID: "h"}); err != nil {
		t.Fatal(err)
	}
	sh, _, _, told := open(t, desk, "h")
	shown.Picture(t, sh.Window, "draw-empty")
	if !shown.Reads(sh.Window, "没有人可以参加抽选") {
		t.Error("nothing says that the pool is empty")
	}
	told.Clean(t)
	born, err := calendar.ParsePartial("1980")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 400 {
		name := []string{"王䶮", "欧阳明月", strings.Repeat("阿卜杜热合曼", 4), "周慧敏"}[i%4]
		who := hearing.Person{ID: hearing.ID(fmt.Sprint("p", i)), Name: name, Pool: hearing.PoolActive, Class: hearing.OfficerClasses[i%3]}
		if i%3 > 0 {
			who.Born = born
		}
		if i%5 == 0 {
			who.Specialties = []string{"消防工程", strings.Repeat("特种设备检验检测", 6)}
		}
		if i%9 == 0 {
			who.Bars = []hearing.Bar{{Kind: hearing.BarDishonest}}
		}
		if _, err := desk.SavePerson(t.Context(), who); err != nil {
			t.Fatal(err)
		}
	}
	sh, _, _, told = open(t, desk, "h")
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark))
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "draw-many")
	if w := sh.Window.Content().MinSize().Width; w > shown.Width {
		t.Errorf("%v wide", w)
	}
	shown.Type(t, sh.Window, "见证人", "吴敏")
	shown.Type(t, sh.Window, "公开数值", "1")
	shown.Enter(t, sh.Window, "公开数值")
	shown.Picture(t, sh.Window, "draw-many-asked")
	shown.Type(t, sh.Window, "操作人", "许晚")
	shown.Enter(t, sh.Window, "公开数值")
	shown.Picture(t, sh.Window, "draw-many-result")
	told.Clean(t)
	if err := words.Use("en"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = words.Use("zh") })
	examples := shown.Examples(t, now)
	sh, _, _, told = open(t, examples, "h-e1")
	shown.Picture(t, sh.Window, "draw-english-result")
	test.Tap(shown.Button(t, sh.Window, "Draw again"))
	shown.Picture(t, sh.Window, "draw-english")
	told.Clean(t)
}
