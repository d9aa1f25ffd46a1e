package papers

import (
	"slices"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
)

// told says that the first of some participants were told of the hearing.
func told(h *hearing.Hearing, n int, on calendar.Date) (ids []hearing.ID) {
	for i := range h.Participants {
		p := &h.Participants[i]
		p.Told, p.Waiver = nil, nil
		if p.Role.MustBeTold() && !p.Alternate && len(ids) < n {
			p.Told = []hearing.Told{{SentOn: on, ReceivedOn: on, Method: hearing.ByHand, For: h.Start}}
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// TestANoticeOfChangeIsWantedForThoseWhoMustHearOfIt: of three who had been
// told, one was told again; just the notices of the other two are ticked, and
// what the clerk ticks then stays.
func TestANoticeOfChangeIsWantedForThoseWhoMustHearOfIt(t *testing.T) {
	c := &clock{time.Date(2023, 6, 20, 9, 0, 0, 0, july(1, 8).Location())}
	d := filled(t, c)
	var ids []hearing.ID
	edit(t, d, "h-e2", func(h *hearing.Hearing) {
		h.State, h.Opinions, h.Outcome, h.Moves = hearing.Notifying, nil, hearing.Outcome{}, nil
		ids = told(h, 3, calendar.NewDate(2023, 6, 12))
	})
	edit(t, d, "h-e2", func(h *hearing.Hearing) {
		before := *h
		h.Start, h.End = h.Start.AddDate(0, 0, 3), h.End.AddDate(0, 0, 3)
		*h = h.ChangedFrom(before, calendar.NewDate(2023, 6, 19), c.at.Location())
		h.Moves[0].Reason = "主持人出差"
		i := slices.IndexFunc(h.Participants, func(p hearing.Participant) bool { return p.ID == ids[1] })
		h.Participants[i].Told = append(h.Participants[i].Told, hearing.Told{SentOn: calendar.NewDate(2023, 6, 20), ReceivedOn: calendar.NewDate(2023, 6, 20), Document: "21", Method: hearing.ByHand, For: h.Start})
	})
	table, err := rules.Load(assets.Rules()...)
	if err != nil {
		t.Fatal(err)
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		t.Fatal(err)
	}
	book := rules.NewBook(table, days)
	m := showing(t, d, c, "h-e2")
	m.again = func(d hearing.Dossier) ([]hearing.ID, error) { return book.Again(d, c.at), nil }
	m.Want("21")
	m.Show("h-e2")
	var got []hearing.ID
	for _, s := range m.Ticked() {
		if s.Number != "21" {
			t.Errorf("%s is ticked too", s.Name())
		}
		got = append(got, hearing.ID(s.Key))
	}
	if want := []hearing.ID{ids[0], ids[2]}; !slices.Equal(got, want) {
		t.Errorf("notices are ticked for %v, want %v", got, want)
	}
	if m.Chosen == nil || m.Chosen.Number != "21" || m.Chosen.Err != nil {
		t.Errorf("it looks at %+v", m.Chosen)
	}
	m.Tick(true, m.Sheets[0])
	m.Show("h-e2")
	if !m.Sheets[0].Ticked || len(m.Ticked()) != 3 {
		t.Error("what the clerk ticked was lost")
	}
}

// TestAFormThatIsNotThereIsNotWanted leaves everything ticked as it was.
func TestAFormThatIsNotThereIsNotWanted(t *testing.T) {
	c := &clock{july(1, 8)}
	m := showing(t, filled(t, c), c, "h-e2")
	before := len(m.Ticked())
	m.Want("21") // nothing was changed, so there is no notice of change
	m.Show("h-e2")
	if len(m.Ticked()) != before || before == 0 {
		t.Errorf("%d of %d are ticked", len(m.Ticked()), before)
	}
	m.Want("06")
	m.Show("h-e2")
	for _, s := range m.Ticked() {
		if s.Number != "06" {
			t.Errorf("%s is ticked", s.Name())
		}
	}
}
