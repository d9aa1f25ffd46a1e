package texts

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/exchange"
	"hearingdesk/ui/words"
)

// A Proof is the page that the typed text makes of a session's facts.
type Proof struct {
	Paper   press.Paper
	Session hearing.ID      // whose facts; empty where there is none
	Example bool            // they are those of a worked example
	Blank   bool            // the session has nobody for whom the paper is made
	Items   []document.Item // the session's papers of the number
	Key     string          // of the one that is shown
	Choices []Choice        // sessions that can be tried
}

// A Choice is a session to try a text on.
type Choice struct {
	Session hearing.ID
	Name    string
	Example bool
}

// How many sessions are offered, and how far back and ahead they are looked for.
const (
	mostTried   = 40
	yearsBehind = 20
	yearsAhead  = 3
)

// A trial finds the facts that a text is tried on. What it keeps is touched only
// by jobs, in their order, except for what was chosen.
type trial struct {
	desk Sessions
	now  func() time.Time

	session hearing.ID // that the clerk chose; empty: the newest that has the paper
	key     string     // of the paper that the clerk chose
	age     int        // counts what was forgotten

	known   int // age of what is kept
	entries []hearing.Entry
	facts   map[hearing.ID]hearing.Dossier
}

// A wish is what the clerk chose, as a job takes it along.
type wish struct {
	session hearing.ID
	key     string
	age     int
}

func (t *trial) asked() wish { return wish{t.session, t.key, t.age} }

// forget has the sessions read anew.
func (t *trial) forget() { t.age++ }

// Try tries the text on another session; empty is the newest that has the paper.
func (m *Model) Try(session hearing.ID) {
	m.trial.session, m.trial.key = session, ""
	m.check(0)
}

// TryFor tries the text on another of the session's papers.
func (m *Model) TryFor(key string) {
	m.trial.session, m.trial.key = m.Proof.Session, key
	m.check(0)
}

var worked = sync.OnceValues(func() (hearing.Package, error) { return exchange.Decode(assets.Examples) })

// make makes a page of a text that has no fault.
func (t *trial) make(ctx context.Context, p *press.Press, f document.Form, text string, want wish) (Proof, error) {
	if want.age != t.known || t.facts == nil {
		t.known, t.entries, t.facts = want.age, nil, map[hearing.ID]hearing.Dossier{}
	}
	out := Proof{}
	d, err := t.find(ctx, p, f, text, want.session, &out)
	if err != nil {
		return out, err
	}
	it := document.Item{Number: f.Number, Title: f.Title}
	out.Items = p.Forms().ItemsOf(d, f.Number)
	out.Blank = len(out.Items) == 0
	if len(out.Items) > 0 {
		at := slices.IndexFunc(out.Items, func(i document.Item) bool { return i.Key == want.key })
		if at < 0 {
			at = max(slices.IndexFunc(out.Items, func(i document.Item) bool { return len(i.Missing) == 0 }), 0)
		}
		it = out.Items[at]
	}
	out.Key = it.Key
	zone := d.Zone
	if zone == nil {
		zone = words.Zone()
	}
	out.Paper, err = p.Proof(d, it, calendar.DateOf(t.now().In(zone)))
	out.Paper.Hash += "\n" + text // the head of a form changes the page too
	return out, err
}

// find returns the facts to try a text on: those that were chosen, or of the
// newest session that has the paper, else of the worked examples.
func (t *trial) find(ctx context.Context, p *press.Press, f document.Form, text string, chosen hearing.ID, out *Proof) (hearing.Dossier, error) {
	examples, err := worked()
	if err != nil {
		return hearing.Dossier{}, err
	}
	if t.entries == nil {
		if t.entries, err = t.newest(ctx); err != nil {
			return hearing.Dossier{}, err
		}
	}
	for _, e := range t.entries {
		out.Choices = append(out.Choices, Choice{Session: e.Session, Name: strings.TrimSpace(dayOf(e.Start) + " " + e.Title)})
	}
	for _, id := range sessionsOf(examples) {
		d, _ := examples.Dossier(id, words.Zone())
		out.Choices = append(out.Choices, Choice{Session: id, Example: true, Name: words.T("示例：{{.Name}}", map[string]string{"Name": d.Session().Title})})
	}
	var first hearing.Dossier
	for _, c := range out.Choices {
		if chosen != "" && c.Session != chosen || c.Example && chosen == "" && slices.ContainsFunc(t.entries, func(e hearing.Entry) bool { return e.Session == c.Session }) {
			continue
		}
		d, err := t.read(ctx, examples, c)
		if err != nil {
			return d, err
		}
		d.Forms = withText(d.Forms, f.Number, text)
		if chosen != "" || len(p.Forms().ItemsOf(d, f.Number)) > 0 {
			out.Session, out.Example = c.Session, c.Example
			return d, nil
		}
		if out.Session == "" {
			out.Session, out.Example, first = c.Session, c.Example, d
		}
	}
	return first, nil
}

func (t *trial) read(ctx context.Context, examples hearing.Package, c Choice) (hearing.Dossier, error) {
	if c.Example {
		d, _ := examples.Dossier(c.Session, words.Zone())
		return d, nil
	}
	if d, ok := t.facts[c.Session]; ok {
		return d, nil
	}
	d, err := t.desk.Dossier(ctx, c.Session)
	if err == nil {
		t.facts[c.Session] = d
	}
	return d, err
}

// newest lists the desk's sessions, the latest first.
func (t *trial) newest(ctx context.Context) ([]hearing.Entry, error) {
	now := t.now()
	all, err := t.desk.Entries(ctx, now.AddDate(-yearsBehind, 0, 0), now.AddDate(yearsAhead, 0, 0))
	slices.SortStableFunc(all, func(a, b hearing.Entry) int { return b.Start.Compare(a.Start) })
	return append([]hearing.Entry{}, all[:min(len(all), mostTried)]...), err
}

func sessionsOf(p hearing.Package) []hearing.ID {
	var out []hearing.ID
	for _, h := range p.Hearings {
		out = append(out, h.ID)
	}
	for _, a := range p.Announcements {
		out = append(out, a.ID)
	}
	return out
}

// withText puts a text in the place of a paper's own one.
func withText(forms []hearing.FormText, number, text string) []hearing.FormText {
	out := slices.DeleteFunc(slices.Clone(forms), func(f hearing.FormText) bool { return f.ID == hearing.ID(number) })
	return append(out, hearing.FormText{ID: hearing.ID(number), Text: text})
}

func dayOf(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(words.Zone()).Format("2006-1-2")
}
