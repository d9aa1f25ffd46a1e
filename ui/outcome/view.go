package outcome

import (
	"errors"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// The steps of the page, in the order of a hearing.
const (
	stepAttendance = iota
	stepOpinions
	stepDecision
	stepAllowances
	stepNotary
)

// A step is one part of the page. It is made when it is first looked at.
type step interface {
	object() fyne.CanvasObject
	focus()                 // puts the keyboard where one begins
	show(h hearing.Hearing) // brings it up to date
}

// A view is the tab with its widgets.
type view struct {
	sh       *shell.Shell
	s        *sitting.Sitting
	desk     Desk
	id       hearing.ID
	names    map[hearing.ID]string // of people chosen here, before the dossier knows them
	steps    map[int]step
	at       int
	bar      *bar
	choose   *board // the steps, to go to with one click or the keys 1 to 5
	choices  int    // how many steps there are
	head     *fyne.Container
	stage    *fyne.Container
	problem  *widget.Label
	found    *field.Findings
	whole    *fyne.Container
	state    hearing.State // when it was shown last
	entering bool          // the keyboard is to go into it
}

// New returns the tab 结果 of the open hearing.
func New(sh *shell.Shell, s *sitting.Sitting, desk Desk) fyne.CanvasObject {
	v := &view{sh: sh, s: s, desk: desk, names: map[hearing.ID]string{}, steps: map[int]step{}, head: container.NewVBox(), stage: container.NewStack()}
	v.bar = newBar(v)
	v.problem = widget.NewLabel("")
	v.problem.Importance, v.problem.Wrapping = widget.DangerImportance, words.Wrap()
	v.problem.Hide()
	v.found = field.NewFindings(s.Remedy()).Fold(1)
	top := container.NewPadded(container.NewVBox(v.bar.object, v.problem, v.head))
	s.OnSeek(v.seek)
	s.OnShow(v.update)
	s.OnJudged(v.update)
	s.OnState(v.wrong)
	s.OnEnter("outcome", v.enter)
	v.whole = container.NewBorder(top, container.NewPadded(v.found.Object), nil, nil, v.stage)
	if s.ID() != "" {
		v.update()
	}
	return v.whole
}

// update shows the hearing as it is now.
func (v *view) update() {
	h := v.s.Value()
	if h.ID != v.id {
		v.id = h.ID
		v.steps = map[int]step{}
		v.at = first(h)
	} else if now := h.StateNow(); now != v.state {
		v.at = follow(v.at, h)
	}
	v.state = h.StateNow()
	v.bar.show(h)
	v.header(h)
	v.current().show(h)
	v.findings()
	if v.entering {
		v.entering = false
		v.current().focus()
	}
}

// enter puts the keyboard into the step that is shown, once the hearing is read.
func (v *view) enter() {
	if v.entering = true; v.id != "" && v.id == v.s.ID() {
		v.update()
	}
}

// first is the step that a presider needs next.
func first(h hearing.Hearing) int {
	_, open, _ := Came(h)
	switch h.StateNow() {
	case hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived:
		if given, all := Given(h); given < all {
			return stepOpinions
		}
		return stepDecision
	case hearing.Recess:
		return stepOpinions
	case hearing.Open, hearing.Suspended:
		if open == 0 && len(h.Participants) > 0 {
			return stepOpinions
		}
	}
	return stepAttendance
}

// follow is the step that a new state needs, seen from the one that is shown.
func follow(at int, h hearing.Hearing) int {
	switch h.StateNow() {
	case hearing.Recess, hearing.Closed:
		return first(h)
	case hearing.Decided:
		return stepDecision
	}
	return at
}

// current is the step that is looked at.
func (v *view) current() step {
	at := v.steps[v.at]
	if at == nil {
		switch v.at {
		case stepOpinions:
			at = newOpinions(v)
		case stepDecision:
			at = newDecision(v)
		case stepAllowances:
			at = newAllowances(v)
		case stepNotary:
			at = newNotary(v)
		default:
			at = newAttendance(v)
		}
		v.steps[v.at] = at
	}
	if len(v.stage.Objects) == 0 || v.stage.Objects[0] != at.object() {
		v.stage.Objects = []fyne.CanvasObject{at.object()}
		v.stage.Refresh()
	}
	return at
}

// turn goes to another step.
func (v *view) turn(to int) {
	if to < 0 || to >= v.choices || to == v.at {
		return
	}
	v.at = to
	v.update()
	v.current().focus()
}

// page goes to the next step, or to the one before.
func (v *view) page(by int) { v.turn(v.at + by) }

// focus puts the keyboard into a board, also one that was not drawn yet.
func (v *view) focus(b *board) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.stage)
	if c == nil {
		c = v.sh.Window.Canvas()
	}
	c.Focus(b)
}

// header names the steps with how far each is.
func (v *view) header(h hearing.Hearing) {
	n := stepNotary
	if len(h.Notary) > 0 || len(h.InRole(hearing.NotaryRole)) > 0 {
		n = stepNotary + 1
	}
	if n != v.choices {
		v.choices = n
		v.at = min(v.at, n-1)
		v.choose = newBoard(1, func(int, int) int { return v.at }, func(_, _, o int) { v.turn(o) })
		options := make([]option, n)
		for i := range options {
			options[i] = option{tint: theme.ColorNamePrimary}
		}
		v.choose.page = v.page
		v.choose.add(stepsLayout{}, options, container.NewWithoutLayout(), nil)
		v.head.Objects = []fyne.CanvasObject{v.choose}
		v.head.Refresh()
	}
	here, _, people := Came(h)
	given, all := Given(h)
	texts := []string{counted(words.T("到场"), here, people), counted(words.T("评议意见"), given, all), words.T("决定"), words.T("保障费"), words.T("公证")}
	switch done, of := Decided(h); {
	case done == of:
		texts[stepDecision] += " ✓"
	case of > 1:
		texts[stepDecision] = counted(texts[stepDecision], done, of)
	}
	v.choose.lines[0].cells[0].rename(texts[:n])
	v.choose.show()
}

func counted(name string, n, of int) string {
	if of == 0 {
		return name
	}
	return name + " " + strconv.Itoa(n) + "/" + strconv.Itoa(of)
}

// stepsLayout gives the steps a width in which they read as one control.
type stepsLayout struct{}

// MinSize is one line.
func (stepsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, cellHeight+2) }

// Layout sets the one cell at the left.
func (stepsLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[1].Resize(fyne.NewSize(min(s.Width, 640), cellHeight))
	o[1].Move(fyne.NewPos(0, 1))
}

func (v *view) zone() *time.Location {
	if z := v.s.Dossier.Zone; z != nil {
		return z
	}
	return words.Zone()
}

func (v *view) nameOf(person hearing.ID) string {
	if n := v.s.Dossier.Person(person).Name; n != "" {
		return n
	}
	return v.names[person]
}

// change changes the hearing, and shows what follows from it.
func (v *view) change(name string, do func(*hearing.Hearing)) {
	v.s.Change(name, do)
	v.update()
}

// wrong says why the hearing could not be saved.
func (v *view) wrong(st edit.State) {
	var clash *hearing.ClashError
	text := ""
	if st.Err != nil && !errors.As(st.Err, &clash) {
		text = words.Error(st.Err)
	}
	if text != v.problem.Text {
		v.problem.SetText(text)
		v.problem.Hidden = text == ""
		v.problem.Refresh()
	}
}

// A bar says that the letters of the result can be printed.
type bar struct {
	v      *view
	text   *widget.Label
	object *fyne.Container
}

func newBar(v *view) *bar {
	b := &bar{v: v, text: widget.NewLabel("")}
	b.object = container.NewHBox(b.text, look.Quiet(words.T("去打印"), theme.DocumentPrintIcon(), func() {
		v.sh.Go(shell.Place{Kind: shell.Hearing, ID: v.s.ID(), Tab: "papers", Paper: "20"})
	}))
	b.object.Hide()
	return b
}

func (b *bar) show(h hearing.Hearing) {
	n := Letters(h)
	b.text.SetText(words.T("告知函 20 已可打印：{{.N}} 份", map[string]int{"N": n}))
	if b.object.Hidden != (n == 0) {
		b.object.Hidden = n == 0
		b.v.whole.Refresh()
	}
}

// tab goes to another part of the hearing's page.
func (v *view) tab(name string) {
	v.sh.Go(shell.Place{Kind: shell.Hearing, ID: v.s.ID(), Tab: name})
}
