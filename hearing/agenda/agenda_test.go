package agenda_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/rules"
)

var zone = time.FixedZone("CST", 8*60*60)

func at(t testing.TB, s string) time.Time {
	t.Helper()
	m, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func worked(t testing.TB) hearing.Package {
	t.Helper()
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// open is the open work of a package.
func open(p hearing.Package) hearing.OpenWork {
	var w hearing.OpenWork
	add := func(id hearing.ID, s hearing.State) {
		if s != hearing.Cancelled && s != hearing.Archived {
			d, _ := p.Dossier(id, zone)
			x := d.Session()
			w.Sessions = append(w.Sessions, hearing.OpenSession{Dossier: d, Entry: hearing.Entry{Session: id, Announcement: d.Announcement != nil,
				Title: x.Title, State: x.State, Start: x.Slot.Start, End: x.Slot.End}})
		}
	}
	for _, h := range p.Hearings {
		add(h.ID, h.State)
	}
	for _, a := range p.Announcements {
		add(a.ID, a.State)
	}
	return w
}

// A said judge finds what it is told to.
type said struct {
	sessions map[hearing.ID][]hearing.Finding
	cases    map[hearing.ID][]hearing.Finding
}

func (s said) Check(d hearing.Dossier, _ time.Time, _ string) []hearing.Finding {
	return s.sessions[d.Session().ID]
}

func (said) CheckClue(hearing.Office, hearing.Clue, time.Time, string) []hearing.Finding { return nil }

func (said) CheckPatrol(hearing.Office, hearing.Patrol, time.Time, string) []hearing.Finding {
	return nil
}

func (s said) CheckCase(f hearing.CaseFile, _ time.Time, _ string) []hearing.Finding {
	return s.cases[f.Case.ID]
}

func book(t testing.TB) *rules.Book {
	t.Helper()
	table, err := rules.Load(assets.Rules()...)
	if err != nil {
		t.Fatal(err)
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		t.Fatal(err)
	}
	return rules.NewBook(table, days)
}

// told lists part, day and rule of items.
func told(a agenda.Agenda) []string {
	var out []string
	for _, g := range a.Groups() {
		for _, i := range g.Items {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%d %s %s", g.Part, i.Day, i.Finding.Rule)))
		}
	}
	return out
}

func TestByDay(t *testing.T) {
	due := func(rule, day string, s hearing.Severity) hearing.Finding {
		f := hearing.Finding{Rule: rule, Text: rule + day, Severity: s}
		if day != "" {
			d, err := calendar.ParseDate(day)
			if err != nil {
				t.Fatal(err)
			}
			f.Due = d
		}
		return f
	}
	soon := at(t, "2023-07-20 09:00")
	w := hearing.OpenWork{
		Sessions: []hearing.OpenSession{
			{Entry: hearing.Entry{Session: "set", Start: soon}, Dossier: hearing.Dossier{Hearing: &hearing.Hearing{ID: "set", Slot: hearing.Slot{Start: soon}}}},
			{Entry: hearing.Entry{Session: "unset"}, Dossier: hearing.Dossier{Hearing: &hearing.Hearing{ID: "unset"}}},
		},
		Cases: []hearing.CaseFile{{Case: hearing.Case{ID: "c"}}},
	}
	judge := said{map[hearing.ID][]hearing.Finding{
		"set": {due("W", "2023-07-18", hearing.Warning), due("B", "2023-07-18", hearing.Blocked), due("NEED", "", hearing.Info), due("NEED", "", hearing.Info),
			due("X", "", hearing.Blocked), due("YEAR", "", hearing.Warning), due("HINT", "", hearing.Info)},
		"unset": {due("NEED", "", hearing.Info), due("YEAR", "", hearing.Warning), due("Y", "", hearing.Blocked)},
	}, map[hearing.ID][]hearing.Finding{
		"c": {due("L", "2023-07-17", hearing.Warning), due("SAME", "2023-07-19", hearing.Warning), due("F", "2023-07-25", hearing.Info), due("T", "2023-07-24", hearing.Info)},
	}}
	a := agenda.Of(w, judge, at(t, "2023-07-18 23:59"), "zh")
	want := []string{"0 2023-07-17 L", "1 2023-07-18 B", "1 2023-07-18 W", "1 2023-07-19 SAME", "1 2023-07-20 X", "1 2023-07-20 YEAR", "1 2023-07-20 NEED",
		"1 2023-07-24 T", "2 2023-07-25 F", "3  Y", "3  NEED"}
	if got := told(a); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if late, today := a.Count(); late != 1 || today != 2 {
		t.Errorf("%d late, %d today", late, today)
	}
	for _, i := range a.Items {
		if i.Finding.Missing() && i.Fields != map[hearing.ID]int{"set": 2, "unset": 1}[i.About.Session] {
			t.Errorf("%s: %d fields", i.About.Session, i.Fields)
		}
	}
}

// TestReplyIsLateUntilItCame has the street office's reply of the first
// example, which came two days late, and the same without it.
func TestReplyIsLateUntilItCame(t *testing.T) {
	for _, c := range []struct {
		replied bool
		now     string
		late    bool
	}{
		{true, "2023-10-10 08:00", false}, {false, "2023-10-07 23:59", false}, {false, "2023-10-08 00:00", true}, {false, "2024-10-08 08:00", true},
	} {
		p := worked(t)
		if !c.replied {
			for i := range p.Announcements[0].Deliveries {
				p.Announcements[0].Deliveries[i].RepliedOn = calendar.Date{}
			}
		}
		a := agenda.Of(open(p), book(t), at(t, c.now), "zh")
		late := slices.Contains(told(a), "0 2023-10-07 DL09")
		if late != c.late {
			t.Errorf("%s, replied %v: late is %v: %v", c.now, c.replied, late, told(a))
		}
	}
}

func TestLateNoticeIsMendedOnlyBeforeTheHearing(t *testing.T) {
	for now, want := range map[string]bool{"2023-07-17 08:00": true, "2023-07-19 08:00": false} {
		p := worked(t)
		for i := range p.Hearings {
			if h := &p.Hearings[i]; h.ID == "h-e1" {
				h.State = hearing.Notifying
				for j := range h.Participants {
					h.Participants[j].Waiver = nil
				}
			}
		}
		a := agenda.Of(open(p), book(t), at(t, now), "zh")
		found := slices.ContainsFunc(a.Items, func(i agenda.Item) bool { return i.Finding.Rule == "DL01" && i.Finding.Severity == hearing.Blocked })
		if found != want {
			t.Errorf("%s: asked for is %v: %v", now, found, told(a))
		}
	}
}

// TestAClashIsNamedOnceAndOnlyBefore has two hearings in one room.
func TestAClashIsNamedOnceAndOnlyBefore(t *testing.T) {
	p := worked(t)
	twin := hearing.Hearing{ID: "twin", State: hearing.Notifying, Cases: []hearing.ID{"c-e3"}}
	for _, h := range p.Hearings {
		if h.ID == "h-e1" {
			twin.Slot = h.Slot
		}
	}
	p.Hearings = append(p.Hearings, twin, hearing.Hearing{ID: "gone", State: hearing.Cancelled})
	for now, want := range map[string]int{"2023-07-18 08:00": 1, "2023-07-19 08:00": 0} {
		if a := agenda.Of(open(p), book(t), at(t, now), "zh"); len(a.Clashes) != want {
			t.Errorf("%s: %+v", now, a.Clashes)
		}
	}
}

// TestNobodyIsNamedOutside holds that what leaves the desk hides the parties
// of what is not public, and minors always.
func TestNobodyIsNamedOutside(t *testing.T) {
	people := map[hearing.ID]hearing.Person{"p": {ID: "p", Name: "程小桂"}, "m": {ID: "m", Name: "欧阳明月"}, "g": {ID: "g", Name: "程建军"}, "o": {ID: "o", Name: "周慧敏"}}
	of := func(open hearing.Openness, parties ...hearing.Party) agenda.Subject {
		h := &hearing.Hearing{ID: "h", Openness: open, Recorder: "o", Participants: []hearing.Participant{{Role: hearing.Guardian, Person: "g"}, {Role: hearing.Officer, Person: "o"}}}
		w := hearing.OpenWork{Sessions: []hearing.OpenSession{{Entry: hearing.Entry{Session: "h"},
			Dossier: hearing.Dossier{Hearing: h, Cases: []hearing.Case{{ID: "c", Parties: parties}}, People: people}}}}
		judge := said{sessions: map[hearing.ID][]hearing.Finding{"h": {{Rule: "X", Severity: hearing.Blocked}}}}
		return agenda.Of(w, judge, at(t, "2023-07-18 08:00"), "zh").Items[0].About
	}
	const text = "程小桂、欧阳明月、程建军、周慧敏"
	adult, minor := hearing.Party{ID: "1", Person: "p"}, hearing.Party{ID: "2", Person: "m", Minor: true}
	for _, c := range []struct {
		name   string
		s      agenda.Subject
		closed bool
		want   string
	}{
		{"public", of(hearing.Public, adult), false, text},
		{"closed", of(hearing.NotOpen, adult), true, "程某某1、欧阳明月、程某某2、周慧敏"},
		{"a minor", of(hearing.Public, adult, minor), true, "程某某1、欧阳某某、程某某2、周慧敏"},
	} {
		if got := c.s.Veil()(text); got != c.want || c.s.Confidential() != c.closed {
			t.Errorf("%s: %s, confidential %v", c.name, got, c.s.Confidential())
		}
		if !c.s.Mine("周慧敏") || c.s.Mine("程小桂") || c.s.Mine("") {
			t.Errorf("%s: whose it is", c.name)
		}
	}
}

// TestACluesDayIsOnTheAgenda: it is its handler's, and outsiders read of it
// neither what it says nor who gave it.
func TestACluesDayIsOnTheAgenda(t *testing.T) {
	came, err := calendar.ParseDate("2023-05-12")
	if err != nil {
		t.Fatal(err)
	}
	w := hearing.OpenWork{People: map[hearing.ID]hearing.Person{"p": {Name: "林知远"}}, Clues: []hearing.Clue{{ID: "q", Source: hearing.SourceHotline, Number: "417",
		CameOn: came, State: hearing.ClueOpen, Text: "陶某家门口拉线充电。", Giver: "陶某", Handler: "p"}}}
	a := agenda.Of(w, book(t), at(t, "2023-06-13 08:00"), "zh")
	if got := told(a); !slices.Equal(got, []string{"0 2023-06-12 CLUE"}) {
		t.Fatalf("the agenda is %q", got)
	}
	s := a.Items[0].About
	if s.Title != "陶某家门口拉线充电" || !s.Mine("林知远") || s.Mine("许晚") || !s.Confidential() || s.Outside() != "12345政务服务便民热线417" || s.ID() != "q" {
		t.Errorf("it is about %+v, outside %q", s, s.Outside())
	}
}
