package rules

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A lexicon is what a file can refer to: its own and what it is read with.
type lexicon struct {
	whole *Table                     // everything together
	args  map[string]map[string]bool // values that the sentences of a rule have, by its id
	sets  map[string]bool
	steps map[string]bool

	courses map[string]map[string]bool // steps of each template, by its id
}

// said are the values that the sentences of a period can name.
var said = []string{"who", "start", "due", "paper", "kind", "upper", "n", "done", "on", "left", "since", "original", "note", "set"}

// variants are the sentences that a period can have.
var variants = []string{"due", "soon", "late", "early", "after", "extended", "unexplained", "paused", "open", "unset"}

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

func namesIn(text string) []string {
	var out []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	return out
}

// knownOf gathers it. What the sentences of a rule can name is what the first
// table's do: its rules are those that functions say.
func knownOf(tables ...*Table) *lexicon {
	k := &lexicon{whole: &Table{entries: map[string][]Entry{}}, args: map[string]map[string]bool{}, sets: map[string]bool{}, steps: map[string]bool{}, courses: map[string]map[string]bool{}}
	for _, list := range tables[0].entries {
		for _, e := range list {
			k.allow(e.ID, namesIn(e.Zh+e.En))
		}
	}
	for _, s := range hearing.StepKinds {
		k.steps[string(s)] = true
	}
	for _, t := range tables {
		for key, list := range t.entries {
			k.whole.entries[key] = append(k.whole.entries[key], list...)
		}
		k.whole.periods = append(k.whole.periods, t.periods...)
		for i := range t.periods {
			k.allow(t.periods[i].ID, said)
		}
		for _, s := range t.steps {
			k.steps[string(s.Code)] = true
		}
		for _, s := range t.sets {
			k.sets[s.ID] = true
		}
		for _, p := range t.templates {
			k.hasSteps(p)
		}
	}
	k.whole.index()
	return k
}

// hasSteps notes the steps of a template, beside those of others with its id.
func (k *lexicon) hasSteps(p Template) {
	if k.courses[p.ID] == nil {
		k.courses[p.ID] = map[string]bool{}
	}
	for _, s := range p.Steps {
		k.courses[p.ID][s.Key] = true
	}
}

func (k *lexicon) allow(id string, names []string) {
	if k.args[id] == nil {
		k.args[id] = map[string]bool{}
	}
	for _, n := range names {
		k.args[id][n] = true
	}
}

// records reports whether somebody can record an event, or another period ends
// with it.
func (k *lexicon) records(event string) bool {
	return slices.Contains(Events(), event) || k.steps[event] || len(k.whole.laws[event]) > 0
}

// judge adds the faults of what a file says.
func (m *marked) judge(k *lexicon) {
	for i := range m.file.Rules {
		m.entry(fmt.Sprintf("rules[%d]", i), &m.file.Rules[i], k)
	}
	for i := range m.file.Periods {
		m.period(fmt.Sprintf("periods[%d]", i), &m.file.Periods[i], k)
	}
	for i, s := range m.file.Steps {
		at := fmt.Sprintf("steps[%d]", i)
		m.needs(at, "code", string(s.Code), "zh", s.Zh, "en", s.En)
		if s.Code != "" && !s.Code.WellFormed() {
			m.fault(at+".code", BadID, string(s.Code), "fire-inspected")
		}
		if slices.Contains(hearing.StepKinds, s.Code) || slices.ContainsFunc(m.file.Steps[:i], func(o StepName) bool { return o.Code == s.Code }) {
			m.fault(at+".code", BadDuplicate, string(s.Code), "")
		}
	}
	for i, s := range m.file.Sets {
		at := fmt.Sprintf("sets[%d]", i)
		m.needs(at, "id", s.ID, "zh", s.Zh, "en", s.En)
		if slices.ContainsFunc(m.file.Sets[:i], func(o Set) bool { return o.ID == s.ID }) {
			m.fault(at+".id", BadDuplicate, s.ID, "")
		}
	}
	for i := range m.file.Templates {
		m.template(fmt.Sprintf("templates[%d]", i), &m.file.Templates[i], k)
	}
	m.kinds(k)
	m.scripts(k)
}

// needs adds a fault for each empty field; fields are given by name and value.
func (m *marked) needs(at string, fields ...string) {
	for i := 1; i < len(fields); i += 2 {
		if fields[i] == "" {
			m.fault(at+"."+fields[i-1], BadRequired, "", "")
		}
	}
}

// times checks a validity, and the rule set that it depends on.
func (m *marked) times(at string, from, to calendar.Date, set string, k *lexicon) {
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		m.fault(at+".to", BadOrder, to.String(), from.String())
	}
	if set != "" && !k.sets[set] {
		m.fault(at+".set", BadSet, set, listed(k.sets))
	}
}

func (m *marked) entry(at string, e *Entry, k *lexicon) {
	m.needs(at, "id", e.ID, "severity", string(e.Severity), "title", e.Title, "basis", e.Basis, "zh", e.Zh, "en", e.En)
	if e.Article == "" && !e.House {
		m.fault(at+".article", BadRequired, "", `"house": true`)
	}
	if e.N < 0 {
		m.fault(at+".n", BadPeriod, fmt.Sprint(e.N), "1, 2, 3 …")
	}
	if _, err := regexp.Compile(e.Pattern); err != nil || len(e.Pattern) > 500 {
		m.fault(at+".pattern", BadValue, e.Pattern, "^…$")
	}
	m.times(at, e.From, e.To, e.Set, k)
	zh, en := namesIn(e.Zh), namesIn(e.En)
	for field, list := range map[string][]string{"zh": zh, "en": en} {
		for _, n := range list {
			if len(k.args[e.ID]) > 0 && !k.args[e.ID][n] {
				m.fault(at+"."+field, BadName, "{"+n+"}", listed(k.args[e.ID]))
			}
		}
	}
}

func (m *marked) period(at string, p *Period, k *lexicon) {
	before := len(m.faults)
	m.needs(at, "id", p.ID, "starts", p.Starts)
	m.times(at, p.From, p.To, "", k)
	_, sized := m.at[at+".period.n"]
	_, unit := m.at[at+".period.unit"]
	switch err := p.Length.Validate(); {
	case p.Length.Unit == calendar.Hour:
		m.fault(at+".period.unit", BadPeriod, string(p.Length.Unit), "day, working-day, month")
	case (sized || unit) && err != nil:
		m.fault(at+".period.n", BadPeriod, fmt.Sprint(p.Length.N), "1 – 10000")
	}
	for _, n := range []struct {
		field string
		n     int
	}{{"soon", p.Soon}, {"nth", p.Nth}} {
		if n.n < 0 {
			m.fault(at+"."+n.field, BadPeriod, fmt.Sprint(n.n), "1, 2, 3 …")
		}
	}
	if p.Starts != "" && !k.records(p.Starts) {
		m.fault(at+".starts", BadEvent, p.Starts, "")
	}
	for i, e := range p.Ends {
		if !k.records(e) || len(k.whole.laws[e]) > 0 && !k.steps[e] {
			m.fault(fmt.Sprintf("%s.ends[%d]", at, i), BadEvent, e, "")
		}
	}
	if p.Extends != "" && !k.steps[p.Extends] {
		m.fault(at+".extends", BadEvent, p.Extends, "")
	}
	if len(m.faults) > before {
		return
	}
	err := p.Validate()
	if err == nil {
		err = k.whole.checkPeriod(p)
	}
	var c *Contradiction
	switch {
	case errors.As(err, &c):
		m.fault(at, BadContradiction, c.What, "")
		m.faults[len(m.faults)-1].Why = c.Why
	case err != nil:
		m.fault(at, BadContradiction, err.Error(), "")
	}
}

func (m *marked) template(at string, p *Template, k *lexicon) {
	m.needs(at, "id", p.ID, "zh", p.Zh, "en", p.En, "title", p.Title, "article", p.Article, "officers", string(p.Officers))
	m.times(at, p.From, p.To, p.Set, k)
	if len(p.Steps) == 0 {
		m.fault(at+".steps", BadRequired, "", "[{…}]")
	}
	if p.Notice.Days < 0 {
		m.fault(at+".notice.days", BadPeriod, fmt.Sprint(p.Notice.Days), "0, 1, 2 …")
	}
	seen := map[string]bool{}
	for i, s := range p.Steps {
		below := fmt.Sprintf("%s.steps[%d]", at, i)
		m.needs(below, "key", s.Key, "zh", s.Zh, "en", s.En, "who", string(s.Who))
		if s.Minutes < 0 {
			m.fault(below+".minutes", BadPeriod, fmt.Sprint(s.Minutes), "0, 1, 2 …")
		}
		if seen[s.Key] && s.Key != "" {
			m.fault(below+".key", BadDuplicate, s.Key, "")
		}
		seen[s.Key] = true
	}
	for i, r := range p.Supervisor {
		below := fmt.Sprintf("%s.supervisor[%d]", at, i)
		m.needs(below, "need", string(r.Need), "title", r.Title)
		if len(r.Cases) == 0 {
			m.fault(below+".cases", BadRequired, "", "[A6]")
		}
	}
}
