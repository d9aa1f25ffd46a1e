package hearing

// Term names the value.
func (v PoolSource) Term() Term { return term(v, poolSourceTerms) }

var poolSourceTerms = map[PoolSource]Term{
	PoolRecommended: {"单位推荐", "Recommended by a unit"},
	PoolApplied:     {"个人自荐", "Own application"},
	PoolInvited:     {"商请、邀请", "Invited"},
	PoolDrawn:       {"随机抽选", "Drawn at random"},
	PoolShared:      {"其他人才库转入", "From another pool"},
}

// Term names the value.
func (v Facet) Term() Term { return term(v, facetTerms) }

var facetTerms = map[Facet]Term{
	FacetStaff:      {"检察院人员", "Procuratorate staff"},
	FacetOfficer:    {"听证员库", "Pool of officers"},
	FacetSupervisor: {"人民监督员", "People's supervisors"},
	FacetAide:       {"特邀检察官助理", "Invited aides"},
	FacetVolunteer:  {"志愿者", "Volunteers"},
	FacetDeputy:     {"代表委员", "Deputies"},
	FacetNotary:     {"公证员", "Notaries"},
	FacetAgency:     {"行政机关人员", "Agency staff"},
	FacetParty:      {"当事人", "Parties"},
	FacetAgent:      {"代理人、律师", "Agents and lawyers"},
	FacetMedia:      {"媒体", "Media"},
}

// Term names the value.
func (v Alike) Term() Term { return term(v, alikeTerms) }

var alikeTerms = map[Alike]Term{
	AlikeID:    {"证件号码相同", "The same ID number"},
	AlikeCode:  {"统一社会信用代码相同", "The same credit code"},
	AlikePhone: {"姓名、电话相同", "The same name and telephone"},
	AlikeBorn:  {"姓名、出生日期相同", "The same name and date of birth"},
	AlikeUnit:  {"姓名、单位相同", "The same name and unit"},
	AlikeName:  {"名称相同", "The same name"},
}
