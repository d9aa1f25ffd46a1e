package figures_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	counted "hearingdesk/hearing/figures"
	"hearingdesk/hearing/sample"
	"hearingdesk/storage"
	"hearingdesk/ui/figures"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

const now = "2023-12-20 09:00"

func show(t *testing.T, d *storage.Desk, picture string) (fyne.Window, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	page := figures.New(sh, d)
	shown.Show(sh, page.Object())
	page.Show(shell.Place{Kind: shell.Figures})
	shown.Picture(t, sh.Window, picture)
	if m := page.Object().MinSize(); m.Width > shown.Width {
		t.Errorf("%s is %.0f wide", picture, m.Width)
	}
	if len(told.Failed) > 0 {
		t.Error(told.Failed)
	}
	return sh.Window, told
}

// texts lists the labels below an object.
func texts(o fyne.CanvasObject) string {
	var out []string
	for _, x := range test.LaidOutObjects(o) {
		if l, ok := x.(*widget.Label); ok && l.Visible() {
			out = append(out, l.Text)
		}
	}
	return strings.Join(out, " ")
}

func press(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	for _, x := range test.LaidOutObjects(w.Content()) {
		switch v := x.(type) {
		case *look.Press:
			if strings.HasPrefix(texts(v), name+" ") {
				test.Tap(v)
				return
			}
		case *widget.Button:
			if v.Text == name {
				test.Tap(v)
				return
			}
		}
	}
	t.Fatalf("no %s", name)
}

func TestFiguresOfTheWorkedExamples(t *testing.T) {
	w, told := show(t, shown.Examples(t, now), "figures")
	if all := texts(w.Content()); !strings.Contains(all, "行政公益诉讼 2 件 66.67%") {
		t.Errorf("shown: %s", all)
	}
	press(t, w, "直播")
	if all := texts(w.Content()); !strings.Contains(all, "公开与形式  ·  直播  1 场") || !strings.Contains(all, "督促整治电动自行车消防安全隐患") {
		t.Errorf("behind: %s", all)
	}
	press(t, w, "宣告送达")
	shown.Picture(t, w, "figures-behind")
	press(t, w, "本月")
	if all := texts(w.Content()); strings.Contains(all, "66.67%") {
		t.Errorf("this month: %s", all)
	}
	if len(told.Went) != 0 {
		t.Errorf("went to %+v", told.Went)
	}
}

func TestFiguresOfAnEmptyDesk(t *testing.T) { show(t, shown.Empty(t, now), "figures-empty") }

func TestFiguresOfManyHearings(t *testing.T) {
	d := shown.Examples(t, now)
	var p hearing.Package
	for i := range 428 {
		c := hearing.Case{ID: hearing.ID(fmt.Sprintf("many-%d", i)), Cause: strings.Repeat("澄河区电动自行车消防安全隐患", 3)[:120], Type: hearing.CaseTypes[i%10]}
		start := time.Date(2023, 1, 3+i%360, 9, 0, 0, 0, words.Zone())
		p.Cases = append(p.Cases, c)
		p.Hearings = append(p.Hearings, hearing.Hearing{ID: c.ID, Cases: []hearing.ID{c.ID}, State: hearing.Archived, Openness: hearing.Public, Slot: hearing.Slot{Start: start, End: start.Add(time.Hour)}})
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	show(t, d, "figures-ugly")
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		of       func(calendar.Date) figures.Period
		day      calendar.Date
		from, to string
	}{
		{figures.Month, calendar.NewDate(2024, 2, 11), "2024-02-01", "2024-02-29"},
		{figures.Month, calendar.NewDate(2023, 12, 31), "2023-12-01", "2023-12-31"},
		{figures.Quarter, calendar.NewDate(2023, 12, 31), "2023-10-01", "2023-12-31"},
		{figures.Quarter, calendar.NewDate(2023, 4, 1), "2023-04-01", "2023-06-30"},
		{figures.Year, calendar.NewDate(2023, 4, 1), "2023-01-01", "2023-12-31"},
	} {
		if p := c.of(c.day); p.From.String() != c.from || p.To.String() != c.to {
			t.Errorf("%s: %s to %s, want %s to %s", c.day, p.From, p.To, c.from, c.to)
		}
	}
}

func TestTablesHaveEveryFigure(t *testing.T) {
	p, err := shown.Examples(t, now).Export(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r := counted.Counter{Days: shown.Days(t), Zone: words.Zone()}.Count(p, calendar.NewDate(2023, 1, 1), calendar.NewDate(2023, 12, 31))
	found := map[string]string{}
	for _, table := range figures.Tables(r, figures.Style{}) {
		for _, row := range table.Rows {
			found[table.Title+" "+row.Name] = row.Text + row.Unit + row.Share
		}
	}
	for name, want := range map[string]string{"听证会 已召开": "3场", "听证会 听证案件": "3件", "参加人 听证员": "12人次", "参加人 平均每场听证员": "4.00人", "公开与形式 公开": "3场100.00%",
		"公开与形式 上门": "1场33.33%", "结果 当场决定": "1件33.33%", "宣告与送达 送达文书": "5份", "宣告与送达 其中宣告送达": "2份40.00%", "检察建议 已回复": "5份100.00%", "检察建议 按期回复": "4份80.00%"} {
		if found[name] != want {
			t.Errorf("%s: %q, want %q", name, found[name], want)
		}
	}
}

// TestFiguresOfTheArticle shows a year as a newspaper printed it: whole percents,
// and what was reached with its 余 and 上万.
func TestFiguresOfTheArticle(t *testing.T) {
	d := shown.Empty(t, now)
	p, err := sample.Article(words.Zone())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	w, _ := show(t, d, "figures-article")
	for _, o := range test.LaidOutObjects(w.Content()) {
		if s, ok := o.(*widget.Select); ok && len(s.Options) == 4 {
			s.SetSelectedIndex(3)
		}
	}
	all := texts(w.Content())
	for _, want := range []string{"生态环境和资源保护 231 件 38%", "安全生产 181 件 29%", "614–616 件", "1327.83 平方米", "20余 处", "上万 名居民"} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is not shown: %s", want, all)
		}
	}
}
