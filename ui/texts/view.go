package texts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Tab shows the list of papers, the text of one of them, and beside it its
// page, the fields, its editions and what is known of it.
type Tab struct {
	sh     *shell.Shell
	m      *Model
	object fyne.CanvasObject
	list   *look.List[Paper]
	query  string
	editor *editor
	title  *widget.Label
	state  *widget.Label
	head   *fyne.Container
	drop   *widget.Button
	reset  *widget.Button
	save   *widget.Button
	note   *field.Text
	faults *faultList
	side   *look.Tabs
	proof  *proofPane
	fields *fieldPane
	past   *pastPane
	help   *helpPane
	word   *wordPane
}

// New returns the tab; make returns the press.
func New(sh *shell.Shell, desk Desk, make func() (*press.Press, error)) *Tab {
	t := &Tab{sh: sh, m: NewModel(sh.Work, desk, make, sh.Now, sh.Say, sh.Fail)}
	t.editor = newEditor(t.m.Type)
	t.editor.keys = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyF8 {
			return false
		}
		t.NextFault()
		return true
	}
	t.editor.seek = t.seek
	t.faults = newFaultList(t.m, func(f *document.SourceError) { t.goTo(t.m.At(f)) })
	t.editor.OnCursorChanged = func() { t.faults.at(t.editor.place()) }
	t.proof, t.fields, t.past, t.help = newProofPane(t), newFieldPane(t), newPastPane(t), newHelpPane(t)
	t.word = newWordPane(t)
	pane := func(p interface{ Object() fyne.CanvasObject }) func() fyne.CanvasObject { return p.Object }
	t.side = look.NewTabs(look.Tab{Key: "proof", Name: words.T("预览"), Make: pane(t.proof)},
		look.Tab{Key: "fields", Name: words.T("字段与写法"), Make: pane(t.fields)},
		look.Tab{Key: "past", Name: words.T("历次版本"), Make: pane(t.past)},
		look.Tab{Key: "word", Name: "Word", Make: pane(t.word)},
		look.Tab{Key: "help", Name: words.T("文书说明"), Make: pane(t.help)})
	t.side.Open("proof")
	split := container.NewHSplit(t.middle(), container.New(layout.NewCustomPaddedLayout(0, 0, 6, 0), t.side.Object))
	split.Offset = 0.53
	t.object = container.NewBorder(nil, nil, container.New(wide(232), t.left()), nil, split)
	t.m.OnList = func() {
		t.find()
		t.describe()
	}
	t.m.OnOpen = t.open
	t.m.OnCheck = t.checked
	return t
}

// Object returns what is drawn.
func (t *Tab) Object() fyne.CanvasObject { return t.object }

// Show opens the text of a paper, or reads the open one anew.
func (t *Tab) Show(number string) { t.m.Show(number) }

// TakeBack takes back the last thing that was typed and is not in force.
func (t *Tab) TakeBack() bool { return t.m.Dirty() && t.editor.undo() }

// Save puts what was typed in force.
func (t *Tab) Save() { t.m.Save() }

// NextFault takes the cursor to the next fault.
func (t *Tab) NextFault() {
	if f := t.m.NextFault(t.editor.CursorTextOffset()); f != nil {
		t.goTo(t.m.At(f))
	}
}

func (t *Tab) goTo(at int) {
	t.sh.Window.Canvas().Focus(t.editor)
	t.editor.put(at)
}

// left is the list of papers.
func (t *Tab) left() fyne.CanvasObject {
	t.list = look.NewList(func(p Paper) look.Row {
		r := look.Row{Title: p.Number + " " + p.Title, Right: p.Mark(), Detail: words.FormPer(p.Per)}
		switch {
		case p.Err() != nil:
			r.Weight = widget.DangerImportance
		case p.Draft:
			r.Weight = widget.WarningImportance
		case p.Edition > 0:
			r.Weight = widget.HighImportance
		}
		return r
	}, func(p Paper) {
		if p.Number != t.m.Number {
			t.m.Show(p.Number)
		}
	})
	search := field.NewText("", func(s string) { t.query = s; t.find() }).Hint(words.T("编号、名称，或“本院”“草稿”")).OnEnter(func() { t.list.Focus() })
	return container.NewBorder(container.New(layout.NewCustomPaddedLayout(2, 4, 0, 6), search.Object()), nil, nil, nil, t.list)
}

func (t *Tab) find() {
	t.list.Set(t.m.Find(t.query), look.Empty(words.T("没有找到。可按编号、名称或依据查找。"), nil))
	t.list.Mark(func(p Paper) bool { return p.Number == t.m.Number })
}

// middle is the text, with what is wrong with it and what puts it in force.
func (t *Tab) middle() fyne.CanvasObject {
	t.title, t.state = widget.NewLabel(""), widget.NewLabel("")
	t.title.TextStyle.Bold = true
	t.title.Truncation, t.state.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	t.state.SizeName = theme.SizeNameCaptionText
	t.drop = look.Quiet(words.T("放弃修改"), theme.ContentClearIcon(), func() { t.sure(words.T("放弃修改"), t.m.Drop) })
	t.reset = t.sh.For(hearing.NounForm, look.Quiet(words.T("恢复原文"), theme.HistoryIcon(), func() { t.sure(words.T("恢复原文"), t.m.Reset) }))
	insert := look.Quiet(words.T("插入字段"), theme.ContentAddIcon(), t.seek)
	t.head = container.NewBorder(nil, nil, nil, container.NewHBox(t.drop, t.reset, insert), container.New(layout.NewCustomPaddedVBoxLayout(-12), t.title, t.state))
	t.note = field.NewText("", t.m.Because).Hint(words.T("改了什么、为什么改（可不填）")).OnEnter(t.m.Save)
	t.save = look.Primary(words.T("存入并启用"), theme.DocumentSaveIcon(), t.m.Save)
	foot := container.NewBorder(nil, nil, nil, t.save, field.Row(words.T("修改说明"), t.note))
	below := container.NewVBox(t.faults.object, foot)
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, 6), container.NewBorder(t.head, below, nil, nil, t.editor))
}

// sure asks before something typed is given up.
func (t *Tab) sure(what string, do func()) {
	if !t.m.Dirty() {
		do()
		return
	}
	d := dialog.NewConfirm(what, words.T("编辑框里还有没存的修改，将不再保留。"), func(yes bool) {
		if yes {
			do()
		}
	}, t.sh.Window)
	d.SetConfirmText(what)
	d.SetDismissText(words.T("继续编辑"))
	d.Show()
}

// open shows another text, or the open one anew.
func (t *Tab) open() {
	t.editor.set(t.m.Text)
	t.note.Set(t.m.Note)
	t.fields.show()
	t.past.show()
	t.help.show()
	t.word.show()
	t.describe()
}

// checked shows what is wrong with the text, or its page.
func (t *Tab) checked() {
	t.faults.show()
	t.proof.show()
	t.past.compare()
	t.word.show()
	t.describe()
}

// describe says whose text it is, since when, and what can be done.
func (t *Tab) describe() {
	m := t.m
	t.title.SetText(m.Number + " " + m.Paper().Title)
	t.state.Importance = widget.LowImportance
	text := words.T("原文（程序自带）")
	if m.Own() {
		text = words.FormOrigin(m.Stored.Edition)
		if e := m.Since(); !e.On.IsZero() {
			text = words.T("{{.Edition}}，{{.When}} 起启用（{{.Who}}）", map[string]string{"Edition": text, "When": dayOf(e.On), "Who": e.By})
		}
	}
	if m.Dirty() {
		t.state.Importance = widget.WarningImportance
		text += words.T("，有没存的修改")
		if m.Behind() {
			text = words.T("草稿写在{{.Old}}上，现在启用的是{{.Now}}，请先对照", map[string]string{"Old": words.FormOrigin(m.Base), "Now": words.FormOrigin(m.Stored.Edition)})
		}
	}
	t.state.SetText(text)
	visible(t.drop, m.Dirty())
	visible(t.reset, m.Own())
	if on := m.Dirty() && len(m.Faults) == 0 && t.sh.Rights.Write(hearing.NounForm, "") == nil; on == t.save.Disabled() {
		if on {
			t.save.Enable()
		} else {
			t.save.Disable()
		}
	}
	t.head.Refresh()
	state := shell.AllSaved
	if m.Dirty() {
		state = shell.NotSaved
	}
	t.sh.Save(state)
}

func visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// wide gives the one object a width.
type wide float32

// MinSize is the width, and the object's height.
func (w wide) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), o[0].MinSize().Height)
}

// Layout fills the room.
func (wide) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }
