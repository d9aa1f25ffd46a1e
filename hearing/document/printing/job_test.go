package printing

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAJobIsChecked(t *testing.T) {
	for _, c := range []struct {
		name   string
		job    Job
		copies int
		sides  Sides
		refuse string
	}{
		{"defaults", Job{}, 1, OneSided, ""},
		{"two copies on both sides", Job{Copies: 2, Sides: LongEdge}, 2, LongEdge, ""},
		{"less than none", Job{Copies: -1}, 0, "", "-1 copies"},
		{"too many", Job{Copies: 1000}, 0, "", "1000 copies"},
		{"three sides", Job{Sides: "three"}, 0, "", `unknown sides "three"`},
	} {
		got, err := c.job.checked()
		if c.refuse != "" {
			if err == nil || !strings.Contains(err.Error(), c.refuse) {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err != nil || got.Copies != c.copies || got.Sides != c.sides {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestALongTitleKeepsItsCharactersWhole(t *testing.T) {
	j, err := Job{Title: strings.Repeat("听", 200)}.checked()
	if err != nil {
		t.Fatal(err)
	}
	if len(j.Title) != 255 || !utf8.ValidString(j.Title) {
		t.Errorf("%d bytes, valid %v", len(j.Title), utf8.ValidString(j.Title))
	}
	if got := shorten("a听", 3); got != "a" {
		t.Errorf("got %q", got)
	}
}
