package press_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// full returns sessions that have every paper of the catalogue between them, each
// under a burden: an open hearing at which everything happens that a hearing can
// bring, the same behind closed doors, an announcement that was moved, their day,
// and a year.
func full(t testing.TB, burden func(*hearing.Dossier)) []hearing.Dossier {
	t.Helper()
	closed := fullHearing(t)
	closed.Hearing.Openness, closed.Cases[0].Type = hearing.NotOpen, hearing.AdminSupervision
	out := []hearing.Dossier{fullHearing(t), closed, variant(t, "put-off")}
	for i := range out {
		burden(&out[i])
	}
	one := out[0]
	day := hearing.Day{Date: calendar.NewDate(2023, time.July, 25), By: hearing.ByRoom, Sessions: out}
	return append(out, day.Dossier(one.Office, nil, one.Zone), variant(t, "period"))
}

// fullHearing is the first worked example with the parties and the notary of the
// second one. It was postponed under another presider, decides against the
// majority, and somebody asked for it, for recusal and for a review.
func fullHearing(t testing.TB) hearing.Dossier {
	d, other := variant(t, "changed"), variant(t, "h-e2")
	maps.Copy(d.People, other.People)
	maps.Copy(d.Organisations, other.Organisations)
	h, c := d.Hearing, &d.Cases[0]
	was := variant(t, "against").Hearing
	h.State, h.Outcome, h.Opinions = was.State, was.Outcome, was.Opinions
	c.Parties = append(c.Parties, other.Cases[0].Parties...)
	for _, p := range other.Hearing.Participants {
		if p.Role != hearing.Officer {
			p.Told = append(slices.Clone(p.Told), hearing.Told{SentOn: today, Method: hearing.ByPost})
			h.Participants = append(h.Participants, p)
		}
	}
	h.Notary, h.Outcome.Agreement = other.Hearing.Notary, other.Hearing.Outcome.Agreement
	c.Steps = variant(t, "asked").Cases[0].Steps
	c.Steps = append(c.Steps, hearing.Step{ID: "s6", Kind: hearing.CallIssued, On: calendar.NewDate(2023, time.July, 1), Note: "云岭日报"})
	called := hearing.Delivery{ID: "called", Person: "p-chengjj", Mode: hearing.PublicCall, SentOn: calendar.NewDate(2023, time.August, 1)}
	d.Instruments = append(d.Instruments, hearing.Instrument{ID: "i-full", Case: c.ID, Kind: hearing.ClosingDecision, Number: "澄检民公终〔2023〕1号",
		DecidedOn: calendar.NewDate(2023, time.July, 31), Deliveries: []hearing.Delivery{called}})
	d.Enclosures = variant(t, "enclosed").Enclosures
	return d
}
