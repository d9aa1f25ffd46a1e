package words

import (
	"errors"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/scanning"
)

// scanError says why a file does not go into a volume; empty for another error.
func scanError(err error) string {
	var no *scanning.RefusedError
	var same *hearing.SameScanError
	switch {
	case errors.As(err, &no):
		return Sentences(T("“{{.Name}}”：", map[string]string{"Name": no.Name})+refusal(no.Why), T("没有改动任何内容。"))
	case errors.Is(err, layout.ErrUndrawn):
		return where(err) + T("这台电脑的打印系统不收 PDF，附件里有文字的 PDF 页印不出来。请存成文件，用看 PDF 的程序打印。")
	case errors.As(err, &same):
		return T("“{{.Name}}”已经归在“{{.Paper}}”（{{.By}}，{{.On}}），没有重复归入。",
			map[string]string{"Name": same.Name, "Paper": same.Had.Title, "By": same.Had.By, "On": Moment(same.Had.On)})
	}
	return ""
}

// refusal says what is wrong with a file, and what to do.
func refusal(why scanning.Reason) string {
	switch why {
	case scanning.Empty:
		return T("文件是空的，请重新扫描。")
	case scanning.TooLarge:
		return T("文件超过 100 MB，请降低分辨率或分开扫描。")
	case scanning.OtherKind:
		return T("不是 PDF、PNG 或 JPEG 文件（不看扩展名，看内容），请用扫描仪存成其中一种。")
	case scanning.Encrypted:
		return T("PDF 设了密码或限制，请先取消。")
	case scanning.TooFine:
		return T("图片超过 8000 万像素，请用 300 dpi 重新扫描。")
	case scanning.TooLong:
		return T("PDF 超过 2000 页，请分开。")
	case scanning.Active:
		return T("PDF 里有脚本、命令或夹带的文件，不予采用。请打印后重新扫描。")
	case scanning.Bomb:
		return T("PDF 解开后异常庞大，不予采用。请重新扫描。")
	case scanning.TooMuch:
		return T("随每封信寄出的文件不超过 20 MB、100 页，请压缩或分开。")
	case scanning.Layered:
		return T("PDF 里有隐藏的图层，印出来会露出。请用“打印为 PDF”另存一份。")
	}
	return T("文件不完整或已损坏，请重新扫描或重新拷贝。")
}

// Filing says how far a paper is on its way into the volume.
func Filing(f document.Filing) string {
	n := map[string]int{"N": f.Pages()}
	switch f.State() {
	case document.Filed:
		switch {
		case f.Scanned() && len(f.Scans) > 1:
			return T("已归 {{.N}} 页（{{.Scans}} 次）", map[string]int{"N": f.Pages(), "Scans": len(f.Scans)})
		case f.Scanned():
			return T("已归 {{.N}} 页", n)
		case f.Recording != "":
			return T("已记 {{.Number}}", map[string]string{"Number": f.Recording})
		}
		return T("已打印 {{.N}} 页", n)
	case document.FilingOff:
		return T("免附")
	case document.FilingNot:
		return T("可不附")
	case document.FilingSent:
		return T("已打印，待归")
	}
	return T("缺")
}

// FilingName is what a paper of a volume is called, with its number.
func FilingName(f document.Filing) string {
	if f.Material != "" {
		if Language() == "en" {
			return f.Material
		}
		return f.Title
	}
	return strings.TrimSpace(f.Number + " " + f.Title + " " + f.For)
}

// Volume names a volume.
func Volume(v document.Volume) string {
	if Language() == "en" && v.En != "" {
		return v.En
	}
	return v.Name
}
