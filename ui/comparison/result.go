package comparison

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/compare"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A result is the table of what was found.
type result struct {
	p      *page
	object fyne.CanvasObject
	kinds  *widget.Select
	tally  *widget.Label
	table  *widget.Table
	clues  *widget.Button
	heads  []string
	silent bool
	last   int // row whose cells were made last, for the cells beside it
	cells  []string
}

func newResult(p *page) *result {
	r := &result{p: p, last: -1}
	r.kinds = widget.NewSelect(nil, func(string) {
		if i := r.kinds.SelectedIndex(); !r.silent && i >= 0 {
			p.m.Show(append([]compare.Kind{""}, compare.Kinds...)[i])
			r.refresh()
		}
	})
	r.table = widget.NewTable(func() (int, int) { return p.m.Len(), len(r.heads) + 1 }, cell, r.update)
	r.table.ShowHeaderRow = true
	r.table.CreateHeader = cell
	r.table.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) {
		l, _ := o.(*widget.Label)
		l.TextStyle.Bold = true
		l.SetText("")
		if id.Col > 0 && id.Col <= len(r.heads) {
			l.SetText(r.heads[id.Col-1])
		}
	}
	r.table.OnSelected = func(id widget.TableCellID) {
		r.table.UnselectAll()
		if id.Row >= 0 && id.Row < p.m.Len() {
			p.m.Tick(id.Row)
			r.refresh()
		}
	}
	all := look.Quiet(words.T("全选/不选"), theme.CheckButtonIcon(), func() {
		p.m.TickAll()
		r.refresh()
	})
	out := widget.NewButtonWithIcon(words.T("导出结果…"), theme.UploadIcon(), r.export)
	r.clues = look.Primary("", theme.MailForwardIcon(), r.register)
	r.tally = look.Hint("")
	r.tally.Wrapping, r.tally.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(190, 0))
	top := container.NewBorder(nil, nil, container.NewStack(least, r.kinds), container.NewHBox(all, out, r.clues), r.tally)
	r.object = container.NewBorder(container.New(layout.NewCustomPaddedLayout(8, 4, 8, 8), top), nil, nil, nil, r.table)
	return r
}

func cell() fyne.CanvasObject {
	l := widget.NewLabel("")
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// show shows another result.
func (r *result) show() {
	m := r.p.m
	if m.Result == nil {
		return
	}
	r.heads = m.Result.Heads(words.Term)
	names := []string{words.T("全部")}
	r.tally.SetText(words.T("共 {{.N}} 项，另有 {{.Same}} 行一致", map[string]int{"N": len(m.Result.Lines), "Same": m.Result.Same}))
	at := 0
	for i, k := range compare.Kinds {
		names = append(names, fmt.Sprintf("%s %d", words.Of(k), m.Result.Count(k)))
		if k == m.Kind {
			at = i + 1
		}
	}
	r.silent = true
	r.kinds.SetOptions(names)
	r.kinds.SetSelectedIndex(at)
	r.silent = false
	r.table.SetColumnWidth(0, 34)
	for i := range r.heads {
		width := float32(120)
		if i == 2 || i == 3 {
			width = 84
		}
		r.table.SetColumnWidth(i+1, width)
	}
	r.refresh()
}

func (r *result) refresh() {
	r.last = -1
	n := r.p.m.Chosen()
	r.clues.SetText(words.T("登记 {{.N}} 条为线索", map[string]int{"N": n}))
	if r.clues.Disable(); r.p.sh.Rights.Write(hearing.NounClue, "") == nil && n > 0 && n <= compare.MostClues {
		r.clues.Enable()
	}
	r.table.Refresh()
}

func (r *result) update(id widget.TableCellID, o fyne.CanvasObject) {
	l, _ := o.(*widget.Label)
	m := r.p.m
	switch {
	case id.Row >= m.Len():
		l.SetText("")
		return
	case id.Col == 0:
		l.SetText("")
		if m.Ticked(id.Row) {
			l.SetText("✓")
		}
		return
	case r.last != id.Row:
		r.last, r.cells = id.Row, m.Result.Cells(m.Line(id.Row), words.Term)
	}
	if id.Col <= len(r.cells) {
		l.SetText(r.cells[id.Col-1])
	}
}

// register makes clues of the chosen lines, in one change.
func (r *result) register() {
	p := r.p
	list := p.m.Clues(p.sh.NewID, p.sh.Day(words.Zone()))
	p.sh.Work.Do(func(ctx context.Context) error { return p.desk.AddClues(ctx, list) }, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.m.Untick()
		r.refresh()
		p.sh.Say(words.T("已登记 {{.N}} 条线索，可一次撤销。", map[string]int{"N": len(list)}))
		p.sh.Go(shell.Place{Kind: shell.Clues, ID: list[0].ID})
	})
}

// export asks where to, and writes what is shown: as CSV where the name says so,
// otherwise as XLSX.
func (r *result) export() {
	p := r.p
	found, kind := p.m.Result, p.m.Kind
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			p.sh.Fail(err)
			return
		}
		p.busy(true)
		p.end = p.sh.Work.Aside(func(context.Context, func(float64)) error {
			var kinds []compare.Kind
			if kind != "" {
				kinds = append(kinds, kind)
			}
			b := bufio.NewWriter(w)
			err := sheetfile.WriteRows(w.URI().Name(), b, found.Table(words.Term, kinds...))
			return errors.Join(err, b.Flush(), w.Close())
		}, p.bar.SetValue, func(err error) {
			if err == nil {
				p.sh.Say(words.T("已导出到 {{.File}}", map[string]string{"File": w.URI().Path()}))
			}
			p.ended(err)
		})
	}, p.sh.Window)
	d.SetFileName(words.T("比对结果") + ".xlsx")
	d.Resize(p.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}

// browse asks for a table.
func (p *page) browse(side int) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			p.sh.Fail(err)
		} else if r != nil {
			p.sh.Fail(r.Close())
			p.read(side, r.URI().Path())
		}
	}, p.sh.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".xlsx", ".xlsm", ".csv", ".txt", ".tsv", ".XLSX", ".CSV"}))
	d.Resize(p.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}
