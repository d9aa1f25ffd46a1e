package settings

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// spell is how long the range waits for the next keystroke before it is saved.
const spell = 600 * time.Millisecond

// numberTab is the tab 文号: how each category of papers is numbered, what this
// desk numbers from, and every number of a year.
type numberTab struct {
	p      *page
	object fyne.CanvasObject
	year   int
	title  *widget.Label
	list   *fyne.Container
	opened map[string]bool
	rows   []seriesRow
	asked  int
}

func newNumbers(p *page) *numberTab {
	t := &numberTab{p: p, year: p.sh.Day(words.Zone()).Year(), title: widget.NewLabel(""), list: container.NewVBox(), opened: map[string]bool{}}
	t.title.TextStyle.Bold = true
	turn := func(by int) func() { return func() { t.year += by; t.read() } }
	years := container.NewHBox(look.Quiet("", theme.NavigateBackIcon(), turn(-1)), t.title, look.Quiet("", theme.NavigateNextIcon(), turn(1)))
	t.object = look.Scroll(container.NewVBox(directory.Part(words.T("工作文书的文号"), years),
		look.Hint(words.T("打印或存成文件时自动取号，一件一号，不跳号；同一件再印仍用原号。检察建议书等法律文书的文号由业务系统产生，在案件里录入。")), t.list))
	p.form.Follow(func(hearing.Office) { t.read() })
	return t
}

// read reads the year's book.
func (t *numberTab) read() {
	t.title.SetText(words.T("{{.Year}} 年", map[string]int{"Year": t.year}))
	t.asked++
	asked, year := t.asked, t.year
	var spans []hearing.Range
	var numbers []hearing.Number
	t.p.sh.Work.Do(func(ctx context.Context) (err error) {
		if spans, err = t.p.model.desk.Ranges(ctx, year); err != nil {
			return err
		}
		numbers, err = t.p.model.desk.Numbers(ctx, year)
		return err
	}, func(err error) {
		if err == nil && asked == t.asked {
			var n hearing.Numbering
			if n, err = numbering(); err == nil {
				t.rows = seriesRows(n, t.p.form.Editor.Value(), year, spans, numbers)
				t.show()
			}
		}
		t.p.sh.Fail(err)
	})
}

// show lists the categories.
func (t *numberTab) show() {
	t.list.RemoveAll()
	if t.p.form.Editor.Value().Short == "" {
		warn := widget.NewLabel(words.T("还没有填写院简称，文书不能编号。请先在“本院”里填写，例如“澄检”。"))
		warn.Importance, warn.Wrapping = widget.WarningImportance, words.Wrap()
		t.list.Add(look.Card(warn))
	}
	for _, r := range t.rows {
		t.list.Add(t.row(r))
	}
	t.object.Refresh()
}

// row is the line of one category, with its settings and numbers below when it
// is opened.
func (t *numberTab) row(r seriesRow) fyne.CanvasObject {
	name := widget.NewLabel(words.Term(hearing.Term{Zh: r.program.Zh, En: r.program.En}))
	name.TextStyle.Bold = true
	name.Truncation = fyne.TextTruncateEllipsis
	next := widget.NewLabel(t.next(r))
	next.Truncation = fyne.TextTruncateEllipsis
	count := widget.NewLabel("")
	count.Importance = widget.LowImportance
	count.Truncation = fyne.TextTruncateEllipsis
	if n := len(r.taken); n > 0 {
		count.SetText(words.T("已取 {{.N}} 个", map[string]int{"N": n}))
		if r.voided > 0 {
			count.SetText(words.T("已取 {{.N}} 个，作废 {{.Void}} 个", map[string]int{"N": n, "Void": r.voided}))
		}
	}
	below := container.NewVBox()
	below.Hide()
	open := func() {
		if below.Hidden {
			below.Objects = []fyne.CanvasObject{t.details(&r, next)}
			below.Show()
		} else {
			below.Hide()
		}
		t.opened[r.program.Name] = !below.Hidden
	}
	if t.opened[r.program.Name] {
		open()
	}
	press := look.NewPress(container.New(columns{widths: []float32{220, 330}}, name, next, count), func() { open(); t.object.Refresh() })
	return container.NewVBox(press, below)
}

// next says what the next paper will bear.
func (t *numberTab) next(r seriesRow) string {
	short := t.p.form.Editor.Value().Short
	place := r.place()
	switch {
	case r.own.Off:
		return words.T("不编号")
	case short == "":
		return ""
	case place == 0:
		return words.T("号段 {{.First}}–{{.Last}} 已用完", map[string]int{"First": max(r.span.First, 1), "Last": r.span.Last})
	}
	paper := hearing.Numbered{Series: r.own}
	return words.T("下一个：{{.Number}}", map[string]string{"Number": paper.Give(t.p.form.Editor.Value(), "", t.year, place).Text})
}

// void asks why a number must not be used, and voids it.
func (t *numberTab) void(n hearing.Number, reason string) {
	t.p.sh.Work.Do(func(ctx context.Context) error { return t.p.model.desk.VoidNumber(ctx, n, reason) }, func(err error) {
		t.p.sh.Fail(err)
		if err == nil {
			t.p.sh.Say(words.T("{{.Number}} 已作废，留在号簿里；文书再次打印时取新号", map[string]string{"Number": n.Text}))
		}
		t.read()
	})
}

// spanText is an end of a range as it is typed.
func spanText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
