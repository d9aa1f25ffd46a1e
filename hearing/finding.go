package hearing

import (
	"strings"
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
	Variant     string            `json:"variant,omitempty"`     // which of the rule's findings: late, missing
	Severity    Severity          `json:"severity"`              // weight
	Session     ID                `json:"session,omitempty"`     // hearing or announcement
	Case        ID                `json:"case,omitempty"`        // case, of a finding that belongs to no session
	Clue        ID                `json:"clue,omitempty"`        // clue, of a finding that belongs to one
	Patrol      ID                `json:"patrol,omitempty"`      // patrol, of a finding that belongs to one
	Instrument  ID                `json:"instrument,omitempty"`  // paper concerned
	Step        ID                `json:"step,omitempty"`        // step of the case that started the period
	Participant ID                `json:"participant,omitempty"` // participant concerned
	Field       string            `json:"field,omitempty"`       // field that causes it, as in the package: openness, participants, slot.room
	Article     string            `json:"article,omitempty"`     // act and article, as printed
	Text        string            `json:"text"`                  // the finding in the user's language
	Due         calendar.Date     `json:"due,omitzero"`          // date by which it must be done
	Advise      calendar.Date     `json:"advise,omitzero"`       // working day by which it had better be done
	Done        calendar.Date     `json:"done_on,omitzero"`      // day on which it was done after all; unset: it is still to be done
	Subject     string            `json:"subject,omitempty"`     // whom or what it is about, in words
	Overridable bool              `json:"overridable,omitempty"` // somebody may approve otherwise
	Override    *Override         `json:"override,omitempty"`    // who did; Severity is then Info
	Was         Severity          `json:"was,omitempty"`         // severity before the override
	Fix         Fix               `json:"-"`                     // what would mend it, where one action does
	Count       *Counting         `json:"-"`                     // how Due came about
	Args        map[string]string `json:"-"`                     // values for the text
}

// A Counting says how a date came about: what started it, and the count.
type Counting struct {
	Event string          // what happened on the first day, as the rule table names it: delivery.served, recusal-asked
	Name  string          // the same in the finding's language: 送达检察建议书; an office's own step as its rule file names it
	Due   *calendar.Due   // a period counted forward
	Limit *calendar.Limit // a period counted backward from Event
}

// A FixKind is what one action would do about a finding.
type FixKind string

// The fixes; empty is none.
const (
	FixApproval    FixKind = "approval"    // record an approval; Value is its kind
	FixPresider    FixKind = "presider"    // let somebody preside; Value is the person
	FixStreamOff   FixKind = "stream-off"  // do not stream
	FixClose       FixKind = "close"       // hold it in private
	FixInvite      FixKind = "invite"      // add a participant; Value is the role
	FixRemove      FixKind = "remove"      // take the participant off the list; Value "observer": all observers and media
	FixTell        FixKind = "tell"        // record that the participant was told; Value is the paper's number, empty: the notice
	FixPromote     FixKind = "promote"     // let an alternate move up; Value is the alternate participant, the finding's one goes
	FixConsent     FixKind = "consent"     // record a unit's answer
	FixPrint       FixKind = "print"       // make a paper; Value is its number
	FixHolidays    FixKind = "holidays"    // load a year's holidays; Value is the year
	FixDeclaration FixKind = "declaration" // record the officer's declaration
	FixBriefing    FixKind = "briefing"    // record that the officer was given the case in short
	FixSign        FixKind = "sign"        // record that the transcript is signed; Value lists by whom, see [Hearing.Unsigned]
)

// A Fix is what would mend a finding.
type Fix struct {
	Kind  FixKind
	Value string
}

// Key tells the finding from the others of its session or case, also when its
// dates and its words change.
func (f Finding) Key() string {
	return strings.Join([]string{f.Rule + "." + f.Variant, string(f.Participant), string(f.Instrument), string(f.Step), f.Subject}, "/")
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
