package hearing

import (
	"slices"
	"time"

	"hearingdesk/hearing/calendar"
)

// A DeliveryMode is a way of service (送达方式).
type DeliveryMode string

// The modes (民事诉讼法, arts. 88–95; 检察建议工作规定, art. 18).
const (
	Direct     DeliveryMode = "direct"     // 直接送达
	Left       DeliveryMode = "left"       // 留置送达
	Posted     DeliveryMode = "post"       // 邮寄送达
	Electronic DeliveryMode = "electronic" // 电子送达
	Entrusted  DeliveryMode = "entrusted"  // 委托送达
	Forwarded  DeliveryMode = "forwarded"  // 转交送达
	PublicCall DeliveryMode = "public"     // 公告送达
	Announced  DeliveryMode = "announced"  // 宣告送达
)

// DeliveryModes lists every mode.
var DeliveryModes = []DeliveryMode{Direct, Left, Posted, Electronic, Entrusted, Forwarded, PublicCall, Announced}

// ByHand reports whether somebody hands the paper over, so that those who serve
// sign the receipt.
func (v DeliveryMode) ByHand() bool { return v == Direct || v == Left || v == Announced || v == "" }

// ByOther reports whether another organ hands it over.
func (v DeliveryMode) ByOther() bool { return v == Entrusted || v == Forwarded }

// A Capacity is in what capacity somebody signs a receipt (签收人身份).
type Capacity string

// The capacities (民事诉讼法, art. 88; 检察专递规定 of units and of those who
// sign for another).
const (
	Oneself    Capacity = "self"       // 本人
	Family     Capacity = "family"     // 同住成年家属
	LegalHead  Capacity = "legal-head" // 法定代表人
	UnitHead   Capacity = "head"       // 主要负责人
	MailRoom   Capacity = "mail-room"  // 收件部门：办公室、收发室、值班室
	UnitOther  Capacity = "staff"      // 单位其他人员
	LegalAgent Capacity = "agent"      // 诉讼代理人
	Designated Capacity = "designated" // 指定的代收人
)

// Capacities lists every capacity.
var Capacities = []Capacity{Oneself, Family, LegalHead, UnitHead, MailRoom, UnitOther, LegalAgent, Designated}

// CapacitiesOf lists in which capacities somebody can sign for a unit, or for a
// person. The last for a unit is one that may not receive: it is offered, because
// it happens.
func CapacitiesOf(unit bool) []Capacity {
	if unit {
		return []Capacity{LegalHead, UnitHead, MailRoom, LegalAgent, Designated, UnitOther}
	}
	return []Capacity{Oneself, Family, LegalAgent, Designated}
}

// MayReceive reports whether the law lets somebody in the capacity sign: for a
// unit its legal representative, its head or who is in charge of receiving, for a
// person also a grown-up relative who lives with them; for both the agent and
// whoever was named to receive (民事诉讼法, art. 88).
func (v Capacity) MayReceive(unit bool) bool {
	return v != UnitOther && slices.Contains(CapacitiesOf(unit), v)
}

// ForAnother reports whether the relation has to stand on the receipt (代收人).
func (v Capacity) ForAnother() bool { return v == Family || v == Designated }

// MostTries is how often the post tries within five working days, before it
// returns a letter (检察专递规定).
const MostTries = 3

// An Attempt is one try of the post (投递).
type Attempt struct {
	On  calendar.Date `json:"on,omitzero"`   // day of the try
	Why string        `json:"why,omitempty"` // why the letter could not be handed over
}

// A WrittenReply is a written reply beside the one that a [Delivery] names: an earlier
// one on a part (阶段性回复), or a later one that adds to it (补充回复).
type WrittenReply struct {
	On   calendar.Date `json:"on,omitzero"`    // its date
	Text string        `json:"text,omitempty"` // in short
}

// A Delivery (送达) serves one or several papers on one recipient; it has one
// receipt (送达回证, 民事诉讼法 art. 87). One of Organisation and Person is set.
type Delivery struct {
	ID           ID            `json:"id"`
	Instruments  []ID          `json:"instruments,omitempty"`  // papers served; in an instrument's own delivery it is that one
	Organisation ID            `json:"organisation,omitempty"` // unit served
	Person       ID            `json:"person,omitempty"`       // person served
	Mode         DeliveryMode  `json:"mode,omitempty"`
	Place        string        `json:"place,omitempty"`    // place of service, or where the paper was left; empty: the session's room
	SentOn       calendar.Date `json:"sent_on,omitzero"`   // day of posting, sending or publishing (发出日)
	ServedAt     time.Time     `json:"served_at,omitzero"` // when it was served; of electronic service, when it reached the recipient's system; unset is not yet

	Receiver       string   `json:"receiver,omitempty"`        // who signed, with post (签收人)
	Capacity       Capacity `json:"capacity,omitempty"`        // in what capacity (签收人身份)
	Relation       string   `json:"relation,omitempty"`        // how one who signs for another is related, and why (代收人与受送达人关系、代收理由)
	ReceiverNumber string   `json:"receiver_number,omitempty"` // number of the paper that the receiver showed (证件号); printed masked

	Tries        []Attempt     `json:"tries,omitempty"`         // tries of the post (投递记录)
	ReturnedOn   calendar.Date `json:"returned_on,omitzero"`    // day on which the letter came back (退回日)
	ReturnReason string        `json:"return_reason,omitempty"` // why (退回原因)
	ConsentOn    calendar.Date `json:"consent_on,omitzero"`     // day on which the recipient agreed to electronic service (同意电子送达)
	Address      string        `json:"address,omitempty"`       // electronic address that it confirmed (电子送达地址)
	Through      ID            `json:"through,omitempty"`       // organ that was entrusted, or through which it is forwarded (受委托、转交机关)
	Medium       string        `json:"medium,omitempty"`        // where a public notice was published (公告载体)
	CallReason   string        `json:"call_reason,omitempty"`   // why by public notice (公告送达原因; 民事诉讼法, art. 95)
	Notaries     []string      `json:"notaries,omitempty"`      // notary staff who were present (公证人员)

	Refusal   string   `json:"refusal,omitempty"`   // why signing was refused (拒收事由)
	Witnesses []string `json:"witnesses,omitempty"` // witnesses to the refusal (见证人), with unit
	Pictures  string   `json:"pictures,omitempty"`  // numbers of photos and recordings (照片、录像编号)
	Servers   []ID     `json:"servers,omitempty"`   // the two who serve (送达人)

	RepliedOn calendar.Date  `json:"replied_on,omitzero"` // date of the written reply (回复日)
	Reply     string         `json:"reply,omitempty"`     // the reply in short
	Replies   []WrittenReply `json:"replies,omitempty"`   // others: on a part before it, or adding to it (阶段性回复、补充回复)
	Note      string         `json:"note,omitempty"`
}

// Returned reports whether the post brought the letter back: it is not served, and
// goes another way (检察专递规定).
func (d Delivery) Returned() bool { return !d.ReturnedOn.IsZero() }

// On is the day on which it was served, as its time was written down; none while
// it is not.
func (d Delivery) On() calendar.Date {
	if d.ServedAt.IsZero() {
		return calendar.Date{}
	}
	return calendar.DateOf(d.ServedAt)
}

// AllReplies lists the replies by day, the one that ends the period among them.
func (d Delivery) AllReplies() []WrittenReply {
	out := slices.Clone(d.Replies)
	if !d.RepliedOn.IsZero() {
		out = append(out, WrittenReply{On: d.RepliedOn, Text: d.Reply})
	}
	slices.SortStableFunc(out, func(a, b WrittenReply) int { return a.On.Compare(b.On) })
	return out
}

// A Consent is a unit's answer to the proposal to announce (商被建议单位同意,
// 检察建议工作规定 art. 18).
type Consent struct {
	Organisation ID            `json:"organisation"`
	AskedOn      calendar.Date `json:"asked_on,omitzero"`
	AnsweredOn   calendar.Date `json:"answered_on,omitzero"`
	Agreed       bool          `json:"agreed,omitempty"`
	Note         string        `json:"note,omitempty"`
}
