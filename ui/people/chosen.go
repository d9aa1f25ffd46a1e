package people

import (
	"fmt"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// A side is whose value is taken where two records are made one.
type side int

// The sides; both is for lists.
const (
	left side = iota
	right
	both
)

// A property is one field of records of a kind: what it says, and how its value
// is taken over.
type property[R any] struct {
	name   string
	masked bool // a number that is not for everybody's eyes
	list   bool // what both have can be kept
	text   func(R) string
	take   func(to *R, from R)
	join   func(to *R, from R) // of a list: adds what is not there
}

// value is a property that is one value.
func value[R any, V comparable](name string, at func(*R) *V, say func(V) string) property[R] {
	return property[R]{name: name, text: func(r R) string {
		var none V
		if *at(&r) == none {
			return ""
		}
		return say(*at(&r))
	}, take: func(to *R, from R) { *at(to) = *at(&from) }}
}

func plainly(s string) string { return s }

// several is a property that is a list.
func several[R, E any](name string, at func(*R) *[]E, say func(E) string) property[R] {
	return property[R]{name: name, list: true, text: func(r R) string {
		var all []string
		for _, e := range *at(&r) {
			all = append(all, say(e))
		}
		return strings.Join(all, "\n")
	}, take: func(to *R, from R) { *at(to) = slices.Clone(*at(&from)) }, join: func(to *R, from R) {
		out := slices.Clone(*at(to))
		for _, e := range *at(&from) {
			if !slices.ContainsFunc(out, func(o E) bool { return fmt.Sprint(o) == fmt.Sprint(e) }) {
				out = append(out, e)
			}
		}
		*at(to) = out
	}}
}

// A comparison is two records that seem to be of one, and what was chosen of
// each property in which they differ.
type comparison[R hearing.Record] struct {
	a, b   R
	all    []property[R]
	chosen map[string]side
}

// compare begins with what is known: where one says nothing, the other one's; of
// lists what both have; else the first one's.
func compare[R hearing.Record](a, b R, all []property[R]) *comparison[R] {
	c := &comparison[R]{a: a, b: b, all: all, chosen: map[string]side{}}
	for _, p := range all {
		switch one, two := p.text(a), p.text(b); {
		case one == two:
		case p.list && one != "" && two != "":
			c.chosen[p.name] = both
		case one == "":
			c.chosen[p.name] = right
		default:
			c.chosen[p.name] = left
		}
	}
	return c
}

// differ lists the properties in which the two differ, and the names of those in
// which they do not and that say something.
func (c *comparison[R]) differ() (out []property[R], same []string) {
	for _, p := range c.all {
		switch one := p.text(c.a); {
		case one != p.text(c.b):
			out = append(out, p)
		case one != "":
			same = append(same, p.name)
		}
	}
	return out, same
}

// result is the record that is kept, with the chosen values, and the one that
// goes into it.
func (c *comparison[R]) result(keep side) (kept, gone R) {
	first, second := c.a, c.b
	if keep == right {
		first, second = c.b, c.a
	}
	kept = first
	for _, p := range c.all {
		s, differs := c.chosen[p.name]
		switch {
		case !differs:
		case s == both:
			p.take(&kept, c.a)
			p.join(&kept, c.b)
		case s == left:
			p.take(&kept, c.a)
		default:
			p.take(&kept, c.b)
		}
	}
	return kept, second
}

// veiled is a number of which only the ends are shown.
func veiled(s string) string {
	r := []rune(s)
	if len(r) < 8 {
		return strings.Repeat("*", len(r))
	}
	return string(r[:3]) + strings.Repeat("*", len(r)-7) + string(r[len(r)-4:])
}

// spell says a coded value.
func spell[C hearing.Named](c C) string { return words.Of(c) }
