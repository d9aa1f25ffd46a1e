package words

import (
	"errors"
	"path"
	"strings"

	"hearingdesk/hearing/document/wordform"
)

// formFaults are what is wrong with a Word form, and what to do.
var formFaults = map[wordform.Fault]string{
	wordform.NotWord:   "不是 Word 文档（DOCX）。请在 Word 或 WPS 里另存为 .docx 再用。",
	wordform.OldWord:   "是旧式的 .doc，或者加了密码。请去掉密码，另存为 .docx 再用。",
	wordform.Template:  "是 Word 模板（.dotx）。请另存为 .docx 再用。",
	wordform.Macros:    "带有宏，不予使用。请另存为不带宏的 .docx。",
	wordform.TooLarge:  "{{.Part}}太大，最多 {{.Value}}。请压缩图片，删去不用的内容。",
	wordform.Bomb:      "{{.Part}}解开后大得不像一份表单，没有读取。请用 Word 或 WPS 打开原来的表单，重新另存为 .docx。",
	wordform.BadName:   "里面有重名的部分，或者名称越出文件之外：{{.Part}}。请用 Word 或 WPS 打开原来的表单，重新另存为 .docx。",
	wordform.Broken:    "{{.Part}}已损坏，读不出来。请用 Word 或 WPS 打开，修复后另存为 .docx。",
	wordform.Entities:  "{{.Part}}含有文件类型声明，可能引入外部内容，没有读取。请用 Word 或 WPS 打开，重新另存为 .docx。",
	wordform.Elsewhere: "{{.Part}}要从文件之外取内容（{{.Value}}），不予使用。请断开这个链接，或把内容嵌入文档后再保存。",
	wordform.OpenMark:  "“{{”没有在同一段里用“}}”结束。请把字段写完整。",
	wordform.NoMarks:   "里面没有一个字段。请在要填的地方写上字段，如 {{case.cause}}。",
	wordform.NoEnd:     "“{{.Value}}”没有结束。请在它管到的地方之后写上 {{end}}。",
	wordform.NoStart:   "“{{.Value}}”前面没有 {{if}}、{{range}} 或 {{with}}。请补上开头，或删去它。",
	wordform.Crossed:   "“{{.Value}}”的开头和结尾不在一处：一个在表格、单元格或文本框里，一个在外面，或者与别的交叉。请把两头放在同一处。",
	wordform.Amidst:    "“{{.Value}}”夹在一段文字中间，另一头却在别的段落。请把它移到段首或段尾，或者单独写一段。",
	wordform.ElseRow:   "一行表格不能用“{{.Value}}”分成两种。请写成两行，或者把条件写在一个单元格里。",
	wordform.Parted:    "“{{.Value}}”的一头在域或控件里面，一头在外面。请把两头放在同一处。",
	wordform.Unfit:     "Word 表单里不能用“{{.Value}}”。请删去它。",
	wordform.BadMark:   "“{{.Value}}”不是现有的字段或写法。请核对字段的名称和写法。",
}

// WordForm says what is wrong with a Word form: where, what, and what to do
// next.
func WordForm(e *wordform.Error) string {
	values := map[string]any{"Part": formPart(e.Part), "N": e.Paragraph, "Text": e.Text, "Value": e.Value}
	what := T(formFaults[e.Fault], values)
	if e.Paragraph > 0 {
		what = T("{{.Part}}第 {{.N}} 段“{{.Text}}”：", values) + what
	}
	return what
}

// formPart names a part of a Word document as Word does.
func formPart(name string) string {
	base, dir := path.Base(name), path.Dir(name)
	switch {
	case name == "":
		return T("文档")
	case dir != "word":
	case strings.HasPrefix(base, "document"):
		return T("正文")
	case strings.HasPrefix(base, "header"):
		return T("页眉")
	case strings.HasPrefix(base, "footer"):
		return T("页脚")
	case strings.HasPrefix(base, "footnotes"):
		return T("脚注")
	case strings.HasPrefix(base, "endnotes"):
		return T("尾注")
	}
	return T("“{{.Name}}”", map[string]string{"Name": name})
}

// formError is the fault in an error, if it is one of a Word form.
func formError(err error) *wordform.Error {
	var e *wordform.Error
	errors.As(err, &e)
	return e
}

// WordFormFaults says all that is wrong with a Word form, one a line; nothing
// where the error is another.
func WordFormFaults(err error) []string {
	var all wordform.Errors
	if !errors.As(err, &all) {
		if one := formError(err); one != nil {
			return []string{WordForm(one)}
		}
		return nil
	}
	out := make([]string, len(all))
	for i, e := range all {
		out[i] = WordForm(e)
	}
	return out
}
