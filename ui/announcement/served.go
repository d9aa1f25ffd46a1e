package announcement

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/receipt"
	"hearingdesk/ui/words"
)

// A deliveryRow is one delivery in the list of them.
type deliveryRow = form.Element[hearing.Announcement, hearing.Delivery]

// A deliveryChange changes the list of deliveries, and its cards.
type deliveryChange func(func([]hearing.Delivery) []hearing.Delivery)

// served is the tab 送达: one card a receipt.
func (p *page) served() fyne.CanvasObject {
	var list *form.List[hearing.Announcement, hearing.Delivery]
	list = form.NewList(p.form, "deliveries", func(a *hearing.Announcement) *[]hearing.Delivery { return &a.Deliveries },
		func(d hearing.Delivery) string { return string(d.ID) }, func(e *deliveryRow) fyne.CanvasObject {
			return p.delivery(e, func(change func([]hearing.Delivery) []hearing.Delivery) { list.Change(change) })
		})
	all := widget.NewButton(words.T("全部当场送达"), func() {
		p.e.Change("deliveries", func(a *hearing.Announcement) { *a = Served(*a) })
		p.form.Show()
		p.sh.Say(words.T("已按宣告结束时间记为送达，送达人为宣告人和记录人"))
	})
	p.e.Allow("deliveries", all)
	found := p.findings(func() []hearing.Finding { return filled(p.found("deliveries", "instruments")) })
	none := look.Hint(words.T("还没有受送达人，请先在“单位与文书”里添加。"))
	p.form.Follow(func(a hearing.Announcement) {
		none.Hide()
		if len(a.Deliveries) == 0 {
			none.Show()
		}
	})
	return look.Scroll(container.NewVBox(
		container.NewBorder(nil, nil, look.Subheading(words.T("送达情况")), all), none, found, list.Box,
		p.form.Note("words", words.T("单位意见"), words.T("受送达单位当场的表态"), 2, func(a *hearing.Announcement) *string { return &a.Words }),
	))
}

// delivery is the card of one receipt.
func (p *page) delivery(e *deliveryRow, changeList deliveryChange) fyne.CanvasObject {
	title := widget.NewLabel("")
	title.TextStyle.Bold = true
	title.Truncation = fyne.TextTruncateEllipsis
	due := look.Hint("")
	due.Wrapping = fyne.TextWrapOff
	papers := look.Hint("")
	papers.Wrapping = fyne.TextWrapOff
	papers.Truncation = fyne.TextTruncateEllipsis
	show := func() {
		a := p.e.Value()
		d := *e.At(&a)
		title.SetText(p.option(d.Organisation + d.Person).Name)
		papers.SetText(p.paperNames(d))
		due.SetText("")
		if on := Replies(d, p.dossier.Instruments, p.days(), words.Zone()); !on.IsZero() {
			due.SetText(words.T("应于{{.Date}}前书面回复", map[string]string{"Date": words.Date(on, p.sh.Now())}))
		}
	}
	e.OnChange("served_at", func(hearing.Announcement) { show() })
	p.named[fmt.Sprintf("delivery %d", e.Index)] = show
	left := field.Section("",
		e.Moment("served", words.T("送达时间"), p.ended, func(a *hearing.Announcement) *time.Time { return &e.At(a).ServedAt }),
		form.Choice(e.Form, "mode", words.T("送达方式"), hearing.DeliveryModes, func(a *hearing.Announcement) *hearing.DeliveryMode { return &e.At(a).Mode }),
		e.Text("place", words.T("送达地点"), words.T("不填为宣告地点"), func(a *hearing.Announcement) *string { return &e.At(a).Place }),
		e.Text("receiver", words.T("签收人"), words.T("姓名（职务）"), func(a *hearing.Announcement) *string { return &e.At(a).Receiver }),
		field.Row(words.T("送达人"), p.servers(e)),
	)
	right := field.Section("",
		e.Date("replied_on", words.T("回复日期"), func(a *hearing.Announcement) *calendar.Date { return &e.At(a).RepliedOn }),
		e.Note("reply", words.T("回复内容"), "", 2, func(a *hearing.Announcement) *string { return &e.At(a).Reply }),
		e.Text("refusal", words.T("拒收事由"), words.T("拒绝签收时填写，改为留置送达"), func(a *hearing.Announcement) *string { return &e.At(a).Refusal }),
		e.Words("witnesses", words.T("见证人"), words.T("姓名（单位），几人用顿号隔开"), func(a *hearing.Announcement) *[]string { return &e.At(a).Witnesses }),
		e.Text("pictures", words.T("照片录像"), words.T("编号"), func(a *hearing.Announcement) *string { return &e.At(a).Pictures }),
		e.Text("note", words.T("备注"), "", func(a *hearing.Announcement) *string { return &e.At(a).Note }),
	)
	head := container.NewBorder(nil, nil, nil, due, container.New(field.Shares{1, 1}, title, papers))
	return container.NewVBox(widget.NewSeparator(), head, field.Columns(left, right), p.receipt(e, changeList), p.leaving(e))
}

// receipt is what the way of service asks for.
func (p *page) receipt(e *deliveryRow, changeList deliveryChange) fyne.CanvasObject {
	a := p.e.Value()
	id := e.At(&a).ID
	return receipt.Receipt[hearing.Announcement]{Form: e.Form, At: func(a *hearing.Announcement) *hearing.Delivery { return e.At(a) },
		Unit: e.At(&a).Organisation != "", Desk: p.desk, NewID: p.sh.NewID, Fail: p.sh.Fail, Shaped: func() {},
		Again: func() {
			changeList(func(all []hearing.Delivery) []hearing.Delivery { return receipt.Added(all, id, p.sh.NewID()) })
		}}.Fields()
}

// leaving suggests to leave a paper whose signature was refused.
func (p *page) leaving(e *deliveryRow) fyne.CanvasObject {
	text := widget.NewLabel(words.T("拒绝签收的，可以留置送达并写明事由；检察建议书以外的文书，还要有见证人或者照片、录像。"))
	text.Importance = widget.WarningImportance
	leave := widget.NewButton(words.T("改为留置送达"), func() {
		a := p.e.Value()
		id := e.At(&a).ID
		p.e.Change("deliveries", func(a *hearing.Announcement) { *a = LeftBehind(*a, id) })
		p.form.Show()
	})
	edit.Bar(p.e.Barred("deliveries"), leave)
	line := container.NewHBox(text, leave)
	e.Follow(func(a hearing.Announcement) {
		if d := *e.At(&a); d.Refusal != "" && d.Mode == hearing.Announced {
			line.Show()
		} else {
			line.Hide()
		}
	})
	return line
}

func (p *page) paperNames(d hearing.Delivery) string {
	var names []string
	for _, i := range p.dossier.Instruments {
		if slices.Contains(d.Instruments, i.ID) {
			names = append(names, p.paper(i))
		}
	}
	if len(names) == 0 {
		return words.T("还没有勾选文书")
	}
	return words.List(names)
}

// ended is when the ceremony ends, in minutes since midnight: when what is
// served in it is served.
func (p *page) ended() int {
	if _, minutes := split(p.e.Value().End); minutes >= 0 {
		return minutes
	}
	return usualEnd
}

// servers is the field of the two who serve.
func (p *page) servers(e *deliveryRow) field.Control {
	name := fmt.Sprintf("deliveries[%d].servers", e.Index)
	picks := field.NewPicks(p.sh.Work, lookup.FindPeople(p.desk), nil, func(o []field.Option) {
		ids := p.choose(o...)
		p.e.Change(name, func(a *hearing.Announcement) { e.At(a).Servers = ids })
	}, nil)
	show := func() {
		a := p.e.Value()
		picks.Set(p.options(e.At(&a).Servers))
	}
	e.Follow(func(hearing.Announcement) { show() })
	p.named[name] = show
	edit.Bar(p.e.Barred("deliveries"), picks)
	return picks
}
