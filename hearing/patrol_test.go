package hearing_test

import (
	"fmt"
	"slices"
	"testing"

	"hearingdesk/hearing"
)

func patrol() hearing.Patrol {
	return hearing.Patrol{ID: "x", Title: "澄河联合巡查", Rhythm: hearing.Monthly, From: clueDay("2023-01-31"), Until: clueDay("2023-06-30")}
}

func TestTheDaysOfAPatrol(t *testing.T) {
	for _, c := range []struct {
		change func(*hearing.Patrol)
		until  string
		want   string
	}{
		{func(*hearing.Patrol) {}, "2023-04-30", "[2023-01-31 2023-02-28 2023-03-31 2023-04-30]"},
		{func(*hearing.Patrol) {}, "2024-01-01", "[2023-01-31 2023-02-28 2023-03-31 2023-04-30 2023-05-31 2023-06-30]"},
		{func(*hearing.Patrol) {}, "2023-01-30", "[]"},
		{func(p *hearing.Patrol) { p.Rhythm = hearing.Quarterly }, "2023-06-01", "[2023-01-31 2023-04-30]"},
		{func(p *hearing.Patrol) { p.Rhythm, p.Weeks = hearing.EveryWeeks, 2 }, "2023-03-01", "[2023-01-31 2023-02-14 2023-02-28]"},
		{func(p *hearing.Patrol) { p.Rhythm = hearing.EveryWeeks }, "2023-03-01", "[]"},
	} {
		p := patrol()
		c.change(&p)
		if got := fmt.Sprint(p.Dates(clueDay(c.until))); got != c.want {
			t.Errorf("%s until %s: %s, want %s", p.Rhythm, c.until, got, c.want)
		}
	}
}

// TestWhatAPatrolOwes: a visit that was left out with a reason is not owed.
func TestWhatAPatrolOwes(t *testing.T) {
	p := patrol()
	p.Visits = []hearing.PatrolVisit{{ID: "1", For: clueDay("2023-01-31"), On: clueDay("2023-02-02")}, {ID: "2", For: clueDay("2023-03-31"), Skipped: "汛期封航"}, {ID: "3", On: clueDay("2023-03-05")}}
	if got := fmt.Sprint(p.Owed(clueDay("2023-05-01"))); got != "[2023-02-28 2023-04-30]" {
		t.Errorf("owed: %s", got)
	}
	if got := p.Due(clueDay("2023-05-01")); got != clueDay("2023-02-28") {
		t.Errorf("the next visit is for %s", got)
	}
	for i, d := range []string{"2023-02-28", "2023-04-30", "2023-05-31"} {
		p.Visits = append(p.Visits, hearing.PatrolVisit{ID: hearing.ID(fmt.Sprint(10 + i)), For: clueDay(d), On: clueDay(d)})
	}
	if got := p.Due(clueDay("2023-05-01")); got != clueDay("2023-06-30") || !p.ClosedOn().IsZero() {
		t.Errorf("the next visit is for %s, closed on %s", got, p.ClosedOn())
	}
	p.Visits = append(p.Visits, hearing.PatrolVisit{ID: "20", For: clueDay("2023-06-30"), On: clueDay("2023-06-30")})
	if got := p.Due(clueDay("2023-05-01")); !got.IsZero() || p.ClosedOn() != p.Until {
		t.Errorf("after the last: %s, closed on %s", got, p.ClosedOn())
	}
}

func TestAPatrolIsRefusedBesideItsField(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*hearing.Patrol)
		want   []string
	}{
		{"nothing", func(*hearing.Patrol) {}, nil},
		{"empty", func(p *hearing.Patrol) { *p = hearing.Patrol{ID: "x"} }, []string{"title required", "rhythm required", "from required"}},
		{"ends before it begins", func(p *hearing.Patrol) { p.Until = clueDay("2023-01-01") }, []string{"until order"}},
		{"every no weeks", func(p *hearing.Patrol) { p.Rhythm = hearing.EveryWeeks }, []string{"weeks range"}},
		{"a visit without a day", func(p *hearing.Patrol) { p.Visits = []hearing.PatrolVisit{{ID: "v"}} }, []string{"visits[0].on required"}},
		{"two visits for one day", func(p *hearing.Patrol) {
			p.Visits = []hearing.PatrolVisit{{ID: "v", For: p.From, On: p.From}, {ID: "w", For: p.From, On: p.From}}
		}, []string{"visits[1].for duplicate"}},
		{"nothing found", func(p *hearing.Patrol) {
			p.Visits = []hearing.PatrolVisit{{ID: "v", On: p.From, Findings: []hearing.PatrolFinding{{ID: "f"}}}}
		}, []string{"visits[0].findings[0].text required"}},
	} {
		p := patrol()
		c.change(&p)
		var got []string
		for _, f := range p.Validate() {
			got = append(got, f.Path+" "+f.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
