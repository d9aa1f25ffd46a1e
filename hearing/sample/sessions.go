package sample

import (
	"fmt"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// again is one of how many hearings hears the case of the one before it once more.
const again = 10

// hearing makes one hearing with what comes of it, and its case where it is the
// first of it.
func (m *maker) hearing(p *hearing.Package, i int) {
	m.dice(i - i%again/(again-1)) // the second hearing of a case throws as the first
	at, about := m.place(i), m.drawn()
	first := i
	if i%again == again-1 {
		first = i - 1
	}
	k := m.kase(p, first, about, first == i)
	h := hearing.Hearing{ID: id("h", i), Cases: []hearing.ID{k.ID}, Slot: hearing.Slot{Room: id("r", at.room), Start: at.start, End: at.start.Add(lasts)},
		Forms:    []hearing.Form{[]hearing.Form{hearing.Ordinary, hearing.Ordinary, hearing.Simplified, hearing.OnSite, hearing.Streamed}[m.roll.IntN(5)]},
		Openness: hearing.Public, Purposes: []hearing.Purpose{hearing.FindFacts, hearing.ExplainLaw}, Presider: id("x", at.room), Recorder: id("z", at.room), Prosecutors: []hearing.ID{id("y", at.room)},
		Questions: []hearing.Question{{ID: "q1", Text: about.question}}, Approvals: []hearing.Approval{{Kind: hearing.ApproveHearing, By: "chief", On: m.days[at.day].AddDays(-14)}}}
	if hearing.DefaultOpenness([]hearing.Case{k}) == hearing.NotOpen {
		h.Openness = hearing.NotOpen
	}
	if at.room+at.hour == 0 {
		h.Presider = "chief"
	}
	m.guest(&h, k, at, i)
	m.course(&h, at)
	p.Hearings = append(p.Hearings, h)
	if h.State == hearing.Archived || h.State == hearing.Decided {
		p.Transcripts = append(p.Transcripts, m.spoken(h, k, i))
	}
	if first == i {
		m.papers(p, k, at, i)
	}
}

// kase makes a case; new puts it and its party into the package. The second
// hearing of it makes it anew from the same dice.
func (m *maker) kase(p *hearing.Package, i int, about matter, isNew bool) hearing.Case {
	at := m.place(i)
	filed := m.days[at.day].AddDays(-20 - m.roll.IntN(30))
	surname := pick(m, surnames)
	cause := strings.Replace(about.cause, "§", surname, 1)
	cause = strings.NewReplacer("§", pick(m, surnames), "¶", pick(m, streets), "%", pick(m, about.of)).Replace(cause)
	k := hearing.Case{ID: id("c", i), Number: fmt.Sprintf("澄检%s〔%d〕%d号", about.series, filed.Year(), i+1), Cause: cause, Type: about.kind, Source: pick(m, hearing.Sources), FiledOn: filed,
		Handler: id("y", at.room), Facts: "经审查，" + strings.TrimSuffix(cause, "案") + "一事，事实基本清楚，各方对处理意见有不同看法。"}
	who := hearing.Person{ID: id("p", i), Name: surname + pick(m, given), Gender: hearing.Genders[m.roll.IntN(2)], Born: calendar.Partial{Year: 1950 + m.roll.IntN(50)}, Phone: fmt.Sprintf("139%08d", m.roll.IntN(100_000_000)),
		Address: "云岭市澄河区" + pick(m, streets)}
	if interest(k) {
		d := m.roll.IntN(m.districts)
		k.Domain = pick(m, hearing.Domains[:14])
		k.Parties = []hearing.Party{{ID: "1", Role: hearing.SupervisedAgency, Organisation: id("o", d, m.roll.IntN(len(agencies)))}}
	} else {
		k.Minor = about.kind == hearing.NonProsecution && m.roll.IntN(50) == 0
		k.Parties = []hearing.Party{{ID: "1", Role: map[bool]hearing.PartyRole{true: hearing.Suspect, false: hearing.Applicant}[about.kind == hearing.NonProsecution], Person: who.ID, Minor: k.Minor}}
	}
	if !isNew {
		return k
	}
	if !interest(k) {
		p.People = append(p.People, who)
	}
	if over := m.days[at.day].AddDays(21); !interest(k) && over.Before(m.Today) {
		k.Steps = []hearing.Step{{ID: "end", Kind: hearing.CaseClosed, On: over}}
	}
	if interest(k) {
		if over := m.days[at.day].AddDays(110); over.Before(m.Today) {
			k.Steps = []hearing.Step{{ID: "end", Kind: hearing.CaseClosed, On: over}}
			for n, months := range []int{3, 6} {
				if on := over.AddMonths(months).AddDays(-3); on.Before(m.Today) {
					k.Steps = append(k.Steps, hearing.Step{ID: id("back", n), Kind: hearing.LookedBack, On: on})
				}
			}
		}
	}
	p.Cases = append(p.Cases, k)
	return k
}

func interest(k hearing.Case) bool {
	return k.Type == hearing.AdminPublicInterest || k.Type == hearing.CivilPublicInterest
}

// guest seats eight: three officers, a supervisor, and who the case is about.
func (m *maker) guest(h *hearing.Hearing, k hearing.Case, at place, i int) {
	seat := func(n int, role hearing.Role, who, unit hearing.ID) {
		p := hearing.Participant{ID: id("g", n), Role: role, Person: who, Organisation: unit}
		if k.Parties[0].Person == who {
			p.Party = "1"
		}
		h.Participants = append(h.Participants, p)
	}
	per := len(hours) * m.rooms
	for n := range 3 {
		seat(n+1, hearing.Officer, id("e", (at.day*7+(at.hour*m.rooms+at.room)*3+n)%m.officers), "")
	}
	seat(4, hearing.Supervisor, id("s", (at.day+at.room)%m.guests), "")
	if unit := k.Parties[0].Organisation; unit != "" {
		seat(5, hearing.AgencyRep, hearing.ID("a"+strings.TrimPrefix(string(unit), "o")), unit)
		seat(6, hearing.Volunteer, id("v", i%m.guests), "")
	} else {
		seat(5, hearing.PartyRep, k.Parties[0].Person, "")
		seat(6, hearing.Agent, id("l", i%m.lawyers), "")
	}
	seat(7, hearing.DeputyRole, id("d", i%m.guests), "")
	seat(8, hearing.Observer, id("v", (i+1+per)%m.guests), "")
}

// course takes the hearing as far as it has come by today.
func (m *maker) course(h *hearing.Hearing, at place) {
	day := m.days[at.day]
	chance := m.roll.IntN(100)
	switch {
	case chance == 0:
		h.State = hearing.Cancelled
		return
	case day.After(m.Today.AddDays(7)):
		h.State = hearing.Approved
		return
	}
	told, receipt := day.AddDays(-7), day.AddDays(-6)
	for n := range h.Participants {
		p := &h.Participants[n]
		if p.Role.MustBeTold() {
			p.Told = []hearing.Told{{SentOn: told, ReceivedOn: receipt, Method: hearing.ByPhone, By: h.Recorder}}
		}
		if p.Role == hearing.Officer {
			p.Declared, p.BriefedOn = &hearing.Declaration{On: receipt}, receipt
		}
	}
	if h.State = hearing.Ready; !day.Before(m.Today) {
		return
	}
	m.held(h, day)
	if h.State = hearing.Decided; day.Before(m.old) {
		h.State = hearing.Archived
	}
}

// held says who came, what they thought and what was decided.
func (m *maker) held(h *hearing.Hearing, day calendar.Date) {
	for n := range h.Participants {
		p := &h.Participants[n]
		p.Attendance.Presence = hearing.Present
		if p.Role != hearing.Observer {
			p.Signed = &hearing.Signature{On: day}
		}
	}
	no := m.roll.IntN(12)
	for n := range 3 {
		o := hearing.Opinion{Officer: id("g", n+1), Question: "q1", Stance: hearing.Agree, Reason: "事实清楚，于法有据，同意拟处理意见。"}
		if n == no || no == 4 && n > 0 {
			o.Stance, o.Reason = hearing.Disagree, "证据还需补充，建议进一步核实后再作决定。"
		}
		h.Opinions = append(h.Opinions, o)
	}
	timing := hearing.Later
	if m.roll.IntN(3) == 0 {
		timing = hearing.OnTheSpot
	}
	h.Outcome = hearing.Outcome{OpenedAt: h.Start, ClosedAt: h.End.Add(-5 * time.Minute), Ruling: hearing.Ruling{Timing: timing, DecidedOn: day, Decision: "采纳听证员多数意见。", ToldAt: day},
		Answers: []hearing.Answer{{Question: "q1", Stance: hearing.Agree}}, SignedBy: &hearing.Signature{On: day}, RecordedBy: &hearing.Signature{On: day}}
}
