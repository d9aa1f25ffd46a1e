package volume

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Panel shows the volumes of one session.
type Panel struct {
	sh     *shell.Shell
	m      *Model
	root   fyne.CanvasObject
	list   *look.List[Line]
	tally  *widget.Label
	detail *fyne.Container
	rest   *widget.Button
	filer  *Filer
}

// NewPanel returns a panel without a session.
func NewPanel(sh *shell.Shell, desk Desk, make func() (*press.Press, error)) *Panel {
	p := &Panel{sh: sh, m: NewModel(sh.Work, desk, make, sh.Now, sh.Fail), tally: widget.NewLabel(""), detail: container.NewVBox()}
	p.filer = &Filer{sh: sh, m: p.m, then: func(scans []hearing.Scan) { p.m.Chosen = scans[0].Code() }}
	p.list = look.NewList(p.row, func(l Line) {
		p.m.Chosen = l.Code(p.m.Session)
		p.show()
	})
	p.m.OnChange = p.refresh
	p.tally.Truncation = fyne.TextTruncateEllipsis
	p.rest = p.sh.For(hearing.NounScan, look.Quiet(words.T("其余免附…"), nil, func() { p.waive(p.m.Open()) }))
	add := p.sh.For(hearing.NounScan, look.Primary(words.T("归入扫描件…"), theme.ContentAddIcon(), func() { p.choose(Line{}) }))
	hint := look.Hint(words.T("把扫描的 PDF 或图片拖到一行上，或在文件管理器里复制后到这里按 Ctrl+V；有二维码的自己会找到所属文书。"))
	head := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(p.rest, add), p.tally), hint)
	split := container.NewHSplit(p.list, look.Scroll(container.NewPadded(p.detail)))
	split.Offset = 0.62
	p.root = container.NewBorder(head, nil, nil, nil, split)
	return p
}

// Object returns what is drawn.
func (p *Panel) Object() fyne.CanvasObject { return p.root }

// OnFiled calls f whenever what lies in the volumes changed, by which the
// session may be nearer the archive.
func (p *Panel) OnFiled(f func()) { p.m.OnFiled = f }

// Show reads a session's volumes anew.
func (p *Panel) Show(session hearing.ID) { p.m.Show(session) }

func (p *Panel) row(l Line) look.Row {
	if l.Volume != nil {
		return look.Row{Title: words.Volume(*l.Volume), Right: words.T("{{.N}} 件", map[string]int{"N": len(l.Volume.Filings)}), Weight: widget.HighImportance}
	}
	f := *l.Filing
	r := look.Row{Title: words.FilingName(f), Right: words.Filing(f)}
	switch f.State() {
	case document.Filed:
		r.Weight = widget.SuccessImportance
	case document.FilingSent:
		r.Weight = widget.WarningImportance
	case document.FilingOpen:
		r.Weight = widget.MediumImportance
	default:
		r.Weight = widget.LowImportance
	}
	if w := f.Waived; w != nil {
		r.Detail = w.Waived
	} else if n := len(f.Scans); n > 0 {
		s := f.Scans[n-1]
		r.Detail = words.T("{{.Name}}，{{.N}} 页，{{.On}} {{.By}}", map[string]any{"Name": s.Files[0].Name, "N": s.Pages(), "On": words.Moment(s.On), "By": s.By})
	}
	return r
}

func (p *Panel) refresh() {
	p.list.Set(p.m.Lines, nil)
	if p.m.Missing > 0 {
		p.tally.SetText(words.T("还缺 {{.N}} 份", map[string]int{"N": p.m.Missing}))
		p.rest.Show()
	} else {
		p.tally.SetText(words.T("材料已齐"))
		p.rest.Hide()
	}
	p.show()
}

// show shows the chosen paper's scans.
func (p *Panel) show() {
	p.detail.RemoveAll()
	l := p.m.Line()
	if l.Filing == nil {
		p.detail.Add(look.Hint(words.T("选中一行，可查看、归入或注明免附。")))
		return
	}
	p.detail.Add(look.Subheading(words.FilingName(*l.Filing)))
	p.detail.Add(container.NewHBox(p.sh.For(hearing.NounScan, look.Quiet(words.T("归入文件…"), theme.ContentAddIcon(), func() { p.choose(l) })),
		p.sh.For(hearing.NounScan, look.Quiet(words.T("免附…"), nil, func() { p.waive([]Line{l}) }))))
	for _, s := range l.Filing.Scans {
		p.detail.Add(p.card(s))
	}
	if w := l.Filing.Waived; w != nil {
		text := widget.NewLabel(words.T("免附：{{.Reason}}", map[string]string{"Reason": w.Waived}))
		text.Wrapping = words.Wrap()
		p.detail.Add(container.NewBorder(nil, nil, nil, p.sh.For(hearing.NounScan, look.Quiet(words.T("移出"), theme.DeleteIcon(), func() { p.remove(*w) })), text))
	}
	p.detail.Refresh()
}

// card shows one scan with its small picture.
func (p *Panel) card(s hearing.Scan) fyne.CanvasObject {
	about := widget.NewLabel(words.T("{{.N}} 页，{{.On}} {{.By}}", map[string]any{"N": s.Pages(), "On": words.Moment(s.On), "By": s.By}))
	about.Wrapping = words.Wrap()
	box := container.NewVBox(about)
	for i, f := range s.Files {
		box.Add(look.Hint(f.Name + "　SHA-256 " + f.Hash[:12]))
		box.Add(container.NewHBox(look.Quiet(words.T("查看"), theme.VisibilityIcon(), func() { p.view(s, i, 0) }),
			look.Quiet(words.T("导出…"), theme.DocumentSaveIcon(), func() { p.export(s, i) })))
	}
	box.Add(container.NewHBox(p.sh.For(hearing.NounScan, look.Quiet(words.T("移出"), theme.DeleteIcon(), func() { p.remove(s) }))))
	return look.Card(container.NewBorder(nil, nil, p.small(s), nil, box))
}

func (p *Panel) remove(s hearing.Scan) {
	p.m.Remove(s)
	p.sh.Say(words.T("已移出“{{.Paper}}”，可用 Ctrl+Z 撤销", map[string]string{"Paper": s.Title}))
}

// waive asks why papers do not lie in the volumes.
func (p *Panel) waive(lines []Line) {
	if len(lines) == 0 {
		return
	}
	reason := widget.NewMultiLineEntry()
	reason.SetPlaceHolder(words.T("如：当事人未到场，没有签收"))
	reason.SetMinRowsVisible(3)
	d := dialog.NewForm(words.T("免附 {{.N}} 份", map[string]int{"N": len(lines)}), words.T("免附"), words.T("取消"),
		[]*widget.FormItem{widget.NewFormItem(words.T("免附理由"), reason)}, func(ok bool) {
			if why := strings.TrimSpace(reason.Text); ok && why != "" {
				p.m.Waive(why, lines...)
			}
		}, p.sh.Window)
	d.Resize(fyne.NewSize(480, 240))
	d.Show()
}

// choose asks for a file.
func (p *Panel) choose(on Line) {
	dialog.ShowFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			p.sh.Fail(err)
			return
		}
		p.sh.Fail(r.Close())
		p.filer.Put(p.m.Session, []string{r.URI().Path()}, on.Filing)
	}, p.sh.Window)
}

// Drop takes files that were dropped at a place of the window.
func (p *Panel) Drop(at fyne.Position, files []string) {
	on, _ := p.list.At(at)
	p.filer.Put(p.m.Session, files, on.Filing)
}

// Paste takes files that were copied, onto the chosen line.
func (p *Panel) Paste(text string) { p.filer.Paste(p.m.Session, text, p.m.Line().Filing) }
