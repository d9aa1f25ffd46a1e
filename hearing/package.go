package hearing

import "time"

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
}

// Dossier gathers what a package knows of one of its sessions, and whether it
// has it. Clashes are those with the package's other sessions.
func (p Package) Dossier(session ID, zone *time.Location) (Dossier, bool) {
	d := Dossier{People: map[ID]Person{}, Organisations: map[ID]Organisation{}, Rooms: map[ID]Room{}, Zone: zone,
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
