package roster

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Job is everything that a plan is made of.
type Job struct {
	Sheet   Sheet
	Mapping Mapping
	Kind    Kind
	Choices map[int]Choice // by row number
	People  []hearing.Person
	Units   []hearing.Organisation
	NewID   func() hearing.ID
	Say     func(hearing.Term) string // names a value in the user's language
	On      calendar.Date             // the day: who changes in the pool does so from then on
}

// A planning is a plan in the making.
type planning struct {
	Job
	book   *Book
	units  *units
	known  *people
	order  []column
	plan   Plan
	writer writing
}

// A column is one that is read.
type column struct {
	at    int
	field *Field
}

// Plan says what an import would do. It stores nothing.
func (b *Book) Plan(j Job) Plan {
	w := &planning{Job: j, book: b, units: newUnits(j, b), known: newPeople(j.People)}
	w.writer = writing{say: j.Say, units: w.units.byID, full: true, on: j.On}
	for _, f := range j.Kind.Fields() {
		for i, key := range j.Mapping.Fields {
			if key == f.Key && (f.joins || !slices.ContainsFunc(w.order, func(c column) bool { return c.field == f })) {
				w.order = append(w.order, column{i, f})
			}
		}
	}
	for i, r := range j.Sheet.Rows {
		if i > j.Mapping.Header {
			w.row(r)
		}
	}
	w.plan.Units = w.units.new()
	return w.plan
}

// row plans one row.
func (w *planning) row(r Row) {
	cells := w.cells(r)
	name := cells["name"].Text
	remark := remarks.MatchString(cleanName(name)) || !w.Kind.Units && len(cells) == 1 && notInNames.MatchString(cleanName(name))
	if len(cells) == 0 || remark || w.book.field(w.Kind, name) == "name" && slices.Equal(known(w.book.heads(w.Kind, r)), known(w.Mapping.Fields)) {
		w.plan.Passed = append(w.plan.Passed, r.N)
		return
	}
	line := Line{Row: r.N, Name: cleanName(name)}
	choice := w.Choices[r.N]
	switch {
	case choice.Leave:
		line.State = Left
	case name == "":
		w.refuse(&line, Fault{Cell: w.cell("name", r.N), Code: NoName, Heading: w.heading("name")})
	case w.Kind.Units:
		w.body(&line, r, cells, choice)
	default:
		w.person(&line, r, cells, choice)
	}
	w.plan.Lines = append(w.plan.Lines, line)
}

// nothing are the signs that stand for a cell without a value.
var nothing = []string{"/", "\\", "-", "--", "—", "——", "无", "暂无", "n/a"}

// cells returns what a row says, by field; what several columns say of one is
// put together.
func (w *planning) cells(r Row) map[string]Cell {
	out := map[string]Cell{}
	for _, c := range w.order {
		cell := r.at(c.at)
		if cell.Text == "" || slices.Contains(nothing, bare(cell.Text)) {
			continue
		}
		if had, ok := out[c.field.Key]; ok {
			if had.Text == cell.Text {
				continue
			}
			cell.Text, cell.Number = had.Text+"、"+cell.Text, false
		}
		out[c.field.Key] = cell
	}
	return out
}

// cell is the address of a field's first column in a row.
func (w *planning) cell(key string, row int) string {
	return Address(max(slices.Index(w.Mapping.Fields, key), 0), row)
}

func (w *planning) heading(key string) string {
	return w.Sheet.Heading(w.Mapping, slices.Index(w.Mapping.Fields, key))
}

func (w *planning) refuse(l *Line, f Fault) {
	f.Row = l.Row
	l.State, l.Fault = Refused, &f
	if f.Code == Ambiguous {
		l.State = Choose
	}
}

// broken are the errors that a spreadsheet shows in place of a value.
func broken(s string) bool {
	return slices.Contains([]string{"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}, strings.ToUpper(s))
}

// shown is a value as it is shown to the clerk: identity numbers are hidden in
// part.
func shown(f *Field, value string) string {
	if f.Key == "id_number" && len(only(value)) > 14 {
		return Masked(narrow(value))
	}
	return value
}

// fill reads a row into a draft; the first fault ends it.
func (w *planning) fill(d *draft, cells map[string]Cell, row int) *Fault {
	d.book, d.kind, d.units, d.on = w.book, w.Kind, w.units, w.On
	var done *Field
	for _, c := range w.order {
		cell, says := cells[c.field.Key]
		if !says || done == c.field {
			continue
		}
		done, d.heading = c.field, w.heading(c.field.Key)
		if !d.fresh && c.field.given() && tidy(c.field.value(&w.writer, d.record())) == cell.Text {
			continue // as it was given out
		}
		code, want := Broken, ""
		if !broken(cell.Text) {
			code, want = c.field.reads(d, cell)
		}
		if code != "" {
			return &Fault{Cell: Address(c.at, row), Heading: d.heading, Code: code, Value: shown(c.field, cell.Text), Want: want}
		}
	}
	if code := d.finish(); code != "" {
		return &Fault{Cell: w.cell("term_ends", row), Heading: w.heading("term_ends"), Code: code, Value: cells["term_ends"].Text}
	}
	return nil
}

// person plans a row that names somebody.
func (w *planning) person(l *Line, r Row, cells map[string]Cell, choice Choice) {
	if who := w.known.byID[hearing.ID(narrow(cells["id"].Text))]; who != nil && choice == (Choice{}) { // the desk gave the row out
		w.onto(l, r, cells, who)
		return
	}
	d := &draft{fresh: true}
	if f := w.fill(d, cells, r.N); f != nil {
		w.refuse(l, *f)
		return
	}
	v := verdict{}
	switch {
	case choice.Is != "":
		v.who = w.known.byID[choice.Is]
	case !choice.New:
		v = w.known.who(d.p)
	}
	for _, p := range v.all {
		l.Candidates = append(l.Candidates, p)
	}
	switch {
	case v.code != "":
		key := "name"
		if v.code == AnotherHasIt {
			key = "id_number"
		}
		f := Fault{Cell: w.cell(key, r.N), Heading: w.heading(key), Code: v.code, Value: shown(w.Kind.Of(key), cells[key].Text)}
		if v.code == Twice {
			f.Want = w.cell("name", w.plan.Lines[v.twin].Row)
		}
		w.refuse(l, f)
	case v.who == nil:
		d.p.ID = w.NewID()
		w.take(l, &someone{}, d.p, New)
	default:
		w.onto(l, r, cells, v.who)
	}
}

// onto plans a row about somebody who is known.
func (w *planning) onto(l *Line, r Row, cells map[string]Cell, who *someone) {
	now := &draft{p: who.p}
	if f := w.fill(now, cells, r.N); f != nil {
		w.refuse(l, *f)
		return
	}
	l.Changes = w.writer.changes(who.p, now.p)
	switch {
	case who.line >= 0 && len(l.Changes) == 0:
		l.State, l.Same, l.Person = Double, w.plan.Lines[who.line].Row, who.p
	case who.line >= 0:
		w.refuse(l, Fault{Cell: w.cell("name", r.N), Heading: w.heading("name"), Code: Twice, Value: cells["name"].Text, Want: w.cell("name", w.plan.Lines[who.line].Row)})
	case len(l.Changes) == 0:
		who.line, l.State, l.Person = len(w.plan.Lines), Same, who.p
	default:
		w.take(l, who, now.p, Changed)
	}
}

// take plans that somebody is stored.
func (w *planning) take(l *Line, s *someone, p hearing.Person, as State) {
	if faults := p.Validate(); len(faults) > 0 {
		w.refuse(l, Fault{Cell: w.cell("name", l.Row), Heading: faults[0].Path, Code: faults[0].Code, Value: faults[0].Value, Want: faults[0].Expect})
		return
	}
	l.State, l.Person = as, p
	w.units.use(p.Organisation)
	had := s.p
	s.p, s.line = p, len(w.plan.Lines)
	switch {
	case as == New:
		w.known.add(s)
	case had.IDNumber != p.IDNumber:
		w.known.number(s)
	}
}
