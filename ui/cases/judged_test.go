package cases_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/cases"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	say "hearingdesk/ui/words"
)

// press opens what stands on a line that reads a text.
func press(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	var found *look.Press
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		p, ok := o.(*look.Press)
		if !ok || found != nil {
			return
		}
		shown.Walk(p, func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && strings.Contains(l.Text, text) {
				found = p
			}
		})
	})
	if found == nil {
		t.Fatalf("nothing to open reads %q", text)
	}
	test.Tap(found)
}

// TestAPeriodIsJudgedBesideItsStep: a late decision is said at the application,
// can be approved by name and reason, and that can be taken back.
func TestAPeriodIsJudgedBesideItsStep(t *testing.T) {
	d := shown.Examples(t, now)
	c := caseOf(t, d, "消防")
	c.Steps = []hearing.Step{{ID: "s1", Kind: hearing.RecusalAsked, On: calendar.NewDate(2023, 6, 5), Person: c.Handler}}
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	_, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: c.ID})
	w := sh.Window
	if !shown.Reads(w, "应在2023-06-08前决定") || !shown.Reads(w, "阻断") {
		t.Fatal("the late decision is not said")
	}
	press(t, w, "应在2023-06-08前决定")
	for _, text := range []string{"《人民检察院公益诉讼办案规则》第二十三条", "对回避申请，应当在三日内作出决定"} {
		if !shown.Reads(w, text) {
			t.Errorf("the article does not open: %q", text)
		}
	}
	shown.Press(t, w, "记录例外批准…")
	shown.Type(t, w, "理由", "申请人同意延后")
	sh.Window.Resize(fyne.NewSize(shown.Width, 1100))
	shown.Picture(t, w, "cases-override")
	shown.Press(t, w, "记录例外批准")
	got, err := d.Case(t.Context(), c.ID)
	if err != nil || len(got.Overrides) != 1 || got.Overrides[0].Rule != "DL04" || got.Overrides[0].Reason != "申请人同意延后" || got.Overrides[0].By == "" {
		t.Fatalf("stored %+v %v", got.Overrides, err)
	}
	if shown.Reads(w, "1 项阻断") || !shown.Reads(w, "申请人同意延后") {
		t.Error("the approval is not shown beside the finding")
	}
	told.Clean(t)
}

// TestTheOfficesOwnSteps are offered and named by its rule file, and a new act
// renames the instrument from its day on.
func TestTheOfficesOwnSteps(t *testing.T) {
	d := shown.Examples(t, now)
	o, err := d.Office(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	o.Rules = string(assets.OfficeRules)
	o.InForce = map[string]calendar.Date{"public-interest-law": calendar.NewDate(2023, 9, 1)}
	if _, err := d.SaveOffice(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	c := caseOf(t, d, "二次供水") // decided on 2023-09-13
	_, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: c.ID})
	w := sh.Window
	into(t, w, "发生了什么", "群众来信")
	if got := stepsOf(t, d, c.ID); len(got) != 1 || got[0].Kind != "letter-came" {
		t.Fatalf("stored %+v", got)
	}
	if !shown.Reads(w, "收到群众来信") || !shown.Reads(w, "请在2023-06-27前答复") {
		t.Error("the office's step is not named, or its period not counted")
	}
	if !shown.Reads(w, "作出检察意见书") || shown.Reads(w, "作出检察建议书") {
		t.Error("the instrument is not called as the new act does")
	}
	told.Clean(t)
}

// TestPicturesInEnglishAndDark draws the page of a full case for those who work
// so.
func TestPicturesInEnglishAndDark(t *testing.T) {
	if err := say.Use(say.English); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := say.Use(say.Chinese); err != nil {
			t.Error(err)
		}
	})
	d := shown.Examples(t, now)
	c := caseOf(t, d, "消防")
	c.Steps = []hearing.Step{{ID: "s1", Kind: hearing.RecusalAsked, On: calendar.NewDate(2023, 6, 5)}, {ID: "s2", Kind: hearing.ObjectionMade, On: calendar.NewDate(2023, 8, 1)}}
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	sh, told := shown.Shell(t, now)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark))
	p := cases.New(sh, d, nil)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Cases, ID: c.ID})
	sh.Window.Resize(fyne.NewSize(shown.Width, 1700))
	shown.Picture(t, sh.Window, "cases-way-en-dark")
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the page is %v wide in English", w)
	}
	told.Clean(t)
}

// TestALineOfTodayLeadsToItsStep puts the cursor into the line of the step.
func TestALineOfTodayLeadsToItsStep(t *testing.T) {
	d := shown.Examples(t, now)
	c := caseOf(t, d, "消防")
	c.Steps = []hearing.Step{{ID: "s0", Kind: hearing.HearingAsked, On: calendar.NewDate(2023, 6, 1)}, {ID: "s1", Kind: hearing.RecusalAsked, On: calendar.NewDate(2023, 6, 5), Person: c.Handler}}
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	file, err := d.CaseFile(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range shown.Book(t).CheckCase(file, shown.At(t, now), "zh") {
		if f.Step != "s1" {
			continue
		}
		_, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: c.ID, Finding: f.Key()})
		if got := shown.Focused(t, sh.Window); got != "2023-06-05" {
			t.Errorf("%s leads to %q", f.Key(), got)
		}
		told.Clean(t)
		return
	}
	t.Error("nothing is found about the step")
}
