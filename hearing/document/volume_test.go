package document_test

import (
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
)

// filing finds a paper of a session's volumes.
func filing(t *testing.T, d hearing.Dossier, number, key string) document.Filing {
	t.Helper()
	for _, v := range catalogue(t).Volumes(d, calendar.Date{}) {
		for _, f := range v.Filings {
			if f.Number == number && f.Key == key {
				return f
			}
		}
	}
	t.Fatalf("no %s %s in the volumes", number, key)
	return document.Filing{}
}

func back(number, key string, pages ...int) hearing.Scan {
	s := hearing.Scan{Of: hearing.NounHearing, Session: "h", Document: number, For: hearing.ID(key), Title: number}
	for _, n := range pages {
		s.Files = append(s.Files, hearing.ScanFile{Pages: n})
	}
	return s
}

// TestAPaperOnItsWayIntoTheVolume goes the whole way with one paper.
func TestAPaperOnItsWayIntoTheVolume(t *testing.T) {
	d := sitting(hearing.Public, hearing.Officer, hearing.AgencyRep)
	key := string(hearing.Officer)
	for _, c := range []struct {
		name    string
		do      func()
		want    document.FilingState
		pages   int
		missing bool
	}{
		{"nothing is there", func() {}, document.FilingOpen, 0, true},
		{"printed", func() { d.Prints = []hearing.Print{{Document: "07c", Key: key, Pages: 2}} }, document.FilingSent, 2, true},
		{"left out", func() { w := back("07c", key); w.Waived = "口头邀请"; d.Scans = append(d.Scans, w) }, document.FilingOff, 2, false},
		{"back", func() { d.Scans = append(d.Scans, back("07c", key, 1)) }, document.Filed, 1, false},
		{"back twice", func() { d.Scans = append(d.Scans, back("07c", key, 1, 2)) }, document.Filed, 4, false},
		{"another's", func() { d.Scans = []hearing.Scan{back("07c", "other", 9)} }, document.FilingSent, 2, true},
	} {
		c.do()
		if f := filing(t, d, "07c", key); f.State() != c.want || f.Pages() != c.pages || f.Missing() != c.missing {
			t.Errorf("%s: %s, %d pages, missing %v", c.name, f.State(), f.Pages(), f.Missing())
		}
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	d := sitting(hearing.Public, hearing.Officer)
	all := catalogue(t).Unfiled(d)
	if !slices.Contains(all, "听证笔录") || !slices.Contains(all, "听证员承诺书 听证员") {
		t.Errorf("missing are %v", all)
	}
	d.Scans = append(d.Scans, back("16", "", 6))
	if after := catalogue(t).Unfiled(d); slices.Contains(after, "听证笔录") || len(after) != len(all)-1 {
		t.Errorf("missing are %v", after)
	}
}

func TestPapersAreNamedByTheirCode(t *testing.T) {
	d := sitting(hearing.Public, hearing.Officer)
	for _, c := range []struct{ number, key, want string }{
		{"16", "", "听证笔录"}, {"08", string(hearing.Officer), "听证员承诺书 听证员"}, {"12", "", "听证会纪律"}, {"08", "nobody", ""}, {"99", "", ""},
	} {
		if got, ok := catalogue(t).Paper(d, c.number, c.key); got != c.want || ok != (c.want != "") {
			t.Errorf("%s %s is %q", c.number, c.key, got)
		}
	}
}
