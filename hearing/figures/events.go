package figures

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// An EventKind says what happened (事项).
type EventKind string

// The kinds of event.
const (
	CaseFiled     EventKind = "filed"     // 立案
	CaseHeard     EventKind = "heard"     // 听证: one case of one hearing
	NotHeld       EventKind = "not-held"  // 未召开的听证会: planned or postponed
	CeremonyHeld  EventKind = "announced" // 宣告送达
	PaperServed   EventKind = "served"    // 送达文书: one paper on one recipient
	AdviceDecided EventKind = "issued"    // 制发检察建议
)

// Term names the kind.
func (k EventKind) Term() hearing.Term { return eventTerms[k] }

var eventTerms = map[EventKind]hearing.Term{
	CaseFiled: {Zh: "立案", En: "Case filed"}, CaseHeard: {Zh: "听证", En: "Case heard"}, NotHeld: {Zh: "听证未召开", En: "Hearing not held"},
	CeremonyHeld: {Zh: "宣告送达", En: "Announcement"}, PaperServed: {Zh: "送达文书", En: "Paper served"}, AdviceDecided: {Zh: "制发检察建议", En: "Recommendation issued"},
}

// An Event is one row of a table that can be turned in every way: what happened
// on a day, to which case, and what it adds to each figure. A hearing of several
// cases has a row for each, and what counts once a hearing stands in the first.
type Event struct {
	Kind      EventKind
	On        calendar.Date
	Session   hearing.ID
	Case      hearing.Case // zero: none, or one that the desk does not have
	Paper     hearing.Instrument
	Hearing   *hearing.Hearing // of what was heard or not held
	Presider  hearing.Rank
	Delivery  hearing.DeliveryMode // of what was served
	Recipient hearing.ID

	Filed, Sessions, Cases, CaseSessions, Officers, Supervisors, Chief, OnTheSpot, Postponed  int
	Announcements, Served, Announced, Issued, Recommendations, Replied, InTime, Late, Overdue int
}

// Events lists the events of a period that [Counter.Count] counts, in the order of
// their kinds and days.
func (k Counter) Events(p hearing.Package, from, to calendar.Date) []Event {
	c := k.counting(p, from, to)
	out := c.heardEvents(p.Hearings)
	for _, x := range p.Cases {
		if c.within(x.FiledOn) {
			out = append(out, Event{Kind: CaseFiled, On: x.FiledOn, Case: x, Filed: 1})
		}
	}
	for _, a := range c.ceremonies(p.Announcements) {
		e := Event{Kind: CeremonyHeld, On: c.dayOf(a.Start), Session: a.ID, Announcements: 1, Presider: c.rank(a.Presider), Supervisors: supervisors(a.Participants)}
		if len(a.Cases) > 0 {
			e.Case = c.cases[a.Cases[0]]
		}
		out = append(out, e)
	}
	for _, i := range p.Instruments {
		if i.Kind == hearing.Recommendation && c.within(i.DecidedOn) {
			out = append(out, Event{Kind: AdviceDecided, On: i.DecidedOn, Case: c.cases[i.Case], Paper: i, Issued: 1})
		}
	}
	for _, s := range c.services(p.Instruments, p.Announcements) {
		out = append(out, c.servedEvent(s))
	}
	return out
}

func (c *counting) heardEvents(all []hearing.Hearing) []Event {
	seen, decided := map[hearing.ID]bool{}, map[hearing.ID]bool{}
	var out []Event
	for _, h := range c.inPeriod(all) {
		e := Event{Kind: NotHeld, On: c.dayOf(h.Start), Session: h.ID, Hearing: &h, Presider: c.rank(h.Presider), Postponed: one(postponed(h))}
		if len(h.Cases) > 0 {
			e.Case = c.cases[h.Cases[0]]
		}
		if !Held(h) {
			if h.StateNow().Holds() || e.Postponed > 0 {
				out = append(out, e)
			}
			continue
		}
		e.Kind, e.Sessions, e.Officers, e.Supervisors, e.Chief = CaseHeard, 1, len(took(h)), supervisors(h.Participants), one(e.Presider == hearing.Chief)
		if len(h.Cases) == 0 {
			e.OnTheSpot = one(h.Outcome.Timing == hearing.OnTheSpot)
			out = append(out, e)
		}
		for _, id := range distinct(h.Cases) {
			spot := h.RulingOf(id).Timing == hearing.OnTheSpot && !decided[id]
			e.Case, e.Cases, e.CaseSessions, e.OnTheSpot = c.cases[id], one(!seen[id]), 1, one(spot)
			seen[id], decided[id] = true, decided[id] || spot
			out = append(out, e)
			e.Sessions, e.Officers, e.Supervisors, e.Chief, e.Postponed = 0, 0, 0, 0, 0
		}
	}
	return out
}

func (c *counting) servedEvent(s service) Event {
	paper := c.papers[s.paper]
	e := Event{Kind: PaperServed, On: s.day, Session: s.session, Case: c.cases[paper.Case], Paper: paper, Delivery: s.Mode, Recipient: s.recipient, Served: 1, Announced: one(s.Mode == hearing.Announced)}
	if paper.Kind != hearing.Recommendation {
		return e
	}
	e.Recommendations = 1
	switch reply := c.reply(s); reply {
	case inTime:
		e.Replied, e.InTime = 1, 1
	case late:
		e.Replied, e.Late = 1, 1
	case overdue:
		e.Overdue = 1
	}
	return e
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
