// Package projector is the window for the wall of the hearing room (投影): where
// the hearing is, who speaks, the exhibit, the clock, and before it opens its
// discipline.
//
// Whoever looks at the wall may be anybody, so a [Scene] has no place for what was
// said, for opinions or for notes, and each of its texts has gone through
// [document.Veil].
package projector

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/words"
)

// A Page is what the wall shows as a whole.
type Page string

// The pages.
const (
	Discipline   Page = "discipline"   // 听证会纪律, until the hearing opens
	Session      Page = "session"      // 听证进行中
	Rest         Page = "rest"         // 休会
	Deliberation Page = "deliberation" // 休会评议中: nothing else is shown
	Halted       Page = "halted"       // 中止
	Ended        Page = "ended"        // 听证会结束
)

// Live is what the recorder says of the moment and the transcript does not hold.
type Live struct {
	Speaker hearing.ID // who speaks, as in [hearing.Utterance]; empty: who spoke last
	Exhibit Exhibit    // that is shown; empty: the one of the last passage
}

// A Scene is all that the wall shows. In a hearing that is not public it names
// nobody and says no cause.
type Scene struct {
	Page      Page
	Now       time.Time
	Rehearsal bool // 演练

	Office  string
	Title   string        // 程某某赡养纠纷民事公益诉讼案听证会, or 不公开听证
	Case    string        // the case of the step, where the hearing has several
	Steps   []string      // names of the steps in their order
	At      int           // in Steps; -1: none of them
	Step    string        // name of the step that the hearing is in, which may be an insert
	Used    time.Duration // in the step, without pauses
	Planned time.Duration // for the step; 0: not planned
	Speaker Speaker
	Exhibit Exhibit
	Rules   []string  // of the discipline
	Start   time.Time // planned
	Resume  time.Time // when a recess or a deliberation ends; zero: not said
}

// A Speaker is somebody who speaks. The zero Speaker is nobody.
type Speaker struct {
	Name string // of the person, or of the agency; empty where nobody is named
	Role string // 听证员
	With string // of an agency the person who speaks for it
}

// An Exhibit (证据) is what is shown to all.
type Exhibit struct{ Number, Name string }

// Public makes the scene of a moment. Where anything says that the officers
// deliberate (the transcript, the step, or the state of the hearing), it shows
// that, until when, and nothing else.
func Public(d hearing.Dossier, s script.Script, t *transcript.Text, live Live, now time.Time) Scene {
	page := pageOf(d, t)
	pause, _ := t.Pause()
	out := Scene{Page: page, Now: now, At: -1, Rehearsal: d.Hearing != nil && d.Hearing.Rehearsal, Resume: pause.Until}
	if page == Deliberation {
		return out
	}
	x := eye{d: d, s: s, t: t, veil: document.Veil(d), open: d.Hearing != nil && d.Hearing.Openness == hearing.Public}
	out.Title = x.title()
	if x.open {
		out.Office = d.Office.Name
	}
	switch page {
	case Discipline:
		out.Start = s.Start
		for _, rule := range s.Discipline {
			out.Rules = append(out.Rules, x.veil(rule))
		}
	case Session:
		x.step(&out)
		out.Speaker, out.Exhibit = x.speaker(live), x.exhibit(live)
	}
	return out
}

// pageOf is the page of a moment.
func pageOf(d hearing.Dossier, t *transcript.Text) Page {
	var state hearing.State
	if d.Hearing != nil {
		state = d.Hearing.StateNow()
	}
	if _, sealed := t.Seal(); sealed {
		return Ended
	}
	step, stepping := t.Step()
	pause, pausing := t.Pause()
	switch {
	case pausing && pause.Kind == hearing.PauseDeliberate, state == hearing.Recess, stepping && step.Step == "deliberation":
		return Deliberation
	case pausing && pause.Kind == hearing.PauseRecess:
		return Rest
	case pausing, state == hearing.Suspended:
		return Halted
	case stepping && (step.Step == "ready" || step.Step == "discipline"):
		return Discipline
	case stepping:
		return Session
	case slices.Contains([]hearing.State{hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived}, state):
		return Ended
	}
	return Discipline
}

// An eye reads what outsiders may see.
type eye struct {
	d    hearing.Dossier
	s    script.Script
	t    *transcript.Text
	veil func(string) string
	open bool // the hearing is public: names may stand on the wall
}

func (x eye) title() string {
	switch {
	case x.d.Hearing == nil:
		return ""
	case x.d.Hearing.Openness == hearing.NotOpen:
		return words.T("不公开听证")
	case !x.open: // nobody has said yet that it is public
		return words.T("听证会")
	}
	cases := slices.Clone(x.d.Cases)
	for i := range cases {
		cases[i].Cause = cmp.Or(cases[i].PublicCause, cases[i].Cause)
	}
	return x.veil(hearing.Title("", cases, true))
}

// step says where the hearing is.
func (x eye) step(out *Scene) {
	now, _ := x.t.Step()
	several := len(x.d.Cases) > 1
	for i, s := range x.s.Steps {
		name := x.veil(words.Term(s.Name))
		if n := x.number(s.Case); several && n > 0 {
			name = words.T("{{.Step}}（{{.N}}）", map[string]any{"Step": name, "N": n})
		}
		out.Steps = append(out.Steps, name)
		if s.Key == now.Step && s.Case == now.Case {
			out.At, out.Step, out.Planned = i, x.veil(words.Term(s.Name)), time.Duration(s.Minutes)*time.Minute
		}
	}
	for _, s := range x.s.Inserts {
		if out.At < 0 && s.Key == now.Step {
			out.Step = x.veil(words.Term(s.Name))
		}
	}
	if out.At < 0 { // an insert: the agenda stands where it was
		out.At = x.before()
	}
	out.Used = used(x.t, now, out.Now)
	if n := x.number(now.Case); several && n > 0 {
		values := map[string]any{"N": n, "All": len(x.d.Cases)}
		out.Case = words.T("第 {{.N}} 案，共 {{.All}} 案", values)
		if c := x.d.Cases[n-1]; x.open {
			values["Cause"] = x.veil(cmp.Or(c.PublicCause, c.Cause))
			out.Case = words.T("第 {{.N}} 案，共 {{.All}} 案：{{.Cause}}", values)
		}
	}
}

// before is the step of the agenda that the hearing was in last.
func (x eye) before() int {
	all := x.t.Steps()
	for i := len(all) - 1; i >= 0; i-- {
		if at := slices.IndexFunc(x.s.Steps, func(s script.Step) bool { return s.Key == all[i].Step && s.Case == all[i].Case }); at >= 0 {
			return at
		}
	}
	return -1
}

// number is the place of a case among those of the hearing, from 1; 0: none.
func (x eye) number(id hearing.ID) int {
	return 1 + slices.IndexFunc(x.d.Cases, func(c hearing.Case) bool { return c.ID == id })
}

// used is how long a step has lasted, without the pauses in it.
func used(t *transcript.Text, step transcript.Passed, now time.Time) time.Duration {
	out := now.Sub(step.From)
	for _, p := range t.Pauses() {
		if !p.From.Before(step.From) && !p.To.IsZero() {
			out -= p.To.Sub(p.From)
		}
	}
	return max(out, 0)
}

// last is the passage that stands last, if it is of the step that the hearing is in.
func (x eye) last() hearing.Utterance {
	u, ok := x.t.Last()
	step, _ := x.t.Step()
	if !ok || u.Step != step.Step || u.Case != step.Case {
		return hearing.Utterance{}
	}
	return u
}

func (x eye) exhibit(live Live) Exhibit {
	e := live.Exhibit
	if u := x.last(); e == (Exhibit{}) && u.Kind == hearing.Exhibit {
		e.Number = u.Exhibit
	}
	if !x.open {
		return Exhibit{Number: x.veil(e.Number)}
	}
	return Exhibit{x.veil(e.Number), x.veil(e.Name)}
}

// speaker is who speaks: a name where the hearing is public, else a role.
func (x eye) speaker(live Live) Speaker {
	id := cmp.Or(live.Speaker, x.last().Speaker)
	if id == "" {
		return Speaker{}
	}
	p, ok := x.person(id)
	if !ok {
		return Speaker{}
	}
	out := Speaker{Role: words.T(p.Role)}
	part, takes := x.d.Hearing.Participant(hearing.ID(strings.TrimSuffix(p.Key, "/proxy")))
	if takes && p.Key == string(part.ID) {
		out.Role = words.Of(part.Role)
		if part.Label != "" && x.open {
			out.Role = x.veil(part.Label)
		}
	}
	if !x.open {
		return out
	}
	out.Name = x.veil(p.Name)
	if unit := x.d.Organisation(p.Organisation).Name; takes && part.Role == hearing.AgencyRep && unit != "" {
		out.Name = x.veil(unit)
		if p.Name != unit {
			out.With = x.veil(p.Name)
		}
	}
	return out
}

// person finds who speaks by the ID that a transcript has of him.
func (x eye) person(id hearing.ID) (script.Person, bool) {
	key := string(id)
	if id == hearing.SpeakerPresider || id == hearing.SpeakerRecorder {
		key = "@" + key
	}
	for _, p := range x.s.People {
		if p.Key == key {
			return p, true
		}
	}
	for _, p := range x.s.People {
		if p.Person == id { // a prosecutor, or who was sent along
			return p, true
		}
	}
	return script.Person{}, false
}
