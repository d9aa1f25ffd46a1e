package cases_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// hinted returns the field whose grey text begins with words.
func hinted(t *testing.T, w fyne.Window, hint string) fyne.Focusable {
	t.Helper()
	var found fyne.Focusable
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if f, ok := o.(fyne.Focusable); ok && found == nil && strings.HasPrefix(hintOf(o), hint) {
			found = f
		}
	})
	if found == nil {
		t.Fatalf("no field with the hint %q", hint)
	}
	return found
}

// hintOf is the grey text of a field.
func hintOf(o fyne.CanvasObject) string {
	if v := reflect.Indirect(reflect.ValueOf(o)); v.Kind() == reflect.Struct {
		if h := v.FieldByName("PlaceHolder"); h.IsValid() && h.Kind() == reflect.String {
			return h.String()
		}
	}
	return ""
}

// into types into a field found by its hint, and presses Enter.
func into(t *testing.T, w fyne.Window, hint, text string) {
	t.Helper()
	f := hinted(t, w, hint)
	w.Canvas().Focus(f)
	if text == "" { // see what there is
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	test.Type(f, text)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func stepsOf(t *testing.T, d *storage.Desk, id hearing.ID) []hearing.Step {
	t.Helper()
	c, err := d.Case(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c.Steps
}

// TestStepsAreEnteredLikeADiary: the day, then what happened; what answers an
// earlier step names it by itself.
func TestStepsAreEnteredLikeADiary(t *testing.T) {
	d := shown.Examples(t, now)
	c := caseOf(t, d, "消防")
	p, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: c.ID})
	w := sh.Window
	for _, text := range []string{"立案", "作出检察建议书", "送达检察建议书", "书面回复检察建议书", "听证会"} {
		if !shown.Reads(w, text) {
			t.Errorf("the way of the case does not name %q", text)
		}
	}
	day := func(text string) {
		f := shown.Field(t, w, "添加节点")
		w.Canvas().Focus(f)
		test.Type(f, text)
	}
	day("6月21日")
	into(t, w, "发生了什么", "申请回避")
	into(t, w, "发生了什么", "作出回避")
	steps := stepsOf(t, d, c.ID)
	if len(steps) != 2 || steps[0].Kind != hearing.RecusalAsked || steps[0].On.String() != "2023-06-21" {
		t.Fatalf("stored %+v", steps)
	}
	if steps[1].Kind != hearing.RecusalDecided || steps[1].Of != steps[0].ID || steps[1].On.String() != "2023-06-20" {
		t.Errorf("the answer is %+v", steps[1])
	}
	into(t, w, "何人", "孙伟")
	if got := stepsOf(t, d, c.ID)[1]; got.Person == "" {
		t.Errorf("nobody in %+v", got)
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Cases, ID: c.ID})
	told.Clean(t)
}

func TestCustodyIsSetByTheCase(t *testing.T) {
	d := shown.Empty(t, now)
	if _, err := d.SaveCase(t.Context(), hearing.Case{ID: "c", Cause: "程某某盗窃案", Type: hearing.CustodyNecessity}); err != nil {
		t.Fatal(err)
	}
	_, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: "c"})
	into(t, sh.Window, "发生了什么", "") // nothing typed: the first that is offered
	steps := stepsOf(t, d, "c")
	if len(steps) != 1 || steps[0].Kind != hearing.CustodyBegan {
		t.Fatalf("a custody case begins with %+v", steps)
	}
	f := hinted(t, sh.Window, "期限")
	sh.Window.Canvas().Focus(f)
	test.Type(f, "0天")
	if !shown.Reads(sh.Window, "请写成 37天") {
		t.Error("a period of 0 is taken")
	}
	for range 2 {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	test.Type(f, "2个月")
	if got := stepsOf(t, d, "c")[0].Period; got == nil || *got != (calendar.Period{N: 2, Unit: calendar.Month, Fixed: true}) {
		t.Errorf("stored %+v", got)
	}
	told.Clean(t)
}

// unserved takes the services of a case's papers away.
func unserved(t *testing.T, d *storage.Desk, id hearing.ID) {
	t.Helper()
	papers, err := d.Instruments(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range papers {
		i.Deliveries = nil
		if _, err := d.SaveInstrument(t.Context(), i); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAPaperIsServedWithoutACeremony enters a receipt at the instrument.
func TestAPaperIsServedWithoutACeremony(t *testing.T) {
	d := shown.Examples(t, now)
	c := caseOf(t, d, "二次供水")
	unserved(t, d, c.ID)
	_, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: c.ID})
	w := sh.Window
	into(t, w, "直接送达、邮寄送达等", "")
	shown.Type(t, w, "送达时间", "2023-09-15")
	shown.Type(t, w, "签收人", "方正（副局长）")
	if !shown.Reads(w, "应于") {
		t.Error("nothing says by when to reply")
	}
	shown.Type(t, w, "送达人", "许晚")
	shown.Enter(t, w, "送达人")
	shown.Type(t, w, "拒收事由", "不收")
	shown.Press(t, w, "改为留置送达")
	shown.Type(t, w, "回复日期", "2023-10-07")
	all, err := d.Instruments(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	x := all[0].Deliveries
	if len(x) != 1 || x[0].Organisation == "" || x[0].Mode != hearing.Left || x[0].Receiver != "方正（副局长）" || x[0].RepliedOn.String() != "2023-10-07" || len(x[0].Servers) != 1 ||
		x[0].ServedAt.In(shown.At(t, now).Location()).Format("2006-01-02 15:04") != "2023-09-15 10:00" {
		t.Errorf("stored %+v", x)
	}
	sh.Window.Resize(fyne.NewSize(shown.Width, 1900))
	shown.Picture(t, w, "cases-service")
	told.Clean(t)
}

func TestTheWayInPictures(t *testing.T) {
	d := shown.Examples(t, now)
	c := caseOf(t, d, "消防")
	for i, s := range []struct {
		kind hearing.StepKind
		on   string
	}{{hearing.HearingAsked, "2023-06-25"}, {hearing.HearingAnswered, "2023-06-28"}, {hearing.RecusalAsked, "2023-07-12"}, {hearing.ObjectionMade, "2023-08-01"},
		{hearing.CustodyBegan, "2023-08-02"}, {hearing.CaseClosed, "2023-11-20"}, {hearing.LookedBack, "2024-02-20"}} {
		on, err := calendar.ParseDate(s.on)
		if err != nil {
			t.Fatal(err)
		}
		c.Steps = append(c.Steps, hearing.Step{ID: hearing.ID(fmt.Sprintf("s%d", i)), Kind: s.kind, On: on})
	}
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	p, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: c.ID})
	sh.Window.Resize(fyne.NewSize(shown.Width, 2600))
	shown.Picture(t, sh.Window, "cases-way")
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the page is %v wide", w)
	}
	told.Clean(t)
}

// TestSixtySteps: a long case with long names stays as wide as the page.
func TestSixtySteps(t *testing.T) {
	d := shown.Empty(t, now)
	long := strings.Repeat("澄河区梧桐苑小区消防通道", 4)[:3*40]
	if _, err := d.SavePerson(t.Context(), hearing.Person{ID: "p", Name: long}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SaveOrganisation(t.Context(), hearing.Organisation{ID: "o", Name: long, Kind: hearing.Agency}); err != nil {
		t.Fatal(err)
	}
	c := hearing.Case{ID: "c", Cause: long, Type: hearing.CivilPublicInterest}
	for i := range 60 {
		c.Steps = append(c.Steps, hearing.Step{ID: hearing.ID(fmt.Sprintf("s%d", i)), Kind: hearing.StepKinds[i%len(hearing.StepKinds)],
			On: calendar.NewDate(2023, 12, 31).AddDays(-i), Person: "p", Organisation: "o", Note: long})
	}
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	p, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: "c"})
	sh.Window.Resize(fyne.NewSize(shown.Width, 3200))
	shown.Picture(t, sh.Window, "cases-sixty-steps")
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the page is %v wide", w)
	}
	told.Clean(t)
}
