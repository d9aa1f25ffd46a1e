package hearing

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing/calendar"
)

// A ClueState is how far a clue is (线索办理状态).
type ClueState string

// The states (公益诉讼办案规则): a clue is assessed (art. 27), and then filed (arts. 28, 29),
// transferred to whom it belongs (art. 26) or dropped; the chief procurator decides whether
// it is filed (art. 30). The act sets no days for it: those are the house's own.
const (
	ClueOpen        ClueState = "open"        // 待评估
	ClueAssessing   ClueState = "assessing"   // 评估、初步调查中
	ClueFiled       ClueState = "filed"       // 已立案
	ClueTransferred ClueState = "transferred" // 已移送
	ClueDropped     ClueState = "dropped"     // 不立案
)

// ClueStates lists every state in the order in which a clue goes through them.
var ClueStates = []ClueState{ClueOpen, ClueAssessing, ClueFiled, ClueTransferred, ClueDropped}

// Decided reports whether it was decided what becomes of the clue.
func (s ClueState) Decided() bool {
	return s == ClueFiled || s == ClueTransferred || s == ClueDropped
}

// Term names the value.
func (s ClueState) Term() Term { return term(s, clueStateTerms) }

var clueStateTerms = map[ClueState]Term{
	ClueOpen:        {"待评估", "New"},
	ClueAssessing:   {"评估中", "Being assessed"},
	ClueFiled:       {"已立案", "Filed as a case"},
	ClueTransferred: {"已移送", "Transferred"},
	ClueDropped:     {"不立案", "Dropped"},
}

// A Clue (线索) is what came to the procuratorate and may become a case: a call
// to 12345, a volunteer's report, what a comparison of data or a patrol found
// (公益诉讼办案规则, art. 24). Every clue is registered (art. 25). Who gave it never stands on a paper for the public.
type Clue struct {
	ID           ID            `json:"id"`
	Version      Version       `json:"-"`
	Source       Source        `json:"source"`                 // where it came from (线索来源)
	Number       string        `json:"number,omitempty"`       // number that the source gave it, as that of a 12345 ticket (工单号)
	CameOn       calendar.Date `json:"came_on,omitzero"`       // day on which it came (收到日期)
	Text         string        `json:"text"`                   // what it says (线索内容); its first sentence is what it is called
	Places       []string      `json:"places,omitempty"`       // places that it is about (涉及地点)
	Domain       Domain        `json:"domain,omitempty"`       // public-interest domain (公益诉讼领域)
	Person       ID            `json:"person,omitempty"`       // who gave it, such as a volunteer (提供人)
	Organisation ID            `json:"organisation,omitempty"` // the unit that gave it (提供单位)
	Giver        string        `json:"giver,omitempty"`        // who gave it, where the desk has no record of them
	Attachments  []string      `json:"attachments,omitempty"`  // names or numbers of pictures and scans (附件)
	State        ClueState     `json:"state"`                  // how far it is
	Handler      ID            `json:"handler,omitempty"`      // who assesses it (评估人)
	AssessedOn   calendar.Date `json:"assessed_on,omitzero"`   // day on which the assessment began (开始评估日期)
	DecidedOn    calendar.Date `json:"decided_on,omitzero"`    // day of the decision (决定日期)
	Cases        []ID          `json:"cases,omitempty"`        // cases that were made of it, or that it went into
	To           ID            `json:"to,omitempty"`           // to whom it was transferred (移送单位)
	Notice       string        `json:"notice,omitempty"`       // number of the 移送案件线索通知书
	Reason       string        `json:"reason,omitempty"`       // why it was dropped (不立案理由)
	ToldOn       calendar.Date `json:"told_on,omitzero"`       // day on which the giver was told what became of it (反馈日期)
	Note         string        `json:"note,omitempty"`         // remark (备注)
}

// Named reports whether it is known who gave the clue, so that they can be told.
func (c Clue) Named() bool {
	return c.Person != "" || c.Organisation != "" || strings.TrimSpace(c.Giver) != ""
}

// Answerable reports whether the giver is to be told what becomes of the clue:
// what the procuratorate found by itself has nobody who waits for it.
func (c Clue) Answerable() bool {
	switch c.Source {
	case SourceOwn, SourceData, SourceRiverChief:
		return false
	}
	return c.Named() || c.Source == SourceHotline
}

// ClosedOn returns the day since which the clue owes nothing; none while it does.
func (c Clue) ClosedOn() calendar.Date {
	switch {
	case !c.State.Decided():
		return calendar.Date{}
	case !c.Answerable():
		return c.DecidedOn
	case c.ToldOn.IsZero() || c.ToldOn.After(c.DecidedOn):
		return c.ToldOn
	}
	return c.DecidedOn
}

// Begins returns the case that is made of the clue: with its cause, source,
// domain, places and facts. What the cause is called in the end, the clerk says.
func (c Clue) Begins(id ID) Case {
	k := Case{ID: id, Cause: c.Called(), Type: AdminPublicInterest, Domain: c.Domain, Source: c.Source, SourceNote: c.Number, Handler: c.Handler,
		Places: slices.Clone(c.Places), Facts: c.Text}
	if c.DecidedOn.IsZero() {
		return k
	}
	k.FiledOn = c.DecidedOn
	return k
}

// FiledAs returns the clue as one that was filed as a case on a day.
func (c Clue) FiledAs(id ID, on calendar.Date) Clue {
	c.Cases = slices.Clone(c.Cases)
	if !slices.Contains(c.Cases, id) {
		c.Cases = append(c.Cases, id)
	}
	if c.State != ClueFiled {
		c.State, c.DecidedOn = ClueFiled, on
	}
	return c
}

// mostCalled is how many characters of its text a clue is called by.
const mostCalled = 40

// Noun says that it is a clue.
func (c Clue) Noun() string { return NounClue }

// Key returns the ID.
func (c Clue) Key() ID { return c.ID }

// At returns the version that was read.
func (c Clue) At() Version { return c.Version }

// Called returns the first sentence of what it says, or the beginning of it.
func (c Clue) Called() string {
	text := strings.TrimSpace(c.Text)
	if i := strings.IndexAny(text, "\r\n。；！？;!?"); i > 0 {
		text = strings.TrimSpace(text[:i])
	}
	if utf8.RuneCountInString(text) > mostCalled {
		text = string([]rune(text)[:mostCalled]) + "…"
	}
	return text
}

// References returns who gave it, who assesses it, where it went, and its cases.
func (c Clue) References() []Reference {
	var r references
	r.add(NounPerson, c.Person, "person")
	r.add(NounOrganisation, c.Organisation, "organisation")
	r.add(NounPerson, c.Handler, "handler")
	r.add(NounOrganisation, c.To, "to")
	for i, id := range c.Cases {
		r.add(NounCase, id, "cases[%d]", i)
	}
	return r
}

// Validate returns what is wrong with the clue's own fields. What was decided
// needs its day, and what it was decided for: the case, to whom, the reason.
func (c Clue) Validate() FieldErrors {
	var v validator
	v.id("id", c.ID)
	coded(&v, "source", c.Source, Sources, true)
	coded(&v, "state", c.State, ClueStates, true)
	coded(&v, "domain", c.Domain, Domains, false)
	if c.CameOn.IsZero() {
		v.add("came_on", "required", "", "")
	}
	if strings.TrimSpace(c.Text) == "" {
		v.add("text", "required", "", "")
	}
	v.text("text", c.Text)
	v.text("reason", c.Reason)
	v.text("note", c.Note)
	v.short("number", c.Number)
	v.short("giver", c.Giver)
	v.short("notice", c.Notice)
	for i, s := range c.Places {
		v.short(fmt.Sprintf("places[%d]", i), s)
	}
	for i, s := range c.Attachments {
		v.short(fmt.Sprintf("attachments[%d]", i), s)
	}
	for i, id := range c.Cases {
		if slices.Contains(c.Cases[:i], id) {
			v.add(fmt.Sprintf("cases[%d]", i), "duplicate", string(id), "")
		}
	}
	v.clueDecided(c)
	v.order("assessed_on", c.CameOn, c.AssessedOn)
	v.order("decided_on", c.CameOn, c.DecidedOn)
	v.order("told_on", c.CameOn, c.ToldOn)
	return v.faults
}

func (v *validator) clueDecided(c Clue) {
	if c.State.Decided() && c.DecidedOn.IsZero() {
		v.add("decided_on", "required", "", "")
	}
	switch {
	case c.State == ClueFiled && len(c.Cases) == 0:
		v.add("cases", "required", "", "")
	case c.State == ClueTransferred && c.To == "":
		v.add("to", "required", "", "")
	case c.State == ClueDropped && strings.TrimSpace(c.Reason) == "":
		v.add("reason", "required", "", "")
	}
}
