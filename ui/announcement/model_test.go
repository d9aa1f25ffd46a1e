package announcement_test

import (
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/announcement"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

func agency(id hearing.ID) hearing.Party {
	return hearing.Party{ID: "party-" + id, Role: hearing.SupervisedAgency, Organisation: id}
}

func TestBegin(t *testing.T) {
	fire := hearing.Case{ID: "c1", Type: hearing.AdminPublicInterest, Handler: "lin", Lead: "gu", Parties: []hearing.Party{agency("o1"), agency("o2"), {ID: "x", Role: hearing.Violator, Organisation: "o3"}}}
	minor := hearing.Case{ID: "c2", Type: hearing.NonProsecution, Handler: "lin", Lead: "lin", Minor: true}
	room := hearing.Room{ID: "r1", Kind: hearing.HearingRoom}
	paper := hearing.Instrument{ID: "i1", Kind: hearing.Recommendation}
	for _, c := range []struct {
		name     string
		b        announcement.Beginning
		units    []hearing.ID
		openness hearing.Openness
		presider hearing.ID
		room     hearing.ID
		papers   int
		set      bool
	}{
		{"nothing", announcement.Beginning{}, nil, hearing.Public, "", "", 0, false},
		{"a day and rooms", announcement.Beginning{Day: calendar.NewDate(2023, 7, 31), Rooms: []hearing.Room{{ID: "r0", Kind: hearing.CommunityRoom}, {ID: "theirs", Kind: hearing.HearingRoom, Owner: "o9"}, room}}, nil, hearing.Public, "", "r1", 0, true},
		{"the one paper", announcement.Beginning{Cases: []hearing.Case{fire}, Papers: []hearing.Instrument{paper}}, []hearing.ID{"o1", "o2"}, hearing.Public, "gu", "", 1, false},
		{"two papers are the clerk's choice", announcement.Beginning{Cases: []hearing.Case{fire}, Papers: []hearing.Instrument{paper, {ID: "i2"}}}, []hearing.ID{"o1", "o2"}, hearing.Public, "gu", "", 0, false},
		{"a minor", announcement.Beginning{Cases: []hearing.Case{minor}}, nil, hearing.NotOpen, "", "", 0, false},
	} {
		c.b.ID, c.b.NewID = "a", shown.IDs("new")
		a := announcement.Begin(c.b, words.Zone())
		var units []hearing.ID
		for _, d := range a.Deliveries {
			units = append(units, d.Organisation)
			if len(d.Instruments) != c.papers || d.Mode != hearing.Announced {
				t.Errorf("%s: %+v", c.name, d)
			}
		}
		if !slices.Equal(units, c.units) || a.Openness != c.openness || a.Presider != c.presider || a.Room != c.room || !a.End.IsZero() != c.set ||
			len(a.Consents) != len(c.units) || len(a.Participants) != len(c.units) {
			t.Errorf("%s: %+v", c.name, a)
		}
		if faults := a.Validate(); len(faults) > 0 {
			t.Errorf("%s: %v", c.name, faults)
		}
	}
}

func TestRecipientsComeAndGo(t *testing.T) {
	newID := shown.IDs("new")
	a := announcement.WithUnits(hearing.Announcement{ID: "a"}, []hearing.ID{"o1", "o2"}, nil, newID)
	a = announcement.WithUnits(a, []hearing.ID{"o2"}, nil, newID)
	a = announcement.WithPerson(a, "p1", nil, newID)
	a = announcement.WithPerson(a, "p1", nil, newID)
	if len(a.Deliveries) != 3 || len(a.Consents) != 2 || len(a.Participants) != 2 {
		t.Fatalf("%+v", a)
	}
	before := a
	a = announcement.Without(a, a.Deliveries[0].ID)
	if len(a.Deliveries) != 2 || len(a.Consents) != 1 || a.Consents[0].Organisation != "o2" || len(a.Participants) != 1 || a.Participants[0].Organisation != "o2" {
		t.Errorf("without a unit: %+v", a)
	}
	if len(before.Deliveries) != 3 || len(before.Consents) != 2 {
		t.Error("the announcement before was changed")
	}
	if a = announcement.Without(a, a.Deliveries[1].ID); len(a.Deliveries) != 1 || len(a.Consents) != 1 {
		t.Errorf("without a person: %+v", a)
	}
}

func TestServedFillsWhatIsOpen(t *testing.T) {
	paper := []hearing.ID{"i"}
	end, earlier := shown.At(t, "2023-07-31 16:00"), shown.At(t, "2023-07-31 15:40")
	a := hearing.Announcement{Reader: "lin", Recorder: "xu", Slot: hearing.Slot{End: end}, Deliveries: []hearing.Delivery{
		{ID: "1", Instruments: paper, Mode: hearing.Announced}, {ID: "2", Instruments: paper, Mode: hearing.Left},
		{ID: "3", Instruments: paper, Mode: hearing.Announced, ServedAt: earlier}, {ID: "4", Instruments: paper, Servers: []hearing.ID{"gu"}},
		{ID: "5", Mode: hearing.Announced}}}
	got := announcement.Served(a).Deliveries
	for i, want := range []struct {
		served  bool
		servers int
	}{{true, 2}, {false, 0}, {true, 0}, {true, 1}, {false, 0}} {
		if got[i].ServedAt.IsZero() == want.served || len(got[i].Servers) != want.servers {
			t.Errorf("delivery %s: %+v", got[i].ID, got[i])
		}
	}
	if !got[2].ServedAt.Equal(earlier) || !a.Deliveries[0].ServedAt.IsZero() {
		t.Error("what was recorded is changed")
	}
}

func TestDeclinedIsServedDirectly(t *testing.T) {
	a := hearing.Announcement{Deliveries: []hearing.Delivery{{Organisation: "o1", Mode: hearing.Announced}, {Organisation: "o2", Mode: hearing.Announced}},
		Participants: []hearing.Participant{{ID: "1", Role: hearing.Recipient, Organisation: "o1"}, {ID: "2", Role: hearing.Recipient, Organisation: "o2"}}}
	got := announcement.Directly(a, "o1")
	if d := got.Deliveries; d[0].Mode != hearing.Direct || d[1].Mode != hearing.Announced {
		t.Errorf("%+v", d)
	}
	if len(got.Participants) != 1 || got.Participants[0].Organisation != "o2" || len(a.Participants) != 2 {
		t.Errorf("a seat is kept for a unit that does not come: %+v", got.Participants)
	}
}

func TestConsentsAsTheFirst(t *testing.T) {
	day := calendar.NewDate(2023, 10, 9)
	a := hearing.Announcement{Consents: []hearing.Consent{{Organisation: "o1", AskedOn: day, AnsweredOn: day.AddDays(1), Agreed: true, Note: "来电"}, {Organisation: "o2"}, {Organisation: "o3", AskedOn: day}}}
	got := announcement.AsTheFirst(a).Consents
	want := []hearing.Consent{a.Consents[0], {Organisation: "o2", AskedOn: day, AnsweredOn: day.AddDays(1), Agreed: true}, a.Consents[2]}
	if !slices.Equal(got, want) || !a.Consents[1].AskedOn.IsZero() {
		t.Errorf("%+v", got)
	}
}

func TestReplies(t *testing.T) {
	papers := []hearing.Instrument{{ID: "i1", Kind: hearing.Recommendation}, {ID: "i2", Kind: hearing.FilingDecision}, {ID: "i3", Kind: hearing.Recommendation, Urgent: true}}
	served := shown.At(t, "2023-07-31 16:00")
	for _, c := range []struct {
		name string
		d    hearing.Delivery
		want string
	}{
		{"two months over National Day", hearing.Delivery{Instruments: []hearing.ID{"i1"}, ServedAt: served}, "2023-10-07"},
		{"the urgent one first", hearing.Delivery{Instruments: []hearing.ID{"i1", "i3"}, ServedAt: served}, "2023-08-15"},
		{"no recommendation", hearing.Delivery{Instruments: []hearing.ID{"i2"}, ServedAt: served}, ""},
		{"not served", hearing.Delivery{Instruments: []hearing.ID{"i1"}}, ""},
	} {
		if got := announcement.Replies(c.d, papers, shown.Days(t), words.Zone()); got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestSlot(t *testing.T) {
	day := calendar.NewDate(2023, 7, 31)
	s := announcement.OnDate(hearing.Slot{}, day)
	steps := []struct {
		name string
		do   func(hearing.Slot) hearing.Slot
		want string
	}{
		{"usual hours", func(s hearing.Slot) hearing.Slot { return s }, "2023-07-31 15:00 16:00"},
		{"until", func(s hearing.Slot) hearing.Slot { return announcement.Until(s, 17*60) }, "2023-07-31 15:00 17:00"},
		{"from keeps the length", func(s hearing.Slot) hearing.Slot { return announcement.From(s, 9*60+30) }, "2023-07-31 09:30 11:30"},
		{"another day", func(s hearing.Slot) hearing.Slot { return announcement.OnDate(s, day.AddDays(1)) }, "2023-08-01 09:30 11:30"},
		{"no day", func(s hearing.Slot) hearing.Slot { return announcement.OnDate(s, calendar.Date{}) }, "0001-01-01 00:00 00:00"},
	}
	for _, x := range steps {
		s = x.do(s)
		got := s.Start.Format("2006-01-02 15:04 ") + s.End.Format("15:04")
		if got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
}

// TestColumnsStay: the papers that are ticked come first in what is read of a session, and
// the columns do not change places for that under the hand.
func TestColumnsStay(t *testing.T) {
	papers := []hearing.Instrument{{ID: "c", Number: "澄检行公建〔2023〕10号"}, {ID: "x"}, {ID: "a", Number: "澄检行公建〔2023〕9号"}, {ID: "b", Number: "澄检行公建〔2023〕8号"}}
	for range papers {
		papers = append(papers[1:], papers[0])
		var order string
		for _, i := range announcement.Columns(papers) {
			order += string(i.ID)
		}
		if order != "xbac" {
			t.Errorf("the columns are %s", order)
		}
	}
}
