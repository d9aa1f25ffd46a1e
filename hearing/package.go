package hearing

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
