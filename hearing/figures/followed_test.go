package figures_test

import (
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
)

// TestWhatFollowedIsCounted counts a recommendation on two units: one is done and
// struck off, the other fell back; and the clues and patrols of the year.
func TestWhatFollowedIsCounted(t *testing.T) {
	day := func(m time.Month, d int) calendar.Date { return calendar.NewDate(2023, m, d) }
	at := func(m time.Month, d int) time.Time { return time.Date(2023, m, d, 10, 0, 0, 0, time.UTC) }
	visit := func(id hearing.ID, on calendar.Date, unit hearing.ID, s hearing.ItemState) hearing.Visit {
		return hearing.Visit{ID: id, On: on, Units: []hearing.ID{unit}, LookBack: s == hearing.Relapsed, Found: []hearing.Found{{Item: 1, State: s}}}
	}
	strike := func(id, unit hearing.ID) hearing.Closure {
		return hearing.Closure{ID: id, On: day(5, 1), Item: 1, Unit: unit, Proof: "照片", Handler: "p", Head: "q"}
	}
	p := hearing.Package{
		Cases: []hearing.Case{{ID: "c", Cause: "督促整治案", Type: hearing.AdminPublicInterest}},
		Instruments: []hearing.Instrument{{ID: "i", Case: "c", Kind: hearing.Recommendation, Items: []string{"整治"},
			Deliveries: []hearing.Delivery{{ID: "d1", Organisation: "o-1", ServedAt: at(2, 1)}, {ID: "d2", Organisation: "o-2", ServedAt: at(2, 1)}},
			Visits:     []hearing.Visit{visit("v1", day(4, 1), "o-1", hearing.Mended), visit("v2", day(4, 2), "o-2", hearing.Mended), visit("v3", day(8, 1), "o-2", hearing.Relapsed)},
			Closures:   []hearing.Closure{strike("k1", "o-1"), strike("k2", "o-2")}}},
		Clues: []hearing.Clue{{ID: "l1", Source: hearing.SourceHotline, CameOn: day(1, 5), State: hearing.ClueFiled, Cases: []hearing.ID{"c"}},
			{ID: "l2", Source: hearing.SourceVolunteer, CameOn: day(1, 6), State: hearing.ClueDropped}, {ID: "l3", Source: hearing.SourceHotline, CameOn: calendar.NewDate(2022, 12, 31)}},
		Patrols: []hearing.Patrol{{ID: "r", Visits: []hearing.PatrolVisit{{ID: "a", On: day(3, 1), Findings: []hearing.PatrolFinding{{ID: "f"}, {ID: "g"}}}, {ID: "b", On: day(4, 1), Skipped: "大雪"}}}},
	}
	r := figures.Counter{Days: &calendar.Calendar{}, Zone: time.UTC, At: at(12, 1)}.Count(p, day(1, 1), day(12, 31))
	for name, c := range map[string][2]int{
		"served": {r.Recommendations.N, 2}, "rectified": {r.Rectified.N, 1}, "relapsed": {r.Relapsed.N, 1}, "visits": {r.Visits.N, 3}, "look backs": {r.LookBacks.N, 1},
		"clues": {r.Clues.N, 2}, "struck off": {r.StruckOff.N, 1}, "filed": {r.CluesFiled.N, 1}, "dropped": {r.CluesDropped.N, 1}, "patrols": {r.Patrols.N, 1}, "findings": {r.PatrolFindings.N, 2},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %d, want %d", name, c[0], c[1])
		}
	}
	for name, c := range map[string]struct{ rows, want []hearing.ID }{
		"clues": {r.Clues.Clues, []hearing.ID{"l1", "l2"}}, "by the hotline": {r.ClueSources[0].Figure.Clues, []hearing.ID{"l1"}}, "dropped": {r.CluesDropped.Clues, []hearing.ID{"l2"}},
		"patrols": {r.Patrols.Patrols, []hearing.ID{"r"}}, "findings": {r.PatrolFindings.Patrols, []hearing.ID{"r"}},
	} {
		if !slices.Equal(c.rows, c.want) {
			t.Errorf("behind %s: %v, want %v", name, c.rows, c.want)
		}
	}
	if before := (figures.Counter{Days: &calendar.Calendar{}, Zone: time.UTC, At: at(6, 1)}).Count(p, day(1, 1), day(6, 30)); before.Rectified.N != 2 || before.Relapsed.N != 0 {
		t.Errorf("before it fell back: %d done, %d relapsed", before.Rectified.N, before.Relapsed.N)
	}
}
