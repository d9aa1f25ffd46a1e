package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A draft is a person as a row makes it.
type draft struct {
	book    *Book
	kind    Kind
	units   *units
	p       hearing.Person
	o       hearing.Organisation // of a roster of organisations
	heading string               // of the column that is being read
	fresh   bool                 // nothing but the row is known yet
	born    calendar.Partial

	from, until             calendar.Date // of the term
	deputy, ofTerm, ofLevel string
	remarks                 [][2]string   // headings and values that have no field of their own
	on                      calendar.Date // the day of the import
}

// finish puts together what several columns say.
func (d *draft) finish() (code string) {
	if d.kind.Units {
		if d.o.Kind == "" {
			d.o.Kind = d.book.kindOf(d.o.Name, "")
		}
		return ""
	}
	if !d.from.IsZero() && !d.until.IsZero() && d.until.Before(d.from) {
		return Order
	}
	from, until := &d.p.TermBegins, &d.p.TermEnds
	if a := d.appointment(); a != nil {
		from, until = &a.From, &a.Until
	}
	if !d.from.IsZero() {
		*from = d.from
	}
	if !d.until.IsZero() {
		*until = d.until
	}
	if d.deputy != "" {
		whole := d.deputy
		for _, part := range []string{d.ofTerm, d.ofLevel} {
			if !strings.Contains(whole, part) {
				whole = part + whole
			}
		}
		d.p.Deputy = whole
	} else {
		d.remarks = append(d.remarks, [2]string{"届别", d.ofTerm}, [2]string{"级别", d.ofLevel})
	}
	for _, r := range d.remarks {
		d.remark(r[0], r[1])
	}
	if d.kind.marks != nil {
		d.kind.marks(d)
	}
	return ""
}

// record is what the row makes.
func (d *draft) record() hearing.Record {
	if d.kind.Units {
		return d.o
	}
	return d.p
}

// remark keeps in the note what has no field of its own.
func (d *draft) remark(what, value string) {
	line := what + "：" + value
	if value == "" || strings.Contains(d.p.Note, line) {
		return
	}
	if d.p.Note != "" {
		d.p.Note += "；"
	}
	d.p.Note += line
}

func readName(d *draft, c Cell) (string, string) {
	name := cleanName(c.Text)
	if notInNames.MatchString(name) || utf8.RuneCountInString(name) > hearing.MaxName {
		return NotName, ""
	}
	d.p.Name = name
	return "", ""
}

func readBorn(d *draft, c Cell) (string, string) {
	p, code := readDate(c)
	if code != "" {
		return code, "1985-03-12"
	}
	d.born = p
	if !agree(p, d.p.Born) || len(p.String()) > len(d.p.Born.String()) { // 1985 says less than 1985-03
		d.p.Born = p
	}
	return "", ""
}

// readUnit reads the name of a unit. Who has none says what they are instead.
func readUnit(d *draft, c Cell) (string, string) {
	if s := bare(c.Text); d.book.noUnit(s) {
		if d.p.Title == "" {
			d.p.Title = s
		}
		return "", ""
	}
	id, code := d.units.find(c.Text)
	if code == "" {
		d.p.Organisation = id
	}
	return code, ""
}

// readUnitPost parts a unit from the post in it: at a blank, else behind the last
// word that the name of a unit ends with.
func readUnitPost(d *draft, c Cell) (string, string) {
	s := strings.Join(strings.Fields(narrow(c.Text)), " ")
	unit, post, ok := strings.Cut(s, " ")
	if !ok {
		unit, post = d.book.part(s)
	}
	if code, want := readUnit(d, Cell{Text: unit}); code != "" {
		return code, want
	}
	if post != "" {
		d.p.Post = strings.Trim(post, ",，、;；")
	}
	return "", ""
}

func readsPhone(d *draft, c Cell) (string, string) {
	if masked(c.Text) {
		return "", ""
	}
	s, code := readPhone(c)
	if code == "" && only(s) != only(d.p.Phone) {
		d.p.Phone = s
	}
	return code, ""
}

func readSpecialties(d *draft, c Cell) (string, string) {
	list := strings.FieldsFunc(c.Text, func(r rune) bool { return strings.ContainsRune("、，,;；/／\n", r) })
	var out []string
	for _, s := range list {
		if s = strings.Join(strings.Fields(s), " "); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if len(out) > 0 && !slices.Equal(out, d.p.Specialties) {
		d.p.Specialties = out
	}
	return "", ""
}

func readsTerm(d *draft, c Cell) (string, string) {
	from, until, code := readTerm(c)
	if code != "" {
		return code, "2024.1–2026.12"
	}
	d.from = from
	if !until.IsZero() {
		d.until = until
	}
	return "", ""
}

func readBegins(d *draft, c Cell) (string, string) {
	p, code := readDate(c)
	if code == "" {
		d.from = p.Earliest()
	}
	return code, "2024-01-15"
}

func readEnds(d *draft, c Cell) (string, string) {
	p, code := readDate(c)
	if code == "" {
		d.until = p.Latest()
	}
	return code, "2026-12-31"
}

func readDeputy(d *draft, c Cell) (string, string) {
	switch s := bare(c.Text); s {
	case "是", "√", "✓", "有", "y", "yes":
		d.deputy = d.heading
	case "否", "不是", "×", "n", "no":
	default:
		d.deputy = strings.Join(strings.Fields(c.Text), " ")
	}
	return "", ""
}

// readIdentity reads the number of an identity paper. One of a resident is
// checked; one that is hidden in part says nothing.
func readIdentity(d *draft, c Cell) (string, string) {
	if masked(c.Text) {
		return "", ""
	}
	if kind := d.p.IDKind; kind != "" && !strings.Contains(kind, "身份证") {
		d.p.IDNumber = strings.ToUpper(narrow(c.Text))
		return "", ""
	}
	id, code := readID(c)
	if code != "" {
		return code, ""
	}
	born, gender, _ := fromID(id)
	if !agree(d.born, born) || d.fresh && d.p.Gender != "" && d.p.Gender != gender {
		return Contradicts, ""
	}
	d.p.IDNumber, d.p.Gender = id, gender
	if len(d.p.Born.String()) < len(born.String()) || !agree(d.p.Born, born) {
		d.p.Born = born
	}
	return "", ""
}

func readNote(d *draft, c Cell) (string, string) {
	if utf8.RuneCountInString(c.Text) > hearing.MaxText {
		return Long, ""
	}
	if tidy(d.p.Note) != c.Text {
		d.p.Note = c.Text
	}
	return "", ""
}
