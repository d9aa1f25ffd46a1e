package hearing

// Term names the value.
func (v ItemState) Term() Term { return term(v, itemStateTerms) }

var itemStateTerms = map[ItemState]Term{
	NotBegun:   {"未启动", "Not begun"},
	Mending:    {"整改中", "Being done"},
	Mended:     {"已整改", "Done"},
	Impossible: {"客观不能", "Not possible"},
	Relapsed:   {"反弹", "Relapsed"},
}

// Term names the value.
func (v VisitMethod) Term() Term { return term(v, visitMethodTerms) }

var visitMethodTerms = map[VisitMethod]Term{
	OnSpot:     {"现场核查", "On the spot"},
	InWriting:  {"书面审查", "In writing"},
	InFiles:    {"查阅卷宗、台账", "From the files"},
	ByDrone:    {"无人机航拍", "By drone"},
	BySample:   {"抽样检测", "By samples"},
	ByAsking:   {"询问", "By asking"},
	InMeeting:  {"会商、联席会议", "In a meeting"},
	OtherVisit: {"其他方式", "Otherwise"},
}

// Term names the value.
func (v Approx) Term() Term { return term(v, approxTerms) }

var approxTerms = map[Approx]Term{
	Over:  {"余", "Over"},
	Above: {"上", "Tens of thousands or more"},
	About: {"约", "About"},
}

// Term names the value.
func (v AdviceKind) Term() Term { return term(v, adviceKindTerms) }

var adviceKindTerms = map[AdviceKind]Term{
	RetrialAdvice:    {"再审检察建议", "Retrial"},
	CorrectionAdvice: {"纠正违法检察建议", "Correction"},
	InterestAdvice:   {"公益诉讼检察建议", "Public interest"},
	GovernanceAdvice: {"社会治理检察建议", "Governance"},
	OtherAdvice:      {"其他检察建议", "Other"},
}
