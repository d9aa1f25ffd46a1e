package words

// serviceFault says what is wrong with a receipt, or with what follows it, with the
// rule.
func serviceFault(code string, values map[string]any) string {
	switch code {
	case "early-reply":
		return T("{{.At}}：{{.Value}} 早于送达日 {{.Expect}}。回复期限自收到文书之日起算（《人民检察院检察建议工作规定》第十九条），请核对两个日期。", values)
	case "early-service":
		return T("{{.At}}：{{.Value}} 早于决定日 {{.Expect}}。文书经检察长决定后才能送达（《人民检察院检察建议工作规定》第十五条），请核对两个日期。", values)
	case "late-decision":
		return T("{{.At}}：{{.Value}} 晚于宣告送达的日期 {{.Expect}}。文书经检察长决定后才能送达（《人民检察院检察建议工作规定》第十五条），请核对两个日期。", values)
	case "early-arrival":
		return T("{{.At}}：{{.Value}} 早于发出日 {{.Expect}}，请核对两个日期。", values)
	case "returned":
		return T("{{.At}}：邮件 {{.Value}} 退回，就没有送达，却又写了送达日 {{.Expect}}（检察专递规定）。请删去一个；另行送达的，再加一次送达。", values)
	case "no-paper":
		return T("{{.At}}：还没有勾选送给该受送达人的文书，不能记送达。请先在“单位与文书”里勾选（《民事诉讼法》第八十七条：送达文书必须有送达回证）。", values)
	case "struck":
		return T("{{.At}}：{{.Expect}} 已经销号，{{.Value}} 又销号，其间没有核查发现反弹。请删去一次；确实反弹过的，先记那次核查（《人民检察院公益诉讼办案规则》第七十七条）。", values)
	case "reopened":
		return T("{{.At}}：“{{.Value}}”在本机上已于 {{.Expect}} 销号，数据包里又没有销号。重新打开须有其后的核查发现（《人民检察院公益诉讼办案规则》第七十七条），请先记那次核查。", values)
	}
	return T("{{.At}}：“{{.Value}}”不在这场宣告送达的案件里，不能记在它的回证上。请先加上案件，或者改选文书。", values)
}
