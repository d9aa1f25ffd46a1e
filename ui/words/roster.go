package words

import (
	"errors"
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
)

// sheetError says why a spreadsheet cannot be read; empty for another error.
func sheetError(err error) string {
	var no *hearing.SheetError
	if !errors.As(err, &no) {
		return ""
	}
	return Sentences(T("“{{.Name}}”：", map[string]string{"Name": no.Name})+sheetRefusal(no.Why), T("没有改动任何内容。"))
}

// sheetRefusal says what is wrong with a spreadsheet, and what to do.
func sheetRefusal(why hearing.SheetReason) string {
	switch why {
	case hearing.SheetOld:
		return T("是旧格式（.xls）或者设了密码的表格。请打开后另存为 .xlsx（不设密码）或 CSV。")
	case hearing.SheetLarge:
		return T("超过 20 MB。请删去图片，只留名册本身。")
	case hearing.SheetLong:
		return T("超过 20000 行或 500 列。请分成几个文件。")
	case hearing.SheetBomb:
		return T("解开后异常庞大，不予读取。请把名册复制到新的表格里再存。")
	case hearing.SheetAsCSV:
		return T("行数太多，或者有合并的单元格，XLSX 读写不了。请另存为 CSV（或把结果存为 CSV）再试。")
	case hearing.SheetEmpty:
		return T("里面没有内容。")
	case hearing.SheetHeads:
		return T("找不到标题行。名册要有一行列名，其中要有“姓名”；单位名册要有“单位全称”。")
	}
	return T("不是 XLSX 或 CSV 表格，或者已损坏。请重新另存。")
}

// RosterFault says what is wrong with a row of a roster, where, and what to do:
// 第 7 行 电话（E7）“同上”：不像电话号码。
func RosterFault(l roster.Line) string {
	f := l.Fault
	values := map[string]any{"Row": f.Row, "Cell": f.Cell, "Heading": f.Heading, "Value": short(f.Value)}
	if f.Value == "" {
		return T("第 {{.Row}} 行 {{.Heading}}（{{.Cell}}）：", values) + rosterReason(l)
	}
	return T("第 {{.Row}} 行 {{.Heading}}（{{.Cell}}）“{{.Value}}”：", values) + rosterReason(l)
}

// short is a value that a line can hold.
func short(s string) string {
	const most = 30
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// RosterReason says what is wrong with a row, without the place.
func RosterReason(l roster.Line) string {
	if l.Fault == nil {
		return ""
	}
	return rosterReason(l)
}

func rosterReason(l roster.Line) string {
	f := l.Fault
	values := map[string]any{"Want": f.Want, "N": len(l.Candidates)}
	if len(l.Candidates) > 0 {
		values["Name"] = l.Candidates[0].Called()
	}
	switch f.Code {
	case roster.Unknown:
		return T("不认识这个写法，应是 {{.Want}} 之一。", values)
	case roster.AnotherHasIt:
		return T("这个证件号码已是“{{.Name}}”的。请核对号码或姓名。", values)
	case roster.Ambiguous, roster.Twice:
		return rosterTwins(l, values)
	case roster.NotDate:
		return T("看不懂这个日期，应如 {{.Want}}。", values)
	case roster.NotTerm:
		return T("看不懂这个期限，应如 {{.Want}}。", values)
	}
	if key, ok := rosterReasons[f.Code]; ok {
		return T(key)
	}
	return Fault(&hearing.FieldError{Path: f.Heading, Code: f.Code, Value: f.Value, Expect: f.Want})
}

// rosterTwins says that a row could mean several people or units.
func rosterTwins(l roster.Line, values map[string]any) string {
	again, unit := l.Fault.Code == roster.Twice, len(l.Candidates) > 0 && l.Candidates[0].Noun() == hearing.NounOrganisation
	switch {
	case again && l.Unit.ID != "":
		return T("与 {{.Want}} 的单位相同，内容又不一样。请合并成一行。", values)
	case again:
		return T("与 {{.Want}} 的人相同或分不清，内容又不一样。请合并成一行，或补上能区分的单位、电话。", values)
	case unit:
		return T("已有 {{.N}} 个单位同名或信用代码相同，分不清是不是它。请核对信用代码、地区，或选定是哪一个。", values)
	}
	return T("已有 {{.N}} 位同名的人，分不清是不是其中一位。请补上单位、电话或证件号码，或选定是谁。", values)
}

// rosterReasons are the reasons that need no value.
var rosterReasons = map[string]string{
	roster.NoName:      "这一行没有姓名或单位名称。请补上，不是名册内容的行请删去。",
	roster.NotName:     "不像姓名。请在这一格只写姓名。",
	roster.Tenth:       "可能是 1 月，也可能是 10 月：表格把数字末尾的 0 去掉了。请写成 1985-01 或 1985-10。",
	roster.Order:       "结束早于开始。",
	roster.NotPhone:    "不像电话号码。",
	roster.NotID:       "不是 18 位的居民身份证号。别的证件请另加“证件类型”一列。",
	roster.BadID:       "身份证号有误，校验位对不上。",
	roster.Lost:        "表格把身份证号当成数字，后几位已经丢失。请把这一列设成文本后重新填写。",
	roster.Contradicts: "与本行的出生日期或性别不符。",
	roster.Long:        "太长，请缩短。",
	roster.TwoUnits:    "有几个同名的单位，分不清是哪一个。请先在“单位”里改名或合并。",
	roster.Broken:      "表格里是一个错误值，请先改好公式。",
}

// RosterState names what becomes of a row.
func RosterState(s roster.State) string {
	return in(map[roster.State]hearing.Term{
		roster.New: {Zh: "新增", En: "New"}, roster.Changed: {Zh: "更改", En: "Changed"}, roster.Same: {Zh: "未变", En: "Unchanged"},
		roster.Refused: {Zh: "不能导入", En: "Refused"}, roster.Choose: {Zh: "待选定", En: "To choose"}, roster.Double: {Zh: "重复", En: "Repeated"}, roster.Left: {Zh: "不导入", En: "Left out"},
	}[s])
}

// RosterDouble says which earlier row says the same.
func RosterDouble(l roster.Line) string {
	return T("与第 {{.Row}} 行相同，只取一次", map[string]int{"Row": l.Same})
}

// Rows lists row numbers: 6、7.
func Rows(numbers []int) string {
	var out []string
	for _, n := range numbers {
		out = append(out, strconv.Itoa(n))
	}
	return List(out)
}

// RosterTaken says for the record of changes what was given out.
func RosterTaken(of string, units bool, n int, full bool) string {
	values := map[string]any{"Kind": of, "N": n}
	switch {
	case units:
		return T("{{.Kind}}名册 {{.N}} 个单位", values)
	case full:
		return T("{{.Kind}}名册 {{.N}} 人，含完整证件号码", values)
	}
	return T("{{.Kind}}名册 {{.N}} 人", values)
}
