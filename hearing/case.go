package hearing

import "hearingdesk/hearing/calendar"

// A CaseType (案件类型) decides a hearing's default openness, its steps and
// whether a people's supervisor must be invited.
type CaseType string

// The case types, with the codes of the statistical report.
const (
	Arrest              CaseType = "A1"  // 审查逮捕
	CustodyNecessity    CaseType = "A2"  // 羁押必要性审查
	NonProsecution      CaseType = "A3"  // 拟不起诉
	CriminalPetition    CaseType = "A4"  // 刑事申诉
	CivilSupervision    CaseType = "A5"  // 民事诉讼监督
	AdminSupervision    CaseType = "A6"  // 行政诉讼监督
	CivilPublicInterest CaseType = "A7"  // 民事公益诉讼
	AdminPublicInterest CaseType = "A8"  // 行政公益诉讼
	JudicialRelief      CaseType = "A9"  // 司法救助
	OtherCase           CaseType = "A10" // 其他
)

// CaseTypes lists every type in the order of the report.
var CaseTypes = []CaseType{Arrest, CustodyNecessity, NonProsecution, CriminalPetition, CivilSupervision, AdminSupervision, CivilPublicInterest, AdminPublicInterest, JudicialRelief, OtherCase}

// A Source is where a case's lead came from (线索来源).
type Source string

// The sources.
const (
	SourceHotline    Source = "12345"     // 12345政务服务便民热线
	SourceVolunteer  Source = "volunteer" // “益心为公”志愿者
	SourceDeputies   Source = "deputies"  // 人大代表建议、政协提案
	SourceData       Source = "data"      // 大数据模型比对
	SourceRiverChief Source = "patrol"    // 河(湖)长+检察长巡查
	SourceOwn        Source = "own"       // 自行发现
	SourceTransfer   Source = "transfer"  // 移送
	SourcePublic     Source = "public"    // 群众举报
	SourceApplicant  Source = "applicant" // 当事人申请
	SourceOther      Source = "other"     // 其他
)

// Sources lists every source.
var Sources = []Source{SourceHotline, SourceVolunteer, SourceDeputies, SourceData, SourceRiverChief, SourceOwn, SourceTransfer, SourcePublic, SourceApplicant, SourceOther}

// A Secret is a ground on which a hearing is not public (不公开事由).
type Secret string

// The grounds.
const (
	StateSecret         Secret = "state"         // 国家秘密
	CommercialSecret    Secret = "commercial"    // 商业秘密
	Privacy             Secret = "privacy"       // 个人隐私
	InvestigationSecret Secret = "investigation" // 侦查秘密
)

// Secrets lists every ground.
var Secrets = []Secret{StateSecret, CommercialSecret, Privacy, InvestigationSecret}

// A PartyRole is how somebody stands in a case (诉讼地位).
type PartyRole string

// The roles of a party.
const (
	Applicant        PartyRole = "applicant"         // 申请人
	Respondent       PartyRole = "respondent"        // 被申请人
	SupervisedAgency PartyRole = "supervised-agency" // 被监督行政机关
	Violator         PartyRole = "violator"          // 违法行为人
	Suspect          PartyRole = "suspect"           // 犯罪嫌疑人、被不起诉人
	Victim           PartyRole = "victim"            // 被害人
	ThirdParty       PartyRole = "third-party"       // 第三人
	Concerned        PartyRole = "concerned"         // 其他当事人
)

// PartyRoles lists every role.
var PartyRoles = []PartyRole{Applicant, Respondent, SupervisedAgency, Violator, Suspect, Victim, ThirdParty, Concerned}

// A Party (当事人) is a person or an organisation on one side of a case. One of
// Person and Organisation is set.
type Party struct {
	ID           ID        `json:"id"`
	Role         PartyRole `json:"role"`
	Label        string    `json:"label,omitempty"`        // as printed, where the role's name does not fit: 被赡养人
	Person       ID        `json:"person,omitempty"`       // natural person
	Organisation ID        `json:"organisation,omitempty"` // organisation
	Minor        bool      `json:"minor,omitempty"`        // under eighteen (未成年人): closed by default, masked always
	Masked       bool      `json:"masked,omitempty"`       // name masked in public papers: 程某某
}

// A Case (案件) is what a hearing is about. One case may be heard several times.
type Case struct {
	ID           ID            `json:"id"`
	Version      Version       `json:"-"`
	Number       string        `json:"number,omitempty"`        // number in the national case system (系统案号)
	AcceptNumber string        `json:"accept_number,omitempty"` // number of acceptance (部门受案号)
	Petition     bool          `json:"petition,omitempty"`      // kept in the petition system (检察信访系统), not in the national case system (统一业务应用系统)
	Cause        string        `json:"cause"`                   // cause (案由), as printed on notices to participants
	PublicCause  string        `json:"public_cause,omitempty"`  // cause without names, for the public announcement; empty: Cause with masked parties masked
	Type         CaseType      `json:"type"`                    // case type A1–A10
	Domain       Domain        `json:"domain,omitempty"`        // public-interest domain (公益诉讼领域)
	Tags         []string      `json:"tags,omitempty"`          // further labels (案件标签)
	Source       Source        `json:"source,omitempty"`        // where the lead came from
	SourceNote   string        `json:"source_note,omitempty"`   // more of it, such as the hotline's ticket
	FiledOn      calendar.Date `json:"filed_on,omitzero"`       // date of filing (立案日期)
	DueOn        calendar.Date `json:"due_on,omitzero"`         // end of the time for handling (办案期限)
	Handler      ID            `json:"handler,omitempty"`       // handling prosecutor (承办检察官)
	Lead         ID            `json:"lead,omitempty"`          // lead prosecutor of a group (主办检察官)
	Minor        bool          `json:"minor,omitempty"`         // a minor is involved (涉未成年人)
	Secrets      []Secret      `json:"secrets,omitempty"`       // grounds for a closed hearing
	Serious      bool          `json:"serious,omitempty"`       // major social impact (重大影响)
	Facts        string        `json:"facts,omitempty"`         // facts in short (基本案情)
	Issues       []string      `json:"issues,omitempty"`        // points in dispute (争议焦点)
	Laws         []string      `json:"laws,omitempty"`          // law that applies (适用规定)
	Places       []string      `json:"places,omitempty"`        // places that it is about (涉案地点): a neighbourhood, a street with its number
	Parties      []Party       `json:"parties,omitempty"`       // parties (当事人)
	Steps        []Step        `json:"steps,omitempty"`         // what happened, and starts or ends a period (程序节点)
	Overrides    []Override    `json:"overrides,omitempty"`     // 例外批准
	Note         string        `json:"note,omitempty"`          // remark (备注)
}

// HasMinor reports whether a minor is involved, as the case or a party says.
func (c Case) HasMinor() bool {
	if c.Minor {
		return true
	}
	for _, p := range c.Parties {
		if p.Minor {
			return true
		}
	}
	return false
}

// Concerns reports whether a participant is, or comes for, a party of the case.
func (c Case) Concerns(p Participant) bool {
	for _, x := range c.Parties {
		if p.Party != "" && p.Party == x.ID || p.Person != "" && p.Person == x.Person || p.Organisation != "" && p.Organisation == x.Organisation {
			return true
		}
	}
	return false
}
