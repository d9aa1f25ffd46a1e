package people_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/people"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// page shows the page of a desk at a place.
func page(t *testing.T, d *storage.Desk, at shell.Place) (*shell.Shell, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	p := people.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(at)
	return sh, told
}

// TestANamesakeIsShown: before a second record of the same person is made, the
// first can be opened.
func TestANamesakeIsShown(t *testing.T) {
	d := shown.Examples(t, now)
	sh, told := page(t, d, shell.Place{Kind: shell.People, New: true})
	shown.Type(t, sh.Window, "姓名", "冯")
	if shown.Reads(sh.Window, "已有同名") {
		t.Error("a part of a name is taken for the name")
	}
	shown.Type(t, sh.Window, "姓名", "毅")
	if !shown.Reads(sh.Window, "已有同名：区卫健局 副局长") {
		t.Error("the namesake is not named")
	}
	shown.Picture(t, sh.Window, "people-namesake")
	shown.Type(t, sh.Window, "姓名", "然")
	if shown.Reads(sh.Window, "已有同名") {
		t.Error("the namesake stays")
	}
	told.Clean(t)
}

func TestTheListShowsAKind(t *testing.T) {
	d := shown.Examples(t, now)
	sh, _ := page(t, d, shell.Place{Kind: shell.People})
	for _, c := range []struct{ kind, in, out string }{
		{"公证员 1", "韩静", "程桂兰"}, {"检察院人员 4", "沈秋白", "程桂兰"}, {"听证员库 9", "陈𬭎", "沈秋白"}, {"行政机关人员 4", "冯毅", "韩静"}, {"全部人员 26", "程桂兰", "nobody"},
	} {
		shown.ChooseFirst(t, sh.Window, c.kind)
		if c.in == "陈𬭎" {
			c.in = "消防工程师"
		}
		if !shown.Reads(sh.Window, c.in) || shown.Reads(sh.Window, c.out) {
			t.Errorf("%s: not %s without %s", c.kind, c.in, c.out)
		}
	}
}

func TestAnOfficerWithABar(t *testing.T) {
	d := shown.Empty(t, now)
	sh, told := page(t, d, shell.Place{Kind: shell.People, New: true})
	w := sh.Window
	shown.Type(t, w, "姓名", "方正")
	shown.Type(t, w, "出生日期", "1970年5月")
	shown.Type(t, w, "电话", "0350-5550111")
	shown.Choose(t, w, "听证员库", hearing.PoolActive.Term().Zh)
	shown.Choose(t, w, "听证员类别", hearing.ClassLaw.Term().Zh)
	shown.Type(t, w, "专长", "调解、物业")
	shown.Press(t, w, "添加事由")
	shown.Type(t, w, "自", "2020-03-01")
	shown.Picture(t, w, "people-bar")
	all, err := d.People(t.Context(), "", 10)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	got := all[0]
	if got.Born.String() != "1970-05" || got.Phone != "0350-5550111" || got.Pool != hearing.PoolActive || got.Class != hearing.ClassLaw || len(got.Specialties) != 2 ||
		len(got.Bars) != 1 || got.Bars[0].Since.String() != "2020-03-01" || got.Bars[0].Kind != hearing.BarConvicted {
		t.Errorf("stored %+v", got)
	}
	told.Clean(t)
}

func TestARoomThatNeedsApprovalSaysSo(t *testing.T) {
	d := shown.Examples(t, now)
	sh, _ := page(t, d, shell.Place{Kind: shell.People, Tab: "rooms", New: true})
	shown.Type(t, sh.Window, "场所名称", "卫健局会议室")
	shown.Choose(t, sh.Window, "场所类别", hearing.AgencyRoom.Term().Zh)
	if !shown.Reads(sh.Window, "须经检察长批准") {
		t.Error("the approval is not said")
	}
	shown.Choose(t, sh.Window, "场所类别", hearing.HearingRoom.Term().Zh)
	if shown.Reads(sh.Window, "须经检察长批准") {
		t.Error("the approval stays")
	}
}

// TestARosterGoesInAndOut: both are reached from the page, and a file that is
// dropped on it is read.
func TestARosterGoesInAndOut(t *testing.T) {
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	p := people.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.People})
	shown.Picture(t, sh.Window, "people-roster")
	shown.Press(t, sh.Window, "导入名册…")
	p.(interface {
		Drop(at fyne.Position, files []string)
	}).Drop(fyne.Position{}, []string{"/tmp/a.xlsx"})
	if n := len(told.Went); n != 2 || told.Went[0].Kind != shell.Roster || !told.Went[0].New || told.Went[1].File != "/tmp/a.xlsx" {
		t.Fatalf("went to %+v", told.Went)
	}
	all, err := d.People(t.Context(), "", 1000)
	if err != nil {
		t.Fatal(err)
	}
	p.(interface{ Export() }).Export()
	said := false
	shown.Walk(sh.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		l, ok := o.(*widget.Label)
		said = said || ok && l.Text == fmt.Sprintf("导出当前列表：全部人员，%d 人。", len(all))
	})
	if !said {
		t.Error("it is not said how many people go out")
	}
	shown.Picture(t, sh.Window, "people-export")
	told.Clean(t)
}
