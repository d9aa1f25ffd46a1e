package document

import (
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Law is what papers take from the rules beside the facts of a session.
type Law interface {
	// Course is how a hearing goes, by the types of its cases.
	Course(d hearing.Dossier) Course
	// Called is the name of a kind of instrument on a day, which the rules in
	// force then give it: 检察建议书.
	Called(o hearing.Office, k hearing.InstrumentKind, on calendar.Date) string
	// Days counts the dates that papers name.
	Days(o hearing.Office) *calendar.Calendar
}

// A Course is how a hearing of a type of case goes.
type Course struct {
	Steps   []Step // in order, without the opening
	Parties bool   // the transcript is signed by the parties alone, beside those who hold the hearing (民事诉讼监督规则, art. 60)
	Minutes bool   // the deliberation has minutes of its own (行政诉讼监督规则, art. 75)
}

// A Step is one step of a hearing. Key chooses what a form says of it.
type Step struct{ Key, Name string }

// general is the course of 听证工作规定, art. 15, for a press without rules.
type general struct{}

// Course gives the seven steps.
func (general) Course(hearing.Dossier) Course {
	return Course{Steps: []Step{{"case", "承办检察官介绍案情"}, {"statements", "各方说明情况"}, {"questions", "听证员提问"}, {"deliberation", "休会评议"},
		{"opinions", "听证员发表意见"}, {"last", "当事人最后陈述"}, {"close", "主持人总结"}}}
}

// Called gives the kind's own name.
func (general) Called(_ hearing.Office, k hearing.InstrumentKind, _ calendar.Date) string {
	return k.Term().Zh
}

// Days knows no rest days: a paper then names no date that depends on them.
func (general) Days(hearing.Office) *calendar.Calendar { return nil }

// Under returns the catalogue with a law that its papers follow; without one
// they follow the seven steps of 听证工作规定 and the usual names.
func (c *Catalogue) Under(l Law) *Catalogue {
	out := *c
	out.law = l
	return &out
}

// course fills in the steps of the hearing.
func (x teller) course() []record {
	var out []record
	for i, s := range x.law.Course(x.d).Steps {
		out = append(out, record{"number": Text(strconv.Itoa(i + 1)), "key": Text(s.Key), "name": Text(s.Name)})
	}
	return out
}
