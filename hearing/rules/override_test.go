package rules_test

import (
	"testing"

	"hearingdesk/hearing"
)

// TestOverrides approves that eight officers sit, that nobody of the street
// office is told, and what else is not to be approved.
func TestOverrides(t *testing.T) {
	seven := hearing.Override{Rule: "N37", Variant: "many", By: "p-shen", On: day("2023-07-10"), Reason: "案件重大，需要多方面的专业意见"}
	with := func(change func(*hearing.Override)) hearing.Override {
		o := seven
		change(&o)
		return o
	}
	for _, c := range []struct {
		name string
		o    hearing.Override
		now  string
		want []string
		not  []string
	}{
		{"approved", seven, "2023-07-11 09:00", []string{"info N37 听证员有8人，超过七人"}, []string{"block N37", "OVERRIDE"}},
		{"approved on the day", with(func(o *hearing.Override) { o.On = day("2023-07-18") }), "2023-07-18 08:00", []string{"info N37"}, []string{"OVERRIDE"}},
		{"approved tomorrow", with(func(o *hearing.Override) { o.On = day("2023-07-12") }), "2023-07-11 09:00", []string{"block N37", "warn OVERRIDE N37的例外批准于2023-07-12作出，晚于"}, nil},
		{"approved after the day", with(func(o *hearing.Override) { o.On = day("2023-07-19") }), "2023-07-20 09:00", []string{"block N37", "warn OVERRIDE"}, nil},
		{"no reason", with(func(o *hearing.Override) { o.Reason = "" }), "2023-07-11 09:00", []string{"block N37", "warn OVERRIDE N37的例外批准没有写明"}, nil},
		{"nobody", with(func(o *hearing.Override) { o.By = "" }), "2023-07-11 09:00", []string{"block N37", "warn OVERRIDE"}, nil},
		{"another variant", with(func(o *hearing.Override) { o.Variant = "few" }), "2023-07-11 09:00", []string{"block N37"}, []string{"OVERRIDE"}},
		{"a late notice needs a written consent", with(func(o *hearing.Override) { o.Rule, o.Variant, o.Participant = "DL01", "late", "h-e1-a3" }), "2023-07-17 09:00",
			[]string{"block DL01", "warn OVERRIDE DL01不许例外，沈秋白于2023-07-10的例外批准不起作用"}, nil},
		{"a debtor stays barred", with(func(o *hearing.Override) { o.Rule, o.Variant, o.Participant = "R2", "", "h-e1-o1" }), "2023-07-11 09:00", []string{"block R2", "warn OVERRIDE R2"}, nil},
		{"a rule that there is not", with(func(o *hearing.Override) { o.Rule = "R99" }), "2023-07-11 09:00", []string{"warn OVERRIDE R99"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := planned(&p)
			participant(h, "h-e1-a3").Waiver = nil
			h.Participants[0].Person = "p-qian"
			for _, id := range []hearing.ID{"x1", "x2", "x3"} {
				o := h.Participants[1]
				o.ID, o.Person = id, ""
				h.Participants = append(h.Participants, o)
			}
			h.Overrides = []hearing.Override{c.o}
			compare(t, d.check(p, e1, c.now), c.want, c.not)
		})
	}
}

// TestAnOverrideKeepsTheWords holds what a covered finding still says.
func TestAnOverrideKeepsTheWords(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	p.Cases[1].Type = hearing.AdminSupervision
	h := hearingOf(&p, e2)
	h.Overrides = []hearing.Override{{Rule: "SUPERVISOR", Variant: "a6", By: "p-shen", On: day("2023-06-20"), Reason: "司法行政机关未能派出"}}
	dossier, _ := p.Dossier(e2, zone)
	for _, f := range d.table.Check(dossier, d.days, at("2023-06-20 09:00"), "zh") {
		if f.Rule != "SUPERVISOR" {
			continue
		}
		if f.Severity != hearing.Info || f.Was != hearing.Blocked || f.Override == nil || f.Override.By != "p-shen" || f.Text == "" {
			t.Errorf("the finding is %+v", f)
		}
		return
	}
	t.Error("the finding is gone")
}
