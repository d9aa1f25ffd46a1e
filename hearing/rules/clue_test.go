package rules_test

import (
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
)

// TestAClueWaitsForADecision: thirty days after 2023-05-12 is Sunday 2023-06-11,
// so that the Monday is the last day.
func TestAClueWaitsForADecision(t *testing.T) {
	d := newDesk(t)
	open := hearing.Clue{ID: "q", Source: hearing.SourceHotline, CameOn: day("2023-05-12"), State: hearing.ClueAssessing, Text: "楼道停车"}
	dropped := open
	dropped.State, dropped.DecidedOn, dropped.Reason = hearing.ClueDropped, day("2023-06-05"), "已经整改"
	told, own := dropped, dropped
	told.ToldOn, own.Source = day("2023-06-06"), hearing.SourceData
	for _, c := range []struct {
		name string
		clue hearing.Clue
		at   string
		want []string
	}{
		{"new", open, "2023-05-12", []string{"info CLUE.due 2023-06-12"}},
		{"the last day", open, "2023-06-12", []string{"info CLUE.due 2023-06-12"}},
		{"a day late", open, "2023-06-13", []string{"warn CLUE.late 2023-06-12"}},
		{"dropped", dropped, "2023-06-15", []string{"info CLUE.told-due 2023-06-15"}},
		{"dropped, and nobody told", dropped, "2023-06-16", []string{"warn CLUE.told-late 2023-06-15"}},
		{"told", told, "2024-06-16", nil},
		{"nobody waits for an answer", own, "2024-06-16", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range rules.NewBook(d.table, d.days).CheckClue(hearing.Office{}, c.clue, day(c.at).In(zone), "zh") {
				got = append(got, string(f.Severity)+" "+f.Rule+"."+f.Variant+" "+f.Due.String())
				if f.Clue != "q" {
					t.Errorf("the finding is of clue %q", f.Clue)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestAPatrolIsDueOrMissed: a monthly one from 2023-01-10, of which the first
// visit was made. The tenth of June is a Saturday.
func TestAPatrolIsDueOrMissed(t *testing.T) {
	d := newDesk(t)
	p := hearing.Patrol{ID: "x", Title: "澄河联合巡查", Rhythm: hearing.Monthly, From: day("2023-01-10"), Visits: []hearing.PatrolVisit{{ID: "1", For: day("2023-01-10"), On: day("2023-01-12")}}}
	whole := p
	for _, on := range []string{"2023-02-10", "2023-03-10", "2023-04-10", "2023-05-10"} {
		whole.Visits = append(whole.Visits, hearing.PatrolVisit{ID: hearing.ID(on), For: day(on), On: day(on)})
	}
	ended := whole
	ended.Until = day("2023-05-31")
	for _, c := range []struct {
		name   string
		patrol hearing.Patrol
		at     string
		want   []string
	}{
		{"the next", p, "2023-01-13", []string{"info PATROL.due 2023-02-10"}},
		{"on the day", p, "2023-02-10", []string{"info PATROL.due 2023-02-10"}},
		{"a day late", p, "2023-02-11", []string{"warn PATROL.late 2023-02-10"}},
		{"two missed", p, "2023-04-11", []string{"warn PATROL.missed 2023-02-10", "warn PATROL.missed 2023-03-10", "warn PATROL.late 2023-04-10"}},
		{"a Saturday", whole, "2023-06-01", []string{"info PATROL.due 2023-06-10"}},
		{"ended", ended, "2023-06-20", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range rules.NewBook(d.table, d.days).CheckPatrol(hearing.Office{}, c.patrol, day(c.at).In(zone), "zh") {
				got = append(got, string(f.Severity)+" "+f.Rule+"."+f.Variant+" "+f.Due.String())
				if c.name == "a Saturday" && f.Advise != day("2023-06-09") {
					t.Errorf("advised by %s", f.Advise)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
