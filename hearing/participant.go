package hearing

import (
	"time"

	"hearingdesk/hearing/calendar"
)

// A Role is what a participant does in a session (参加人身份).
type Role string

// The roles.
const (
	Officer        Role = "officer"         // 听证员
	Supervisor     Role = "supervisor"      // 人民监督员
	AgencyRep      Role = "agency"          // 行政机关
	NotaryRole     Role = "notary"          // 公证员
	Resident       Role = "resident"        // 居民、群众代表
	PartyRep       Role = "party"           // 当事人
	Agent          Role = "agent"           // 诉讼代理人
	Guardian       Role = "guardian"        // 法定代理人
	Defender       Role = "defender"        // 辩护人
	VictimRole     Role = "victim"          // 被害人
	Witness        Role = "witness"         // 证人
	Appraiser      Role = "appraiser"       // 鉴定人
	Expert         Role = "expert"          // 有专门知识的人
	Interpreter    Role = "interpreter"     // 翻译人员
	Investigator   Role = "investigator"    // 侦查人员
	CaseStaff      Role = "case-staff"      // 相关办案人员
	InvitedAide    Role = "invited-aide"    // 特邀检察官助理
	Volunteer      Role = "volunteer"       // “益心为公”志愿者
	DeputyRole     Role = "deputy"          // 人大代表、政协委员
	Mediator       Role = "mediator"        // 人民调解员
	SuitableAdult  Role = "suitable-adult"  // 合适成年人
	Recipient      Role = "recipient"       // 受送达单位
	Observer       Role = "observer"        // 旁听人员
	Media          Role = "media"           // 媒体
	Police         Role = "police"          // 司法警察
	Technician     Role = "technician"      // 技术人员
	OtherAttendant Role = "other-attendant" // 其他参加人
)

// Roles lists every role in the order of papers and forms.
var Roles = []Role{Officer, Supervisor, AgencyRep, Recipient, PartyRep, Agent, Guardian, Defender, VictimRole, NotaryRole, Resident, Volunteer, InvitedAide, DeputyRole, Mediator, Expert, Appraiser, Witness, Interpreter, Investigator, CaseStaff, SuitableAdult, Observer, Media, Police, Technician, OtherAttendant}

// MustBeTold reports whether art. 10(2) of 听证工作规定 gives the role a right to
// be told the cause, the time and the place three days before. Observers and
// media apply by themselves; police and technicians are on duty.
func (v Role) MustBeTold() bool {
	switch v {
	case Observer, Media, Police, Technician:
		return false
	}
	return true
}

// Exclusive reports whether one person cannot hold the role in two sessions at
// the same time, so that a second one is a clash.
func (v Role) Exclusive() bool {
	switch v {
	case Officer, Supervisor, NotaryRole, Interpreter, Expert, Appraiser:
		return true
	}
	return false
}

// A TellMethod is a way in which somebody is told (告知方式).
type TellMethod string

// The ways.
const (
	ByHand      TellMethod = "hand"       // 直接送达
	ByPost      TellMethod = "post"       // 邮寄、检察专递
	ByPhone     TellMethod = "phone"      // 电话
	ByMessage   TellMethod = "message"    // 短信、微信
	ByElectron  TellMethod = "electronic" // 电子送达
	ByTheBureau TellMethod = "bureau"     // 经司法行政机关
	ByLeaving   TellMethod = "left"       // 留置
	ByNotice    TellMethod = "notice"     // 公告
	ByWord      TellMethod = "oral"       // 当面口头
)

// TellMethods lists every way.
var TellMethods = []TellMethod{ByHand, ByPost, ByPhone, ByMessage, ByElectron, ByTheBureau, ByLeaving, ByNotice, ByWord}

// A Told (告知记录) is one notification of one participant.
type Told struct {
	Document   string        `json:"document,omitempty"`   // number of the paper: 07a … 07d, 20, 21; empty is the notice of the hearing
	SentOn     calendar.Date `json:"sent_on,omitzero"`     // date of sending or calling
	ReceivedOn calendar.Date `json:"received_on,omitzero"` // date of receipt, which the deadline is counted by; unset is not yet received
	Method     TellMethod    `json:"method,omitempty"`     // how
	By         ID            `json:"by,omitempty"`         // person who told
	Receiver   string        `json:"receiver,omitempty"`   // who received, when not the participant (代收人)
	For        time.Time     `json:"for,omitzero"`         // start of the session that was told; unset is the present start
	Note       string        `json:"note,omitempty"`       // number of the post, time of the call
}

// A Waiver is a participant's written consent to a shorter time than three days.
type Waiver struct {
	On   calendar.Date `json:"on"`
	Note string        `json:"note,omitempty"`
}

// A Declaration is what an officer declared of interest and secrecy (承诺书).
type Declaration struct {
	On       calendar.Date `json:"on"`
	Interest bool          `json:"interest,omitempty"` // declares an interest in the case
	Detail   string        `json:"detail,omitempty"`
}

// A Signature is how somebody signed the transcript (笔录签名), or did not.
type Signature struct {
	On      calendar.Date `json:"on,omitzero"`
	Refused string        `json:"refused,omitempty"` // why signing was refused; empty: signed
	Page    int           `json:"page,omitempty"`    // page that was not signed; 0: the whole transcript
}

// A Proxy (委托代理人) is somebody sent with a power of attorney.
type Proxy struct {
	Person    ID     `json:"person"`
	Authority string `json:"authority,omitempty"` // extent of the power (代理权限)
	OnFile    bool   `json:"on_file,omitempty"`   // the paper was handed in (授权委托书)
}

// A Presence is whether a participant came (到场情况); empty is not recorded.
type Presence string

// The presences.
const (
	Present  Presence = "present"  // 到场
	Late     Presence = "late"     // 迟到
	Absent   Presence = "absent"   // 缺席
	LeftHall Presence = "left"     // 中途退出
	ByVideo  Presence = "by-video" // 远程参加
)

// Presences lists every presence.
var Presences = []Presence{Present, Late, ByVideo, LeftHall, Absent}

// Here reports whether the participant took part.
func (v Presence) Here() bool { return v == Present || v == Late || v == ByVideo || v == LeftHall }

// An Attendance is a participant's presence with its times.
type Attendance struct {
	Presence Presence  `json:"presence,omitempty"`
	Arrived  time.Time `json:"arrived,omitzero"`
	Note     string    `json:"note,omitempty"` // reason of absence, name of who came instead
}

// A Participant (参加人) is one seat in a session: a person in a role, and for
// whom. For an agency, Organisation is the agency, Person its representative
// (负责人 or delegate) and Proxy a second person with a power of attorney.
type Participant struct {
	ID           ID            `json:"id"`
	Role         Role          `json:"role"`
	Person       ID            `json:"person,omitempty"`       // who comes; may be open until the agency names somebody
	Organisation ID            `json:"organisation,omitempty"` // agency, notary office or unit that is represented
	Party        ID            `json:"party,omitempty"`        // party of a case whom this participant is or acts for
	Label        string        `json:"label,omitempty"`        // as printed, where the role's name does not fit
	Licence      string        `json:"licence,omitempty"`      // licence number of a notary or lawyer; empty: the person's
	Proxy        *Proxy        `json:"proxy,omitempty"`        // second representative
	Alternate    bool          `json:"alternate,omitempty"`    // alternate (候补), moves up when an officer refuses
	Remote       bool          `json:"remote,omitempty"`       // takes part by video
	FromBureau   bool          `json:"from_bureau,omitempty"`  // a supervisor whom the justice bureau drew for the session (司法局抽选)
	Seat         string        `json:"seat,omitempty"`         // name of the seat that was chosen by hand (席位), such as 听证员2; empty: the program finds one
	Lives        bool          `json:"lives,omitempty"`        // lives in the affected neighbourhood
	Told         []Told        `json:"told,omitempty"`         // notifications (告知记录)
	Waiver       *Waiver       `json:"waiver,omitempty"`       // consent to a shorter time
	Declared     *Declaration  `json:"declared,omitempty"`     // declaration of an officer
	BriefedOn    calendar.Date `json:"briefed_on,omitzero"`    // day on which an officer was given the case in short (听证工作规定, art. 11)
	Attendance   Attendance    `json:"attendance,omitzero"`    // presence
	Signed       *Signature    `json:"signed,omitempty"`       // signature under the transcript
	Note         string        `json:"note,omitempty"`         // remark (备注)
}

// ToldOf returns the notification of the session at start that was received
// first, and whether there is one. A notification of another start does not
// count: who was told of an earlier slot must be told again.
func (p Participant) ToldOf(start time.Time) (Told, bool) {
	var best Told
	for _, t := range p.Told {
		if t.ReceivedOn.IsZero() || t.Document == "20" || (!t.For.IsZero() && !t.For.Equal(start)) {
			continue
		}
		if best.ReceivedOn.IsZero() || t.ReceivedOn.Before(best.ReceivedOn) {
			best = t
		}
	}
	return best, !best.ReceivedOn.IsZero()
}
