package rules

import (
	"cmp"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Place is where a part of a script stands, if it is no step of the session's
// course; empty is a step of the course.
type Place string

// The places.
const (
	Before Place = "before" // ahead of the course's first step: the opening
	After  Place = "after"  // behind its last step: the transcript is read and signed
	Insert Place = "insert" // whenever it is called for: the notary speaks, somebody is admonished
)

// A Hold is how an insert stops the hearing; empty goes on.
type Hold string

// The holds.
const (
	Recess    Hold = "recess"    // 休会，随后继续
	Suspended Hold = "suspended" // 中止，待决定后恢复（申请检察人员回避）
)

// A Part (主持词) is what is said in one step of a session. Its texts have the
// fields of papers, as {{case.cause}}; a line break in one begins a paragraph.
//
// Of several parts for one step the one that names the most counts: openness
// before types of case before courses; of equals the last, so that an office's
// own takes the program's place.
type Part struct {
	Step      string             `json:"step"`                // key of the step; of the course's where there is no place
	Place     Place              `json:"place,omitempty"`     // where the course has no such step
	Templates []string           `json:"templates,omitempty"` // in these courses only; none: in all
	Cases     []hearing.CaseType `json:"cases,omitempty"`     // only where all cases are of these types
	Openness  hearing.Openness   `json:"openness,omitempty"`  // only in public hearings, or in closed ones
	Zh        string             `json:"zh,omitempty"`        // name of the step; empty: the course's
	En        string             `json:"en,omitempty"`        //
	Who       []Speaker          `json:"who,omitempty"`       // who speaks, in order; none: as the course says
	Minutes   int                `json:"minutes,omitempty"`   // planned; 0: the course's
	Each      bool               `json:"each,omitempty"`      // once for each case of the hearing
	Presider  []string           `json:"presider,omitempty"`  // what the presider says
	Recorder  []string           `json:"recorder,omitempty"`  // what the recorder says
	Needs     []hearing.Role     `json:"needs,omitempty"`     // only where somebody takes part in one of the roles
	Behind    []string           `json:"behind,omitempty"`    // of an insert: the steps behind which it usually comes
	Holds     Hold               `json:"holds,omitempty"`     // of an insert: it stops the hearing
	Title     string             `json:"title,omitempty"`     // the act that asks for it
	Article   string             `json:"article,omitempty"`   // its article
	From      calendar.Date      `json:"from,omitzero"`
	To        calendar.Date      `json:"to,omitzero"`
	Set       string             `json:"set,omitempty"` // valid from the day of a rule set
	Office    bool               `json:"-"`             // of the office's own file
}

// A Phrase (常用语) is a sentence that a recorder writes by a short code. Its
// text has the fields of papers.
type Phrase struct {
	Code   string `json:"code"` // such as hb: small letters and digits
	Text   string `json:"text"`
	Office bool   `json:"-"` // of the office's own file
}

// A Slip is a fault in a text of a script, with its place in that text.
type Slip struct {
	Line, Column int // from 1, in characters
	Err          error
}

// Wording tells the book who reads the texts of scripts: the fields that they
// may have are those of papers. Without one their fields are not checked.
func (b *Book) Wording(read func(text string) []Slip) *Book {
	b.wording = read
	return b
}

// Script lists what is said in a session on a day, in its order: the opening,
// the steps of its course, the end; and behind them the inserts. A step of which
// no part says anything has the sentence of its course.
func (b *Book) Script(d hearing.Dossier, on calendar.Date) []Part {
	t := b.of(d.Office).table
	course := b.Template(d, on)
	var out []Part
	for _, place := range []Place{Before, "", After, Insert} {
		if place == "" {
			for _, s := range course.Steps {
				out = append(out, t.part(d, course.ID, s, on))
			}
			continue
		}
		for _, step := range t.placed(place) {
			if p := t.said(d, course.ID, step, place, on); p != nil && needed(d, p.Needs) {
				out = append(out, *p)
			}
		}
	}
	return out
}

// Phrases lists the standard phrases: the program's, with an office's own in
// their place or behind them.
func (b *Book) Phrases(o hearing.Office) []Phrase { return slices.Clone(b.of(o).table.phrases) }

// placed lists the steps of a place in the order of the files.
func (t *Table) placed(at Place) []string {
	var out []string
	for i := range t.parts {
		if p := &t.parts[i]; p.Place == at && !slices.Contains(out, p.Step) {
			out = append(out, p.Step)
		}
	}
	return out
}

// part is what is said in a step of a course.
func (t *Table) part(d hearing.Dossier, course string, s TemplateStep, on calendar.Date) Part {
	out := Part{Step: s.Key}
	if p := t.said(d, course, s.Key, "", on); p != nil {
		out = *p
	} else if s.Script != "" {
		out.Presider = []string{s.Script}
	}
	out.Zh, out.En, out.Minutes = cmp.Or(out.Zh, s.Zh), cmp.Or(out.En, s.En), cmp.Or(out.Minutes, s.Minutes)
	if len(out.Who) == 0 {
		out.Who = []Speaker{s.Who}
	}
	return out
}

// said is the part of a step that counts; nil where nothing is said of it.
func (t *Table) said(d hearing.Dossier, course, step string, at Place, on calendar.Date) *Part {
	var best *Part
	for i := range t.parts {
		p := &t.parts[i]
		if p.Step == step && p.Place == at && within(on, p.From, p.To) && p.fits(d, course) && (best == nil || p.names() >= best.names()) {
			best = p
		}
	}
	return best
}

// fits reports whether the part is for a session.
func (p *Part) fits(d hearing.Dossier, course string) bool {
	openness := hearing.Openness("")
	switch {
	case d.Hearing != nil:
		openness = d.Hearing.Openness
	case d.Announcement != nil:
		openness = d.Announcement.Openness
	}
	if len(p.Templates) > 0 && !slices.Contains(p.Templates, course) || p.Openness != "" && p.Openness != openness || len(p.Cases) > 0 && len(d.Cases) == 0 {
		return false
	}
	return len(p.Cases) == 0 || !slices.ContainsFunc(d.Cases, func(c hearing.Case) bool { return !slices.Contains(p.Cases, c.Type) })
}

// names weighs what the part names.
func (p *Part) names() int {
	n := 0
	for i, on := range []bool{len(p.Templates) > 0, len(p.Cases) > 0, p.Openness != ""} {
		if on {
			n += 1 << i
		}
	}
	return n
}

// needed reports whether somebody takes part in one of the roles.
func needed(d hearing.Dossier, roles []hearing.Role) bool {
	return len(roles) == 0 || slices.ContainsFunc(d.Session().Participants, func(p hearing.Participant) bool {
		return !p.Alternate && slices.Contains(roles, p.Role)
	})
}

// speaks marks an office's own parts and phrases; a phrase with the code of
// another takes its place.
func (t *Table) speaks(f *file) {
	for i := range f.Scripts {
		f.Scripts[i].Office = true
	}
	var added []Phrase
	for _, p := range f.Phrases {
		p.Office = true
		if i := slices.IndexFunc(t.phrases, func(o Phrase) bool { return o.Code == p.Code }); i >= 0 {
			t.phrases[i] = p
			continue
		}
		added = append(added, p)
	}
	f.Phrases = added
}
