package hearing_test

import (
	"reflect"
	"testing"

	"hearingdesk/hearing"
)

func TestOverlaps(t *testing.T) {
	slot := func(from, to int) hearing.Slot { return hearing.Slot{Start: at(18, from, 0), End: at(18, to, 0)} }
	for _, c := range []struct {
		name string
		a, b hearing.Slot
		want bool
	}{
		{"one after the other", slot(9, 11), slot(11, 12), false},
		{"half an hour too early", slot(9, 11), hearing.Slot{Start: at(18, 10, 30), End: at(18, 12, 0)}, true},
		{"one within the other", slot(9, 12), slot(10, 11), true},
		{"the same", slot(9, 12), slot(9, 12), true},
		{"another day", slot(9, 12), hearing.Slot{Start: at(19, 9, 0), End: at(19, 12, 0)}, false},
		{"over midnight", hearing.Slot{Start: at(17, 22, 0), End: at(18, 10, 0)}, slot(9, 12), true},
		{"the same instant in another zone", slot(9, 12), hearing.Slot{Start: at(18, 9, 0).UTC(), End: at(18, 10, 0).UTC()}, true},
		{"no end", slot(9, 12), hearing.Slot{Start: at(18, 10, 0)}, false},
		{"no time", hearing.Slot{}, hearing.Slot{}, false},
	} {
		if got := c.a.Overlaps(c.b); got != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestTakes(t *testing.T) {
	s := hearing.Session{Slot: hearing.Slot{Room: "r"}, Presider: "lin", Recorder: "xu", Reader: "gu", Prosecutors: []hearing.ID{"lin", "shen"}, Participants: []hearing.Participant{
		{Role: hearing.Officer, Person: "wang"}, {Role: hearing.Officer, Person: "zhao", Alternate: true}, {Role: hearing.Officer},
		{Role: hearing.NotaryRole, Person: "han"}, {Role: hearing.Supervisor, Person: "wu"}, {Role: hearing.AgencyRep, Person: "sun"},
		{Role: hearing.Observer, Person: "fang"}, {Role: hearing.Interpreter, Person: "r"}}}
	want := []hearing.Taking{{"room", "r"}, {"presider", "lin"}, {"recorder", "xu"}, {"reader", "gu"}, {"prosecutor", "shen"},
		{"officer", "wang"}, {"notary", "han"}, {"supervisor", "wu"}, {"interpreter", "r"}} // a person may have the room's ID
	if got := s.Takes(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestClashesWith(t *testing.T) {
	a := hearing.Session{ID: "a", Title: "甲", Slot: hearing.Slot{Room: "r", Start: at(18, 9, 0), End: at(18, 11, 0)}, Presider: "lin",
		Participants: []hearing.Participant{{Role: hearing.Officer, Person: "wang"}}}
	b := hearing.Session{ID: "b", Slot: hearing.Slot{Room: "s", Start: at(18, 10, 0), End: at(18, 12, 0)}, Presider: "gu", Recorder: "lin",
		Participants: []hearing.Participant{{Role: hearing.Supervisor, Person: "wang"}}}
	want := []hearing.Clash{{What: "recorder", Who: "lin", Session: "a", Title: "甲", Start: at(18, 9, 0), End: at(18, 11, 0)},
		{What: "supervisor", Who: "wang", Session: "a", Title: "甲", Start: at(18, 9, 0), End: at(18, 11, 0)}}
	if got := b.ClashesWith(a); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := a.ClashesWith(a); got != nil {
		t.Errorf("a session clashes with itself: %+v", got)
	}
	for _, s := range []hearing.State{hearing.Cancelled, hearing.Postponed, hearing.Refused} {
		c := a
		c.State = s
		if got := b.ClashesWith(c); got != nil {
			t.Errorf("a %s session is in the way: %+v", s, got)
		}
	}
	room := hearing.Session{ID: "c", Slot: hearing.Slot{Room: "lin", Start: at(18, 9, 0), End: at(18, 11, 0)}}
	if got := room.ClashesWith(a); got != nil {
		t.Errorf("a room is taken for a person: %+v", got)
	}
}

func TestTitle(t *testing.T) {
	one, two := hearing.Case{Cause: "甲案"}, hearing.Case{Cause: "乙案"}
	for _, c := range []struct {
		own       string
		cases     []hearing.Case
		isHearing bool
		want      string
	}{
		{"程家听证会", []hearing.Case{one}, true, "程家听证会"},
		{"", nil, true, "听证会"},
		{"", []hearing.Case{one}, true, "甲案听证会"},
		{"", []hearing.Case{one, two}, true, "甲案等2案听证会"},
		{"", []hearing.Case{one}, false, "甲案宣告送达"},
	} {
		if got := hearing.Title(c.own, c.cases, c.isHearing); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestDossierOfAPackage(t *testing.T) {
	p := hearing.Package{
		Office: &hearing.Office{Name: "院"}, People: []hearing.Person{{ID: "lin", Name: "林知远"}}, Rooms: []hearing.Room{{ID: "r", Name: "听证室一"}},
		Cases:       []hearing.Case{{ID: "c1", Cause: "甲案"}, {ID: "c2", Cause: "乙案"}},
		Instruments: []hearing.Instrument{{ID: "i1", Case: "c2"}, {ID: "i2", Case: "other"}},
		Hearings: []hearing.Hearing{
			{ID: "h1", Cases: []hearing.ID{"c2", "c1"}, Slot: hearing.Slot{Room: "r", Start: at(18, 9, 0), End: at(18, 11, 0)}, Presider: "lin"},
			{ID: "h2", Cases: []hearing.ID{"c1"}, Slot: hearing.Slot{Room: "r", Start: at(18, 10, 0), End: at(18, 12, 0)}, Presider: "lin"}},
		Announcements: []hearing.Announcement{{ID: "a1", Cases: []hearing.ID{"c1"}}},
	}
	d, ok := p.Dossier("h1", cst)
	if !ok || d.Hearing.ID != "h1" || d.Announcement != nil || d.Office.Name != "院" || d.Zone != cst {
		t.Fatalf("%v: %+v", ok, d)
	}
	if len(d.Cases) != 2 || d.Cases[0].ID != "c2" || len(d.Instruments) != 1 || d.Instruments[0].ID != "i1" {
		t.Errorf("cases %+v, instruments %+v", d.Cases, d.Instruments)
	}
	if len(d.Clashes) != 2 || d.Clashes[0].Name != "听证室一" || d.Clashes[1].Name != "林知远" || d.Clashes[1].Room != "听证室一" || d.Clashes[0].Title != "甲案听证会" {
		t.Errorf("clashes %+v", d.Clashes)
	}
	if a, ok := p.Dossier("a1", cst); !ok || a.Announcement == nil || a.Session().Title != "甲案宣告送达" {
		t.Errorf("the announcement: %v %+v", ok, a.Announcement)
	}
	if _, ok := p.Dossier("nobody", cst); ok {
		t.Error("a session that is not there is found")
	}
}
