package figures_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
)

// office is a desk with people, filings and recommendations, each of which
// counts in one way.
func office() hearing.Package {
	served := func(unit hearing.ID, on, replied string) hearing.Delivery {
		d := hearing.Delivery{Organisation: unit, Mode: hearing.Direct, ServedAt: at(on).Start}
		if replied != "" {
			d.RepliedOn = day(replied)
		}
		return d
	}
	announced := func(unit hearing.ID, on string, papers ...hearing.ID) hearing.Delivery {
		return hearing.Delivery{Organisation: unit, Mode: hearing.Announced, ServedAt: at(on).Start, Instruments: papers}
	}
	who := func(role hearing.Role, id hearing.ID) hearing.Participant {
		return hearing.Participant{ID: id, Role: role, Person: id}
	}
	return hearing.Package{
		Office: &hearing.Office{Chief: "chief"},
		People: []hearing.Person{{ID: "chief"}, {ID: "deputy", Rank: hearing.DeputyChief}, {ID: "p", Rank: hearing.Prosecutor},
			{ID: "o1", Class: hearing.ClassLaw, Pool: hearing.PoolActive, PoolSource: hearing.PoolInvited}, {ID: "o2", Class: hearing.ClassLaw, Pool: hearing.PoolActive, PoolSource: hearing.PoolApplied},
			{ID: "o3", Class: hearing.ClassSocial}},
		Cases: []hearing.Case{{ID: "c1", Type: hearing.AdminPublicInterest, Domain: "01", Source: hearing.SourceHotline, FiledOn: day("2023-02-01")},
			{ID: "c2", Type: hearing.AdminPublicInterest, Domain: "08", Source: hearing.SourceHotline, FiledOn: day("2023-01-01")},
			{ID: "c3", Type: hearing.CivilPublicInterest, Domain: "08", FiledOn: day("2023-12-31"), Steps: []hearing.Step{{Kind: hearing.SuitBrought, On: day("2023-06-01")}}},
			{ID: "c4", Type: hearing.OtherCase, Petition: true, FiledOn: day("2023-03-01"), Source: "unheard of"},
			{ID: "c5", Type: hearing.AdminPublicInterest, Domain: "01", FiledOn: day("2022-12-31"), Steps: []hearing.Step{{Kind: hearing.SuitBrought, On: day("2022-06-01")}}}},
		Hearings: []hearing.Hearing{
			{ID: "h1", Cases: []hearing.ID{"c1", "c1"}, Slot: at("2023-03-01"), State: hearing.Decided, Presider: "chief", Participants: []hearing.Participant{who(hearing.Officer, "o1"), who(hearing.Officer, "o2"), who(hearing.Officer, "o3")}},
			{ID: "h2", Cases: []hearing.ID{"c4"}, Slot: at("2023-03-02"), Presider: "deputy", Participants: []hearing.Participant{who(hearing.Officer, "o1")}, Opinions: []hearing.Opinion{{}}},
			{ID: "h3", Cases: []hearing.ID{"c1"}, Slot: at("2023-12-31"), State: hearing.Closed, Presider: "unknown"}},
		Instruments: []hearing.Instrument{
			{ID: "i1", Kind: hearing.Recommendation, Case: "c1", DecidedOn: day("2022-12-31"), Deliveries: []hearing.Delivery{served("u1", "2023-01-02", "2023-03-02"), served("u2", "2023-01-02", "2023-03-03"), served("u3", "2023-01-02", "")}},
			{ID: "i2", Kind: hearing.Recommendation, Case: "c2", DecidedOn: day("2023-12-31"), Urgent: true, Deliveries: []hearing.Delivery{served("u1", "2023-12-31", "")}},
			{ID: "i3", Kind: hearing.FilingDecision, Case: "c2", DecidedOn: day("2023-01-02"), Deliveries: []hearing.Delivery{served("u1", "2023-08-03", "")}}},
		Announcements: []hearing.Announcement{
			{ID: "a1", Slot: at("2023-08-01"), State: hearing.Closed, Participants: []hearing.Participant{who(hearing.Supervisor, "s1"), who(hearing.Supervisor, "s2")},
				Deliveries: []hearing.Delivery{announced("u1", "2023-08-01", "i3", "i3"), announced("u9", "2024-01-01", "i3")}},
			{ID: "a2", Slot: at("2023-08-02"), State: hearing.Ready}},
	}
}

// said writes the parts that are not nothing.
func said[K ~string](parts []figures.Part[K]) string {
	var out []string
	for _, p := range parts {
		if p.Figure.N > 0 {
			out = append(out, fmt.Sprintf("%s=%d %s%% %d%%", p.Of, p.Figure.N, p.Share, p.Percent))
		}
	}
	return strings.Join(out, "; ")
}

func TestRequired(t *testing.T) {
	none := &calendar.Calendar{}
	r := figures.Counter{Days: none, Zone: zone, At: at("2024-01-16").Start}.Count(office(), day("2023-01-01"), day("2023-12-31"))
	for _, c := range []struct {
		name   string
		f      figures.Figure
		n      int
		behind []hearing.ID
	}{
		{"held, one by its opinions alone", r.Held, 3, []hearing.ID{"h1", "h2", "h3"}},
		{"cases, each once", r.Cases, 2, []hearing.ID{"h1", "h2", "h3"}},
		{"case-sessions", r.CaseSessions, 3, []hearing.ID{"h1", "h2", "h3"}},
		{"in system", r.InSystem, 1, []hearing.ID{"h1", "h3"}},
		{"petitions", r.Petitions, 1, []hearing.ID{"h2"}},
		{"by chief", r.ByChief, 1, []hearing.ID{"h1"}},
		{"outside the pool", r.OutsidePool, 1, []hearing.ID{"h1"}},
		{"neither public nor closed", r.OpennessUnset, 3, []hearing.ID{"h1", "h2", "h3"}},
		{"filed", r.Filed, 4, []hearing.ID{"c2", "c1", "c4", "c3"}},
		{"public interest", r.PublicInterest, 3, []hearing.ID{"c2", "c1", "c3"}},
		{"suits", r.Suits, 1, []hearing.ID{"c3"}},
		{"announcements", r.Announcements, 1, []hearing.ID{"a1"}},
		{"supervisors there", r.AnnouncementSupervisors, 2, []hearing.ID{"a1"}},
		{"served, twice on one unit once", r.Served, 5, []hearing.ID{"i1", "i3", "i2"}},
		{"announced", r.Announced, 1, []hearing.ID{"i3"}},
		{"issued", r.Issued, 1, []hearing.ID{"i2"}},
		{"recommendations", r.Recommendations, 4, []hearing.ID{"i1", "i2"}},
		{"in time on the last day", r.InTime, 1, []hearing.ID{"i1"}},
		{"late the day after", r.Late, 1, []hearing.ID{"i1"}},
		{"unanswered", r.Unanswered, 2, []hearing.ID{"i1", "i2"}},
		{"overdue", r.Overdue, 2, []hearing.ID{"i1", "i2"}},
		{"March", r.Months[2].Held, 2, []hearing.ID{"h1", "h2"}},
		{"August", r.Months[7].Announcements, 1, []hearing.ID{"a1"}},
	} {
		behind := slices.Concat(c.f.Sessions)
		switch c.name {
		case "filed", "public interest", "suits":
			behind = c.f.Cases
		case "served, twice on one unit once", "announced", "issued", "recommendations", "in time on the last day", "late the day after", "unanswered", "overdue":
			behind = c.f.Papers
		}
		if c.f.N != c.n || !slices.Equal(behind, c.behind) {
			t.Errorf("%s: %+v, want %d of %v", c.name, c.f, c.n, c.behind)
		}
	}
}

func TestParts(t *testing.T) {
	r := figures.Counter{Days: &calendar.Calendar{}, Zone: zone}.Count(office(), day("2023-01-01"), day("2023-12-31"))
	for name, c := range map[string][2]string{
		"domains":   {said(r.Domains), "01=1 33.33% 33%; 08=2 66.67% 67%"},
		"sources":   {said(r.Sources), "12345=2 50.00% 50%; =2 50.00% 50%"},
		"presiders": {said(r.Presiders), "chief=1 33.34% 34%; deputy-chief=1 33.33% 33%; =1 33.33% 33%"},
		"classes":   {said(r.Classes), "law=3 75.00% 75%; social=1 25.00% 25%"},
		"origins":   {said(r.Origins), "applied=1 25.00% 25%; invited=2 50.00% 50%; =1 25.00% 25%"},
		"heard":     {said(r.HeardDomains), "01=1 100.00% 100%"},
		"announced": {r.AnnouncedRate.Share.String(), "20.00"},
		"replied":   {r.RepliedRate.Share.String(), "50.00"},
		"each":      {r.OfficersEach.String(), "1.33"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %s, want %s", name, c[0], c[1])
		}
	}
	if len(r.Months) != 12 || r.Months[11].Month != "2023-12" || r.Months[11].Held.N != 1 {
		t.Errorf("months: %+v", r.Months)
	}
}

// TestOverdueTheDayAfter holds that an urgent recommendation is not overdue on
// its last day, the fifteenth.
func TestOverdueTheDayAfter(t *testing.T) {
	none := &calendar.Calendar{}
	for now, want := range map[string]int{"2024-01-15": 0, "2024-01-16": 1} {
		r := figures.Counter{Days: none, Zone: zone, At: at(now).Start}.Count(office(), day("2023-12-01"), day("2023-12-31"))
		if r.Overdue.N != want || r.Unanswered.N != 1 {
			t.Errorf("on %s: overdue %d, want %d; unanswered %d", now, r.Overdue.N, want, r.Unanswered.N)
		}
	}
}
