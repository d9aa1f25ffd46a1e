package recorder

import (
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
)

// A Row is one row of the transcript on the screen: a passage, a step's heading or
// a pause.
type Row struct {
	Line    transcript.Line
	Step    *script.Step      // of a heading
	Pause   *transcript.Pause // of a pause
	Who     script.Person
	N       int  // of a question or an answer: the question's number
	Unsaved bool // not on the disk yet
	Open    bool // being changed in the typing line
	At      time.Time
}

// Rows are the transcript as the screen shows it.
func (m *Model) Rows() []Row {
	lines := m.text.Lines()
	steps, pauses := m.text.Steps(), m.text.Pauses()
	out := make([]Row, 0, len(lines)+len(steps)+len(pauses))
	asked := map[hearing.ID]int{}
	unsaved := map[hearing.ID]bool{}
	for _, e := range m.pending {
		unsaved[e.Line()] = true
	}
	until := func(at time.Time, all bool) {
		for len(steps) > 0 || len(pauses) > 0 {
			step := len(steps) > 0 && (len(pauses) == 0 || !pauses[0].From.Before(steps[0].From))
			switch {
			case step && (all || !steps[0].From.After(at)):
				out = append(out, Row{Step: m.named(steps[0]), At: steps[0].From})
				steps = steps[1:]
			case !step && (all || !pauses[0].From.After(at)):
				out = append(out, Row{Pause: &pauses[0], At: pauses[0].From})
				pauses = pauses[1:]
			default:
				return
			}
		}
	}
	for _, l := range lines {
		until(l.At, false)
		r := Row{Line: l, Who: m.people[l.Speaker], Unsaved: unsaved[l.ID], Open: m.was != nil && m.was.ID == l.ID, At: l.At}
		if l.Kind == hearing.Ask {
			asked[l.ID] = len(asked) + 1
			r.N = asked[l.ID]
		}
		if l.Kind == hearing.Reply {
			r.N = asked[l.Of]
		}
		out = append(out, r)
	}
	until(time.Time{}, true)
	return out
}

// named is a step that was gone through, as the script names it.
func (m *Model) named(p transcript.Passed) *script.Step {
	for i := range m.script.Steps {
		if s := &m.script.Steps[i]; s.Key == p.Step && s.Case == p.Case {
			return s
		}
	}
	return &script.Step{Key: p.Step, Name: hearing.Term{Zh: p.Step, En: p.Step}}
}
