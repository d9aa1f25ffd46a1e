package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// UnitFields lists what a column can say of an organisation, in the order of the
// columns of a roster that is given out.
var UnitFields = []*Field{
	ofUnit("name", hearing.Term{Zh: "单位全称", En: "Official name"}, func(o *hearing.Organisation) *string { return &o.Name }),
	ofUnit("short", hearing.Term{Zh: "简称", En: "Short name"}, func(o *hearing.Organisation) *string { return &o.Short }),
	codedUnit("kind", hearing.Term{Zh: "单位类别", En: "Kind of organisation"}, hearing.OrganisationKinds, func(o *hearing.Organisation) *hearing.OrganisationKind { return &o.Kind }),
	codedUnit("level", hearing.Term{Zh: "级别", En: "Level"}, hearing.Levels, func(o *hearing.Organisation) *hearing.Level { return &o.Level }),
	ofUnit("region", hearing.Term{Zh: "地区", En: "Region"}, func(o *hearing.Organisation) *string { return &o.Region }),
	{Key: "parent", Term: hearing.Term{Zh: "上级单位", En: "Superior organisation"}, tells: func(w *writing, o hearing.Organisation) string { return w.unit(o.Parent) }, reads: readParent},
	ofUnit("code", hearing.Term{Zh: "信用代码", En: "Credit code"}, func(o *hearing.Organisation) *string { return &o.Code }),
	ofUnit("licence", hearing.Term{Zh: "执业许可证号", En: "Practice licence"}, func(o *hearing.Organisation) *string { return &o.Licence }),
	ofUnit("head", hearing.Term{Zh: "负责人", En: "Head"}, func(o *hearing.Organisation) *string { return &o.Head }),
	joined(ofUnit("phone", hearing.Term{Zh: "电话", En: "Telephone"}, func(o *hearing.Organisation) *string { return &o.Phone })),
	ofUnit("address", hearing.Term{Zh: "地址", En: "Address"}, func(o *hearing.Organisation) *string { return &o.Address }),
	ofUnit("postcode", hearing.Term{Zh: "邮编", En: "Postcode"}, func(o *hearing.Organisation) *string { return &o.Postcode }),
	joined(ofUnit("note", hearing.Term{Zh: "备注", En: "Note"}, func(o *hearing.Organisation) *string { return &o.Note })),
	{Key: "id", Term: hearing.Term{Zh: "系统编号", En: "Desk ID"}, tells: func(_ *writing, o hearing.Organisation) string { return string(o.ID) }, reads: func(*draft, Cell) (string, string) { return "", "" }},
}

func joined(f *Field) *Field { f.joins = true; return f }

// ofUnit is a text of an organisation.
func ofUnit(key string, term hearing.Term, of func(*hearing.Organisation) *string) *Field {
	return &Field{Key: key, Term: term, tells: func(_ *writing, o hearing.Organisation) string { return *of(&o) }, reads: func(d *draft, c Cell) (string, string) {
		s := strings.Join(strings.Fields(c.Text), " ")
		if key == "code" || key == "licence" {
			s = strings.ToUpper(strings.ReplaceAll(narrow(s), " ", ""))
		}
		if limit := map[bool]int{true: hearing.MaxText, false: hearing.MaxName}[key == "note"]; utf8.RuneCountInString(s) > limit {
			return Long, ""
		}
		if at := of(&d.o); strings.Join(strings.Fields(*at), " ") != s {
			*at = s
		}
		return "", ""
	}}
}

// codedUnit is a field of an organisation with a few values.
func codedUnit[T interface {
	~string
	hearing.Named
}](key string, term hearing.Term, values []T, of func(*hearing.Organisation) *T) *Field {
	return &Field{Key: key, Term: term, tells: func(w *writing, o hearing.Organisation) string {
		if v := *of(&o); v != "" {
			return w.say(v.Term())
		}
		return ""
	}, reads: func(d *draft, c Cell) (string, string) {
		v, names := valueOf(d.book, key, c.Text, values)
		if v == "" {
			return Unknown, names
		}
		*of(&d.o) = v
		return "", ""
	}}
}

// readParent reads the name of the superior organisation.
func readParent(d *draft, c Cell) (string, string) {
	id, code := d.units.find(c.Text)
	if code == "" {
		d.o.Parent = id
	}
	return code, ""
}

// means lists the organisations that a row could mean, and says whether that is one
// for certain. The credit code goes before the name; of one name are different bodies
// those of another region.
func (u *units) means(o hearing.Organisation) (found []hearing.Organisation, sure bool) {
	for _, x := range u.byID {
		if o.Code != "" && x.Code == o.Code {
			found = append(found, x)
		}
	}
	if len(found) > 0 {
		return found, len(found) == 1
	}
	for _, id := range u.named(o.Name) {
		if x := u.byID[id]; hearing.SameRegion(o.Region, x.Region) {
			found = append(found, x)
		}
	}
	return found, len(found) == 0 || len(found) == 1 && (o.Code == "" || found[0].Code == "")
}

// body plans a row that names an organisation.
func (w *planning) body(l *Line, r Row, cells map[string]Cell, choice Choice) {
	if was, ok := w.units.byID[hearing.ID(narrow(cells["id"].Text))]; ok && choice == (Choice{}) { // the desk gave the row out
		w.overBody(l, r, cells, was)
		return
	}
	d := &draft{fresh: true}
	if f := w.fill(d, cells, r.N); f != nil {
		w.refuse(l, *f)
		return
	}
	var found []hearing.Organisation
	sure := true
	switch {
	case choice.Is != "":
		found = []hearing.Organisation{w.units.byID[choice.Is]}
	case !choice.New:
		found, sure = w.units.means(d.o)
	}
	switch {
	case !sure:
		for _, x := range found {
			l.Candidates = append(l.Candidates, x)
		}
		w.refuse(l, Fault{Cell: w.cell("name", r.N), Heading: w.heading("name"), Code: Ambiguous, Value: cells["name"].Text})
	case len(found) == 0:
		d.o.ID = w.NewID()
		w.takeBody(l, d.o, New)
	default:
		w.overBody(l, r, cells, found[0])
	}
}

// overBody plans a row about an organisation that is known, or that an earlier row
// named.
func (w *planning) overBody(l *Line, r Row, cells map[string]Cell, was hearing.Organisation) {
	now := &draft{o: was}
	if f := w.fill(now, cells, r.N); f != nil {
		w.refuse(l, *f)
		return
	}
	l.Changes = w.writer.changes(was, now.o)
	at, taken := w.units.lines[was.ID]
	switch {
	case taken && len(l.Changes) == 0:
		l.State, l.Same, l.Unit = Double, w.plan.Lines[at].Row, was
	case taken:
		l.Unit = was
		w.refuse(l, Fault{Cell: w.cell("name", r.N), Heading: w.heading("name"), Code: Twice, Value: cells["name"].Text, Want: w.cell("name", w.plan.Lines[at].Row)})
	case w.units.made[was.ID]:
		l.Changes = nil // an earlier row named it: it is new all the same
		w.takeBody(l, now.o, New)
	case len(l.Changes) == 0:
		l.State, l.Unit, w.units.lines[was.ID] = Same, was, len(w.plan.Lines)
	default:
		w.takeBody(l, now.o, Changed)
	}
}

// takeBody plans that an organisation is stored.
func (w *planning) takeBody(l *Line, o hearing.Organisation, as State) {
	if faults := o.Validate(); len(faults) > 0 {
		w.refuse(l, Fault{Cell: w.cell("name", l.Row), Heading: faults[0].Path, Code: faults[0].Code, Value: faults[0].Value, Want: faults[0].Expect})
		return
	}
	l.State, l.Unit = as, o
	u := w.units
	u.lines[o.ID] = len(w.plan.Lines)
	u.use(o.Parent)
	u.add(o)
}

// Records lists what is to be stored, in an order in which each follows what it
// names.
func (p Plan) Records() []hearing.Record {
	var out []hearing.Record
	order := slices.Clone(p.Units)
	for _, l := range p.Lines {
		switch {
		case l.State != New && l.State != Changed:
		case l.Unit.ID != "":
			order = append(order, l.Unit)
		default:
			out = append(out, l.Person)
		}
	}
	waiting := map[hearing.ID]hearing.Organisation{}
	for _, o := range order {
		waiting[o.ID] = o
	}
	var units []hearing.Record
	var put func(id hearing.ID)
	put = func(id hearing.ID) {
		if o, waits := waiting[id]; waits {
			delete(waiting, id)
			put(o.Parent)
			units = append(units, o)
		}
	}
	for _, o := range order {
		put(o.ID)
	}
	return append(units, out...)
}

// UnitTable is a roster of organisations to be given out. It reads back without a
// change; all are those that others can be subject to.
func UnitTable(list, all []hearing.Organisation, say func(hearing.Term) string) Sheet {
	w := &writing{say: say, units: map[hearing.ID]hearing.Organisation{}}
	for _, o := range all {
		w.units[o.ID] = o
	}
	records := make([]hearing.Record, len(list))
	for i, o := range list {
		records[i] = o
	}
	return w.table(UnitFields, []string{"name", "kind", "region", "code", "head", "phone", "address"}, records)
}

// given are the fields that a roster that is given out has.
func (w *writing) table(fields []*Field, always []string, records []hearing.Record) Sheet {
	fields = slices.DeleteFunc(slices.Clone(fields), func(f *Field) bool {
		return !f.given() || !slices.Contains(always, f.Key) && !slices.ContainsFunc(records, func(r hearing.Record) bool { return f.value(w, r) != "" })
	})
	head := Row{N: 1}
	for _, f := range fields {
		head.Cells = append(head.Cells, Cell{Text: w.say(f.Term)})
	}
	s := Sheet{Rows: []Row{head}}
	for i, x := range records {
		r := Row{N: i + 2}
		for _, f := range fields {
			r.Cells = append(r.Cells, Cell{Text: f.value(w, x)})
		}
		s.Rows = append(s.Rows, r)
	}
	return s
}
