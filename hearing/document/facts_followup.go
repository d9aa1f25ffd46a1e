package document

import (
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// visits are those that followed the recommendations of a session, one form a
// visit; of one that nobody looked into yet there is an empty form to take along.
func visits(d hearing.Dossier) []target {
	var out []target
	for _, t := range instruments(advice)(d) {
		list := t.paper.VisitsInOrder()
		if len(list) == 0 {
			out = append(out, t)
		}
		for i := range list {
			one := t
			one.visit, one.key, one.name = &list[i], VisitKey(t.paper.ID, list[i].ID), t.name+"（"+list[i].On.String()+"）"
			out = append(out, one)
		}
	}
	return out
}

// VisitKey tells form 30 of one visit from those of the paper's others.
func VisitKey(paper, visit hearing.ID) string { return bothKeys(string(paper), string(visit)) }

// closures are what was struck off of the recommendations of a session.
func closures(d hearing.Dossier) []target {
	var out []target
	for _, t := range instruments(advice)(d) {
		for i := range t.paper.Closures {
			c := &t.paper.Closures[i]
			one := t
			one.closure, one.key, one.name = c, bothKeys(t.key, string(c.ID)), t.name+"（"+c.On.String()+"）"
			out = append(out, one)
		}
	}
	return out
}

// followed fills in the visit that a form is about; without one, an empty record
// of each item.
func (x teller) followed() record {
	i := x.t.paper
	if i == nil {
		return record{}
	}
	v := x.t.visit
	if v == nil {
		v = &hearing.Visit{}
	}
	r := record{"on": day(v.On), "by": Text(x.names(v.By)), "place": Text(v.Place), "again": v.LookBack,
		"pictures": Text(v.Pictures), "result": Text(bareText(v.Result))}
	if v.Method != "" {
		r["method"] = Text(v.Method.Term().Zh)
	}
	var rows []record
	for n := range i.Items {
		rows = append(rows, x.foundOf(*i, *v, n+1)...)
	}
	r["rows"] = rows
	return r
}

// foundOf are the rows of one item: what was found of it, subject by subject; else
// an empty one.
func (x teller) foundOf(i hearing.Instrument, v hearing.Visit, item int) []record {
	row := func(subject string, f hearing.Found) record {
		text := bareText(i.Items[item-1])
		if subject != "" {
			text = subject + "（" + text + "）"
		}
		var counted []string
		for _, m := range f.Metrics {
			counted = append(counted, m.String())
		}
		r := record{"number": Text(strconv.Itoa(item)), "text": Text(text), "found": Text(bareText(f.Text)), "counted": Text(strings.Join(counted, "，")), "proof": Text(f.Proof)}
		if f.State != "" {
			r["state"] = Text(f.State.Term().Zh)
		}
		return r
	}
	var out []record
	for _, f := range v.Found {
		if f.Item != item {
			continue
		}
		name := ""
		if at := slices.IndexFunc(i.Subjects, func(s hearing.Subject) bool { return s.ID == f.Subject }); at >= 0 {
			name = i.Subjects[at].Name
		}
		out = append(out, row(name, f))
	}
	if len(out) == 0 && v.ID == "" {
		for _, s := range i.SubjectsOf(item) {
			out = append(out, row(s.Name, hearing.Found{}))
		}
		if len(out) == 0 {
			out = append(out, row("", hearing.Found{}))
		}
	}
	return out
}

// struckOff fills in the closure that a form is about.
func (x teller) struckOff() record {
	i, c := x.t.paper, x.t.closure
	if i == nil || c == nil {
		return record{}
	}
	r := record{"on": day(c.On), "proof": Text(bareText(c.Proof)), "note": Text(bareText(c.Note)),
		"handler": Text(x.d.Person(c.Handler).Name), "head": Text(x.d.Person(c.Head).Name)}
	unit := c.Unit
	if unit == "" && x.t.delivery != nil {
		unit = x.t.delivery.Organisation
	}
	var rows []record
	for _, m := range i.Matters([]hearing.ID{unit}) {
		if !c.Of(m) {
			continue
		}
		s := i.Standing(m, c.On)
		var counted []string
		for _, k := range s.Metrics {
			counted = append(counted, k.String())
		}
		rows = append(rows, record{"name": Text(i.Name(m)), "state": Text(s.State.Term().Zh), "seen": day(s.Since), "counted": Text(strings.Join(counted, "，"))})
	}
	r["rows"] = rows
	return r
}

// names joins the names of people.
func (x teller) names(list []hearing.ID) string {
	var out []string
	for _, id := range list {
		out = append(out, x.d.Person(id).Name)
	}
	return strings.Join(out, "、")
}
