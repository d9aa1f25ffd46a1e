package drawing

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/draw"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// result is a draw that was made: the drawn with their answers, and what is done
// with them.
type result struct {
	p      *Page
	object fyne.CanvasObject
	of     hearing.ID
	at     int // which draw

	which       *field.One
	facts       *widget.Label
	truth       *widget.Label
	rows        *fyne.Container
	take, begin *widget.Button
	void        *fyne.Container
	by, because string
	byField     *field.Text
	reason      *field.Text
}

func newResult(p *Page) *result {
	r := &result{p: p, facts: widget.NewLabel(""), truth: widget.NewLabel(""), rows: container.NewVBox()}
	r.which = field.NewOne("", func(o field.Option) {
		if i := slices.IndexFunc(p.s.Value().Draws, func(d hearing.Draw) bool { return d.ID == o.ID }); i >= 0 {
			r.open(i)
		}
	})
	r.facts.Wrapping, r.truth.Wrapping = words.Wrap(), words.Wrap()
	r.facts.Importance, r.facts.SizeName, r.truth.SizeName = widget.LowImportance, theme.SizeNameCaptionText, theme.SizeNameCaptionText
	r.take = look.Primary(words.T("列入听证员"), theme.ConfirmIcon(), r.takeOver)
	print05 := look.Quiet(words.T("打印抽选记录"), theme.DocumentPrintIcon(), func() {
		p.sh.Go(shell.Place{Kind: shell.Hearing, ID: p.s.ID(), Tab: "papers", Paper: "05"})
	})
	again := look.Quiet(words.T("再抽一次"), theme.ViewRefreshIcon(), p.prepare)
	r.begin = look.Quiet(words.T("作废…"), theme.DeleteIcon(), func() {
		r.void.Show()
		r.reason.Focus()
	})
	r.byField = field.NewText("", func(s string) { r.by = s }).Hint(words.T("决定作废的人"))
	r.reason = field.NewText("", func(s string) { r.because = s }).Hint(words.T("作废的理由"))
	r.void = container.NewVBox(container.NewBorder(nil, nil, nil, look.Quiet(words.T("作废这次抽选"), theme.DeleteIcon(), r.annul),
		container.NewGridWithColumns(2, r.reason.Object(), r.byField.Object())))
	r.void.Hide()
	r.object = container.NewBorder(
		container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(r.begin, again, print05, r.take), r.which.Object()), r.facts, r.truth, r.void),
		nil, nil, nil, look.Scroll(r.rows))
	return r
}

func (r *result) open(i int) {
	r.of, r.at = r.p.s.ID(), i
	r.void.Hide()
	r.show()
}

func (r *result) draw() (hearing.Draw, bool) {
	list := r.p.s.Value().Draws
	if r.at >= len(list) {
		r.at = len(list) - 1
	}
	if r.at < 0 {
		return hearing.Draw{}, false
	}
	return list[r.at], true
}

func (r *result) show() {
	d, ok := r.draw()
	if !ok {
		return
	}
	h := r.p.s.Value()
	var draws []field.Option
	for i, x := range h.Draws {
		draws = append(draws, field.Option{ID: x.ID, Name: words.T("第 {{.N}} 次抽选", map[string]int{"N": i + 1}), Detail: words.Moment(x.At)})
	}
	r.which.Set(draws, field.Option{ID: d.ID})
	r.facts.SetText(factsOf(d))
	r.truth.Importance = widget.SuccessImportance
	switch {
	case d.Void != nil:
		r.truth.Importance = widget.WarningImportance
		r.truth.SetText(words.T("已作废：{{.Why}}", map[string]string{"Why": d.Void.Reason}))
	case !draw.True(d):
		r.truth.Importance = widget.DangerImportance
		r.truth.SetText(words.T("重算与记录不一致，请核对记录的来源"))
	default:
		r.truth.SetText(words.T("重算与记录一致"))
	}
	r.rows.RemoveAll()
	for _, l := range Lines(h, d) {
		r.rows.Add(r.row(l))
	}
	r.rows.Refresh()
	r.begin.Enable()
	if d.Void != nil {
		r.begin.Disable()
	}
	r.take.Enable()
	if !Unlisted(h, d) {
		r.take.Disable()
	}
}

// factsOf says in short how it was drawn.
func factsOf(d hearing.Draw) string {
	parts := []string{words.Of(d.SeedSource) + " " + d.Seed, words.T("名单 {{.N}} 人", map[string]int{"N": len(d.Pool)})}
	for _, q := range d.Quotas {
		parts = append(parts, words.T("{{.Who}}至少 {{.N}} 人", map[string]string{"Who": words.Quota(q), "N": strconv.Itoa(q.N)}))
	}
	if d.Witness != "" {
		parts = append(parts, words.T("见证人")+" "+d.Witness)
	}
	return strings.Join(parts, " · ")
}

// row is one of the drawn, with the answer.
func (r *result) row(l Line) fyne.CanvasObject {
	place := widget.NewLabel(l.Place)
	place.Importance = widget.LowImportance
	name := widget.NewLabel(l.Name)
	name.Truncation, name.TextStyle.Bold = fyne.TextTruncateEllipsis, l.Asked
	if !l.Asked {
		name.Importance = widget.LowImportance
	}
	class := ""
	if l.Class != "" {
		class = words.Of(l.Class)
	}
	note := l.Note
	if l.Listed {
		note = strings.TrimPrefix(note+words.T("，")+words.T("已列入听证员"), words.T("，"))
	}
	said := widget.NewLabel(note)
	said.Truncation, said.SizeName = fyne.TextTruncateEllipsis, theme.SizeNameCaptionText
	reply := field.NewChoice(hearing.DrawReplies, l.Reply, func(v hearing.DrawReply) { r.answer(l, v) })
	choice := reply.Object()
	if !l.Asked {
		text := ""
		if l.Reply != "" {
			text = words.Of(l.Reply)
		}
		choice = widget.NewLabel(text)
	}
	left := container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(104, 36), place), widget.NewLabel(class), name)
	return container.New(layout.NewGridLayoutWithColumns(2), left, container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(190, 36), choice), nil, said))
}

// answer takes down what somebody answered; who refuses is replaced by the next
// alternate, also among the officers.
func (r *result) answer(l Line, v hearing.DrawReply) {
	d, ok := r.draw()
	if !ok || v == l.Reply {
		return
	}
	today := r.p.s.Today()
	next, ok := r.p.s.Value().WithAnswer(d.ID, hearing.DrawAnswer{N: l.N, On: today, Reply: v}, today)
	if !ok {
		r.p.sh.Say(words.T("{{.Name}}已发表听证意见，不能改为不参加", map[string]string{"Name": l.Name}))
		r.show()
		return
	}
	r.p.s.Moving()
	r.p.s.Change("", func(h *hearing.Hearing) { *h = next })
	r.show()
	text := words.T("已记录{{.Name}}：{{.Reply}}", map[string]string{"Name": l.Name, "Reply": words.Of(v)})
	if now, ok := next.Draw(d.ID); ok {
		if up := now.Candidate(now.Answers[len(now.Answers)-1].Next).Name; up != "" {
			text = words.T("已记录{{.Name}}：{{.Reply}}；{{.Next}}递补", map[string]string{"Name": l.Name, "Reply": words.Of(v), "Next": up})
		}
	}
	r.p.sh.Say(text)
}

// takeOver puts the drawn among the officers.
func (r *result) takeOver() {
	d, ok := r.draw()
	if !ok {
		return
	}
	for _, c := range d.Pool {
		r.p.s.Remember(field.Option{ID: c.Person, Name: c.Name})
	}
	today := r.p.s.Today()
	next, ok := r.p.s.Value().TakesOver(d.ID, r.p.sh.NewID, today)
	if !ok {
		return
	}
	r.p.s.Moving()
	r.p.s.Change("", func(h *hearing.Hearing) { *h = next })
	r.show()
	r.p.sh.Say(words.T("已列入听证员，可用 Ctrl+Z 撤销"))
}

// annul voids the draw; it stays in the record.
func (r *result) annul() {
	d, ok := r.draw()
	if !ok || d.Void != nil {
		return
	}
	r.reason.SetError("")
	r.byField.SetError("")
	if strings.TrimSpace(r.because) == "" {
		r.reason.SetError(words.T("请写明理由。"))
		return
	}
	if strings.TrimSpace(r.by) == "" {
		r.byField.SetError(words.T("请写决定的人。"))
		return
	}
	at, v := r.at, hearing.DrawVoid{On: r.p.s.Today(), By: r.by, Reason: r.because}
	r.p.s.Change("draws", func(h *hearing.Hearing) { h.Draws[at].Void = &v })
	r.void.Hide()
	r.show()
}
