package outcome

import (
	"slices"

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

// timings are the answers to when it is decided.
var timings = []hearing.Timing{hearing.OnTheSpot, hearing.Later}

// decision is the step 决定: the own answer to each question, the consent where
// the majority is not followed, and the decision.
type decision struct {
	form
	board   *board
	rows    []*answerRow
	asked   []hearing.Question
	shape   []hearing.ID
	answers *fyne.Container
	follow  *widget.Button
	consent *fyne.Container
	says    *field.Findings // findings of art. 16
	timing  *board
	on      *field.Date
	text    *field.Text
	whole   *container.Scroll
}

// An answerRow is what stands beside the own answer to a question.
type answerRow struct {
	tally  *widget.Label
	partly *field.Tick
	place  fyne.CanvasObject // of the box, shown where there is a majority
	reason *field.Text
	chip   *fyne.Container
	shown  hearing.Adoption
}

func newDecision(v *view) *decision {
	d := &decision{form: form{v: v}, answers: container.NewVBox()}
	d.follow = widget.NewButtonWithIcon(words.T("全部采纳多数意见"), theme.ConfirmIcon(), func() {
		n := 0
		v.change("outcome.answers", func(h *hearing.Hearing) { n = FollowMajority(h) })
		v.sh.Say(words.T("已按多数意见回答 {{.N}} 个问题，可用 Ctrl+Z 撤销", map[string]int{"N": n}))
	})
	d.consent = d.consentForm()
	head := container.NewBorder(nil, nil, nil, d.follow, strong(words.T("本院意见与采纳情况")))
	d.whole = look.Scroll(container.NewVBox(head, d.answers, d.consent, widget.NewSeparator(), d.fields()))
	return d
}

// focus puts the keyboard at the answers, or at the decision where there is no
// question.
func (d *decision) focus() {
	if len(d.asked) > 0 {
		d.v.focus(d.board)
		return
	}
	d.text.Focus()
}

func (d *decision) object() fyne.CanvasObject { return d.whole }

// consentForm asks for the chief procurator's consent.
func (d *decision) consentForm() *fyne.Container {
	by := d.person("approvals.non-adoption.by", func(h hearing.Hearing) hearing.ID { return Consent(h).By }, func(h *hearing.Hearing, id hearing.ID) {
		EditConsent(h, func(a *hearing.Approval) { a.By = id })
	})
	on := d.date("approvals.non-adoption.on", func(h hearing.Hearing) calendar.Date { return Consent(h).On }, func(h *hearing.Hearing, day calendar.Date) {
		EditConsent(h, func(a *hearing.Approval) { a.On = day })
	})
	note := d.form.text("approvals.non-adoption.note", 1, func(h hearing.Hearing) string { return Consent(h).Note }, func(h *hearing.Hearing, s string) {
		EditConsent(h, func(a *hearing.Approval) { a.Note = s })
	})
	note.Hint(words.T("不采纳的理由"))
	d.says = field.NewFindings(d.v.s.Remedy())
	title := strong(words.T("没有全部采纳多数意见：决定前须报请检察长同意"))
	title.Importance = widget.WarningImportance
	box := container.NewVBox(title, container.NewGridWithColumns(3, field.Row(words.T("同意人"), by), field.Row(words.T("同意日期"), on), field.Row(words.T("说明"), note)), d.says.Object)
	return container.NewStack(frame(box))
}

// fields are those of the decision itself.
func (d *decision) fields() fyne.CanvasObject {
	v := d.v
	d.timing = newBoard(1, func(int, int) int { return slices.Index(timings, v.s.Value().Outcome.Timing) }, func(_, _, o int) {
		v.change("outcome.timing", func(h *hearing.Hearing) { SetTiming(h, timings[o], v.sh.Now(), v.zone()) })
	})
	options := make([]option, len(timings))
	for i, t := range timings {
		options[i] = option{words.Of(t), words.Of(t), theme.ColorNamePrimary}
	}
	d.timing.add(stepsLayout{}, options, container.NewWithoutLayout(), nil)
	d.on = d.date("outcome.decided_on", func(h hearing.Hearing) calendar.Date { return h.Outcome.DecidedOn }, func(h *hearing.Hearing, day calendar.Date) { h.Outcome.DecidedOn = day })
	d.text = d.form.text("outcome.decision", 3, func(h hearing.Hearing) string { return h.Outcome.Decision }, func(h *hearing.Hearing, s string) { h.Outcome.Decision = s })
	reasons := d.form.text("outcome.reasons", 3, func(h hearing.Hearing) string { return h.Outcome.Reasons }, func(h *hearing.Hearing, s string) { h.Outcome.Reasons = s })
	agreement := d.form.text("outcome.agreement", 3, func(h hearing.Hearing) string { return h.Outcome.Agreement }, func(h *hearing.Hearing, s string) { h.Outcome.Agreement = s })
	agreement.Hint(words.T("当事人当场达成的协议"))
	follow := d.form.text("outcome.follow_up", 3, func(h hearing.Hearing) string { return h.Outcome.FollowUp }, func(h *hearing.Hearing, s string) { h.Outcome.FollowUp = s })
	follow.Hint(words.T("要回访、督促的事"))
	d.text.Mend(v.s.Remedy())
	d.on.Mend(v.s.Remedy())
	told := d.date("outcome.announced_on", func(h hearing.Hearing) calendar.Date { return h.Outcome.ToldAt }, func(h *hearing.Hearing, day calendar.Date) { h.Outcome.ToldAt = day })
	return field.Columns(
		field.Section("", field.RowOf(words.T("决定方式"), d.timing), field.Row(words.T("决定日期"), d.on), field.Row(words.T("处理决定"), d.text), field.Row(words.T("理由"), reasons)),
		field.Section("", field.Row(words.T("告知当事人"), told), field.Row(words.T("达成协议"), agreement), field.Row(words.T("后续跟进"), follow)))
}

// show makes the questions anew only when there are others.
func (d *decision) show(h hearing.Hearing) {
	shape := make([]hearing.ID, 0, 2*len(h.Questions))
	for _, q := range h.Questions {
		shape = append(shape, q.ID, hearing.ID(q.Text))
	}
	d.asked = h.Questions
	if d.board == nil || !slices.Equal(shape, d.shape) {
		d.shape = shape
		d.build()
	}
	for i, q := range h.Questions {
		d.rows[i].show(h, q.ID)
	}
	if n := FollowMajority(clone(h)); n > 0 {
		d.follow.Enable()
	} else {
		d.follow.Disable()
	}
	departs := len(Departs(h)) > 0
	d.says.Set(d.v.s.FindingsOf("outcome.answers"))
	d.text.SetFindings(d.v.s.FindingsOf("outcome.decision"))
	d.on.SetFindings(d.v.s.FindingsOf("outcome.decided_on"))
	if d.consent.Hidden == departs {
		d.consent.Hidden = !departs
		d.whole.Content.Refresh()
		d.whole.Refresh()
	}
	d.form.show(h)
	d.board.show()
	d.timing.show()
}

// clone copies what [FollowMajority] changes.
func clone(h hearing.Hearing) *hearing.Hearing {
	h.Outcome.Answers = slices.Clone(h.Outcome.Answers)
	return &h
}

func (d *decision) build() {
	d.board = newBoard(1, func(r, _ int) int {
		if r >= len(d.asked) {
			return -1
		}
		return slices.Index(hearing.Stances, AnswerOf(d.v.s.Value(), d.asked[r].ID).Stance)
	}, func(r, _, o int) {
		id := d.asked[r].ID
		d.v.change("outcome.answers", func(h *hearing.Hearing) { SetAnswer(h, id, hearing.Stances[o]) })
	})
	d.board.reveal = func(o fyne.CanvasObject) { reveal(d.whole, o) }
	d.board.page = d.v.page
	d.board.enter = func() { d.rows[d.board.r].reason.Focus() }
	d.rows = nil
	d.answers.Objects = []fyne.CanvasObject{d.board}
	if len(d.asked) == 0 {
		d.answers.Objects = []fyne.CanvasObject{look.Empty(words.T("没有听证问题，只记录处理决定。"), nil)}
	}
	for _, q := range d.asked {
		left, tall, tally := questionOf(q.Text, 400)
		row := &answerRow{tally: tally, chip: container.NewHBox()}
		row.partly = field.NewTick(words.T("部分采纳"), false, func(yes bool) {
			d.v.change("outcome.answers", func(h *hearing.Hearing) { EditAnswer(h, q.ID, func(a *hearing.Answer) { a.Partly = yes }) })
		})
		row.reason = field.NewText("", func(s string) {
			d.v.change("outcome.answers", func(h *hearing.Hearing) { EditAnswer(h, q.ID, func(a *hearing.Answer) { a.Reason = s }) })
		})
		row.reason.Hint(words.T("说明"))
		row.place = row.partly.Object()
		right := container.New(answerLayout{}, row.place, row.reason.Object(), row.chip)
		d.rows = append(d.rows, row)
		d.board.add(lineLayout{left: 400, most: 240, cells: 1, height: tall}, stances(), left, right)
	}
	d.answers.Refresh()
}

func (r *answerRow) show(h hearing.Hearing, question hearing.ID) {
	a := AnswerOf(h, question)
	say(r.tally, Verdict(h, question))
	if r.place.Hide(); h.Tally(question).Majority != "" {
		r.place.Show()
	}
	r.partly.Set(a.Partly)
	r.reason.Set(a.Reason)
	if now := h.MajorityAdopted(question); now != r.shown {
		r.shown = now
		r.chip.RemoveAll()
		tint := map[hearing.Adoption]fyne.ThemeColorName{hearing.Adopted: theme.ColorNameSuccess, hearing.InPart: theme.ColorNameWarning, hearing.NotAdopted: theme.ColorNameError}
		if now != "" {
			r.chip.Add(look.Chip(words.Of(now), tint[now]))
		}
	}
}

// answerLayout sets what stands beside an own answer in the middle of the
// row's height: a box to tick, the reason, and whether the majority is adopted.
type answerLayout struct{}

// MinSize is one line.
func (answerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, cellHeight) }

// Layout gives the reason what the other two leave.
func (answerLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const box, chip = 112, 78
	x := float32(0)
	for i, w := range []float32{box, s.Width - box - chip, chip} {
		h := min(s.Height, o[i].MinSize().Height)
		o[i].Resize(fyne.NewSize(max(0, w), h))
		o[i].Move(fyne.NewPos(x, (s.Height-h)/2))
		x += w
		if i == 1 {
			x += 6
		}
	}
}
