// Package script makes the script of one session (主持词): the steps of its type
// of case in their order, with the words filled in from its facts, when each is
// planned, and who speaks.
//
// What is said is data: the parts of the rule files ([rules.Part]), which an
// office changes with a rule file of its own. The texts have the fields of papers,
// so the papers' catalogue fills them.
package script

import (
	"fmt"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/seating"
)

// A Script is what is said in a session, filled.
type Script struct {
	Start      time.Time      // planned; unset where the session has no time
	Minutes    int            // planned for all steps together
	Steps      []Step         // in order
	Inserts    []Insert       // what may be called for between them
	Phrases    []rules.Phrase // by short code, filled
	Discipline []string       // its items (听证会纪律)
	People     []Person       // who holds the session, then who takes part, by video last
}

// A Step is one step of the session, for one case where it is taken case by case.
type Step struct {
	Key      string        // case, statements; see [rules.Part]
	Name     hearing.Term  // as printed
	Case     hearing.ID    // that it is about; empty is all of the session
	From     time.Duration // planned, since the start
	Minutes  int           // planned
	Speakers []string      // keys of People, in the order in which they speak
	Presider []string      // what the presider says, by paragraphs
	Recorder []string      // what the recorder says
	Basis    string        // the act with its article; empty: our own words
	Office   bool          // of the office's own script
}

// An Insert is what is called for between the steps: the notary speaks, somebody
// is admonished, recusal is asked for.
type Insert struct {
	Step
	Behind []string   // keys of the steps behind which it usually comes; none: anywhere
	Holds  rules.Hold // it stops the hearing
}

// A Book is what says the parts and the phrases: [rules.Book].
type Book interface {
	Script(d hearing.Dossier, on calendar.Date) []rules.Part
	Phrases(o hearing.Office) []rules.Phrase
}

// Papers fill texts with the facts of a session: [document.Catalogue].
type Papers interface {
	Speak(d hearing.Dossier, of hearing.ID, today calendar.Date, texts []string) ([][]string, error)
	Discipline(d hearing.Dossier, today calendar.Date) []string
	Seats() seating.Layouts
}

// Of makes the script of a session. today is its day where it has none. The error
// is that of an office's own text that cannot be filled.
func Of(d hearing.Dossier, book Book, papers Papers, today calendar.Date) (Script, error) {
	slot := d.Session().Slot
	on := today
	if !slot.Start.IsZero() {
		on = calendar.DateOf(slot.Start.In(zone(d)))
	}
	s := Script{Start: slot.Start, Discipline: papers.Discipline(d, on), People: people(d, seating.Arrange(papers.Seats(), d))}
	parts := book.Script(d, on)
	for _, p := range ordered(parts, d.Cases) {
		step, err := fill(d, papers, s.People, p, on)
		if err != nil {
			return Script{}, err
		}
		if p.Place == rules.Insert {
			s.Inserts = append(s.Inserts, Insert{Step: step, Behind: p.Behind, Holds: p.Holds})
			continue
		}
		s.Steps = append(s.Steps, step)
	}
	s.Minutes = timed(s.Steps, slot)
	var err error
	s.Phrases, err = phrases(d, book, papers, on)
	return s, err
}

// zone is the office's.
func zone(d hearing.Dossier) *time.Location {
	if d.Zone == nil {
		return time.UTC
	}
	return d.Zone
}

// A turn is a part for one case, or for all.
type turn struct {
	rules.Part
	of hearing.ID
}

// ordered repeats what is taken case by case: steps that follow one another are
// taken together, so that the first case is presented, stated and asked about
// before the second is.
func ordered(parts []rules.Part, cases []hearing.Case) []turn {
	var out []turn
	for i := 0; i < len(parts); {
		if !parts[i].Each || len(cases) < 2 {
			out = append(out, turn{Part: parts[i]})
			i++
			continue
		}
		end := i
		for end < len(parts) && parts[end].Each && parts[end].Place == parts[i].Place {
			end++
		}
		for _, c := range cases {
			for _, p := range parts[i:end] {
				out = append(out, turn{p, c.ID})
			}
		}
		i = end
	}
	return out
}

// fill makes a step of a part.
func fill(d hearing.Dossier, papers Papers, all []Person, t turn, on calendar.Date) (Step, error) {
	said, err := papers.Speak(d, t.of, on, append(append([]string{}, t.Presider...), t.Recorder...))
	if err != nil {
		return Step{}, fmt.Errorf("script, step %s: %w", t.Step, err)
	}
	s := Step{Key: t.Step, Name: hearing.Term{Zh: t.Zh, En: t.En}, Case: t.of, Minutes: t.Minutes, Basis: t.Title + t.Article, Office: t.Office, Speakers: speakers(d, all, t)}
	for i, lines := range said {
		if i < len(t.Presider) {
			s.Presider = append(s.Presider, lines...)
		} else {
			s.Recorder = append(s.Recorder, lines...)
		}
	}
	return s, nil
}

// phrases fills the standard phrases.
func phrases(d hearing.Dossier, book Book, papers Papers, on calendar.Date) ([]rules.Phrase, error) {
	list := book.Phrases(d.Office)
	texts := make([]string, len(list))
	for i, p := range list {
		texts[i] = p.Text
	}
	said, err := papers.Speak(d, "", on, texts)
	if err != nil {
		return nil, fmt.Errorf("phrases: %w", err)
	}
	for i, lines := range said {
		list[i].Text = ""
		for j, l := range lines {
			if j > 0 {
				list[i].Text += "\n"
			}
			list[i].Text += l
		}
	}
	return list, nil
}
