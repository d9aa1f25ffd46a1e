package rules

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// phraseCode is a code that is typed quickly; partCode that of a step.
var (
	phraseCode = regexp.MustCompile(`^[a-z0-9]{1,12}$`)
	partCode   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// scripts adds the faults of scripts and phrases.
func (m *marked) scripts(k *lexicon) {
	for i := range m.file.Scripts {
		m.part(fmt.Sprintf("scripts[%d]", i), &m.file.Scripts[i], k)
	}
	for i, p := range m.file.Phrases {
		at := fmt.Sprintf("phrases[%d]", i)
		m.needs(at, "code", p.Code, "text", p.Text)
		if p.Code != "" && !phraseCode.MatchString(p.Code) {
			m.fault(at+".code", BadID, p.Code, "hb")
		}
		if slices.ContainsFunc(m.file.Phrases[:i], func(o Phrase) bool { return o.Code == p.Code }) {
			m.fault(at+".code", BadDuplicate, p.Code, "")
		}
		m.worded(at+".text", p.Text)
	}
}

func (m *marked) part(at string, p *Part, k *lexicon) {
	m.needs(at, "step", p.Step)
	if p.Step != "" && !partCode.MatchString(p.Step) {
		m.fault(at+".step", BadID, p.Step, "statements")
	}
	if p.Place != "" {
		m.needs(at, "zh", p.Zh, "en", p.En)
	} else if known := k.stepsOf(p.Templates); p.Step != "" && !known[p.Step] {
		m.fault(at+".step", BadValue, p.Step, listed(known))
	}
	m.times(at, p.From, p.To, p.Set, k)
	if p.Minutes < 0 {
		m.fault(at+".minutes", BadPeriod, fmt.Sprint(p.Minutes), "0, 1, 2 …")
	}
	if len(p.Presider) == 0 && len(p.Recorder) == 0 {
		m.fault(at+".presider", BadRequired, "", `["…"]`)
	}
	for i, id := range p.Templates {
		if k.courses[id] == nil {
			m.fault(fmt.Sprintf("%s.templates[%d]", at, i), BadValue, id, listed(k.courses))
		}
	}
	for _, said := range []struct {
		field string
		texts []string
	}{{"presider", p.Presider}, {"recorder", p.Recorder}} {
		for i, text := range said.texts {
			path := fmt.Sprintf("%s.%s[%d]", at, said.field, i)
			if text == "" {
				m.fault(path, BadRequired, "", "")
			}
			m.worded(path, text)
		}
	}
}

// stepsOf are the steps of courses; without any those of all.
func (k *lexicon) stepsOf(ids []string) map[string]bool {
	out := map[string]bool{}
	for id, steps := range k.courses {
		if len(ids) > 0 && !slices.Contains(ids, id) {
			continue
		}
		for s := range steps {
			out[s] = true
		}
	}
	return out
}

// worded adds the faults of a text with fields, each at its place in the file.
func (m *marked) worded(path, text string) {
	if utf8.RuneCountInString(text) > hearing.MaxText {
		m.fault(path, BadValue, text, fmt.Sprintf("≤ %d", hearing.MaxText))
		return
	}
	if m.wording == nil {
		return
	}
	for _, s := range m.wording(text) {
		at := m.at[path]
		m.faultAt(at+inside(m.text[at:], s.Line, s.Column), path, BadWording, "", "")
		m.faults[len(m.faults)-1].Err = s.Err
	}
}

// inside is where a character of a JSON text stands in its source, which begins
// with the quotation mark.
func inside(raw []byte, line, column int) int {
	l, c := 1, 1
	for i := 1; i < len(raw) && raw[i] != '"'; {
		if l == line && c >= column {
			return i
		}
		n := characterAt(raw[i:])
		var s string
		if json.Unmarshal([]byte(`"`+string(raw[i:i+n])+`"`), &s) == nil && s == "\n" {
			l, c = l+1, 0
			if l > line {
				return i
			}
		}
		i, c = i+n, c+1
	}
	return 0
}

// characterAt is how many bytes of a JSON text write its first character.
func characterAt(raw []byte) int {
	_, n := utf8.DecodeRune(raw)
	if raw[0] == '\\' {
		n = 2
		if len(raw) > 1 && raw[1] == 'u' {
			n = 6
			if len(raw) >= 12 && raw[2]|0x20 == 'd' && raw[3] >= '8' && raw[6] == '\\' { // one beyond U+FFFF is written as two
				n = 12
			}
		}
	}
	return min(n, len(raw))
}

// partsTwice adds a fault for two parts that say one step of the same sessions.
func partsTwice(marks []*marked) {
	var seen []*Part
	var spots []spot
	for _, m := range marks {
		for i := range m.file.Scripts {
			p, at := &m.file.Scripts[i], fmt.Sprintf("scripts[%d]", i)
			for j, o := range seen {
				if o.Step == p.Step && o.Place == p.Place && o.Set == p.Set && o.Openness == p.Openness && common(o.Templates, p.Templates) && common(o.Cases, p.Cases) && overlap(o.From, o.To, p.From, p.To) {
					m.clash(at+".step", p.Step, spots[j].m, spots[j].path+".step")
				}
			}
			seen, spots = append(seen, p), append(spots, spot{m, at})
		}
	}
}

// common reports whether two lists have something in common, or are both empty.
func common[T comparable](a, b []T) bool {
	return len(a) == 0 && len(b) == 0 || slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}
