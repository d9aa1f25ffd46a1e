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

// rulings is the part of the step 决定 that holds what was decided: in all cases at
// once, or in each, which are then listed; the fields are of the one that the
// keyboard is at.
type rulings struct {
	of      *decision
	top     *fyne.Container // whether the cases are decided each by itself, and their list
	apart   *field.Tick
	alike   *widget.Button
	cases   *fyne.Container
	list    *board
	said    []*widget.Label // of each case: what was decided, in short
	listed  []hearing.ID
	consent *fyne.Container
	asks    *widget.Label
	says    *field.Findings // findings of art. 16
	about   *widget.Label   // the case whose decision the fields have
	timing  *board
	on      *field.Date
	body    *field.Text // 处理决定
}

// current is the case whose decision is shown; empty is all at once.
func (r *rulings) current(h hearing.Hearing) hearing.ID {
	if !h.Differ() || r.list == nil || r.list.r >= len(h.Cases) {
		return ""
	}
	return h.Cases[r.list.r]
}

// ruling is what is shown.
func (r *rulings) ruling(h hearing.Hearing) hearing.Ruling {
	if of := r.current(h); of != "" {
		return h.RulingOf(of)
	}
	return h.Rulings()[0].Ruling
}

// edit changes what is shown.
func (r *rulings) edit(h *hearing.Hearing, do func(*hearing.Ruling)) {
	EditRuling(h, r.current(*h), do)
}

// choice asks, where there are several cases, whether each is decided by itself.
func (r *rulings) choice() fyne.CanvasObject {
	v := r.of.v
	r.apart = field.NewTick(words.T("各案分别决定"), false, func(yes bool) {
		v.change("outcome.cases", func(h *hearing.Hearing) { DecideApart(h, yes) })
	})
	r.alike = look.Quiet(words.T("尚未决定的各案照此"), theme.ContentCopyIcon(), func() {
		n := 0
		v.change("outcome.cases", func(h *hearing.Hearing) { n = DecideAlike(h, r.current(*h)) })
		v.sh.Say(words.T("已在 {{.N}} 个案件里记下同样的决定，可用 Ctrl+Z 撤销", map[string]int{"N": n}))
	})
	v.s.Allow("outcome.cases", r.apart, r.alike)
	r.about = strong("")
	r.cases = container.NewVBox()
	r.top = container.NewVBox(container.NewHBox(r.apart.Object()), r.cases, r.about)
	return r.top
}

// consentForm asks for the chief procurator's consent.
func (r *rulings) consentForm() *fyne.Container {
	d := r.of
	given := func(h hearing.Hearing) hearing.Approval { a, _ := h.Consent(r.current(h)); return a }
	edit := func(h *hearing.Hearing, do func(*hearing.Approval)) { EditConsent(h, r.current(*h), do) }
	by := d.person("approvals.non-adoption.by", func(h hearing.Hearing) hearing.ID { return given(h).By }, func(h *hearing.Hearing, id hearing.ID) {
		edit(h, func(a *hearing.Approval) { a.By = id })
	})
	on := d.date("approvals.non-adoption.on", func(h hearing.Hearing) calendar.Date { return given(h).On }, func(h *hearing.Hearing, day calendar.Date) {
		edit(h, func(a *hearing.Approval) { a.On = day })
	})
	note := d.text("approvals.non-adoption.note", 1, func(h hearing.Hearing) string { return given(h).Note }, func(h *hearing.Hearing, s string) {
		edit(h, func(a *hearing.Approval) { a.Note = s })
	})
	note.Hint(words.T("不采纳的理由"))
	r.says = field.NewFindings(d.v.s.Remedy())
	r.asks = strong(words.T("没有全部采纳多数意见：决定前须报请检察长同意"))
	r.asks.Importance = widget.WarningImportance
	box := container.NewVBox(r.asks, container.NewGridWithColumns(3, field.Row(words.T("同意人"), by), field.Row(words.T("同意日期"), on), field.Row(words.T("说明"), note)), r.says.Object)
	return container.NewStack(frame(box))
}

// fields are those of the decision itself.
func (r *rulings) fields() fyne.CanvasObject {
	d := r.of
	v := d.v
	r.timing = newBoard(1, func(int, int) int { return slices.Index(timings, r.ruling(v.s.Value()).Timing) }, func(_, _, o int) {
		v.change("outcome.timing", func(h *hearing.Hearing) { SetTiming(h, r.current(*h), timings[o], v.sh.Now(), v.zone()) })
	})
	r.timing.add(stepsLayout{}, timingOptions(), container.NewWithoutLayout(), nil)
	text := func(name string, of func(*hearing.Ruling) *string) *field.Text {
		return d.text(name, 3, func(h hearing.Hearing) string { x := r.ruling(h); return *of(&x) }, func(h *hearing.Hearing, s string) {
			r.edit(h, func(x *hearing.Ruling) { *of(x) = s })
		})
	}
	date := func(name string, of func(*hearing.Ruling) *calendar.Date) *field.Date {
		return d.date(name, func(h hearing.Hearing) calendar.Date { x := r.ruling(h); return *of(&x) }, func(h *hearing.Hearing, day calendar.Date) {
			r.edit(h, func(x *hearing.Ruling) { *of(x) = day })
		})
	}
	r.on = date("outcome.decided_on", func(x *hearing.Ruling) *calendar.Date { return &x.DecidedOn })
	r.body = text("outcome.decision", func(x *hearing.Ruling) *string { return &x.Decision })
	reasons := text("outcome.reasons", func(x *hearing.Ruling) *string { return &x.Reasons })
	agreement := text("outcome.agreement", func(x *hearing.Ruling) *string { return &x.Agreement })
	agreement.Hint(words.T("当事人当场达成的协议"))
	follow := text("outcome.follow_up", func(x *hearing.Ruling) *string { return &x.FollowUp })
	follow.Hint(words.T("要回访、督促的事"))
	r.body.Mend(v.s.Remedy())
	r.on.Mend(v.s.Remedy())
	told := date("outcome.announced_on", func(x *hearing.Ruling) *calendar.Date { return &x.ToldAt })
	return container.NewVBox(field.Columns(
		field.Section("", field.RowOf(words.T("决定方式"), r.timing), field.Row(words.T("决定日期"), r.on), field.Row(words.T("处理决定"), r.body), field.Row(words.T("理由"), reasons)),
		field.Section("", field.Row(words.T("告知当事人"), told), field.Row(words.T("达成协议"), agreement), field.Row(words.T("后续跟进"), follow))), container.NewHBox(r.alike))
}

func timingOptions() []option {
	out := make([]option, len(timings))
	for i, t := range timings {
		name := words.Of(t)
		out[i] = option{name, string([]rune(name)[:1]), theme.ColorNamePrimary}
	}
	return out
}

// show brings the part up to date, and reports whether it takes more room, or less.
func (r *rulings) show(h hearing.Hearing) bool {
	moved := false
	seen := func(o fyne.CanvasObject, shown bool) {
		moved = moved || o.Visible() != shown
		if o.Hide(); shown {
			o.Show()
		}
	}
	of := r.current(h)
	seen(r.top, len(h.Cases) > 1)
	r.apart.Set(h.Differ())
	seen(r.alike, h.Differ())
	seen(r.about, of != "")
	say(r.about, words.T("本案决定：{{.Case}}", map[string]string{"Case": r.of.v.causeOf(of)}))
	seen(r.consent, DepartsIn(h, of))
	s := r.of.v.s
	r.says.Set(s.FindingsOf("outcome.answers"))
	r.body.SetFindings(s.FindingsOf("outcome.decision"))
	r.on.SetFindings(s.FindingsOf("outcome.decided_on"))
	r.timing.show()
	return moved
}

// showCases lists the cases where each is decided by itself, and reports whether
// there are others than before.
func (r *rulings) showCases(h hearing.Hearing) bool {
	var listed []hearing.ID
	if h.Differ() {
		for _, c := range h.Cases {
			listed = append(listed, c, hearing.ID(r.of.v.causeOf(c)))
		}
	}
	moved := !slices.Equal(listed, r.listed)
	if moved {
		r.listed = listed
		r.buildCases(h)
	}
	for i, l := range r.said {
		text := Decision(h.RulingOf(h.Cases[i]))
		l.Importance = widget.LowImportance
		if LacksConsent(h, h.Cases[i]) {
			text, l.Importance = words.T("未报检察长同意　{{.Decision}}", map[string]string{"Decision": text}), widget.WarningImportance
		}
		say(l, text)
	}
	if r.list != nil {
		r.list.show()
	}
	return moved
}

func (r *rulings) buildCases(h hearing.Hearing) {
	v := r.of.v
	r.said, r.list = nil, nil
	r.cases.RemoveAll()
	if !h.Differ() {
		return
	}
	r.list = newBoard(1, func(row, _ int) int {
		h := v.s.Value()
		if row >= len(h.Cases) {
			return -1
		}
		return slices.Index(timings, h.RulingOf(h.Cases[row]).Timing)
	}, func(row, _, o int) {
		v.change("outcome.timing", func(h *hearing.Hearing) { SetTiming(h, h.Cases[row], timings[o], v.sh.Now(), v.zone()) })
	})
	at := -1
	r.list.moved = func() {
		if r.list.r != at {
			at = r.list.r
			v.update()
		}
	}
	r.list.enter = func() {
		reveal(r.of.whole, r.body.Object())
		r.body.Focus()
	}
	r.list.page = v.page
	r.list.reveal = func(o fyne.CanvasObject) { reveal(r.of.whole, o) }
	for _, c := range h.Cases {
		said := grey("")
		r.said = append(r.said, said)
		left := strong(v.causeOf(c))
		left.TextStyle.Bold = false
		r.list.add(lineLayout{left: 400, most: 240, cells: 1}, timingOptions(), left, said)
	}
	r.cases.Add(r.list)
	r.cases.Refresh()
}

// Decision is what was decided in one line: the day and the text.
func Decision(r hearing.Ruling) string {
	switch {
	case r.DecidedOn.IsZero() && r.Decision == "":
		return words.T("还没有决定")
	case r.DecidedOn.IsZero():
		return r.Decision
	case r.Decision == "":
		return words.Day(r.DecidedOn)
	}
	return words.Day(r.DecidedOn) + "　" + r.Decision
}
