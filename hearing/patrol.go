package hearing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing/calendar"
)

// A Rhythm is how often a patrol is made (巡查频次).
type Rhythm string

// The rhythms.
const (
	EveryWeeks Rhythm = "weeks"     // 每几周
	Monthly    Rhythm = "monthly"   // 每月
	Quarterly  Rhythm = "quarterly" // 每季度
)

// Rhythms lists every rhythm.
var Rhythms = []Rhythm{Monthly, Quarterly, EveryWeeks}

// Term names the value.
func (v Rhythm) Term() Term { return term(v, rhythmTerms) }

var rhythmTerms = map[Rhythm]Term{
	EveryWeeks: {"每几周一次", "Every few weeks"},
	Monthly:    {"每月一次", "Every month"},
	Quarterly:  {"每季度一次", "Every quarter"},
}

// A Patrol (巡查) is a plan by which river chiefs and procurators go along their
// waters together (河(湖)长+检察长), and the visits that were made by it.
type Patrol struct {
	ID         ID            `json:"id"`
	Version    Version       `json:"-"`
	Title      string        `json:"title"`                 // what it is called (名称)
	Agreement  string        `json:"agreement,omitempty"`   // the agreement that it rests on (协作机制)
	SignedOn   calendar.Date `json:"signed_on,omitzero"`    // day on which that was signed (签订日期)
	Partners   []ID          `json:"partners,omitempty"`    // units that signed it with the procuratorate (协作单位)
	Waters     []string      `json:"waters,omitempty"`      // waters and places (水域、地点)
	RiverChief ID            `json:"river_chief,omitempty"` // 河(湖)长
	Procurator ID            `json:"procurator,omitempty"`  // 检察长, or the procurator who goes
	Rhythm     Rhythm        `json:"rhythm"`                // how often
	Weeks      int           `json:"weeks,omitempty"`       // of every few weeks: how many, 1 to 52
	From       calendar.Date `json:"from,omitzero"`         // day of the first visit
	Until      calendar.Date `json:"until,omitzero"`        // last day of the plan; unset goes on
	Visits     []PatrolVisit `json:"visits,omitempty"`      // what was done
	Note       string        `json:"note,omitempty"`        // remark (备注)
}

// A PatrolVisit is one patrol that was made, or that was not, with the reason.
type PatrolVisit struct {
	ID       ID              `json:"id"`
	For      calendar.Date   `json:"for,omitzero"`       // the planned day that it stands for; unset: an extra one
	On       calendar.Date   `json:"on,omitzero"`        // when it was made
	Skipped  string          `json:"skipped,omitempty"`  // why it was not made (未开展的原因)
	People   []string        `json:"people,omitempty"`   // who else went along (参加人员)
	Places   []string        `json:"places,omitempty"`   // where (巡查地点)
	Pictures []string        `json:"pictures,omitempty"` // numbers of pictures and films (照片录像)
	Findings []PatrolFinding `json:"findings,omitempty"` // what was found (发现的问题)
}

// A PatrolFinding is one thing that a patrol found; it may have become a clue.
type PatrolFinding struct {
	ID   ID     `json:"id"`
	Text string `json:"text"`           // what (问题)
	Clue ID     `json:"clue,omitempty"` // 线索
}

// mostDates is how many days a plan names at most: weekly for twenty years.
const mostDates = 1040

// Dates are the planned days up to another, in order. A day that is no working
// day is planned all the same: when to go then, people agree.
func (p Patrol) Dates(until calendar.Date) []calendar.Date {
	if !p.Until.IsZero() && p.Until.Before(until) {
		until = p.Until
	}
	var out []calendar.Date
	for n := 0; !p.From.IsZero() && n < mostDates; n++ {
		d := p.nth(n)
		if d.IsZero() || d.After(until) {
			break
		}
		out = append(out, d)
	}
	return out
}

// Next is the first planned day after another; none where the plan ends.
func (p Patrol) Next(after calendar.Date) calendar.Date {
	for n := 0; !p.From.IsZero() && n < mostDates; n++ {
		d := p.nth(n)
		if d.IsZero() || !p.Until.IsZero() && d.After(p.Until) {
			break
		}
		if d.After(after) {
			return d
		}
	}
	return calendar.Date{}
}

func (p Patrol) nth(n int) calendar.Date {
	switch p.Rhythm {
	case Monthly:
		return p.From.AddMonths(n)
	case Quarterly:
		return p.From.AddMonths(3 * n)
	case EveryWeeks:
		if p.Weeks > 0 {
			return p.From.AddDays(7 * p.Weeks * n)
		}
	}
	return calendar.Date{}
}

// Owed are the planned days up to another for which no visit is recorded, neither
// made nor left out with a reason.
func (p Patrol) Owed(until calendar.Date) []calendar.Date {
	return slices.DeleteFunc(p.Dates(until), func(d calendar.Date) bool {
		return slices.ContainsFunc(p.Visits, func(v PatrolVisit) bool { return v.For == d })
	})
}

// Due is the planned day that the next visit is for: the first that is owed, or
// the next that comes; none where there is neither.
func (p Patrol) Due(today calendar.Date) calendar.Date {
	if owed := p.Owed(today); len(owed) > 0 {
		return owed[0]
	}
	for d := p.Next(today); !d.IsZero(); d = p.Next(d) {
		if !slices.ContainsFunc(p.Visits, func(v PatrolVisit) bool { return v.For == d }) {
			return d
		}
	}
	return calendar.Date{}
}

// ClosedOn returns the last day of a plan that owes nothing any more.
func (p Patrol) ClosedOn() calendar.Date {
	if p.Until.IsZero() || len(p.Owed(p.Until)) > 0 {
		return calendar.Date{}
	}
	return p.Until
}

// Noticed returns the plan with the clue that a finding became, and the finding;
// it reports false where there is none, or it is a clue already.
func (p Patrol) Noticed(finding, clue ID) (Patrol, PatrolVisit, PatrolFinding, bool) {
	p.Visits = slices.Clone(p.Visits)
	for i := range p.Visits {
		for k, f := range p.Visits[i].Findings {
			if f.ID == finding && f.Clue == "" {
				p.Visits[i].Findings = slices.Clone(p.Visits[i].Findings)
				p.Visits[i].Findings[k].Clue = clue
				return p, p.Visits[i], f, true
			}
		}
	}
	return p, PatrolVisit{}, PatrolFinding{}, false
}

// Noun says that it is a patrol.
func (p Patrol) Noun() string { return NounPatrol }

// Key returns the ID.
func (p Patrol) Key() ID { return p.ID }

// At returns the version that was read.
func (p Patrol) At() Version { return p.Version }

// Called returns the title.
func (p Patrol) Called() string { return p.Title }

// References returns the units, the two who go, and the clues that were found.
func (p Patrol) References() []Reference {
	var r references
	for i, id := range p.Partners {
		r.add(NounOrganisation, id, "partners[%d]", i)
	}
	r.add(NounPerson, p.RiverChief, "river_chief")
	r.add(NounPerson, p.Procurator, "procurator")
	for i, v := range p.Visits {
		for k, f := range v.Findings {
			r.add(NounClue, f.Clue, "visits[%d].findings[%d].clue", i, k)
		}
	}
	return r
}

// Validate returns what is wrong with the plan's own fields.
func (p Patrol) Validate() FieldErrors {
	var v validator
	v.id("id", p.ID)
	v.name("title", p.Title)
	v.short("agreement", p.Agreement)
	coded(&v, "rhythm", p.Rhythm, Rhythms, true)
	if p.From.IsZero() {
		v.add("from", "required", "", "")
	}
	v.order("until", p.From, p.Until)
	if p.Rhythm == EveryWeeks && (p.Weeks < 1 || p.Weeks > 52) {
		v.add("weeks", "range", strconv.Itoa(p.Weeks), "1–52")
	}
	v.unique("visits", ids(p.Visits, func(x PatrolVisit) ID { return x.ID }))
	for i, x := range p.Visits {
		v.patrolVisit(fmt.Sprintf("visits[%d]", i), x)
		if !x.For.IsZero() && slices.ContainsFunc(p.Visits[:i], func(o PatrolVisit) bool { return o.For == x.For }) {
			v.add(fmt.Sprintf("visits[%d].for", i), "duplicate", x.For.String(), "")
		}
	}
	v.text("note", p.Note)
	return v.faults
}

func (v *validator) patrolVisit(at string, x PatrolVisit) {
	if x.On.IsZero() && strings.TrimSpace(x.Skipped) == "" {
		v.add(at+".on", "required", "", "")
	}
	v.short(at+".skipped", x.Skipped)
	for _, list := range [][]string{x.People, x.Places, x.Pictures} {
		for _, s := range list {
			v.short(at+".places", s)
		}
	}
	v.unique(at+".findings", ids(x.Findings, func(f PatrolFinding) ID { return f.ID }))
	for i, f := range x.Findings {
		if strings.TrimSpace(f.Text) == "" {
			v.add(fmt.Sprintf("%s.findings[%d].text", at, i), "required", "", "")
		}
		v.text(fmt.Sprintf("%s.findings[%d].text", at, i), f.Text)
	}
}
