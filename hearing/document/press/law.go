package press

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/rules"
)

// Law lets papers follow a desk's rules: the steps of each type of case, who
// signs, what an instrument is called on a day, and the dates that are counted.
func Law(book *rules.Book) document.Law { return law{book} }

type law struct{ *rules.Book }

// Course is the template of the session's cases.
func (l law) Course(d hearing.Dossier, on calendar.Date) document.Course {
	t := l.Template(d, on)
	out := document.Course{Signs: t.Signs, Minutes: t.Minutes, Secrecy: t.Secrecy}
	for _, s := range t.Steps {
		out.Steps = append(out.Steps, document.Step{Key: s.Key, Name: s.Zh, Minutes: s.Minutes, Script: s.Script})
	}
	return out
}
