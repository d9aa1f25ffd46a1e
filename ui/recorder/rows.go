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
	Line  transcript.Line
	Step  *script.Step      // of a heading
	Pause *transcript.Pause // of a pause
	Who   script.Person
	N     int // of a question or an answer: the question's number
	At    time.Time
}

// Rows are the transcript as the screen shows it. Those of one edition never
// change, only more of them come: of thousands only the new ones are to be looked
// at after Enter.
type Rows struct {
	Edition int
	All     []Row

	asked map[hearing.ID]int // the numbers of the questions
	stale bool
}

// Rows are those of now.
func (m *Model) Rows() Rows {
	if m.rows.asked == nil || m.rows.stale {
		m.lay()
	}
	return m.rows
}

// lay makes an edition of all there is.
func (m *Model) lay() {
	lines, steps, pauses := m.text.Lines(), m.text.Steps(), m.text.Pauses()
	m.rows = Rows{Edition: m.rows.Edition + 1, All: make([]Row, 0, len(lines)+len(steps)+len(pauses)+64), asked: map[hearing.ID]int{}}
	out := &m.rows
	until := func(at time.Time, all bool) {
		for len(steps) > 0 || len(pauses) > 0 {
			step := len(steps) > 0 && (len(pauses) == 0 || !pauses[0].From.Before(steps[0].From))
			switch {
			case step && (all || !steps[0].From.After(at)):
				out.All = append(out.All, Row{Step: m.named(steps[0]), At: steps[0].From})
				steps = steps[1:]
			case !step && (all || !pauses[0].From.After(at)):
				out.All = append(out.All, Row{Pause: &pauses[0], At: pauses[0].From})
				pauses = pauses[1:]
			default:
				return
			}
		}
	}
	for _, l := range lines {
		until(l.At, false)
		m.put(l)
	}
	until(time.Time{}, true)
}

// put adds the row of a passage.
func (m *Model) put(l transcript.Line) {
	r := Row{Line: l, Who: m.people[l.Speaker], At: l.At}
	switch l.Kind {
	case hearing.Ask:
		r.N = len(m.rows.asked) + 1
		m.rows.asked[l.ID] = r.N
	case hearing.Reply:
		r.N = m.rows.asked[l.Of]
	}
	m.rows.All = append(m.rows.All, r)
}

// follow adds the row of an entry that the text has just taken; where it does more
// than go on at the end, the next edition is made when it is asked for.
func (m *Model) follow(e hearing.TranscriptEntry) {
	n := len(m.rows.All)
	switch {
	case m.rows.asked == nil || m.rows.stale:
	case e.Act == hearing.ActStep:
		m.rows.All = append(m.rows.All, Row{Step: m.named(transcript.Passed{Step: e.Step, Case: e.Case}), At: e.At})
	case e.Act == hearing.ActWrite && e.From == nil && e.Undoes == "" && m.text.End() == e.To.ID && (n == 0 || m.rows.All[n-1].Line.ID != "" || !e.To.At.Before(m.rows.All[n-1].At)):
		m.put(transcript.Line{Utterance: *e.To, Added: !m.text.ReadAt().IsZero()})
	default:
		m.rows.stale = true
	}
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
