package hearing

// A Term is the name of a coded value: Chinese as papers print it and the
// Chinese window shows it, English for the English window.
type Term struct{ Zh, En string }

// Named is a coded value that has a [Term].
type Named interface{ Term() Term }

// Term names the value.
func (v OrganisationKind) Term() Term { return term(v, organisationKindTerms) }

var organisationKindTerms = map[OrganisationKind]Term{
	Procuratorate: {"检察院", "Procuratorate"},
	Agency:        {"行政机关", "Agency"},
	NotaryOffice:  {"公证处", "Notary office"},
	LawFirm:       {"律师事务所", "Law firm"},
	Company:       {"企业", "Company"},
	Community:     {"社区、村(居)民委员会", "Community"},
	MediaHouse:    {"新闻媒体", "Media"},
	OtherBody:     {"其他单位", "Other body"},
}

// Term names the value.
func (v Level) Term() Term { return term(v, levelTerms) }

var levelTerms = map[Level]Term{
	LevelCentral:  {"中央", "Central"},
	LevelProvince: {"省级", "Province"},
	LevelCity:     {"设区的市级", "City"},
	LevelCounty:   {"县级", "County"},
	LevelTownship: {"乡镇、街道", "Township"},
}

// Term names the value.
func (v Rank) Term() Term { return term(v, rankTerms) }

var rankTerms = map[Rank]Term{
	Chief:          {"检察长", "Chief procurator"},
	DeputyChief:    {"副检察长", "Deputy chief procurator"},
	CommitteeMbr:   {"检察委员会委员", "Committee member"},
	DepartmentHead: {"部门负责人", "Department head"},
	Prosecutor:     {"检察官", "Prosecutor"},
	Assistant:      {"检察官助理", "Assistant prosecutor"},
	Clerk:          {"书记员", "Clerk"},
}

// Term names the value.
func (v OfficerClass) Term() Term { return term(v, officerClassTerms) }

var officerClassTerms = map[OfficerClass]Term{
	ClassLaw:    {"法律型", "Law"},
	ClassExpert: {"专家型", "Expert"},
	ClassSocial: {"社会型", "Social"},
}

// Term names the value.
func (v PoolStatus) Term() Term { return term(v, poolStatusTerms) }

var poolStatusTerms = map[PoolStatus]Term{
	PoolActive:    {"在库", "Active"},
	PoolSuspended: {"暂停", "Suspended"},
	PoolEnded:     {"退出", "Ended"},
}

// Term names the value.
func (v BarKind) Term() Term { return term(v, barKindTerms) }

var barKindTerms = map[BarKind]Term{
	BarConvicted:  {"受过刑事处罚", "Convicted of a crime"},
	BarDismissed:  {"被开除公职", "Dismissed from public office"},
	BarLicence:    {"被吊销律师、公证员执业证书", "Licence revoked"},
	BarDishonest:  {"被纳入失信被执行人名单", "On the list of dishonest debtors"},
	BarProsecuted: {"正在受到刑事追究", "Being prosecuted"},
	BarOther:      {"其他严重违法违纪", "Other serious violation"},
}

// Term names the value.
func (v RoomKind) Term() Term { return term(v, roomKindTerms) }

var roomKindTerms = map[RoomKind]Term{
	HearingRoom:     {"检察听证室", "Hearing room"},
	ServiceHall:     {"12309检察服务中心接访大厅", "12309 service hall"},
	DetentionCentre: {"看守所", "Detention centre"},
	CommunityRoom:   {"社区、村居活动室", "Community room"},
	AgencyRoom:      {"行政机关会议室", "Agency's meeting room"},
	Home:            {"当事人住所", "Party's home"},
	OtherPlace:      {"其他场所", "Other place"},
}

// Term names the value.
func (v CaseType) Term() Term { return term(v, caseTypeTerms) }

var caseTypeTerms = map[CaseType]Term{
	Arrest:              {"审查逮捕", "Review of arrest"},
	CustodyNecessity:    {"羁押必要性审查", "Review of custody"},
	NonProsecution:      {"拟不起诉", "Non-prosecution"},
	CriminalPetition:    {"刑事申诉", "Criminal petition"},
	CivilSupervision:    {"民事诉讼监督", "Civil supervision"},
	AdminSupervision:    {"行政诉讼监督", "Admin. supervision"},
	CivilPublicInterest: {"民事公益诉讼", "Civil public interest"},
	AdminPublicInterest: {"行政公益诉讼", "Admin. public interest"},
	JudicialRelief:      {"司法救助", "Judicial relief"},
	OtherCase:           {"其他", "Other"},
}

// Term names the value.
func (v Source) Term() Term { return term(v, sourceTerms) }

var sourceTerms = map[Source]Term{
	SourceHotline:    {"12345政务服务便民热线", "12345 hotline"},
	SourceVolunteer:  {"“益心为公”志愿者", "Public-interest volunteer"},
	SourceDeputies:   {"人大代表建议、政协提案", "Deputies' proposal"},
	SourceData:       {"大数据模型比对", "Data comparison"},
	SourceRiverChief: {"河(湖)长+检察长巡查", "River-chief patrol"},
	SourceOwn:        {"自行发现", "Own finding"},
	SourceTransfer:   {"移送", "Transfer"},
	SourcePublic:     {"群众举报", "Report by the public"},
	SourceApplicant:  {"当事人申请", "Party's application"},
	SourceOther:      {"其他", "Other"},
}

// Term names the value.
func (v Secret) Term() Term { return term(v, secretTerms) }

var secretTerms = map[Secret]Term{
	StateSecret:         {"国家秘密", "State secret"},
	CommercialSecret:    {"商业秘密", "Commercial secret"},
	Privacy:             {"个人隐私", "Privacy"},
	InvestigationSecret: {"侦查秘密", "Investigation secret"},
}

// Term names the value.
func (v PartyRole) Term() Term { return term(v, partyRoleTerms) }

var partyRoleTerms = map[PartyRole]Term{
	Applicant:        {"申请人", "Applicant"},
	Respondent:       {"被申请人", "Respondent"},
	SupervisedAgency: {"被监督行政机关", "Supervised agency"},
	Violator:         {"违法行为人", "Violator"},
	Suspect:          {"犯罪嫌疑人、被不起诉人", "Suspect"},
	Victim:           {"被害人", "Victim"},
	ThirdParty:       {"第三人", "Third party"},
	Concerned:        {"其他当事人", "Other party"},
}

// Term names the value.
func (v State) Term() Term { return term(v, stateTerms) }

var stateTerms = map[State]Term{
	Draft:     {"草拟", "Draft"},
	Submitted: {"报批", "Awaiting approval"},
	Approved:  {"已批准", "Approved"},
	Refused:   {"未批准", "Not approved"},
	Notifying: {"通知中", "Notifying"},
	Ready:     {"就绪", "Ready"},
	Open:      {"进行中", "In session"},
	Recess:    {"休会评议", "Deliberating"},
	Suspended: {"中止", "Suspended"},
	Closed:    {"已结束，待决定", "Held, decision pending"},
	Decided:   {"已决定", "Decided"},
	FedBack:   {"已反馈", "Officers told"},
	Archived:  {"已归档", "Archived"},
	Postponed: {"延期", "Postponed"},
	Cancelled: {"取消", "Cancelled"},
}

// Term names the value.
func (v Form) Term() Term { return term(v, formTerms) }

var formTerms = map[Form]Term{
	Ordinary:   {"普通", "Ordinary"},
	Simplified: {"简易", "Simplified"},
	OnSite:     {"上门", "On site"},
	Streamed:   {"直播", "Streamed"},
	Remote:     {"远程视频", "By video"},
}

// Term names the value.
func (v Openness) Term() Term { return term(v, opennessTerms) }

var opennessTerms = map[Openness]Term{
	Public:   {"公开", "Public"},
	NotOpen:  {"不公开", "Closed"},
	AskFirst: {"未定", "Not chosen"},
}

// Term names the value.
func (v ApprovalKind) Term() Term { return term(v, approvalKindTerms) }

var approvalKindTerms = map[ApprovalKind]Term{
	ApproveHearing:      {"召开听证", "Hearing"},
	ApproveVenue:        {"场所", "Venue"},
	ApproveStream:       {"直播、录播", "Streaming"},
	ApproveOutsider:     {"库外听证员", "Officer from outside the pool"},
	ApproveMinor:        {"未成年人例外", "Minor's exception"},
	ApprovePublic:       {"依法不公开类型改为公开", "Public though closed by rule"},
	ApproveNonAdoption:  {"不采纳多数意见", "Majority not adopted"},
	ApproveCancellation: {"取消", "Cancellation"},
	ApproveNumber:       {"听证员人数例外", "Number of officers"},
}

// Term names the value.
func (v Purpose) Term() Term { return term(v, purposeTerms) }

var purposeTerms = map[Purpose]Term{
	FindFacts:    {"查明事实", "Find facts"},
	HardQuestion: {"疑难问题", "Hard question"},
	ExplainLaw:   {"释法说理", "Explain the law"},
	EndDispute:   {"争议化解", "End the dispute"},
}

// Term names the value.
func (v Role) Term() Term { return term(v, roleTerms) }

var roleTerms = map[Role]Term{
	Officer:        {"听证员", "Hearing officer"},
	Supervisor:     {"人民监督员", "People's supervisor"},
	AgencyRep:      {"行政机关", "Agency"},
	NotaryRole:     {"公证员", "Notary"},
	Resident:       {"居民、群众代表", "Resident"},
	PartyRep:       {"当事人", "Party"},
	Agent:          {"诉讼代理人", "Agent"},
	Guardian:       {"法定代理人", "Guardian"},
	Defender:       {"辩护人", "Defender"},
	VictimRole:     {"被害人", "Victim"},
	Witness:        {"证人", "Witness"},
	Appraiser:      {"鉴定人", "Appraiser"},
	Expert:         {"有专门知识的人", "Expert"},
	Interpreter:    {"翻译人员", "Interpreter"},
	Investigator:   {"侦查人员", "Investigator"},
	CaseStaff:      {"相关办案人员", "Case staff"},
	InvitedAide:    {"特邀检察官助理", "Invited aide"},
	Volunteer:      {"“益心为公”志愿者", "Volunteer"},
	DeputyRole:     {"人大代表、政协委员", "Deputy or committee member"},
	Mediator:       {"人民调解员", "People's mediator"},
	SuitableAdult:  {"合适成年人", "Suitable adult"},
	Recipient:      {"受送达单位", "Recipient unit"},
	Observer:       {"旁听人员", "Observer"},
	Media:          {"媒体", "Media"},
	Police:         {"司法警察", "Judicial police"},
	Technician:     {"技术人员", "Technician"},
	OtherAttendant: {"其他参加人", "Other attendant"},
}

// Term names the value.
func (v TellMethod) Term() Term { return term(v, tellMethodTerms) }

var tellMethodTerms = map[TellMethod]Term{
	ByHand:      {"直接送达", "By hand"},
	ByPost:      {"邮寄、检察专递", "By post"},
	ByPhone:     {"电话", "By phone"},
	ByMessage:   {"短信、微信", "By message"},
	ByElectron:  {"电子送达", "Electronically"},
	ByTheBureau: {"经司法行政机关", "Through the justice bureau"},
	ByLeaving:   {"留置", "Left"},
	ByNotice:    {"公告", "By public notice"},
	ByWord:      {"当面口头", "In person"},
}

// Term names the value.
func (v Presence) Term() Term { return term(v, presenceTerms) }

var presenceTerms = map[Presence]Term{
	Present:  {"到场", "Present"},
	Late:     {"迟到", "Late"},
	Absent:   {"缺席", "Absent"},
	LeftHall: {"中途退出", "Left early"},
	ByVideo:  {"远程参加", "By video"},
}

// Term names the value.
func (v Stance) Term() Term { return term(v, stanceTerms) }

var stanceTerms = map[Stance]Term{
	Agree:    {"同意", "Agree"},
	Disagree: {"不同意", "Disagree"},
	Other:    {"其他意见", "Other"},
}

// Term names the value.
func (v Timing) Term() Term { return term(v, timingTerms) }

var timingTerms = map[Timing]Term{
	OnTheSpot: {"当场决定", "On the spot"},
	Later:     {"另行决定", "Later"},
}

// Term names the value.
func (v Adoption) Term() Term { return term(v, adoptionTerms) }

var adoptionTerms = map[Adoption]Term{
	Adopted:    {"采纳", "Adopted"},
	InPart:     {"部分采纳", "Adopted in part"},
	NotAdopted: {"未采纳", "Not adopted"},
}

// Term names the value.
func (v Pay) Term() Term { return term(v, payTerms) }

var payTerms = map[Pay]Term{
	PayTravel: {"交通费", "Travel"},
	PayBoard:  {"食宿费", "Board"},
	PayLabour: {"劳务费", "Labour"},
}

// Term names the value.
func (v InstrumentKind) Term() Term { return term(v, instrumentKindTerms) }

var instrumentKindTerms = map[InstrumentKind]Term{
	Recommendation:   {"检察建议书", "Recommendation"},
	FilingDecision:   {"立案决定书", "Filing decision"},
	NoProsecution:    {"不起诉决定书", "Non-prosecution decision"},
	Conditional:      {"附条件不起诉决定书", "Conditional non-prosecution"},
	PetitionDecision: {"刑事申诉复查决定书", "Petition decision"},
	SupportSuit:      {"支持起诉意见书", "Support of a suit"},
	ClosingDecision:  {"终结案件决定书", "Closing decision"},
	OtherInstrument:  {"其他文书", "Other document"},
}

// Term names the value.
func (v DeliveryMode) Term() Term { return term(v, deliveryModeTerms) }

var deliveryModeTerms = map[DeliveryMode]Term{
	Direct:     {"直接送达", "Direct"},
	Left:       {"留置送达", "Left"},
	Posted:     {"邮寄送达", "By post"},
	Electronic: {"电子送达", "Electronic"},
	Entrusted:  {"委托送达", "Entrusted"},
	Forwarded:  {"转交送达", "Forwarded"},
	PublicCall: {"公告送达", "Public notice"},
	Announced:  {"宣告送达", "Announced"},
}

// Term names the value.
func (v Severity) Term() Term { return term(v, severityTerms) }

var severityTerms = map[Severity]Term{
	Info:    {"提示", "Note"},
	Warning: {"提醒", "Warning"},
	Blocked: {"阻断", "Blocked"},
}

// Term names the value.
func (v Gender) Term() Term { return term(v, genderTerms) }

var genderTerms = map[Gender]Term{
	Male:   {"男", "Male"},
	Female: {"女", "Female"},
}

// Term names the value.
func (v MatterKind) Term() Term { return term(v, matterKindTerms) }

var matterKindTerms = map[MatterKind]Term{
	MatterAgreement:   {"合同、协议", "Agreement"},
	MatterEvidence:    {"保全证据", "Preservation of evidence"},
	MatterSupervision: {"现场监督", "Supervision on site"},
	MatterDeclaration: {"声明", "Declaration"},
	MatterService:     {"送达见证", "Witness of service"},
	MatterDeposit:     {"提存", "Deposit"},
	MatterOther:       {"其他", "Other"},
}

// Term names the value.
func (v MoveKind) Term() Term { return term(v, moveKindTerms) }

var moveKindTerms = map[MoveKind]Term{
	MovePostponed: {"延期", "Postponed"},
	MoveMoved:     {"变更时间、地点", "Moved"},
	MoveCancelled: {"取消", "Cancelled"},
	MovePresider:  {"变更主持人", "Presider replaced"},
	MoveOfficer:   {"变更听证员", "Officer replaced"},
}

// term looks a value up; one that is not in the table is shown as it is.
func term[T ~string](v T, names map[T]Term) Term {
	if t, ok := names[v]; ok {
		return t
	}
	return Term{string(v), string(v)}
}

// Term names the value.
func (v AccountRole) Term() Term { return term(v, accountRoleTerms) }

var accountRoleTerms = map[AccountRole]Term{
	DeskClerk:      {"内勤", "Clerk"},
	DeskRecorder:   {"书记员", "Recorder"},
	DeskProsecutor: {"承办检察官", "Handling prosecutor"},
	DeskPresider:   {"主持人", "Presider"},
	DeskHead:       {"部门负责人", "Department head"},
	DeskChief:      {"检察长", "Chief procurator"},
	DeskArchivist:  {"档案员", "Archivist"},
	DeskGuest:      {"访客", "Guest"},
}
