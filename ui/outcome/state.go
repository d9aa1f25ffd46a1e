package outcome

import (
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// An Action takes a hearing from one state to the next.
type Action int

// The actions.
const (
	Begin    Action = iota // 开始听证
	Pause                  // 中止
	Resume                 // 恢复听证
	End                    // 结束听证
	Decide                 // 记为已决定
	FeedBack               // 记为已反馈
	StepBack               // 退回上一步
)

// Text is the action as its button says it.
func (a Action) Text() string {
	switch a {
	case Begin:
		return words.T("开始听证")
	case Pause:
		return words.T("中止")
	case Resume:
		return words.T("恢复听证")
	case End:
		return words.T("结束听证")
	case Decide:
		return words.T("记为已决定")
	case FeedBack:
		return words.T("记为已反馈")
	}
	return words.T("退回上一步")
}

// Actions lists what can be done in a state. The first is what comes next.
func Actions(s hearing.State) []Action {
	switch s {
	case hearing.Draft, hearing.Submitted, hearing.Approved, hearing.Notifying, hearing.Ready:
		return []Action{Begin}
	case hearing.Open:
		return []Action{End, Pause, StepBack}
	case hearing.Suspended:
		return []Action{Resume, End}
	case hearing.Closed:
		return []Action{Decide, Resume}
	case hearing.Decided:
		return []Action{FeedBack, StepBack}
	case hearing.FedBack:
		return []Action{StepBack}
	}
	return nil // cancelled, postponed, refused and archived hearings have no outcome to record
}

// Lacks says what is missing for an action; empty is nothing.
func Lacks(h hearing.Hearing, d hearing.Dossier, a Action) string {
	switch a {
	case Decide:
		if h.Outcome.Decision == "" {
			return words.T("还没有写处理决定。")
		}
		if LacksConsent(h) {
			return words.T("没有采纳多数意见，先要有检察长同意的记录（听证工作规定第十六条）。")
		}
	case FeedBack:
		var names []string
		for _, p := range Untold(h) {
			name, _ := Called(d, p)
			names = append(names, name)
		}
		if len(names) > 0 {
			return words.T("还没有把结果告知：{{.Names}}。请在“告知”里记录。", map[string]string{"Names": words.List(names)})
		}
	}
	return ""
}

// Take takes the action. Times that are still open are those of now on the
// hearing's own day, and the planned ones when it is recorded afterwards.
func Take(h *hearing.Hearing, a Action, now time.Time, zone *time.Location) {
	switch a {
	case Begin:
		h.State = hearing.Open
		if h.Outcome.OpenedAt.IsZero() {
			h.Outcome.OpenedAt = Moment(*h, now, h.Start, zone)
		}
	case Pause:
		h.State = hearing.Suspended
	case Resume:
		h.State = hearing.Open
		h.Outcome.ClosedAt = time.Time{}
	case End:
		h.State = hearing.Closed
		if h.Outcome.ClosedAt.IsZero() {
			h.Outcome.ClosedAt = Moment(*h, now, h.End, zone)
		}
	case Decide:
		h.State = hearing.Decided
		if h.Outcome.DecidedOn.IsZero() {
			h.Outcome.DecidedOn = DayOf(hearing.Hearing{}, now, zone)
		}
	case FeedBack:
		h.State = hearing.FedBack
	case StepBack:
		back(h)
	}
}

func back(h *hearing.Hearing) {
	switch h.StateNow() {
	case hearing.Open:
		h.State = hearing.Ready
		h.Outcome.OpenedAt = time.Time{}
	case hearing.Decided:
		h.State = hearing.Closed
	case hearing.FedBack:
		h.State = hearing.Decided
	}
}

// Moment is now, to the minute, on the hearing's own day, and the planned time
// on any other.
func Moment(h hearing.Hearing, now, planned time.Time, zone *time.Location) time.Time {
	if planned.IsZero() || today(h, now, zone) {
		return now.In(zone).Truncate(time.Minute)
	}
	return planned
}
