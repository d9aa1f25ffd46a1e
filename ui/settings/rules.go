package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// ruleTab is the tab 规则: every rule that the desk judges by, the office's own
// rule file, and the days from which acts apply.
type ruleTab struct {
	p      *page
	object fyne.CanvasObject
	book   *rules.Book
	rows   []ruleRow
	query  string
	list   *look.List[ruleRow]
	number *widget.Label
	detail *fyne.Container
	own    *widget.Label
	faults *fyne.Container
	remove *widget.Button
	export *widget.Button
	force  *fyne.Container // a line a rule set
	sets   map[string]bool // that have a line
}

func newRules(p *page) *ruleTab {
	t := &ruleTab{p: p, number: look.Hint(""), detail: container.NewVBox(), own: widget.NewLabel(""), faults: container.NewVBox(), force: container.NewVBox(), sets: map[string]bool{}}
	t.list = look.NewList(func(r ruleRow) look.Row {
		x := look.Row{Title: r.text(), Detail: words.List([]string{r.name(), r.Citation()}), Right: words.Of(r.Severity)}
		if r.Office {
			x.Right = words.T("本院规则") + " · " + x.Right
		}
		if !r.Applies(p.sh.Day(words.Zone())) {
			x.Weight, x.Right = widget.LowImportance, r.valid()
		}
		return x
	}, t.choose)
	search := field.NewText("", func(s string) { t.query = s; t.find() }).Hint(words.T("编号、条文或文字，如：DL09、回避、送达")).OnEnter(func() { t.list.Focus() })
	t.number.Wrapping = fyne.TextWrapOff
	left := container.NewBorder(container.NewBorder(nil, nil, nil, container.NewCenter(t.number), search.Object()), nil, nil, nil, t.list)
	top := container.NewVBox(directory.Part(words.T("本院规则"), t.buttons()...), t.own, t.faults, directory.Part(words.T("新法施行日期")), t.force, directory.Part(words.T("全部规则")))
	t.object = container.NewBorder(top, nil, nil, nil, container.New(layout.NewGridLayout(2), left, look.Scroll(t.detail)))
	t.own.Wrapping = words.Wrap()
	p.form.Follow(t.show)
	p.form.OnChange("rules", t.show)
	return t
}

func (t *ruleTab) buttons() []fyne.CanvasObject {
	open := t.p.only(look.Quiet(words.T("打开规则文件…"), theme.FolderOpenIcon(), func() { t.p.openFile(t.take) }))
	t.export = look.Quiet(words.T("导出本院规则"), theme.UploadIcon(), func() { t.write(t.p.form.Editor.Value().Rules) })
	example := look.Quiet(words.T("导出示例"), theme.DocumentIcon(), func() { t.write(string(assets.OfficeRules)) })
	t.remove = t.p.only(look.Quiet(words.T("移除"), theme.DeleteIcon(), func() { t.put("") }))
	return []fyne.CanvasObject{open, example, t.export, t.remove}
}

// take reads a rule file, and stores it where nothing is wrong with it.
func (t *ruleTab) take(path string) {
	t.p.readFile(path, func(text string) {
		if faults := inspect(t.book, text); len(faults) > 0 {
			t.refuse(path, faults)
			return
		}
		t.put(text)
	}, func(err error) { t.refuse(path, []string{words.Error(err)}) })
}

// refuse says what is wrong with a file that was not taken.
func (t *ruleTab) refuse(path string, faults []string) {
	t.faults.RemoveAll()
	t.faults.Add(wrong(words.T("“{{.File}}”有 {{.N}} 处错误，没有存入；原来的规则仍然有效。", map[string]any{"File": path, "N": len(faults)})))
	const most = 8
	for i, f := range faults {
		if i == most {
			f = words.T("还有 {{.N}} 处。", map[string]int{"N": len(faults) - most})
		}
		if i <= most {
			t.faults.Add(wrong(f))
		}
	}
	t.lay()
}

// lay makes room for what came, or takes it back.
func (t *ruleTab) lay() {
	if t.object != nil {
		t.object.Refresh()
	}
}

// put stores the office's rules, or takes them away.
func (t *ruleTab) put(text string) {
	t.faults.RemoveAll()
	t.p.form.Editor.Change("rules", func(o *hearing.Office) { o.Rules = text })
	t.p.form.Show()
	said := words.T("已存入本院规则，可用 Ctrl+Z 撤销")
	if text == "" {
		said = words.T("已移除本院规则，可用 Ctrl+Z 撤销")
	}
	t.p.sh.Say(said)
}

// write writes a rule file into the folder of copies.
func (t *ruleTab) write(text string) {
	folder := folderOf(t.p.model.file)
	var file string
	t.p.sh.Work.Do(func(context.Context) (err error) {
		file, err = t.p.model.write(folder, "hearingdesk-rules", ".json", text)
		return err
	}, func(err error) {
		if err != nil {
			t.p.sh.Fail(err)
			return
		}
		t.p.sh.Say(words.T("已导出到 {{.File}}", map[string]string{"File": file}))
	})
}

// show shows the rules that an office judges by.
func (t *ruleTab) show(o hearing.Office) {
	var book *rules.Book
	t.p.sh.Work.Do(func(context.Context) (err error) {
		book, err = t.p.sh.Book()
		return err
	}, func(err error) {
		if err != nil {
			t.p.sh.Fail(err)
			return
		}
		t.book, t.rows = book, ruleRows(book, o)
		t.own.SetText(summary(book, o, t.rows))
		t.find()
		t.days(book, o)
	})
	t.remove.Hidden, t.export.Hidden = o.Rules == "", o.Rules == ""
	t.lay()
}

func (t *ruleTab) find() {
	found := sought(t.rows, t.query)
	n := weigh(found)
	t.number.SetText(words.T("{{.All}} 条：阻断 {{.Block}}，提醒 {{.Warn}}，提示 {{.Info}}",
		map[string]int{"All": len(found), "Block": n[hearing.Blocked], "Warn": n[hearing.Warning], "Info": n[hearing.Info]}))
	t.list.Set(found, look.Empty(words.T("没有找到这样的规则。"), nil))
	t.list.Mark(func(ruleRow) bool { return false })
	t.detail.Objects = []fyne.CanvasObject{look.Hint(words.T("从左边选择一条规则，这里显示它的依据和有效期。"))}
	t.detail.Refresh()
}

// choose shows one rule.
func (t *ruleTab) choose(r ruleRow) {
	say := func(text string) *widget.Label {
		l := widget.NewLabel(text)
		l.Wrapping = words.Wrap()
		return l
	}
	head := say(r.text())
	head.TextStyle.Bold = true
	from := words.T("程序自带")
	if r.Office {
		from = words.T("本院规则")
	}
	over := words.T("不能例外")
	if r.Overridable {
		over = words.T("可以记录例外批准")
	}
	rows := []fyne.CanvasObject{head,
		field.RowOf(words.T("编号"), say(r.name())), field.RowOf(words.T("轻重"), say(words.Of(r.Severity)+words.T("，")+over)),
		field.RowOf(words.T("有效期"), say(r.valid())), field.RowOf(words.T("来自"), say(from))}
	if r.Citation() != "" {
		rows = append(rows, field.RowOf(words.T("依据"), say(r.Citation())), field.RowOf(words.T("内容"), say(r.Basis)))
	}
	t.detail.Objects = []fyne.CanvasObject{look.Card(container.NewVBox(rows...))}
	t.detail.Refresh()
}

// days shows from which days acts apply whose day the program does not know,
// each with what it changes. The lines are made when the rules are first read.
func (t *ruleTab) days(book *rules.Book, o hearing.Office) {
	sets := book.Table(o).Sets()
	for _, s := range sets {
		if !t.sets[s.ID] {
			t.sets[s.ID] = true
			t.force.Add(t.day(s))
		}
	}
	t.force.Refresh()
}

// day is the line of one rule set.
func (t *ruleTab) day(set rules.Set) fyne.CanvasObject {
	name, e := "in_force."+set.ID, t.p.form.Editor
	c := field.NewDate(calendar.Date{}, t.p.sh.Day(words.Zone()), func(typed string, d calendar.Date, err error) {
		if err != nil {
			e.Keep(name, typed)
			return
		}
		e.Change(name, func(o *hearing.Office) { o.InForce = inForce(o.InForce, set.ID, d) })
		t.show(e.Value())
	})
	show := func(o hearing.Office) {
		if typed, ok := e.Typed(name); ok {
			c.SetText(typed)
			return
		}
		on := o.InForce[set.ID]
		if on.IsZero() {
			on = set.From
		}
		c.Set(on)
	}
	row := t.p.form.Custom(name, words.T("施行日期"), c, show)
	show(e.Value())
	act := widget.NewLabel(words.Term(hearing.Term{Zh: set.Zh, En: set.En}))
	act.Truncation = fyne.TextTruncateEllipsis
	return container.New(columns{widths: []float32{230, 300}}, act, row, look.Hint(words.Term(hearing.Term{Zh: set.EffectZh, En: set.EffectEn})))
}
