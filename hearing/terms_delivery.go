package hearing

// Term names the value.
func (v Capacity) Term() Term { return term(v, capacityTerms) }

var capacityTerms = map[Capacity]Term{
	Oneself:    {"本人", "In person"},
	Family:     {"同住成年家属", "Adult relative, same home"},
	LegalHead:  {"法定代表人", "Legal representative"},
	UnitHead:   {"主要负责人", "Head of the unit"},
	MailRoom:   {"收件部门（办公室、收发室、值班室）", "Office that receives mail"},
	UnitOther:  {"单位其他人员", "Other staff"},
	LegalAgent: {"诉讼代理人", "Agent"},
	Designated: {"指定的代收人", "Named to receive"},
}
