package figures

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Heard is what one hearing adds to the table of a period, as it is kept beside
// the record so that a year is counted without reading its hearings.
type Heard struct {
	Held, Public, Streamed, Simplified, OnSite, Postponed bool

	Mixed       bool // the opinions of its cases have to be told apart: it is read as a whole
	Officers    int  // who took part (人次)
	Supervisors int  // invited (人次)
	Adopted     int  // questions whose majority was adopted (项)
	Cases       []HeardCase
}

// A HeardCase is one case of a hearing, each once; a hearing without one has one
// without an ID.
type HeardCase struct {
	ID        hearing.ID
	OnTheSpot bool // decided on the spot
}

// HeardOf is what a hearing adds; false is one that never counts: a rehearsal, or
// one without a time.
func HeardOf(h hearing.Hearing) (Heard, bool) {
	if h.Rehearsal || h.Start.IsZero() {
		return Heard{}, false
	}
	out := Heard{Held: Held(h), Postponed: postponed(h), Adopted: adopted(h)}
	if out.Held {
		out.Public, out.Streamed, out.Simplified, out.OnSite = h.Openness == hearing.Public, h.Has(hearing.Streamed), h.Has(hearing.Simplified), h.Has(hearing.OnSite)
		out.Officers, out.Supervisors = len(took(h)), supervisors(h.Participants)
	} else {
		out.Adopted = 0
	}
	for _, id := range distinct(h.Cases) {
		out.Cases = append(out.Cases, HeardCase{id, out.Held && h.RulingOf(id).Timing == hearing.OnTheSpot})
	}
	if len(h.Cases) == 0 {
		out.Cases = []HeardCase{{OnTheSpot: out.Held && h.Outcome.Timing == hearing.OnTheSpot}}
	}
	out.Mixed = len(h.Cases) > 1 || slices.ContainsFunc(h.Questions, func(q hearing.Question) bool { return q.Case != "" && !slices.Contains(h.Cases, q.Case) })
	return out, true
}

// adopted counts the questions, in each case, whose majority was adopted.
func adopted(h hearing.Hearing) int {
	n := 0
	for _, b := range h.Ballots() {
		n += one(h.MajorityAdopted(b) == hearing.Adopted)
	}
	return n
}

// TypeCounted is the type that a case is counted as.
func TypeCounted(c hearing.Case) hearing.CaseType {
	if slices.Contains(hearing.CaseTypes, c.Type) {
		return c.Type
	}
	return hearing.OtherCase
}

// A Tally is what a period's table is made of once its hearings were counted.
type Tally struct {
	All     hearing.PeriodRow
	Types   map[hearing.CaseType]hearing.PeriodRow
	Domains map[hearing.Domain]int // public-interest cases filed in the period (件)
	Months  map[string]int         // hearings held (场), by month: 2023-07
	Papers  []hearing.Instrument   // of which something was found in the period, in the order of their IDs

	Mixed []hearing.Hearing // held in the period; their cases' questions are not counted in All and Types
	Known []hearing.Case    // the cases of these, and those that their questions name
}

// Period is the table of the period, as [Period] counts it from all records.
func (t Tally) Period(from, to calendar.Date, zone *time.Location) hearing.Period {
	c := Counter{Zone: zone}.counting(hearing.Package{}, from, to)
	c.months()
	out := hearing.Period{From: from, To: to, All: t.All}
	p := hearing.Package{Hearings: t.Mixed, Cases: t.Known}
	for _, h := range t.Mixed {
		out.All.Adopted += adopted(h)
	}
	types, domains := parts(hearing.CaseTypes), parts(hearing.Domains)
	for _, k := range hearing.CaseTypes {
		row := t.Types[k]
		row.Type = k
		for _, h := range of(p, k).Hearings {
			row.Adopted += adopted(h)
		}
		out.Types = append(out.Types, row)
		types.of(k).N = row.Cases
	}
	for _, d := range types.split() {
		c.r.Types = append(c.r.Types, TypeFigure{d.Of, d.Figure, d.Proportion})
	}
	for d, n := range t.Domains {
		domains.of(d).N += n
	}
	c.r.Domains = domains.split()
	for i := range c.r.Months {
		c.r.Months[i].Held.N = t.Months[c.r.Months[i].Month]
	}
	c.metrics(t.Papers)
	c.r.chart(&out)
	return out
}
