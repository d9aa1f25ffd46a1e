package cases

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/words"
)

// parts are what a recommendation says beside its items (检察建议工作规定, art. 16).
func (c *card) parts() fyne.CanvasObject {
	left := field.Section("",
		form.Choice(c.Form, "advice", words.T("建议类型"), form.OrNone(hearing.AdviceKinds), func(i *hearing.Instrument) *hearing.AdviceKind { return &i.Advice }),
		c.Text("parts.rectify", words.T("整改期限"), words.T("如：2023年10月31日前"), func(i *hearing.Instrument) *string { return &i.Parts.Rectify }),
		c.Typed("parts.objection", words.T("异议期限"), words.T("如：15日"), words.T("写法如：15日、5个工作日、1个月"),
			func(i *hearing.Instrument, typed string) (err error) {
				i.Parts.Objection, err = hearing.ParsePeriod(typed)
				return err
			}, func(i hearing.Instrument) string { return hearing.PeriodText(i.Parts.Objection) }),
		c.Text("parts.source", words.T("问题来源"), words.T("不填则用案件的线索来源"), func(i *hearing.Instrument) *string { return &i.Parts.Source }))
	right := field.Section("",
		c.Note("parts.reasons", words.T("事实理由"), words.T("职责依据和未依法履职的事实、理由；违法情形或者隐患"), 3, func(i *hearing.Instrument) *string { return &i.Parts.Reasons }),
		c.Note("parts.facts", words.T("事实证据"), words.T("不填则用案件的基本案情"), 2, func(i *hearing.Instrument) *string { return &i.Parts.Facts }),
		c.Text("parts.other", words.T("其他事项"), "", func(i *hearing.Instrument) *string { return &i.Parts.Other }))
	box := container.NewGridWithColumns(2, left, right)
	show := func(i hearing.Instrument) { box.Hidden = i.Kind != hearing.Recommendation }
	c.Follow(show)
	c.OnChange("kind", show)
	return box
}
