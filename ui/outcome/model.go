// Package outcome is the part of a hearing's page that records what came of it
// (结果): who came, what the officers think of each question, and what was
// decided. A presider fills it while people wait.
package outcome

import (
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file: people who approve.
type Desk interface {
	People(ctx context.Context, part string, most int) ([]hearing.Person, error)
	Organisation(ctx context.Context, id hearing.ID) (hearing.Organisation, error)
}

// Called names a participant, and says what for: an agency by its name, others
// by their own.
func Called(d hearing.Dossier, p hearing.Participant) (name, part string) {
	role, unit := p.Label, d.Organisation(p.Organisation)
	if role == "" {
		role = words.Of(p.Role)
	}
	if p.Alternate {
		role += words.T("（候补）")
	}
	person, of := d.Person(p.Person).Name, unit.Short
	if of == "" {
		of = unit.Name
	}
	switch {
	case person == "" && unit.Name == "":
		return role, ""
	case unit.Name != "" && (person == "" || p.Role == hearing.AgencyRep || p.Role == hearing.Recipient):
		name, of = unit.Name, person
	default:
		name = person
	}
	if of != "" {
		role += " · " + of
	}
	return name, role
}

// with changes one participant.
func with(h *hearing.Hearing, who hearing.ID, do func(*hearing.Participant)) {
	for i := range h.Participants {
		if h.Participants[i].ID == who {
			do(&h.Participants[i])
		}
	}
}

// SetPresence records whether a participant came; the same again takes it
// back. Who comes late while the hearing is held arrives now.
func SetPresence(h *hearing.Hearing, who hearing.ID, to hearing.Presence, now time.Time, zone *time.Location) {
	with(h, who, func(p *hearing.Participant) {
		a := &p.Attendance
		if a.Presence == to {
			to = ""
		}
		a.Presence = to
		if to == hearing.Late && a.Arrived.IsZero() && h.StateNow() == hearing.Open && today(*h, now, zone) {
			a.Arrived = now.Truncate(time.Minute)
		}
		if to == hearing.Absent || to == "" {
			a.Arrived = time.Time{}
		}
	})
}

// AllPresent records that everybody came of whom nothing is recorded yet, and
// returns how many they are. Alternates are left out.
func AllPresent(h *hearing.Hearing) int {
	n := 0
	for i := range h.Participants {
		p := &h.Participants[i]
		if p.Attendance.Presence != "" || p.Alternate {
			continue
		}
		p.Attendance.Presence = hearing.Present
		if p.Remote {
			p.Attendance.Presence = hearing.ByVideo
		}
		n++
	}
	return n
}

// Came counts the participants who took part, those of whom nothing is
// recorded, and all. Alternates who did not come are left out.
func Came(h hearing.Hearing) (here, open, all int) {
	for _, p := range h.Participants {
		at := p.Attendance.Presence
		switch {
		case at.Here():
			here++
		case p.Alternate:
			continue
		case at == "":
			open++
		}
		all++
	}
	return here, open, all
}

// Bench returns the officers who give an opinion, and those who are absent.
func Bench(h hearing.Hearing) (here, absent []hearing.Participant) {
	for _, p := range h.Officers() {
		if p.Attendance.Presence == hearing.Absent {
			absent = append(absent, p)
		} else {
			here = append(here, p)
		}
	}
	return here, absent
}

// OpinionOf returns an officer's opinion on a ballot.
func OpinionOf(h hearing.Hearing, officer hearing.ID, b hearing.Ballot) hearing.Opinion {
	if o, ok := h.Opinion(officer, b); ok {
		return o
	}
	return hearing.Opinion{Officer: officer, Question: b.Question, Case: h.Named(b)}
}

// EditOpinion changes an officer's opinion on a ballot. One that says nothing is
// taken away. What was said of all cases at once is kept in the others.
func EditOpinion(h *hearing.Hearing, officer hearing.ID, b hearing.Ballot, do func(*hearing.Opinion)) {
	if h.Named(b) != "" {
		h.Apart(b.Question)
	}
	o := OpinionOf(*h, officer, b)
	do(&o)
	i := slices.IndexFunc(h.Opinions, func(x hearing.Opinion) bool {
		return x.Officer == officer && x.Question == o.Question && x.Case == o.Case
	})
	empty := o.Stance == "" && o.Reason == "" && o.Advice == ""
	switch {
	case i < 0 && !empty:
		h.Opinions = append(h.Opinions, o)
	case i >= 0 && empty:
		h.Opinions = slices.Delete(h.Opinions, i, i+1)
	case i >= 0:
		h.Opinions[i] = o
	}
}

// SameInRest records what an officer said on a question of all cases in each case in
// which that officer said nothing on it yet, and returns how many opinions those
// are. What was said first, in the order of the cases, is taken.
func SameInRest(h *hearing.Hearing, officer hearing.ID) int {
	n := 0
	for _, q := range h.Questions {
		var said hearing.Opinion
		for _, b := range h.Ballots() {
			o, ok := h.Opinion(officer, b)
			if ok && o.Stance != "" && b.Question == q.ID && h.Named(b) != "" {
				said = o
				break
			}
		}
		if said.Stance == "" {
			continue
		}
		for _, of := range h.Cases {
			b := hearing.Ballot{Question: q.ID, Case: of}
			if OpinionOf(*h, officer, b).Stance != "" {
				continue
			}
			SetStance(h, officer, b, said.Stance)
			EditOpinion(h, officer, b, func(o *hearing.Opinion) { o.Reason, o.Advice = said.Reason, said.Advice })
			n++
		}
	}
	return n
}

// SetStance records an officer's answer. The same again takes it back. Where
// the officers' presence is being recorded, one who speaks is there.
func SetStance(h *hearing.Hearing, officer hearing.ID, b hearing.Ballot, s hearing.Stance) {
	EditOpinion(h, officer, b, func(o *hearing.Opinion) {
		if o.Stance == s {
			s = ""
		}
		o.Stance = s
	})
	recorded := slices.ContainsFunc(h.Officers(), func(p hearing.Participant) bool { return p.Attendance.Presence != "" })
	with(h, officer, func(p *hearing.Participant) {
		if s != "" && recorded && p.Attendance.Presence == "" {
			p.Attendance.Presence = hearing.Present
		}
	})
}

// Given counts the opinions that are recorded, of those that there will be.
func Given(h hearing.Hearing) (given, all int) {
	bench, _ := Bench(h)
	for _, p := range bench {
		for _, b := range h.Ballots() {
			all++
			if OpinionOf(h, p.ID, b).Stance != "" {
				given++
			}
		}
	}
	return given, all
}

// Verdict says the opinions on a ballot in one line: how many of each, and
// the majority, or that there is none.
func Verdict(h hearing.Hearing, b hearing.Ballot) string {
	t := h.Tally(b)
	n := t.Agree + t.Disagree + t.Other
	bench, _ := Bench(h)
	open := len(bench) - n
	if n == 0 {
		return words.T("还没有意见")
	}
	var parts []string
	for _, c := range []struct {
		s hearing.Stance
		n int
	}{{hearing.Agree, t.Agree}, {hearing.Disagree, t.Disagree}, {hearing.Other, t.Other}} {
		if c.n > 0 || c.s != hearing.Other {
			parts = append(parts, words.T("{{.Stance}} {{.N}}", map[string]any{"Stance": words.Of(c.s), "N": c.n}))
		}
	}
	text := strings.Join(parts, "  ")
	most := max(t.Agree, t.Disagree, t.Other)
	switch {
	case t.Majority != "" && (open <= 0 || 2*most > len(bench)): // while some are still to speak, the rest cannot outvote it
		text += words.T(" — 多数意见：{{.Stance}}", map[string]string{"Stance": words.Of(t.Majority)})
	case open > 0:
		return text + words.T("，还有 {{.N}} 人", map[string]int{"N": open})
	case t.Agree == t.Disagree && t.Other == 0:
		return words.T("{{.A}}：{{.B}}，没有多数意见", map[string]int{"A": t.Agree, "B": t.Disagree})
	default:
		return text + words.T("，没有多数意见")
	}
	if open > 0 {
		text += words.T("（还有 {{.N}} 人）", map[string]int{"N": open})
	}
	return text
}

// DayOf is the day on which the hearing is held; today while it has no time.
func DayOf(h hearing.Hearing, now time.Time, zone *time.Location) calendar.Date {
	if h.Start.IsZero() {
		return calendar.DateOf(now.In(zone))
	}
	return calendar.DateOf(h.Start.In(zone))
}

// today reports whether the hearing is held on the day of now.
func today(h hearing.Hearing, now time.Time, zone *time.Location) bool {
	return DayOf(h, now, zone) == calendar.DateOf(now.In(zone))
}

// Minutes are those of a time since its midnight; -1 for none.
func Minutes(t time.Time, zone *time.Location) int {
	if t.IsZero() {
		return -1
	}
	t = t.In(zone)
	return t.Hour()*60 + t.Minute()
}

// At is the time so many minutes after a day's midnight; zero for -1.
func At(day calendar.Date, minutes int, zone *time.Location) time.Time {
	if minutes < 0 {
		return time.Time{}
	}
	return day.In(zone).Add(time.Duration(minutes) * time.Minute)
}

// Moment is now, to the minute, on the hearing's own day, and the planned time
// on any other.
func Moment(h hearing.Hearing, now, planned time.Time, zone *time.Location) time.Time {
	if planned.IsZero() || today(h, now, zone) {
		return now.In(zone).Truncate(time.Minute)
	}
	return planned
}
