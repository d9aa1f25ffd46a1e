package rules_test

import (
	"testing"

	"hearingdesk/hearing"
)

// fixCases are plans of E1 with one fault.
var fixCases = []struct {
	name   string
	change func(*hearing.Package, *hearing.Hearing)
	rule   string // as rule.variant
	want   hearing.Fix
	mends  bool // one change of the record
}{
	{"not approved", func(_ *hearing.Package, h *hearing.Hearing) { h.Approvals = h.Approvals[1:] }, "ART4.missing", hearing.Fix{Kind: hearing.FixApproval, Value: "hearing"}, true},
	{"no venue", func(_ *hearing.Package, h *hearing.Hearing) { h.Room = "r-chunhui" }, "ART12.", hearing.Fix{Kind: hearing.FixApproval, Value: "venue"}, true},
	{"no stream", func(_ *hearing.Package, h *hearing.Hearing) { h.Approvals = h.Approvals[:1] }, "ART19.", hearing.Fix{Kind: hearing.FixApproval, Value: "stream"}, true},
	{"the chief handles the case", func(p *hearing.Package, _ *hearing.Hearing) { p.Cases[0].Handler = "p-shen" }, "ART13.must", hearing.Fix{Kind: hearing.FixPresider, Value: "p-shen"}, true},
	{"a minor and a stream", func(p *hearing.Package, _ *hearing.Hearing) { p.Cases[0].Minor = true }, "STREAM.minor", hearing.Fix{Kind: hearing.FixStreamOff}, true},
	{"a minor in public", func(p *hearing.Package, _ *hearing.Hearing) { p.Cases[0].Minor = true }, "ART5.public", hearing.Fix{Kind: hearing.FixClose}, true},
	{"observers of a closed hearing", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Openness, h.Participants = hearing.NotOpen, append(h.Participants, hearing.Participant{ID: "o", Role: hearing.Observer})
	}, "CLOSED.observer", hearing.Fix{Kind: hearing.FixRemove, Value: "observer"}, true},
	{"a barred officer, and an alternate", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Participants[0].Person = "p-qian"
		h.Participants = append(h.Participants, alternate("p-he"))
	}, "R2.", hearing.Fix{Kind: hearing.FixPromote, Value: "alt"}, true},
	{"a barred officer, and an alternate of a party agency", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Participants[0].Person = "p-qian"
		h.Participants = append(h.Participants, alternate("p-sun"))
	}, "R2.", hearing.Fix{Kind: hearing.FixRemove}, true},
	{"two officers, and no alternate", func(_ *hearing.Package, h *hearing.Hearing) { h.Participants = h.Participants[3:] }, "N37.few", hearing.Fix{Kind: hearing.FixInvite, Value: "officer"}, false},
	{"two officers, and an alternate", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Participants = append(h.Participants[3:], alternate("p-he"))
	}, "N37.few", hearing.Fix{Kind: hearing.FixPromote, Value: "alt"}, true},
	{"no supervisor", func(p *hearing.Package, h *hearing.Hearing) {
		p.Cases[0].Type = hearing.AdminSupervision
		h.Participants[5].Role = hearing.Resident
	}, "SUPERVISOR.a6", hearing.Fix{Kind: hearing.FixInvite, Value: "supervisor"}, false},
	{"no declaration", func(_ *hearing.Package, h *hearing.Hearing) { h.Participants[0].Declared = nil }, "R10.missing", hearing.Fix{Kind: hearing.FixDeclaration}, true},
	{"not told", func(_ *hearing.Package, h *hearing.Hearing) { h.Participants[0].Told = nil }, "DL01.missing", hearing.Fix{Kind: hearing.FixTell}, false},
	{"not posted", func(_ *hearing.Package, h *hearing.Hearing) { h.Notice = hearing.PublicNotice{} }, "DL02.missing", hearing.Fix{Kind: hearing.FixPrint, Value: "06"}, false},
	{"no table of holidays", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Start, h.End = at("2030-07-18 09:00"), at("2030-07-18 10:00")
	}, "YEAR.", hearing.Fix{Kind: hearing.FixHolidays, Value: "2030"}, false},
}

// TestFixes holds what is offered to mend a finding, and that it does.
func TestFixes(t *testing.T) {
	for _, c := range fixCases {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := planned(&p)
			c.change(&p, h)
			f, ok := d.find(p, c.rule)
			if !ok {
				t.Fatalf("no finding %s in\n%s", c.rule, d.check(p, e1, "2023-07-17 12:00"))
			}
			if f.Fix != c.want {
				t.Errorf("the fix is %+v, want %+v", f.Fix, c.want)
			}
			fixed, done := h.Fixed(f, "p-shen", day("2023-07-17"))
			if done != c.mends {
				t.Errorf("done: %v", done)
			}
			if *h = fixed; done {
				if g, still := d.find(p, c.rule); still && g.Participant == f.Participant && g.Text == f.Text {
					t.Errorf("it says still: %s", g.Text)
				}
			}
		})
	}
}

func alternate(who hearing.ID) hearing.Participant {
	return hearing.Participant{ID: "alt", Role: hearing.Officer, Person: who, Alternate: true, Declared: &hearing.Declaration{On: day("2023-07-11")}}
}

// find is the first finding of a rule on the day before E1.
func (d desk) find(p hearing.Package, rule string) (hearing.Finding, bool) {
	dossier, _ := p.Dossier(e1, zone)
	for _, f := range d.table.Check(dossier, d.days, at("2023-07-17 12:00"), "zh") {
		if f.Rule+"."+f.Variant == rule {
			return f, true
		}
	}
	return hearing.Finding{}, false
}
