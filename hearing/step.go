package hearing

import (
	"regexp"
	"slices"

	"hearingdesk/hearing/calendar"
)

// A StepKind says what happened in a case on a day (程序节点), such as that a
// recusal was asked for. The kinds below belong to the program; an office's
// own rules can name more.
type StepKind string

// The kinds of step, in pairs: what starts a period, and what ends it.
const (
	HearingAsked     StepKind = "hearing-asked"     // 当事人申请听证 (听证工作规定, art. 9)
	HearingAnswered  StepKind = "hearing-answered"  // 答复听证申请
	RecusalAsked     StepKind = "recusal-asked"     // 申请回避 (公益诉讼办案规则, art. 23)
	RecusalDecided   StepKind = "recusal-decided"   // 作出回避决定
	ReviewAsked      StepKind = "recusal-review"    // 对回避决定申请复议
	ReviewDecided    StepKind = "recusal-reviewed"  // 作出复议决定
	CallIssued       StepKind = "call-issued"       // 发布民事公益诉讼公告 (公益诉讼办案规则, art. 91)
	CallClosed       StepKind = "call-closed"       // 公告期满处理
	ObjectionMade    StepKind = "objection-made"    // 被建议单位提出异议 (检察建议工作规定, art. 22)
	ObjectionSettled StepKind = "objection-settled" // 异议复核完毕
	Urged            StepKind = "urged"             // 督促落实 (检察建议工作规定, art. 24)
	PauseBegan       StepKind = "suspended"         // 中止审查 (公益诉讼办案规则, art. 78)
	PauseEnded       StepKind = "resumed"           // 恢复审查
	ReviewEnded      StepKind = "review-ended"      // 审查终结 (公益诉讼办案规则, art. 79)
	ReviewExtended   StepKind = "review-extended"   // 延长审查期限，由检察长或者上一级院批准 (公益诉讼办案规则, art. 47)
	CaseClosed       StepKind = "closed"            // 结案、销号
	LookedBack       StepKind = "looked-back"       // 回头看
	CustodyBegan     StepKind = "custody-began"     // 羁押、强制措施期限起算 (刑事诉讼法, art. 105)
	CustodyEnded     StepKind = "custody-ended"     // 羁押、强制措施变更或者终止
	MonitorNoticed   StepKind = "monitor-noticed"   // 收到案件流程监控通知书 (民事诉讼监督规则, art. 112)
	MonitorAnswered  StepKind = "monitor-answered"  // 回复流程监控通知书
	SuitBrought      StepKind = "suit-brought"      // 公益诉讼起诉书送达法院 (公益诉讼办案规则, art. 46)
	SuitFiledUp      StepKind = "suit-filed-up"     // 起诉书报上一级院备案
	CourtSummoned    StepKind = "court-summoned"    // 收到出庭通知书 (公益诉讼办案规则, art. 49)
	AppearanceSent   StepKind = "appearance-sent"   // 提交派员出庭通知书
	ClaimChanged     StepKind = "claim-changed"     // 决定撤回起诉、变更诉讼请求 (公益诉讼办案规则, art. 84)
	ClaimChangeSent  StepKind = "claim-change-sent" // 撤回、变更决定书送达法院
	PetitionTaken    StepKind = "petition-taken"    // 受理民事监督申请 (民事诉讼监督规则, art. 52)
	PetitionReviewed StepKind = "petition-reviewed" // 民事监督案件审查终结
	PetitionDecided  StepKind = "petition-decided"  // 作出不支持监督申请决定、再审检察建议
	PetitionSent     StepKind = "petition-sent"     // 决定书、检察建议书发送
	FactsOrdered     StepKind = "facts-ordered"     // 决定调查核实 (检察建议工作规定, art. 15)
	FactsFound       StepKind = "facts-found"       // 调查核实完毕
	PostMismatch     StepKind = "post-received"     // 收到的专递内容与清单不符 (检察专递规定)
	PostReturned     StepKind = "post-returned"     // 专递退回
	SupervisorServed StepKind = "supervisor-served" // 人民监督员参加活动
	AllowanceClaimed StepKind = "allowance-claimed" // 申报人民监督员补助
)

// StepKinds lists every kind of the program.
var StepKinds = []StepKind{HearingAsked, HearingAnswered, RecusalAsked, RecusalDecided, ReviewAsked, ReviewDecided, CallIssued, CallClosed,
	ObjectionMade, ObjectionSettled, Urged, PauseBegan, PauseEnded, ReviewEnded, ReviewExtended, CaseClosed, LookedBack, CustodyBegan, CustodyEnded,
	MonitorNoticed, MonitorAnswered, SuitBrought, SuitFiledUp, CourtSummoned, AppearanceSent, ClaimChanged, ClaimChangeSent,
	PetitionTaken, PetitionReviewed, PetitionDecided, PetitionSent, FactsOrdered, FactsFound, PostMismatch, PostReturned,
	SupervisorServed, AllowanceClaimed}

// A Step (程序节点) is something that happened in a case on a day and that starts
// or ends a period of the law. What has a field of its own, such as the day of
// filing or of service, is not repeated as a step.
type Step struct {
	ID           ID               `json:"id"`
	Kind         StepKind         `json:"kind"`                   // what happened
	On           calendar.Date    `json:"on,omitzero"`            // the day on which it happened
	Of           ID               `json:"of,omitempty"`           // earlier step that this one answers; empty: the first open one
	Instrument   ID               `json:"instrument,omitempty"`   // paper that it is about
	Session      ID               `json:"session,omitempty"`      // hearing or announcement that it is about
	Person       ID               `json:"person,omitempty"`       // who acts, or whom it is about
	Organisation ID               `json:"organisation,omitempty"` // unit that acts, or that it is about
	Period       *calendar.Period `json:"period,omitempty"`       // length that the case or the paper sets, where the rule leaves it open
	Note         string           `json:"note,omitempty"`         // remark (备注)
}

// kindForm is how the codes of an office's own kinds are written.
var kindForm = regexp.MustCompile(`^[a-z][a-z0-9-]{1,39}$`)

// WellFormed reports whether the kind can be a code: lower-case letters,
// digits and hyphens.
func (k StepKind) WellFormed() bool { return kindForm.MatchString(string(k)) }

// StepsOf returns the case's steps of a kind, in their order.
func (c Case) StepsOf(k StepKind) []Step {
	return slices.DeleteFunc(slices.Clone(c.Steps), func(s Step) bool { return s.Kind != k })
}

// An Override (例外批准) is somebody's decision that what a rule says does not
// stop the work here. The rule's own finding stays visible beside it.
type Override struct {
	Rule        string        `json:"rule"`                  // id of the rule: N37
	Variant     string        `json:"variant,omitempty"`     // which of the rule's findings
	Participant ID            `json:"participant,omitempty"` // whom it is about
	Subject     string        `json:"subject,omitempty"`     // what it is about, where it is no participant
	By          ID            `json:"by"`                    // who approved
	On          calendar.Date `json:"on"`                    // date of the approval
	Reason      string        `json:"reason"`                // why
}

// Covers reports whether the override is of a finding.
func (o Override) Covers(f Finding) bool {
	if o.Rule != f.Rule || o.Variant != f.Variant || o.Participant != f.Participant {
		return false
	}
	return o.Participant != "" || o.Subject == f.Subject
}

// step adds what a step names. A session is not among it: a hearing names its
// cases, and the two would hold one another.
func (r *references) step(i int, s Step) {
	r.add(NounPerson, s.Person, "steps[%d].person", i)
	r.add(NounOrganisation, s.Organisation, "steps[%d].organisation", i)
}

func (r *references) overrides(list []Override) {
	for i, o := range list {
		r.add(NounPerson, o.By, "overrides[%d].by", i)
	}
}
