package texts

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/document"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A helpPane says what is known of a paper: what it rests on, where its form
// comes from, for whom it is made.
type helpPane struct {
	m    *Model
	rows *fyne.Container
	root fyne.CanvasObject
}

func newHelpPane(t *Tab) *helpPane {
	p := &helpPane{m: t.m, rows: container.NewVBox()}
	p.root = look.Scroll(p.rows)
	return p
}

// Object returns what is drawn.
func (p *helpPane) Object() fyne.CanvasObject { return p.root }

func (p *helpPane) show() {
	p.rows.RemoveAll()
	for _, f := range Facts(p.m.Paper().Form, p.m.Keys()) {
		l := widget.NewLabel(f.Text)
		l.Wrapping = words.Wrap()
		p.rows.Add(field.RowOf(f.Name, l))
	}
	p.rows.Add(look.Hint(words.T("以上各项写在文本开头（number、title、basis、per、head、seal、copies 等），与正文隔一行 ---，都可以改。")))
	p.rows.Refresh()
}

// A Fact is one thing that is known of a paper.
type Fact struct{ Name, Text string }

// Facts says what a paper's head says, in the user's language; keys is the
// dictionary.
func Facts(f document.Form, keys []document.Key) []Fact {
	labels := map[string]string{}
	for _, k := range keys {
		labels[k.Key] = k.Zh
		if words.Language() == words.English {
			labels[k.Key] = k.En
		}
	}
	var required []string
	for _, k := range f.Required {
		required = append(required, labels[k])
	}
	style := words.T("公文样式（GB/T 9704）")
	if f.Style == document.Record {
		style = words.T("笔录、表格样式")
	}
	if f.Head != "" && f.Head != document.HeadNone {
		style = words.T("{{.Style}}，{{.Head}}", map[string]string{"Style": style, "Head": words.FormHead(string(f.Head))})
	}
	per := words.FormPer(f.Per)
	if f.When != "" {
		per = words.T("{{.When}}，{{.Per}}", map[string]string{"When": words.FormWhen(f.When), "Per": per})
	}
	source := f.Source
	if source == "" {
		source = words.T("没有写明来源。")
	}
	source = words.Sentences(source, words.T("不是官方统一格式，可按本院习惯修改。"))
	var out []Fact
	for _, x := range []Fact{
		{words.T("依据"), f.Basis}, {words.T("格式来源"), source}, {words.T("为谁制作"), per},
		{words.T("份数"), strconv.Itoa(max(f.Copies, 1))}, {words.T("用印"), words.FormSeal(f.Seal)}, {words.T("归入"), f.Volume},
		{words.T("签署"), f.Signers}, {words.T("版式"), style}, {words.T("必须有的内容"), words.List(required)},
	} {
		if x.Text != "" {
			out = append(out, x)
		}
	}
	return out
}
