package rules

import (
	"strconv"
	"strings"

	"hearingdesk/hearing/calendar"
)

// say adds what a period has to say, with the count behind its day.
func (s *terms) say(t *term, variant string, on calendar.Date) {
	id, v := t.p.ID, t.p.variant(variant)
	if variant == "range" {
		id, v = "RANGE", ""
	}
	if !s.table.has(id, v, t.e.on) {
		if variant == "soon" || variant == "extended" { // an office may have no words for them
			s.say(t, "due", on)
		}
		return
	}
	s.unknown(max(t.due.Unknown, t.limit.Unknown), t.e.field)
	day := s.day
	s.day = t.e.on // the words that are law on the day of the event
	f := s.check.say(id, v, t.field(variant), s.values(t, on))
	s.day = day
	f.Instrument, f.Due, f.Advise, f.Done = t.e.paperID(), on, on, t.done
	f.Text = next(f.Text, !t.done.IsZero())
	if t.e.step != nil {
		f.Step = t.e.step.ID
	}
	if s.d.Announcement == nil && s.d.Hearing == nil {
		f.Case = s.k.ID
	}
	if f.Subject == "" {
		f.Subject = s.k.Cause
	}
	for !f.Advise.IsZero() && !s.days.Working(f.Advise) && f.Advise.After(t.e.on) { // one that never rolls
		f.Advise = f.Advise.AddDays(-1)
	}
	switch {
	case t.p.Back:
		limit := t.limit
		f.Advise, f.Count = limit.Advise, s.counting(t.e.kind, f.Args["kind"])
		f.Count.Limit = &limit
	case t.due.Period.N > 0 && t.due.Err == nil:
		due := t.due
		f.Count = s.counting(t.e.kind, f.Args["kind"])
		f.Count.Due = &due
	}
}

// field is where the finding is mended: the paper, where it ends the period.
func (t *term) field(variant string) string {
	switch {
	case variant == "after":
		return "start"
	case variant == "unexplained", t.p.once():
		return "instruments"
	}
	return t.e.field
}

// values are what the sentences of periods can name.
func (s *terms) values(t *term, on calendar.Date) args {
	a := args{"who": s.whom(t), "start": t.e.on.String(), "due": on.String()}
	if i := t.e.paper; i != nil {
		a["paper"], a["kind"] = s.paper(*i), s.called(i)
	} else {
		a["paper"] = s.pick("检察建议书", "the recommendation")
		a["kind"] = ""
	}
	if t.p.once() {
		a["upper"] = s.d.Office.Upper
		if a["upper"] == "" {
			a["upper"] = s.pick("上一级人民检察院", "the procuratorate above")
		}
	}
	a["n"], a["done"] = s.lateness(t.on, t.done)
	a["on"] = t.done.String()
	if t.due.Open {
		a["left"] = strconv.Itoa(t.due.Left)
		a["since"] = t.due.Pauses[len(t.due.Pauses)-1].From.String()
	}
	if t.set {
		a["original"], a["note"], a["set"] = t.original.String(), t.note, t.on.String()
		if t.note == "" {
			a["note"] = s.pick("未写明", "not given")
		}
	}
	return a
}

// lateness is by how many days something is, or was, late, and when it was done
// after all.
func (c *check) lateness(due, done calendar.Date) (n, when string) {
	if done.IsZero() {
		return strconv.Itoa(c.today.Sub(due)), ""
	}
	return strconv.Itoa(done.Sub(due)), c.pick("（"+done.String()+"完成）", " (done "+done.String()+")")
}

// whom names whom a period is about: the recipient, whom the step names,
// or the one that the table means.
func (s *terms) whom(t *term) string {
	who := ""
	if t.e.unit != "" {
		who = s.d.Organisation(t.e.unit).Name
	}
	if who == "" && t.e.person != "" {
		who = s.name(t.e.person)
	}
	if who == "" {
		who = s.pick(t.p.Whom.Zh, t.p.Whom.En)
	}
	return who
}

// next cuts off what is to be done next, which stands behind a bar, when
// nothing is.
func next(text string, done bool) string {
	text, todo, _ := strings.Cut(text, "|")
	if done {
		return text
	}
	return text + todo
}
