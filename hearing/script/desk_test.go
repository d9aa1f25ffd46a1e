package script_test

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/script"
)

var (
	update = flag.Bool("update", false, "keep the scripts as they are now")
	zone   = time.FixedZone("CST", 8*60*60)
	today  = calendar.NewDate(2023, time.June, 1)
)

// A desk makes scripts as the program does.
type desk struct {
	book   *rules.Book
	papers *document.Catalogue
}

var newDesk = sync.OnceValue(func() desk {
	table, err := rules.Load(assets.Rules()...)
	if err != nil {
		panic(err)
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		panic(err)
	}
	papers, err := document.Load(assets.Documents())
	if err != nil {
		panic(err)
	}
	book := press.Wording(rules.NewBook(table, days), func() (*document.Catalogue, error) { return papers, nil })
	return desk{book, papers.Under(press.Law(book))}
})

func (d desk) of(t testing.TB, x hearing.Dossier) script.Script {
	t.Helper()
	s, err := script.Of(x, d.book, d.papers, today)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// worked is the dossier of a session of the worked examples, anew each time.
func worked(t testing.TB, id hearing.ID) hearing.Dossier {
	t.Helper()
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	d := hearing.Dossier{Office: *p.Office, People: map[hearing.ID]hearing.Person{}, Organisations: map[hearing.ID]hearing.Organisation{},
		Rooms: map[hearing.ID]hearing.Room{}, Instruments: p.Instruments, Zone: zone}
	for _, x := range p.People {
		d.People[x.ID] = x
	}
	for _, x := range p.Organisations {
		d.Organisations[x.ID] = x
	}
	for _, x := range p.Rooms {
		d.Rooms[x.ID] = x
	}
	var cases []hearing.ID
	for i := range p.Hearings {
		if p.Hearings[i].ID == id {
			d.Hearing, cases = &p.Hearings[i], p.Hearings[i].Cases
		}
	}
	for i := range p.Announcements {
		if p.Announcements[i].ID == id {
			d.Announcement, cases = &p.Announcements[i], p.Announcements[i].Cases
		}
	}
	for _, c := range p.Cases {
		if slices.Contains(cases, c.ID) {
			d.Cases = append(d.Cases, c)
		}
	}
	if len(d.Cases) == 0 {
		t.Fatalf("no session %s", id)
	}
	return d
}

// ofType is E1 as a hearing of another type of case.
func ofType(t testing.TB, k hearing.CaseType, o hearing.Openness, forms ...hearing.Form) hearing.Dossier {
	d := worked(t, "h-e1")
	d.Cases[0].Type, d.Hearing.Openness, d.Hearing.Forms = k, o, forms
	return d
}

// custody is a hearing in custody: a suspect, a defender, an investigator, the
// victim and a guardian.
func custody(t testing.TB) hearing.Dossier {
	d := ofType(t, hearing.Arrest, hearing.NotOpen)
	d.Cases[0].Cause = "程建军涉嫌盗窃审查逮捕案"
	d.Cases[0].Parties = []hearing.Party{{ID: "s", Role: hearing.Suspect, Person: "p-chengjj"}, {ID: "v", Role: hearing.Victim, Person: "p-cheng"}}
	d.Hearing.Participants = []hearing.Participant{
		{ID: "o", Role: hearing.Officer, Person: "p-wangyan"}, {ID: "vic", Role: hearing.VictimRole, Person: "p-cheng", Party: "v"},
		{ID: "sus", Role: hearing.PartyRep, Person: "p-chengjj", Party: "s", Remote: true}, {ID: "def", Role: hearing.Defender, Person: "p-zheng", Party: "s"},
		{ID: "inv", Role: hearing.Investigator, Person: "p-sun"}, {ID: "adult", Role: hearing.SuitableAdult, Person: "p-luo"},
	}
	return d
}

// many is E3 with so many cases, each with an agency and a question of its own.
func many(t testing.TB, n int) hearing.Dossier {
	d := worked(t, "h-e3")
	first := d.Cases[0]
	d.Cases, d.Hearing.Cases, d.Hearing.Questions = nil, nil, nil
	d.Hearing.Participants = slices.DeleteFunc(d.Hearing.Participants, func(p hearing.Participant) bool { return p.Role == hearing.AgencyRep })
	for i := range n {
		c := first
		no := strconv.Itoa(i + 1)
		c.ID, c.Cause = hearing.ID("c"+no), "第"+no+"号水箱行政公益诉讼案"
		unit := hearing.Organisation{ID: hearing.ID("o" + no), Name: "第" + no + "供水所", Kind: hearing.Agency}
		d.Organisations[unit.ID] = unit
		c.Parties = []hearing.Party{{ID: hearing.ID("c" + no + "-1"), Role: hearing.SupervisedAgency, Organisation: unit.ID}}
		d.Cases, d.Hearing.Cases = append(d.Cases, c), append(d.Hearing.Cases, c.ID)
		d.Hearing.Questions = append(d.Hearing.Questions, hearing.Question{ID: hearing.ID("q" + no), Case: c.ID, Text: "第" + no + "供水所是否依法履职？"})
		d.Hearing.Participants = append(d.Hearing.Participants, hearing.Participant{ID: hearing.ID("a" + no), Role: hearing.AgencyRep, Organisation: unit.ID, Party: c.Parties[0].ID})
	}
	d.Hearing.End = d.Hearing.Start.Add(6 * time.Hour)
	return d
}

// written is a script as text, for the kept ones.
func written(s script.Script) string {
	var b strings.Builder
	seats := map[string]script.Person{}
	for _, p := range s.People {
		seats[p.Key] = p
	}
	say := func(who string, lines []string) {
		for _, l := range lines {
			fmt.Fprintf(&b, "  %s：%s\n", who, l)
		}
	}
	step := func(x script.Step, mark string) {
		fmt.Fprintf(&b, "%s %s %s", mark, x.Key, x.Name.Zh)
		if x.Case != "" {
			fmt.Fprintf(&b, " [%s]", x.Case)
		}
		if x.Basis != "" {
			b.WriteString(" " + x.Basis)
		}
		b.WriteString("\n  发言：")
		for _, k := range x.Speakers {
			fmt.Fprintf(&b, "%s%s(%s) ", seats[k].Role, seats[k].Name, seats[k].Seat)
		}
		b.WriteString("\n")
		say("主持人", x.Presider)
		say("书记员", x.Recorder)
	}
	for _, x := range s.Steps {
		step(x, s.Start.Add(x.From).In(zone).Format("15:04")+" "+strconv.Itoa(x.Minutes)+"分钟")
	}
	for _, x := range s.Inserts {
		step(x.Step, "+ "+strings.Join(x.Behind, ",")+" "+string(x.Holds))
	}
	return b.String()
}
