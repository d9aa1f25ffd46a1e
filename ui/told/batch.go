package told

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

// A batch is the line at the top that records the same for several people.
type batch struct {
	v        *view
	day      calendar.Date
	method   hearing.TellMethod
	by       hearing.ID
	received bool // on the same day

	what     *widget.RadioGroup
	date     *field.Date
	methods  *field.Choice[hearing.TellMethod]
	picker   *field.Pick
	at       *field.Tick
	all      *widget.Button
	done     *widget.Button
	receipt  *widget.Button
	problem  *widget.Label
	object   fyne.CanvasObject
	quiet    bool
	started  bool // the teller was suggested
	settable bool // the day can be read
}

func newBatch(v *view) *batch {
	b := &batch{v: v, day: v.s.Today(), method: hearing.ByHand, received: true, settable: true}
	names := []string{words.T("听证通知"), words.T("处理结果（20）")}
	b.what = widget.NewRadioGroup(names, func(string) {
		if b.quiet {
			return
		}
		v.turn(b.what.Selected == names[1])
		v.ticked, v.open = map[hearing.ID]bool{}, ""
		v.update()
	})
	b.what.Horizontal, b.what.Required = true, true
	b.date = field.NewDate(b.day, b.day, func(_ string, d calendar.Date, err error) {
		b.settable = err == nil && !d.IsZero()
		b.day = d
		b.update()
	})
	b.methods = field.NewChoice(hearing.TellMethods, b.method, func(m hearing.TellMethod) {
		b.method, b.received = m, AtOnce(m)
		b.at.Set(b.received)
	})
	b.at = field.NewTick(words.T("当天收到"), true, func(on bool) { b.received = on })
	b.picker = field.NewPick(v.sh.Work, lookup.FindPeople(v.desk), field.Option{}, func(o field.Option) {
		b.by = o.ID
		v.names[o.ID] = o.Name
	}, nil)
	b.all = look.Quiet("", theme.CheckButtonCheckedIcon(), b.tickAll)
	b.done = look.Primary("", theme.ConfirmIcon(), b.tell)
	b.receipt = widget.NewButtonWithIcon(words.T("记为已收到"), theme.MailReplyIcon(), b.receive)
	b.problem = widget.NewLabel("")
	b.problem.Importance, b.problem.Wrapping = widget.DangerImportance, words.Wrap()
	b.problem.Hide()
	v.s.Allow("participants", b.date, b.methods, b.picker, b.at)
	fields := container.New(batchLayout{}, b.date.Object(), b.methods.Object(), b.picker.Object(), b.at.Object(), b.receipt, b.done)
	first := container.NewBorder(nil, nil, b.what, b.all, v.head)
	b.object = frame(container.NewVBox(first, fields, b.problem))
	return b
}

// begin suggests who tells: whoever takes the minutes.
func (b *batch) begin() {
	b.started = false
	b.by = ""
	b.day, b.settable = b.v.s.Today(), true
	b.date.Set(b.day)
	b.picker.Reset(field.Option{})
}

// mark shows what people are told of.
func (b *batch) mark() {
	b.quiet = true
	b.what.SetSelected(b.what.Options[b.v.purpose])
	b.quiet = false
}

// update says what the buttons do now.
func (b *batch) update() {
	if h := b.v.s.Value(); !b.started && b.v.s.Dossier.Hearing != nil {
		b.started = true
		b.by = h.Recorder
		if b.by == "" {
			b.by = h.Presider
		}
		b.picker.Reset(field.Option{ID: b.by, Name: b.v.nameOf(b.by)})
	}
	n, open := len(b.chosen()), 0
	for _, r := range b.v.rows {
		if todo(r) {
			open++
		}
	}
	b.all.SetText(words.T("勾选待告知的 {{.N}} 人", map[string]int{"N": open}))
	if open == 0 {
		b.all.SetText(words.T("没有待告知的人"))
	}
	if n > 0 {
		b.all.SetText(words.T("取消勾选"))
	}
	b.done.SetText(words.T("记为已告知（{{.N}}）", map[string]int{"N": n}))
	may := b.v.s.Barred("participants") == nil
	enable(b.all, may && (n > 0 || open > 0))
	enable(b.done, may && n > 0 && b.settable)
	enable(b.receipt, may && n > 0 && b.settable)
}

func enable(b *widget.Button, on bool) {
	if on {
		b.Enable()
		return
	}
	b.Disable()
}

// todo reports whether a participant is still to be told.
func todo(r Row) bool {
	return r.Again || r.Status == Waiting || r.Status == Soon || r.Status == Missing
}

func (b *batch) tickAll() {
	v := b.v
	if len(b.chosen()) > 0 {
		v.ticked = map[hearing.ID]bool{}
	} else {
		for _, r := range v.rows {
			v.ticked[r.ID] = todo(r)
		}
	}
	v.update()
}

// chosen lists who is ticked, in the order of the rows.
func (b *batch) chosen() []hearing.ID {
	var out []hearing.ID
	for _, r := range b.v.rows {
		if b.v.ticked[r.ID] {
			out = append(out, r.ID)
		}
	}
	return out
}

// tell records the same for everybody who is ticked, as one change.
func (b *batch) tell() {
	who := b.chosen()
	t := hearing.Told{SentOn: b.day, Method: b.method, By: b.by}
	if b.received {
		t.ReceivedOn = b.day
	}
	b.v.ticked = map[hearing.ID]bool{}
	b.v.change("told", func(h *hearing.Hearing) { Tell(h, who, t, b.v.purpose) })
	b.v.sh.Say(words.T("已为 {{.N}} 人记录告知，可用 Ctrl+Z 撤销", map[string]int{"N": len(who)}))
}

// receive fills in the day of receipt for everybody who is ticked.
func (b *batch) receive() {
	who, n := b.chosen(), 0
	next := b.v.s.Value()
	next.Participants = slices.Clone(next.Participants)
	for i := range next.Participants {
		next.Participants[i].Told = slices.Clone(next.Participants[i].Told)
	}
	if n = Receive(&next, who, b.day, b.v.purpose); n == 0 {
		b.v.sh.Say(words.T("勾选的人没有在这一天之前发出而未收到的记录"))
		return
	}
	b.v.ticked = map[hearing.ID]bool{}
	b.v.change("told", func(h *hearing.Hearing) { Receive(h, who, b.day, b.v.purpose) })
	b.v.sh.Say(words.T("已为 {{.N}} 人记录收到，可用 Ctrl+Z 撤销", map[string]int{"N": n}))
}

// wrong says why the hearing could not be saved.
func (b *batch) wrong(err error) {
	var clash *hearing.ClashError
	text := ""
	if err != nil && !errors.As(err, &clash) {
		text = words.Error(err)
	}
	if text == b.problem.Text {
		return
	}
	b.problem.SetText(text)
	b.problem.Hidden = text == ""
	b.problem.Refresh()
}

// frame sets fields apart from the rows by a thin line; their own grounds stay
// visible.
func frame(o fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = theme.Color(theme.ColorNameSeparator), 1, 6
	return container.NewStack(ground, container.NewPadded(container.NewPadded(o)))
}

// batchLayout sets the fields of the batch in one line.
type batchLayout struct{}

var batchWidths = []float32{170, 160, 220, 110, 0, 0}

// MinSize is as high as the highest.
func (batchLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(700, h)
}

// Layout sets fields from the left, and the two buttons at the right.
func (batchLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x, gap := float32(0), theme.Padding()*2
	for i, w := range batchWidths[:4] {
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(w, o[i].MinSize().Height))
		x += w + gap
	}
	right := s.Width
	for i := len(o) - 1; i >= 4; i-- {
		m := o[i].MinSize()
		right -= m.Width
		o[i].Move(fyne.NewPos(right, 0))
		o[i].Resize(m)
		right -= gap
	}
}
