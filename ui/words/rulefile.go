package words

import (
	"errors"
	"strings"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/rules"
)

// fileFaults are what is wrong with a rule file, and what would be right.
var fileFaults = map[string]string{
	rules.BadSyntax:        "JSON 写错了（{{.Value}}）。",
	rules.BadEncoding:      "不是 UTF-8 文字，请另存为 UTF-8。",
	rules.BadFormat:        "“{{.Value}}”不是本程序的规则文件，或者版本更新；应为“{{.Expect}}”。",
	rules.BadField:         "没有“{{.Value}}”这一项，请核对写法。",
	rules.BadType:          "“{{.Value}}”的类型不对，应是 {{.Expect}}。",
	rules.BadValue:         "不认识“{{.Value}}”，应是 {{.Expect}} 之一。",
	rules.BadDate:          "“{{.Value}}”不能用来计算期限，应在 {{.Expect}}。",
	rules.BadRequired:      "没有填写，请补上。",
	rules.BadDuplicate:     "“{{.Value}}”写了两次，请删去一处。",
	rules.BadOrder:         "失效日期早于生效日期（{{.Value}}）。",
	rules.BadOverlap:       "“{{.Value}}”在同一天有两种说法（另见第 {{.OtherLine}} 行第 {{.OtherColumn}} 列），请改有效期或者删去一处。",
	rules.BadPeriod:        "期限“{{.Value}}”不对，应为 {{.Expect}}。",
	rules.BadContradiction: "期限自相矛盾（{{.Value}}）：{{.Why}}。",
	rules.BadEvent:         "“{{.Value}}”不是可以记录的事件。",
	rules.BadName:          "句子里的“{{.Value}}”没有可填的内容。",
	rules.BadSilent:        "“{{.Value}}”没有任何期限或规则会用到。",
	rules.BadLaw:           "“{{.Value}}”会削弱法律的强制规定，不能这样改。",
	rules.BadSet:           "没有“{{.Value}}”这套规则。",
	rules.BadWording:       "文字里的字段写错了：{{.Why}}",
	rules.BadID:            "“{{.Value}}”不能作编号，请只用字母、数字和连字符。",
}

// contradictions are why a period cannot be.
var contradictions = map[string]string{
	rules.StartsAndEnds:   "同一事件既起算又了结它",
	rules.BackAndMore:     "往回数的期限不能等待、中止、延长，也不能由案件决定长短",
	rules.WaitsForNothing: "要等它届满，却没有写等什么",
	rules.EndsNever:       "没有写了结它的事件，序号不起作用",
	rules.TwoLengths:      "长短既由案件决定，又写在规则里",
	rules.NoLength:        "没有写长短",
	rules.EndsOwnOnly:     "这个事件只了结程序自带的期限",
	rules.BackFromElse:    "只能从这个事件往回数",
	rules.StartsItself:    "它由自己起算",
	rules.NoSentence:      "没有写相应的句子",
	rules.NoEvent:         "没有这个事件",
	rules.EndsFirst:       "它在了结期限的事件里必须排在第一",
}

// RuleFault says what is wrong with a rule file: where, what, and what would be
// right.
func RuleFault(e *rules.FileError) string {
	values := map[string]any{"Line": e.Line, "Column": e.Column, "Path": e.Path, "Value": e.Value, "Expect": e.Expect}
	if e.Code == rules.BadContradiction {
		values["Why"] = T("规则不能成立")
		if why, ok := contradictions[e.Why]; ok {
			values["Why"] = T(why)
		}
	}
	var inside *document.SourceError
	if errors.As(e.Err, &inside) {
		values["Why"] = formFault(inside)
	}
	if o := e.Other; o != nil {
		values["OtherLine"], values["OtherColumn"] = o.Line, o.Column
	}
	what := T(fileFaults[e.Code], values)
	if e.Expect != "" && !strings.Contains(fileFaults[e.Code], "{{.Expect}}") {
		what += T("应为：{{.Expect}}。", values)
	}
	if e.Path != "" {
		return T("第 {{.Line}} 行第 {{.Column}} 列 {{.Path}}：", values) + what
	}
	return T("第 {{.Line}} 行第 {{.Column}} 列：", values) + what
}

// RuleFaults says all that is wrong with a rule file, one a line.
func RuleFaults(all rules.FileErrors) []string {
	out := make([]string, len(all))
	for i, e := range all {
		out[i] = RuleFault(e)
	}
	return out
}
