package people_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/people"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestTwoRecordsOfOne walks from the list to the two records, chooses, and merges
// them.
func TestTwoRecordsOfOne(t *testing.T) {
	d := shown.Examples(t, now)
	was, err := d.Person(t.Context(), "p-chenhong")
	if err != nil {
		t.Fatal(err)
	}
	twin := was
	twin.ID, twin.Version, twin.Phone, twin.Title, twin.Specialties = "p-zchen", 0, "13903504417", "高级工程师", []string{"电气"}
	twin.Note = strings.Repeat("长的备注。", 40)
	if _, err := d.SavePerson(t.Context(), twin); err != nil {
		t.Fatal(err)
	}
	sh, told := page(t, d, shell.Place{Kind: shell.People})
	if !shown.Reads(sh.Window, "可能重复 1") {
		t.Fatal("the twin is not offered")
	}
	shown.Picture(t, sh.Window, "people-twin")
	p := people.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.People, Tab: "twins"})
	if !shown.Reads(sh.Window, "姓名、出生日期相同") {
		t.Error("it is not said why")
	}
	shown.Picture(t, sh.Window, "people-twins")
	shown.Press(t, sh.Window, "比较、合并")
	if !shown.Reads(sh.Window, "139****4417") || shown.Reads(sh.Window, "13903504417") {
		t.Error("the telephone is not masked")
	}
	shown.Picture(t, sh.Window, "people-compare")
	shown.Press(t, sh.Window, "合并")
	got, err := d.Person(t.Context(), "p-chenhong")
	if err != nil {
		t.Fatal(err)
	}
	if got.Phone != "13903504417" || got.Title != was.Title || got.Note != twin.Note || !strings.HasSuffix(strings.Join(got.Specialties, " "), "电气") {
		t.Errorf("merged %+v", got)
	}
	if to := told.Went[len(told.Went)-1]; to.ID != "p-chenhong" {
		t.Errorf("then shows %v", to)
	}
	p.Show(shell.Place{Kind: shell.People, Tab: "people", ID: "p-chenhong"})
	if !shown.Reads(sh.Window, "（合并前的另一条）") {
		t.Error("the log does not show the other record")
	}
	sh.Window.Resize(fyne.NewSize(shown.Width, 1400))
	shown.Picture(t, sh.Window, "people-merged")
}

// TestNotTheSame tells two apart, who are not offered again.
func TestNotTheSame(t *testing.T) {
	d := shown.Empty(t, now)
	for i := range 3 {
		who := hearing.Person{ID: hearing.ID(fmt.Sprintf("p%d", i)), Name: "阿卜杜热合曼·艾合买提江·图尔荪", Phone: "139"}
		if _, err := d.SavePerson(t.Context(), who); err != nil {
			t.Fatal(err)
		}
	}
	sh, told := page(t, d, shell.Place{Kind: shell.People, Tab: "twins"})
	for left := 3; left > 0; left-- {
		if !shown.Reads(sh.Window, fmt.Sprintf("可能重复 %d", left)) {
			t.Fatalf("not %d pairs", left)
		}
		if left == 3 {
			shown.Picture(t, sh.Window, "people-twins-three")
		}
		shown.Press(t, sh.Window, "不是同一个")
	}
	if !shown.Reads(sh.Window, "没有看起来重复的人员或单位") {
		t.Error("a pair is still offered")
	}
	shown.Picture(t, sh.Window, "people-twins-none")
	told.Clean(t)
}

// TestAnOfficerWithEverything fills what few people are, and sees it in English.
func TestAnOfficerWithEverything(t *testing.T) {
	d := shown.Empty(t, now)
	on := func(s string) calendar.Date {
		day, err := calendar.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return day
	}
	who := hearing.Person{ID: "p", Name: "䶮㛃𬱖", Pool: hearing.PoolActive, PoolSource: hearing.PoolRecommended, Class: hearing.ClassExpert, TermBegins: on("2023-01-01"), TermEnds: on("2027-12-31"),
		PoolChanges:  []hearing.PoolChange{{On: on("2023-03-01"), Status: hearing.PoolSuspended, Reason: "长期出国"}, {On: on("2023-06-01"), Status: hearing.PoolActive, Reason: "回国"}},
		Certificates: []hearing.Certificate{{Kind: "高级工程师", Number: "GG-2019-007", Until: on("2029-12-31")}},
		Supervisor:   hearing.Appointment{Number: "监督2021-18", By: "云岭市司法局", From: on("2021-07-01"), Until: on("2026-06-30")},
		Aide:         hearing.Appointment{Number: "聘2022-3", Field: "生态环境"}, Press: hearing.Appointment{Number: "K000"}, Volunteer: "V7", Helps: "水环境"}
	if _, err := d.SavePerson(t.Context(), who); err != nil {
		t.Fatal(err)
	}
	sh, told := page(t, d, shell.Place{Kind: shell.People, ID: "p"})
	sh.Window.Resize(fyne.NewSize(shown.Width, 1500))
	shown.Picture(t, sh.Window, "people-everything")
	if !shown.Reads(sh.Window, "今天：在库") {
		t.Error("the standing of today is not said")
	}
	shown.Type(t, sh.Window, "聘期至", "")
	told.Clean(t)
}
