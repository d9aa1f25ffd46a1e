package outcome

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// questionWidth is that of the questions at the left of the opinions.
const questionWidth = 296

// opinions is the step 评议意见: officers side by side, a row for each question.
type opinions struct {
	form
	board    *board
	list     *fyne.Container
	scroll   *container.Scroll
	whole    fyne.CanvasObject
	shape    []hearing.ID // officers and questions that are shown
	officers []hearing.Participant
	asked    []hearing.Question
	tallies  []*widget.Label
	hint     *widget.Label
	out      *widget.Label
	heads    *fyne.Container // the officers' names, which stay when the questions scroll
	top      *fyne.Container
	about    *widget.Label
	reason   *field.Text
	strip    fyne.CanvasObject
}

func newOpinions(v *view) *opinions {
	o := &opinions{form: form{v: v}, list: container.NewVBox()}
	o.out = caption("")
	o.out.Hide()
	o.heads = container.NewStack()
	o.about = strong("")
	o.reason = o.text("opinions.reason", 2, func(h hearing.Hearing) string { return o.current(h).Reason }, func(h *hearing.Hearing, s string) {
		o.edit(h, func(x *hearing.Opinion) { x.Reason = s })
	})
	advice := o.text("opinions.advice", 2, func(h hearing.Hearing) string { return o.current(h).Advice }, func(h *hearing.Hearing, s string) {
		o.edit(h, func(x *hearing.Opinion) { x.Advice = s })
	})
	back := look.Quiet(words.T("回到意见"), theme.NavigateBackIcon(), o.focus)
	o.strip = frame(container.NewVBox(container.NewBorder(nil, nil, nil, back, o.about),
		container.NewGridWithColumns(2, field.Row(words.T("理由"), o.reason), field.Row(words.T("建议"), advice))))
	o.hint = caption(words.T("1 同意　2 不同意　3 其他　0 取消；方向键移动，回车写理由。记下一个后到同一听证员的下一问题；PgDn 下一步"))
	o.top = container.NewVBox(o.hint, o.out, container.New(layout.NewCustomPaddedLayout(0, 0, 4, 16), o.heads))
	o.scroll = look.Scroll(o.list)
	o.whole = container.NewBorder(container.NewPadded(o.top), container.NewPadded(o.strip), nil, nil, o.scroll)
	return o
}

func (o *opinions) object() fyne.CanvasObject { return o.whole }

// focus puts the keyboard at the opinions.
func (o *opinions) focus() { o.v.focus(o.board) }

// at is whose opinion on what the keyboard is at.
func (o *opinions) at() (officer, question hearing.ID) {
	if o.board == nil || o.board.c >= len(o.officers) || o.board.r >= len(o.asked) {
		return "", ""
	}
	return o.officers[o.board.c].ID, o.asked[o.board.r].ID
}

func (o *opinions) current(h hearing.Hearing) hearing.Opinion {
	officer, question := o.at()
	return OpinionOf(h, officer, question)
}

func (o *opinions) edit(h *hearing.Hearing, do func(*hearing.Opinion)) {
	if officer, question := o.at(); officer != "" {
		EditOpinion(h, officer, question, do)
	}
}

// show makes the grid anew only when there are other officers or questions.
func (o *opinions) show(h hearing.Hearing) {
	here, absent := Bench(h)
	shape := make([]hearing.ID, 0, len(here)+len(h.Questions))
	for _, p := range here {
		shape = append(shape, p.ID, hearing.ID(o.name(p)))
	}
	for _, q := range h.Questions {
		shape = append(shape, q.ID, hearing.ID(q.Text))
	}
	o.officers, o.asked = here, h.Questions
	if o.board == nil || !slices.Equal(shape, o.shape) {
		o.shape = shape
		o.build()
	}
	for i, q := range h.Questions {
		if i < len(o.tallies) {
			say(o.tallies[i], Verdict(h, q.ID))
		}
	}
	text := ""
	for _, p := range absent {
		text += words.T("{{.Name}} 缺席，不计入。", map[string]string{"Name": o.name(p)})
	}
	if text != o.out.Text {
		o.out.SetText(text)
		o.out.Hidden = text == ""
		o.top.Refresh()
		o.whole.Refresh()
	}
	o.board.show()
	o.showDetail()
}

func (o *opinions) name(p hearing.Participant) string {
	n, _ := Called(o.v.s.Dossier, p)
	return n
}

func (o *opinions) build() {
	was := o.board
	o.board = newBoard(len(o.officers), o.value, func(r, c, option int) {
		officer, question := o.officers[c].ID, o.asked[r].ID
		o.v.change("opinions", func(h *hearing.Hearing) { SetStance(h, officer, question, hearing.Stances[option]) })
	})
	if was != nil {
		o.board.r, o.board.c = was.r, was.c
	}
	o.board.moved = o.showDetail
	o.board.page = o.v.page
	o.board.enter = func() { o.reason.Focus() }
	o.board.reveal = func(x fyne.CanvasObject) { reveal(o.scroll, x) }
	o.tallies = nil
	line := lineLayout{left: questionWidth, most: 200, cells: len(o.officers)}
	if len(o.officers) == 0 || len(o.asked) == 0 {
		o.list.Objects = []fyne.CanvasObject{o.empty()}
		o.heads.RemoveAll()
		o.hint.Hide()
		o.strip.Hide()
		o.list.Refresh()
		return
	}
	o.strip.Show()
	o.hint.Show()
	heads := []fyne.CanvasObject{widget.NewLabel("")}
	for _, p := range o.officers {
		head := strong(o.name(p))
		head.Alignment = fyne.TextAlignCenter
		heads = append(heads, head)
	}
	for _, q := range o.asked {
		left, tall, tally := questionOf(q.Text, questionWidth)
		line.height = tall
		o.tallies = append(o.tallies, tally)
		o.board.add(line, stances(), left, nil)
	}
	o.heads.Objects = []fyne.CanvasObject{container.New(lineLayout{left: questionWidth, most: 200, cells: len(o.officers)}, heads...)}
	o.heads.Refresh()
	o.list.Objects = []fyne.CanvasObject{o.board}
	o.list.Refresh()
	o.whole.Refresh()
}

func (o *opinions) value(r, c int) int {
	if c >= len(o.officers) || r >= len(o.asked) {
		return -1
	}
	return slices.Index(hearing.Stances, OpinionOf(o.v.s.Value(), o.officers[c].ID, o.asked[r].ID).Stance)
}

func (o *opinions) showDetail() {
	h := o.v.s.Value()
	officer, question := o.at()
	if officer == "" {
		return
	}
	p, _ := h.Participant(officer)
	text := ""
	for _, q := range h.Questions {
		if q.ID == question {
			text = q.Text
		}
	}
	say(o.about, words.T("{{.Who}}：{{.Question}}", map[string]string{"Who": o.name(p), "Question": text}))
	o.form.show(h)
}

// empty says where officers and questions are entered.
func (o *opinions) empty() fyne.CanvasObject {
	if len(o.asked) == 0 {
		return look.Empty(words.T("还没有听证问题。写下要听证的问题后，在这里记录每位听证员的意见。"),
			widget.NewButtonWithIcon(words.T("去写听证问题"), theme.DocumentCreateIcon(), func() { o.v.tab("plan") }))
	}
	return look.Empty(words.T("还没有到场的听证员。选好听证员后，在这里记录每人对每个问题的意见。"),
		widget.NewButtonWithIcon(words.T("去选听证员"), theme.AccountIcon(), func() { o.v.tab("people") }))
}

// stances are the answers of a cell, in the order of their keys.
func stances() []option {
	tints := map[hearing.Stance]fyne.ThemeColorName{hearing.Agree: theme.ColorNameSuccess, hearing.Disagree: theme.ColorNameError, hearing.Other: theme.ColorNameWarning}
	out := make([]option, len(hearing.Stances))
	for i, s := range hearing.Stances {
		name := words.Of(s)
		if s == hearing.Other {
			name = words.T("其他")
		}
		out[i] = option{name, string([]rune(name)[:1]), tints[s]}
	}
	return out
}
