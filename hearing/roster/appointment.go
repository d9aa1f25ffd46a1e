package roster

import (
	"regexp"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// appointments are the fields of what others appointed a person to, each under
// its own heading. A roster of supervisors that says only 任期 and 选任机关 means
// these too: see [draft.appointment].
func appointments() []*Field {
	var out []*Field
	for _, a := range []struct {
		key    string
		zh, en string
		of     func(*hearing.Person) *hearing.Appointment
	}{
		{"supervisor", "监督员", "Supervisor's ", func(p *hearing.Person) *hearing.Appointment { return &p.Supervisor }},
		{"aide", "特邀助理", "Aide's ", func(p *hearing.Person) *hearing.Appointment { return &p.Aide }},
		{"press", "记者", "Journalist's ", func(p *hearing.Person) *hearing.Appointment { return &p.Press }},
	} {
		out = append(out,
			text(a.key+"_number", hearing.Term{Zh: a.zh + "证号", En: a.en + "certificate"}, func(p *hearing.Person) *string { return &a.of(p).Number }),
			text(a.key+"_field", hearing.Term{Zh: a.zh + "领域", En: a.en + "field"}, func(p *hearing.Person) *string { return &a.of(p).Field }),
			text(a.key+"_by", hearing.Term{Zh: a.zh + "选任机关", En: a.en + "appointing body"}, func(p *hearing.Person) *string { return &a.of(p).By }),
			day(a.key+"_from", hearing.Term{Zh: a.zh + "任期自", En: a.en + "term begins"}, calendar.Partial.Earliest, func(p *hearing.Person) *calendar.Date { return &a.of(p).From }),
			day(a.key+"_until", hearing.Term{Zh: a.zh + "任期至", En: a.en + "term ends"}, calendar.Partial.Latest, func(p *hearing.Person) *calendar.Date { return &a.of(p).Until }))
	}
	return out
}

// day is a field that is a date; of a month, end says which of its days counts.
func day(key string, term hearing.Term, end func(calendar.Partial) calendar.Date, of func(*hearing.Person) *calendar.Date) *Field {
	return &Field{Key: key, Term: term, says: func(_ *writing, p hearing.Person) string { return of(&p).String() }, reads: func(d *draft, c Cell) (string, string) {
		p, code := readDate(c)
		if code == "" {
			*of(&d.p) = end(p)
		}
		return code, "2026-12-31"
	}}
}

// appointment is the appointment that a roster of the kind is about; nil where it
// is about none, such as one of officers.
func (d *draft) appointment() *hearing.Appointment {
	if d.kind.of == nil {
		return nil
	}
	return d.kind.of(&d.p)
}

// appointed reads a text of the appointment that the roster is about. In a roster
// of no appointment it is kept in the note, under its heading.
func (d *draft) appointed(c Cell, of func(*hearing.Appointment) *string) (string, string) {
	s := strings.Join(strings.Fields(c.Text), " ")
	if len([]rune(s)) > hearing.MaxName {
		return Long, ""
	}
	if a := d.appointment(); a != nil {
		*of(a) = s
	} else {
		d.remarks = append(d.remarks, [2]string{d.heading, s})
	}
	return "", ""
}

// poolField is the standing in the pool on the day of the import. Somebody who
// was in it gets a change of that day; what was before stays known.
func poolField() *Field {
	f := coded("pool", hearing.Term{Zh: "听证员库", En: "Officer pool"}, hearing.PoolStatuses, func(p *hearing.Person) *hearing.PoolStatus { return &p.Pool })
	f.says = func(w *writing, p hearing.Person) string {
		if v := p.PoolOn(w.on); v != "" {
			return w.say(v.Term())
		}
		return ""
	}
	read := f.reads
	f.reads = func(d *draft, c Cell) (string, string) {
		var v draft
		v.book = d.book
		code, want := read(&v, c)
		if code == "" {
			d.p = pooled(d.p, v.p.Pool, d.on)
		}
		return code, want
	}
	return f
}

// pooled is a person with a standing in the pool from a day on.
func pooled(p hearing.Person, to hearing.PoolStatus, on calendar.Date) hearing.Person {
	switch {
	case p.PoolOn(on) == to:
	case !p.InPool() || on.IsZero():
		p.Pool = to
	default:
		p.PoolChanges = slices.DeleteFunc(slices.Clone(p.PoolChanges), func(c hearing.PoolChange) bool { return c.On == on })
		p.PoolChanges = append(p.PoolChanges, hearing.PoolChange{On: on, Status: to})
	}
	return p
}

// sayCertificates writes certificates on one line: 高级工程师 GC-01（至2027-01-01）；
// 聘书.
func sayCertificates(list []hearing.Certificate) string {
	var out []string
	for _, c := range list {
		s := strings.TrimSpace(c.Kind + " " + c.Number)
		if !c.Until.IsZero() {
			s += "（至" + c.Until.String() + "）"
		}
		out = append(out, s)
	}
	return strings.Join(out, "；")
}

var (
	validUntil = regexp.MustCompile(`[（(](?:有效期)?至\s*([^）)]+)[）)]$`)
	ownNumber  = regexp.MustCompile(`^(.*\S)[ 　:：]+(\S*\d\S*)$`)
)

// readCertificates reads what [sayCertificates] writes, and what a clerk writes
// alike.
func readCertificates(d *draft, c Cell) (string, string) {
	var out []hearing.Certificate
	for _, s := range strings.FieldsFunc(c.Text, func(r rune) bool { return strings.ContainsRune("；;、\n", r) }) {
		var one hearing.Certificate
		s = strings.TrimSpace(s)
		if m := validUntil.FindStringSubmatch(s); m != nil {
			p, code := readDate(Cell{Text: m[1]})
			if code != "" {
				return code, "高级工程师 GC-01（至2027-01-01）"
			}
			one.Until, s = p.Latest(), strings.TrimSpace(strings.TrimSuffix(s, m[0]))
		}
		if m := ownNumber.FindStringSubmatch(s); m != nil {
			one.Number, s = m[2], m[1]
		}
		if one.Kind = s; s != "" {
			out = append(out, one)
		}
	}
	if len(out) > 0 {
		d.p.Certificates = out
	}
	return "", ""
}
