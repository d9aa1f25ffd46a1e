// Package prompter is the window for whoever presides (提词): his words of the
// script in large type, the time of the step, who is to speak, and what the
// officers asked. It is his own: names stand in it in full.
package prompter

import (
	"slices"
	"strconv"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
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
