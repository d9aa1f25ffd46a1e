package hearing

import (
	"time"

	"hearingdesk/hearing/calendar"
)

// A Purpose is what a hearing is for (听证目的).
type Purpose string

// The purposes.
const (
	FindFacts    Purpose = "facts"    // 查明事实
	HardQuestion Purpose = "question" // 疑难问题
	ExplainLaw   Purpose = "explain"  // 释法说理
	EndDispute   Purpose = "dispute"  // 争议化解
)

// Purposes lists every purpose.
var Purposes = []Purpose{FindFacts, HardQuestion, ExplainLaw, EndDispute}

// A Question (听证问题) is one thing that the officers are asked.
type Question struct {
	ID   ID     `json:"id"`
	Case ID     `json:"case,omitempty"` // case it belongs to; empty is all of the hearing's cases
	Text string `json:"text"`
}

// An Approval (审批) is one decision of the chief procurator, or of whoever is
// authorised, on one matter.
type Approval struct {
	Kind    ApprovalKind  `json:"kind"`
	Case    ID            `json:"case,omitempty"`    // case that it is about, where each has its own; empty: all of them
	By      ID            `json:"by,omitempty"`      // person who decided
	On      calendar.Date `json:"on,omitzero"`       // date of the decision; unset is still asked
	Refused bool          `json:"refused,omitempty"` // decided, and refused
	Note    string        `json:"note,omitempty"`    // reason or condition
}

// Granted reports whether the approval was given on or before d.
func (a Approval) Granted(d calendar.Date) bool {
	return !a.Refused && a.By != "" && !a.On.IsZero() && !a.On.After(d)
}

// A PublicNotice holds what the announcement of a public hearing (听证会公告)
// says beyond the hearing's own facts.
type PublicNotice struct {
	Number   string        `json:"number,omitempty"`    // document number (文号); most announcements have none
	SignedOn calendar.Date `json:"signed_on,omitzero"`  // date under the signature
	PostedOn calendar.Date `json:"posted_on,omitzero"`  // date of posting, on the door or the site
	SignUpBy time.Time     `json:"sign_up_by,omitzero"` // end of the time to apply as observer (旁听报名截止)
	Seats    int           `json:"seats,omitempty"`     // seats for observers; 0: the room's
	Contacts []Contact     `json:"contacts,omitempty"`  // contacts; none: the office's
	Notes    []string      `json:"notes,omitempty"`     // notes to observers (注意事项); none: the template's
	Stream   string        `json:"stream,omitempty"`    // where the stream can be seen (直播网址)
	Media    string        `json:"media,omitempty"`     // media that come (媒体)
}

// A MatterKind is what a notary is asked to do (公证事项类别).
type MatterKind string

// The kinds of matter.
const (
	MatterAgreement   MatterKind = "agreement"   // 合同、协议
	MatterEvidence    MatterKind = "evidence"    // 保全证据
	MatterSupervision MatterKind = "supervision" // 现场监督
	MatterDeclaration MatterKind = "declaration" // 声明
	MatterService     MatterKind = "service"     // 送达见证
	MatterDeposit     MatterKind = "deposit"     // 提存
	MatterOther       MatterKind = "other"       // 其他
)

// MatterKinds lists every kind.
var MatterKinds = []MatterKind{MatterAgreement, MatterEvidence, MatterSupervision, MatterDeclaration, MatterService, MatterDeposit, MatterOther}

// A NotaryMatter (公证事项) is something a notary is asked to do at a hearing. It
// is not accepted while the parties dispute it (公证法, art. 31(4)).
type NotaryMatter struct {
	ID          ID            `json:"id"`
	Notary      ID            `json:"notary"`               // participant who is the notary
	Applicants  []ID          `json:"applicants,omitempty"` // participants or parties who apply
	Kind        MatterKind    `json:"kind"`                 // what the notary is asked to do
	Subject     string        `json:"subject,omitempty"`    // what it is about, such as 赡养协议
	Disputed    bool          `json:"disputed,omitempty"`   // the parties still dispute it
	SettledAt   time.Time     `json:"settled_at,omitzero"`  // when the dispute ended
	AcceptedOn  calendar.Date `json:"accepted_on,omitzero"` // date of acceptance (受理)
	IssuedOn    calendar.Date `json:"issued_on,omitzero"`   // date of the certificate (出证)
	Certificate string        `json:"certificate,omitempty"`
	Note        string        `json:"note,omitempty"`
}

// A MoveKind is what was changed after people had been told (变更类别).
type MoveKind string

// The kinds of change.
const (
	MovePostponed MoveKind = "postponed" // 延期
	MoveMoved     MoveKind = "moved"     // 变更时间、地点
	MoveCancelled MoveKind = "cancelled" // 取消
	MovePresider  MoveKind = "presider"  // 变更主持人
	MoveOfficer   MoveKind = "officer"   // 变更听证员
)

// MoveKinds lists every kind.
var MoveKinds = []MoveKind{MovePostponed, MoveMoved, MoveCancelled, MovePresider, MoveOfficer}

// A Move (变更) records that a session was postponed, moved or cancelled, or that its
// presider was replaced, so that everybody can be told again.
type Move struct {
	On     calendar.Date `json:"on"`               // date of the change
	Kind   MoveKind      `json:"kind"`             // what was changed
	Reason string        `json:"reason,omitempty"` // 事由
	From   Slot          `json:"from,omitzero"`    // slot before the change
	Was    ID            `json:"was,omitempty"`    // presider or officer before the change
	By     ID            `json:"by,omitempty"`     // who approved
	Notice string        `json:"notice,omitempty"` // number of the announcement that it made void (原公告)
	Posted calendar.Date `json:"posted,omitzero"`  // day on which that announcement was posted; unset is not known
}

// A Hearing (听证会) hears one or several cases. Only ID is required while it is
// a draft; the rules say what is missing.
type Hearing struct {
	ID      ID      `json:"id"`
	Version Version `json:"-"`
	Title   string  `json:"title,omitempty"` // short title; empty: made from the cases
	Cases   []ID    `json:"cases,omitempty"` // cases heard (案件), at least one before notices go out
	State   State   `json:"state,omitempty"` // empty is draft
	Slot
	Rehearsal      bool           `json:"rehearsal,omitempty"`       // a trial run (演练), never counted
	Forms          []Form         `json:"forms,omitempty"`           // how it is held (形式)
	Openness       Openness       `json:"openness,omitempty"`        // public or closed (公开、不公开)
	OpennessReason string         `json:"openness_reason,omitempty"` // why it departs from the default of art. 5
	Purposes       []Purpose      `json:"purposes,omitempty"`        // 听证目的
	Presider       ID             `json:"presider,omitempty"`        // 主持人
	Recorder       ID             `json:"recorder,omitempty"`        // 书记员
	Prosecutors    []ID           `json:"prosecutors,omitempty"`     // handling prosecutors (承办检察官); none: the cases' handlers
	Questions      []Question     `json:"questions,omitempty"`       // questions to hear (听证事项)
	Risk           string         `json:"risk,omitempty"`            // risks, and what is prepared for them (风险评估)
	Approvals      []Approval     `json:"approvals,omitempty"`       // 审批
	Participants   []Participant  `json:"participants,omitempty"`    // everybody else who takes part
	Seating        []Placing      `json:"seating,omitempty"`         // who sits where, as put by hand (座位); the rest is laid out by the program
	Notice         PublicNotice   `json:"notice,omitzero"`           // announcement of a public hearing
	Draws          []Draw         `json:"draws,omitempty"`           // random draws of the officers (听证员抽选), never edited
	Notary         []NotaryMatter `json:"notary,omitempty"`          // 公证事项
	Moves          []Move         `json:"moves,omitempty"`           // 延期、变更记录
	Opinions       []Opinion      `json:"opinions,omitempty"`        // officers' opinions (评议意见)
	Outcome        Outcome        `json:"outcome,omitzero"`          // what came of it
	Supervision    Supervision    `json:"supervision,omitzero"`      // how people's supervisors were asked for, and what they said
	Allowances     Allowances     `json:"allowances,omitzero"`       // what the officers are paid (履职保障费)
	Overrides      []Override     `json:"overrides,omitempty"`       // 例外批准
	Note           string         `json:"note,omitempty"`            // remark (备注)
}

// StateNow returns the state, Draft when none was set.
func (h Hearing) StateNow() State {
	if h.State == "" {
		return Draft
	}
	return h.State
}

// Has reports whether the hearing is held in the form.
func (h Hearing) Has(f Form) bool {
	for _, g := range h.Forms {
		if g == f {
			return true
		}
	}
	return false
}

// Participant returns the participant with the id, and whether there is one.
func (h Hearing) Participant(id ID) (Participant, bool) {
	for _, p := range h.Participants {
		if p.ID == id {
			return p, true
		}
	}
	return Participant{}, false
}

// InRole returns the participants of a role, in the order in which they were
// entered. Alternates (候补) are left out.
func (h Hearing) InRole(r Role) []Participant {
	n := 0
	for i := range h.Participants {
		if p := &h.Participants[i]; p.Role == r && !p.Alternate {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]Participant, 0, n)
	for i := range h.Participants {
		if p := &h.Participants[i]; p.Role == r && !p.Alternate {
			out = append(out, *p)
		}
	}
	return out
}

// Officers returns the hearing officers (听证员), alternates left out.
func (h Hearing) Officers() []Participant { return h.InRole(Officer) }

// Approval returns the latest approval of a kind, and whether there is one.
func (h Hearing) Approval(k ApprovalKind) (Approval, bool) {
	for i := len(h.Approvals) - 1; i >= 0; i-- {
		if h.Approvals[i].Kind == k {
			return h.Approvals[i], true
		}
	}
	return Approval{}, false
}

// DefaultOpenness is the openness that art. 5 of 听证工作规定 gives to cases:
// public for non-prosecution, petitions, supervision and public interest,
// closed for arrest, custody and where a minor is a party. Several cases are
// closed when one of them is. It is empty where the rule leaves the choice.
func DefaultOpenness(cases []Case) Openness {
	out := AskFirst
	for _, c := range cases {
		switch {
		case c.HasMinor() || len(c.Secrets) > 0:
			return NotOpen
		case c.Type == Arrest || c.Type == CustodyNecessity:
			return NotOpen
		case c.Type == JudicialRelief || c.Type == OtherCase || c.Type == "":
		default:
			out = Public
		}
	}
	return out
}
