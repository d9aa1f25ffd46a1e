package rules

import (
	"fmt"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Period is a term of law, or of the house, as data: what starts it, how long
// it runs, and what ends it. Its sentences are entries with the same id, one a
// variant:
//
//   - due: it runs; soon: it runs, and few days are left; late: its last day is
//     over, or what ends it came later; early: it came before the end of a
//     period that has to run out
//   - extended, unexplained: a later day was set, with or without a reason
//   - paused: the clock stands (DL27); open: it has no length, and is not ended
//   - unset: its length comes from the case, which does not say it
//
// A variant without an entry is not said. What stands behind a bar in a
// sentence is what to do next; it is left out once it was done, be it late. See [Events] for what can start and
// end a period.
type Period struct {
	ID      string                   `json:"id"`                 // DL09
	As      string                   `json:"as,omitempty"`       // goes before the variant, where one id has several periods: civil makes civil-due
	Starts  string                   `json:"starts"`             // the event that starts it, or the id of a period: then its last day does
	Ends    []string                 `json:"ends,omitempty"`     // the events that end it, each by itself; none: it just runs out
	Nth     int                      `json:"nth,omitempty"`      // which of those events ends it, the second being 2
	Extends string                   `json:"extends,omitempty"`  // the step that makes it longer by its own period (DL11)
	Length  calendar.Period          `json:"period,omitzero"`    // how long it is; unset: it has no last day, or the case says (PerCase)
	Back    bool                     `json:"back,omitempty"`     // counted backward from its start
	Wait    bool                     `json:"wait,omitempty"`     // has to run out: what ends it must not come earlier
	Pauses  bool                     `json:"pauses,omitempty"`   // stands still while the review is suspended (DL27)
	PerCase bool                     `json:"per_case,omitempty"` // its length is that of the step which starts it
	Soon    int                      `json:"soon,omitempty"`     // so many days before the end, the remark becomes a warning
	Papers  []hearing.InstrumentKind `json:"papers,omitempty"`
	Types   []hearing.CaseType       `json:"types,omitempty"`   // of these cases only; none: of all
	Prompt  []hearing.CaseType       `json:"prompt,omitempty"`  // in these cases the act says 及时, and to be late stops nothing
	Parties []hearing.PartyRole      `json:"parties,omitempty"` // for recipients who are such a party
	Urgent  *bool                    `json:"urgent,omitempty"`  // for papers that are, or are not, urgent
	House   bool                     `json:"house,omitempty"`   // the house's own number of days: the act names none
	Whom    Words                    `json:"whom,omitzero"`     // who is meant where nobody is named
	From    calendar.Date            `json:"from,omitzero"`     // first day of the start event for which it is law
	To      calendar.Date            `json:"to,omitzero"`       // last such day; unset is in force
}

// Words are a name in both languages.
type Words struct {
	Zh string `json:"zh,omitempty"`
	En string `json:"en,omitempty"`
}

// Validate says what is wrong with a period: one that cannot be counted, or
// that contradicts itself. It does not know the other periods of the table.
func (p Period) Validate() error {
	bad := func(format string, a ...any) error {
		return fmt.Errorf("period %s: "+format, append([]any{p.ID}, a...)...)
	}
	no := func(why, what string) error { return bad("%w", &Contradiction{why, what}) }
	switch {
	case p.ID == "":
		return bad("it has no id")
	case p.Starts == "":
		return bad("nothing starts it")
	case slices.Contains(p.Ends, p.Starts):
		return no(StartsAndEnds, p.Starts)
	case p.Back && (p.Wait || p.Pauses || p.PerCase || p.Extends != ""):
		return no(BackAndMore, "back")
	case p.Wait && len(p.Ends) == 0:
		return no(WaitsForNothing, "wait")
	case p.Nth < 0 || p.Nth > 1 && len(p.Ends) == 0:
		return no(EndsNever, fmt.Sprint(p.Nth))
	case p.Soon < 0:
		return bad("%d days before the end", p.Soon)
	case !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From):
		return bad("it is valid from %s to %s", p.From, p.To)
	case p.PerCase && p.Length.N != 0:
		return no(TwoLengths, "per_case, period")
	case !p.counted() && !p.PerCase && (p.Back || p.Pauses || p.Wait || p.Soon > 0 || len(p.Ends) == 0):
		return no(NoLength, "period")
	case p.counted() && p.Length.Unit == calendar.Hour:
		return bad("hours count from an instant, and events have only a date")
	}
	if p.counted() {
		if err := p.Length.Validate(); err != nil {
			return bad("%w", err)
		}
	}
	return nil
}

// counted reports whether the table says how long the period is.
func (p Period) counted() bool { return p.Length.N != 0 || p.Length.Unit != "" }

// valid reports whether the period is law for what happens on a day.
func (p *Period) valid(on calendar.Date) bool {
	return (p.From.IsZero() || !on.Before(p.From)) && (p.To.IsZero() || !on.After(p.To))
}

// fits reports whether the period is of a case type and a paper; a period that
// names no paper is of all, also of what has none. A case whose type is not
// chosen yet is counted as administrative public interest, the strictest.
func (p *Period) fits(k hearing.CaseType, i *hearing.Instrument) bool {
	if k == "" {
		k = hearing.AdminPublicInterest
	}
	if len(p.Types) > 0 && !slices.Contains(p.Types, k) {
		return false
	}
	if i == nil {
		return len(p.Papers) == 0 && p.Urgent == nil
	}
	return (len(p.Papers) == 0 || slices.Contains(p.Papers, i.Kind)) && (p.Urgent == nil || *p.Urgent == i.Urgent)
}

// variant is the key of a sentence.
func (p *Period) variant(v string) string {
	if p.As == "" {
		return v
	}
	return p.As + "-" + v
}

// each reports whether the period runs once for every recipient, because it is
// ended by what is done with a delivery.
func (p *Period) each() bool { return len(p.Ends) > 0 && strings.HasPrefix(p.Ends[0], "delivery.") }

// once reports whether the period runs once for a paper, from its first
// service, because it is ended by what is done with the paper.
func (p *Period) once() bool { return len(p.Ends) > 0 && strings.HasPrefix(p.Ends[0], "instrument.") }

// index finds the table's periods by their ids, and those that need no rule of
// their own by what starts them.
func (t *Table) index() {
	t.starting, t.laws = map[string][]*Period{}, map[string][]*Period{}
	for i := range t.periods {
		p := &t.periods[i]
		if !p.special() {
			t.starting[p.Starts] = append(t.starting[p.Starts], p)
		}
		t.laws[p.ID] = append(t.laws[p.ID], p)
	}
	t.compile()
}

// law is the period of an id that is law on a day; nil when there is none. A
// later file's comes before an earlier one's.
func (t *Table) law(id string, on calendar.Date) *Period {
	for _, p := range slices.Backward(t.laws[id]) {
		if p.valid(on) {
			return p
		}
	}
	return nil
}

// has reports whether there are words for a variant on a day.
func (t *Table) has(id, variant string, on calendar.Date) bool {
	_, ok := t.find(id, variant, on)
	return ok
}
