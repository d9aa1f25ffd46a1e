package hearing

import "time"

// A State is where a session stands between its first draft and the archive
// (domain rules: the state machine of hearings and of announced service).
type State string

// The states of a session.
const (
	Draft     State = "draft"     // 草拟
	Submitted State = "submitted" // 报批
	Approved  State = "approved"  // 已批准
	Refused   State = "refused"   // 未批准
	Notifying State = "notifying" // 通知中
	Ready     State = "ready"     // 就绪
	Open      State = "open"      // 进行中
	Recess    State = "recess"    // 休会评议
	Suspended State = "suspended" // 中止
	Closed    State = "closed"    // 已结束，待决定
	Decided   State = "decided"   // 已决定
	FedBack   State = "fed-back"  // 已反馈
	Archived  State = "archived"  // 已归档
	Postponed State = "postponed" // 延期
	Cancelled State = "cancelled" // 取消
)

// States lists every state in order.
var States = []State{Draft, Submitted, Approved, Refused, Notifying, Ready, Open, Recess, Suspended, Closed, Decided, FedBack, Archived, Postponed, Cancelled}

// Holds reports whether a session in the state takes its room and its people
// on the calendar.
func (v State) Holds() bool { return v != Cancelled && v != Postponed && v != Refused }

// A Form is a way in which a session is held (形式); a session can have several.
type Form string

// The forms.
const (
	Ordinary   Form = "ordinary"   // 普通
	Simplified Form = "simplified" // 简易
	OnSite     Form = "on-site"    // 上门
	Streamed   Form = "streamed"   // 直播
	Remote     Form = "remote"     // 远程视频
)

// Forms lists every form.
var Forms = []Form{Ordinary, Simplified, OnSite, Streamed, Remote}

// An Openness says whether the public may attend; empty is not yet chosen.
type Openness string

// Public and closed.
const (
	Public   Openness = "public" // 公开
	NotOpen  Openness = "closed" // 不公开
	AskFirst Openness = ""       // 未定
)

// A Slot is a place and a time. End is after Start.
type Slot struct {
	Room  ID        `json:"room,omitempty"` // where it is held (地点)
	Start time.Time `json:"start,omitzero"` // when it begins, with its zone (开始时间)
	End   time.Time `json:"end,omitzero"`   // when it is planned to end (结束时间)
}

// LongestSession is how long a session can last, from its first minute to its
// last. It catches a wrong year.
const LongestSession = 14 * 24 * time.Hour

// Set reports whether start and end are known.
func (s Slot) Set() bool { return !s.Start.IsZero() && !s.End.IsZero() }

// Overlaps reports whether both slots are known and share an instant. A slot
// that begins when the other ends does not overlap.
func (s Slot) Overlaps(o Slot) bool {
	return s.Set() && o.Set() && s.Start.Before(o.End) && o.Start.Before(s.End)
}

// An ApprovalKind names what the chief procurator is asked to approve. Each is
// a decision of its own.
type ApprovalKind string

// The approvals.
const (
	ApproveHearing      ApprovalKind = "hearing"         // 召开听证 (听证工作规定, art. 4)
	ApproveVenue        ApprovalKind = "venue"           // 场所 (art. 12)
	ApproveStream       ApprovalKind = "stream"          // 直播、录播 (art. 19)
	ApproveOutsider     ApprovalKind = "outside-officer" // 库外听证员
	ApproveMinor        ApprovalKind = "minor"           // 未成年人例外
	ApprovePublic       ApprovalKind = "public"          // 依法不公开类型改为公开
	ApproveNonAdoption  ApprovalKind = "non-adoption"    // 不采纳多数意见 (art. 16)
	ApproveCancellation ApprovalKind = "cancellation"    // 取消
	ApproveNumber       ApprovalKind = "officer-number"  // 听证员人数例外
)

// ApprovalKinds lists every approval.
var ApprovalKinds = []ApprovalKind{ApproveHearing, ApproveVenue, ApproveStream, ApproveOutsider, ApproveMinor, ApprovePublic, ApproveNonAdoption, ApproveCancellation, ApproveNumber}
