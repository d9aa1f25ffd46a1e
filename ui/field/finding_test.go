package field_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

const act = "《人民检察院审查案件听证工作规定》"

// A clerk does what a remedy offers and notes it.
type clerk struct {
	overrides []hearing.Override
	withdrawn []hearing.Finding
	mended    []hearing.Finding
	went      []hearing.Finding
}

func (c *clerk) remedy(t *testing.T) *field.Remedy {
	t.Helper()
	return &field.Remedy{
		Basis: func(f hearing.Finding) hearing.Basis {
			return hearing.Basis{Title: act, Article: "第十条第二项", Text: "听证会三日前告知听证会参加人案由、听证时间和地点。"}
		},
		Name: func(hearing.ID) string { return "沈秋白" },
		Fix: func(f hearing.Finding) (string, func()) {
			if f.Fix.Kind == "" {
				return "", nil
			}
			return "记录告知", func() { c.mended = append(c.mended, f) }
		},
		Override: func(_ hearing.Finding, o hearing.Override) { c.overrides = append(c.overrides, o) },
		Withdraw: func(f hearing.Finding) { c.withdrawn = append(c.withdrawn, f) },
		Go:       func(f hearing.Finding) { c.went = append(c.went, f) },
		Approver: func() field.Option { return field.Option{ID: "p-shen", Name: "沈秋白"} },
		Today:    func() calendar.Date { return calendar.NewDate(2023, 7, 16) },
		Run:      work.Now(t.Context()),
		Find: func(_ context.Context, query string) ([]field.Option, error) {
			return []field.Option{{ID: "p-gu", Name: "顾长风"}}, nil
		},
	}
}

func late(name string) hearing.Finding {
	return hearing.Finding{Rule: "DL01", Variant: "missing", Severity: hearing.Blocked, Participant: hearing.ID(name), Field: "told", Article: act + "第十条第二项",
		Text: "没有" + name + "收到本次通知的记录，期限2023-07-15已过。请补记送达，或取得书面同意，或者改期。", Subject: name, Overridable: true,
		Due: calendar.NewDate(2023, 7, 15), Fix: hearing.Fix{Kind: hearing.FixTell}}
}

func overridden(f hearing.Finding) hearing.Finding {
	f.Was, f.Severity = f.Severity, hearing.Info
	f.Override = &hearing.Override{Rule: f.Rule, By: "p-shen", On: calendar.NewDate(2023, 7, 16), Reason: "当事人已电话确认知悉，愿意按期参加"}
	return f
}

func press(t *testing.T, w fyne.Window, n int) {
	t.Helper()
	var all []*look.Press
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if p, ok := o.(*look.Press); ok {
			all = append(all, p)
		}
	})
	if n >= len(all) {
		t.Fatalf("%d lines to press", len(all))
	}
	all[n].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// TestAFindingOpens by the keyboard: its article, and the form of an override,
// which asks for what it lacks.
func TestAFindingOpens(t *testing.T) {
	var c clerk
	w := shown.Window(t, widget.NewLabel(""))
	list := field.NewFindings(c.remedy(t))
	w.SetContent(list.Object)
	list.Set([]hearing.Finding{late("梧桐苑小区"), {Rule: "NEED", Severity: hearing.Blocked, Text: "没有填写地点。"}})
	if shown.Reads(w, "三日前告知") {
		t.Error("the article stands there unasked")
	}
	press(t, w, 0)
	if !shown.Reads(w, "三日前告知") {
		t.Fatal("the article does not open")
	}
	shown.Press(t, w, "记录告知")
	shown.Press(t, w, "记录例外批准…")
	shown.Press(t, w, "记录例外批准")
	if len(c.overrides) != 0 || !shown.Reads(w, "请写明理由") {
		t.Errorf("recorded without a reason: %v", c.overrides)
	}
	shown.Type(t, w, "理由", "已电话确认")
	list.Set([]hearing.Finding{late("梧桐苑小区")}) // judged anew while it is typed
	if got := shown.Text(t, w, "理由"); got != "已电话确认" {
		t.Errorf("the reason is %q", got)
	}
	shown.Enter(t, w, "理由")
	want := hearing.Override{Rule: "DL01", Variant: "missing", Participant: "梧桐苑小区", By: "p-shen", On: calendar.NewDate(2023, 7, 16), Reason: "已电话确认"}
	if len(c.overrides) != 1 || c.overrides[0] != want || !want.Covers(late("梧桐苑小区")) {
		t.Errorf("recorded %+v", c.overrides)
	}
	list.Set([]hearing.Finding{overridden(late("梧桐苑小区"))})
	if !shown.Reads(w, "沈秋白于 2023-07-16 批准例外：当事人已电话确认知悉") || shown.Reads(w, "记录告知") {
		t.Error("it does not say who approved, or still asks")
	}
	shown.Press(t, w, "撤回例外批准")
	if len(c.withdrawn) != 1 || len(c.mended) != 1 {
		t.Errorf("withdrawn %v, mended %v", c.withdrawn, c.mended)
	}
}

// TestManyAlikeFold: of forty people one is named, and the others with a click.
func TestManyAlikeFold(t *testing.T) {
	var c clerk
	w := shown.Window(t, widget.NewLabel(""))
	v := field.VerdictOf(c.remedy(t))
	w.SetContent(container.NewVBox(v.Line, v.List))
	var found []hearing.Finding
	for i := range 40 {
		found = append(found, late(fmt.Sprintf("居民%02d", i)))
	}
	v.Set(found)
	test.Tap(v.Line.(fyne.Tappable))
	for range 2 {
		w.Content().Refresh()
	}
	shown.Picture(t, w, "findings-forty")
	if !shown.Reads(w, "同样的还有 39 项：居民01、居民02") || shown.Reads(w, "没有居民07") {
		t.Error("they do not fold")
	}
	press(t, w, 2)
	if !shown.Reads(w, "没有居民39") {
		t.Error("they do not unfold")
	}
	if h := v.List.MinSize().Height; h > 300 {
		t.Errorf("the list is %v high", h)
	}
}

// TestPicturesOfFindings draws every kind, wide and narrow, light and dark, in
// both languages.
func TestPicturesOfFindings(t *testing.T) {
	long := strings.Repeat("阿卜杜热合曼·买买提依明", 4)
	warn := hearing.Finding{Rule: "ART13", Severity: hearing.Warning, Article: act + "第十三条", Text: "主持人" + long + "不是办理案件的检察官。", Fix: hearing.Fix{Kind: hearing.FixPresider}}
	found := []hearing.Finding{late(long), late("区住建局"), warn, overridden(late("程桂兰")),
		{Rule: "DL02", Severity: hearing.Info, Text: "请在2023-07-14前张贴公告，最迟2023-07-15。", Article: act + "第十条", Due: calendar.NewDate(2023, 7, 20)},
		{Rule: "NEED", Severity: hearing.Blocked, Text: "没有填写地点。"}}
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		for _, language := range []string{words.Chinese, words.English} {
			var c clerk
			w := shown.Window(t, widget.NewLabel(""))
			fyne.CurrentApp().Settings().SetTheme(look.NewTheme(mode))
			if err := words.Use(language); err != nil {
				t.Fatal(err)
			}
			wide, narrow := field.NewFindings(c.remedy(t)), field.NewFindings(c.remedy(t))
			w.SetContent(container.NewPadded(container.NewVBox(wide.Object, widget.NewSeparator(), field.Columns(narrow.Object, widget.NewLabel("")))))
			wide.Set(found)
			narrow.Set(found[1:4])
			press(t, w, 0)
			press(t, w, 4)
			press(t, w, 5)
			shown.Press(t, w, words.T("记录例外批准…"))
			for range 3 {
				w.Content().Refresh()
			}
			shown.Picture(t, w, "findings-"+string(mode)+"-"+language)
			if width := w.Content().MinSize().Width; width > shown.Width {
				t.Errorf("%v wide", width)
			}
		}
	}
	if err := words.Use(words.Chinese); err != nil {
		t.Fatal(err)
	}
}
