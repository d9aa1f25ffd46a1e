package sample

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// An Office is an invented desk of any size: ten years of hearings with their
// cases, people, announcements, papers, follow-ups and transcripts. What was more
// than a few days before Today is over and archived, what is after it is prepared.
type Office struct {
	Hearings int
	Today    calendar.Date
	Zone     *time.Location
}

// How many of each a hearing has.
const (
	Seats  = 8  // participations
	Spoken = 10 // passages of its transcript, once it was held
)

const (
	years  = 10
	ahead  = 10 // working days for which hearings are fixed
	recent = 5  // working days after which a hearing is put away
	part   = 500
)

// Packages makes the desk in parts: each names only what is in it or in one
// before.
func (o Office) Packages() iter.Seq[hearing.Package] {
	return func(yield func(hearing.Package) bool) {
		m := o.maker()
		if !yield(m.standing()) {
			return
		}
		for from := 0; from < o.Hearings; from += part {
			p := blank()
			for i := from; i < min(from+part, o.Hearings); i++ {
				m.hearing(&p, i)
			}
			if !yield(p) {
				return
			}
		}
	}
}

func blank() hearing.Package {
	return hearing.Package{Format: hearing.PackageFormat, Version: hearing.PackageVersion}
}

// A maker knows how many of whom the desk has.
type maker struct {
	Office
	days               []calendar.Date // on which hearings are held
	rooms              int
	officers, guests   int
	lawyers, districts int
	old                calendar.Date // hearings before are put away
	roll               *rand.Rand    // of the hearing that is made
}

func (o Office) maker() *maker {
	m := &maker{Office: o, old: o.Today}
	for d := o.Today.AddMonths(-12 * years); !d.After(o.Today.AddDays(ahead * 7 / 5)); d = d.AddDays(1) {
		if works(d) {
			m.days = append(m.days, d)
		}
	}
	for n := recent; n > 0; {
		if m.old = m.old.AddDays(-1); works(m.old) {
			n--
		}
	}
	daily := o.Hearings/len(m.days) + 1
	m.rooms = max(3, daily/len(hours)+1)
	m.officers = max(60, 4*len(hours)*m.rooms)
	m.guests = m.rooms + 12
	m.lawyers = m.rooms + 8
	m.districts = min(len(districts), 1+m.rooms/3)
	return m
}

func works(d calendar.Date) bool { w := d.Weekday(); return w != time.Saturday && w != time.Sunday }

// hours are when hearings begin; an announcement comes after them.
var hours = []time.Duration{9 * time.Hour, 10*time.Hour + 30*time.Minute, 14 * time.Hour, 15*time.Hour + 20*time.Minute}

const lasts = 70 * time.Minute

// ceremonies are when announcements begin, after the hearings of the day.
var ceremonies = []time.Duration{16*time.Hour + 40*time.Minute, 17*time.Hour + 25*time.Minute}

// A place is where and when a hearing lies: its day, and who is free then follows
// from the hour and the room.
type place struct {
	day, hour, room int
	start           time.Time
}

func (m *maker) place(i int) place {
	day := i * len(m.days) / m.Hearings
	first := (day*m.Hearings + len(m.days) - 1) / len(m.days) // of the day
	n := i - first
	p := place{day: day, hour: n % len(hours), room: n / len(hours)}
	p.start = m.days[day].In(m.Zone).Add(hours[p.hour])
	return p
}

func (m *maker) dice(i int) {
	m.roll = rand.New(rand.NewPCG(uint64(m.Hearings), uint64(i))) //nolint:gosec // invented people need no secret
}

func pick[T any](m *maker, list []T) T { return list[m.roll.IntN(len(list))] }

func id(letter string, n ...int) hearing.ID {
	out := letter
	for k, x := range n {
		if k > 0 {
			out += "-"
		}
		out += fmt.Sprint(x)
	}
	return hearing.ID(out)
}

// name is a full name; the same dice give the same one.
func (m *maker) name() string { return pick(m, surnames) + pick(m, given) }

func (m *maker) phone() string {
	return fmt.Sprintf("0350-555%04d", m.roll.IntN(10000))
}

// standing is what an office has before its first hearing.
func (m *maker) standing() hearing.Package {
	p := blank()
	m.dice(-1)
	p.Office = &hearing.Office{Name: "云岭市澄河区人民检察院", Short: "澄检", Region: "澄河区", Level: hearing.LevelCounty, Address: "云岭市澄河区清源路18号", Postcode: "030000",
		Phone: "0350-5550100", Department: "第四检察部", Upper: "云岭市人民检察院", Chief: "chief", Contacts: []hearing.Contact{{Name: "林知远", Phone: "0350-5550104"}}}
	for d := range m.districts {
		for n, a := range agencies {
			p.Organisations = append(p.Organisations, hearing.Organisation{ID: id("o", d, n), Name: districts[d] + a, Kind: hearing.Agency, Level: hearing.LevelCounty, Region: districts[d], Head: m.name(), Phone: m.phone()})
			p.People = append(p.People, hearing.Person{ID: id("a", d, n), Name: m.name(), Post: "副局长", Organisation: id("o", d, n), Phone: m.phone()})
		}
	}
	p.Organisations = append(p.Organisations, hearing.Organisation{ID: "o-law", Name: "云岭清源律师事务所", Kind: hearing.LawFirm, Region: "澄河区"},
		hearing.Organisation{ID: "o-justice", Name: "云岭市司法局", Kind: hearing.Agency, Level: hearing.LevelCity, Region: "云岭市"})
	m.staff(&p)
	for n := range m.officers {
		p.People = append(p.People, hearing.Person{ID: id("e", n), Name: m.name(), Gender: hearing.Genders[n%2], Born: calendar.Partial{Year: 1955 + m.roll.IntN(40)}, Title: pick(m, callings), Phone: m.phone(),
			Class: hearing.OfficerClasses[n%3], Pool: hearing.PoolActive, PoolSource: pick(m, hearing.PoolSources), TermBegins: m.days[0].AddMonths(-1), TermEnds: m.Today.AddMonths(24)})
	}
	for n := range m.guests {
		p.People = append(p.People, hearing.Person{ID: id("s", n), Name: m.name(), Title: "人民监督员", Supervisor: hearing.Appointment{Number: fmt.Sprintf("YLJD%04d", n+1), By: "云岭市司法局"}},
			hearing.Person{ID: id("v", n), Name: m.name(), Title: "“益心为公”志愿者", Volunteer: fmt.Sprintf("YXWG-%04d", n+1)},
			hearing.Person{ID: id("d", n), Name: m.name(), Title: "区人大代表", Deputy: "澄河区第九届人大代表"})
	}
	for n := range m.lawyers {
		p.People = append(p.People, hearing.Person{ID: id("l", n), Name: m.name(), Title: "律师", Organisation: "o-law", Licence: fmt.Sprintf("11401%011d", n+1)})
	}
	return p
}

// staff are the rooms and who works in them.
func (m *maker) staff(p *hearing.Package) {
	p.People = append(p.People, hearing.Person{ID: "chief", Name: "沈秋白", Rank: hearing.Chief, Post: "检察长"}, hearing.Person{ID: "deputy", Name: "顾长河", Rank: hearing.DeputyChief, Post: "副检察长"})
	for n := range m.rooms {
		p.Rooms = append(p.Rooms, hearing.Room{ID: id("r", n), Name: fmt.Sprintf("听证室%d", n+1), Kind: hearing.HearingRoom, Address: "云岭市澄河区清源路18号", Seats: 24})
		p.People = append(p.People, hearing.Person{ID: id("x", n), Name: m.name(), Rank: hearing.DepartmentHead, Post: "部门负责人", Phone: m.phone()},
			hearing.Person{ID: id("y", n), Name: m.name(), Rank: hearing.Prosecutor, Post: "检察官", Phone: m.phone()}, hearing.Person{ID: id("z", n), Name: m.name(), Rank: hearing.Clerk, Post: "书记员", Phone: m.phone()})
	}
}
