package rules

import (
	"cmp"
	"regexp"

	"hearingdesk/hearing"
)

// numbers compares the document numbers of a case's papers, which are typed in,
// with the form that published papers have, and with those of other papers.
func (c *check) numbers(f hearing.CaseFile) {
	seen := map[string]hearing.Instrument{}
	for _, i := range f.Instruments {
		if i.Number == "" {
			continue
		}
		a := args{"who": c.called(&i), "number": i.Number}
		if !c.wellFormed(i.Number) {
			c.say("NUMBER", "form", "instruments", a).Instrument = i.ID
		}
		other := ""
		if x, twice := seen[i.Number]; twice {
			other = c.called(&x)
		}
		for _, d := range f.Doubles {
			if d.Number == i.Number {
				other = cmp.Or(other, d.Cause)
			}
		}
		if other != "" {
			c.say("NUMBER", "twice", "instruments", args{"who": a["who"], "number": i.Number, "other": other}).Instrument = i.ID
		}
		seen[i.Number] = i
	}
}

// wellFormed reports whether a number has the form that the table asks for.
func (c *check) wellFormed(number string) bool {
	e, ok := c.table.find("NUMBER", "form", c.day)
	if !ok || e.Pattern == "" {
		return true
	}
	form := c.table.patterns[e.Pattern]
	return form == nil || form.MatchString(number)
}

// compile compiles the patterns of a table once; the loader refuses those that
// are none.
func (t *Table) compile() {
	t.patterns = map[string]*regexp.Regexp{}
	for _, list := range t.entries {
		for _, e := range list {
			if e.Pattern == "" {
				continue
			}
			if form, err := regexp.Compile(e.Pattern); err == nil {
				t.patterns[e.Pattern] = form
			}
		}
	}
}
