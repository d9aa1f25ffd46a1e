package rules

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Need says how firmly the law asks for something.
type Need string

// The needs.
const (
	Must   Need = "must"   // 应当，否则不得进行
	Should Need = "should" // 应当邀请（行政诉讼监督规则, art. 69）
	May    Need = "may"    // 可以
)

// A Condition says when a need holds; empty is always.
type Condition string

// The conditions.
const (
	WhenPublic           Condition = "public"         // 公开听证
	WhenPublicAndSerious Condition = "public-serious" // 公开听证且有重大影响
)

// An Absence says what it means that a party does not come.
type Absence string

// What an absence means.
const (
	GoesOn          Absence = "goes-on"  // the hearing goes on (民事诉讼监督规则, art. 57)
	PresiderDecides Absence = "presider" // the presider decides (行政诉讼监督规则, art. 71)
)

// Numbers says whether hearing officers are needed.
type Numbers string

// The numbers.
const (
	OfficersRequired Numbers = "required"  // three to seven (听证工作规定, art. 7)
	OfficersIfNeeded Numbers = "if-needed" // only where they are needed (羁押听证办法)
	NoOfficers       Numbers = "none"      // of a ceremony
)

// A Speaker is who acts in a step of a session.
type Speaker string

// speakerCodes lists them.
var speakerCodes = []Speaker{"recorder", "presider", "prosecutor", "reader", "parties", "applicant", "others", "investigator", "suspect", "victim", "officers", "spokesman", "recipient", "invitees",
	"respondent", "third", "witnesses", "community", "notary", "supervisor", "deputies"}

// A TemplateStep is one step of a session, in the order of its template.
type TemplateStep struct {
	Key     string  `json:"key"`              // chooses what a form says of it: case, statements, questions
	Zh      string  `json:"zh"`               // as printed
	En      string  `json:"en"`               //
	Who     Speaker `json:"who"`              // who acts
	Minutes int     `json:"minutes"`          // how long it usually takes; the house's own
	Script  string  `json:"script,omitempty"` // what is said, for the script (主持词)
}

// A SupervisorRule says when a people's supervisor is invited.
type SupervisorRule struct {
	Cases   []hearing.CaseType `json:"cases"`
	Need    Need               `json:"need"`
	When    Condition          `json:"when,omitempty"`
	Title   string             `json:"title"`
	Article string             `json:"article"`
}

// A Notice says how long before a hearing its participants are told.
type Notice struct {
	Days     int              `json:"days"`     // 0: 及时, no number
	Severity hearing.Severity `json:"severity"` // of being late
}

// A Template is how a session of a type of case goes: its steps, who signs its
// transcript, what absence means, and what else the type's own act asks for.
type Template struct {
	ID         string             `json:"id"`
	Zh         string             `json:"zh"`
	En         string             `json:"en"`
	Title      string             `json:"title"`   // the act
	Article    string             `json:"article"` // its article
	Cases      []hearing.CaseType `json:"cases,omitempty"`
	Forms      []hearing.Form     `json:"forms,omitempty"`    // only of hearings in one of these forms
	Ceremony   bool               `json:"ceremony,omitempty"` // of announced service, not of hearings
	Rank       int                `json:"rank"`               // of several cases, the template with the highest gives the steps
	Steps      []TemplateStep     `json:"steps"`
	Signers    []hearing.Role     `json:"signers,omitempty"`  // who signs the transcript, beside those who hold the hearing
	Everyone   bool               `json:"everyone,omitempty"` // all who took part sign it
	Minutes    bool               `json:"minutes,omitempty"`  // the deliberation has minutes of its own (评议笔录)
	Absence    Absence            `json:"absence,omitempty"`
	Supervisor []SupervisorRule   `json:"supervisor,omitempty"` // where none fits, one may be invited
	Notice     Notice             `json:"notice,omitzero"`
	Officers   Numbers            `json:"officers"`
	Venue      []hearing.RoomKind `json:"venue,omitempty"` // usual places, which need no approval
	Roles      []hearing.Role     `json:"roles,omitempty"` // who takes part beside officers and parties
	Police     bool               `json:"police,omitempty"`
	Recording  bool               `json:"recording,omitempty"`
	Separate   bool               `json:"separate,omitempty"` // heard for each suspect by himself
	Secrecy    bool               `json:"secrecy,omitempty"`  // a pledge of secrecy is signed (保密承诺书)
	From       calendar.Date      `json:"from,omitzero"`
	To         calendar.Date      `json:"to,omitzero"`
	Set        string             `json:"set,omitempty"` // valid from the day of a rule set
	Office     bool               `json:"-"`             // of the office's own file
}

// Citation is the act with its article as printed.
func (p Template) Citation() string { return p.Title + p.Article }

// Signs reports whether somebody in a role signs the transcript.
func (p *Template) Signs(r hearing.Role) bool {
	return p.Everyone && r.MustBeTold() || slices.Contains(p.Signers, r)
}

// Invites says how firmly the law asks for a people's supervisor in a hearing
// of a case.
func (p *Template) Invites(k hearing.Case, o hearing.Openness) Need {
	for _, r := range p.Supervisor {
		if !slices.Contains(r.Cases, k.Type) {
			continue
		}
		public := o == hearing.Public
		if r.When == "" || r.When == WhenPublic && public || r.When == WhenPublicAndSerious && public && k.Serious {
			return r.Need
		}
	}
	return May
}

// valid reports whether the template is law on a day.
func (p *Template) valid(on calendar.Date) bool { return within(on, p.From, p.To) }

// within reports whether a day lies in a time; unset ends are open.
func within(on, from, to calendar.Date) bool {
	return (from.IsZero() || !on.Before(from)) && (to.IsZero() || !on.After(to))
}

// Template is how a hearing of some cases in some forms goes on a day. Of
// several cases the steps are those of the template with the highest rank, such
// as custody before all others; and whatever else is strictest counts: whoever
// signs under one of them signs, the presider decides on absence unless all
// let the hearing go on, officers are needed if one needs them, the longest
// notice binds, and a place is usual only if it is so for each.
func (t *Table) Template(cases []hearing.Case, forms []hearing.Form, on calendar.Date) Template {
	p := t.template(cases, forms, on)
	if p == nil {
		return Template{}
	}
	return *p
}

// Ceremony is how announced service goes on a day.
func (t *Table) Ceremony(on calendar.Date) Template {
	for i := len(t.templates) - 1; i >= 0; i-- {
		if p := &t.templates[i]; p.Ceremony && p.valid(on) {
			return *p
		}
	}
	return Template{}
}

// signingOf is in which order the units of a ceremony speak and sign: as it says
// itself, or else as its office does.
func signingOf(d hearing.Dossier) hearing.Signing {
	if d.Announcement != nil && d.Announcement.Signing != hearing.SigningUsual {
		return d.Announcement.Signing
	}
	return d.Office.Signing
}

// signing puts the step in which the receipts are signed before that in which the
// units speak, or behind what follows it, ahead of the last step.
func (p Template) signing(order hearing.Signing) Template {
	step := func(key string) int {
		return slices.IndexFunc(p.Steps, func(s TemplateStep) bool { return s.Key == key })
	}
	view, sign := step("view"), step("signing")
	to := view
	switch {
	case view < 0 || sign < 0, order == hearing.SigningUsual, (order == hearing.SigningFirst) == (sign < view):
		return p
	case order == hearing.SigningLast:
		to = len(p.Steps) - 2 //nolint:mnd // counted without the step itself, ahead of the last
	}
	moved := p.Steps[sign]
	p.Steps = slices.Delete(slices.Clone(p.Steps), sign, sign+1)
	p.Steps = slices.Insert(p.Steps, to, moved)
	return p
}

// Templates lists every template, as the files have them.
func (t *Table) Templates() []Template { return slices.Clone(t.templates) }

func (t *Table) template(cases []hearing.Case, forms []hearing.Form, on calendar.Date) *Template {
	var out *Template
	for i := range cases {
		if p := t.templateOf(cases[i].Type, forms, on); p != nil && p != out {
			out = strictest(out, p)
		}
	}
	if out == nil {
		out = t.templateOf("", forms, on)
	}
	return out
}

// templateOf is the template of one type: one for the hearing's form comes
// first, then one of the type, then the one of all types. Of several the last
// counts, so that an office's own takes the program's place.
func (t *Table) templateOf(k hearing.CaseType, forms []hearing.Form, on calendar.Date) *Template {
	var best *Template
	weight := -1
	for i := range t.templates {
		p := &t.templates[i]
		if p.Ceremony || !p.valid(on) || len(p.Cases) > 0 && !slices.Contains(p.Cases, k) {
			continue
		}
		w := 0
		if len(p.Forms) > 0 {
			if !meet(p.Forms, forms) || len(forms) == 0 {
				continue
			}
			w = 2
		}
		if len(p.Cases) > 0 {
			w++
		}
		if w >= weight {
			best, weight = p, w
		}
	}
	return best
}

// strictest joins two templates.
func strictest(a, b *Template) *Template {
	if a == nil {
		return b
	}
	if b.Rank > a.Rank {
		a, b = b, a
	}
	p := *a
	p.Cases = union(a.Cases, b.Cases)
	p.Signers, p.Roles = union(a.Signers, b.Signers), union(a.Roles, b.Roles)
	p.Supervisor = append(slices.Clone(a.Supervisor), b.Supervisor...)
	p.Everyone, p.Minutes, p.Police = a.Everyone || b.Everyone, a.Minutes || b.Minutes, a.Police || b.Police
	p.Recording, p.Separate, p.Secrecy = a.Recording || b.Recording, a.Separate || b.Separate, a.Secrecy || b.Secrecy
	p.Notice.Days = max(a.Notice.Days, b.Notice.Days)
	if weight(b.Notice.Severity) < weight(a.Notice.Severity) {
		p.Notice.Severity = b.Notice.Severity
	}
	if b.Absence == PresiderDecides {
		p.Absence = b.Absence
	}
	if b.Officers == OfficersRequired {
		p.Officers = b.Officers
	}
	p.Venue = slices.DeleteFunc(slices.Clone(a.Venue), func(r hearing.RoomKind) bool { return !slices.Contains(b.Venue, r) })
	return &p
}

// union lists what is in one of two lists.
func union[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}
