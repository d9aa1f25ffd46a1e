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
