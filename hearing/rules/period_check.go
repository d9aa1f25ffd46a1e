package rules

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// special reports whether a rule of its own judges the period, because it runs
// for each participant or notary's matter, or for the session: DL01, DL02, DL14, DL16, DL30.
func (p *Period) special() bool {
	return slices.ContainsFunc(p.Ends, func(e string) bool {
		return e == hearingTold || e == resultHeard || e == notaryIssued || e == bureauAsked
	}) || p.ID == "DL02"
}

// checkPeriod says what is wrong with a period among the others of its table: an
// event that there is not, one that starts itself, one that has nothing to say.
func (t *Table) checkPeriod(p *Period) error {
	if err := t.checkEvents(p); err != nil {
		return err
	}
	own := p.special() && !slices.Contains([]string{"DL01", "DL02", "DL14", "DL16", "DL30"}, p.ID)
	switch {
	case own:
		return &Contradiction{EndsOwnOnly, strings.Join(p.Ends, ", ")}
	case p.Back && p.Starts != hearingStart:
		return &Contradiction{BackFromElse, hearingStart}
	case t.circular(p.ID, p.Starts, map[string]bool{}):
		return &Contradiction{StartsItself, p.ID}
	}
	for _, v := range []string{"due", "open", "late"} {
		if len(t.entries[p.ID+"."+p.variant(v)]) > 0 {
			return nil
		}
	}
	return &Contradiction{NoSentence, p.ID + " " + p.variant("due")}
}

// checkEvents says which event of a period there is not.
func (t *Table) checkEvents(p *Period) error {
	if len(t.laws[p.Starts]) == 0 && !known(p.Starts) {
		return &Contradiction{NoEvent, p.Starts}
	}
	for _, e := range p.Ends {
		switch {
		case !known(e):
			return &Contradiction{NoEvent, e}
		case strings.HasPrefix(e, "delivery.") && !p.each(), strings.HasPrefix(e, "instrument.") && !p.once():
			return &Contradiction{EndsFirst, e}
		}
	}
	if p.Extends != "" && strings.Contains(p.Extends, ".") || p.Extends != "" && !known(p.Extends) {
		return &Contradiction{NoEvent, p.Extends}
	}
	return nil
}

// known reports whether an event can be: one of a field, or a step, by any kind
// that an office may name.
func known(event string) bool {
	if strings.Contains(event, ".") {
		return slices.Contains(Events(), event)
	}
	return hearing.StepKind(event).WellFormed()
}

// circular reports whether a chain of periods comes back to one of them; seen
// are the ids that were followed.
func (t *Table) circular(id, starts string, seen map[string]bool) bool {
	if starts == id {
		return len(t.laws[id]) > 0
	}
	if seen[starts] {
		return false
	}
	seen[starts] = true
	return slices.ContainsFunc(t.laws[starts], func(q *Period) bool { return t.circular(id, q.Starts, seen) })
}

// same reports whether two periods are law for the same events at one time.
func (p *Period) same(q *Period) bool {
	if p.ID != q.ID || p.Starts != q.Starts || p.Nth != q.Nth || p.As != q.As {
		return false
	}
	if !q.To.IsZero() && p.From.After(q.To) || !p.To.IsZero() && q.From.After(p.To) {
		return false
	}
	if p.Urgent != nil && q.Urgent != nil && *p.Urgent != *q.Urgent {
		return false
	}
	return meet(p.Types, q.Types) && meet(p.Papers, q.Papers) && meet(p.Parties, q.Parties)
}

// meet reports whether two lists share something; an empty one is everything.
func meet[T comparable](a, b []T) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}
