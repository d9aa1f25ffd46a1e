package hearing

// Term names the value.
func (v SeedSource) Term() Term { return term(v, seedSourceTerms) }

var seedSourceTerms = map[SeedSource]Term{
	SeedPublic: {"公开数值", "Public value"},
	SeedRandom: {"系统随机数", "Random number of the machine"},
}

// Term names the value.
func (v DrawReply) Term() Term { return term(v, drawReplyTerms) }

var drawReplyTerms = map[DrawReply]Term{
	ReplyAccepted:    {"同意参加", "Comes"},
	ReplyUnreachable: {"无法联系", "Cannot be reached"},
	ReplyBusy:        {"时间冲突", "Has no time"},
	ReplyRecused:     {"回避", "Recusal"},
	ReplyDeclined:    {"拒绝", "Declines"},
}

// Term names the value.
func (v ExclusionReason) Term() Term { return term(v, exclusionTerms) }

var exclusionTerms = map[ExclusionReason]Term{
	ExcludedAge:      {"不满二十三周岁", "Under twenty-three"},
	ExcludedBar:      {"有禁止情形", "Barred"},
	ExcludedInterest: {"可能有利害关系", "May have an interest"},
	ExcludedUnit:     {"所在单位与本案有关", "Works for a unit of the case"},
	ExcludedEarlier:  {"参加过本案此前的听证", "Served in an earlier hearing of the case"},
	ExcludedOften:    {"近期参加次数较多", "Served often of late"},
	ExcludedTime:     {"时间冲突", "Has no time"},
	ExcludedPool:     {"不在库或者聘期已满", "Not in the pool, or the term has ended"},
	ExcludedRole:     {"在本场有其他身份", "Has another role in the hearing"},
	ExcludedSeated:   {"已是本场听证员或候补", "Is an officer or an alternate already"},
	ExcludedRefused:  {"本场已答复不参加", "Has refused this hearing"},
	ExcludedRule:     {"不符合本院规则", "Does not meet the office's rules"},
	ExcludedRecusal:  {"应当回避", "Is to be recused"},
	ExcludedHealth:   {"身体原因", "Health"},
	ExcludedOther:    {"其他原因", "Another reason"},
}
