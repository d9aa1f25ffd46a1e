package roster

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Page is the page 导入名册.
type Page struct {
	sh     *shell.Shell
	m      *Model
	object fyne.CanvasObject
	steps  *fyne.Container
	stage  *fyne.Container
	foot   *fyne.Container
	tally  *widget.Label
	back   *widget.Button
	next   *widget.Button
	shown  string // what of the mapping is built: it stays while a column is changed
	rows   *preview
}

// New returns the page.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &Page{sh: sh, m: NewModel(sh.Work, desk, sh.NewID, sh.Now, sh.Fail), steps: container.NewHBox(), stage: container.NewStack(), tally: widget.NewLabel("")}
	p.rows = newPreview(p.m)
	p.m.OnChange = p.refresh
	p.tally.Wrapping = words.Wrap()
	p.back = look.Quiet(words.T("上一步"), theme.NavigateBackIcon(), func() { p.m.Back() })
	p.next = look.Primary("", nil, p.forward)
	leave := look.Quiet(words.T("返回"), theme.NavigateBackIcon(), func() { sh.Back() })
	title := look.Heading(words.T("导入名册"))
	title.Truncation = fyne.TextTruncateOff
	head := look.Header(container.NewHBox(leave, title), p.steps)
	p.foot = container.NewBorder(nil, nil, nil, container.NewHBox(p.back, p.next), p.tally)
	foot := container.NewVBox(widget.NewSeparator(), p.foot)
	p.object = container.NewBorder(head, container.New(layout.NewCustomPaddedLayout(0, 6, 8, 8), foot), nil, nil, p.stage)
	p.refresh()
	return p
}

// Object returns what is drawn.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// TakeBack takes nothing back: nothing is kept before the roster is stored.
func (p *Page) TakeBack() bool { return false }

// Show reads the file of a place. Without one, and after an undo, what is open is
// read again; a new import begins with no file.
func (p *Page) Show(at shell.Place) {
	switch {
	case at.File != "":
		p.m.Open(at.File)
	case at.New:
		p.m.Step = Opening
		p.m.asFor, _ = roster.KindOf(at.Tab)
		p.refresh()
		p.browse()
	default:
		p.m.Reload()
	}
}

// Drop reads a file that was dropped on the page.
func (p *Page) Drop(_ fyne.Position, files []string) { p.m.Open(files[0]) }

// Import asks for another file.
func (p *Page) Import() { p.browse() }

// forward goes on by a step.
func (p *Page) forward() {
	switch p.m.Step {
	case Mapping:
		p.m.Look()
	case Preview:
		p.m.Apply()
	case Done:
		tab := "people"
		if p.m.Kind.Units {
			tab = "organisations"
		}
		p.sh.Go(shell.Place{Kind: shell.People, Tab: tab})
	default:
		p.browse()
	}
}

// browse asks for a file.
func (p *Page) browse() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			p.sh.Fail(err)
		} else if r != nil {
			p.sh.Fail(r.Close())
			p.m.Open(r.URI().Path())
		}
	}, p.sh.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".xlsx", ".xlsm", ".csv", ".txt", ".tsv", ".xls", ".XLSX", ".CSV"}))
	d.Resize(p.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}

// refresh shows the step that the import is at.
func (p *Page) refresh() {
	m := p.m
	p.mark()
	p.tally.Importance = widget.MediumImportance
	p.next.Enable()
	p.back.Show()
	switch m.Step {
	case Opening:
		p.shown = ""
		p.put(p.opening())
		p.back.Hide()
		p.next.SetText(words.T("选择文件…"))
		p.tally.SetText("")
	case Mapping:
		if key := m.key(); key != p.shown {
			p.shown = key
			p.put(p.mapping())
		}
		p.next.SetText(words.T("下一步：预览"))
		p.tallyMapping()
	case Preview:
		p.shown = ""
		p.put(p.rows.object)
		p.rows.refresh()
		p.tallyPreview()
	case Done:
		p.shown = ""
		p.put(p.done())
		p.back.Hide()
		p.next.SetText(words.T("查看人员"))
		if p.m.Kind.Units {
			p.next.SetText(words.T("查看单位"))
		}
		p.tally.SetText("")
	}
	p.foot.Refresh()
}

func (p *Page) put(o fyne.CanvasObject) {
	if len(p.stage.Objects) == 1 && p.stage.Objects[0] == o {
		return
	}
	p.stage.Objects = []fyne.CanvasObject{o}
	p.stage.Refresh()
}

// mark shows how far the import is.
func (p *Page) mark() {
	p.steps.Objects = nil
	for i, name := range []string{words.T("1 选择文件"), words.T("2 各列的含义"), words.T("3 预览"), words.T("4 完成")} {
		l := widget.NewLabel(name)
		l.Importance = widget.LowImportance
		if Step(i) == p.m.Step {
			l.Importance = widget.HighImportance
			l.TextStyle.Bold = true
		}
		p.steps.Add(l)
	}
	p.steps.Refresh()
}

// opening is the page before a file is read.
func (p *Page) opening() fyne.CanvasObject {
	return look.Empty(words.T("把名册（XLSX 或 CSV）拖到这里，或点“选择文件…”。\n名册要有一行列名，其中有“姓名”，单位名册有“单位全称”；列名怎么写都可以，下一步核对。\n导入前会列出新增、更改和不能导入的行，没有确认之前不改动任何内容。"), nil)
}

// tallyMapping says what is still missing before the preview.
func (p *Page) tallyMapping() {
	if p.m.Ready() {
		text := ""
		if p.m.Kept {
			text = words.T("已按上次的设置填好。")
		}
		p.tally.SetText(text)
		return
	}
	p.next.Disable()
	p.tally.Importance = widget.WarningImportance
	p.tally.SetText(words.T("请指明哪一列是姓名。"))
	if p.m.Kind.Units {
		p.tally.SetText(words.T("请指明哪一列是单位全称。"))
	}
}

// tallyPreview says what would be stored.
func (p *Page) tallyPreview() {
	plan := p.m.Plan
	n, out := plan.Count(roster.New)+plan.Count(roster.Changed), len(plan.Stopped())
	values := map[string]int{"N": n, "Units": len(plan.Units), "Out": out}
	text, name := words.T("将导入 {{.N}} 人。", values), words.T("导入 {{.N}} 人", values)
	switch {
	case p.m.Kind.Units && len(plan.Units) > 0:
		text, name = words.T("将导入 {{.N}} 个单位，并新建 {{.Units}} 个上级单位。", values), words.T("导入 {{.N}} 个单位", values)
	case p.m.Kind.Units:
		text, name = words.T("将导入 {{.N}} 个单位。", values), words.T("导入 {{.N}} 个单位", values)
	case len(plan.Units) > 0:
		text = words.T("将导入 {{.N}} 人，并新建 {{.Units}} 个单位。", values)
	}
	if out > 0 {
		p.tally.Importance = widget.WarningImportance
		text = words.Sentences(text, words.T("有 {{.N}} 行不能导入，会略过；在表格里改好保存后按 F5 重新读取。", map[string]int{"N": out}))
		name = words.T("{{.Import}}，略过 {{.Out}} 行", map[string]any{"Import": name, "Out": out})
	}
	p.tally.SetText(text)
	p.next.SetText(name)
	if n == 0 {
		p.next.Disable()
	}
}

// done is the page when the roster is stored.
func (p *Page) done() fyne.CanvasObject {
	plan := p.m.Plan
	values := map[string]any{"File": filepath.Base(p.m.File), "New": plan.Count(roster.New), "Changed": plan.Count(roster.Changed), "Units": len(plan.Units)}
	text := words.T("已从“{{.File}}”导入：新增 {{.New}} 人，更改 {{.Changed}} 人，新建单位 {{.Units}} 个。", values)
	if p.m.Kind.Units {
		text = words.T("已从“{{.File}}”导入：新增 {{.New}} 个单位，更改 {{.Changed}} 个。", values)
	}
	if n := len(plan.Stopped()); n > 0 {
		text += "\n" + words.T("略过了 {{.N}} 行。", map[string]int{"N": n})
	}
	text += "\n" + words.T("按 Ctrl+Z 一次全部撤销。")
	return look.Empty(text, widget.NewButton(words.T("再导入一个…"), p.browse))
}

// unit names a person's unit.
func (m *Model) unit(p hearing.Person) string { return m.Units[p.Organisation].Name }
