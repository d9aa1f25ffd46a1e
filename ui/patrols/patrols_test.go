package patrols_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/patrols"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-06-20 09:00"

func day(t testing.TB, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPictures(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Examples(t, now)
	_, err := d.SavePatrol(t.Context(), hearing.Patrol{ID: "x", Title: "澄河河长+检察长联合巡查", Agreement: "关于建立河长+检察长协作机制的意见", SignedOn: day(t, "2023-02-20"),
		Waters: []string{"澄河望江段", "南关排口"}, Rhythm: hearing.Monthly, From: day(t, "2023-03-10"), Visits: []hearing.PatrolVisit{
			{ID: "v1", For: day(t, "2023-03-10"), On: day(t, "2023-03-10"), People: []string{"何晓芸"}, Places: []string{"望江桥"}, Pictures: []string{"照片 1–4"},
				Findings: []hearing.PatrolFinding{{ID: "f1", Text: "望江桥下有建筑垃圾约 20 余立方米。"}}},
			{ID: "v2", For: day(t, "2023-04-10"), Skipped: "汛期封航"}}})
	if err != nil {
		t.Fatal(err)
	}
	p := patrols.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Patrols, ID: "x"})
	shown.Picture(t, sh.Window, "patrols")
	sh.Window.Resize(fyne.NewSize(shown.Width, 1100))
	shown.Picture(t, sh.Window, "patrols-whole")
	sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
	if !shown.Reads(sh.Window, "没有记录的巡查：2023-05-10、2023-06-10") || !shown.Reads(sh.Window, "有未记录的") {
		t.Error("what was not made is not said")
	}
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the page is %v wide", w)
	}
	p.Show(shell.Place{Kind: shell.Patrols, New: true})
	shown.Picture(t, sh.Window, "patrols-new")
	told.Clean(t)
	sh2, _ := shown.Shell(t, now)
	empty := patrols.New(sh2, shown.Empty(t, now))
	shown.Show(sh2, empty.Object())
	empty.Show(shell.Place{Kind: shell.Patrols})
	shown.Picture(t, sh2.Window, "patrols-empty")
}

// TestAVisitIsRecordedAndItsFindingBecomesAClue with a click each.
func TestAVisitIsRecordedAndItsFindingBecomesAClue(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Empty(t, now)
	p := patrols.New(sh, d)
	shown.Show(sh, p.Object())
	sh.NewID = d.NewID
	sh.Go = func(to shell.Place) {
		told.Went = append(told.Went, to)
		p.Show(to)
	}
	p.Show(shell.Place{Kind: shell.Patrols})
	shown.Press(t, sh.Window, "新建巡查")
	shown.Type(t, sh.Window, "巡查名称", "澄河联合巡查")
	shown.Press(t, sh.Window, "记录巡查")
	shown.Press(t, sh.Window, "加一项发现的问题")
	shown.Type(t, sh.Window, "发现的问题", "望江桥下有建筑垃圾。")
	all, err := d.Patrols(t.Context(), "", 10)
	if err != nil || len(all) != 1 || len(all[0].Visits) != 1 || all[0].Visits[0].For != day(t, "2023-06-20") || len(all[0].Visits[0].Findings) != 1 {
		t.Fatalf("stored %+v, %v", all, err)
	}
	shown.Press(t, sh.Window, "登记为线索")
	found, err := d.Clues(t.Context(), hearing.SourceRiverChief, "", "", 10)
	if err != nil || len(found) != 1 || found[0].Called() != "望江桥下有建筑垃圾" {
		t.Fatalf("the clues are %+v, %v", found, err)
	}
	shown.Press(t, sh.Window, "查看线索")
	if to := told.Went[len(told.Went)-1]; to.Kind != shell.Clues || to.ID != found[0].ID {
		t.Errorf("went to %+v", to)
	}
	told.Clean(t)
}
