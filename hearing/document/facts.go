package document

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/seating"
)

// A teller fills the dictionary for one paper.
type teller struct {
	d     hearing.Dossier
	form  *Form
	t     target
	mask  mask
	today calendar.Date
	law   Law
	find  func(number string) *Form // one of the catalogue; nil where there is none

	course Course // of the session
	seats  seating.Layouts
}

// facts returns the dictionary's values for one paper, with every key.
func (c *Catalogue) facts(d hearing.Dossier, f *Form, t target, today calendar.Date) record {
	x := teller{d: d, form: f, t: t, today: today, mask: newMask(d, cmp.Or(f.Mask, MaskMinors), ownSide(d, f, t)), law: c.law, find: c.form, course: c.courseOf(d), seats: c.seats}
	o := d.Office
	number, _ := d.Number(f.Number, t.key)
	facts := record{
		"court": record{"name": Text(o.Name), "short": Text(o.Short), "address": Text(o.Address), "phone": Text(o.Phone), "department": Text(o.Department), "upper": Text(o.Upper), "postcode": Text(o.Postcode), "chief": Text(d.Person(o.Chief).Name)},
		"case":  x.cases(),
		"to":    x.addressee(),
		"doc":   record{"number": Text(number.Text), "date": day(x.date()), "code": Text(code(d, f, t))},
	}
	if f.root["people"] || f.root["rows"] {
		people := x.people()
		facts["people"], facts["rows"] = people, numbered(spare, len(people))
	}
	facts["away"] = x.away()
	if d.Hearing != nil {
		x.hearing(facts, *d.Hearing)
	} else if d.Announcement != nil {
		r := x.session(facts, d.Announcement.Slot)
		if d.Announcement.Openness != "" {
			r["openness"] = Text(d.Announcement.Openness.Term().Zh)
		}
		x.ceremony(facts, *d.Announcement)
	}
	facts["steps"] = x.steps()
	if f.root["script"] {
		facts["script"] = x.script(c)
	}
	x.served(facts)
	facts["asked"], facts["paper"] = x.asked(), x.instrument()
	facts["visit"], facts["closure"] = x.followed(), x.struckOff()
	if f.root["plates"] || f.root["roles"] || f.root["room"] || f.root["seats"] || f.root["passes"] || f.root["sheets"] {
		x.seated(facts)
	}
	if f.root["discipline"] {
		facts["discipline"] = c.discipline(d, today)
	}
	facts["service"] = x.service()
	if t.enclosure != nil {
		facts["enclosure"] = enclosure(*t.enclosure)
	}
	if f.root["letters"] {
		facts["letters"] = x.letters()
	}
	if f.root["volumes"] {
		facts["volumes"] = c.volumes(x)
	}
	if p := x.counted(); p != nil {
		facts["period"] = p
	}
	if a := x.agenda(); a != nil {
		facts["day"] = a
	}
	c.dict.root.complete(facts)
	x.mask.cover("", facts)
	return facts
}

// code is the code of one paper.
func code(d hearing.Dossier, f *Form, t target) string {
	return hearing.PaperCode{Session: d.Session().ID, Document: f.Number, Key: t.key}.String()
}

// zone is the office's zone.
func (x teller) zone() *time.Location { return zoneOf(x.d) }

func zoneOf(d hearing.Dossier) *time.Location {
	if d.Zone != nil {
		return d.Zone
	}
	return time.UTC
}

// spare is how many empty rows a sign-in sheet has for those who come unlisted;
// those that would begin a page are left out.
const spare = 12

func numbered(n, after int) []record {
	out := make([]record, n)
	for i := range out {
		out[i] = record{"number": Text(strconv.Itoa(after + i + 1))}
	}
	return out
}

// cases joins the causes: of two cases both, of more the first and their number.
func (x teller) cases() record {
	var causes, publics, numbers []string
	cases := x.d.Cases
	if len(x.t.cases) > 0 {
		cases = x.t.cases
	}
	outside := x.mask
	if !outside.public {
		outside = newMask(x.d, MaskPublic, nil)
	}
	for _, c := range cases {
		causes = append(causes, c.Cause)
		publics = append(publics, outside.say(cmp.Or(c.PublicCause, c.Cause)))
		if c.Number != "" {
			numbers = append(numbers, c.Number)
		}
	}
	r := record{"cause": Text(joined(causes)), "public": Text(joined(publics)), "number": Text(strings.Join(numbers, "、"))}
	if len(cases) > 0 {
		r["kind"], r["facts"] = Text(cases[0].Type.Term().Zh), Text(cases[0].Facts)
	}
	return x.dossierCase(r)
}

// joined makes one phrase of several causes; a cause that does not end in 案 is
// called one.
func joined(causes []string) string {
	for i, c := range causes {
		if c != "" && !strings.HasSuffix(c, "案") {
			causes[i] = c + "一案"
		}
	}
	switch len(causes) {
	case 0, 1, 2:
		return strings.Join(causes, "、")
	}
	return causes[0] + "等" + strconv.Itoa(len(causes)) + "案"
}

// addressee says whom the paper is for.
func (x teller) addressee() record {
	p := x.t.participant
	who, unit := x.d.Person(p.Person), x.d.Organisation(p.Organisation)
	name := x.t.name
	if p.ID != "" && len(x.t.cases) > 0 { // the list of papers says the case too
		name = called(x.d, p)
	}
	r := record{"name": Text(name), "role": Text(x.role(p)), "status": Text(x.status(p)), "call": Text(honorific(who.Gender)), "kind": Text(class(p.Role))}
	place := who.Address
	if class(p.Role) == perAgency {
		r["person"] = Text(who.Name)
		place = unit.Address
	}
	if v := x.t.delivery; v != nil {
		if o := x.d.Organisation(v.Organisation); o.ID != "" {
			place = o.Address
		}
		if v.Place != "" {
			place = v.Place
		} else if v.Mode == hearing.Announced {
			place = x.place(x.d.Announcement.Room)
		}
	}
	r["place"] = Text(place)
	return r
}

func honorific(g hearing.Gender) string {
	switch g {
	case hearing.Male:
		return "先生"
	case hearing.Female:
		return "女士"
	}
	return "同志"
}

// role is the participant's role as printed.
func (x teller) role(p hearing.Participant) string {
	if p.Label != "" {
		return p.Label
	}
	if p.Role == "" {
		return ""
	}
	return p.Role.Term().Zh
}

// status is who somebody is beside the role: the occupation, the post.
func (x teller) status(p hearing.Participant) string {
	who := x.d.Person(p.Person)
	switch {
	case p.Role == hearing.Officer && p.Label != "":
		return p.Label
	case who.Post != "":
		return who.Post
	case who.Title != "":
		return who.Title
	case who.Rank != "":
		return who.Rank.Term().Zh
	}
	return ""
}

// date is the paper's date: of a notice the day on which it was sent, of the
// announcement the day under its signature, else today.
func (x teller) date() calendar.Date {
	h, number := x.d.Hearing, x.form.Number
	if on := x.d.Supervision().AskedOn; number == "07e" && !on.IsZero() {
		return on
	}
	if h == nil {
		return x.today
	}
	if number == "06" && !h.Notice.SignedOn.IsZero() {
		return h.Notice.SignedOn
	}
	var sent calendar.Date
	for _, t := range x.t.participant.Told {
		var its bool
		switch number {
		case "20":
			its = t.Document == "20" && (len(x.t.cases) == 0 || !sentOn(t).Before(h.RulingOf(x.t.cases[0].ID).DecidedOn))
		case "21": // an earlier one was of an earlier change
			its = t.Document == "21" && len(h.Moves) > 0 && !sentOn(t).Before(h.Moves[len(h.Moves)-1].On)
		default:
			its = t.Document != "20" && t.Document != "21" && (t.For.IsZero() || t.For.Equal(h.Start))
		}
		if its && !t.SentOn.IsZero() && (sent.IsZero() || t.SentOn.Before(sent)) {
			sent = t.SentOn
		}
	}
	if !sent.IsZero() && isNotice(number) {
		return sent
	}
	return x.today
}

// isNotice reports whether a form is one whose sending is recorded.
func isNotice(number string) bool {
	return number == "20" || number == "21" || strings.HasPrefix(number, "07")
}

// place prints a room: our own as 本院听证室一, another procuratorate's with its
// owner, and the address where there is one.
func (x teller) place(id hearing.ID) string {
	r, ok := x.d.Rooms[id]
	if !ok {
		return ""
	}
	name := r.Name
	switch owner := x.d.Organisation(r.Owner); {
	case r.Owner == "" && (r.Kind == hearing.HearingRoom || r.Kind == hearing.ServiceHall) && !strings.HasPrefix(name, "本院"):
		name = "本院" + name
	case owner.Kind == hearing.Procuratorate && !strings.Contains(name, owner.Name):
		name = owner.Name + name
	}
	address := r.Address
	if x.mask.public && r.Kind == hearing.Home { // who wants to come is told the house
		address = maskAddress(address)
	}
	if address != "" {
		name += "（" + address + "）"
	}
	return name
}
