package prompter

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/words"
)

// speakers are those of a step in their order, with who has spoken in it.
func (s Sight) speakers(step script.Step) []Speaker {
	spoken := map[hearing.ID]bool{}
	for _, l := range s.Text.Lines() {
		if !l.Gone && l.Step == step.Key && l.Case == step.Case {
			spoken[l.Speaker] = true
		}
	}
	var out []Speaker
	for _, key := range step.Speakers {
		i := slices.IndexFunc(s.Script.People, func(p script.Person) bool { return p.Key == key })
		if i < 0 {
			continue
		}
		p := s.Script.People[i]
		id := hearing.ID(strings.TrimPrefix(key, "@"))
		out = append(out, Speaker{s.name(p), spoken[id] || strings.HasPrefix(key, "@handler") && spoken[p.Person]})
	}
	return out
}

// name is how the presider calls somebody up.
func (s Sight) name(p script.Person) string {
	out := words.T(p.Role) + "　" + p.Name
	if unit := s.Dossier.Organisation(p.Organisation); unit.Name != "" && unit.Name != p.Name {
		if unit.Short != "" {
			unit.Name = unit.Short
		}
		out += words.T("（{{.Name}}）", map[string]string{"Name": unit.Name})
	}
	return out
}

// mostAsked is how many questions are listed: the last ones.
const mostAsked = 8

// asked are the questions that were asked, with whether they were answered.
func (s Sight) asked() []Asked {
	answered := map[hearing.ID]bool{}
	lines := s.Text.Lines()
	for _, l := range lines {
		if l.Kind == hearing.Reply && !l.Gone {
			answered[l.Of] = true
		}
	}
	var out []Asked
	for _, l := range lines {
		if l.Kind == hearing.Ask && !l.Gone {
			out = append(out, Asked{Who: s.who(l.Speaker), Text: l.Text, Answered: answered[l.ID]})
		}
	}
	return out[max(0, len(out)-mostAsked):]
}

func (s Sight) who(id hearing.ID) string {
	for _, p := range s.Script.People {
		if p.Key == string(id) || p.Key == "@"+string(id) || p.Person == id && id != "" {
			return p.Name
		}
	}
	return ""
}

// opinions are those of the officers, by question.
func opinions(d hearing.Dossier) []Opinion {
	var out []Opinion
	for _, b := range d.Hearing.Ballots() {
		o := Opinion{Verdict: outcome.Verdict(*d.Hearing, b)}
		for _, q := range d.Hearing.Questions {
			if q.ID == b.Question {
				o.Question = q.Text
			}
		}
		for _, c := range d.Cases {
			if len(d.Cases) > 1 && c.ID == b.Case {
				o.Question = words.T("{{.Name}}：{{.Text}}", map[string]string{"Name": c.Cause, "Text": o.Question})
			}
		}
		for _, p := range d.Hearing.Officers() {
			v := outcome.OpinionOf(*d.Hearing, p.ID, b)
			if v.Stance == "" && v.Reason == "" {
				continue
			}
			text := words.T("{{.Name}}：{{.Stance}}", map[string]string{"Name": d.Person(p.Person).Name, "Stance": words.Of(v.Stance)})
			if v.Reason != "" {
				text += words.T("，") + v.Reason
			}
			o.Each = append(o.Each, text)
		}
		out = append(out, o)
	}
	return out
}
