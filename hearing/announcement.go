package hearing

import "hearingdesk/hearing/calendar"

// An InstrumentKind is a kind of legal document that is served (法律文书).
type InstrumentKind string

// The kinds.
const (
	Recommendation   InstrumentKind = "recommendation"    // 检察建议书
	FilingDecision   InstrumentKind = "filing-decision"   // 立案决定书
	NoProsecution    InstrumentKind = "no-prosecution"    // 不起诉决定书
	Conditional      InstrumentKind = "conditional"       // 附条件不起诉决定书
	PetitionDecision InstrumentKind = "petition-decision" // 刑事申诉复查决定书
	SupportSuit      InstrumentKind = "support-suit"      // 支持起诉意见书
	ClosingDecision  InstrumentKind = "closing-decision"  // 终结案件决定书
	OtherInstrument  InstrumentKind = "other"             // 其他文书
)

// InstrumentKinds lists every kind.
var InstrumentKinds = []InstrumentKind{Recommendation, FilingDecision, NoProsecution, Conditional, PetitionDecision, SupportSuit, ClosingDecision, OtherInstrument}

// An Instrument (法律文书) is a legal document of a case that is served on one or
// several recipients. Its number comes from the national case system and is
// typed in (检察建议工作规定, art. 7).
type Instrument struct {
	ID        ID             `json:"id"`
	Version   Version        `json:"-"`
	Case      ID             `json:"case"`
	Kind      InstrumentKind `json:"kind"`
	Title     string         `json:"title,omitempty"`      // printed title; empty: the kind's
	Number    string         `json:"number,omitempty"`     // document number (文号)
	DecidedOn calendar.Date  `json:"decided_on,omitzero"`  // date of the decision (决定日)
	Urgent    bool           `json:"urgent,omitempty"`     // reply within fifteen days (解释, art. 21)
	ReplyBy   calendar.Date  `json:"reply_by,omitzero"`    // a later date than the rule's, set in the document
	ReplyNote string         `json:"reply_note,omitempty"` // who approved the later date, and why
	Items     []string       `json:"items,omitempty"`      // items of advice (建议内容)
	CopyTo    []string       `json:"copy_to,omitempty"`    // who gets a copy of a recommendation (抄送; 检察建议工作规定, art. 20)

	Advice   AdviceKind `json:"advice,omitempty"`   // kind of a recommendation (检察建议工作规定, art. 5); empty: that of the case's type
	Parts    Parts      `json:"parts,omitzero"`     // what a recommendation says beside its items
	Subjects []Subject  `json:"subjects,omitempty"` // of items that are followed one by one (督促对象)
	Visits   []Visit    `json:"visits,omitempty"`   // that looked into what became of it (跟进调查)
	Closures []Closure  `json:"closures,omitempty"` // what was struck off (销号)

	FiledOn    calendar.Date `json:"filed_on,omitzero"`    // date of filing with the procuratorate above (备案)
	Deliveries []Delivery    `json:"deliveries,omitempty"` // services without a ceremony; their Instruments are empty
	Note       string        `json:"note,omitempty"`
}

// ReplyPeriod is the time for the written reply to a recommendation: two months, or
// fifteen days when it is urgent (解释, art. 21; 检察建议工作规定, art. 19).
func (i Instrument) ReplyPeriod() calendar.Period {
	if i.Urgent {
		return calendar.Days(15)
	}
	return calendar.Months(2)
}

// ReplyDue returns the last day of the written reply to a recommendation that
// was served on a day: two months, or fifteen days when it is urgent (解释, art.
// 21; 检察建议工作规定, art. 19), or the later date that the document sets.
func (i Instrument) ReplyDue(served calendar.Date, days *calendar.Calendar) calendar.Date {
	due := days.After(served, i.ReplyPeriod()).On
	if i.ReplyBy.After(due) {
		return i.ReplyBy
	}
	return due
}

// An Announcement (公开宣告送达) is a ceremony that serves papers on units or
// persons, before guests. It shares rooms, people and clash checks with
// hearings.
type Announcement struct {
	ID      ID      `json:"id"`
	Version Version `json:"-"`
	Title   string  `json:"title,omitempty"` // empty: made from the cases
	Cases   []ID    `json:"cases,omitempty"`
	State   State   `json:"state,omitempty"`
	Slot
	Rehearsal    bool          `json:"rehearsal,omitempty"`
	Forms        []Form        `json:"forms,omitempty"`
	Openness     Openness      `json:"openness,omitempty"`
	Presider     ID            `json:"presider,omitempty"` // host (主持人)
	Reader       ID            `json:"reader,omitempty"`   // who reads the document (宣告人)
	Recorder     ID            `json:"recorder,omitempty"` // 记录人
	Signing      Signing       `json:"signing,omitempty"`  // whether the units sign before they speak (签收次序); empty: as the office does
	Approvals    []Approval    `json:"approvals,omitempty"`
	Consents     []Consent     `json:"consents,omitempty"`
	Participants []Participant `json:"participants,omitempty"`
	Seating      []Placing     `json:"seating,omitempty"` // who sits where, as put by hand (座位)
	Deliveries   []Delivery    `json:"deliveries,omitempty"`
	Moves        []Move        `json:"moves,omitempty"`
	Words        string        `json:"words,omitempty"`      // what the units said (受送达单位意见)
	Supervision  Supervision   `json:"supervision,omitzero"` // how people's supervisors were asked for, and what they said
	Overrides    []Override    `json:"overrides,omitempty"`  // 例外批准
	Note         string        `json:"note,omitempty"`
}

// StateNow returns the state, Draft when none was set.
func (a Announcement) StateNow() State {
	if a.State == "" {
		return Draft
	}
	return a.State
}
