package outcome

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// allowances is the step 保障费: what each who served is paid. Enter goes from one
// cell to the next.
type allowances struct {
	form
	shape  []string // who has a row, and who has none
	rows   []*payRow
	away   []hearing.Participant // who did not come
	list   *fyne.Container
	sums   []*sumRow
	hint   *widget.Label
	fill   *widget.Button
	like   *widget.Button
	signed *widget.Button
	note   *widget.Label
	scroll *container.Scroll
	whole  fyne.CanvasObject
}

func newAllowances(v *view) *allowances {
	a := &allowances{form: form{v: v}, list: container.New(layout.NewCustomPaddedVBoxLayout(0)), hint: look.Hint(""), note: look.Hint("")}
	a.fill = widget.NewButtonWithIcon(words.T("按标准填写"), theme.ConfirmIcon(), a.byStandard)
	a.like = widget.NewButtonWithIcon(words.T("其余照第一行"), theme.ContentCopyIcon(), a.likeFirst)
	out := look.Quiet(words.T("打印发放表"), theme.DocumentPrintIcon(), func() {
		v.sh.Go(shell.Place{Kind: shell.Hearing, ID: v.s.ID(), Tab: "papers", Paper: "36"})
	})
	a.signed = look.Quiet(words.T("都已签领"), theme.ConfirmIcon(), a.allSigned)
	clerk := a.person("allowances.claimed_by", func(h hearing.Hearing) hearing.ID { return h.Allowances.ClaimedBy }, func(h *hearing.Hearing, id hearing.ID) { h.Allowances.ClaimedBy = id })
	claimed := a.date("allowances.claimed_on", func(h hearing.Hearing) calendar.Date { return h.Allowances.ClaimedOn }, func(h *hearing.Hearing, d calendar.Date) { h.Allowances.ClaimedOn = d })
	foot := container.NewGridWithColumns(3, field.Row(words.T("经办人"), clerk), field.Row(words.T("申领日期"), claimed), container.NewHBox(layout.NewSpacer(), a.signed, out))
	top := container.NewBorder(nil, nil, nil, container.NewHBox(a.fill, a.like), a.hint)
	a.scroll = look.Scroll(container.NewVBox(a.list, a.note))
	a.whole = container.NewBorder(container.NewPadded(top), container.NewPadded(frame(foot)), nil, nil, a.scroll)
	return a
}

// law is the office's rule table; nil where it cannot be read, which was said when
// the findings were made.
func (a *allowances) law() *rules.Table {
	book, err := a.v.sh.Book()
	if err != nil {
		return nil
	}
	return book.Table(a.v.s.Dossier.Office)
}

func (a *allowances) day() calendar.Date { return DayOf(a.v.s.Value(), a.v.sh.Now(), a.v.zone()) }

// focus puts the cursor into the first cell.
func (a *allowances) focus() {
	if len(a.rows) > 0 {
		a.rows[0].cells[0].Focus()
	}
}

func (a *allowances) object() fyne.CanvasObject { return a.whole }

// show makes the rows anew only when others are paid.
func (a *allowances) show(h hearing.Hearing) {
	a.away = Unpaid(h)
	var shape []string
	for _, p := range h.Payees() {
		name, part := Called(a.v.s.Dossier, p)
		shape = append(shape, string(p.ID), name, part)
	}
	shape = append(shape, "|")
	for _, p := range a.away {
		name, _ := Called(a.v.s.Dossier, p)
		shape = append(shape, string(p.ID), name, h.Allowance(p.ID).Sum().String())
	}
	if !slices.Equal(shape, a.shape) {
		a.shape = shape
		a.build(h)
	}
	for _, r := range a.rows {
		r.show(h)
	}
	for _, s := range a.sums {
		s.show(h)
	}
	a.offer(h)
	a.form.show(h)
	a.list.Refresh()
	a.scroll.Refresh()
}

// offer says what can be filled in at once.
func (a *allowances) offer(h hearing.Hearing) {
	law, text := a.law(), ""
	if law != nil {
		text = Standards(h, a.v.s.Dossier, law, a.day())
	}
	set := func(b *widget.Button, on bool) {
		if on && a.v.s.Barred("allowances") == nil {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	next := h
	set(a.fill, text != "" && ByStandard(&next, a.v.s.Dossier, law, a.day()) > 0)
	next = h
	set(a.like, LikeFirst(&next) > 0)
	next = h
	set(a.signed, AllSigned(&next, a.v.s.Today()) > 0)
	if text == "" {
		text = words.T("本院还没有定标准（在设置的规则文件里写 standards）。金额以元计，回车到下一格。")
	}
	say(a.hint, text)
	say(a.note, words.T("人民监督员的补助由司法行政机关发放，不列入本表；参加活动后三十个工作日内申报（DL29）。"))
}

func (a *allowances) build(h hearing.Hearing) {
	a.rows, a.sums = nil, nil
	a.list.RemoveAll()
	payees := h.Payees()
	for _, role := range []hearing.Role{hearing.Officer, hearing.Expert} {
		of := slices.DeleteFunc(slices.Clone(payees), func(p hearing.Participant) bool { return p.Role != role })
		if len(of) == 0 {
			continue
		}
		a.list.Add(payHead(role))
		a.list.Add(widget.NewSeparator())
		for _, p := range of {
			r := newPayRow(a, len(a.rows), p)
			a.rows = append(a.rows, r)
			a.list.Add(r.object)
		}
		s := newSumRow(role)
		a.sums = append(a.sums, s)
		a.list.Add(widget.NewSeparator())
		a.list.Add(s.object)
	}
	for _, p := range a.away {
		a.list.Add(a.notPaid(h, p))
	}
	if len(payees) == 0 {
		a.list.Add(look.Empty(words.T("还没有到场的听证员。记录到场以后，在这里填写每人的交通费、食宿费和劳务费。"), nil))
	}
}

// notPaid is the line of one who did not come: nothing can be entered, and what was
// is shown to be taken away.
func (a *allowances) notPaid(h hearing.Hearing, p hearing.Participant) fyne.CanvasObject {
	name, _ := Called(a.v.s.Dossier, p)
	sum := h.Allowance(p.ID).Sum()
	if sum == 0 {
		return grey(words.T("{{.Who}} 没有到场，不列入。", map[string]string{"Who": name}))
	}
	l := grey(words.T("{{.Who}} 没有到场，却填了 {{.Sum}} 元，不计入合计。", map[string]string{"Who": name, "Sum": sum.Fixed()}))
	l.Importance = widget.WarningImportance
	drop := look.Quiet(words.T("清除"), theme.DeleteIcon(), func() {
		a.v.change("allowances", func(h *hearing.Hearing) {
			h.EditAllowance(p.ID, func(x *hearing.Allowance) { *x = hearing.Allowance{Participant: p.ID} })
		})
	})
	edit.Bar(a.v.s.Barred("allowances"), drop)
	return container.NewBorder(nil, nil, nil, drop, l)
}

func (a *allowances) byStandard() {
	law, n := a.law(), 0
	a.v.change("allowances", func(h *hearing.Hearing) { n = ByStandard(h, a.v.s.Dossier, law, a.day()) })
	a.v.sh.Say(words.T("已按标准为 {{.N}} 人填写，可用 Ctrl+Z 撤销", map[string]int{"N": n}))
}

func (a *allowances) likeFirst() {
	n := 0
	a.v.change("allowances", func(h *hearing.Hearing) { n = LikeFirst(h) })
	a.v.sh.Say(words.T("已照第一行为 {{.N}} 人填写，可用 Ctrl+Z 撤销", map[string]int{"N": n}))
}

func (a *allowances) allSigned() {
	n := 0
	a.v.change("allowances", func(h *hearing.Hearing) { n = AllSigned(h, a.v.s.Today()) })
	a.v.sh.Say(words.T("已为 {{.N}} 人记录签领，可用 Ctrl+Z 撤销", map[string]int{"N": n}))
}

// next puts the cursor into the cell behind one; behind the last it stays.
func (a *allowances) next(row, cell int) {
	if cell++; cell == len(hearing.Pays) {
		row, cell = row+1, 0
	}
	if row < len(a.rows) {
		a.rows[row].cells[cell].Focus()
		reveal(a.scroll, a.rows[row].object)
	}
}
