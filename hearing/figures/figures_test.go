package figures_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
)

var zone = time.FixedZone("CST", 8*60*60)

// reported is the split by case type that an office printed of its 428 cases.
var reported = []int{5, 2, 288, 27, 11, 5, 7, 22, 2, 59}

func TestSharesSumToTheWhole(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts []int
		share func([]int) []figures.Share
		want  string
		sum   figures.Share
	}{
		{"as printed", reported, figures.Shares, "[1.17 0.47 67.29 6.31 2.57 1.17 1.63 5.14 0.47 13.78]", 10000},
		{"half up", reported, figures.Rounded, "[1.17 0.47 67.29 6.31 2.57 1.17 1.64 5.14 0.47 13.79]", 10002},
		{"thirds", []int{1, 1, 1}, figures.Shares, "[33.34 33.33 33.33]", 10000},
		{"thirds half up", []int{1, 1, 1}, figures.Rounded, "[33.33 33.33 33.33]", 9999},
		{"half of a hundredth", []int{1, 19999}, figures.Rounded, "[0.01 100.00]", 10001},
		{"one", []int{0, 4}, figures.Shares, "[0.00 100.00]", 10000},
		{"nothing", []int{0, 0}, figures.Shares, "[0.00 0.00]", 0},
		{"no parts", nil, figures.Rounded, "[]", 0},
	} {
		got := c.share(c.parts)
		if s := fmt.Sprint(got); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
		var sum figures.Share
		for _, s := range got {
			sum += s
		}
		if sum != c.sum {
			t.Errorf("%s: sum %s, want %s", c.name, sum, c.sum)
		}
	}
}

func at(day string) hearing.Slot {
	d, err := calendar.ParseDate(day)
	if err != nil {
		panic(err)
	}
	start := d.In(zone).Add(9 * time.Hour)
	return hearing.Slot{Start: start, End: start.Add(2 * time.Hour)}
}

func day(s string) calendar.Date { return calendar.DateOf(at(s).Start) }

func someone(role hearing.Role, p hearing.Presence) hearing.Participant {
	return hearing.Participant{Role: role, Attendance: hearing.Attendance{Presence: p}}
}

// desk has one hearing of two cases, a second of one of these, and some that
// must not count.
func desk() hearing.Package {
	first := hearing.Hearing{ID: "h1", Cases: []hearing.ID{"c1", "c2"}, State: hearing.FedBack, Slot: at("2023-07-01"), Openness: hearing.Public,
		Forms: []hearing.Form{hearing.Streamed, hearing.OnSite}, Presider: "chief", Questions: []hearing.Question{{ID: "q1"}, {ID: "q2"}},
		Participants: []hearing.Participant{{ID: "o1", Role: hearing.Officer}, {ID: "o2", Role: hearing.Officer}, {ID: "o3", Role: hearing.Officer}, {ID: "s", Role: hearing.Supervisor}},
		Opinions: []hearing.Opinion{{Officer: "o1", Question: "q1", Stance: hearing.Agree}, {Officer: "o2", Question: "q1", Stance: hearing.Agree},
			{Officer: "o1", Question: "q2", Stance: hearing.Agree}, {Officer: "o2", Question: "q2", Stance: hearing.Disagree}},
		Outcome: hearing.Outcome{Ruling: hearing.Ruling{Timing: hearing.OnTheSpot}, Answers: []hearing.Answer{{Question: "q1", Stance: hearing.Agree}}}}
	second := hearing.Hearing{ID: "h2", Cases: []hearing.ID{"c1"}, State: hearing.Closed, Slot: at("2023-07-31"), Openness: hearing.NotOpen,
		Moves:        []hearing.Move{{Kind: hearing.MovePostponed}},
		Participants: []hearing.Participant{someone(hearing.Officer, hearing.Present), someone(hearing.Officer, hearing.Absent), someone(hearing.Officer, hearing.Late)}}
	rehearsal := first
	rehearsal.ID, rehearsal.Rehearsal = "h3", true
	before, after := second, second
	before.ID, before.Slot = "h4", at("2023-06-30")
	after.ID, after.Slot = "h5", at("2023-08-01")
	return hearing.Package{
		Office: &hearing.Office{Chief: "chief"},
		Cases:  []hearing.Case{{ID: "c1", Type: hearing.AdminPublicInterest}, {ID: "c2", Type: hearing.NonProsecution}},
		Hearings: []hearing.Hearing{after, second, first, rehearsal, before,
			{ID: "h6", Slot: at("2023-07-20"), State: hearing.Ready}, {ID: "h7", Slot: at("2023-07-20"), State: hearing.Cancelled},
			{ID: "h8", Slot: at("2023-07-21"), State: hearing.Postponed}, {ID: "h9", State: hearing.Draft}},
		Instruments: []hearing.Instrument{{ID: "i1", Kind: hearing.Recommendation}, {ID: "i2", Kind: hearing.FilingDecision}, {ID: "i3", Kind: hearing.Recommendation, Urgent: true},
			{ID: "i4", Kind: hearing.Recommendation, Deliveries: []hearing.Delivery{{Mode: hearing.Direct, ServedAt: at("2023-07-10").Start, RepliedOn: day("2023-09-11")}, {Mode: hearing.Direct, ServedAt: at("2023-08-10").Start}}}},
		Announcements: []hearing.Announcement{
			{ID: "a1", Slot: at("2023-07-31"), Deliveries: []hearing.Delivery{
				{Instruments: []hearing.ID{"i1", "i2"}, Mode: hearing.Announced, ServedAt: at("2023-07-31").Start, RepliedOn: day("2023-10-07")},
				{Instruments: []hearing.ID{"i1"}, Mode: hearing.Left, ServedAt: at("2023-07-31").Start, RepliedOn: day("2023-10-09")},
				{Instruments: []hearing.ID{"i3"}, Mode: hearing.Announced, ServedAt: at("2023-07-31").Start},
				{Instruments: []hearing.ID{"i3"}, Mode: hearing.Announced}}},
			{ID: "a2", Slot: at("2023-07-31"), Rehearsal: true, State: hearing.Decided},
		},
	}
}

func TestCount(t *testing.T) {
	holidays, err := calendar.Load([]byte("year,2023,通知\n2023-09-30,off,国庆节\n2023-10-01,off,国庆节\n2023-10-02,off,国庆节\n2023-10-03,off,国庆节\n" +
		"2023-10-04,off,国庆节\n2023-10-05,off,国庆节\n2023-10-06,off,国庆节\n2023-10-07,work,国庆节\n"))
	if err != nil {
		t.Fatal(err)
	}
	r := figures.Counter{Days: holidays, Zone: zone}.Count(desk(), day("2023-07-01"), day("2023-07-31"))
	for _, c := range []struct {
		name     string
		f        figures.Figure
		n        int
		sessions []hearing.ID
	}{
		{"held", r.Held, 2, []hearing.ID{"h1", "h2"}},
		{"planned", r.Planned, 1, []hearing.ID{"h6"}},
		{"cases", r.Cases, 2, []hearing.ID{"h1", "h2"}},
		{"case-sessions", r.CaseSessions, 3, []hearing.ID{"h1", "h2"}},
		{"A3", r.Types[2].Figure, 1, []hearing.ID{"h1"}},
		{"A8", r.Types[7].Figure, 1, []hearing.ID{"h1", "h2"}},
		{"public", r.Public, 1, []hearing.ID{"h1"}},
		{"closed", r.Closed, 1, []hearing.ID{"h2"}},
		{"ordinary", r.Forms[0].Figure, 1, []hearing.ID{"h2"}},
		{"on site", r.Forms[2].Figure, 1, []hearing.ID{"h1"}},
		{"streamed", r.Forms[3].Figure, 1, []hearing.ID{"h1"}},
		{"by chief", r.ByChief, 1, []hearing.ID{"h1"}},
		{"officers", r.Officers, 5, []hearing.ID{"h1", "h2"}},
		{"supervised", r.Supervised, 1, []hearing.ID{"h1"}},
		{"two cases on the spot", r.OnTheSpot, 2, []hearing.ID{"h1"}},
		{"postponed", r.Postponed, 2, []hearing.ID{"h8", "h2"}},
		{"adopted", r.Adopted, 1, []hearing.ID{"h1"}},
		{"no majority", r.NoMajority, 1, []hearing.ID{"h1"}},
		{"not adopted", r.NotAdopted, 0, nil},
		{"announcements", r.Announcements, 1, []hearing.ID{"a1"}},
		{"served, once without a ceremony", r.Served, 5, []hearing.ID{"a1"}},
		{"announced", r.Announced, 3, []hearing.ID{"a1"}},
		{"recommendations", r.Recommendations, 4, []hearing.ID{"a1"}},
		{"replied", r.Replied, 3, []hearing.ID{"a1"}},
		{"in time", r.InTime, 2, []hearing.ID{"a1"}},
	} {
		if c.f.N != c.n || !slices.Equal(c.f.Sessions, c.sessions) {
			t.Errorf("%s: %+v, want %d of %v", c.name, c.f, c.n, c.sessions)
		}
	}
	if r.OfficersEach != 250 {
		t.Errorf("officers each: %s", r.OfficersEach)
	}
}

func TestCountOfNothing(t *testing.T) {
	r := figures.Counter{Zone: zone}.Count(hearing.Package{}, day("2023-07-01"), day("2023-07-31"))
	if r.Held.N != 0 || len(r.Types) != len(hearing.CaseTypes) || r.OfficersEach != 0 {
		t.Errorf("%+v", r)
	}
}

// TestPeriodHasARowForEachType holds the printed table: a hearing of two types
// is in both rows, and once among all.
func TestPeriodHasARowForEachType(t *testing.T) {
	p := desk()
	p.Cases[1].Type = "unheard of" // of another desk, perhaps
	got := figures.Period(p, day("2023-07-01"), day("2023-07-31"), zone)
	want := hearing.PeriodRow{Cases: 2, Sessions: 2, Public: 1, Streamed: 1, OnSite: 1, Officers: 5, Supervisors: 1, OnTheSpot: 2, Adopted: 1, Postponed: 2}
	if got.All != want {
		t.Errorf("all: %+v, want %+v", got.All, want)
	}
	for _, r := range got.Types {
		var want hearing.PeriodRow
		switch r.Type {
		case hearing.AdminPublicInterest:
			want = hearing.PeriodRow{Cases: 1, Sessions: 2, Public: 1, Streamed: 1, OnSite: 1, Officers: 5, Supervisors: 1, OnTheSpot: 1, Adopted: 1, Postponed: 1}
		case hearing.OtherCase:
			want = hearing.PeriodRow{Cases: 1, Sessions: 1, Public: 1, Streamed: 1, OnSite: 1, Officers: 3, Supervisors: 1, OnTheSpot: 1, Adopted: 1}
		}
		if want.Type = r.Type; r != want {
			t.Errorf("%+v, want %+v", r, want)
		}
	}
	if p.Cases[1].Type != "unheard of" || len(p.Hearings[2].Cases) != 2 {
		t.Error("counting changed the package")
	}
}

// TestPeriodHasCharts holds what is drawn beside the printed table.
func TestPeriodHasCharts(t *testing.T) {
	got := figures.Period(office(), day("2023-01-01"), day("2023-12-31"), zone)
	if s := fmt.Sprint(got.Shares); s != "[{行政公益诉讼 1 50.00% 0.5} {其他 1 50.00% 0.5}]" {
		t.Errorf("shares: %s", s)
	}
	if s := fmt.Sprint(got.Domains); s != "[{生态环境和资源保护 1 33.33% 0.3333} {安全生产 2 66.67% 0.6667}]" {
		t.Errorf("domains: %s", s)
	}
	if len(got.Months) != 12 || got.Months[2] != (hearing.PeriodBar{Name: "2023-03", N: 2, Part: 1}) || got.Months[11].Part != 0.5 {
		t.Errorf("months: %+v", got.Months)
	}
}
