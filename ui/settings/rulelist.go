package settings

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/words"
)

// A ruleRow is one thing that the rules can say, as the page lists it.
type ruleRow struct{ rules.Entry }

var placeholder = regexp.MustCompile(`\{[a-zA-Z_]+\}`)

// text is what the rule says, without the values that each case brings.
func (r ruleRow) text() string {
	text := r.Zh
	if words.Language() == words.English && r.En != "" {
		text = r.En
	}
	return strings.ReplaceAll(placeholder.ReplaceAllString(text, "…"), "|", "")
}

// name is the rule's id, with its variant.
func (r ruleRow) name() string {
	if r.Variant == "" {
		return r.ID
	}
	return r.ID + "." + r.Variant
}

// valid says from when to when the rule applies.
func (r ruleRow) valid() string {
	from := map[string]string{"From": r.From.String(), "To": r.To.String()}
	switch {
	case r.From.IsZero() && r.To.IsZero():
		return words.T("一直有效")
	case r.To.IsZero():
		return words.T("{{.From}} 起", from)
	case r.From.IsZero():
		return words.T("至 {{.To}}", from)
	}
	return words.T("{{.From}} 至 {{.To}}", from)
}

// sought are the rows that have every word of a search, the office's own first.
func sought(all []ruleRow, query string) []ruleRow {
	parts := strings.Fields(strings.ToLower(query))
	out := slices.DeleteFunc(slices.Clone(all), func(r ruleRow) bool {
		text := strings.ToLower(strings.Join([]string{r.name(), r.Citation(), r.Basis, r.Zh, r.En, words.Of(r.Severity)}, " "))
		return slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(text, p) })
	})
	slices.SortStableFunc(out, func(a, b ruleRow) int {
		if a.Office != b.Office {
			return map[bool]int{true: -1, false: 1}[a.Office]
		}
		return cmp.Or(natural(a.ID, b.ID), cmp.Compare(a.Variant, b.Variant))
	})
	return out
}

// natural puts R2 before R10.
func natural(a, b string) int {
	trim := func(s string) string { return strings.TrimRight(s, "0123456789") }
	x, y := trim(a), trim(b)
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// weigh counts the rows by what they do.
func weigh(rows []ruleRow) map[hearing.Severity]int {
	out := map[hearing.Severity]int{}
	for _, r := range rows {
		out[r.Severity]++
	}
	return out
}

// inForce sets the day from which a rule set applies; no day takes it away.
func inForce(m map[string]calendar.Date, key string, on calendar.Date) map[string]calendar.Date {
	out := maps.Clone(m)
	if out == nil {
		out = map[string]calendar.Date{}
	}
	if out[key] = on; on.IsZero() {
		delete(out, key)
	}
	return out
}
