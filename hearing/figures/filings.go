package figures

import (
	"slices"

	"hearingdesk/hearing"
)

// filings counts the cases that were filed in the period, and the suits that
// were brought in it.
func (c *counting) filings(all []hearing.Case) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b hearing.Case) int { return a.FiledOn.Compare(b.FiledOn) })
	domains, sources := parts(hearing.Domains), parts(hearing.Sources)
	for _, x := range all {
		if slices.ContainsFunc(x.StepsOf(hearing.SuitBrought), func(s hearing.Step) bool { return c.within(s.On) }) {
			c.r.Suits.addCase(x.ID, "")
		}
		if !c.within(x.FiledOn) {
			continue
		}
		c.r.Filed.addCase(x.ID, "")
		sources.of(x.Source).addCase(x.ID, "")
		if PublicInterest(x) {
			c.r.PublicInterest.addCase(x.ID, "")
			domains.of(x.Domain).addCase(x.ID, "")
		}
	}
	c.r.Domains, c.r.Sources = domains.split(), sources.split()
}

// PublicInterest reports whether a case is one of public-interest litigation,
// which is counted by domain.
func PublicInterest(c hearing.Case) bool {
	return c.Type == hearing.CivilPublicInterest || c.Type == hearing.AdminPublicInterest
}

// A division is a whole that is divided by a code: the known codes in their
// order, and at the end what has none or an unknown one.
type division[K ~string] struct {
	codes []K
	at    map[K]*Figure
}

func parts[K ~string](codes []K) division[K] {
	d := division[K]{codes, map[K]*Figure{"": {}}}
	for _, k := range codes {
		d.at[k] = &Figure{}
	}
	return d
}

func (d division[K]) of(k K) *Figure {
	if f := d.at[k]; f != nil {
		return f
	}
	return d.at[""]
}

// split gives each part its share of all parts. What has no code is left out
// where there is none of it.
func (d division[K]) split() []Part[K] {
	codes := slices.Clone(d.codes)
	if d.at[""].N > 0 {
		codes = append(codes, "")
	}
	counts := make([]int, len(codes))
	for i, k := range codes {
		counts[i] = d.at[k].N
	}
	out := make([]Part[K], len(codes))
	for i, p := range Proportions(counts) {
		out[i] = Part[K]{codes[i], *d.at[codes[i]], p}
	}
	return out
}
