package rules_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
)

// TestNumbersThatAreTypedIn compares numbers with the form that published papers
// have, and with each other.
func TestNumbersThatAreTypedIn(t *testing.T) {
	d := newDesk(t)
	said := func(doubles []hearing.Double, numbers ...string) string {
		f := hearing.CaseFile{Case: hearing.Case{ID: "c", Type: hearing.AdminPublicInterest}, Doubles: doubles}
		for i, n := range numbers {
			f.Instruments = append(f.Instruments, hearing.Instrument{ID: hearing.ID([]string{"i1", "i2"}[i]), Kind: hearing.Recommendation, Number: n})
		}
		var out []string
		for _, x := range d.table.CheckCase(f, d.days, at("2023-07-29 09:00"), "zh") {
			if x.Rule == "NUMBER" {
				out = append(out, string(x.Instrument)+" "+x.Variant+" "+x.Args["other"])
			}
		}
		return strings.Join(out, ", ")
	}
	for number, want := range map[string]string{
		"临兰检刑不诉〔2014〕60号": "", "吴堡检刑不诉〔2023〕9号": "", "澄检行公建〔2023〕11号": "", "澄检行公建〔2023〕11号之一": "", "": "",
		"澄检行公建〔2023〕011号": "i1 form ", "澄检行公建[2023]11号": "i1 form ", "澄检行公建〔2023〕第11号": "i1 form ", "检建〔2023〕1号": "i1 form ", "澄检行公建〔2023〕号": "i1 form ",
	} {
		if got := said(nil, number); got != want {
			t.Errorf("%q: %q", number, got)
		}
	}
	if got := said(nil, "澄检行公建〔2023〕11号", "澄检行公建〔2023〕11号"); got != "i2 twice 检察建议书" {
		t.Errorf("twice in a case: %q", got)
	}
	if got := said([]hearing.Double{{Number: "澄检行公建〔2023〕12号", Cause: "某案"}}, "澄检行公建〔2023〕11号", "澄检行公建〔2023〕12号"); got != "i2 twice 某案" {
		t.Errorf("twice on the desk: %q", got)
	}
}
