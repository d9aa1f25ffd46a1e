package form_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/form"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-06-20 09:00"

func TestReadPartial(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "1985": "1985", "１９８５年": "1985", "1985-3": "1985-03", "1985.03": "1985-03", "198503": "1985-03",
		"1985年3月12日": "1985-03-12", "1985/3/2": "1985-03-02", "19850312": "1985-03-12",
		"85": "error", "1985-13": "error", "1985-02-30": "error", "八五年": "error",
	} {
		p, err := form.ReadPartial(typed)
		got := p.String()
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}

// people shows a form of a person with one control of each kind.
func people(t *testing.T, d *storage.Desk) (*form.Form[hearing.Person], *shell.Shell, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	f := form.New(sh, edit.New(sh.Work, d, edit.Source[hearing.Person]{Load: d.Person, Save: d.SavePerson,
		Version: func(p *hearing.Person) *hearing.Version { return &p.Version }}))
	bars := form.NewList(f, "bars", func(p *hearing.Person) *[]hearing.Bar { return &p.Bars }, nil, func(e *form.Element[hearing.Person, hearing.Bar]) fyne.CanvasObject {
		return container.NewVBox(e.Text("note", "说明", "", func(p *hearing.Person) *string { return &e.At(p).Note }), e.Remove())
	})
	shown.Show(sh, container.NewVBox(f.Bar(),
		f.Text("name", "姓名", "", func(p *hearing.Person) *string { return &p.Name }),
		f.Partial("born", "出生日期", func(p *hearing.Person) *calendar.Partial { return &p.Born }),
		f.Date("term_ends", "聘期至", func(p *hearing.Person) *calendar.Date { return &p.TermEnds }),
		f.Words("specialties", "专长", "", func(p *hearing.Person) *[]string { return &p.Specialties }),
		f.Pick("organisation", "单位", "", form.ToOrganisation(d, sh.NewID, hearing.OtherBody), sh.Fail, func(p *hearing.Person) *hearing.ID { return &p.Organisation }),
		bars.Box))
	return f, sh, told
}

func TestWhatIsTypedIsInTheFile(t *testing.T) {
	d := shown.Empty(t, now)
	f, sh, told := people(t, d)
	f.Editor.Begin(hearing.Person{ID: "p1", Bars: []hearing.Bar{{Kind: hearing.BarOther}, {Kind: hearing.BarOther}}})
	shown.Type(t, sh.Window, "姓名", "陈𬭎")
	shown.Type(t, sh.Window, "出生日期", "1985年3月")
	shown.Type(t, sh.Window, "聘期至", "2026年6月30日")
	shown.Type(t, sh.Window, "专长", "消防、给排水，")
	shown.Type(t, sh.Window, "说明", "查无此事")
	p, err := d.Person(t.Context(), "p1")
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "陈𬭎" || p.Born.String() != "1985-03" || p.TermEnds.String() != "2026-06-30" || strings.Join(p.Specialties, "|") != "消防|给排水" || p.Bars[0].Note != "查无此事" {
		t.Errorf("stored %+v", p)
	}
	if told.Saving != shell.AllSaved || len(told.Failed) > 0 {
		t.Errorf("saving %v, failed %v", told.Saving, told.Failed)
	}
}

// TestHalfADateIsKept: what is no value yet is not stored, not lost, and shown
// to the next who opens the record.
func TestHalfADateIsKept(t *testing.T) {
	d := shown.Empty(t, now)
	f, sh, _ := people(t, d)
	f.Editor.Begin(hearing.Person{ID: "p1", Name: "陈𬭎"})
	shown.Type(t, sh.Window, "聘期至", "2026-0")
	shown.Type(t, sh.Window, "出生日期", "八五")
	for _, wrong := range []string{"这不是日期", "请写成 1985"} {
		if !shown.Reads(sh.Window, wrong) {
			t.Errorf("nothing says %q", wrong)
		}
	}
	again, sh2, _ := people(t, d)
	again.Editor.Open(hearing.NounPerson, "p1")
	shown.Type(t, sh2.Window, "聘期至", "6-30")
	for _, wrong := range []string{"这不是日期"} {
		if shown.Reads(sh2.Window, wrong) {
			t.Errorf("still says %q", wrong)
		}
	}
	if p, err := d.Person(t.Context(), "p1"); err != nil || p.TermEnds.String() != "2026-06-30" {
		t.Errorf("stored %v %v", p.TermEnds, err)
	}
	if !again.Editor.TakeBack() || shown.Reads(sh2.Window, "请写成 1985") {
		t.Error("the half date of birth is not taken back")
	}
}

func TestAFaultStandsAtItsField(t *testing.T) {
	d := shown.Empty(t, now)
	f, sh, told := people(t, d)
	f.Editor.Begin(hearing.Person{ID: "p1"})
	if !shown.Reads(sh.Window, "填写姓名后自动保存") || told.Saving != shell.NotSaved || len(told.Lacks) != 1 || told.Lacks[0] != "姓名" {
		t.Error("nothing says that the name is missing")
	}
	f.Editor.Change("name", func(p *hearing.Person) { p.Name = strings.Repeat("长", hearing.MaxName+1) })
	if !shown.Reads(sh.Window, "姓名：太长，最多 200") {
		t.Error("the fault is not said, or not by the field's label")
	}
	f.Editor.Change("name", func(p *hearing.Person) { p.Name = "陈𬭎" })
	if shown.Reads(sh.Window, "太长") || told.Saving != shell.AllSaved {
		t.Error("the fault stays")
	}
}

// TestTwoWindowsAsk: neither overwrites the other.
func TestTwoWindowsAsk(t *testing.T) {
	d := shown.Empty(t, now)
	mine, sh, _ := people(t, d)
	mine.Editor.Begin(hearing.Person{ID: "p1", Name: "陈𬭎"})
	p, err := d.Person(t.Context(), "p1")
	if err != nil {
		t.Fatal(err)
	}
	p.Name = "陈宏"
	if _, err := d.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	mine.Editor.Change("name", func(p *hearing.Person) { p.Name = "陈虹" })
	if !shown.Reads(sh.Window, "另一个窗口也改了同一处") || !shown.Reads(sh.Window, "我的“陈虹”，对方的“陈宏”") {
		t.Fatal("nothing is asked, or not with both")
	}
	shown.Press(t, sh.Window, "用我的")
	if p, _ := d.Person(t.Context(), "p1"); p.Name != "陈虹" || shown.Reads(sh.Window, "另一个窗口") {
		t.Errorf("stored %q", p.Name)
	}
}

// TestANameThatNobodyHasIsMade: Enter makes an organisation of the name.
func TestANameThatNobodyHasIsMade(t *testing.T) {
	d := shown.Empty(t, now)
	f, sh, told := people(t, d)
	f.Editor.Begin(hearing.Person{ID: "p1", Name: "陈𬭎"})
	shown.Type(t, sh.Window, "单位", "澄河区园林局")
	shown.Enter(t, sh.Window, "单位")
	p, err := d.Person(t.Context(), "p1")
	if err != nil {
		t.Fatal(err)
	}
	o, err := d.Organisation(t.Context(), p.Organisation)
	if err != nil || o.Name != "澄河区园林局" || len(told.Failed) > 0 {
		t.Errorf("made %+v, %v, %v", o, err, told.Failed)
	}
	f.Editor.Begin(hearing.Person{ID: "p2", Name: "方正"})
	if shown.Text(t, sh.Window, "单位") != "" {
		t.Error("the last person's organisation stands in the next one's form")
	}
}

func TestKindOf(t *testing.T) {
	for name, want := range map[string]hearing.OrganisationKind{
		"澄河区园林局": hearing.Agency, "云岭市澄河区望江街道办事处": hearing.Agency, "澄河区消防救援大队": hearing.Agency, "澄河区住房和城乡建设委员会": hearing.Agency,
		"春晖社区居民委员会": hearing.Community, "云岭市澄河公证处": hearing.NotaryOffice, "云岭清源律师事务所": hearing.LawFirm, "梧桐物业有限公司": hearing.Company,
		"云岭市人民检察院": hearing.Procuratorate, "梧桐苑业主大会": hearing.OtherBody,
	} {
		if got := form.KindOf(name, hearing.OtherBody); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}
