package sitting

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/words"
)

// Asks reports whether a state is entered with a reason.
func Asks(to hearing.State) bool { return to == hearing.Postponed || to == hearing.Cancelled }

// Verb is how the button says that a hearing goes from one state to another.
func Verb(from, to hearing.State) string {
	back := slices.Index(hearing.States, to) < slices.Index(hearing.States, from)
	switch {
	case to == hearing.Open && from == hearing.Recess:
		return words.T("继续听证")
	case to == hearing.Open && (from == hearing.Suspended || from == hearing.Closed):
		return words.T("恢复听证")
	case to == hearing.Closed && from != hearing.Decided:
		return words.T("结束听证")
	case to == hearing.Notifying && from == hearing.Postponed:
		return words.T("重新通知")
	case back && from != hearing.Postponed && from != hearing.Cancelled && from != hearing.Refused || to == hearing.Draft:
		return words.T("退回“{{.State}}”", map[string]string{"State": words.Of(to)})
	}
	if text, ok := verbs()[to]; ok {
		return text
	}
	return words.Of(to)
}

func verbs() map[hearing.State]string {
	return map[hearing.State]string{
		hearing.Submitted: words.T("报请批准"), hearing.Approved: words.T("记为已批准"), hearing.Refused: words.T("记为未批准"),
		hearing.Notifying: words.T("开始通知"), hearing.Ready: words.T("记为就绪"), hearing.Open: words.T("开始听证"),
		hearing.Recess: words.T("休会评议"), hearing.Suspended: words.T("中止听证"), hearing.Closed: words.T("结束听证"),
		hearing.Decided: words.T("记为已决定"), hearing.FedBack: words.T("记为已反馈"), hearing.Archived: words.T("归档"),
		hearing.Postponed: words.T("延期"), hearing.Cancelled: words.T("取消听证会"),
	}
}

// Next is what usually comes after a hearing's state, of those that can follow;
// empty where nothing does. The officers deliberate once, then it ends.
func Next(h hearing.Hearing, steps []rules.Transition) hearing.State {
	next := hearing.State("")
	if len(steps) > 0 {
		next = steps[0].To
	}
	if next == hearing.Recess && (len(h.Opinions) > 0 || len(h.Officers()) == 0) {
		return hearing.Closed
	}
	if slices.Index(hearing.States, next) < slices.Index(hearing.States, h.StateNow()) && h.StateNow() == hearing.Archived {
		return "" // only back
	}
	return next
}

// Into returns the hearing in another state, with the times that come with it:
// those of now on the hearing's own day, and the planned ones when it is
// recorded afterwards.
func Into(h hearing.Hearing, to hearing.State, why hearing.Why, now time.Time, zone *time.Location) hearing.Hearing {
	from, today := h.StateNow(), calendar.DateOf(now.In(zone))
	moment := func(planned time.Time) time.Time {
		if planned.IsZero() || calendar.DateOf(planned.In(zone)) == today {
			return now.In(zone).Truncate(time.Minute)
		}
		return planned
	}
	h = h.InState(to, today, why)
	switch {
	case to == hearing.Open && from.Held():
		h.Outcome.ClosedAt = time.Time{} // it goes on
	case to == hearing.Open && h.Outcome.OpenedAt.IsZero():
		h.Outcome.OpenedAt = moment(h.Start)
	case from == hearing.Open && !to.Held():
		h.Outcome.OpenedAt = time.Time{} // it had not begun
	case to == hearing.Closed && h.Outcome.ClosedAt.IsZero():
		h.Outcome.ClosedAt = moment(h.End)
	case to == hearing.Decided:
		h = decidedOn(h, today)
	}
	if Asks(to) {
		return because(h, to, why, today)
	}
	return h
}

// decidedOn dates the decisions that have no date yet.
func decidedOn(h hearing.Hearing, today calendar.Date) hearing.Hearing {
	if !h.Differ() && h.Outcome.DecidedOn.IsZero() {
		h.Outcome.DecidedOn = today
	}
	if !h.Differ() {
		return h
	}
	h.Outcome.Cases = h.Rulings()
	for i := range h.Outcome.Cases {
		if r := &h.Outcome.Cases[i]; r.DecidedOn.IsZero() {
			r.DecidedOn = today
		}
	}
	return h
}

// because records why a hearing was postponed or cancelled also where nobody
// had been told of it.
func because(h hearing.Hearing, to hearing.State, why hearing.Why, on calendar.Date) hearing.Hearing {
	kind := hearing.MovePostponed
	if to == hearing.Cancelled {
		kind = hearing.MoveCancelled
	}
	if !slices.ContainsFunc(h.Moves, func(m hearing.Move) bool { return m.Kind == kind && m.On == on }) {
		h.Moves = append(slices.Clone(h.Moves), hearing.Move{On: on, Kind: kind, From: h.Slot, Reason: why.Reason, By: why.By})
	}
	return h
}

// Allowed records the approval that cancelling needs, where who gave it is said.
func Allowed(h hearing.Hearing, to hearing.State, why hearing.Why, on calendar.Date) hearing.Hearing {
	if _, ok := h.Approval(hearing.ApproveCancellation); !ok && to == hearing.Cancelled && why.By != "" {
		h.Approvals = append(slices.Clone(h.Approvals), hearing.Approval{Kind: hearing.ApproveCancellation, By: why.By, On: on, Note: why.Reason})
	}
	return h
}
