package document

import (
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Law is what papers take from the rules beside the facts of a session.
type Law interface {
	// Course is how a session goes on a day, by the types of its cases.
	Course(d hearing.Dossier, on calendar.Date) Course
	// Called is the name that the rules in force on a day give to a kind of
	// instrument in cases of a type, as on its head: 检察建议书.
	Called(o hearing.Office, k hearing.InstrumentKind, on calendar.Date, types ...hearing.CaseType) hearing.Term
	// CalledShort is the same in running text: 检察建议.
	CalledShort(o hearing.Office, k hearing.InstrumentKind, on calendar.Date, types ...hearing.CaseType) hearing.Term
	// Volumes is the order of the papers in the volumes of a case, for a session
	// on a day; none leaves it to the catalogue.
	Volumes(o hearing.Office, on calendar.Date) []VolumeOrder
	// Days counts the dates that papers name; nil leaves them out.
	Days(o hearing.Office) *calendar.Calendar
	// Tell is the day by which whoever takes part in a session of a day is best
	// told of it (听证工作规定, art. 10(2)).
	Tell(o hearing.Office, start calendar.Date) calendar.Date
}

// A Course is how a session goes.
type Course struct {
	Basis   string                  // the act that it follows: 《人民检察院审查案件听证工作规定》
	Steps   []Step                  // in order
	Signs   func(hearing.Role) bool // who signs the transcript, beside those who hold the session; nil: everybody who takes part
	Minutes bool                    // the deliberation has minutes of its own (行政诉讼监督规则, art. 75)
	Around  map[string]string       // names of what comes before the steps and after them, by key
	Secrecy bool                    // a pledge of secrecy is signed (羁押听证办法)

	Script func(c *Catalogue) ([]Said, error) // what is said, filled by a catalogue; nil where no rules say it
}

// A Said is what is said in one step of a session (主持词), or where it is called for.
type Said struct {
	Name     string     // of the step
	Case     hearing.ID // that it is about; empty: all
	Minutes  int        // planned; 0: not known
	Insert   bool       // no step: it is said when it is called for
	Presider []string   // paragraphs
	Recorder []string
}

// A Step is one step of a session. Key chooses what a form says of it.
type Step struct {
	Key, Name string
	Minutes   int    // how long it usually takes; 0: not known
	Script    string // what is said; empty: the form's own words
}

// general is the law of a catalogue without one: the steps of 听证工作规定, art. 15,
// of a ceremony those of 检察建议工作规定, art. 18, and the usual names.
type general struct{}

// Course gives the steps with what is said in them.
func (general) Course(d hearing.Dossier, _ calendar.Date) Course {
	if d.Hearing == nil {
		return Course{Basis: "《人民检察院检察建议工作规定》", Steps: []Step{{Key: "identity", Name: "核对身份与到会情况"}, {Key: "purpose", Name: "说明依据、目的"}, {Key: "reading", Name: "宣读全文"},
			{Key: "evidence", Name: "示证说理"}, {Key: "view", Name: "听取单位负责人意见"}, {Key: "remarks", Name: "第三方发言"},
			{Key: "periods", Name: "告知回复期限和后果"}, {Key: "signing", Name: "签收送达回证"}, {Key: "close", Name: "表态、结束"}}}
	}
	return Course{Basis: "《人民检察院审查案件听证工作规定》", Steps: []Step{{Key: "case", Name: "承办检察官介绍案情", Script: "请承办检察官介绍案件情况和需要听证的问题，出示证据。"}, {Key: "statements", Name: "各方说明情况"},
		{Key: "questions", Name: "听证员提问", Script: "请听证员提问，有关人员回答。"}, {Key: "deliberation", Name: "休会评议"},
		{Key: "opinions", Name: "听证员发表意见", Script: "继续听证，请听证员或者听证员代表发表意见。"},
		{Key: "last", Name: "当事人最后陈述", Script: "请当事人作最后陈述。"}, {Key: "close", Name: "主持人总结"}}}
}

// Called gives the kind's own name.
func (general) Called(_ hearing.Office, k hearing.InstrumentKind, _ calendar.Date, _ ...hearing.CaseType) hearing.Term {
	return k.Term()
}

// CalledShort gives the kind's own name without 书.
func (general) CalledShort(_ hearing.Office, k hearing.InstrumentKind, _ calendar.Date, _ ...hearing.CaseType) hearing.Term {
	return hearing.Term{Zh: strings.TrimSuffix(k.Term().Zh, "书"), En: k.Term().En}
}

// Volumes leaves the order to the catalogue.
func (general) Volumes(hearing.Office, calendar.Date) []VolumeOrder { return nil }

// Days knows no rest days.
func (general) Days(hearing.Office) *calendar.Calendar { return nil }

// Tell is three days before.
func (general) Tell(_ hearing.Office, start calendar.Date) calendar.Date { return start.AddDays(-3) }

// Under returns the catalogue with a law that its papers follow; without one
// they follow the seven steps of 听证工作规定 and the usual names.
func (c *Catalogue) Under(l Law) *Catalogue {
	out := *c
	out.law = l
	return &out
}

// courseOf is how a session goes on its day.
func (c *Catalogue) courseOf(d hearing.Dossier) Course {
	on := dayOf(d)
	if out := c.law.Course(d, on); len(out.Steps) > 0 {
		return out
	}
	return general{}.Course(d, on) // without a day, no act is in force
}

// steps fills in the steps of the session.
func (x teller) steps() []record {
	var out []record
	for i, s := range x.course.Steps {
		r := record{"number": Text(strconv.Itoa(i + 1)), "key": Text(s.Key), "name": Text(s.Name), "script": Text(s.Script)}
		if s.Minutes > 0 {
			r["minutes"] = Text(strconv.Itoa(s.Minutes))
		}
		out = append(out, r)
	}
	return out
}

// script fills in what is said, step by step. A text that an office wrote and that
// cannot be filled leaves it out: the window says so where it is read.
func (x teller) script(c *Catalogue) []record {
	if x.course.Script == nil || x.form.Number == "" { // a text of the script does not hold the script
		return nil
	}
	said, err := x.course.Script(c)
	if err != nil {
		return nil
	}
	var out []record
	for _, s := range said {
		r := record{"name": Text(s.Name), "insert": s.Insert}
		if s.Minutes > 0 {
			r["minutes"] = Text(strconv.Itoa(s.Minutes))
		}
		for i, k := range x.d.Cases {
			if k.ID == s.Case {
				r["case"] = Text("第" + numeral(i+1) + "案　" + k.Cause)
			}
		}
		var lines []record
		for _, p := range []struct {
			who  string
			text []string
		}{{"书记员", s.Recorder}, {"主持人", s.Presider}} {
			for i, t := range p.text {
				l := record{"text": Marked(strings.ReplaceAll(literal(t), gap, string(markClose)+blankOf(6)+string(markOpen)))}
				if i == 0 {
					l["who"] = Text(p.who)
				}
				lines = append(lines, l)
			}
		}
		r["lines"] = lines
		out = append(out, r)
	}
	return out
}

// title is what a paper of law is called: as typed, or as the rules in force on
// the day of the decision call its kind (acceptance A-06).
func (x teller) title(i hearing.Instrument) string {
	if i.Title != "" {
		return strings.Trim(i.Title, "《》")
	}
	on, kind := x.decided(i)
	return x.law.Called(x.d.Office, i.Kind, on, kind).Zh
}

// short is the same in running text.
func (x teller) short(i hearing.Instrument) string {
	on, kind := x.decided(i)
	return x.law.CalledShort(x.d.Office, i.Kind, on, kind).Zh
}

// decided is the day of an instrument's decision, today before it, and the type
// of its case.
func (x teller) decided(i hearing.Instrument) (calendar.Date, hearing.CaseType) {
	on := i.DecidedOn
	if on.IsZero() {
		on = x.today
	}
	for _, c := range x.d.Cases {
		if c.ID == i.Case {
			return on, c.Type
		}
	}
	return on, ""
}

// called is a form's title for a target: one that is about an instrument bears
// the name that the instrument has by then.
func (c *Catalogue) called(f *Form, d hearing.Dossier, t target, today calendar.Date) string {
	if t.enclosure != nil && t.enclosure.Name != "" {
		return t.enclosure.Name
	}
	if t.paper == nil {
		return f.Title
	}
	x := teller{d: d, law: c.law, today: today}
	return strings.ReplaceAll(f.Title, strings.TrimSuffix(t.paper.Kind.Term().Zh, "书"), x.short(*t.paper))
}
