package cases

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/receipt"
	"hearingdesk/ui/words"
)

// A serviceRow is one service of an instrument without a ceremony.
type serviceRow = form.Element[hearing.Instrument, hearing.Delivery]

// usualService is when a paper is handed over unless somebody says otherwise,
// in minutes since midnight.
const usualService = 10 * 60

// services is the list of an instrument's services without a ceremony: one
// receipt (送达回证) each.
func (c *card) services() fyne.CanvasObject {
	var list *form.List[hearing.Instrument, hearing.Delivery]
	list = form.NewList(c.Form, "deliveries", func(i *hearing.Instrument) *[]hearing.Delivery { return &i.Deliveries },
		func(d hearing.Delivery) string { return string(d.ID) }, func(e *serviceRow) fyne.CanvasObject {
			return c.service(e, func(change func([]hearing.Delivery) []hearing.Delivery) { list.Change(change) })
		})
	p := c.papers
	add := func(d hearing.Delivery) {
		d.ID, d.Mode = p.sh.NewID(), hearing.Direct
		list.Change(func(all []hearing.Delivery) []hearing.Delivery { return append(all, d) })
	}
	unit := form.ToOrganisation(p.desk, p.sh.NewID, hearing.Agency)
	addUnit := func(o field.Option) {
		if o.ID != "" {
			add(hearing.Delivery{Organisation: o.ID})
		}
	}
	person := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{})
	addPerson := func(o field.Option) {
		if o.ID != "" {
			add(hearing.Delivery{Person: o.ID})
		}
	}
	units := field.NewAdder(p.sh.Work, p.partiesFirst(unit.Find, true), addUnit, func(name string) { c.Form.Make(unit, name, p.sh.Fail, addUnit) }).
		Hint(words.T("直接送达、邮寄送达等：加受送达单位"))
	people := field.NewAdder(p.sh.Work, p.partiesFirst(person.Find, false), addPerson, func(name string) { c.Form.Make(person, name, p.sh.Fail, addPerson) }).
		Hint(words.T("加受送达个人"))
	c.Editor.Allow("deliveries", units, people)
	return container.NewVBox(list.Box, field.RowOf(words.T("送达"), container.NewGridWithColumns(2, units.Object(), people.Object())))
}

// service is one receipt: whom, how and when, and what came back.
func (c *card) service(e *serviceRow, changeList func(func([]hearing.Delivery) []hearing.Delivery)) fyne.CanvasObject {
	p := c.papers
	at := func(i *hearing.Instrument) *hearing.Delivery { return e.At(i) }
	v := c.Editor.Value()
	to, id := form.ToOrganisation(p.desk, p.sh.NewID, hearing.Agency), func(i *hearing.Instrument) *hearing.ID { return &at(i).Organisation }
	if at(&v).Person != "" {
		to, id = form.ToPerson(p.desk, p.sh.NewID, hearing.Person{}), func(i *hearing.Instrument) *hearing.ID { return &at(i).Person }
	}
	name := e.NameOf(to, p.sh.Fail, id)
	name.TextStyle.Bold = true
	due := look.Hint("")
	due.Wrapping = fyne.TextWrapOff
	show := func(i hearing.Instrument) { due.SetText(p.dueText(i, *at(&i))) }
	e.OnChange("served_at", show)
	c.shows = append(c.shows, func() { show(c.Editor.Value()) })
	left := field.Section("",
		form.Choice(e.Form, "mode", words.T("送达方式"), ways, func(i *hearing.Instrument) *hearing.DeliveryMode { return &at(i).Mode }),
		e.Date("sent_on", words.T("发出日期"), func(i *hearing.Instrument) *calendar.Date { return &at(i).SentOn }),
		e.Moment("served", words.T("送达时间"), func() int { return usualService }, func(i *hearing.Instrument) *time.Time { return &at(i).ServedAt }),
		e.Text("receiver", words.T("签收人"), words.T("姓名（职务）"), func(i *hearing.Instrument) *string { return &at(i).Receiver }),
		field.Row(words.T("送达人"), c.several(e.Form, "deliveries", func(i *hearing.Instrument) *[]hearing.ID { return &at(i).Servers })),
		e.Text("place", words.T("送达地点"), "", func(i *hearing.Instrument) *string { return &at(i).Place }))
	right := field.Section("",
		e.Date("replied_on", words.T("回复日期"), func(i *hearing.Instrument) *calendar.Date { return &at(i).RepliedOn }),
		e.Text("reply", words.T("回复内容"), words.T("一句话概括"), func(i *hearing.Instrument) *string { return &at(i).Reply }),
		e.Text("refusal", words.T("拒收事由"), words.T("拒绝签收时填写，改为留置送达"), func(i *hearing.Instrument) *string { return &at(i).Refusal }),
		e.Words("witnesses", words.T("见证人"), words.T("姓名（单位），几人用顿号隔开"), func(i *hearing.Instrument) *[]string { return &at(i).Witnesses }),
		e.Text("pictures", words.T("照片录像"), words.T("编号"), func(i *hearing.Instrument) *string { return &at(i).Pictures }))
	remove := container.NewHBox(due, e.Remove())
	return container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, nil, remove, name), container.NewGridWithColumns(2, left, right), c.receipt(e, changeList), c.leaving(e))
}

// receipt is what the way of service asks for.
func (c *card) receipt(e *serviceRow, changeList func(func([]hearing.Delivery) []hearing.Delivery)) fyne.CanvasObject {
	p, v := c.papers, c.Editor.Value()
	id := e.At(&v).ID
	return receipt.Receipt[hearing.Instrument]{Form: e.Form, At: func(i *hearing.Instrument) *hearing.Delivery { return e.At(i) },
		Unit: e.At(&v).Organisation != "", Desk: p.desk, NewID: p.sh.NewID, Fail: p.sh.Fail,
		Shaped: func() { p.Settle() },
		Again: func() {
			changeList(func(all []hearing.Delivery) []hearing.Delivery { return receipt.Added(all, id, p.sh.NewID()) })
		}}.Fields()
}

// ways are the ways of service without a ceremony.
var ways = []hearing.DeliveryMode{hearing.Direct, hearing.Left, hearing.Posted, hearing.Electronic, hearing.Entrusted, hearing.Forwarded, hearing.PublicCall}

// leaving suggests to leave a paper whose signature was refused.
func (c *card) leaving(e *serviceRow) fyne.CanvasObject {
	text := widget.NewLabel(words.T("拒绝签收的，可以留置送达并写明事由；检察建议书以外的文书，还要有见证人或者照片、录像。"))
	text.Importance = widget.WarningImportance
	text.Truncation = fyne.TextTruncateEllipsis
	leave := widget.NewButtonWithIcon(words.T("改为留置送达"), theme.ConfirmIcon(), func() {
		c.Editor.Change("deliveries", func(i *hearing.Instrument) { e.At(i).Mode = hearing.Left })
		c.Show()
	})
	edit.Bar(c.Editor.Barred("deliveries"), leave)
	line := container.NewBorder(nil, nil, nil, leave, text)
	e.Follow(func(i hearing.Instrument) {
		d := *e.At(&i)
		line.Hidden = d.Refusal == "" || d.Mode != hearing.Direct
	})
	e.OnChange("refusal", func(i hearing.Instrument) {
		d := *e.At(&i)
		if hide := d.Refusal == "" || d.Mode != hearing.Direct; hide != line.Hidden {
			line.Hidden = hide
			c.object.Refresh()
			c.papers.Settle()
		}
	})
	return line
}

// dueText says by when a recommendation that was served must be answered.
func (p *papers) dueText(i hearing.Instrument, d hearing.Delivery) string {
	if i.Kind != hearing.Recommendation || d.ServedAt.IsZero() || !d.RepliedOn.IsZero() {
		return ""
	}
	due := i.ReplyDue(calendar.DateOf(d.ServedAt.In(words.Zone())), p.days())
	return words.T("应于{{.Date}}前书面回复", map[string]string{"Date": words.Date(due, p.sh.Now())})
}
