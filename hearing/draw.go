package hearing

import (
	"time"

	"hearingdesk/hearing/calendar"
)

// A SeedSource says where the value came from that a draw was shuffled by.
type SeedSource string

// The sources.
const (
	SeedPublic SeedSource = "public" // 公开数值: a lottery number, a closing index, typed in by the witness
	SeedRandom SeedSource = "random" // 系统随机数: made by the machine, where no public value was at hand
)

// SeedSources lists both.
var SeedSources = []SeedSource{SeedPublic, SeedRandom}

// A DrawReply is what somebody who was drawn answered (答复).
type DrawReply string

// The answers. All but the first are refusals, each with its reason.
const (
	ReplyAccepted    DrawReply = "accepted"    // 同意参加
	ReplyUnreachable DrawReply = "unreachable" // 无法联系
	ReplyBusy        DrawReply = "busy"        // 时间冲突
	ReplyRecused     DrawReply = "recused"     // 回避
	ReplyDeclined    DrawReply = "declined"    // 拒绝
)

// DrawReplies lists every answer.
var DrawReplies = []DrawReply{ReplyAccepted, ReplyUnreachable, ReplyBusy, ReplyRecused, ReplyDeclined}

// Refusals lists the answers of those who do not come.
var Refusals = DrawReplies[1:]

// An ExclusionReason is why somebody of the pool did not take part in a draw
// (不参加抽选的原因).
type ExclusionReason string

// The reasons. Those up to ExcludedRefused come of the rules and of the hearing
// itself; the others are the operator's, who says more in words.
const (
	ExcludedAge      ExclusionReason = "age"      // 不满二十三周岁 (R1)
	ExcludedBar      ExclusionReason = "bar"      // 有禁止情形 (R2)
	ExcludedInterest ExclusionReason = "interest" // 可能有利害关系 (R3)
	ExcludedUnit     ExclusionReason = "unit"     // 所在单位与本案有关 (R4)
	ExcludedEarlier  ExclusionReason = "earlier"  // 参加过本案此前的听证 (R6)
	ExcludedOften    ExclusionReason = "often"    // 近期参加次数较多 (R7)
	ExcludedTime     ExclusionReason = "time"     // 时间冲突 (R8), or known beforehand
	ExcludedPool     ExclusionReason = "pool"     // 不在库或者聘期已满 (R9)
	ExcludedRole     ExclusionReason = "role"     // 在本场有其他身份
	ExcludedSeated   ExclusionReason = "seated"   // 已是本场听证员或候补
	ExcludedRefused  ExclusionReason = "refused"  // 本场已答复不参加
	ExcludedRule     ExclusionReason = "rule"     // another rule, an office's own
	ExcludedRecusal  ExclusionReason = "recusal"  // 应当回避
	ExcludedHealth   ExclusionReason = "health"   // 身体原因
	ExcludedOther    ExclusionReason = "other"    // 其他原因
)

// ExclusionReasons lists every reason.
var ExclusionReasons = []ExclusionReason{ExcludedAge, ExcludedBar, ExcludedInterest, ExcludedUnit, ExcludedEarlier, ExcludedOften, ExcludedTime, ExcludedPool,
	ExcludedRole, ExcludedSeated, ExcludedRefused, ExcludedRule, ExcludedRecusal, ExcludedHealth, ExcludedOther}

// ManualExclusions lists the reasons that an operator can give.
var ManualExclusions = []ExclusionReason{ExcludedRecusal, ExcludedTime, ExcludedHealth, ExcludedOther}

// A Draw (听证员抽选) is one random draw of hearing officers out of the pool, with
// all that is needed to repeat it: who was in the pool, in which order, what it
// was shuffled by, and how. Package draw makes and repeats it.
//
// It is never edited afterwards. Answers are added at its end, and a draw that
// does not count is voided with the reason; another is a new one.
type Draw struct {
	ID         ID              `json:"id"`
	At         time.Time       `json:"at"`                 // when it was drawn (抽选时间)
	Place      string          `json:"place,omitempty"`    // where (抽选地点)
	Operator   string          `json:"operator"`           // who operated the program (操作人)
	Witness    string          `json:"witness,omitempty"`  // who witnessed it, and typed the public value in (见证人)
	Notary     string          `json:"notary,omitempty"`   // notary who supervised it, with the office (现场监督公证)
	Day        calendar.Date   `json:"day"`                // day for which everybody's fitness was judged: the hearing's
	Pool       []DrawCandidate `json:"pool"`               // who took part, in the canonical order; number 1 is the first
	Hash       string          `json:"pool_hash"`          // SHA-256 of the pool's listing, in hexadecimal
	Excluded   []DrawExclusion `json:"excluded,omitempty"` // who of the pool did not take part, and why
	Officers   int             `json:"officers"`           // how many officers were to be drawn
	Alternates int             `json:"alternates"`         // how many alternates (候补)
	Quotas     []DrawQuota     `json:"quotas,omitempty"`   // how many officers at least are of a class or a specialty
	Algorithm  string          `json:"algorithm"`          // how it was shuffled, by name and version
	Seed       string          `json:"seed"`               // what it was shuffled by, as it went into the algorithm
	SeedSource SeedSource      `json:"seed_source"`        // where the seed came from
	SeedNote   string          `json:"seed_note,omitempty"`
	Order      []int           `json:"order"`             // numbers of the pool as shuffled
	Drawn      []int           `json:"drawn"`             // numbers of the officers, in the order of the draw
	Spare      []int           `json:"spare,omitempty"`   // numbers of the alternates, in the order in which they move up
	Answers    []DrawAnswer    `json:"answers,omitempty"` // what they answered, as it came
	Void       *DrawVoid       `json:"void,omitempty"`    // that the draw does not count
}

// A DrawCandidate is one member of the pool who took part in a draw, as the
// listing has it: nothing of it is read from anywhere else when the draw is
// repeated.
type DrawCandidate struct {
	Person      ID           `json:"person"`
	Code        string       `json:"code"` // tells apart who has the same name: made of the ID, and the pool is ordered by it (编号)
	Name        string       `json:"name"`
	Class       OfficerClass `json:"class,omitempty"`
	Specialties []string     `json:"specialties,omitempty"`
	Hint        string       `json:"hint,omitempty"` // what the rules asked to be looked at; not part of the listing
}

// A DrawExclusion is one member of the pool who did not take part in a draw.
type DrawExclusion struct {
	Person ID              `json:"person"`
	Code   string          `json:"code"`
	Name   string          `json:"name"`
	Class  OfficerClass    `json:"class,omitempty"`
	Reason ExclusionReason `json:"reason"`
	Rule   string          `json:"rule,omitempty"` // rule that says so: R4; empty: the operator does
	Text   string          `json:"text,omitempty"` // more of it in words
}

// A DrawQuota asks that at least so many officers are of a class, or know a
// field, or both.
type DrawQuota struct {
	Class     OfficerClass `json:"class,omitempty"`
	Specialty string       `json:"specialty,omitempty"` // exactly as among the specialties
	N         int          `json:"n"`                   // at least 1
}

// Fits reports whether a candidate is one that the quota asks for.
func (q DrawQuota) Fits(c DrawCandidate) bool {
	if q.Class != "" && c.Class != q.Class {
		return false
	}
	for _, s := range c.Specialties {
		if s == q.Specialty {
			return true
		}
	}
	return q.Specialty == ""
}

// A DrawAnswer is what one of the drawn answered.
type DrawAnswer struct {
	N     int           `json:"n"`              // number in the pool
	On    calendar.Date `json:"on"`             // day of the answer
	Reply DrawReply     `json:"reply"`          // the answer
	Next  int           `json:"next,omitempty"` // alternate who moved up for it; 0: nobody
	Note  string        `json:"note,omitempty"` // how it was said, more of the reason
}

// A DrawVoid says that a draw does not count (作废).
type DrawVoid struct {
	On     calendar.Date `json:"on"`
	By     string        `json:"by"`     // who decided it
	Reason string        `json:"reason"` // why
}

// Draw returns the draw with the id, and whether there is one.
func (h Hearing) Draw(id ID) (Draw, bool) {
	for i := range h.Draws {
		if h.Draws[i].ID == id {
			return h.Draws[i], true
		}
	}
	return Draw{}, false
}

// An OfficerPool is a hearing's dossier with everybody of the pool of officers
// (听证员库) in it, also who is suspended or has left: what the services before
// the hearing and the clashes say, they say of all of them.
type OfficerPool struct {
	Dossier Dossier
	Members []ID // people, in the order of their pinyin
}
