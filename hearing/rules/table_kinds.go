package rules

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A StepName is a kind of step that an office names itself.
type StepName struct {
	Code hearing.StepKind `json:"code"`
	Zh   string           `json:"zh"`
	En   string           `json:"en"`
}

// A Set is a rule set: what changes with one act, on the day from which it
// applies. Where the program does not know the day, the office enters it.
type Set struct {
	ID       string        `json:"id"`
	Zh       string        `json:"zh"` // the act
	En       string        `json:"en"`
	EffectZh string        `json:"effect_zh"` // what it changes, in a sentence
	EffectEn string        `json:"effect_en"`
	From     calendar.Date `json:"from,omitzero"` // unset: not known to the program
	Office   bool          `json:"-"`             // of the office's own file
}

// A Name is what a kind of instrument is called from a day on.
type Name struct {
	Kind    hearing.InstrumentKind `json:"kind"`
	Types   []hearing.CaseType     `json:"types,omitempty"` // in these cases only; none: in all
	Zh      string                 `json:"zh"`              // as on its head: 检察建议书
	En      string                 `json:"en"`
	ShortZh string                 `json:"short_zh"` // as in running text: 检察建议
	ShortEn string                 `json:"short_en"`
	Title   string                 `json:"title"`           // the act that names it so
	Article string                 `json:"article"`         // its article
	Basis   string                 `json:"basis"`           // what it says
	Renamed bool                   `json:"renamed"`         // the name takes the place of another, which findings say
	From    calendar.Date          `json:"from,omitzero"`   // first day on which it is called so
	To      calendar.Date          `json:"to,omitzero"`     // last such day
	Set     string                 `json:"set,omitempty"`   // from the day of a rule set
	Until   string                 `json:"until,omitempty"` // until the day before a rule set's
}

// A DomainRule is a domain of public-interest litigation with the law that it
// rests on.
type DomainRule struct {
	Code      hearing.Domain `json:"code"`
	Zh        string         `json:"zh"`
	En        string         `json:"en"`
	Basis     string         `json:"basis"`                // the acts and articles
	Statutory bool           `json:"statutory"`            // a statute lists it
	From      calendar.Date  `json:"from,omitzero"`        // day from which it does; unset: not known to the program
	Set       string         `json:"set,omitempty"`        // listed from the day of a rule set
	Level     hearing.Level  `json:"level,omitempty"`      // lowest office that handles it
	FiledAs   hearing.Domain `json:"filed_under,omitzero"` // domain under which it is often filed
}

// An Occasion says on what occasion a type of case may be heard: the triggers
// of 听证工作规定, art. 4, one for each of the ten types of the report.
type Occasion struct {
	Type     hearing.CaseType `json:"type"`
	Zh       string           `json:"zh"` // the occasion
	En       string           `json:"en"`
	When     Words            `json:"when"` // what has to be given
	Title    string           `json:"title"`
	Article  string           `json:"article"`
	Openness hearing.Openness `json:"openness"` // art. 5; empty: to be chosen
	From     calendar.Date    `json:"from,omitzero"`
	To       calendar.Date    `json:"to,omitzero"`
}

// A Lead is where a case's lead can come from (线索来源).
type Lead struct {
	Code hearing.Source `json:"code"`
	Zh   string         `json:"zh"`
	En   string         `json:"en"`
}

// An ApprovalRule is one of the decisions that the chief procurator is asked
// for. Each is a flag of its own: none follows from another.
type ApprovalRule struct {
	Kind    hearing.ApprovalKind `json:"kind"`
	Zh      string               `json:"zh"`
	En      string               `json:"en"`
	By      Words                `json:"by"`     // who may approve
	When    Words                `json:"when"`   // when it is needed
	Always  bool                 `json:"always"` // one of the five that the approval form always asks
	Title   string               `json:"title"`
	Article string               `json:"article"`
	From    calendar.Date        `json:"from,omitzero"`
	To      calendar.Date        `json:"to,omitzero"`
}

// Domains lists the domains; office's own come last.
func (t *Table) Domains() []DomainRule { return slices.Clone(t.domains) }

// Domain is what the table says of a domain, and whether it has it.
func (t *Table) Domain(code hearing.Domain) (DomainRule, bool) {
	for _, d := range slices.Backward(t.domains) {
		if d.Code == code {
			return d, true
		}
	}
	return DomainRule{}, false
}

// Occasion is on what occasion a type of case is heard on a day.
func (t *Table) Occasion(k hearing.CaseType, on calendar.Date) (Occasion, bool) {
	for _, o := range slices.Backward(t.occasions) {
		if o.Type == k && within(on, o.From, o.To) {
			return o, true
		}
	}
	return Occasion{}, false
}

// Leads lists the sources of a lead.
func (t *Table) Leads() []Lead { return slices.Clone(t.leads) }

// Approvals lists the approvals, the five that are always asked first.
func (t *Table) Approvals() []ApprovalRule { return slices.Clone(t.approvals) }

// Sets lists the rule sets.
func (t *Table) Sets() []Set { return slices.Clone(t.sets) }
