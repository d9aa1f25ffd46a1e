package told

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
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

// A shape is what decides which fields the details have. While it stays, they
// are only set anew, so that the cursor stays where it is.
type shape struct {
	records          int
	purpose          Purpose
	waived, declared bool
	short            bool // the time may become too short
	officer          bool
	others           string // records that are of another time
}

func (v *view) shapeOf(p hearing.Participant, r Row) shape {
	start := v.s.Value().Start
	s := shape{short: r.Status == Soon || r.Status == Posted || r.Status == Late || r.Status == Missing, records: len(p.Told), purpose: v.purpose, waived: p.Waiver != nil, declared: p.Declared != nil, officer: p.Role == hearing.Officer}
	for i, t := range p.Told {
		if !t.For.IsZero() && !t.For.Equal(start) {
			s.others += fmt.Sprint(i, t.For.Unix())
		}
	}
	return s
}

// details are the fields of one participant's records.
type details struct {
	v      *view
	id     hearing.ID
	shape  shape
	object fyne.CanvasObject
	sets   []func(hearing.Participant) // show the value of each field
}

func newDetails(v *view, p hearing.Participant, s shape) *details {
	d := &details{v: v, id: p.ID, shape: s}
	box := container.NewVBox()
	n := 0
	for i, t := range p.Told {
		if v.purpose.Has(t) {
			n++
			box.Add(d.record(n, i, t))
			box.Add(widget.NewSeparator())
		}
	}
	add := widget.NewButtonWithIcon(words.T("再记一次告知"), theme.ContentAddIcon(), d.add)
	if n == 0 {
		add.SetText(words.T("记一次告知"))
	}
	buttons := container.NewHBox(add)
	box.Add(buttons)
	if v.purpose == OfHearing {
		d.waiver(p, box, buttons)
		if p.Role == hearing.Officer {
			d.declaration(p, box, buttons)
		}
	}
	if v.s.Barred("participants") != nil {
		field.Still(box)
	}
	d.object = container.New(indent{}, frame(box))
	d.show(p)
	return d
}

// show sets every field to what the participant has.
func (d *details) show(p hearing.Participant) {
	for _, set := range d.sets {
		set(p)
	}
}

// key names a field of the participant for what is typed and no value yet.
func (d *details) key(name string) string { return "told." + string(d.id) + "." + name }

func (d *details) edit(i int, name string, do func(*hearing.Told)) {
	d.v.change(d.key(fmt.Sprint(i, ".", name)), func(h *hearing.Hearing) { Edit(h, d.id, i, do) })
}

func (d *details) with(name string, do func(*hearing.Participant)) {
	d.v.change(d.key(name), func(h *hearing.Hearing) { With(h, d.id, do) })
}

// record is the fields of one record, in two lines.
func (d *details) record(n, i int, t hearing.Told) fyne.CanvasObject {
	of := func(p hearing.Participant) hearing.Told {
		if i < len(p.Told) {
			return p.Told[i]
		}
		return hearing.Told{}
	}
	options := append([]hearing.TellMethod{""}, hearing.TellMethods...)
	method := field.NewChoice(options, t.Method, func(m hearing.TellMethod) { d.edit(i, "method", func(t *hearing.Told) { t.Method = m }) })
	d.sets = append(d.sets, func(p hearing.Participant) { method.Set(of(p).Method) })
	sent := d.date(fmt.Sprint(i, ".sent"), func(p hearing.Participant) calendar.Date { return of(p).SentOn },
		put(i, func(t *hearing.Told, day calendar.Date) { t.SentOn = day }))
	received := d.date(fmt.Sprint(i, ".received"), func(p hearing.Participant) calendar.Date { return of(p).ReceivedOn },
		put(i, func(t *hearing.Told, day calendar.Date) { t.ReceivedOn = day }))
	by := field.NewPick(d.v.sh.Work, lookup.FindPeople(d.v.desk), field.Option{}, func(o field.Option) {
		d.v.names[o.ID] = o.Name
		d.edit(i, "by", func(t *hearing.Told) { t.By = o.ID })
	}, nil)
	d.sets = append(d.sets, func(p hearing.Participant) { by.Set(field.Option{ID: of(p).By, Name: d.v.nameOf(of(p).By)}) })
	receiver := field.NewText("", func(s string) { d.edit(i, "receiver", func(t *hearing.Told) { t.Receiver = s }) })
	receiver.Hint(words.T("本人收到时不填"))
	note := field.NewText("", func(s string) { d.edit(i, "note", func(t *hearing.Told) { t.Note = s }) })
	note.Hint(words.T("邮单号、通话时间"))
	d.sets = append(d.sets, func(p hearing.Participant) { receiver.Set(of(p).Receiver); note.Set(of(p).Note) })
	return container.NewVBox(d.title(n, i, t),
		container.NewGridWithColumns(3, field.Row(words.T("方式"), method), field.Row(words.T("发出"), sent), field.Row(words.T("收到"), received)),
		container.NewGridWithColumns(3, field.Row(words.T("告知人"), by), field.Row(words.T("代收人"), receiver), field.Row(words.T("备注"), note)))
}

// put sets the day of one record, where it is still there.
func put(i int, set func(*hearing.Told, calendar.Date)) func(*hearing.Participant, calendar.Date) {
	return func(p *hearing.Participant, day calendar.Date) {
		if i < len(p.Told) {
			set(&p.Told[i], day)
		}
	}
}

// title says which record it is and of which time it told.
func (d *details) title(n, i int, t hearing.Told) fyne.CanvasObject {
	name := widget.NewLabel(words.T("第 {{.N}} 次告知", map[string]int{"N": n}))
	name.TextStyle.Bold = true
	line := container.NewHBox(name)
	start := d.v.s.Value().Start
	if d.v.purpose == OfHearing && !t.For.IsZero() && !t.For.Equal(start) {
		line.Add(container.NewCenter(look.Chip(words.T("告知的是原定的 {{.Time}}", map[string]string{"Time": words.Short(t.For, time.Time{}, d.v.sh.Now())}), theme.ColorNameWarning)))
		line.Add(look.Quiet(words.T("已一并告知现在的时间"), theme.HistoryIcon(), func() {
			d.edit(i, "for", func(t *hearing.Told) { t.For = start })
		}))
	}
	return container.NewBorder(nil, nil, nil, look.Quiet(words.T("删除"), theme.DeleteIcon(), func() { d.remove(i) }), line)
}

// add begins a record of today, with who usually tells.
func (d *details) add() {
	b := d.v.batch
	t := hearing.Told{SentOn: d.v.s.Today(), Method: b.method, By: b.by}
	if AtOnce(b.method) {
		t.ReceivedOn = t.SentOn
	}
	d.v.change("told", func(h *hearing.Hearing) { Tell(h, []hearing.ID{d.id}, t, d.v.purpose) })
}

// remove takes a record away, with what was typed into it and those after it,
// which move up.
func (d *details) remove(i int) {
	p, _ := d.v.s.Value().Participant(d.id)
	for j := i; j < len(p.Told); j++ {
		for _, name := range []string{".sent", ".received"} {
			if key := d.key(fmt.Sprint(j, name)); typed(d.v, key) {
				d.v.s.Change(key, func(*hearing.Hearing) {})
			}
		}
	}
	d.v.change("told", func(h *hearing.Hearing) { Remove(h, d.id, i) })
	d.v.sh.Say(words.T("已删除这次告知的记录，可用 Ctrl+Z 撤销"))
}

func typed(v *view, key string) bool {
	_, ok := v.s.Typed(key)
	return ok
}

// date is a field for a day of the participant's.
func (d *details) date(name string, get func(hearing.Participant) calendar.Date, set func(*hearing.Participant, calendar.Date)) *field.Date {
	key := d.key(name)
	f := field.NewDate(calendar.Date{}, d.v.s.Today(), func(text string, day calendar.Date, err error) {
		if err != nil {
			d.v.s.Keep(key, text)
			return
		}
		d.with(name, func(p *hearing.Participant) { set(p, day) })
	})
	d.sets = append(d.sets, func(p hearing.Participant) {
		if text, ok := d.v.s.Typed(key); ok {
			f.SetText(text)
			return
		}
		f.Set(get(p))
	})
	return f
}

// waiver is the consent to a shorter time, or the button that records it.
func (d *details) waiver(p hearing.Participant, box, buttons *fyne.Container) {
	if p.Waiver == nil {
		if d.shape.short {
			buttons.Add(look.Quiet(words.T("记录书面同意缩短期限"), theme.DocumentCreateIcon(), func() { d.v.waive(d.id) }))
		}
		return
	}
	on := d.date("waiver.on", func(p hearing.Participant) calendar.Date {
		if p.Waiver == nil {
			return calendar.Date{}
		}
		return p.Waiver.On
	}, func(p *hearing.Participant, day calendar.Date) { p.Waiver.On = day })
	note := field.NewText("", func(s string) { d.with("waiver.note", func(p *hearing.Participant) { p.Waiver.Note = s }) })
	note.Hint(words.T("同意书放在哪里、怎样写明"))
	d.sets = append(d.sets, func(p hearing.Participant) {
		if p.Waiver != nil {
			note.Set(p.Waiver.Note)
		}
	})
	drop := look.Quiet(words.T("删除"), theme.DeleteIcon(), func() {
		d.with("waiver.on", func(p *hearing.Participant) { p.Waiver = nil })
		d.v.sh.Say(words.T("已删除书面同意，可用 Ctrl+Z 撤销"))
	})
	box.Add(d.pair(words.T("书面同意"), on, note, drop))
}

// declaration is what an officer declared of interest and secrecy.
func (d *details) declaration(p hearing.Participant, box, buttons *fyne.Container) {
	if p.Declared == nil {
		buttons.Add(look.Quiet(words.T("记录已签承诺书"), theme.ConfirmIcon(), func() {
			d.with("declared.on", func(p *hearing.Participant) { p.Declared = &hearing.Declaration{On: d.v.s.Today()} })
		}))
		return
	}
	of := func(p hearing.Participant) hearing.Declaration {
		if p.Declared == nil {
			return hearing.Declaration{}
		}
		return *p.Declared
	}
	on := d.date("declared.on", func(p hearing.Participant) calendar.Date { return of(p).On }, func(p *hearing.Participant, day calendar.Date) { p.Declared.On = day })
	interest := field.NewTick(words.T("申报有利害关系"), false, func(yes bool) {
		d.with("declared.interest", func(p *hearing.Participant) { p.Declared.Interest = yes })
	})
	detail := field.NewText("", func(s string) { d.with("declared.detail", func(p *hearing.Participant) { p.Declared.Detail = s }) })
	detail.Hint(words.T("什么利害关系"))
	d.sets = append(d.sets, func(p hearing.Participant) { interest.Set(of(p).Interest); detail.Set(of(p).Detail) })
	drop := look.Quiet(words.T("删除"), theme.DeleteIcon(), func() {
		d.with("declared.on", func(p *hearing.Participant) { p.Declared = nil })
		d.v.sh.Say(words.T("已删除承诺书的记录，可用 Ctrl+Z 撤销"))
	})
	box.Add(d.pair(words.T("承诺书"), on, detail, container.NewHBox(interest.Object(), drop)))
}

// pair sets a dated paper and what it says in one line.
func (d *details) pair(label string, on *field.Date, text field.Control, right fyne.CanvasObject) fyne.CanvasObject {
	return container.NewGridWithColumns(2, field.Row(label, on), container.NewBorder(nil, nil, nil, right, text.Object()))
}
