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
	asked    []hearing.Ballot
	tallies  []*widget.Label
	caseOf   []*caseHead
	hint     *widget.Label
	out      *widget.Label
	heads    *fyne.Container // the officers' names, which stay when the questions scroll
	top      *fyne.Container
	jumps    *fyne.Container // of several cases: one button each, to go there
	about    *widget.Label
	reason   *field.Text
	strip    fyne.CanvasObject
	alike    *widget.Button // says the same in the other cases
}

func newOpinions(v *view) *opinions {
	o := &opinions{form: form{v: v}, list: container.NewVBox()}
	o.out = caption("")
	o.out.Hide()
	o.heads = container.NewStack()
	o.about = strong("")
	o.reason = o.text("opinions.reason", 2, func(h hearing.Hearing) string { return o.current(h).Reason }, func(h *hearing.Hearing, s string) {
		o.edit(h, func(x *hearing.Opinion) { x.Reason = s })
	}).OnEscape(o.focus)
	advice := o.text("opinions.advice", 2, func(h hearing.Hearing) string { return o.current(h).Advice }, func(h *hearing.Hearing, s string) {
		o.edit(h, func(x *hearing.Opinion) { x.Advice = s })
	}).OnEscape(o.focus)
	back := look.Quiet(words.T("回到意见（Esc）"), theme.NavigateBackIcon(), o.focus)
	o.alike = look.Quiet(words.T("其余各案照此（=）"), theme.ContentCopyIcon(), o.sameInRest)
	o.allow("opinions", o.alike)
	o.strip = frame(container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(o.alike, back), o.about),
		container.NewGridWithColumns(2, field.Row(words.T("理由"), o.reason), field.Row(words.T("建议"), advice))))
	o.hint = caption("")
	o.jumps = container.NewHBox()
	o.jumps.Hide()
	o.top = container.NewVBox(o.hint, o.jumps, o.out, container.New(layout.NewCustomPaddedLayout(0, 0, 4, 16), o.heads))
	o.scroll = look.Scroll(o.list)
	o.whole = container.NewBorder(container.NewPadded(o.top), container.NewPadded(o.strip), nil, nil, o.scroll)
	return o
}

func (o *opinions) object() fyne.CanvasObject { return o.whole }

// focus puts the keyboard at the opinions.
func (o *opinions) focus() { o.v.focus(o.board) }

// at is whose opinion on what the keyboard is at.
func (o *opinions) at() (officer hearing.ID, b hearing.Ballot) {
	if o.board == nil || o.board.c >= len(o.officers) || o.board.r >= len(o.asked) {
		return "", hearing.Ballot{}
	}
	return o.officers[o.board.c].ID, o.asked[o.board.r]
}

func (o *opinions) current(h hearing.Hearing) hearing.Opinion {
	officer, b := o.at()
	return OpinionOf(h, officer, b)
}

func (o *opinions) edit(h *hearing.Hearing, do func(*hearing.Opinion)) {
	if officer, b := o.at(); officer != "" {
		EditOpinion(h, officer, b, do)
	}
}

// sameInRest records what the officer whom the keyboard is at said in the cases in
// which nothing is recorded yet, and goes on to the next officer.
func (o *opinions) sameInRest() {
	officer, _ := o.at()
	n := 0
	o.v.change("opinions", func(h *hearing.Hearing) { n = SameInRest(h, officer) })
	if n == 0 {
		return
	}
	o.v.sh.Say(words.T("已在其余各案记下同样的意见 {{.N}} 项，可用 Ctrl+Z 撤销", map[string]int{"N": n}))
	if o.board.c+1 < o.board.columns {
		o.board.to(0, o.board.c+1)
	}
	o.focus()
}

// show makes the grid anew only when there are other officers or ballots.
func (o *opinions) show(h hearing.Hearing) {
	here, absent := Bench(h)
	o.officers, o.asked = here, h.Ballots()
	shape := shapeOf(o.v, h, o.asked)
	for _, p := range here {
		shape = append(shape, p.ID, hearing.ID(o.name(p)))
	}
	if o.board == nil || !slices.Equal(shape, o.shape) {
		o.shape = shape
		o.build(h)
	}
	o.count(h)
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

// count says how each ballot stands, and how many opinions a case has.
func (o *opinions) count(h hearing.Hearing) {
	given := map[hearing.ID]int{}
	all := map[hearing.ID]int{}
	for i, b := range o.asked {
		if i < len(o.tallies) {
			say(o.tallies[i], Verdict(h, b))
		}
		for _, p := range o.officers {
			all[b.Case]++
			if OpinionOf(h, p.ID, b).Stance != "" {
				given[b.Case]++
			}
		}
	}
	for i, c := range o.caseOf {
		c.show(given[c.of], all[c.of])
		o.jump(i, given[c.of], all[c.of])
	}
	hint := words.T("1 同意　2 不同意　3 其他　0 取消；方向键移动，回车写理由。记下一个后到同一听证员的下一问题；PgDn 下一步")
	if len(h.Cases) > 1 {
		hint = words.T("1 同意　2 不同意　3 其他　0 取消　= 其余各案照此；方向键移动，回车写理由。记下一个后到同一听证员的下一问题；PgDn 下一步")
	}
	say(o.hint, hint)
}

func (o *opinions) name(p hearing.Participant) string {
	n, _ := Called(o.v.s.Dossier, p)
	return n
}

func (o *opinions) build(h hearing.Hearing) {
	was := o.board
	o.board = newBoard(len(o.officers), o.value, func(r, c, option int) {
		officer, b := o.officers[c].ID, o.asked[r]
		o.v.change("opinions", func(h *hearing.Hearing) { SetStance(h, officer, b, hearing.Stances[option]) })
	})
	if was != nil {
		o.board.r, o.board.c = was.r, was.c
	}
	o.board.moved = o.showDetail
	o.board.page, o.board.alike = o.v.page, o.sameInRest
	o.board.enter = func() { o.reason.Focus() }
	o.board.reveal = func(x fyne.CanvasObject) { reveal(o.scroll, x) }
	o.tallies, o.caseOf = nil, nil
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
	for i, b := range o.asked {
		if headed(h, o.asked, i) {
			o.caseOf = append(o.caseOf, o.v.newHead(b))
			o.board.head(o.caseOf[len(o.caseOf)-1].line)
		}
		left, tall, tally := questionOf(Asked(h, b), questionWidth)
		line.height = tall
		o.tallies = append(o.tallies, tally)
		o.board.add(line, stances(), left, nil)
	}
	o.layJumps(h)
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
	return slices.Index(hearing.Stances, OpinionOf(o.v.s.Value(), o.officers[c].ID, o.asked[r]).Stance)
}

func (o *opinions) showDetail() {
	h := o.v.s.Value()
	officer, b := o.at()
	if officer == "" {
		return
	}
	p, _ := h.Participant(officer)
	text := Asked(h, b)
	if len(h.Cases) > 1 && b.Case != "" {
		text = words.T("{{.Question}}（{{.Case}}）", map[string]string{"Question": text, "Case": o.v.causeOf(b.Case)})
	}
	if o.alike.Show(); h.Named(b) == "" {
		o.alike.Hide()
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
