package script

import (
	"time"

	"hearingdesk/hearing"
)

// timed plans the steps within the slot, and returns how long they take. What
// the parts say is their share of it: a longer slot stretches each, a shorter one
// shortens each, in whole minutes. Without an end each takes what its part says.
func timed(steps []Step, slot hearing.Slot) int {
	share := make([]int, len(steps))
	total := 0
	for i := range steps {
		share[i] = max(steps[i].Minutes, 0)
		total += share[i]
	}
	if slot.End.After(slot.Start) && !slot.Start.IsZero() && total > 0 {
		scale(share, total, int(slot.End.Sub(slot.Start)/time.Minute))
	}
	at := 0
	for i := range steps {
		steps[i].From, steps[i].Minutes = time.Duration(at)*time.Minute, share[i]
		at += share[i]
	}
	return at
}

// scale gives each its share of the minutes. The steps' ends are rounded, not
// their lengths, so that the last one ends with the slot; a step that would have
// no minute has one as long as there are as many minutes as steps.
func scale(share []int, total, minutes int) {
	steps := 0
	for _, n := range share {
		if n > 0 {
			steps++
		}
	}
	sum, end := 0, 0
	for i, n := range share {
		if n == 0 {
			continue
		}
		sum += n
		steps--
		next := (sum*minutes + total/2) / total
		if minutes >= len(share) {
			next = min(max(next, end+1), minutes-steps)
		}
		share[i], end = next-end, next
	}
}
