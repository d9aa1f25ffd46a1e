package hearing

import (
	"fmt"
	"slices"
	"strconv"

	"hearingdesk/hearing/calendar"
)

// followup checks what follows a recommendation: subjects, visits and closures.
func (v *validator) followup(i Instrument) {
	coded(v, "advice", i.Advice, AdviceKinds, false)
	v.text("parts", i.Parts.Source, i.Parts.Facts, i.Parts.Reasons, i.Parts.Basis, i.Parts.Other)
	v.short("parts.rectify", i.Parts.Rectify)
	if p := i.Parts.Objection; p != (calendar.Period{}) {
		if err := p.Validate(); err != nil {
			v.add("parts.objection", "format", fmt.Sprint(p.N, " ", p.Unit), "1–366 day")
		}
	}
	v.unique("subjects", ids(i.Subjects, func(s Subject) ID { return s.ID }))
	for n, s := range i.Subjects {
		at := fmt.Sprintf("subjects[%d]", n)
		v.item(at+".item", s.Item, i, false)
		v.name(at+".name", s.Name)
		v.short(at+".place", s.Place)
	}
	v.visits(i)
	v.closures(i)
}

// item checks that there is an item of the number; 0 stands for all where it may.
func (v *validator) item(path string, n int, i Instrument, zero bool) {
	if n == 0 && zero {
		return
	}
	if n < 1 || n > len(i.Items) {
		v.add(path, "range", strconv.Itoa(n), fmt.Sprintf("1–%d", len(i.Items)))
	}
}

// subject checks that a subject is one of the item's.
func (v *validator) subject(path string, id ID, item int, i Instrument) {
	if id != "" && !slices.ContainsFunc(i.Subjects, func(s Subject) bool { return s.ID == id && s.Item == item }) {
		v.add(path, "reference", string(id), "")
	}
}

func (v *validator) visits(i Instrument) {
	v.unique("visits", ids(i.Visits, func(x Visit) ID { return x.ID }))
	units := map[string]string{} // of each metric
	for n, x := range i.Visits {
		at := fmt.Sprintf("visits[%d]", n)
		v.day(at+".on", x.On, i)
		coded(v, at+".method", x.Method, VisitMethods, false)
		v.short(at+".place", x.Place)
		v.text(at+".result", x.Result, x.Note)
		v.short(at+".pictures", x.Pictures)
		for k, f := range x.Found {
			v.found(fmt.Sprintf("%s.found[%d]", at, k), f, i, units)
		}
	}
}

// day checks that what follows a recommendation comes after it was decided.
func (v *validator) day(path string, on calendar.Date, i Instrument) {
	switch {
	case on.IsZero():
		v.add(path, "required", "", "")
	case !i.DecidedOn.IsZero() && on.Before(i.DecidedOn):
		v.add(path, "early", on.String(), i.DecidedOn.String())
	}
}

// found checks one finding. A metric has one unit in all visits of a paper: else
// nobody could say what has changed.
func (v *validator) found(at string, f Found, i Instrument, units map[string]string) {
	v.item(at+".item", f.Item, i, false)
	v.subject(at+".subject", f.Subject, f.Item, i)
	coded(v, at+".state", f.State, ItemStates, true)
	v.text(at+".text", f.Text)
	v.short(at+".proof", f.Proof)
	for k, m := range f.Metrics {
		path := fmt.Sprintf("%s.metrics[%d]", at, k)
		v.name(path+".name", m.Name)
		v.name(path+".unit", m.Unit)
		coded(v, path+".approx", m.Approx, Approxes, false)
		if !decimalForm.MatchString(m.Value) {
			v.add(path+".value", "format", m.Value, "1327.83")
		}
		was, known := units[m.Name]
		switch {
		case m.Unit == "" || m.Name == "":
		case !known:
			units[m.Name] = m.Unit
		case was != m.Unit:
			v.add(path+".unit", "unit", m.Unit, was)
		}
	}
}

// closures checks that nothing is struck off that no visit found done, and that
// each says on what it rests and who did it.
func (v *validator) closures(i Instrument) {
	v.unique("closures", ids(i.Closures, func(c Closure) ID { return c.ID }))
	for n, c := range i.Closures {
		at := fmt.Sprintf("closures[%d]", n)
		v.day(at+".on", c.On, i)
		v.item(at+".item", c.Item, i, true)
		v.subject(at+".subject", c.Subject, c.Item, i)
		v.name(at+".proof", c.Proof)
		v.text(at+".note", c.Note)
		if c.Handler == "" {
			v.add(at+".handler", "required", "", "")
		}
		if c.Head == "" {
			v.add(at+".head", "required", "", "")
		}
		if open := i.undone(c); open != "" {
			v.add(at+".item", "undone", open, Mended.Term().Zh)
		}
		if before := i.struckBefore(n); !before.IsZero() {
			v.add(at+".on", "struck", c.On.String(), before.String())
		}
	}
}

// struckBefore is the day on which the same was struck off before, and no visit
// found it undone again; unset: it was not.
func (i Instrument) struckBefore(n int) calendar.Date {
	c := i.Closures[n]
	for k, x := range i.Closures {
		same := x.Item == c.Item && x.Subject == c.Subject && x.Unit == c.Unit
		if k != n && same && !x.On.IsZero() && (x.On.Before(c.On) || x.On == c.On && k < n) && !i.undoneIn(c, x.On, c.On) {
			return x.On
		}
	}
	return calendar.Date{}
}

// undoneIn reports whether a visit of some days found undone what a closure strikes
// off; no last day is today.
func (i Instrument) undoneIn(c Closure, from, to calendar.Date) bool {
	for _, v := range i.Visits {
		if v.On.Before(from) || !to.IsZero() && v.On.After(to) || c.Unit != "" && !v.To(c.Unit) {
			continue
		}
		for _, f := range v.Found {
			if f.State != Mended && (c.Item == 0 || c.Item == f.Item) && (c.Subject == "" || f.Subject == "" || c.Subject == f.Subject) {
				return true
			}
		}
	}
	return false
}

// Reopened returns what is wrong with a recommendation beside the one that the desk
// has: what was struck off is open again, and no visit since then found it undone
// (公益诉讼办案规则, art. 77).
func (i Instrument) Reopened(was Instrument) FieldErrors {
	var v validator
	for _, c := range was.Closures {
		for _, m := range was.Matters([]ID{c.Unit}) {
			kept := m.Item <= len(i.Items) && slices.Contains(i.Matters([]ID{c.Unit}), m)
			if c.Of(m) && kept && was.Standing(m, calendar.Date{}).Closed() && !i.Standing(m, calendar.Date{}).Closed() && !i.undoneIn(c, c.On, calendar.Date{}) {
				v.add("closures", "reopened", was.Name(m), c.On.String())
				break
			}
		}
	}
	return v.faults
}

// undone names the first matter that a closure would strike off although nobody
// found it done; empty: there is none.
func (i Instrument) undone(c Closure) string {
	for _, m := range i.Matters([]ID{c.Unit}) {
		if !c.Of(m) || c.On.IsZero() {
			continue
		}
		if s := i.Standing(m, c.On); s.State != Mended {
			return i.Name(m)
		}
	}
	return ""
}

// Name says what a matter is about: the subject, or the item's text with its number.
func (i Instrument) Name(m Matter) string {
	for _, s := range i.Subjects {
		if s.ID == m.Subject && m.Subject != "" {
			return s.Name
		}
	}
	if m.Item < 1 || m.Item > len(i.Items) {
		return strconv.Itoa(m.Item)
	}
	return strconv.Itoa(m.Item) + ". " + i.Items[m.Item-1]
}
