package rules_test

import (
	"testing"

	"hearingdesk/hearing"
)

// TestTheGate is what has to be there before a recommendation goes further.
func TestTheGate(t *testing.T) {
	d := newDesk(t)
	urged, ended := step(hearing.Urged, "2023-09-20"), step(hearing.ReviewEnded, "2023-10-20")
	visited := served(advice("2023-07-28"), "2023-07-31")
	visited.Visits = []hearing.Visit{{ID: "v", On: day("2023-10-09")}}
	for _, c := range []struct {
		name  string
		steps []hearing.Step
		paper hearing.Instrument
		on    string
		want  string
	}{
		{"everything is there", []hearing.Step{urged, ended}, served(advice("2023-07-28"), "2023-07-31"), "2023-10-25", ""},
		{"a visit is as good as urging", []hearing.Step{ended}, visited, "2023-10-25", ""},
		{"on the last day of the reply", []hearing.Step{urged, ended}, served(advice("2023-07-28"), "2023-07-31"), "2023-10-07", "block ESCALATE.due"},
		{"the day after", []hearing.Step{urged, ended}, served(advice("2023-07-28"), "2023-07-31"), "2023-10-08", ""},
		{"not served", []hearing.Step{urged, ended}, served(advice("2023-07-28"), ""), "2023-10-25", "block ESCALATE.unserved"},
		{"neither urged nor visited", []hearing.Step{ended}, served(advice("2023-07-28"), "2023-07-31"), "2023-10-25", "block ESCALATE.urged"},
		{"without the report", []hearing.Step{urged}, served(advice("2023-07-28"), "2023-07-31"), "2023-10-25", "block ESCALATE.report"},
		{"the review is suspended", []hearing.Step{urged, ended, step(hearing.PauseBegan, "2023-09-01")}, served(advice("2023-07-28"), "2023-07-31"), "2023-10-25", "block ESCALATE.paused"},
	} {
		f := with(kase(hearing.AdminPublicInterest, c.steps...), c.paper)
		if got := codes(d.table.Gate(f, "i", d.days, at(c.on+" 09:00"), "zh")); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	sued := step(hearing.SuitBrought, "2023-10-25")
	sued.Instrument = "i"
	f := with(kase(hearing.AdminPublicInterest, sued), served(advice("2023-07-28"), "2023-07-31"))
	equal(t, "sued without any of it", d.of(f, "ESCALATE", day("2023-10-26")), []string{"block urged ", "block report "})
}
