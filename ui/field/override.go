package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// An overrideForm asks who approved otherwise, when and why.
type overrideForm struct {
	object fyne.CanvasObject
	by     *Pick
	on     *Date
	reason *Text
	value  hearing.Override
	wrong  bool // the date cannot be read
}

// newOverrideForm returns the form for a finding; done closes it.
func newOverrideForm(r *Remedy, f hearing.Finding, done func()) *overrideForm {
	o := &overrideForm{value: hearing.Override{Rule: f.Rule, Variant: f.Variant, Participant: f.Participant, On: r.Today()}}
	if f.Participant == "" {
		o.value.Subject = f.Subject
	}
	chief := Option{}
	if r.Approver != nil {
		chief = r.Approver()
	}
	o.value.By = chief.ID
	o.by = NewPick(r.Run, r.Find, chief, func(p Option) { o.value.By = p.ID }, nil)
	o.on = NewDate(o.value.On, o.value.On, func(_ string, d calendar.Date, err error) { o.value.On, o.wrong = d, err != nil })
	o.reason = NewText("", func(s string) { o.value.Reason = strings.TrimSpace(s) }).Hint(words.T("为什么可以例外；原来的提示会保留"))
	save := func() {
		if o.complete() {
			done()
			r.Override(f, o.value)
		}
	}
	o.reason.OnEnter(save)
	o.object = container.NewVBox(
		Row(words.T("批准人"), o.by), Row(words.T("批准日期"), o.on), Row(words.T("理由"), o.reason),
		container.NewHBox(look.Quiet(words.T("记录例外批准"), theme.ConfirmIcon(), save), look.Quiet(words.T("不记录"), theme.CancelIcon(), done)))
	return o
}

// complete reports whether all is filled in, and says beside each field what is
// not.
func (o *overrideForm) complete() bool {
	say := func(c Control, missing bool, text string) bool {
		if missing {
			c.SetError(text)
		} else {
			c.SetError("")
		}
		return !missing
	}
	by := say(o.by, o.value.By == "", words.T("请选批准人。"))
	on := o.wrong || say(o.on, o.value.On.IsZero(), words.T("请填批准日期。"))
	why := say(o.reason, o.value.Reason == "", words.T("请写明理由。"))
	return by && on && why && !o.wrong
}
