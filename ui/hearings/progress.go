package hearings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// progress is the hearing's state in the head: where it stands, what can
// follow, and what usually does. It is the only control that changes it.
type progress struct {
	p      *page
	id     hearing.ID
	object fyne.CanvasObject
	below  *fyne.Container // what stands in the way, or the reason that is asked for

	sel    *widget.Select
	states []hearing.State // of sel's options; the first is the present one
	next   *widget.Button
	second *widget.Button
	to     [2]hearing.State // where the two buttons lead
	asked  hearing.State    // the state that was asked for and is not reached
	blocks *field.Findings
	silent bool
}

func newProgress(p *page) *progress {
	g := &progress{p: p, below: container.NewStack()}
	g.sel = widget.NewSelect(nil, func(string) {
		if i := g.sel.SelectedIndex(); !g.silent && i > 0 {
			g.take(g.states[i])
		}
	})
	g.next = look.Primary("", nil, func() { g.take(g.to[0]) })
	g.second = look.Quiet("", nil, func() { g.take(g.to[1]) })
	p.s.Allow("state", g.sel, g.next, g.second)
	label := widget.NewLabel(words.T("进度"))
	label.Importance = widget.LowImportance
	g.object = container.NewCenter(container.NewHBox(container.NewHBox(label, container.NewGridWrap(fyne.NewSize(stateWidth(), g.sel.MinSize().Height), g.sel)), g.second, g.next))
	g.blocks = field.NewFindings(p.s.Leading()).Fold(3)
	g.below.Hide()
	return g
}

// stateWidth is what the longest name of a state needs: a hearing's head does
// not jump from one to another.
func stateWidth() float32 {
	w := float32(0)
	for _, s := range hearing.States {
		w = max(w, fyne.MeasureText(words.Of(s), theme.TextSize(), fyne.TextStyle{}).Width)
	}
	return w + theme.IconInlineSize() + 4*theme.InnerPadding()
}

// show shows where the hearing stands and what can follow.
func (g *progress) show() {
	h := g.p.s.Value()
	if h.ID != g.id {
		g.id = h.ID
		g.close() // what was asked was of another hearing
	}
	now := h.StateNow()
	states := []hearing.State{now}
	for _, t := range g.p.s.Steps {
		if t.To != now && !slices.Contains(states, t.To) {
			states = append(states, t.To)
		}
	}
	if !slices.Equal(states, g.states) {
		g.states = states
		names := make([]string, len(states))
		for i, v := range states {
			names[i] = words.Of(v)
		}
		g.sel.Options = names
	}
	g.silent = true
	g.sel.SetSelectedIndex(0)
	g.silent = false
	g.to = [2]hearing.State{sitting.Next(h, g.p.s.Steps), ""}
	switch {
	case now == hearing.Open && g.to[0] == hearing.Recess:
		g.to[1] = hearing.Closed
	case now == hearing.Open:
		g.to[1] = hearing.Recess
	case now == hearing.Recess:
		g.to[1] = hearing.Closed
	}
	for i, b := range []*widget.Button{g.next, g.second} {
		t, ok := g.p.s.Step(g.to[i])
		b.Hidden = !ok || g.to[i] == now // what can follow is not judged yet
		b.Icon = nil
		if g.asked == "" && i == 0 {
			b.Importance = widget.HighImportance
		} else {
			b.Importance = widget.LowImportance // the button below is the one to press now
		}
		if len(t.Blocks) > 0 {
			b.Icon = theme.WarningIcon() // it says first what stands in the way
		}
		b.SetText(sitting.Verb(now, g.to[i]))
	}
}

// judged brings what stands in the way up to date.
func (g *progress) judged() {
	g.show()
	if g.asked != "" && !sitting.Asks(g.asked) {
		g.block(g.asked)
	}
}

// take takes the hearing into another state, or says what that needs.
func (g *progress) take(to hearing.State) {
	g.close()
	if sitting.Asks(to) {
		g.ask(to)
	} else if len(g.p.s.Turn(to, hearing.Why{})) > 0 {
		g.block(to)
	}
	g.show()
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
	g.p.top.Refresh()
}

// block shows what stands in the way of a state, each with its remedy; once
// nothing does, the button that goes on.
func (g *progress) block(to hearing.State) {
	from := g.p.s.Value().StateNow()
	found := sitting.Blocks(g.p.s.Guard(to))
	first := g.asked == ""
	g.asked = to
	g.blocks.Set(found)
	text := words.T("现在还不能改为“{{.State}}”，先处理这 {{.N}} 项：", map[string]any{"State": words.Of(to), "N": len(found)})
	title := widget.NewLabel(text)
	title.TextStyle.Bold = true
	buttons := container.NewHBox(look.Quiet(words.T("收起"), theme.CancelIcon(), g.close))
	if len(found) == 0 {
		title.SetText(words.T("可以改为“{{.State}}”了。", map[string]string{"State": words.Of(to)}))
		buttons.Add(look.Primary(sitting.Verb(from, to), theme.ConfirmIcon(), func() { g.take(to) }))
	}
	head := container.NewBorder(nil, nil, nil, buttons, title)
	if first || len(g.below.Objects) > 0 {
		g.put(container.NewBorder(head, nil, nil, nil, field.Bounded(g.blocks.Object)))
	}
}

// ask asks why the hearing is postponed or cancelled, and who approved it.
func (g *progress) ask(to hearing.State) {
	g.asked = to
	var why hearing.Why
	r := g.p.s.Remedy()
	chief := field.Option{}
	if to == hearing.Cancelled {
		chief = r.Approver()
	}
	why.By = chief.ID
	by := field.NewPick(r.Run, r.Find, chief, func(o field.Option) {
		g.p.s.Remember(o)
		why.By = o.ID
	}, nil).Hint(words.T("批准人"))
	text := field.NewText("", func(s string) { why.Reason = strings.TrimSpace(s) }).Hint(words.T("写明原因，例如听证员不足"))
	usual := usualReasons(func(s string) { why.Reason = s; text.Set(s) })
	done := func() {
		if why.Reason == "" {
			text.SetError(words.T("请写明原因。"))
			text.Focus()
			return
		}
		if len(g.p.s.Turn(to, why)) > 0 {
			g.block(to)
			return
		}
		g.close()
		g.show()
	}
	text.OnEnter(done)
	title := widget.NewLabel(words.T("改为“{{.State}}”的原因", map[string]string{"State": words.Of(to)}))
	title.TextStyle.Bold = true
	buttons := container.NewHBox(look.Quiet(words.T("不改"), theme.CancelIcon(), g.close), look.Primary(sitting.Verb(g.p.s.Value().StateNow(), to), theme.ConfirmIcon(), done))
	g.put(container.NewVBox(container.NewBorder(nil, nil, nil, buttons, title),
		container.New(shares{4, 2, 3}, field.Row(words.T("原因"), text), usual, field.Row(words.T("批准人"), by))))
	text.Focus()
}

// A reason is one for which hearings are usually put off.
type reason hearing.Term

// Term names it.
func (r reason) Term() hearing.Term { return hearing.Term(r) }

// usualReasons offers the reasons that a change notice prints, in its words.
func usualReasons(take func(string)) *widget.Select {
	var names []string
	for _, r := range hearing.PostponeReasons {
		names = append(names, words.Of(reason(r)))
	}
	s := widget.NewSelect(names, nil)
	s.PlaceHolder = words.T("常见原因")
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i >= 0 {
			take(hearing.PostponeReasons[i].Zh)
		}
	}
	return s
}

// shares sets objects side by side in parts of the width.
type shares []float32

// MinSize is as high as the highest.
func (s shares) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(400, h)
}

// Layout gives each its part.
func (s shares) Layout(o []fyne.CanvasObject, size fyne.Size) {
	all, x := float32(0), float32(0)
	for _, p := range s {
		all += p
	}
	for i, p := range s {
		w := (size.Width - theme.Padding()*float32(len(s)-1)) * p / all
		o[i].Resize(fyne.NewSize(w, o[i].MinSize().Height))
		o[i].Move(fyne.NewPos(x, 0))
		x += w + theme.Padding()
	}
}
