package storage

import (
	"fmt"
	"slices"
	"testing"
)

// TestTheRareGramsAreAskedFor holds by which grams of a word a desk of a million records is
// asked: a list that is longer than what it saves is not read.
func TestTheRareGramsAreAskedFor(t *testing.T) {
	const n = 1_000_000
	of := map[string]rarity{
		"wan": {20_000, 30_000}, "gji": {260_000, 270_000}, "anp": {6_000, 7_000}, "ing": {220_000, 240_000}, // of a name, and of every title
		"zha": {50_000, 60_000}, "ang": {100_000, 120_000}, // of a name that many have
		"qqx": {3, 3}, "dao": {400, 90_000}, // one that came up of late
		"pin": {500, 700}, "bin": {500, 800}, // two that few have
	}
	for _, c := range []struct{ asked, want []string }{
		{[]string{"wan", "gji", "anp", "ing"}, []string{"anp", "wan"}},
		{[]string{"zha", "ang"}, []string{"zha", "ang"}},
		{[]string{"ing", "qqx"}, []string{"qqx"}},
		{[]string{"wan", "dao"}, []string{"wan", "dao"}},
		{[]string{"bin", "pin"}, []string{"pin", "bin"}},
	} {
		before := fmt.Sprint(c.asked)
		if got := leastOf(c.asked, of, n); !slices.Equal(got, c.want) {
			t.Errorf("of %v it asks for %v, want %v", c.asked, got, c.want)
		}
		if fmt.Sprint(c.asked) != before {
			t.Errorf("it sorted what it was given: %v", c.asked)
		}
	}
}

// TestRaritiesAreBounded holds that a desk that is open for weeks does not remember ever
// more.
func TestRaritiesAreBounded(t *testing.T) {
	var r rarities
	if _, ok := r.get("x"); ok {
		t.Error("it knows what it was never told")
	}
	for i := range 3 * weighed {
		r.put(fmt.Sprint(i), rarity{1, 2})
	}
	if got, ok := r.get(fmt.Sprint(3*weighed - 1)); !ok || got.most != 2 || len(r.of) > weighed {
		t.Errorf("of %d it says %+v", len(r.of), got)
	}
}
