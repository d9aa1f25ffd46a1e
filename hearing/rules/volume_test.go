package rules_test

import (
	"errors"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
)

const ownVolume = `"volumes": [{"name":"正卷","en":"Main","title":"本院规定","basis":"b","house":true,"rows":[{"paper":"16"},{"code":"map","zh":"现场图","en":"Map","needs":"print"}]}]`

func TestAnOfficeOrdersItsOwnVolumes(t *testing.T) {
	d := newDesk(t)
	own, err := d.table.With(officeFile(ownVolume))
	if err != nil {
		t.Fatal(err)
	}
	on := calendar.NewDate(2023, 7, 18)
	if v := own.Volumes(on); len(v) != 2 || v[0].Name != "正卷" || len(v[0].Rows) != 2 || v[0].Rows[1].Code != "map" || v[1].Name != "内卷" {
		t.Errorf("the volumes are %+v", v)
	}
	if v := d.table.Volumes(on); len(v) != 2 || len(v[0].Rows) < 20 {
		t.Errorf("the program's are %+v", v)
	}
	if v := d.table.Volumes(calendar.Date{}); len(v) != 2 {
		t.Errorf("without a day they are %+v", v)
	}
	if v := d.table.Volumes(calendar.NewDate(2010, 1, 1)); len(v) != 0 {
		t.Errorf("in 2010 they are %+v", v)
	}
}

func TestVolumesThatCannotBe(t *testing.T) {
	d := newDesk(t)
	head := `"volumes": [{"name":"正卷","en":"Main","title":"t","basis":"b","rows":[`
	for _, c := range []struct{ name, line, code, path string }{
		{"no rows", head + `]}]`, rules.BadRequired, "volumes[0].rows"},
		{"a row of nothing", head + `{}]}]`, rules.BadRequired, "volumes[0].rows[0].paper"},
		{"a paper and a material", head + `{"paper":"16","code":"map"}]}]`, rules.BadValue, "volumes[0].rows[0].code"},
		{"a material without a name", head + `{"code":"map"}]}]`, rules.BadRequired, "volumes[0].rows[0].zh"},
		{"twice", head + `{"paper":"16"},{"paper":"16"}]}]`, rules.BadDuplicate, "volumes[0].rows[1]"},
		{"an unknown need", head + `{"paper":"16","needs":"seal"}]}]`, rules.BadValue, "volumes[0].rows[0].needs"},
		{"a recording of a paper", head + `{"paper":"16","needs":"recording"}]}]`, rules.BadValue, "volumes[0].rows[0].needs"},
		{"an unknown occasion", head + `{"code":"map","zh":"z","en":"e","when":"rain"}]}]`, rules.BadValue, "volumes[0].rows[0].when"},
	} {
		_, err := d.table.With(officeFile(c.line))
		var faults rules.FileErrors
		if !errors.As(err, &faults) || faults[0].Code != c.code || faults[0].Path != c.path {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestTheArchiveAsksForThePapers has a hearing that is done but for its volume.
func TestTheArchiveAsksForThePapers(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	hearingOf(&p, "h-e1").State = hearing.FedBack
	e, _ := p.Dossier("h-e1", zone)
	missing := []string{"听证笔录", "送达回证"}
	book := rules.NewBook(d.table, d.days).Filing(func(hearing.Dossier) []string { return missing })
	barred := func() bool {
		for _, f := range book.Guard(e, hearing.Archived, at("2023-12-01 09:00"), "zh") {
			if f.Rule == "STEP" && f.Variant == "volume" {
				return f.Severity == hearing.Blocked && f.Text == "还有2份材料没有归入案卷，如：听证笔录。请归入扫描件，或写明免附理由。"
			}
		}
		return false
	}
	if !barred() {
		t.Error("the archive does not ask for the papers")
	}
	missing = nil
	if barred() {
		t.Error("the archive asks for papers that are there")
	}
}
