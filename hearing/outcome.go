package hearing

import (
	"time"

	"hearingdesk/hearing/calendar"
)

// A Stance is an answer to a question of the hearing (意见).
type Stance string

// The stances; empty is not recorded.
const (
	Agree    Stance = "agree"    // 同意
	Disagree Stance = "disagree" // 不同意
	Other    Stance = "other"    // 其他意见
)

// Stances lists every stance.
var Stances = []Stance{Agree, Disagree, Other}

// An Opinion (评议意见) is one officer's answer to one question.
type Opinion struct {
	Officer  ID     `json:"officer"`          // participant in the role of officer
	Question ID     `json:"question"`         // question of the hearing
	Case     ID     `json:"case,omitempty"`   // case that it is about, where a question of all cases is answered case by case; empty: all
	Stance   Stance `json:"stance"`           // answer
	Reason   string `json:"reason,omitempty"` // reasons (理由)
	Advice   string `json:"advice,omitempty"` // suggestion (建议)
}

// A Timing is when a decision was made.
type Timing string

// The timings; empty is not yet decided.
const (
	OnTheSpot Timing = "on-the-spot" // 当场决定
	Later     Timing = "later"       // 另行决定
)

// An Answer is the procuratorate's own answer to a question (本院意见). Whether
// the majority was adopted follows from it.
type Answer struct {
	Question ID     `json:"question"`
	Case     ID     `json:"case,omitempty"` // as in an [Opinion]
	Stance   Stance `json:"stance"`
	Partly   bool   `json:"partly,omitempty"` // the majority is adopted in part (部分采纳)
	Reason   string `json:"reason,omitempty"`
}

// An Outcome is what came of a hearing (听证结果).
type Outcome struct {
	OpenedAt   time.Time    `json:"opened_at,omitzero"`                                                   // actual start
	ClosedAt   time.Time    `json:"closed_at,omitzero"`                                                   // actual end
	Observers  int          `json:"observers,omitempty"`                                                  // observers who came without being listed (旁听人数)
	Recordings []Recording  `json:"recordings,omitempty" older:"recording,recording_hash,recording_kept"` // what was recorded (录音录像); older: fields of packages that knew one disc
	Absence    string       `json:"absence,omitempty"`                                                    // why the hearing went on, or did not, without an absent party
	SignedBy   *Signature   `json:"signed_by,omitempty"`                                                  // the presider's signature under the transcript
	RecordedBy *Signature   `json:"recorded_by,omitempty"`                                                // the recorder's
	Ruling                  // what was decided, in every case that has no ruling of its own
	Answers    []Answer     `json:"answers,omitempty"` // own answer to each question
	Cases      []CaseRuling `json:"cases,omitempty"`   // what was decided in cases that were decided each by itself
}

// A Ruling (处理决定) is what was decided, and when.
type Ruling struct {
	Timing    Timing        `json:"timing,omitempty"`      // decided on the spot or later
	DecidedOn calendar.Date `json:"decided_on,omitzero"`   // date of the decision
	Decision  string        `json:"decision,omitempty"`    // what was decided (处理决定)
	Reasons   string        `json:"reasons,omitempty"`     // reasons (理由)
	Agreement string        `json:"agreement,omitempty"`   // what the parties agreed (达成协议)
	FollowUp  string        `json:"follow_up,omitempty"`   // what is to be followed (后续跟进)
	ToldAt    calendar.Date `json:"announced_on,omitzero"` // date on which the parties were told
}

// A CaseRuling is what was decided in one of several cases.
type CaseRuling struct {
	Case ID `json:"case"` // of the hearing's cases
	Ruling
}

// Adoptions lists every adoption.
var Adoptions = []Adoption{Adopted, InPart, NotAdopted}

// A Tally counts the opinions on one question.
type Tally struct {
	Agree, Disagree, Other int
	Present                int    // officers who were present
	Majority               Stance // stance of more than half of those present; empty on a tie or without a majority
}

// Adoption is whether the majority's opinion was followed (采纳情况).
type Adoption string

// The adoptions; empty is undecided, or there was no majority.
const (
	Adopted    Adoption = "adopted" // 采纳
	InPart     Adoption = "partly"  // 部分采纳
	NotAdopted Adoption = "not"     // 未采纳
)

// Tally counts the opinions of the officers present on a ballot. A majority is
// more than half of the officers present (听证工作规定, art. 16); while no presence
// is recorded, everybody who gave an opinion counts as present.
func (h Hearing) Tally(b Ballot) Tally {
	var t Tally
	recorded := false
	for i := range h.Participants {
		if p := &h.Participants[i]; p.Role == Officer && !p.Alternate && p.Attendance.Presence != "" {
			recorded = true
			if p.Attendance.Presence.Here() {
				t.Present++
			}
		}
	}
	for i := range h.Opinions {
		o := &h.Opinions[i]
		if o.Stance == "" || !h.counts(i, b) || recorded && !h.here(o.Officer) {
			continue
		}
		if !recorded {
			t.Present++
		}
		switch o.Stance {
		case Agree:
			t.Agree++
		case Disagree:
			t.Disagree++
		case Other:
			t.Other++
		}
	}
	for _, c := range []struct {
		s Stance
		n int
	}{{Agree, t.Agree}, {Disagree, t.Disagree}, {Other, t.Other}} {
		if 2*c.n > t.Present {
			t.Majority = c.s
		}
	}
	return t
}

// here reports whether an officer took part.
func (h Hearing) here(officer ID) bool {
	for i := range h.Participants {
		if p := &h.Participants[i]; p.ID == officer && p.Role == Officer && !p.Alternate {
			return p.Attendance.Presence.Here()
		}
	}
	return false
}

// MajorityAdopted tells whether the decision follows the majority on a ballot. It
// is empty when there is no majority or no answer.
func (h Hearing) MajorityAdopted(b Ballot) Adoption {
	m := h.Tally(b).Majority
	if m == "" {
		return ""
	}
	return h.OpinionAdopted(b, m)
}

// OpinionAdopted tells whether the decision follows an opinion on a ballot. It is
// empty while the ballot has no answer.
func (h Hearing) OpinionAdopted(b Ballot, s Stance) Adoption {
	a, ok := h.Answer(b)
	switch {
	case !ok:
		return ""
	case a.Partly:
		return InPart
	case a.Stance == s:
		return Adopted
	}
	return NotAdopted
}
