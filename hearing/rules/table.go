// Package rules says what the law and the office's own rules say of a session.
// A rule is a function that holds only what a table cannot: the number of its
// article, its severity, its validity and its words come from the rule table.
package rules

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// An Entry is one thing that a rule can say.
type Entry struct {
	ID          string           `json:"id"`                // DL01, R1, CLASH
	Variant     string           `json:"variant,omitempty"` // which of the rule's sentences
	Severity    hearing.Severity `json:"severity"`
	Title       string           `json:"title"`             // the act
	Article     string           `json:"article,omitempty"` // its article; only what is the house's own has none
	Basis       string           `json:"basis"`             // what it says, in our words
	Zh          string           `json:"zh"`                // the finding, with {names}
	En          string           `json:"en"`
	Overridable bool             `json:"overridable"`       // somebody may approve otherwise
	House       bool             `json:"house,omitempty"`   // the house's own rule: no act says it
	Bars        hearing.State    `json:"bars,omitempty"`    // a session with the finding may not enter the state, nor a later one
	Asks        hearing.State    `json:"asks,omitempty"`    // the finding is named before the state is entered, and does not bar it
	N           int              `json:"n,omitempty"`       // the number that the rule goes by: the age of R1, the services of R7
	Pattern     string           `json:"pattern,omitempty"` // the regular expression that the rule goes by: the form of a document number
	From        calendar.Date    `json:"from,omitzero"`
	To          calendar.Date    `json:"to,omitzero"`   // last day of validity; unset is in force
	Set         string           `json:"set,omitempty"` // valid from the day of a rule set
	Office      bool             `json:"-"`             // of the office's own file
}

// Citation is the act with its article as printed.
func (e Entry) Citation() string { return e.Title + e.Article }

// Applies reports whether the entry is in force on a day.
func (e Entry) Applies(on calendar.Date) bool { return within(on, e.From, e.To) }

func (e Entry) key() string { return e.ID + "." + e.Variant }

// A Table is the rule table. It is not changed once made.
type Table struct {
	entries   map[string][]Entry
	periods   []Period
	starting  map[string][]*Period // by what starts them
	laws      map[string][]*Period // by id
	templates []Template
	steps     []StepName
	sets      []Set
	names     []Name
	domains   []DomainRule
	occasions []Occasion
	leads     []Lead
	approvals []ApprovalRule
	volumes   []Volume
	parts     []Part
	phrases   []Phrase
	standards []Standard
	metrics   []Metric
	patterns  map[string]*regexp.Regexp // of entries, compiled
	raw       *Table                    // as the files have it, without regard to rule sets; nil: this is it
}

// add takes over what a file says.
func (t *Table) add(f file) {
	for _, e := range f.Rules {
		t.entries[e.key()] = append(t.entries[e.key()], e)
	}
	t.periods = append(t.periods, f.Periods...)
	t.templates = append(t.templates, f.Templates...)
	t.steps = append(t.steps, f.Steps...)
	t.sets = append(t.sets, f.Sets...)
	t.names = append(t.names, f.Names...)
	t.domains = append(t.domains, f.Domains...)
	t.occasions = append(t.occasions, f.Occasions...)
	t.leads = append(t.leads, f.Leads...)
	t.approvals = append(t.approvals, f.Approvals...)
	t.volumes = append(t.volumes, f.Volumes...)
	t.parts = append(t.parts, f.Scripts...)
	t.phrases = append(t.phrases, f.Phrases...)
	t.standards = append(t.standards, f.Standards...)
	t.metrics = append(t.metrics, f.Metrics...)
}

// clone copies a table, so that it can be added to.
func (t *Table) clone() *Table {
	out := *t
	out.entries = make(map[string][]Entry, len(t.entries))
	for k, v := range t.entries {
		out.entries[k] = slices.Clip(v)
	}
	out.periods, out.templates, out.steps = slices.Clone(t.periods), slices.Clone(t.templates), slices.Clone(t.steps)
	out.sets, out.names, out.domains = slices.Clone(t.sets), slices.Clone(t.names), slices.Clone(t.domains)
	out.occasions, out.leads, out.approvals = slices.Clone(t.occasions), slices.Clone(t.leads), slices.Clone(t.approvals)
	out.volumes, out.parts, out.phrases = slices.Clone(t.volumes), slices.Clone(t.parts), slices.Clone(t.phrases)
	out.standards, out.metrics = slices.Clone(t.standards), slices.Clone(t.metrics)
	return &out
}

// over is the table with an office's file in place of what it says otherwise.
func (t *Table) over(f file) *Table {
	out := t.clone()
	for i := range f.Rules {
		f.Rules[i].Office = true
		k := f.Rules[i].key()
		out.entries[k] = slices.DeleteFunc(slices.Clone(out.entries[k]), func(e Entry) bool { return !e.Office && f.Rules[i].From.IsZero() })
	}
	for _, e := range f.Rules { // an entry from a later day comes before the one until then
		out.entries[e.key()] = append([]Entry{e}, out.entries[e.key()]...)
	}
	for _, p := range f.Periods {
		out.periods = slices.DeleteFunc(out.periods, func(q Period) bool {
			return q.ID == p.ID && q.As == p.As && (p.From.IsZero() || !q.From.Before(p.From))
		})
		for j := range out.periods { // the earlier one is law until then
			if q := &out.periods[j]; q.ID == p.ID && q.As == p.As && overlap(q.From, q.To, p.From, p.To) {
				q.To = p.From.AddDays(-1)
			}
		}
	}
	for i := range f.Templates {
		f.Templates[i].Office = true
	}
	for i := range f.Volumes {
		f.Volumes[i].Office = true
	}
	for i := range f.Sets {
		f.Sets[i].Office = true
		out.sets = slices.DeleteFunc(out.sets, func(s Set) bool { return s.ID == f.Sets[i].ID })
	}
	out.speaks(&f)
	f.Rules = nil
	out.add(f)
	return out
}

// find returns the entry that is in force on a day.
func (t *Table) find(id, variant string, on calendar.Date) (*Entry, bool) {
	list := t.entries[id+"."+variant]
	for i := range list {
		if list[i].Applies(on) {
			return &list[i], true
		}
	}
	return nil, false
}

// Entries lists everything that the rules can say, by id, variant and day.
func (t *Table) Entries() []Entry {
	var out []Entry
	for _, list := range t.entries {
		out = append(out, list...)
	}
	slices.SortFunc(out, func(a, b Entry) int {
		return cmp.Or(natural(a.ID, b.ID), cmp.Compare(a.Variant, b.Variant), a.From.Compare(b.From))
	})
	return out
}

// natural puts R2 before R10.
func natural(a, b string) int {
	stem := func(s string) string { return strings.TrimRight(s, "0123456789") }
	return cmp.Or(cmp.Compare(stem(a), stem(b)), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// Periods lists the periods.
func (t *Table) Periods() []Period { return slices.Clone(t.periods) }

// Cites is the act with its article that a rule rests on, on a day, whichever of
// its sentences is said; empty where there is no such rule.
func (t *Table) Cites(rule, variant string, on calendar.Date) string {
	if e, ok := t.find(rule, variant, on); ok {
		return e.Citation()
	}
	for _, e := range t.Entries() {
		if e.ID == rule && e.Applies(on) {
			return e.Citation()
		}
	}
	return ""
}

// Basis returns what the article behind a finding says, in the table's words.
// Where the paper that it is about bears a new name, it says since when and why.
func (t *Table) Basis(f hearing.Finding) hearing.Basis {
	b := hearing.Basis{}
	for _, e := range t.entries[f.Rule+"."+f.Variant] {
		if e.Citation() == f.Article {
			b = hearing.Basis{Title: e.Title, Article: e.Article, Text: e.Basis}
		}
	}
	if b.Title == "" {
		return b
	}
	for _, n := range t.names {
		if kind := f.Args["kind"]; n.Renamed && kind != "" && (kind == n.Zh || kind == n.En) {
			b.Text += "\n" + n.Title + n.Article + "：" + n.Basis
		}
	}
	return b
}

// fill puts values into the {names} of a sentence; a name without a value stays.
func fill(text string, a args) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		if !ok {
			if b.Len() == 0 {
				return text
			}
			b.WriteString(text)
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		v, given := a[name]
		if !closed || !given {
			b.WriteString(text[:len(before)+1])
			text = rest
			continue
		}
		if b.Len() == 0 {
			b.Grow(2 * len(text))
		}
		b.WriteString(before)
		b.WriteString(v)
		text = after
	}
}
