package document

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// posts are those who get something by post: participants whom the post tells,
// and those on whom papers are served by post, until they are served.
func posts(d hearing.Dossier) []target {
	out := who(d, func(p hearing.Participant) bool { return !p.Alternate && len(posted(d, p)) > 0 })
	for _, t := range services(d, allDeliveries(d)) {
		if t.delivery.Mode == hearing.Posted && t.delivery.ServedAt.IsZero() {
			out = append(out, t)
		}
	}
	return out
}

// mailing is the session itself, where anything of it goes by post.
func mailing(d hearing.Dossier) []target {
	if len(posts(d)) == 0 {
		return nil
	}
	return []target{{}}
}

// posted are the notifications of the session as it is now that went by post.
func posted(d hearing.Dossier, p hearing.Participant) []hearing.Told {
	start := d.Session().Slot.Start
	return slices.DeleteFunc(slices.Clone(p.Told), func(t hearing.Told) bool {
		return t.Method != hearing.ByPost || !t.For.IsZero() && !t.For.Equal(start)
	})
}

// noticeForm is the number of the notice that a participant gets.
func noticeForm(p hearing.Participant) string {
	return map[string]string{perParty: "07a", perAgency: "07b", perOfficer: "07c", perInvitee: "07d"}[class(p.Role)]
}

// own is one of our own papers to a participant.
func (x teller) own(form string, p hearing.Participant) record {
	title := "听证会通知书"
	if f := x.find(form); f != nil {
		title = f.Title
	}
	n, _ := x.d.Number(form, string(p.ID))
	return record{"name": Text("《" + title + "》"), "number": Text(n.Text), "copies": Text("1")}
}

// letter is what is in an envelope, and to whom it goes.
func (x teller) letter(t target) record {
	y := x
	y.t = t
	r := y.addressee()
	p, v := t.participant, t.delivery
	person, unit := x.d.Person(p.Person), x.d.Organisation(p.Organisation)
	if v != nil {
		person, unit = x.d.Person(v.Person), x.d.Organisation(v.Organisation)
	}
	r["postcode"], r["phone"] = Text(person.Postcode), Text(person.Phone)
	if unit.ID != "" && (v != nil || class(p.Role) == perAgency) {
		r["postcode"], r["phone"] = Text(unit.Postcode), Text(unit.Phone)
	}
	if employer := x.d.Organisation(person.Organisation); r["place"] == Text("") { // many have their post sent to work
		r["place"], r["postcode"] = Text(employer.Address), Text(employer.Postcode)
	}
	var papers []record
	if v != nil {
		papers, _ = y.service()["papers"].([]record)
		papers = append(papers, copyOf("《送达回证》"))
	} else {
		papers = x.notices(p)
	}
	r["papers"] = papers
	var list []string
	for _, o := range papers {
		name, _ := o["name"].(Text)
		number, _ := o["number"].(Text)
		list = append(list, string(name)+string(number))
	}
	r["list"] = Text(strings.Join(list, "、"))
	return r
}

// notices are the papers in a participant's envelope: what the post tells of,
// each once, the receipt of those who sign one, and what goes with the notice.
func (x teller) notices(p hearing.Participant) []record {
	var out []record
	var forms []string
	for _, told := range posted(x.d, p) {
		form := noticeForm(p)
		if told.Document != "" && x.find(told.Document) != nil {
			form = told.Document
		}
		if !slices.Contains(forms, form) {
			forms, out = append(forms, form), append(out, x.own(form, p))
		}
	}
	if class(p.Role) == perParty || class(p.Role) == perAgency {
		out = append(out, copyOf("《送达回证》"))
	}
	for _, e := range x.d.Enclosures {
		for _, form := range forms {
			if e.GoesWith(form, x.d.Session().Slot.Room) {
				out = append(out, copyOf(e.Name))
			}
		}
	}
	return out
}

// copyOf is one copy of something without a number.
func copyOf(name string) record { return record{"name": Text(name), "copies": Text("1")} }

// letters are the envelope of a cover, or all of the session.
func (x teller) letters() []record {
	if x.t.key != "" {
		return []record{x.letter(x.t)}
	}
	var out []record
	for _, t := range posts(x.d) {
		out = append(out, x.letter(t))
	}
	return out
}
