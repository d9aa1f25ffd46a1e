// Package comparison is the page of the data comparison (数据比对): two tables
// are joined on chosen columns, and what is found becomes a table or clues.
package comparison

import (
	"context"
	"errors"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/compare"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A page is the choice of tables and columns at the left, and the result.
type page struct {
	sh     *shell.Shell
	desk   Desk
	m      *Model
	object fyne.CanvasObject
	files  [2]*widget.Button
	pairs  *fyne.Container
	scroll *container.Scroll
	start  *widget.Button
	stop   *widget.Button
	end    func() // ends what is running
	bar    *widget.ProgressBar
	stage  *fyne.Container
	result *result
}

// New returns the page of the data comparison.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &page{sh: sh, desk: desk, m: NewModel(), pairs: container.NewVBox(), stage: container.NewStack(), end: func() {}}
	p.result = newResult(p)
	p.object = container.NewBorder(nil, nil, container.NewBorder(nil, nil, nil, widget.NewSeparator(), p.left()), nil, p.stage)
	p.refresh()
	return p
}

// Object returns what is drawn.
func (p *page) Object() fyne.CanvasObject { return p.object }

// Show shows what was compared last: nothing is kept in the file before clues are.
func (p *page) Show(shell.Place) {}

// TakeBack takes nothing back.
func (p *page) TakeBack() bool { return false }

// Drop takes a table that was dropped on the page: the first that is missing.
func (p *page) Drop(_ fyne.Position, files []string) {
	for _, f := range files[:min(len(files), 2)] {
		side := 0
		if p.m.Sides[0].List != nil && p.m.Sides[1].List == nil || len(files) > 1 && f == files[1] {
			side = 1
		}
		p.read(side, f)
	}
}

func (p *page) left() fyne.CanvasObject {
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(340, 0))
	for i := range p.files {
		p.files[i] = widget.NewButtonWithIcon("", theme.FolderOpenIcon(), func() { p.browse(i) })
		p.files[i].Alignment = widget.ButtonAlignLeading
	}
	match := field.NewChoice(compare.Matches, p.m.Match, func(v compare.Match) { p.m.Match = v })
	p.start = look.Primary(words.T("开始比对"), theme.MediaPlayIcon(), p.run)
	p.stop = widget.NewButtonWithIcon(words.T("停止"), theme.MediaStopIcon(), func() { p.end() })
	p.bar = widget.NewProgressBar()
	body := container.NewVBox(directory.Matters(p.sh, shell.Compare), look.Heading(words.T("数据比对")),
		look.Hint(words.T("甲表")), p.files[0], look.Hint(words.T("乙表")), p.files[1],
		p.pairs, look.Hint(words.T("匹配方式")), match.Object(), container.NewGridWithColumns(2, p.start, p.stop), p.bar)
	p.scroll = look.Scroll(body)
	return container.NewStack(least, container.New(layout.NewCustomPaddedLayout(10, 8, 10, 8), p.scroll))
}

// refresh shows what was chosen, and what can be done.
func (p *page) refresh() {
	for i, s := range p.m.Sides {
		name := words.T("选择表格（XLSX、CSV）")
		if s.List != nil {
			name = words.T("{{.Name}}（{{.N}} 行）", map[string]any{"Name": short(s.Name()), "N": s.List.Len()})
		}
		p.files[i].SetText(name)
	}
	p.pairs.RemoveAll()
	if p.m.Sides[0].List != nil && p.m.Sides[1].List != nil {
		p.choose(words.T("键值列：两表靠它对上"), &p.m.Keys)
		p.choose(words.T("比较的列：内容应当相同"), &p.m.Diff)
	}
	p.busy(false)
	p.scroll.Refresh()
	p.result.show()
	p.stage.Objects = []fyne.CanvasObject{p.result.object}
	if p.m.Result == nil {
		p.stage.Objects = []fyne.CanvasObject{look.Empty(words.T("选两个表格，如用水户和缴费记录，指明键值列，就能找出只在一边、内容不同和重复的行。结果可以导出，也可以登记为线索。"), nil)}
	}
	p.stage.Refresh()
}

// short is a name that a button has room for.
func short(name string) string {
	const most = 18
	if r := []rune(name); len(r) > most {
		return string(r[:most]) + "…"
	}
	return name
}

func (p *page) busy(is bool) {
	p.bar.Hide()
	p.stop.Disable()
	p.start.Disable()
	switch {
	case is:
		p.bar.SetValue(0)
		p.bar.Show()
		p.stop.Enable()
	case p.m.Ready():
		p.start.Enable()
	}
}

// choose lists pairs of columns, each with two choices.
func (p *page) choose(title string, at *[]compare.Pair) {
	add := look.Quiet("", theme.ContentAddIcon(), func() {
		*at = append(*at, p.m.Next())
		p.refresh()
	})
	p.pairs.Add(container.NewBorder(nil, nil, nil, add, look.Hint(title)))
	for i := range *at {
		pick := func(side int, to *int) fyne.CanvasObject {
			s := widget.NewSelect(p.m.Sides[side].List.Heads(), nil)
			s.SetSelectedIndex(*to)
			s.OnChanged = func(string) { *to = s.SelectedIndex() }
			return s
		}
		off := look.Quiet("", theme.ContentRemoveIcon(), func() {
			*at = append((*at)[:i:i], (*at)[i+1:]...)
			p.refresh()
		})
		p.pairs.Add(container.NewBorder(nil, nil, nil, off, container.NewGridWithColumns(2, pick(0, &(*at)[i].A), pick(1, &(*at)[i].B))))
	}
}

// read reads a table beside the other jobs.
func (p *page) read(side int, file string) {
	var s Side
	p.busy(true)
	p.end = p.sh.Work.Aside(func(ctx context.Context, _ func(float64)) (err error) {
		s, err = Read(ctx, file)
		return err
	}, p.bar.SetValue, func(err error) {
		if err == nil {
			p.m.Take(side, s)
		}
		p.ended(err)
	})
}

// run compares.
func (p *page) run() {
	var r *compare.Result
	a, b, plan := p.m.Sides[0].List, p.m.Sides[1].List, p.m.Plan()
	p.busy(true)
	p.end = p.sh.Work.Aside(func(ctx context.Context, say func(float64)) (err error) {
		r, err = compare.Compare(ctx, a, b, plan, func(percent int) { say(float64(percent) / 100) })
		return err
	}, p.bar.SetValue, func(err error) {
		if err == nil {
			p.m.Found(r)
		}
		p.ended(err)
	})
}

func (p *page) ended(err error) {
	p.end = func() {}
	if err != nil && !errors.Is(err, context.Canceled) {
		p.sh.Fail(err)
	}
	p.refresh()
}
