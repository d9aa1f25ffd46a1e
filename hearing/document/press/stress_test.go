package press_test

import (
	"fmt"
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// rare are names of characters that stand in few fonts, five of them beyond
// U+FFFF.
var rare = []string{"䶮㛃", "𬱖𫖯𬭚", "王䶮", "陈𬭎", "𠮷㎡"}

// minority is a name of twenty characters.
const minority = "阿卜杜热合曼·买买提艾山江·吐尔逊尼亚孜"

// A burden is what a session has to bear.
type burden struct {
	name string
	on   func(*hearing.Dossier)
}

// burdens are what the papers are made of beside the worked examples.
var burdens = []burden{
	{"as they are", func(*hearing.Dossier) {}},
	{"forty officers", fortyOfficers},
	{"agencies of sixty characters", longAgencies},
	{"an office of sixty characters, and copies to many", longOffice},
	{"eight cases", eightCases},
	{"a transcript of nine pages", longTranscript},
	{"what was said, corrected and sealed", func(d *hearing.Dossier) {
		if d.Hearing != nil {
			spoken(d).sealed()
		}
	}},
	{"nothing that may be empty", emptied},
	{"rare characters", func(d *hearing.Dossier) { named(d, rare...) }},
	{"a sign in a name", func(d *hearing.Dossier) { named(d, rare[4]) }},
	{"names of twenty characters", func(d *hearing.Dossier) { named(d, minority) }},
	{"English names", func(d *hearing.Dossier) {
		named(d, "Christopher Montgomery-Featherstonehaugh", "Li Na", "O’Neill")
	}},
	{"a cause of two hundred characters", longCause},
	{"addresses without a blank", longAddresses},
	{"all of it", func(d *hearing.Dossier) {
		if d.Hearing != nil {
			spoken(d).sealed()
		}
		for _, on := range []func(*hearing.Dossier){longAgencies, longTranscript, longAddresses, fortyOfficers, longCause} {
			on(d)
		}
		named(d, append(rare, minority)...)
	}},
}

// named gives everybody one of the names, in turns.
func named(d *hearing.Dossier, names ...string) {
	for i, id := range sorted(d.People) {
		who := d.People[id]
		who.Name = names[i%len(names)]
		d.People[id] = who
	}
}

func fortyOfficers(d *hearing.Dossier) {
	h := d.Hearing
	if h == nil {
		return
	}
	for i := range 40 {
		id := hearing.ID(fmt.Sprintf("x-%02d", i))
		d.People[id] = hearing.Person{ID: id, Name: fmt.Sprintf("欧阳%c", '一'+rune(i)), Title: strings.Repeat("高级工程师", i%4)}
		h.Participants = append(h.Participants, hearing.Participant{ID: id, Role: hearing.Officer, Person: id, Attendance: hearing.Attendance{Presence: hearing.Present}})
		for _, q := range h.Questions {
			h.Opinions = append(h.Opinions, hearing.Opinion{Officer: id, Question: q.ID, Stance: hearing.Agree, Reason: "隐患长期存在，监管职责未履行到位。"})
		}
	}
}

func longAgencies(d *hearing.Dossier) {
	for i, id := range sorted(d.Organisations) {
		o := d.Organisations[id]
		name := []rune(strings.Repeat("云岭市澄河区住房和城乡建设与综合行政执法管理", 3))
		o.Name, o.Short = string(name[:59])+string('一'+rune(i)), ""
		d.Organisations[id] = o
	}
}

// longOffice is above each letter in several lines.
func longOffice(d *hearing.Dossier) {
	name := []rune(strings.Repeat("云岭市澄河区经济技术开发区综合保税区", 4))
	d.Office.Name = string(name[:55]) + "人民检察院"
	for i := range d.Instruments {
		d.Instruments[i].CopyTo = slices.Repeat([]string{"云岭市澄河区人民代表大会常务委员会", "澄河区监察委员会"}, 10)
	}
}

func eightCases(d *hearing.Dossier) {
	for i := range 7 {
		c := d.Cases[0]
		c.ID, c.Steps = hearing.ID(fmt.Sprintf("c-%d", i)), nil
		c.Number, c.Cause = fmt.Sprintf("澄检行公立〔2023〕%d号", 20+i), fmt.Sprintf("督促整治第%d号小区消防通道行政公益诉讼案", i+1)
		d.Cases = append(d.Cases, c)
	}
}

func longTranscript(d *hearing.Dossier) {
	d.Cases[0].Facts = strings.Repeat("梧桐苑、锦绣家园等小区存在飞线充电20余处，消防通道被占用；", 120)
	if h := d.Hearing; h != nil {
		for i := range h.Opinions {
			h.Opinions[i].Reason = strings.Repeat("隐患长期存在，监管职责未履行到位；", 4)
		}
		h.Outcome.Reasons, h.Risk = strings.Repeat("三机关未依法全面履行监管职责；", 40), strings.Repeat("现场由司法警察维持秩序；", 240)
	}
	if a := d.Announcement; a != nil {
		a.Words = strings.Repeat("表示接受检察建议，将按期整改并书面回复；", 120)
		for i := range d.Instruments {
			d.Instruments[i].Items = append(slices.Clone(d.Instruments[i].Items), strings.Repeat("打通被占用的消防通道；", 200))
		}
	}
}

// emptied takes away what nobody has to enter.
func emptied(d *hearing.Dossier) {
	for id, p := range d.People {
		d.People[id] = hearing.Person{ID: id, Name: p.Name, Address: p.Address}
	}
	for id, o := range d.Organisations {
		d.Organisations[id] = hearing.Organisation{ID: id, Name: o.Name, Kind: o.Kind}
	}
	d.Office.Address, d.Office.Department, d.Office.Postcode, d.Office.Contacts = "", "", "", nil
	c := &d.Cases[0]
	c.Number, c.Domain, c.Issues, c.Source, c.SourceNote, c.Tags = "", "", nil, "", "", nil
	for i := range d.Instruments {
		o := d.Instruments[i].Parts
		d.Instruments[i].Parts = hearing.Parts{Source: "履行职责", Reasons: o.Reasons, Objection: o.Objection}
	}
	if h := d.Hearing; h != nil {
		h.Forms, h.Purposes, h.Risk, h.Approvals = nil, nil, "", nil
		h.Notice = hearing.PublicNotice{}
		h.Outcome.Recordings, h.Outcome.Observers, h.Outcome.Reasons = nil, 0, ""
		for i := range h.Participants {
			p := &h.Participants[i]
			p.Seat, p.Label, p.Attendance, p.Signed, p.Declared = "", "", hearing.Attendance{}, nil, nil
		}
	}
	if a := d.Announcement; a != nil {
		a.Words, a.Consents = "", nil
		for i := range a.Deliveries {
			v := &a.Deliveries[i]
			v.Servers, v.Receiver, v.Reply, v.Pictures, v.Witnesses = nil, "", "", "", nil
		}
	}
}

func longCause(d *hearing.Dossier) {
	cause := []rune(strings.Repeat("督促整治电动自行车违规停放充电及占用堵塞消防通道等消防安全隐患", 7))
	d.Cases[0].Cause, d.Cases[0].PublicCause = string(cause[:199])+"案", ""
	if h := d.Hearing; h != nil {
		h.Questions[0].Text = strings.Repeat("三机关是否依法履行监管职责，", 14) + "是否应当制发检察建议？"
	}
}

func longAddresses(d *hearing.Dossier) {
	const address = "https://www.example.invalid/yunling/chenghe/community/chunhui/building-55/first-floor/activity-room-1"
	for id, r := range d.Rooms {
		r.Name, r.Address = "云岭市澄河区清源路十八号检察听证中心东楼三层第一检察听证室", address
		d.Rooms[id] = r
	}
	for id, o := range d.Organisations {
		o.Address = address
		d.Organisations[id] = o
	}
	for id, p := range d.People {
		p.Address, p.Title, p.Post = address, strings.Repeat("云岭市消防安全专家库成员", 3), strings.Repeat("副主任", 8)
		d.People[id] = p
	}
	d.Office.Address, d.Office.Phone = address, "0350-5550100-88888888888888888888"
}
