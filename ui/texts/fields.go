package texts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/document"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A fieldPane lists what can stand in a text: fields, blocks, and how lines are
// written.
type fieldPane struct {
	t      *Tab
	object fyne.CanvasObject
	search *field.Text
	query  string
	found  []document.Key
	list   *look.List[document.Key]
	last   string // the tab that was open before the fields were sought
}

func newFieldPane(t *Tab) *fieldPane {
	p := &fieldPane{t: t}
	p.list = look.NewList(func(k document.Key) look.Row {
		r := look.Row{Title: k.Zh, Detail: k.Key, Right: words.FormSort(k.Kind)}
		if words.Language() == words.English {
			r.Title = k.En
		}
		return r
	}, p.insert)
	p.search = field.NewText("", func(s string) { p.query = s; p.show() }).Hint(words.T("查找字段：姓名、时间、地点……回车插入第一个")).OnEnter(func() {
		if len(p.found) > 0 {
			p.insert(p.found[0])
			p.back()
		}
	})
	blocks := container.NewHBox()
	for _, b := range []struct {
		name string
		in   Insertion
	}{
		{words.T("条件"), Insertion{"{{if }}", endBlock}},
		{words.T("两种情形"), Insertion{"{{if }}", "{{else}}" + endBlock}},
		{words.T("逐项重复"), Insertion{"{{range }}", endBlock}},
		{words.T("粗体"), Insertion{"**", "**"}},
		{words.T("勾选框"), Insertion{"[ ]", ""}},
	} {
		blocks.Add(look.Quiet(b.name, nil, func() { p.put(b.in) }))
	}
	hint := look.Hint(words.T("点一下字段，就插在光标处；“是否”写成条件，“多项列表”写成重复。选中一段文字再点，就把它包起来。"))
	top := container.NewVBox(container.New(layout.NewCustomPaddedLayout(2, 0, 0, 0), p.search.Object()), blocks, hint)
	split := container.NewVSplit(p.list, notation())
	split.Offset = 0.62
	p.object = container.NewBorder(top, nil, nil, nil, split)
	return p
}

// Object returns what is drawn.
func (p *fieldPane) Object() fyne.CanvasObject { return p.object }

func (p *fieldPane) show() {
	p.found = FindKeys(p.t.m.Keys(), p.query)
	p.list.Set(p.found, look.Empty(words.T("没有这样的字段。"), nil))
	p.list.Mark(func(document.Key) bool { return false })
}

// insert puts a field where the cursor stands.
func (p *fieldPane) insert(k document.Key) {
	p.put(FieldAt(k, p.t.editor.before()))
	p.list.Mark(func(document.Key) bool { return false })
}

func (p *fieldPane) put(in Insertion) {
	p.t.sh.Window.Canvas().Focus(p.t.editor)
	p.t.editor.insert(in)
}

// back shows what was shown before the fields were sought.
func (p *fieldPane) back() {
	if p.last != "" {
		p.t.side.Open(p.last)
	}
	p.last = ""
}

// seek opens the list of fields with the cursor in its filter.
func (t *Tab) seek() {
	if key := t.side.Key(); key != "fields" {
		t.fields.last = key
	}
	t.side.Open("fields")
	t.fields.query = ""
	t.fields.search.Set("")
	t.fields.show()
	t.fields.search.Focus()
}

// A way is one way to write something.
type way struct{ code, means string }

// notation says in short how a text is written.
func notation() fyne.CanvasObject {
	box := container.NewVBox()
	for _, w := range []way{
		{"#title  #subtitle  #number", words.T("标题、副标题、文号，各占一行")},
		{"head: red / letter / none", words.T("写在开头：红头（版头、红线）、信函格式（红双线）、没有红头")},
		{"#issuer …  #imprint … | … | …", words.T("签发人；版记：抄送机关、印发机关、印发日期")},
		{"#to …", words.T("称谓，顶格")},
		{"#h1 …  #h2 …", words.T("一级、二级标题，自动编号；#h1 标题 | 文字 写在同一行")},
		{"#item …", words.T("编号的一项")},
		{"#left  #centre  #right …", words.T("顶格、居中、靠右的一行")},
		{"#sign … | … | seal", words.T("落款单位、日期；seal 留出盖章的位置")},
		{"#signline … | date", words.T("签名线；写 hour 代替 date 时带时刻")},
		{"#foot  #footline  #eachfoot", words.T("页脚的附注、签名线、每页的签名线")},
		{"#table 1 2 3 … #end", words.T("表格和各列的宽度；|! A | B 是表头，| A | B 是一行，单元格里 ^ < > 居中、靠左、靠右，// 换行")},
		{"#row 12 | keep", words.T("下一行至少高 12 毫米，与后一行不分页")},
		{"#tear  #slip  #qr", words.T("回执的裁切线、小字、二维码")},
		{"#lines 5  #space 2  #page", words.T("手写横线、空行、换页")},
		{"{{if A}}…{{else}}…{{end}}", words.T("A 有内容（或为“是”）时印前一段，否则印后一段")},
		{"{{range A}}{{.name}}{{end}}", words.T("把列表 A 逐项印出，.name 是这一项的内容")},
		{"{{date D}} {{clock M}}", words.T("日期、时刻；weekday 星期，brief 简写，chinese 汉字年月日")},
		{"{{names A}} {{roster A}}", words.T("把一列人写成“甲、乙”，roster 加上身份")},
		{"{{blank 8}} {{box A}}", words.T("8 个字的空白、勾选框")},
		{"{{mask A}}", words.T("隐去姓名；maskid、maskphone 隐去证件号、电话")},
	} {
		code := widget.NewLabel(w.code)
		code.SizeName, code.TextStyle.Monospace, code.Truncation = theme.SizeNameCaptionText, true, fyne.TextTruncateEllipsis
		box.Add(container.New(halves{}, code, look.Hint(w.means)))
	}
	return container.NewVScroll(box)
}

// halves sets two objects side by side, the left one narrower.
type halves struct{}

// MinSize is the higher one's.
func (halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, fyne.Max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout places both.
func (halves) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := s.Width * 0.42
	o[0].Resize(fyne.NewSize(w, o[0].MinSize().Height))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(s.Width-w, s.Height))
}
