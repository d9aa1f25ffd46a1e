package agenda

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// atRest reports whether a closed case leaves nothing to be seen to, on this day or
// a later one: nothing is found of it but what was done, no paper of it is on its
// way, and nothing of it is dated ahead, by which it would be judged otherwise then.
func atRest(f *hearing.CaseFile, found []hearing.Finding, today calendar.Date) bool {
	if f.Case.ClosedOn().IsZero() || slices.ContainsFunc(found, func(x hearing.Finding) bool { return x.Done.IsZero() }) {
		return false
	}
	sent := map[hearing.ID]bool{}
	for _, s := range f.Services() {
		sent[s.Instrument.ID] = true
		if stage := stageOf(s); stage != Replied && stage != Delivered {
			return false
		}
	}
	return !slices.ContainsFunc(f.Instruments, func(i hearing.Instrument) bool { return !sent[i.ID] }) && !ahead(f, today)
}

// ahead reports whether a case has something that is dated after a day.
func ahead(f *hearing.CaseFile, today calendar.Date) bool {
	for _, s := range f.Case.Steps {
		if s.On.After(today) {
			return true
		}
	}
	for _, i := range f.Instruments {
		for _, v := range i.Visits {
			if v.On.After(today) {
				return true
			}
		}
		for _, c := range i.Closures {
			if c.On.After(today) {
				return true
			}
		}
		if i.DecidedOn.After(today) || i.FiledOn.After(today) {
			return true
		}
	}
	return slices.ContainsFunc(f.Services(), func(s hearing.Service) bool {
		return s.Delivery.On().After(today) || s.Delivery.RepliedOn.After(today)
	})
}
