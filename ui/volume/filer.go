package volume

import (
	"strconv"

	"fyne.io/fyne/v2/dialog"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Filer puts files that were scanned into the volumes: where the clerk put
// them, else by the code on them. What is not clear it asks.
type Filer struct {
	sh   *shell.Shell
	m    *Model
	then func([]hearing.Scan) // once they are in
}

// NewFiler returns a filer that shows no volumes itself.
func NewFiler(sh *shell.Shell, desk Desk, make func() (*press.Press, error)) *Filer {
	return &Filer{sh: sh, m: NewModel(sh.Work, desk, make, sh.Now, sh.Fail), then: func([]hearing.Scan) {}}
}

// OnFiled calls f whenever files were put in.
func (f *Filer) OnFiled(then func()) { f.m.OnFiled = then }

// Paste is [Filer.Put] of files that were copied. The clipboard gives its text
// only, so a picture that is not in a file cannot come in this way.
func (f *Filer) Paste(session hearing.ID, text string, on *document.Filing) {
	files := Pasted(text)
	if len(files) == 0 {
		f.warn(words.T("剪贴板里没有文件。请在文件管理器里复制扫描的 PDF 或图片，再到这里按 Ctrl+V；截图请先存成文件。"))
		return
	}
	f.Put(session, files, on)
}

// Put reads files and puts them into the volumes of a session: as the paper on
// which they were put; nil: by their codes.
func (f *Filer) Put(session hearing.ID, files []string, on *document.Filing) {
	if len(files) == 0 || session == "" && on != nil {
		return
	}
	f.m.Session = session
	f.m.Read(files, Line{Filing: on}, func(c Coming) {
		switch {
		case len(c.Mixed) > 0:
			f.warn(words.T("“{{.Name}}”里有几份文书的二维码，请一份一份地扫描，或拖到所属的一行上。", map[string]string{"Name": c.Mixed[0].Name}))
		case len(c.Loose) > 0:
			f.warn(words.T("“{{.Name}}”上没有读到二维码，请拖到所属的一行上，或选中那一行再归入。", map[string]string{"Name": c.Loose[0].Name}))
		case len(c.Outside) > 0:
			f.warn(words.T("“{{.Paper}}”不入卷，没有归入。", map[string]string{"Paper": c.Outside[0]}))
		case c.Wrong:
			ask := words.T("二维码说明它是“{{.Paper}}”，不是“{{.On}}”。归到“{{.Paper}}”吗？", map[string]string{"Paper": c.Papers[0].Title, "On": words.FilingName(*on)})
			dialog.ShowConfirm(words.T("放错了一行"), ask, func(ok bool) {
				if ok {
					f.add(c.Papers)
				}
			}, f.sh.Window)
		default:
			f.add(c.Papers)
		}
	})
}

func (f *Filer) add(list []hearing.Incoming) {
	f.m.Add(list, func(scans []hearing.Scan) {
		f.then(scans)
		text := scans[0].Title
		if n := len(scans); n > 1 {
			text = words.T("{{.Paper}}等 {{.N}} 份", map[string]string{"Paper": text, "N": strconv.Itoa(n)})
		}
		f.sh.Say(words.T("已归入“{{.Paper}}”，可用 Ctrl+Z 撤销", map[string]string{"Paper": text}))
	})
}

func (f *Filer) warn(text string) {
	dialog.ShowInformation(words.T("没有归入"), text, f.sh.Window)
}
