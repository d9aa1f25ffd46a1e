package clues_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/clues"
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

// some stores clues of several kinds.
func some(t testing.TB, d *storage.Desk) {
	t.Helper()
	cases, err := d.Cases(t.Context(), "", 10)
	if err != nil {
		t.Fatal(err)
	}
	bureau := hearing.ID("o-court-xx")
	if _, err := d.SaveOrganisation(t.Context(), hearing.Organisation{ID: bureau, Name: "云岭市望江区人民检察院", Kind: hearing.Procuratorate}); err != nil {
		t.Fatal(err)
	}
	err = d.AddClues(t.Context(), []hearing.Clue{
		{ID: "q1", Source: hearing.SourceHotline, Number: "YL2023051200417", CameOn: day(t, "2023-05-12"), State: hearing.ClueAssessing, AssessedOn: day(t, "2023-05-15"), Domain: "20",
			Text: "梧桐苑多户从窗户拉线给电动自行车充电，楼道里也停着车。消防通道被占，多次反映没有解决。", Places: []string{"梧桐苑"}, Giver: "住户陶某", Attachments: []string{"照片 1–3"}},
		{ID: "q2", Source: hearing.SourceVolunteer, CameOn: day(t, "2023-06-01"), State: hearing.ClueDropped, DecidedOn: day(t, "2023-06-05"), Reason: "现场查看时已经清运完毕，公共利益没有受到损害。", Text: "澄河岸边有人倾倒泥浆。", Giver: "罗斌"},
		{ID: "q3", Source: hearing.SourceTransfer, CameOn: day(t, "2023-06-02"), State: hearing.ClueTransferred, DecidedOn: day(t, "2023-06-06"), To: bureau, Notice: "澄检移线〔2023〕1号", Text: "望江区一处河道被占用。"},
		{ID: "q4", Source: hearing.SourceDeputies, CameOn: day(t, "2023-06-03"), State: hearing.ClueFiled, DecidedOn: day(t, "2023-06-08"), Cases: []hearing.ID{cases[0].ID}, ToldOn: day(t, "2023-06-09"), Text: "人大代表建议关注二次供水水箱清洗。"},
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestPictures(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Examples(t, now)
	some(t, d)
	p := clues.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Clues})
	for _, id := range []hearing.ID{"q1", "q2", "q3", "q4"} {
		p.Show(shell.Place{Kind: shell.Clues, ID: id})
		shown.Picture(t, sh.Window, "clues-"+string(id))
	}
	sh.Window.Resize(fyne.NewSize(shown.Width, 1100))
	shown.Picture(t, sh.Window, "clues-whole")
	sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
	p.Show(shell.Place{Kind: shell.Clues, New: true})
	shown.Picture(t, sh.Window, "clues-new")
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the page is %v wide", w)
	}
	told.Clean(t)
	sh2, _ := shown.Shell(t, now)
	empty := clues.New(sh2, shown.Empty(t, now))
	shown.Show(sh2, empty.Object())
	empty.Show(shell.Place{Kind: shell.Clues})
	shown.Picture(t, sh2.Window, "clues-empty")
}

// TestAClueIsRegisteredAndBecomesACase with what a clerk types, and no more.
func TestAClueIsRegisteredAndBecomesACase(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Empty(t, now)
	p := clues.New(sh, d)
	shown.Show(sh, p.Object())
	sh.NewID = d.NewID
	sh.Go = func(to shell.Place) {
		told.Went = append(told.Went, to)
		if to.Kind == shell.Clues {
			p.Show(to)
		}
	}
	p.Show(shell.Place{Kind: shell.Clues})
	shown.Press(t, sh.Window, "登记线索")
	if told.Saving != shell.NotSaved || !shown.Reads(sh.Window, "填写线索来源、线索内容后自动保存") {
		t.Error("nothing says what is missing")
	}
	shown.Choose(t, sh.Window, "线索来源", "12345政务服务便民热线")
	shown.Type(t, sh.Window, "线索内容", "梧桐苑楼道停放电动自行车。")
	shown.Type(t, sh.Window, "工单号", "417")
	found, err := d.Clues(t.Context(), hearing.SourceHotline, hearing.ClueOpen, "417", 10)
	if err != nil || len(found) != 1 || found[0].CameOn != day(t, "2023-06-20") {
		t.Fatalf("stored %+v, %v", found, err)
	}
	if !shown.Reads(sh.Window, "请在2023-07-20前决定立案、移送或者不立案") {
		t.Error("the last day is not said")
	}
	shown.Choose(t, sh.Window, "办理状态", "不立案")
	if !shown.Reads(sh.Window, "填写不立案理由后自动保存") {
		t.Error("a reason is not asked for")
	}
	shown.Choose(t, sh.Window, "办理状态", "评估中")
	if c, err := d.Clue(t.Context(), found[0].ID); err != nil || c.State != hearing.ClueAssessing || c.AssessedOn != day(t, "2023-06-20") || !c.DecidedOn.IsZero() {
		t.Errorf("being assessed: %+v, %v", c, err)
	}
	shown.Press(t, sh.Window, "立为案件")
	to := told.Went[len(told.Went)-1]
	k, err := d.Case(t.Context(), to.ID)
	if err != nil || to.Kind != shell.Cases || k.Cause != "梧桐苑楼道停放电动自行车" || k.SourceNote != "417" {
		t.Errorf("went to %+v, %+v, %v", to, k, err)
	}
	p.Show(shell.Place{Kind: shell.Clues, ID: found[0].ID})
	if !shown.Reads(sh.Window, "梧桐苑楼道停放电动自行车") || !shown.Reads(sh.Window, "请在2023-06-30前告知提供线索的人") {
		t.Error("the case is not named, or nobody is to be told")
	}
	told.Clean(t)
}
