package hearing

import (
	"strings"
	"time"

	"hearingdesk/hearing/calendar"
)

// A Period (统计期间) is what was counted from one day to another, as the table
// of figures (听证情况统计表) prints it. Package figures counts it.
type Period struct {
	From, To calendar.Date // both included
	Types    []PeriodRow   // one a case type, in the order of [CaseTypes]
	All      PeriodRow     // a hearing of cases of two types is in both their rows, and once in this
	Maker    string        // who had it counted (制表)

	Against *Period  // the period that it is compared with (比较期); nil: none
	Growth  []string // by what part each of All.Numbers grew since, as +12.50%; — where there was nothing

	Shares  []PeriodBar // cases heard by type (件), those of which there are some
	Domains []PeriodBar // public-interest cases filed by domain (件), likewise
	Months  []PeriodBar // hearings by month (场)
	Metrics []Metric    // what was reached, summed by name and unit (成效指标)
}

// A PeriodBar is one bar of a chart.
type PeriodBar struct {
	Name  string
	N     int
	Share string  // of the whole, with two decimals and %; empty: there is no whole
	Part  float64 // length of the bar, of 1
}

// ID names the period's table, with what it is compared with, as a session's ID names its
// papers.
func (p Period) ID() ID {
	id := "period:" + p.From.String() + ":" + p.To.String()
	if p.Against != nil {
		id += ":" + p.Against.From.String() + ":" + p.Against.To.String()
	}
	return ID(id)
}

// PeriodOf reads the ID of a period's table.
func PeriodOf(id ID) (Period, bool) {
	days, is := strings.CutPrefix(string(id), "period:")
	part := strings.Split(days, ":")
	if !is || len(part) != 2 && len(part) != 4 {
		return Period{}, false
	}
	p, good := periodOf(part[0], part[1])
	if good && len(part) == 4 {
		var against Period
		against, good = periodOf(part[2], part[3])
		p.Against = &against
	}
	return p, good
}

func periodOf(first, last string) (Period, bool) {
	from, err := calendar.ParseDate(first)
	to, late := calendar.ParseDate(last)
	return Period{From: from, To: to}, err == nil && late == nil && !to.Before(from)
}

// A PeriodRow is one row of a period's table: the hearings that were held with a
// case of the type, and what they were like.
type PeriodRow struct {
	Type        CaseType // empty: of every type
	Cases       int      // cases, each once (件)
	Sessions    int      // hearings (场次)
	Public      int      // of these public (场次)
	Streamed    int      // streamed (场次)
	Simplified  int      // simplified (场次)
	OnSite      int      // held where somebody lives or works (上门，场次)
	Officers    int      // officers who took part (人次)
	Supervisors int      // supervisors invited (人次)
	OnTheSpot   int      // cases decided on the spot (件)
	Adopted     int      // questions of which the majority's opinion was adopted (项)
	Postponed   int      // postponed at least once (场次)
}

// Numbers are the row's numbers, in the order of the table's columns.
func (r PeriodRow) Numbers() []int {
	return []int{r.Cases, r.Sessions, r.Public, r.Streamed, r.Simplified, r.OnSite, r.Officers, r.Supervisors, r.OnTheSpot, r.Adopted, r.Postponed}
}

// Dossier is what the papers of the period are made of.
func (p Period) Dossier(o Office, forms []FormText, zone *time.Location) Dossier {
	return Dossier{Office: o, Forms: forms, Zone: zone, Period: &p}
}
