package rules_test

import (
	"fmt"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
	"hearingdesk/hearing/rules"
)

// poolOf is the dossier of E1 with everybody who is in the pool.
func poolOf(d desk, p hearing.Package) hearing.OfficerPool {
	out := hearing.OfficerPool{}
	out.Dossier, _ = p.Dossier(e1, zone)
	for _, who := range p.People {
		if who.Pool != "" {
			out.Members = append(out.Members, who.ID)
		}
	}
	d.t.Logf("%d in the pool", len(out.Members))
	return out
}

// TestFitSaysWhatTheCheckSays puts each member of the pool among the officers in
// turn: what the check then says is what fit said before.
func TestFitSaysWhatTheCheckSays(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	book := rules.NewBook(d.table, d.days)
	now := at("2023-07-10 09:00")
	base := planned(&p)
	base.Participants = slices.DeleteFunc(base.Participants, func(p hearing.Participant) bool { return p.Role == hearing.Officer })
	pool := poolOf(d, p)
	pool.Dossier.Earlier = map[hearing.ID]int{"p-wangyan": 7}
	pool.Dossier.EarlierStage = map[hearing.ID]bool{"p-zhou": true}
	fit := book.Fit(pool, now, "zh")
	said := 0
	for _, id := range pool.Members {
		one := pool.Dossier
		h := *base
		h.Participants = append(slices.Clone(base.Participants), hearing.Participant{ID: "candidate", Role: hearing.Officer, Person: id})
		one.Hearing = &h
		var want []string
		for _, f := range book.Check(one, now, "zh") {
			if f.Participant == "candidate" && f.Rule != "R10" && f.Rule != "DL01" && f.Rule != "STEP" {
				want = append(want, fmt.Sprint(f.Severity, f.Rule, f.Text))
			}
		}
		var got []string
		for _, f := range fit[id] {
			got = append(got, fmt.Sprint(f.Severity, f.Rule, f.Text))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: fit says %q, the check %q", id, got, want)
		}
		said += len(got)
	}
	if said < 5 {
		t.Errorf("only %d findings", said)
	}
}

// TestAnOutsiderIsNotDrawn: approval of an officer from outside lets a person
// serve who is asked, and nobody be drawn who has left the pool.
func TestAnOutsiderIsNotDrawn(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	h := planned(&p)
	h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveOutsider, By: "p-shen", On: day("2023-07-07")})
	personOf(&p, "p-zhou").Pool = hearing.PoolEnded
	fit := rules.NewBook(d.table, d.days).Fit(poolOf(d, p), at("2023-07-10 09:00"), "zh")
	if !slices.ContainsFunc(fit["p-zhou"], func(f hearing.Finding) bool { return f.Rule == "R9" && f.Severity == hearing.Blocked }) {
		t.Errorf("%+v", fit["p-zhou"])
	}
}

func TestAForgedDrawIsSaid(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	h := planned(&p)
	made, err := draw.Make(hearing.Draw{ID: "d", At: at("2023-07-10 09:00"), Operator: "许晚", Witness: "吴敏", Day: calendar.NewDate(2023, 7, 18), Officers: 1,
		Pool: []hearing.DrawCandidate{{Person: "a", Name: "甲"}, {Person: "b", Name: "乙"}}, Seed: "1", SeedSource: hearing.SeedPublic})
	if err != nil {
		t.Fatal(err)
	}
	h.Draws = []hearing.Draw{made}
	const forged = "block DRAW 2023-07-10的听证员抽选记录与重算结果不一致（正选）"
	compare(t, d.check(p, e1, "2023-07-11 09:00"), nil, []string{"DRAW"})
	h.Draws[0].Drawn[0] = 3 - h.Draws[0].Drawn[0]
	compare(t, d.check(p, e1, "2023-07-11 09:00"), []string{forged}, nil)
	h.Draws[0].Void = &hearing.DrawVoid{On: day("2023-07-11"), By: "林知远", Reason: "名单有误"}
	compare(t, d.check(p, e1, "2023-07-11 09:00"), nil, []string{"DRAW"})
}
