package figures_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
)

// TestEventsAddUpToTheFigures holds that whoever turns the events into a table of
// their own gets the report's numbers.
func TestEventsAddUpToTheFigures(t *testing.T) {
	for name, p := range map[string]hearing.Package{"desk": desk(), "office": office()} {
		k := figures.Counter{Days: &calendar.Calendar{}, Zone: zone, At: at("2024-01-16").Start}
		from, to := day("2023-01-01"), day("2023-12-31")
		r := k.Count(p, from, to)
		var sum figures.Event
		events := k.Events(p, from, to)
		for _, e := range events {
			if e.On.Before(from) || e.On.After(to) {
				t.Errorf("%s: %s on %s", name, e.Kind, e.On)
			}
			for _, c := range []struct {
				into *int
				n    int
			}{{&sum.Filed, e.Filed}, {&sum.Sessions, e.Sessions}, {&sum.Cases, e.Cases}, {&sum.CaseSessions, e.CaseSessions}, {&sum.Officers, e.Officers}, {&sum.Supervisors, e.Supervisors},
				{&sum.Chief, e.Chief}, {&sum.OnTheSpot, e.OnTheSpot}, {&sum.Postponed, e.Postponed}, {&sum.Announcements, e.Announcements}, {&sum.Served, e.Served}, {&sum.Announced, e.Announced},
				{&sum.Issued, e.Issued}, {&sum.Recommendations, e.Recommendations}, {&sum.Replied, e.Replied}, {&sum.InTime, e.InTime}, {&sum.Late, e.Late}, {&sum.Overdue, e.Overdue}} {
				*c.into += c.n
			}
		}
		for what, c := range map[string][2]int{
			"filed": {sum.Filed, r.Filed.N}, "held": {sum.Sessions, r.Held.N}, "cases": {sum.Cases, r.Cases.N}, "case-sessions": {sum.CaseSessions, r.CaseSessions.N},
			"officers": {sum.Officers, r.Officers.N}, "supervisors": {sum.Supervisors, r.Supervisors.N + r.AnnouncementSupervisors.N}, "chief": {sum.Chief, r.ByChief.N},
			"on the spot": {sum.OnTheSpot, r.OnTheSpot.N}, "postponed": {sum.Postponed, r.Postponed.N}, "announcements": {sum.Announcements, r.Announcements.N},
			"served": {sum.Served, r.Served.N}, "announced": {sum.Announced, r.Announced.N}, "issued": {sum.Issued, r.Issued.N}, "recommendations": {sum.Recommendations, r.Recommendations.N},
			"replied": {sum.Replied, r.Replied.N}, "in time": {sum.InTime, r.InTime.N}, "late": {sum.Late, r.Late.N}, "overdue": {sum.Overdue, r.Overdue.N},
		} {
			if c[0] != c[1] {
				t.Errorf("%s: %s: the events have %d, the report %d", name, what, c[0], c[1])
			}
		}
	}
}
