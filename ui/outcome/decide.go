package outcome

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// AnswerOf returns the procuratorate's own answer to a question, also one that
// is not complete.
func AnswerOf(h hearing.Hearing, question hearing.ID) hearing.Answer {
	for _, a := range h.Outcome.Answers {
		if a.Question == question {
			return a
		}
	}
	return hearing.Answer{Question: question}
}

// EditAnswer changes the own answer to a question. One that says nothing is
// taken away.
func EditAnswer(h *hearing.Hearing, question hearing.ID, do func(*hearing.Answer)) {
	a := AnswerOf(*h, question)
	do(&a)
	list := h.Outcome.Answers
	i := slices.IndexFunc(list, func(x hearing.Answer) bool { return x.Question == question })
	empty := a.Stance == "" && a.Reason == "" && !a.Partly
	switch {
	case i < 0 && !empty:
		list = append(list, a)
	case i >= 0 && empty:
		list = slices.Delete(list, i, i+1)
	case i >= 0:
		list[i] = a
	}
	h.Outcome.Answers = list
}

// SetAnswer records the own answer to a question; the same again takes it back.
func SetAnswer(h *hearing.Hearing, question hearing.ID, s hearing.Stance) {
	EditAnswer(h, question, func(a *hearing.Answer) {
		if a.Stance == s {
			s = ""
		}
		a.Stance = s
	})
}

// FollowMajority answers each question as the majority did, where there is one
// and no own answer yet, and returns how many those were.
func FollowMajority(h *hearing.Hearing) int {
	n := 0
	for _, q := range h.Questions {
		m := h.Tally(q.ID).Majority
		if _, answered := h.Outcome.Answer(q.ID); m == "" || answered {
			continue
		}
		EditAnswer(h, q.ID, func(a *hearing.Answer) { a.Stance = m })
		n++
	}
	return n
}

// Departs lists the questions in which the majority is not followed, or in
// part, so that the chief procurator must have agreed (art. 16).
func Departs(h hearing.Hearing) []hearing.Question {
	var out []hearing.Question
	for _, q := range h.Questions {
		if a := h.MajorityAdopted(q.ID); a == hearing.NotAdopted || a == hearing.InPart {
			out = append(out, q)
		}
	}
	return out
}

// Consent returns the chief procurator's decision on not following the
// majority, as far as it is recorded.
func Consent(h hearing.Hearing) hearing.Approval {
	a, _ := h.Approval(hearing.ApproveNonAdoption)
	return a
}

// LacksConsent reports whether the majority is not followed and the chief
// procurator's consent is not recorded.
func LacksConsent(h hearing.Hearing) bool {
	c := Consent(h)
	return len(Departs(h)) > 0 && (c.By == "" || c.On.IsZero() || c.Refused)
}

// EditConsent changes that decision. One that says nothing is taken away.
func EditConsent(h *hearing.Hearing, do func(*hearing.Approval)) {
	for i := len(h.Approvals) - 1; i >= 0; i-- {
		if h.Approvals[i].Kind != hearing.ApproveNonAdoption {
			continue
		}
		do(&h.Approvals[i])
		if h.Approvals[i] == (hearing.Approval{Kind: hearing.ApproveNonAdoption}) {
			h.Approvals = slices.Delete(h.Approvals, i, i+1)
		}
		return
	}
	a := hearing.Approval{Kind: hearing.ApproveNonAdoption}
	do(&a)
	if a != (hearing.Approval{Kind: hearing.ApproveNonAdoption}) {
		h.Approvals = append(h.Approvals, a)
	}
}

// SetTiming records when the decision is made. On the spot is on the
// hearing's day.
func SetTiming(h *hearing.Hearing, t hearing.Timing, now time.Time, zone *time.Location) {
	if h.Outcome.Timing == t {
		t = ""
	}
	day := DayOf(*h, now, zone)
	switch {
	case t == hearing.OnTheSpot && h.Outcome.DecidedOn.IsZero():
		h.Outcome.DecidedOn = day
	case t == hearing.Later && h.Outcome.Timing == hearing.OnTheSpot && h.Outcome.DecidedOn == day:
		h.Outcome.DecidedOn = calendar.Date{}
	}
	h.Outcome.Timing = t
}

// Letters counts the letters of the result that can be printed: one for each
// officer who came, once the decision is there (art. 17), with the consent that
// it needs.
func Letters(h hearing.Hearing) int {
	if h.Outcome.DecidedOn.IsZero() || h.Outcome.Decision == "" || LacksConsent(h) {
		return 0
	}
	here, _ := Bench(h)
	return len(here)
}

// Untold lists the officers who were not told the result yet.
func Untold(h hearing.Hearing) []hearing.Participant {
	here, _ := Bench(h)
	return slices.DeleteFunc(here, func(p hearing.Participant) bool {
		return slices.ContainsFunc(p.Told, func(t hearing.Told) bool { return t.Document == "20" && !t.ReceivedOn.IsZero() })
	})
}

// An Applicant is somebody who can apply for a notary matter.
type Applicant struct {
	ID   hearing.ID // participant, or party of a case
	Name string
}

// Applicants lists who can apply: the parties' seats, and parties of the cases
// for whom nobody sits there.
func Applicants(h hearing.Hearing, d hearing.Dossier) []Applicant {
	var out []Applicant
	seated := map[hearing.ID]bool{}
	for _, p := range h.Participants {
		switch p.Role {
		case hearing.PartyRep, hearing.VictimRole, hearing.AgencyRep, hearing.Agent, hearing.Guardian:
			name, _ := Called(d, p)
			out = append(out, Applicant{p.ID, name})
			seated[p.Party] = true
		}
	}
	for _, c := range d.Cases {
		for _, p := range c.Parties {
			name := d.Person(p.Person).Name
			if name == "" {
				name = d.Organisation(p.Organisation).Name
			}
			if !seated[p.ID] && name != "" {
				out = append(out, Applicant{p.ID, name})
			}
		}
	}
	return out
}

// AddMatter begins a matter for the hearing's notary.
func AddMatter(h *hearing.Hearing, id hearing.ID) {
	m := hearing.NotaryMatter{ID: id, Kind: hearing.MatterAgreement}
	if notaries := h.InRole(hearing.NotaryRole); len(notaries) > 0 {
		m.Notary = notaries[0].ID
	}
	h.Notary = append(h.Notary, m)
}

// EditMatter changes a matter.
func EditMatter(h *hearing.Hearing, id hearing.ID, do func(*hearing.NotaryMatter)) {
	for i := range h.Notary {
		if h.Notary[i].ID == id {
			do(&h.Notary[i])
		}
	}
}

// MatterOf returns a matter.
func MatterOf(h hearing.Hearing, id hearing.ID) hearing.NotaryMatter {
	for _, m := range h.Notary {
		if m.ID == id {
			return m
		}
	}
	return hearing.NotaryMatter{}
}

// MatterFindings picks the findings about one matter: they name it by its
// subject, or by its kind.
func MatterFindings(m hearing.NotaryMatter, all []hearing.Finding) []hearing.Finding {
	name := m.Subject
	if name == "" {
		name = words.Of(m.Kind)
	}
	return slices.DeleteFunc(slices.Clone(all), func(f hearing.Finding) bool { return f.Args["subject"] != name })
}

// Settled is when a dispute ended that is said to be over now: now on the
// hearing's own day, and not known on any other.
func Settled(h hearing.Hearing, now time.Time, zone *time.Location) time.Time {
	if !today(h, now, zone) {
		return time.Time{}
	}
	return now.In(zone).Truncate(time.Minute)
}

// Dispute records that the parties dispute a matter, or that they came to
// terms then. While it is disputed it is not accepted.
func Dispute(m *hearing.NotaryMatter, disputed bool, settled time.Time) {
	m.Disputed = disputed
	if disputed {
		m.SettledAt = time.Time{}
		return
	}
	if m.SettledAt.IsZero() {
		m.SettledAt = settled
	}
}
