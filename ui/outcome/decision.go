package outcome

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// decision is the step 决定: the own answer to each question, the consent where
// the majority is not followed, and the decision.
type decision struct {
	form
	board   *board
	rows    []*answerRow
	asked   []hearing.Ballot
	caseOf  []*caseHead
	shape   []hearing.ID
	answers *fyne.Container
	follow  *widget.Button
	rulings
	whole *container.Scroll
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
	d.of = d
	d.consent = d.consentForm()
	head := container.NewBorder(nil, nil, nil, d.follow, strong(words.T("本院意见与采纳情况")))
	d.whole = look.Scroll(container.NewVBox(d.choice(), head, d.answers, d.consent, widget.NewSeparator(), d.fields()))
	return d
}

// focus puts the keyboard at the answers, or at the decision where there is no
// question.
func (d *decision) focus() {
	if len(d.asked) > 0 {
		d.v.focus(d.board)
		return
	}
	d.body.Focus()
}

func (d *decision) object() fyne.CanvasObject { return d.whole }

// show makes the ballots anew only when there are others.
func (d *decision) show(h hearing.Hearing) {
	moved := d.showCases(h)
	d.asked = d.shown(h)
	if shape := shapeOf(d.v, h, d.asked); d.board == nil || !slices.Equal(shape, d.shape) {
		d.shape = shape
		d.build(h)
		moved = true
	}
	answered, all := map[hearing.ID]int{}, map[hearing.ID]int{}
	for i, b := range d.asked {
		d.rows[i].show(h, b)
		all[b.Case]++
		if _, ok := h.Answer(b); ok {
			answered[b.Case]++
		}
	}
	for _, c := range d.caseOf {
		c.show(answered[c.of], all[c.of])
	}
	if n := FollowMajority(clone(h)); n > 0 && d.v.s.Barred("outcome.answers") == nil {
		d.follow.Enable()
	} else {
		d.follow.Disable()
	}
	if d.rulings.show(h) || moved { // what stands below has another place
		d.whole.Content.Refresh()
		d.whole.Refresh()
	}
	d.form.show(h)
	d.board.show()
}

// shown are the ballots of the case that is shown, or all.
func (d *decision) shown(h hearing.Hearing) []hearing.Ballot {
	all, of := h.Ballots(), d.current(h)
	return slices.DeleteFunc(all, func(b hearing.Ballot) bool { return of != "" && b.Case != "" && b.Case != of })
}

// clone copies what [FollowMajority] changes.
func clone(h hearing.Hearing) *hearing.Hearing {
	h.Opinions, h.Outcome.Answers = slices.Clone(h.Opinions), slices.Clone(h.Outcome.Answers)
	return &h
}

func (d *decision) build(h hearing.Hearing) {
	d.board = newBoard(1, func(r, _ int) int {
		if r >= len(d.asked) {
			return -1
		}
		return slices.Index(hearing.Stances, AnswerOf(d.v.s.Value(), d.asked[r]).Stance)
	}, func(r, _, o int) {
		b := d.asked[r]
		d.v.change("outcome.answers", func(h *hearing.Hearing) { SetAnswer(h, b, hearing.Stances[o]) })
	})
	d.board.reveal = func(o fyne.CanvasObject) { reveal(d.whole, o) }
	d.board.page = d.v.page
	d.board.enter = func() { d.rows[d.board.r].reason.Focus() }
	d.rows, d.caseOf = nil, nil
	d.answers.Objects = []fyne.CanvasObject{d.board}
	if len(d.asked) == 0 {
		d.answers.Objects = []fyne.CanvasObject{look.Empty(words.T("没有听证问题，只记录处理决定。"), nil)}
	}
	for i, b := range d.asked {
		if headed(h, d.asked, i) && (d.current(h) == "" || b.Case == "") { // of one case the line above has said it
			d.caseOf = append(d.caseOf, d.v.newHead(b))
			d.board.head(d.caseOf[len(d.caseOf)-1].line)
		}
		left, tall, tally := questionOf(Asked(h, b), 400)
		row := &answerRow{tally: tally, chip: container.NewHBox()}
		row.partly = field.NewTick(words.T("部分采纳"), false, func(yes bool) {
			d.v.change("outcome.answers", func(h *hearing.Hearing) { EditAnswer(h, b, func(a *hearing.Answer) { a.Partly = yes }) })
		})
		row.reason = field.NewText("", func(s string) {
			d.v.change("outcome.answers", func(h *hearing.Hearing) { EditAnswer(h, b, func(a *hearing.Answer) { a.Reason = s }) })
		})
		row.reason.Hint(words.T("说明"))
		edit.Bar(d.v.s.Barred("outcome.answers"), row.partly, row.reason)
		row.place = row.partly.Object()
		right := container.New(answerLayout{}, row.place, row.reason.Object(), row.chip)
		d.rows = append(d.rows, row)
		d.board.add(lineLayout{left: 400, most: 240, cells: 1, height: tall}, stances(), left, right)
	}
	d.answers.Refresh()
}

func (r *answerRow) show(h hearing.Hearing, b hearing.Ballot) {
	a := AnswerOf(h, b)
	say(r.tally, Verdict(h, b))
	if r.place.Hide(); h.Tally(b).Majority != "" {
		r.place.Show()
	}
	r.partly.Set(a.Partly)
	r.reason.Set(a.Reason)
	if now := h.MajorityAdopted(b); now != r.shown {
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
