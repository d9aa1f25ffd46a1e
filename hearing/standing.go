package hearing

import "hearingdesk/hearing/calendar"

// A PoolSource is how an officer came to the pool (来源): by invitation, a unit's
// recommendation or a public call (人民检察院听证员库建设管理指导意见, art. 4), or
// out of another pool with consent (art. 5).
type PoolSource string

// The ways into the pool.
const (
	PoolRecommended PoolSource = "recommended" // 单位推荐
	PoolApplied     PoolSource = "applied"     // 个人自荐
	PoolInvited     PoolSource = "invited"     // 商请、邀请
	PoolDrawn       PoolSource = "drawn"       // 随机抽选
	PoolShared      PoolSource = "shared"      // 其他人才库转入
)

// PoolSources lists every way.
var PoolSources = []PoolSource{PoolRecommended, PoolApplied, PoolInvited, PoolDrawn, PoolShared}

// A PoolChange (库内变动) says that a person's standing in the pool changed, and
// why: joined again, suspended on the person's own wish, left for one of the
// grounds of art. 6 of 指导意见.
type PoolChange struct {
	On     calendar.Date `json:"on"`               // day from which it holds (日期)
	Status PoolStatus    `json:"status"`           // standing from then on (状态)
	Reason string        `json:"reason,omitempty"` // why (事由)
}

// PoolOn returns the standing in the pool on a day: that of the last change up to
// it, and Pool before the first one. Empty is outside the pool.
func (p Person) PoolOn(d calendar.Date) PoolStatus {
	out, at := p.Pool, calendar.Date{}
	for _, c := range p.PoolChanges {
		if !c.On.After(d) && !c.On.Before(at) {
			out, at = c.Status, c.On
		}
	}
	return out
}

// InPool reports whether the person is or was in the pool of officers.
func (p Person) InPool() bool { return p.Pool != "" || len(p.PoolChanges) > 0 }

// A Certificate (证书) is a paper that says what a person is able or allowed to
// do: a professional title, a lawyer's licence, a letter of appointment (聘书).
type Certificate struct {
	Kind   string        `json:"kind"`             // what it is (证书名称): 高级工程师, 律师执业证, 聘书
	Number string        `json:"number,omitempty"` // 证书编号
	Until  calendar.Date `json:"until,omitzero"`   // last day on which it is valid (有效期至); unset is without end
}

// ValidOn reports whether the certificate is valid on a day.
func (c Certificate) ValidOn(d calendar.Date) bool { return c.Until.IsZero() || !c.Until.Before(d) }

// An Appointment (聘任) is an office that somebody else gave a person for a term:
// people's supervisor (人民监督员), whom the justice bureau chooses
// (人民监督员选任管理办法, art. 3); an agency's staff invited as a prosecutor's
// assistant (特邀检察官助理); a volunteer of 益心为公; the accreditation of a
// journalist.
type Appointment struct {
	Number string        `json:"number,omitempty"` // number of the paper (证号、编号)
	Field  string        `json:"field,omitempty"`  // what the person is appointed for (领域)
	By     string        `json:"by,omitempty"`     // who appointed (选任机关), such as 云岭市司法局
	From   calendar.Date `json:"from,omitzero"`    // first day of the term (任期自)
	Until  calendar.Date `json:"until,omitzero"`   // last day of the term (任期至)
}

// IsZero reports whether there is no such appointment.
func (a Appointment) IsZero() bool { return a == Appointment{} }

// HoldsOn reports whether a day lies in the term; an end that is not known does
// not shut it.
func (a Appointment) HoldsOn(d calendar.Date) bool {
	return (a.From.IsZero() || !a.From.After(d)) && (a.Until.IsZero() || !a.Until.Before(d))
}
