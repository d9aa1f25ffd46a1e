package document

import (
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// Proof composes a paper to be looked at while its text is written, not to be
// sent out: a required field without a value is a blank, and where the session
// has nobody for whom the paper is made, so is the addressee. A text that cannot
// be used is a [*FormError].
func (c *Catalogue) Proof(d hearing.Dossier, it Item, today calendar.Date) (Document, error) {
	c = c.of(d)
	f := c.form(it.Number)
	if f == nil {
		return Document{}, fmt.Errorf("proof of paper %s: %w", it.Number, hearing.ErrNotFound)
	}
	if f.err != nil {
		return Document{}, f.unusable(f.err)
	}
	lenient := *f
	lenient.Required = nil
	var to target
	for _, t := range c.targets(f, d) {
		if t.key == it.Key {
			to = t
		}
	}
	return c.compose(d, &lenient, to, today)
}

// ItemsOf lists the papers of one number that a session needs, as [Catalogue.Plan]
// does.
func (c *Catalogue) ItemsOf(d hearing.Dossier, number string) []Item {
	c = c.of(d)
	f := c.form(number)
	if f == nil {
		return nil
	}
	var out []Item
	for _, t := range c.targets(f, d) {
		out = append(out, c.item(f, d, t))
	}
	return out
}
