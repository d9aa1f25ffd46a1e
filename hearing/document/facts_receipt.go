package document

import (
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// proxy says who signed for another, how they are related, and the number of the
// paper that was shown, masked.
func proxy(v hearing.Delivery) string {
	if v.ServedAt.IsZero() || !v.Capacity.ForAnother() {
		return ""
	}
	out := v.Receiver + "（" + v.Capacity.Term().Zh
	if v.Relation != "" {
		out += "，" + v.Relation
	}
	out += "）"
	if v.ReceiverNumber != "" {
		out += "证件号 " + maskNumber(v.ReceiverNumber)
	}
	return out
}

// written is a date as it stands within a sentence.
func written(d calendar.Date) string {
	t, ok := day(d).time()
	if !ok {
		return ""
	}
	return printDate(t)
}

// remarks are what the way of service leaves to be noted on the receipt.
func (x teller) remarks(v hearing.Delivery) []string {
	var out []string
	add := func(label, text string) {
		if text != "" {
			out = append(out, label+text)
		}
	}
	add("", v.Pictures)
	var tries []string
	for _, t := range v.Tries {
		if !t.On.IsZero() {
			tries = append(tries, written(t.On)+bracketed(t.Why))
		}
	}
	add("投递：", strings.Join(tries, "、"))
	if v.Returned() {
		add("退回：", written(v.ReturnedOn)+bracketed(v.ReturnReason))
	}
	if !v.ConsentOn.IsZero() {
		add("同意电子送达：", written(v.ConsentOn))
	}
	add("电子送达地址：", v.Address)
	add("转送机关：", x.d.Organisation(v.Through).Name)
	add("公告：", v.Medium)
	add("公告原因：", v.CallReason)
	add("公证人员：", strings.Join(v.Notaries, "、"))
	return out
}
