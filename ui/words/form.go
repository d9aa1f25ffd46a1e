package words

import (
	"errors"
	"strings"

	"hearingdesk/hearing/document"
)

// textFaults are what is wrong in the text of a form, and what to do.
var textFaults = map[document.Fault]string{
	document.FaultHead:     "开头不完整：先写“number: 07a”“title: …”“per: …”等各行，再用单独一行 --- 隔开正文。",
	document.FaultRequired: "开头缺少 {{.Value}}，请补上。",
	document.FaultLine:     "开头的每一行都应写成“项目: 内容”。",
	document.FaultHeadKey:  "开头没有“{{.Value}}”这一项，请核对写法。",
	document.FaultSetting:  "“{{.Value}}”不能是“{{.Got}}”，应是 {{.Expect}} 之一。",
	document.FaultNumber:   "编号是“{{.Value}}”，应为“{{.Expect}}”。",
	document.FaultKey:      "没有“{{.Value}}”这个字段，请从字段表里选。",
	document.FaultWord:     "不认识“{{.Value}}”：它既不是字段，也不是函数。",
	document.FaultBraces:   "两个左花括号没有在同一行用两个右花括号结束。",
	document.FaultOpen:     "“{{.Value}}”没有用 end 结束，请在它后面补上 end。",
	document.FaultEnd:      "这里的“{{.Value}}”前面没有 if、range 或 with，请删去它或补上开头。",
	document.FaultUse:      "这里不能用“{{.Value}}”。",
	document.FaultPrint:    "{{.Kind}}不能直接印出来；列表请用 range 重复，是否请用 if 判断。",
	document.FaultLoop:     "range 只能用于列表，这里是{{.Kind}}。",
	document.FaultCall:     "“{{.Value}}”不是函数，后面不能再写别的值。",
	document.FaultCount:    "“{{.Value}}”后面应有 {{.Expect}} 个值，这里有 {{.Got}} 个。",
	document.FaultKind:     "“{{.Value}}”要的是{{.Expected}}，这里是{{.GotKind}}。",
	document.FaultElements: "“{{.Value}}”要的列表，每一项都须有“{{.Expect}}”。",
	document.FaultSyntax:   "写法不对（{{.Value}}）。",
	document.FaultMark:     "没有“#{{.Value}}”这种行；要印出 #，请把它放在别的字后面。",
	document.FaultMeasure:  "“#{{.Value}}”后面应写 {{.Expect}} 的数，这里是“{{.Got}}”。",
	document.FaultTable:    "表格的 #table 和 #end 没有成对，这个 #{{.Value}} 没有另一半。",
	document.FaultLong:     "太长，最多 {{.Expect}} 字。",
	document.FaultEndless:  "重复没有尽头，做出来的文书太长，请检查 range 的部分。",
	document.FaultList:     "{{.Value}}",
}

// sorts name the kinds of values.
var sorts = map[string]string{"text": "文字", "day": "年月日", "moment": "时间", "flag": "是否", "list": "多项列表", "record": "一组字段", "number": "数", "day or moment": "日期或时间"}

// FormSort names a kind of value of the dictionary of papers: 文字, 日期.
func FormSort(kind string) string {
	if key, ok := sorts[kind]; ok {
		return T(key)
	}
	return kind
}

// FormFault says what is wrong in the text of a form, and where.
func FormFault(e *document.SourceError) string {
	values := map[string]any{"Line": e.Line, "Column": e.Column}
	return T("第 {{.Line}} 行第 {{.Column}} 列：", values) + formFault(e)
}

// formFault says what is wrong, without the place.
func formFault(e *document.SourceError) string {
	return T(textFaults[e.Fault], map[string]any{"Value": e.Value, "Expect": e.Expect, "Got": e.Got, "Kind": FormSort(e.Value), "Expected": FormSort(e.Expect), "GotKind": FormSort(e.Got)})
}

// FormFaults says all that is wrong in the text of a form, one a line.
func FormFaults(all document.SourceErrors) []string {
	out := make([]string, len(all))
	for i, e := range all {
		out[i] = FormFault(e)
	}
	return out
}

// FormOrigin says whose text a paper is made with: 原文, 本院第3版.
func FormOrigin(edition int) string {
	if edition == 0 {
		return T("原文")
	}
	return T("本院第{{.N}}版", map[string]int{"N": edition})
}

// faultyForm says that a form cannot be used; empty where the error is another.
func faultyForm(err error) string {
	var all document.SourceErrors
	if !errors.As(err, &all) {
		return ""
	}
	said := strings.TrimSpace(listed(FormFaults(all)))
	var form *document.FormError
	if !errors.As(err, &form) {
		return where(err) + Sentences(said, T("没有改动任何内容。"))
	}
	return T("“{{.Form}}”（{{.Origin}}）的文本有错，没有生成。{{.Faults}}请在“设置—文书”里改正，或恢复原文。",
		map[string]string{"Form": form.Number + " " + form.Title, "Origin": FormOrigin(form.Edition), "Faults": said})
}

// FormRemedy says how a form that cannot be used is put right without a window;
// empty where the error is another.
func FormRemedy(err error) string {
	var form *document.FormError
	if !errors.As(err, &form) || form.Edition == 0 {
		return ""
	}
	return T("没有窗口时，改正后用 hearingdesk import 存入，或用 hearingdesk documents -form {{.Number}} -reset 恢复原文。", map[string]string{"Number": form.Number})
}
