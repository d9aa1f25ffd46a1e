package announcement

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// Verb is how the button says that an announcement goes from one state to
// another.
func Verb(from, to hearing.State) string {
	switch {
	case to == hearing.Open && from.Held():
		return words.T("恢复宣告")
	case to == hearing.Open:
		return words.T("开始宣告")
	case to == hearing.Closed && from != hearing.Decided:
		return words.T("结束宣告")
	case to == hearing.Cancelled:
		return words.T("取消宣告送达")
	case to == hearing.Suspended:
		return words.T("中止宣告")
	}
	return sitting.Verb(from, to)
}

// Into returns the announcement in another state; why it was put off or
// cancelled is recorded also where nobody had been told.
func Into(a hearing.Announcement, to hearing.State, why hearing.Why, on calendar.Date) hearing.Announcement {
	a = a.InState(to, on, why)
	kind := map[hearing.State]hearing.MoveKind{hearing.Postponed: hearing.MovePostponed, hearing.Cancelled: hearing.MoveCancelled}[to]
	if kind != "" && !slices.ContainsFunc(a.Moves, func(m hearing.Move) bool { return m.Kind == kind && m.On == on }) {
		a.Moves = append(slices.Clone(a.Moves), hearing.Move{On: on, Kind: kind, From: a.Slot, Reason: why.Reason, By: why.By})
	}
	if to == hearing.Cancelled && why.By != "" && !slices.ContainsFunc(a.Approvals, func(x hearing.Approval) bool { return x.Kind == hearing.ApproveCancellation }) {
		a.Approvals = append(slices.Clone(a.Approvals), hearing.Approval{Kind: hearing.ApproveCancellation, By: why.By, On: on, Note: why.Reason})
	}
	return a
}
