package hearing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// PackageFormat marks a file as a package of the hearing desk.
const PackageFormat = "hearingdesk-package"

// PackageVersion is the newest version of the format that this program reads.
const PackageVersion = 1

// A Package is what two desks exchange, and what hearingdesk import reads and
// export writes: everything that the window can enter. References go by ID; a
// record may refer to one of the same package or to one that the desk already
// has. A record that the desk has is replaced whole.
type Package struct {
	Format        string         `json:"format"`                  // always "hearingdesk-package"
	Version       int            `json:"version"`                 // always 1
	Office        *Office        `json:"office,omitempty"`        // the procuratorate; only the first desk of an office needs it
	Organisations []Organisation `json:"organisations,omitempty"` // 单位
	People        []Person       `json:"people,omitempty"`        // 人员
	Rooms         []Room         `json:"rooms,omitempty"`         // 场所
	Cases         []Case         `json:"cases,omitempty"`         // 案件
	Hearings      []Hearing      `json:"hearings,omitempty"`      // 听证会
	Instruments   []Instrument   `json:"instruments,omitempty"`   // 法律文书
	Announcements []Announcement `json:"announcements,omitempty"` // 宣告送达
	Transcripts   []Transcript   `json:"transcripts,omitempty"`   // 听证笔录: each the log of what was written
	Numbers       []Number       `json:"numbers,omitempty"`       // 文号: document numbers that were taken, and those that were voided
	Forms         []FormText     `json:"forms,omitempty"`         // 本院的文书文本
	Enclosures    []Enclosure    `json:"enclosures,omitempty"`    // 随文书发出的附件
	Clues         []Clue         `json:"clues,omitempty"`         // 线索
	Patrols       []Patrol       `json:"patrols,omitempty"`       // 巡查
	WordForms     []WordForm     `json:"word_forms,omitempty"`    // 本院的 Word 表单: only of a whole desk, each with its file
}

// Dossier gathers what a package knows of one of its sessions, and whether it
// has it. Clashes are those with the package's other sessions.
func (p Package) Dossier(session ID, zone *time.Location) (Dossier, bool) {
	d := Dossier{Forms: p.Forms, Enclosures: p.Enclosures, WordForms: p.WordForms, People: map[ID]Person{}, Organisations: map[ID]Organisation{}, Rooms: map[ID]Room{}, Zone: zone,
		Earlier: map[ID]int{}, EarlierStage: map[ID]bool{}}
	if p.Office != nil {
		d.Office = *p.Office
	}
	var cases []ID
	for i := range p.Hearings {
		if p.Hearings[i].ID == session {
			d.Hearing, cases = &p.Hearings[i], p.Hearings[i].Cases
		}
	}
	for i := range p.Announcements {
		if p.Announcements[i].ID == session {
			d.Announcement, cases = &p.Announcements[i], p.Announcements[i].Cases
		}
	}
	d.Cases = p.casesOf(cases)
	for _, i := range p.Instruments {
		for _, c := range cases {
			if i.Case == c {
				d.Instruments = append(d.Instruments, i)
			}
		}
	}
	for _, x := range p.People {
		d.People[x.ID] = x
	}
	for _, x := range p.Organisations {
		d.Organisations[x.ID] = x
	}
	for _, x := range p.Rooms {
		d.Rooms[x.ID] = x
	}
	for _, t := range p.Transcripts {
		if t.Hearing == session {
			d.Transcript = t
		}
	}
	for _, n := range p.Numbers {
		if n.Session == session {
			d.Numbers = append(d.Numbers, n)
		}
	}
	for _, other := range p.sessions() {
		for _, c := range d.Session().ClashesWith(other) {
			c.Name, c.Room = d.Rooms[c.Who].Name+d.People[c.Who].Name, d.Rooms[other.Slot.Room].Name
			d.Clashes = append(d.Clashes, c)
		}
	}
	return d, d.Hearing != nil || d.Announcement != nil
}

func (p Package) casesOf(ids []ID) []Case {
	var out []Case
	for _, id := range ids {
		for _, c := range p.Cases {
			if c.ID == id {
				out = append(out, c)
			}
		}
	}
	return out
}

func (p Package) sessions() []Session {
	var out []Session
	for _, h := range p.Hearings {
		out = append(out, h.Session(p.casesOf(h.Cases)))
	}
	for _, a := range p.Announcements {
		out = append(out, a.Session(p.casesOf(a.Cases)))
	}
	return out
}

// Records lists every record of the package in its order.
func (p Package) Records() []Record {
	var out []Record
	if p.Office != nil {
		out = append(out, *p.Office)
	}
	for _, r := range p.Organisations {
		out = append(out, r)
	}
	for _, r := range p.People {
		out = append(out, r)
	}
	for _, r := range p.Rooms {
		out = append(out, r)
	}
	for _, r := range p.Cases {
		out = append(out, r)
	}
	for _, r := range p.Hearings {
		out = append(out, r)
	}
	for _, r := range p.Instruments {
		out = append(out, r)
	}
	for _, r := range p.Announcements {
		out = append(out, r)
	}
	for _, r := range p.Clues {
		out = append(out, r)
	}
	for _, r := range p.Patrols {
		out = append(out, r)
	}
	for _, r := range p.Forms {
		out = append(out, r)
	}
	for _, r := range p.Enclosures {
		out = append(out, r)
	}
	for _, r := range p.WordForms {
		out = append(out, r)
	}
	return out
}

// WithRecords returns the package with other records in place of its own; what is
// no record stays.
func (p Package) WithRecords(list []Record) Package {
	p.Office, p.Organisations, p.People, p.Rooms, p.Cases, p.Hearings = nil, nil, nil, nil, nil, nil
	p.Patrols, p.Clues, p.Instruments, p.Announcements, p.Forms, p.Enclosures, p.WordForms = nil, nil, nil, nil, nil, nil, nil
	for _, r := range list {
		p.Add(r)
	}
	return p
}

// Dangling lists the mentions of records that the package does not have, each
// with its path in the package. The desk may have them.
func (p Package) Dangling() []Reference {
	records := p.Records()
	inside := map[Reference]bool{}
	for _, r := range records {
		inside[Reference{Noun: r.Noun(), ID: r.Key()}] = true
	}
	var out []Reference
	at := map[string]int{}
	for _, r := range records {
		path := lists[r.Noun()]
		if r.Noun() != NounOffice {
			path = fmt.Sprintf("%s[%d]", path, at[r.Noun()])
		}
		at[r.Noun()]++
		for _, ref := range r.References() {
			if !inside[Reference{Noun: ref.Noun, ID: ref.ID}] {
				ref.Path = path + "." + ref.Path
				out = append(out, ref)
			}
		}
	}
	for i, t := range p.Transcripts {
		if ref := (Reference{Noun: NounHearing, ID: t.Hearing}); !inside[ref] {
			ref.Path = fmt.Sprintf("transcripts[%d].hearing", i)
			out = append(out, ref)
		}
	}
	return out
}

// lists are the names of the package's lists.
var lists = map[string]string{NounOffice: "office", NounOrganisation: "organisations", NounPerson: "people", NounRoom: "rooms", NounCase: "cases",
	NounHearing: "hearings", NounInstrument: "instruments", NounAnnouncement: "announcements", NounForm: "forms", NounEnclosure: "enclosures",
	NounWordForm: "word_forms", NounClue: "clues", NounPatrol: "patrols"}

// Add puts a record at the end of its list.
func (p *Package) Add(r Record) {
	switch v := r.(type) {
	case Office:
		p.Office = &v
	case Organisation:
		p.Organisations = append(p.Organisations, v)
	case Person:
		p.People = append(p.People, v)
	case Room:
		p.Rooms = append(p.Rooms, v)
	case Case:
		p.Cases = append(p.Cases, v)
	case Hearing:
		p.Hearings = append(p.Hearings, v)
	case Instrument:
		p.Instruments = append(p.Instruments, v)
	case Announcement:
		p.Announcements = append(p.Announcements, v)
	case Clue:
		p.Clues = append(p.Clues, v)
	case Patrol:
		p.Patrols = append(p.Patrols, v)
	case FormText:
		p.Forms = append(p.Forms, v)
	case Enclosure:
		p.Enclosures = append(p.Enclosures, v)
	case WordForm:
		p.WordForms = append(p.WordForms, v)
	}
}

// Sort puts each list in the order of its IDs, so that two exports of one desk
// are alike.
func (p *Package) Sort() {
	byKey(p.Organisations)
	byKey(p.People)
	byKey(p.Rooms)
	byKey(p.Cases)
	byKey(p.Hearings)
	byKey(p.Instruments)
	byKey(p.Announcements)
	slices.SortFunc(p.Transcripts, func(a, b Transcript) int { return strings.Compare(string(a.Hearing), string(b.Hearing)) })
	slices.SortFunc(p.Numbers, func(a, b Number) int {
		return cmp.Or(strings.Compare(a.Series, b.Series), a.Year-b.Year, a.N-b.N, strings.Compare(string(a.Session), string(b.Session)))
	})
	byKey(p.Clues)
	byKey(p.Patrols)
	byKey(p.Forms)
	byKey(p.Enclosures)
	byKey(p.WordForms)
}

func byKey[R Record](list []R) {
	slices.SortFunc(list, func(a, b R) int { return strings.Compare(string(a.Key()), string(b.Key())) })
}
