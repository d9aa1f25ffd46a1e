// Package prompter is the window for whoever presides (提词): his words of the
// script in large type, the time of the step, who is to speak, and what the
// officers asked. It is his own: names stand in it in full.
package prompter

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/words"
)

// A Sight is what the prompter sees of a hearing.
type Sight struct {
	Dossier hearing.Dossier
	Script  script.Script
	Text    *transcript.Text
}

// A Model is where the presider is in the script. He follows the transcript: when
// it goes to another step, so does he; within one he turns the pages himself.
type Model struct {
	sight    Sight
	at       int // in the steps of the script
	line     int // of the step's paragraphs; as many as there are: all are said
	followed transcript.Passed
	opinions bool // he wants to see them
	secret   bool // the officers deliberate
}

// Set takes in what has happened.
func (m *Model) Set(s Sight) {
	m.sight = s
	secret := s.deliberates()
	if m.secret && !secret {
		m.opinions = false // in the open hearing they are shown only to one who asks again
	}
	m.secret = secret
	now, ok := s.Text.Step()
	if !ok || now.Step == m.followed.Step && now.Case == m.followed.Case && now.From.Equal(m.followed.From) {
		return
	}
	m.followed, m.line = now, 0
	if i := slices.IndexFunc(s.Script.Steps, func(x script.Step) bool { return x.Key == now.Step && x.Case == now.Case }); i >= 0 {
		m.at = i
	}
}

// deliberates reports whether the officers deliberate.
func (s Sight) deliberates() bool {
	pause, pausing := s.Text.Pause()
	step, stepping := s.Text.Step()
	return pausing && pause.Kind == hearing.PauseDeliberate || stepping && step.Step == "deliberation" ||
		s.Dossier.Hearing != nil && s.Dossier.Hearing.StateNow() == hearing.Recess
}

// lines are the paragraphs of the step: the presider's words, or where he says
// nothing what the recorder says.
func (m *Model) lines() (list []string, recorder bool) {
	if m.at >= len(m.sight.Script.Steps) {
		return nil, false
	}
	s := m.sight.Script.Steps[m.at]
	if len(s.Presider) == 0 {
		return s.Recorder, true
	}
	return s.Presider, false
}

// Next goes on to the next paragraph. Behind the last one it returns the step
// that comes next, which [Model.Go] or the transcript goes to.
func (m *Model) Next() (step int, turns bool) {
	if list, _ := m.lines(); m.line+1 < len(list) {
		m.line++
		return m.at, false
	}
	if m.at+1 < len(m.sight.Script.Steps) {
		return m.at + 1, true
	}
	return m.at, false
}

// Back goes back to the paragraph before, or to the last one of the step before:
// he looks at it again, the hearing stays where it is.
func (m *Model) Back() {
	switch {
	case m.line > 0:
		m.line--
	case m.at > 0:
		m.at--
		list, _ := m.lines()
		m.line = max(len(list)-1, 0)
	}
}

// Go shows the beginning of a step.
func (m *Model) Go(step int) {
	if step >= 0 && step < len(m.sight.Script.Steps) {
		m.at, m.line = step, 0
	}
}

// Opinions shows the officers' opinions, or hides them.
func (m *Model) Opinions() { m.opinions = !m.opinions }

// A Sheet is what the window shows.
type Sheet struct {
	Title    string // of the hearing
	Step     string // 5／12　承办检察官介绍案情
	Case     string // that the step is about, where the hearing has several
	Away     bool   // the hearing is in another step than the one that is shown
	Pause    string // 休会, where the hearing stands still
	Lines    []string
	Line     int
	Recorder bool // the lines are the recorder's
	Next     string
	Used     time.Duration // in the step that is shown; 0: not begun
	Planned  time.Duration
	Begun    bool
	Speakers []Speaker
	Asked    []Asked
	Matters  []string  // the questions that the hearing is about (听证事项)
	Opinions []Opinion // only while the officers deliberate, or where he wants them
	Shown    bool      // the opinions are shown
	Secret   bool      // the officers deliberate
}

// A Speaker is somebody who speaks in the step.
type Speaker struct {
	Name string // 行政机关　孙伟（澄河区消防救援大队）
	Done bool   // has spoken in it
}

// An Asked is a question that was asked in the hearing.
type Asked struct {
	Who, Text string
	Answered  bool
}

// An Opinion is what the officers think of one question.
type Opinion struct {
	Question string
	Verdict  string   // 同意 3  不同意 2 — 多数意见：同意
	Each     []string // 王䶮：同意。理由
}

// Sheet is what is shown at a time.
func (m *Model) Sheet(now time.Time) Sheet {
	s, d := m.sight, m.sight.Dossier
	if d.Hearing == nil || m.at >= len(s.Script.Steps) {
		return Sheet{Title: words.T("提词")}
	}
	step := s.Script.Steps[m.at]
	out := Sheet{Title: hearing.Title(d.Hearing.Title, d.Cases, true), Line: m.line, Planned: time.Duration(step.Minutes) * time.Minute, Secret: m.secret}
	out.Step = strconv.Itoa(m.at+1) + "/" + strconv.Itoa(len(s.Script.Steps)) + "　" + words.Term(step.Name)
	out.Lines, out.Recorder = m.lines()
	if m.at+1 < len(s.Script.Steps) {
		out.Next = words.Term(s.Script.Steps[m.at+1].Name)
	}
	for _, c := range d.Cases {
		if len(d.Cases) > 1 && c.ID == step.Case {
			out.Case = c.Cause
		}
	}
	if p, ok := s.Text.Pause(); ok {
		out.Pause = words.Of(p.Kind)
	}
	in, stepping := s.Text.Step()
	out.Away = stepping && (in.Step != step.Key || in.Case != step.Case)
	out.Used, out.Begun = used(s.Text, step, now)
	out.Speakers, out.Asked = s.speakers(step), s.asked()
	for _, q := range d.Hearing.Questions {
		out.Matters = append(out.Matters, q.Text)
	}
	if out.Shown = m.secret || m.opinions; out.Shown {
		out.Opinions = opinions(d)
	}
	return out
}

// used is how long the hearing was in a step, without pauses.
func used(t *transcript.Text, step script.Step, now time.Time) (d time.Duration, begun bool) {
	end := func(at time.Time) time.Time {
		if at.IsZero() {
			return now
		}
		return at
	}
	for _, p := range t.Steps() {
		if p.Step != step.Key || p.Case != step.Case {
			continue
		}
		begun = true
		d += end(p.To).Sub(p.From)
		for _, x := range t.Pauses() {
			if !x.From.Before(p.From) && x.From.Before(end(p.To)) {
				d -= end(x.To).Sub(x.From)
			}
		}
	}
	return max(d, 0), begun
}

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
