package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// A Field is one thing that a column can say of a person, or of an organisation.
// Every column there is stands in [Fields] or [UnitFields]; a new one is a line there.
type Field struct {
	Key   string
	Term  hearing.Term
	joins bool                                            // several columns can say it: their values are put together
	says  func(w *writing, p hearing.Person) string       // as a roster that is given out says it
	tells func(w *writing, o hearing.Organisation) string // the same of an organisation
	reads func(d *draft, c Cell) (code, want string)
}

// Fields lists every field, with those of appointments at the end: see [fields].
var Fields = append(fields, appointments()...)

// fields lists every field, in the order of the columns of a roster that is
// given out. In this order a row is read too: what an identity number says is
// held against the day of birth and the gender that stand before it.
var fields = []*Field{
	{Key: "name", Term: hearing.Term{Zh: "姓名", En: "Name"}, says: plain(func(p *hearing.Person) *string { return &p.Name }), reads: readName},
	coded("gender", hearing.Term{Zh: "性别", En: "Gender"}, hearing.Genders, func(p *hearing.Person) *hearing.Gender { return &p.Gender }),
	{Key: "born", Term: hearing.Term{Zh: "出生日期", En: "Date of birth"}, says: func(_ *writing, p hearing.Person) string { return p.Born.String() }, reads: readBorn},
	{Key: "unit", Term: hearing.Term{Zh: "单位", En: "Organisation"}, says: func(w *writing, p hearing.Person) string { return w.unit(p.Organisation) }, reads: readUnit},
	{Key: "unit_post", Term: hearing.Term{Zh: "单位及职务", En: "Organisation and post"}, reads: readUnitPost},
	text("post", hearing.Term{Zh: "职务", En: "Post"}, func(p *hearing.Person) *string { return &p.Post }),
	text("title", hearing.Term{Zh: "身份", En: "Standing"}, func(p *hearing.Person) *string { return &p.Title }),
	coded("rank", hearing.Term{Zh: "检察职务", En: "Rank"}, hearing.Ranks, func(p *hearing.Person) *hearing.Rank { return &p.Rank }),
	{Key: "phone", Term: hearing.Term{Zh: "电话", En: "Telephone"}, joins: true, says: plain(func(p *hearing.Person) *string { return &p.Phone }), reads: readsPhone},
	coded("class", hearing.Term{Zh: "听证员类别", En: "Officer class"}, hearing.OfficerClasses, func(p *hearing.Person) *hearing.OfficerClass { return &p.Class }),
	poolField(),
	coded("pool_source", hearing.Term{Zh: "来源", En: "Source"}, hearing.PoolSources, func(p *hearing.Person) *hearing.PoolSource { return &p.PoolSource }),
	{Key: "specialties", Term: hearing.Term{Zh: "专长", En: "Specialties"}, joins: true, says: func(_ *writing, p hearing.Person) string { return strings.Join(p.Specialties, "、") }, reads: readSpecialties},
	{Key: "certificates", Term: hearing.Term{Zh: "证书", En: "Certificates"}, joins: true, says: func(_ *writing, p hearing.Person) string { return sayCertificates(p.Certificates) }, reads: readCertificates},
	{Key: "term", Term: hearing.Term{Zh: "聘期", En: "Term"}, reads: readsTerm},
	{Key: "term_begins", Term: hearing.Term{Zh: "聘期自", En: "Term begins"}, says: func(_ *writing, p hearing.Person) string { return p.TermBegins.String() }, reads: readBegins},
	{Key: "term_ends", Term: hearing.Term{Zh: "聘期至", En: "Term ends"}, says: func(_ *writing, p hearing.Person) string { return p.TermEnds.String() }, reads: readEnds},
	text("licence", hearing.Term{Zh: "执业证号", En: "Licence number"}, func(p *hearing.Person) *string { return &p.Licence }),
	text("volunteer", hearing.Term{Zh: "志愿者编号", En: "Volunteer number"}, func(p *hearing.Person) *string { return &p.Volunteer }),
	text("helps", hearing.Term{Zh: "志愿服务领域", En: "Volunteer's field"}, func(p *hearing.Person) *string { return &p.Helps }),
	{Key: "deputy", Term: hearing.Term{Zh: "代表委员", En: "Deputy or committee member"}, says: plain(func(p *hearing.Person) *string { return &p.Deputy }), reads: readDeputy},
	{Key: "deputy_term", Term: hearing.Term{Zh: "届别", En: "Term of office"}, reads: func(d *draft, c Cell) (string, string) { d.ofTerm = c.Text; return "", "" }},
	{Key: "deputy_level", Term: hearing.Term{Zh: "级别", En: "Level"}, reads: func(d *draft, c Cell) (string, string) { d.ofLevel = c.Text; return "", "" }},
	{Key: "number", Term: hearing.Term{Zh: "证号", En: "Certificate number"}, reads: func(d *draft, c Cell) (string, string) {
		return d.appointed(c, func(a *hearing.Appointment) *string { return &a.Number })
	}},
	{Key: "by", Term: hearing.Term{Zh: "选任机关", En: "Appointed by"}, reads: func(d *draft, c Cell) (string, string) {
		return d.appointed(c, func(a *hearing.Appointment) *string { return &a.By })
	}},
	{Key: "field", Term: hearing.Term{Zh: "领域", En: "Field"}, reads: func(d *draft, c Cell) (string, string) {
		return d.appointed(c, func(a *hearing.Appointment) *string { return &a.Field })
	}},
	text("id_kind", hearing.Term{Zh: "证件类型", En: "Kind of identity paper"}, func(p *hearing.Person) *string { return &p.IDKind }),
	{Key: "id_number", Term: hearing.Term{Zh: "证件号码", En: "Identity number"}, says: func(w *writing, p hearing.Person) string { return w.identity(p.IDNumber) }, reads: readIdentity},
	text("address", hearing.Term{Zh: "地址", En: "Address"}, func(p *hearing.Person) *string { return &p.Address }),
	text("postcode", hearing.Term{Zh: "邮编", En: "Postcode"}, func(p *hearing.Person) *string { return &p.Postcode }),
	{Key: "note", Term: hearing.Term{Zh: "备注", En: "Note"}, joins: true, says: plain(func(p *hearing.Person) *string { return &p.Note }), reads: readNote},
	{Key: "id", Term: hearing.Term{Zh: "系统编号", En: "Desk ID"}, says: func(_ *writing, p hearing.Person) string { return string(p.ID) }, reads: func(*draft, Cell) (string, string) { return "", "" }},
}

// given reports whether a roster that is given out has the field.
func (f *Field) given() bool { return f.says != nil || f.tells != nil }

// value is the field as a roster that is given out says it of a record.
func (f *Field) value(w *writing, r hearing.Record) string {
	switch x := r.(type) {
	case hearing.Person:
		if f.says != nil {
			return f.says(w, x)
		}
	case hearing.Organisation:
		if f.tells != nil {
			return f.tells(w, x)
		}
	}
	return ""
}

// Of returns the field of a key; nil where there is none.
func (k Kind) Of(key string) *Field {
	fields := k.Fields()
	if i := slices.IndexFunc(fields, func(f *Field) bool { return f.Key == key }); i >= 0 {
		return fields[i]
	}
	return nil
}

// plain says a text field as it is.
func plain(of func(*hearing.Person) *string) func(*writing, hearing.Person) string {
	return func(_ *writing, p hearing.Person) string { return *of(&p) }
}

// text is a field that is written as it is.
func text(key string, term hearing.Term, of func(*hearing.Person) *string) *Field {
	return &Field{Key: key, Term: term, says: plain(of), reads: func(d *draft, c Cell) (string, string) {
		s := strings.Join(strings.Fields(c.Text), " ")
		if utf8.RuneCountInString(s) > hearing.MaxName {
			return Long, ""
		}
		if at := of(&d.p); strings.Join(strings.Fields(*at), " ") != s {
			*at = s
		}
		return "", ""
	}}
}

// coded is a field with a few values, known by their names in both languages,
// their codes, and the words of the book.
func coded[T interface {
	~string
	hearing.Named
}](key string, term hearing.Term, values []T, of func(*hearing.Person) *T) *Field {
	return &Field{Key: key, Term: term,
		says: func(w *writing, p hearing.Person) string {
			if v := *of(&p); v != "" {
				return w.say(v.Term())
			}
			return ""
		},
		reads: func(d *draft, c Cell) (string, string) {
			v, names := valueOf(d.book, key, c.Text, values)
			if v == "" {
				return Unknown, names
			}
			*of(&d.p) = v
			return "", ""
		}}
}

// valueOf is the value that a text means, known by its names in both languages, its
// code, and the words of the book; else the names there are.
func valueOf[T interface {
	~string
	hearing.Named
}](b *Book, key, text string, values []T) (T, string) {
	s := bare(text)
	var names []string
	for _, v := range values {
		names = append(names, v.Term().Zh)
		if s == bare(v.Term().Zh) || s == bare(v.Term().En) || s == string(v) || b.code(key, s) == string(v) {
			return v, ""
		}
	}
	return "", strings.Join(names, "、")
}
