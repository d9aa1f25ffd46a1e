package roster

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/roster"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// samples is how many values of a column are shown.
const samples = 3

// key tells one table of columns from another.
func (m *Model) key() string {
	return fmt.Sprint(m.File, m.At, m.Kind.Units, m.Mapping.Header, len(m.Sheets), m.Sheet().Signature(m.Mapping))
}

// mapping is the step at which the columns get their meaning.
func (p *Page) mapping() fyne.CanvasObject {
	m := p.m
	rows := []fyne.CanvasObject{field.RowOf(words.T("文件"), label(m.File, widget.MediumImportance))}
	if len(m.Sheets) > 1 {
		rows = append(rows, field.RowOf(words.T("工作表"), p.sheetChoice()))
	}
	hint := words.T("名册里没有写的按此补上：听证员列入听证员库，监督员、志愿者等写明身份；任期、证号归到相应的聘任。")
	if m.Kind.Units {
		hint = words.T("信用代码相同的就是同一单位，其次看名称和地区。没有写类别的按名称判断；没有的上级单位会新建。")
	}
	top := field.Columns(field.Section("", append(rows, field.RowOf(words.T("标题行"), p.headerChoice()))...),
		field.Section("", field.RowOf(words.T("这是谁的名册"), p.kindChoice()), field.RowOf("", look.Hint(hint))))
	table := container.New(layout.NewCustomPaddedVBoxLayout(0))
	head := []fyne.CanvasObject{label(words.T("列"), widget.LowImportance), label(words.T("内容举例"), widget.LowImportance), label(words.T("导入为"), widget.LowImportance)}
	table.Add(container.New(thirds{}, head...))
	table.Add(widget.NewSeparator())
	for i := range m.Mapping.Fields {
		if line := p.column(i); line != nil {
			table.Add(line)
			table.Add(widget.NewSeparator())
		}
	}
	return look.Scroll(container.NewVBox(top, table))
}

func label(text string, weight widget.Importance) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = weight
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// column is one column with what it means; nil where it is empty.
func (p *Page) column(i int) fyne.CanvasObject {
	m := p.m
	s := m.Sheet()
	heading, values := s.Heading(m.Mapping, i), sampled(s, m.Mapping, i)
	if heading == "" && values == "" {
		return nil
	}
	name := label(strings.TrimSpace(roster.Letters(i)+"　"+heading), widget.MediumImportance)
	name.TextStyle.Bold = true
	names := []string{words.T("（不导入）")}
	fields := m.Kind.Fields()
	for _, f := range fields {
		names = append(names, words.Term(f.Term))
	}
	choice := widget.NewSelect(names, nil)
	at := slices.IndexFunc(fields, func(f *roster.Field) bool { return f.Key == m.Mapping.Fields[i] })
	choice.SetSelectedIndex(at + 1)
	choice.OnChanged = func(string) {
		key := ""
		if at := choice.SelectedIndex(); at > 0 {
			key = fields[at-1].Key
		}
		m.UseField(i, key)
	}
	return container.New(thirds{}, name, label(values, widget.MediumImportance), choice)
}

// sampled are the first values of a column below the headings.
func sampled(s roster.Sheet, m roster.Mapping, column int) string {
	var out []string
	for i := m.Header + 1; i < len(s.Rows) && len(out) < samples; i++ {
		if column >= len(s.Rows[i].Cells) {
			continue
		}
		if v := strings.Join(strings.Fields(s.Rows[i].Cells[column].Text), " "); v != "" && !slices.Contains(out, v) {
			out = append(out, roster.Guarded(v))
		}
	}
	return strings.Join(out, "　")
}

func (p *Page) sheetChoice() fyne.CanvasObject {
	var names []string
	for _, s := range p.m.Sheets {
		names = append(names, words.T("{{.Name}}（{{.N}} 行）", map[string]any{"Name": s.Name, "N": len(s.Rows)}))
	}
	return p.choice(names, p.m.At, p.m.UseSheet)
}

// headerChoice is the choice of the row that has the headings.
func (p *Page) headerChoice() fyne.CanvasObject {
	const rows, wide = 30, 30
	s := p.m.Sheet()
	var names []string
	for _, r := range s.Rows[:min(rows, len(s.Rows))] {
		var cells []string
		for _, c := range r.Cells {
			if v := strings.Join(strings.Fields(c.Text), " "); v != "" {
				cells = append(cells, v)
			}
		}
		text := []rune(words.List(cells))
		if len(text) > wide {
			text = append(text[:wide], '…')
		}
		names = append(names, words.T("第 {{.Row}} 行：{{.Text}}", map[string]any{"Row": r.N, "Text": string(text)}))
	}
	return p.choice(names, p.m.Mapping.Header, p.m.UseHeader)
}

// kindChoice is the choice of whom the roster is of.
func (p *Page) kindChoice() fyne.CanvasObject {
	var names []string
	for _, k := range roster.Kinds {
		names = append(names, words.Term(k.Term))
	}
	at := slices.IndexFunc(roster.Kinds, func(k roster.Kind) bool { return k.Key == p.m.Kind.Key })
	return p.choice(names, at, func(i int) { p.m.UseKind(roster.Kinds[i]) })
}

func (p *Page) choice(names []string, at int, tell func(int)) fyne.CanvasObject {
	s := widget.NewSelect(names, nil)
	s.PlaceHolder = words.T("请选择")
	if at >= 0 {
		s.SetSelectedIndex(at)
	}
	s.OnChanged = func(string) { tell(s.SelectedIndex()) }
	return s
}

// thirds sets a column's heading, its values and its meaning side by side.
type thirds struct{}

// MinSize is the height of the tallest.
func (thirds) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(480, h)
}

// Layout gives the values the most room.
func (thirds) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const gap = 8
	meaning := min(s.Width*0.3, 260)
	heading := s.Width * 0.26
	widths := []float32{heading, s.Width - heading - meaning - 2*gap, meaning}
	x := float32(0)
	for i, w := range widths {
		h := o[i].MinSize().Height
		o[i].Resize(fyne.NewSize(w, h))
		o[i].Move(fyne.NewPos(x, (s.Height-h)/2))
		x += w + gap
	}
}
