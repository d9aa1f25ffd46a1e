package announcement

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// progress is the state of the announcement in the head: where it stands, what
// can follow, and what usually does. It is the only control that changes it.
type progress struct {
	p      *page
	object fyne.CanvasObject
	below  *fyne.Container // what stands in the way, or the reason that is asked for
	sel    *widget.Select
	states []hearing.State // of sel's options; the first is the present one
	next   *widget.Button
	asked  hearing.State // what was asked for and is not reached
	of     hearing.ID    // the announcement of which it was asked
	blocks *field.Findings
	silent bool
}

func newProgress(p *page) *progress {
	g := &progress{p: p, below: container.NewStack(), blocks: field.NewFindings(p.leading()).Fold(3)}
	g.sel = widget.NewSelect(nil, func(string) {
		if i := g.sel.SelectedIndex(); !g.silent && i > 0 {
			g.take(g.states[i])
		}
	})
	g.next = look.Primary("", nil, func() { g.take(g.following()) })
	p.e.Allow("state", g.sel, g.next)
	label := widget.NewLabel(words.T("进度"))
	label.Importance = widget.LowImportance
	g.object = container.NewCenter(container.NewHBox(label, g.sel, g.next))
	g.below.Hide()
	return g
}

// following is what usually follows; empty where nothing does.
func (g *progress) following() hearing.State {
	if len(g.p.steps) == 0 || g.p.e.Value().StateNow() == hearing.Archived {
		return ""
	}
	return g.p.steps[0].To
}

// show shows where the announcement stands and what can follow.
func (g *progress) show() {
	a := g.p.e.Value()
	if a.ID != g.of {
		g.of = a.ID
		g.close()
	}
	now := a.StateNow()
	g.states = []hearing.State{now}
	names := []string{words.Of(now)}
	for _, t := range g.p.steps {
		if !slices.Contains(g.states, t.To) {
			g.states, names = append(g.states, t.To), append(names, words.Of(t.To))
		}
	}
	g.silent = true
	g.sel.Options = names
	g.sel.SetSelectedIndex(0)
	g.silent = false
	to := g.following()
	g.next.Hidden = to == ""
	g.next.Icon = nil
	if i := slices.IndexFunc(g.p.steps, func(t rules.Transition) bool { return t.To == to }); i >= 0 && len(g.p.steps[i].Blocks) > 0 {
		g.next.Icon = theme.WarningIcon() // it says first what stands in the way
	}
	g.next.SetText(Verb(now, to))
}

// judged brings what stands in the way up to date.
func (g *progress) judged() {
	g.show()
	if g.asked != "" && !sitting.Asks(g.asked) {
		g.block(g.asked)
	}
}

// take takes the announcement into another state, or says what that needs.
func (g *progress) take(to hearing.State) {
	g.close()
	switch {
	case to == "":
	case sitting.Asks(to):
		g.ask(to)
	case !g.turn(to, hearing.Why{}):
		g.block(to)
	}
	g.show()
}

// guard is what stands in the way of a state as the form shows the record.
func (g *progress) guard(to hearing.State) []hearing.Finding {
	book, err := g.p.sh.Book()
	if err != nil {
		g.p.sh.Fail(err)
		return nil
	}
	d, a := g.p.dossier, g.p.e.Value()
	d.Announcement = &a
	return book.Guard(d, to, g.p.sh.Now(), words.Language())
}

// turn changes the state, unless something stands in the way.
func (g *progress) turn(to hearing.State, why hearing.Why) bool {
	guard := g.guard(to)
	if len(sitting.Blocks(guard)) > 0 {
		return false
	}
	v := map[string]any{"Action": Verb(g.p.e.Value().StateNow(), to), "N": len(guard)}
	g.p.e.Change("state", func(a *hearing.Announcement) { *a = Into(*a, to, why, g.p.today()) })
	g.p.form.Show()
	if len(guard) > 0 {
		g.p.sh.Say(words.T("{{.Action}}，还有 {{.N}} 项提醒；可用 Ctrl+Z 撤销", v))
	} else {
		g.p.sh.Say(words.T("{{.Action}}，可用 Ctrl+Z 撤销", v))
	}
	return true
}

// close takes away what stands below the head.
func (g *progress) close() {
	g.asked = ""
	g.put(nil)
}

func (g *progress) put(o fyne.CanvasObject) {
	g.below.Objects = nil
	g.below.Hidden = o == nil
	if o != nil {
		g.below.Objects = []fyne.CanvasObject{look.Card(o)}
	}
	g.below.Refresh()
	if g.p.frame != nil {
		g.p.lay()
	}
}

// block shows what stands in the way of a state, each with its remedy; once
// nothing does, the button that goes on.
func (g *progress) block(to hearing.State) {
	found := sitting.Blocks(g.guard(to))
	g.asked = to
	g.blocks.Set(found)
	title := widget.NewLabel(words.T("现在还不能改为“{{.State}}”，先处理这 {{.N}} 项：", map[string]any{"State": words.Of(to), "N": len(found)}))
	title.TextStyle.Bold = true
	buttons := container.NewHBox(look.Quiet(words.T("收起"), theme.CancelIcon(), g.close))
	if len(found) == 0 {
		title.SetText(words.T("可以改为“{{.State}}”了。", map[string]string{"State": words.Of(to)}))
		buttons.Add(look.Primary(Verb(g.p.e.Value().StateNow(), to), theme.ConfirmIcon(), func() { g.take(to) }))
	}
	g.put(container.NewBorder(container.NewBorder(nil, nil, nil, buttons, title), nil, nil, nil, field.Bounded(g.blocks.Object)))
}

// ask asks why the announcement is put off or cancelled, and who approved it.
func (g *progress) ask(to hearing.State) {
	g.asked = to
	why := hearing.Why{}
	by := field.NewPick(g.p.sh.Work, g.p.remedy.Find, field.Option{}, func(o field.Option) { why.By = g.p.choose(o)[0] }, nil).Hint(words.T("批准人"))
	var text *field.Text
	done := func() {
		switch {
		case why.Reason == "":
			text.SetError(words.T("请写明原因。"))
			text.Focus()
		case g.turn(to, why):
			g.close()
			g.show()
		default:
			g.block(to)
		}
	}
	text = field.NewText("", func(s string) { why.Reason = strings.TrimSpace(s) }).Hint(words.T("写明原因")).OnEnter(done)
	title := widget.NewLabel(words.T("改为“{{.State}}”的原因", map[string]string{"State": words.Of(to)}))
	title.TextStyle.Bold = true
	buttons := container.NewHBox(look.Quiet(words.T("不改"), theme.CancelIcon(), g.close), look.Primary(Verb(g.p.e.Value().StateNow(), to), theme.ConfirmIcon(), done))
	g.put(container.NewVBox(container.NewBorder(nil, nil, nil, buttons, title), container.New(field.Shares{2, 1}, field.Row(words.T("原因"), text), field.Row(words.T("批准人"), by))))
	text.Focus()
}
