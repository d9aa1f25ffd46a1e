package hearing

import (
	"time"

	"hearingdesk/hearing/calendar"
)

// A Severity is the weight of a [Finding].
type Severity string

// The severities.
const (
	Info    Severity = "info"  // 提示
	Warning Severity = "warn"  // 提醒
	Blocked Severity = "block" // 阻断：不得进行下一步
)

// A Basis is the article that a rule rests on.
type Basis struct {
	Title   string // short title of the act (规范名称)
	Article string // article and paragraph (条款)
	Text    string // what it says, in our words
}

// A Finding is what one rule says of one fact. It names the field that caused
// it, so that a screen can show it there.
type Finding struct {
	Rule        string            `json:"id"`                    // id of the rule: DL01, R1, CLASH
	Severity    Severity          `json:"severity"`              // weight
	Session     ID                `json:"session"`               // hearing or announcement
	Participant ID                `json:"participant,omitempty"` // participant concerned
	Field       string            `json:"field,omitempty"`       // field that causes it, as in the package: openness, participants, slot.room
	Article     string            `json:"article,omitempty"`     // act and article, as printed
	Text        string            `json:"text"`                  // the finding in the user's language
	Due         calendar.Date     `json:"due,omitzero"`          // date by which it must be done
	Advise      calendar.Date     `json:"advise,omitzero"`       // working day by which it had better be done
	Subject     string            `json:"subject,omitempty"`     // whom or what it is about, in words
	Args        map[string]string `json:"-"`                     // values for the text
}

// Missing reports whether the finding only says that something is not filled
// in yet.
func (f Finding) Missing() bool { return f.Rule == "NEED" }

// A Clash says that somebody or something is already taken at the time.
type Clash struct {
	What    string    `json:"what"`    // room, presider, recorder, prosecutor, reader, or the participant's role
	Who     ID        `json:"who"`     // room or person
	Name    string    `json:"name"`    // its name
	Session ID        `json:"session"` // the other session
	Title   string    `json:"title"`   // its title
	Room    string    `json:"room"`    // where the other session is held
	Start   time.Time `json:"start"`   // its time
	End     time.Time `json:"end"`
}
