// Package rules says what the law and the office's own rules say of a session.
// A rule is a function that holds only what a table cannot: the number of its
// article, its severity, its validity and its words come from the rule table.
package rules

import (
	"encoding/json"
	"fmt"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// An Entry is one thing that a rule can say.
type Entry struct {
	ID          string           `json:"id"`      // DL01, R1, CLASH
	Variant     string           `json:"variant"` // which of the rule's sentences
	Severity    hearing.Severity `json:"severity"`
	Title       string           `json:"title"`   // the act
	Article     string           `json:"article"` // its article
	Basis       string           `json:"basis"`   // what it says, in our words
	Zh          string           `json:"zh"`      // the finding, with {names}
	En          string           `json:"en"`
	Overridable bool             `json:"overridable"` // somebody may approve otherwise
	Bars        hearing.State    `json:"bars"`        // a session with the finding may not enter the state, nor a later one
	Asks        hearing.State    `json:"asks"`        // the finding is named before the state is entered, and does not bar it
	N           int              `json:"n"`           // the number that the rule goes by: the age of R1, the services of R7
	From        calendar.Date    `json:"from,omitzero"`
	To          calendar.Date    `json:"to,omitzero"` // last day of validity; unset is in force
}

// Citation is the act with its article as printed.
func (e Entry) Citation() string { return e.Title + e.Article }

// A Table is the rule table.
type Table struct {
	entries  map[string][]Entry
	periods  []Period
	starting map[string][]*Period // by what starts them
	laws     map[string][]*Period // by id
}

// Load reads a rule table from one file or several. An entry without id,
// severity or words is refused.
func Load(files ...[]byte) (*Table, error) {
	t := &Table{entries: map[string][]Entry{}}
	for _, text := range files {
		if err := t.read(text); err != nil {
			return nil, err
		}
	}
	if t.index(); t.checkPeriods() != nil {
		return nil, fmt.Errorf("read rule table: %w", t.checkPeriods())
	}
	return t, nil
}

func (t *Table) read(text []byte) error {
	var file struct {
		Rules   []Entry  `json:"rules"`
		Periods []Period `json:"periods"`
	}
	if err := json.Unmarshal(text, &file); err != nil {
		return fmt.Errorf("read rule table: %w", err)
	}
	for _, p := range file.Periods {
		if err := p.Validate(); err != nil {
			return fmt.Errorf("read rule table: %w", err)
		}
	}
	t.periods = append(t.periods, file.Periods...)
	for i, e := range file.Rules {
		switch e.Severity {
		case hearing.Info, hearing.Warning, hearing.Blocked:
		default:
			return fmt.Errorf("read rule table: rule %d (%s): severity %q", i+1, e.ID, e.Severity)
		}
		if e.ID == "" || e.Zh == "" || e.En == "" {
			return fmt.Errorf("read rule table: rule %d (%s): id and words are required", i+1, e.ID)
		}
		key := e.ID + "." + e.Variant
		t.entries[key] = append(t.entries[key], e)
	}
	return nil
}

// find returns the entry that is in force on a day.
func (t *Table) find(id, variant string, on calendar.Date) (Entry, bool) {
	for _, e := range t.entries[id+"."+variant] {
		if (e.From.IsZero() || !on.Before(e.From)) && (e.To.IsZero() || !on.After(e.To)) {
			return e, true
		}
	}
	return Entry{}, false
}

// Basis returns what the article behind a finding says, in the table's words.
func (t *Table) Basis(f hearing.Finding) hearing.Basis {
	for _, list := range t.entries {
		for _, e := range list {
			if e.ID == f.Rule && e.Citation() == f.Article {
				return hearing.Basis{Title: e.Title, Article: e.Article, Text: e.Basis}
			}
		}
	}
	return hearing.Basis{}
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
