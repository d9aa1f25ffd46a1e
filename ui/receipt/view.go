package receipt

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A Receipt says which receipt is shown, and what its page does for it.
type Receipt[T hearing.Record] struct {
	Form   *form.Form[T] // of the delivery in its record
	At     func(*T) *hearing.Delivery
	Unit   bool // it is served on a unit
	Desk   form.Organisations
	NewID  func() hearing.ID
	Fail   func(error)
	Again  func() // adds a service by hand for the same recipient
	Shaped func() // fields came or went
}

// part is a group with its rows.
type part struct {
	group  Group
	object fyne.CanvasObject
}

// Fields is the rows that follow the way of service.
func (r Receipt[T]) Fields() fyne.CanvasObject {
	parts := []part{{Signer, r.signer()}, {Post, r.post()}, {Online, r.online()}, {Through, r.through()}, {Call, r.call()}, {Back, r.back()}}
	box := container.NewVBox(r.capacity())
	for _, p := range parts {
		box.Add(p.object)
	}
	box.Add(r.replies())
	show := func(v T) {
		groups, changed := Groups(*r.At(&v)), false
		for _, p := range parts {
			hide := !Has(groups, p.group)
			changed = changed || hide == p.object.Visible()
			if hide {
				p.object.Hide()
			} else {
				p.object.Show()
			}
		}
		if changed {
			box.Refresh()
			r.Shaped()
		}
	}
	for _, name := range []string{"mode", "capacity", "returned_on"} {
		r.Form.OnChange(name, show)
	}
	return box
}

// pair sets two rows side by side.
func pair(a, b fyne.CanvasObject) fyne.CanvasObject { return container.NewGridWithColumns(2, a, b) }

func (r Receipt[T]) capacity() fyne.CanvasObject {
	return pair(form.Choice(r.Form, "capacity", words.T("签收人身份"), form.OrNone(hearing.CapacitiesOf(r.Unit)), func(v *T) *hearing.Capacity { return &r.At(v).Capacity }),
		r.Form.Words("notaries", words.T("公证人员"), words.T("公证送达时在场的二人"), func(v *T) *[]string { return &r.At(v).Notaries }))
}

func (r Receipt[T]) signer() fyne.CanvasObject {
	return pair(r.Form.Text("relation", words.T("代收关系"), words.T("与受送达人的关系、代收理由"), func(v *T) *string { return &r.At(v).Relation }),
		r.Form.Hidden("receiver_number", words.T("证件号码"), words.T("印在回证上时遮掩"), func(v *T) *string { return &r.At(v).ReceiverNumber }))
}

// post is the tries, and the return.
func (r Receipt[T]) post() fyne.CanvasObject {
	list := form.NewList(r.Form, "tries", func(v *T) *[]hearing.Attempt { return &r.At(v).Tries }, nil, func(e *form.Element[T, hearing.Attempt]) fyne.CanvasObject {
		return container.NewBorder(nil, nil, nil, e.Remove(), pair(
			e.Date("on", "", func(v *T) *calendar.Date { return &e.At(v).On }),
			e.Text("why", "", words.T("未投交的原因，如：单位无人"), func(v *T) *string { return &e.At(v).Why })))
	})
	add := list.AddedBy(look.Quiet(words.T("加一次投递"), theme.ContentAddIcon(), func() { list.Add(hearing.Attempt{}) }))
	return container.NewVBox(
		field.RowOf(words.T("投递记录"), container.NewBorder(nil, nil, nil, container.NewVBox(add), list.Box)),
		pair(r.Form.Date("returned_on", words.T("退回日期"), func(v *T) *calendar.Date { return &r.At(v).ReturnedOn }),
			r.Form.Text("return_reason", words.T("退回原因"), words.T("如：拒收、查无此单位、迁址"), func(v *T) *string { return &r.At(v).ReturnReason })))
}

func (r Receipt[T]) online() fyne.CanvasObject {
	return container.NewVBox(pair(
		r.Form.Date("consent_on", words.T("同意日期"), func(v *T) *calendar.Date { return &r.At(v).ConsentOn }),
		r.Form.Text("address", words.T("电子地址"), words.T("邮箱、平台账号或者传真号"), func(v *T) *string { return &r.At(v).Address })),
		field.RowOf("", look.Hint(words.T("送达时间写信息到达受送达人系统的时间；经其同意才可以电子送达。"))))
}

func (r Receipt[T]) through() fyne.CanvasObject {
	to := form.ToOrganisation(r.Desk, r.NewID, hearing.OtherBody)
	return r.Form.Pick("through", words.T("转送机关"), words.T("受委托的机关，或者转交的单位"), to, r.Fail, func(v *T) *hearing.ID { return &r.At(v).Through })
}

func (r Receipt[T]) call() fyne.CanvasObject {
	return pair(r.Form.Text("medium", words.T("公告载体"), words.T("公告栏、报纸、网站"), func(v *T) *string { return &r.At(v).Medium }),
		r.Form.Text("call_reason", words.T("公告原因"), words.T("下落不明，或者其他方式无法送达"), func(v *T) *string { return &r.At(v).CallReason }))
}

// back offers a service by hand once the letter came back.
func (r Receipt[T]) back() fyne.CanvasObject {
	text := widget.NewLabel(words.T("邮件已退回，文书没有送达；邮寄拒收的不留置。"))
	text.Importance = widget.WarningImportance
	text.Truncation = fyne.TextTruncateEllipsis
	again := widget.NewButtonWithIcon(words.T("另加一次直接送达"), theme.ContentAddIcon(), r.Again)
	return container.NewBorder(nil, nil, nil, again, text)
}

// replies is the replies beside the one that ends the period.
func (r Receipt[T]) replies() fyne.CanvasObject {
	list := form.NewList(r.Form, "replies", func(v *T) *[]hearing.WrittenReply { return &r.At(v).Replies }, nil, func(e *form.Element[T, hearing.WrittenReply]) fyne.CanvasObject {
		return container.NewBorder(nil, nil, nil, e.Remove(), pair(
			e.Date("on", "", func(v *T) *calendar.Date { return &e.At(v).On }),
			e.Text("text", "", words.T("阶段性或者补充回复的要点"), func(v *T) *string { return &e.At(v).Text })))
	})
	add := list.AddedBy(look.Quiet(words.T("加一次回复"), theme.ContentAddIcon(), func() { list.Add(hearing.WrittenReply{}) }))
	return field.RowOf(words.T("其他回复"), container.NewBorder(nil, nil, nil, container.NewVBox(add), list.Box))
}
