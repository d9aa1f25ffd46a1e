package document

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
)

// spoken fills in what was said: the passages in their order with what was
// corrected in sight, the corrections that follow the seal, and the seal
// (听证工作规定, art. 18). Without a passage the paper is written by hand.
func (x teller) spoken(facts, of record, h hearing.Hearing) {
	text := transcript.Of(x.d.Transcript)
	lines := text.Lines()
	of["written"] = len(lines) > 0
	if len(lines) == 0 {
		return
	}
	p := &passages{x: x, h: h, asked: text.Asked(), pauses: text.Pauses()}
	var later []record
	for _, l := range lines {
		if l.Kind == hearing.Correcting {
			later = append(later, p.correction(l, text, len(later)+1))
			continue
		}
		p.add(l)
	}
	p.stop(time.Time{})
	facts["passages"], facts["corrections"] = p.out, later
	if at := text.ReadAt(); !at.IsZero() {
		of["read"] = moment(at, x.zone())
	}
	if seal, ok := text.Seal(); ok {
		of["sealed"], of["seal"] = moment(seal.At, x.zone()), Text(shortHash(seal.Hash))
	}
}

// shortHash is what is printed of a hash: 64 bits, in groups that can be compared
// by eye.
func shortHash(hash string) string {
	var out []string
	for i := 0; i+4 <= min(len(hash), 16); i += 4 {
		out = append(out, hash[i:i+4])
	}
	return strings.Join(out, " ")
}

// passages makes the records of a transcript's passages.
type passages struct {
	x      teller
	h      hearing.Hearing
	asked  map[hearing.ID]int
	pauses []transcript.Pause // that are still to be told
	step   string             // in which the last passage was said
	of     hearing.ID         // case that it was about
	out    []record
}

// add tells one passage, with the step that begins and the pauses before it.
func (p *passages) add(l transcript.Line) {
	p.stop(l.At)
	r := record{"gone": l.Gone, "draft": l.Draft, "added": l.Added && !l.Gone && len(l.Was) == 0, "note": l.Kind == hearing.Remark,
		"who": Text(p.lead(l)), "asked": Text(l.Asked), "text": indented(l.Text)}
	var was []record
	for _, t := range l.Was {
		was = append(was, record{"text": indented(t)})
	}
	r["was"] = was
	if name := p.x.stepName(l.Step); name != "" && (l.Step != p.step || l.Case != p.of) {
		p.step, p.of = l.Step, l.Case
		r["head"] = Text(name + p.ofCase(l.Case) + "（" + printClock(l.At.In(p.x.zone())) + "）")
	}
	p.out = append(p.out, r)
}

// indented begins each paragraph of a passage as the first one begins.
func indented(text string) Text {
	return Text(strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n　　"))
}

// ofCase says which of several cases a step is about.
func (p *passages) ofCase(id hearing.ID) string {
	for i, c := range p.x.d.Cases {
		if c.ID == id && len(p.x.d.Cases) > 1 {
			return "（" + cmp.Or(c.Number, "第"+strconv.Itoa(i+1)+"案") + "）"
		}
	}
	return ""
}

// stop tells the pauses that began before a time; at the zero time all.
func (p *passages) stop(before time.Time) {
	for len(p.pauses) > 0 && (before.IsZero() || p.pauses[0].From.Before(before)) {
		s := p.pauses[0]
		p.pauses = p.pauses[1:]
		text := printClock(s.From.In(p.x.zone())) + s.Kind.Term().Zh
		if s.Note != "" {
			text += "：" + bareText(s.Note)
		}
		if !s.To.IsZero() {
			text += "；" + printClock(s.To.In(p.x.zone())) + "恢复"
		}
		p.out = append(p.out, record{"pause": Text(text)})
	}
}

// lead is what stands before a passage: its number where it asks or answers, who
// speaks, and what he does beside speaking.
func (p *passages) lead(l transcript.Line) string {
	who := p.x.speaker(p.h, l.Speaker)
	switch l.Kind {
	case hearing.Ask:
		return "问" + strconv.Itoa(p.asked[l.ID]) + "　" + who
	case hearing.Reply:
		if n := p.asked[l.Of]; n > 0 {
			return "答" + strconv.Itoa(n) + "　" + who
		}
		return "答　" + who
	case hearing.Exhibit:
		return who + "出示证据" + l.Exhibit
	case hearing.Disorder:
		return strings.TrimSpace(who + "维持秩序")
	case hearing.Notarial:
		return cmp.Or(who, "公证人员") + "说明"
	}
	return who
}

// correction is one that was added, with the beginning of the passage that it is
// about.
func (p *passages) correction(l transcript.Line, text *transcript.Text, n int) record {
	r := record{"number": Text(strconv.Itoa(n)), "text": indented(l.Text), "on": moment(l.At, p.x.zone()), "who": Text(p.x.speaker(p.h, l.Speaker))}
	if u, ok := text.Line(l.Of); ok {
		const shown = 16
		quote := []rune(strings.ReplaceAll(u.Text, "\n", ""))
		if len(quote) > shown {
			quote = append(quote[:shown:shown], '…')
		}
		r["of"] = Text(quote)
	}
	return r
}

// stepName is what a step is called in the transcript; what is called for
// between the steps begins none.
func (x teller) stepName(key string) string {
	for _, s := range x.course.Steps {
		if s.Key == key {
			return s.Name
		}
	}
	return x.course.Around[key]
}

// speaker is who spoke, as printed: 主持人（沈秋白）, of an agency its own name and
// who came for it.
func (x teller) speaker(h hearing.Hearing, id hearing.ID) string {
	named := func(role string, who hearing.ID) string {
		if name := x.mask.person(x.d.Person(who)); name != "" {
			return role + "（" + name + "）"
		}
		return role
	}
	switch id {
	case "":
		return ""
	case hearing.SpeakerPresider:
		return named("主持人", h.Presider)
	case hearing.SpeakerRecorder:
		return named("书记员", h.Recorder)
	}
	of, proxy := strings.CutSuffix(string(id), "/proxy")
	for _, p := range h.Participants {
		switch {
		case p.ID != hearing.ID(of):
		case proxy && p.Proxy != nil:
			return named("委托代理人", p.Proxy.Person)
		default:
			role := x.role(p)
			if unit := x.d.Organisation(p.Organisation); class(p.Role) == perAgency && unit.ID != "" {
				role = x.mask.body(unit)
			}
			return named(role, p.Person)
		}
	}
	for _, who := range x.d.Handlers() {
		if who == id {
			return named("承办检察官", id)
		}
	}
	return x.mask.person(x.d.Person(id))
}
