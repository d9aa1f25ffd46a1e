package settings

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// details are how a category is numbered, and its numbers of the year; next is
// the label that shows the number to come.
func (t *numberTab) details(r *seriesRow, next *widget.Label) fyne.CanvasObject {
	box := container.NewVBox(field.Row(words.T("编号"), t.onOff(r)), field.Row(words.T("文号格式"), t.pattern(r, next)), field.Row(words.T("本机号段"), t.span(r, next)))
	if len(r.twice) > 0 {
		warn := widget.NewLabel(words.T("有两件用了同一个文号：{{.Numbers}}。两台电脑要各用一个号段，请核对后作废一件。", map[string]string{"Numbers": words.List(r.twice)}))
		warn.Importance, warn.Wrapping = widget.WarningImportance, words.Wrap()
		box.Add(warn)
	}
	for _, n := range r.taken {
		box.Add(t.number(n))
	}
	if len(r.taken) == 0 {
		box.Add(look.Hint(words.T("{{.Year}} 年还没有取过号。", map[string]int{"Year": t.year})))
	}
	return container.New(columns{widths: []float32{12}}, widget.NewLabel(""), look.Card(box))
}

// onOff says whether papers of a category bear a number.
func (t *numberTab) onOff(r *seriesRow) field.Control {
	return field.NewTick(words.T("打印时自动取号"), !r.own.Off, func(on bool) {
		s := r.own
		s.Off = !on
		t.keep(s)
		t.read()
	})
}

// keep stores how a category is numbered.
func (t *numberTab) keep(s hearing.Series) {
	t.p.form.Editor.Change("numbers", func(o *hearing.Office) { *o = o.WithSeries(s) })
}

// pattern is the form of the numbers; an empty one is the program's.
func (t *numberTab) pattern(r *seriesRow, next *widget.Label) field.Control {
	var f *field.Text
	n, _ := numbering()
	was := r.own.Pattern
	if was == n.Pattern {
		was = ""
	}
	f = field.NewText(was, func(s string) {
		s = strings.TrimSpace(s)
		var fault *hearing.FieldError
		if s != "" && errors.As(hearing.CheckPattern(s), &fault) {
			f.SetError(patternFault(fault))
			return
		}
		f.SetError("")
		own := r.own
		own.Pattern = s
		t.keep(own)
		r.own = n.Own(t.p.form.Editor.Value(), r.program)
		next.SetText(t.next(*r))
	})
	return f.Hint(n.Pattern)
}

// patternFault says what is wrong with a pattern.
func patternFault(f *hearing.FieldError) string {
	switch f.Code {
	case "required":
		return words.T("要有一个 {{.Field}}，不然会重号。", map[string]string{"Field": f.Expect})
	case "long":
		return words.T("太长，最多 {{.Expect}} 个字。", map[string]string{"Expect": f.Expect})
	}
	return words.T("花括号里只能写 {院}、{类}、{年}、{号}。")
}

// A span is the two fields of a range side by side.
type span struct {
	*field.Text
	box fyne.CanvasObject
}

// Object returns both fields.
func (s *span) Object() fyne.CanvasObject { return s.box }

// span is the range of this desk.
func (t *numberTab) span(r *seriesRow, next *widget.Label) field.Control {
	typed := [2]string{spanText(r.span.First), spanText(r.span.Last)}
	out := &span{}
	set := func(i int) func(string) {
		return func(s string) {
			typed[i] = s
			now, ok := readSpan(r.program.Name, t.year, typed[0], typed[1])
			if !ok {
				out.SetError(words.T("请写两个数，如 1 至 200；后一个可以不写。"))
				return
			}
			out.SetError("")
			r.span = now
			next.SetText(t.next(*r))
			t.p.sh.Work.Later("range "+r.program.Name, spell, func(ctx context.Context) error { return t.p.model.desk.SetRange(ctx, now) }, t.p.sh.Fail)
		}
	}
	out.Text = field.NewText(typed[0], set(0)).Hint("1")
	last := field.NewText(typed[1], set(1)).Hint(words.T("不限"))
	to := widget.NewLabel(words.T("至"))
	hint := look.Hint(words.T("两台电脑同时编号时各用一段，互不重号；只记在这台电脑的文件里。"))
	out.box = container.New(columns{widths: []float32{110, 30, 110}}, out.Text.Object(), to, last.Object(), hint)
	return out
}

// number is the line of one number: its paper, when it was taken, and a way to
// void it.
func (t *numberTab) number(n hearing.Number) fyne.CanvasObject {
	text := widget.NewLabel(n.Text)
	text.Truncation = fyne.TextTruncateEllipsis
	what := widget.NewLabel(strings.TrimSpace(n.Document + " " + n.For))
	what.Truncation = fyne.TextTruncateEllipsis
	when := widget.NewLabel(strings.TrimSpace(words.Day(calendar.DateOf(n.At.In(words.Zone()))) + " " + n.Actor))
	when.Truncation = fyne.TextTruncateEllipsis
	when.Importance = widget.LowImportance
	line := container.New(columns{widths: []float32{240, 240}}, text, what, when)
	if n.Void() {
		text.Importance = widget.LowImportance
		when.SetText(words.T("{{.Day}}作废：{{.Reason}}", map[string]string{"Day": words.Day(calendar.DateOf(n.VoidedAt.In(words.Zone()))), "Reason": n.Reason}))
		return line
	}
	reason := ""
	ask := container.NewVBox()
	ask.Hide()
	var why *field.Text
	sure := func() {
		if strings.TrimSpace(reason) == "" {
			why.SetError(words.T("请写明为什么作废，例如“印错”。"))
			return
		}
		t.void(n, reason)
	}
	why = field.NewText("", func(s string) { reason = s }).Hint(words.T("为什么作废，例如“印错”")).OnEnter(sure)
	ask.Add(container.NewBorder(nil, nil, nil, container.NewHBox(look.Quiet(words.T("作废"), theme.ConfirmIcon(), sure), look.Quiet(words.T("取消"), theme.CancelIcon(), func() { ask.Hide(); t.object.Refresh() })), why.Object()))
	open := t.p.sh.For(hearing.NounPrint, look.Quiet(words.T("作废…"), theme.ContentRemoveIcon(), func() { ask.Show(); t.object.Refresh(); why.Focus() }))
	return container.NewVBox(container.NewBorder(nil, nil, nil, open, line), ask)
}
