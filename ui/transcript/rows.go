package transcript

import (
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/words"
)

// A Row is what stands in one place of the transcript: the head of a step, a
// pause, or a passage.
type Row struct {
	Head string           // name of the step that begins
	Note string           // a pause
	Line *transcript.Line // a passage
	Lead string           // who speaks, with the number of a question
	At   string           // time of day
	Mark string           // what was done to it after it was read
}

// rows lays a transcript out in its order.
func rows(d hearing.Dossier, text *transcript.Text, steps map[string]hearing.Term) []Row {
	lines, asked, pauses := text.Lines(), text.Asked(), text.Pauses()
	zone := words.Zone()
	if d.Zone != nil {
		zone = d.Zone
	}
	clock := func(t time.Time) string { return t.In(zone).Format("15:04:05") }
	var out []Row
	stop := func(before time.Time) {
		for len(pauses) > 0 && (before.IsZero() || pauses[0].From.Before(before)) {
			out = append(out, Row{Note: paused(pauses[0], clock), At: clock(pauses[0].From)})
			pauses = pauses[1:]
		}
	}
	step, of := "", hearing.ID("")
	for i := range lines {
		l := &lines[i]
		stop(l.At)
		if name, ok := steps[l.Step]; ok && (l.Step != step || l.Case != of) {
			step, of = l.Step, l.Case
			out = append(out, Row{Head: words.Term(name), At: clock(l.At)})
		}
		out = append(out, Row{Line: l, Lead: lead(d, l, asked), At: clock(l.At), Mark: mark(l)})
	}
	stop(time.Time{})
	return out
}

func paused(p transcript.Pause, clock func(time.Time) string) string {
	text := words.Of(p.Kind)
	if p.Note != "" {
		text += words.T("：") + p.Note
	}
	if !p.To.IsZero() {
		text += " → " + clock(p.To)
	}
	return text
}

// lead is what stands before a passage.
func lead(d hearing.Dossier, l *transcript.Line, asked map[hearing.ID]int) string {
	who := Called(d, l.Speaker)
	switch l.Kind {
	case hearing.Ask:
		return words.Of(l.Kind) + " " + strconv.Itoa(asked[l.ID]) + "　" + who
	case hearing.Reply:
		n := ""
		if asked[l.Of] > 0 {
			n = " " + strconv.Itoa(asked[l.Of])
		}
		return words.Of(l.Kind) + n + "　" + who
	case hearing.Speech:
		return who
	case hearing.Exhibit:
		return strings.TrimSpace(who + "　" + words.Of(l.Kind) + " " + l.Exhibit)
	}
	return strings.TrimSpace(who + "　" + words.Of(l.Kind))
}

// mark says what was done to a passage since it was read.
func mark(l *transcript.Line) string {
	text := ""
	switch {
	case l.Draft:
		return words.T("待核对")
	case l.Gone:
		text = words.T("删去")
	case len(l.Was) > 0:
		text = words.T("更正")
	case l.Added && l.Kind != hearing.Correcting:
		text = words.T("补充")
	}
	if text != "" && l.Asked != "" {
		text = words.T("{{.What}}，{{.Who}}提出", map[string]string{"What": text, "Who": l.Asked})
	}
	return text
}

// Called is who spoke: the name, and as what.
func Called(d hearing.Dossier, id hearing.ID) string {
	h := d.Hearing
	if id == "" || h == nil {
		return ""
	}
	person := func(role string, id hearing.ID) string {
		if name := d.Person(id).Name; name != "" {
			return words.T("{{.Role}}（{{.Name}}）", map[string]string{"Role": role, "Name": name})
		}
		return role
	}
	switch id {
	case hearing.SpeakerPresider:
		return person(words.T("主持人"), h.Presider)
	case hearing.SpeakerRecorder:
		return person(words.T("书记员"), h.Recorder)
	}
	of, proxy := strings.CutSuffix(string(id), "/proxy")
	if p, ok := h.Participant(hearing.ID(of)); ok {
		if proxy && p.Proxy != nil {
			return person(words.T("委托代理人"), p.Proxy.Person)
		}
		role := p.Label
		if role == "" {
			role = words.Of(p.Role)
		}
		if unit := d.Organisation(p.Organisation); p.Role == hearing.AgencyRep && unit.Name != "" {
			role = unit.Name
		}
		return person(role, p.Person)
	}
	for _, who := range d.Handlers() {
		if who == id {
			return person(words.T("承办检察官"), id)
		}
	}
	return d.Person(id).Name
}

// Called is who spoke in the hearing that is shown.
func (m *Model) Called(id hearing.ID) string { return Called(m.Dossier, id) }

// Speakers lists who may have spoken, in the order in which they sit.
func (m *Model) Speakers() []hearing.ID {
	h := m.Dossier.Hearing
	if h == nil {
		return nil
	}
	out := []hearing.ID{hearing.SpeakerPresider}
	for _, id := range m.Dossier.Handlers() {
		if id != h.Presider {
			out = append(out, id)
		}
	}
	out = append(out, hearing.SpeakerRecorder)
	for _, p := range h.Participants {
		if !p.Alternate {
			out = append(out, p.ID)
		}
	}
	return out
}
