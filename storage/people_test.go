package storage_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

func names(list []hearing.Listed) []string {
	out := make([]string, len(list))
	for i, l := range list {
		out[i] = l.Person.Name
	}
	return out
}

// TestPeopleAreFound looks for one officer by all that a clerk remembers.
func TestPeopleAreFound(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	unit := hearing.Organisation{ID: "o-fire", Name: "云岭市澄河区消防救援大队", Short: "澄河消防", Kind: hearing.Agency}
	unit.Version = must[hearing.Version](t)(d.SaveOrganisation(t.Context(), unit))
	for _, p := range []hearing.Person{
		{ID: "p-yan", Name: "䶮㛃𬱖", Phone: "139 0350 4417", Organisation: "o-fire", Licence: "1143020", Specialties: []string{"消防"},
			Certificates: []hearing.Certificate{{Kind: "高级工程师", Number: "GG-2019-007"}}, Supervisor: hearing.Appointment{Number: "监督2021-18"}},
		{ID: "p-other", Name: "许晚", Phone: "0350-5550106"},
	} {
		must[hearing.Version](t)(d.SavePerson(t.Context(), p))
	}
	for _, part := range []string{"䶮㛃", "4417", "04417", "1143020", "gg-2019", "监督2021", "消防救援", "澄河消防", "chxf", "xfjydd", "xiaofang"} {
		if got := names(must[[]hearing.Listed](t)(d.Listing(t.Context(), "", part, 9))); !slices.Equal(got, []string{"䶮㛃𬱖"}) {
			t.Errorf("%q finds %v", part, got)
		}
	}
	unit.Name, unit.Short = "云岭市澄河区应急管理局", ""
	must[hearing.Version](t)(d.SaveOrganisation(t.Context(), unit))
	got := must[[]hearing.Listed](t)(d.Listing(t.Context(), hearing.FacetAgency, "应急", 9))
	if len(got) != 1 || got[0].Unit.Name != unit.Name {
		t.Errorf("after the unit was renamed: %+v", got)
	}
	if got := must[[]hearing.Listed](t)(d.Listing(t.Context(), "", "澄河消防", 9)); len(got) != 0 {
		t.Errorf("by a name that nobody has any more: %v", names(got))
	}
	if got := must[[]hearing.Listed](t)(d.Namesakes(t.Context(), "许晚")); !slices.Equal(names(got), []string{"许晚"}) {
		t.Errorf("namesakes %v", names(got))
	}
}

// TestFacets follows who belongs where, and that it ends with what says so.
func TestFacets(t *testing.T) {
	d := filled(t)
	count := func() map[hearing.Facet]int { return must[map[hearing.Facet]int](t)(d.Facets(t.Context())) }
	at := count()
	for _, f := range append([]hearing.Facet{""}, hearing.Facets...) {
		if got := must[[]hearing.Listed](t)(d.Listing(t.Context(), f, "", 1000)); len(got) != at[f] {
			t.Errorf("%s: %d are counted, and %d listed", f, at[f], len(got))
		}
	}
	for _, f := range []hearing.Facet{hearing.FacetStaff, hearing.FacetOfficer, hearing.FacetNotary, hearing.FacetAgency, hearing.FacetParty} {
		if at[f] == 0 {
			t.Errorf("nobody is %s", f)
		}
	}
	p := hearing.Person{ID: "p-new", Name: "方正", Press: hearing.Appointment{Number: "K1"}, Aide: hearing.Appointment{Field: "水务"}}
	p.Version = must[hearing.Version](t)(d.SavePerson(t.Context(), p))
	if now := count(); now[hearing.FacetMedia] != at[hearing.FacetMedia]+1 || now[hearing.FacetAide] != at[hearing.FacetAide]+1 || now[""] != at[""]+1 {
		t.Errorf("after one came: %v", now)
	}
	if err := d.DeletePerson(t.Context(), "p-new", p.Version); err != nil {
		t.Fatal(err)
	}
	if now := count(); fmt.Sprint(now) != fmt.Sprint(at) {
		t.Errorf("after one went: %v, want %v", now, at)
	}
}

// TestFiveThousandPeople holds what a clerk waits for while typing. The goal is
// 100 ms, of which a quiet machine needs 40; a busy one is given more.
func TestFiveThousandPeople(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	crowd(t, d, 5000)
	for _, c := range []struct {
		facet hearing.Facet
		part  string
		want  int
	}{{"", "", 300}, {"", "zs", 300}, {hearing.FacetOfficer, "", 300}, {hearing.FacetOfficer, "第77局", 17}, {"", "0077", 1}, {hearing.FacetMedia, "", 0}} {
		best := time.Hour
		for range 3 {
			from := time.Now()
			if got := must[[]hearing.Listed](t)(d.Listing(t.Context(), c.facet, c.part, 300)); len(got) != c.want {
				t.Fatalf("%s %q finds %d, want %d", c.facet, c.part, len(got), c.want)
			}
			best = min(best, time.Since(from))
		}
		t.Logf("%s %q: %v", c.facet, c.part, best)
		if best > 500*time.Millisecond {
			t.Errorf("%s %q takes %v", c.facet, c.part, best)
		}
	}
	from := time.Now()
	if n := must[map[hearing.Facet]int](t)(d.Facets(t.Context())); n[hearing.FacetOfficer] != 1667 || n[hearing.FacetAgency] != 5000 {
		t.Errorf("counted %v", n)
	}
	t.Logf("counting: %v", time.Since(from))
}

// crowd puts people of a hundred units into a desk.
func crowd(t testing.TB, d *storage.Desk, n int) {
	t.Helper()
	var p hearing.Package
	for i := range 100 {
		p.Organisations = append(p.Organisations, hearing.Organisation{ID: hearing.ID(fmt.Sprintf("o%d", i)), Name: fmt.Sprintf("云岭市第%d局", i), Kind: hearing.Agency})
	}
	family, given := []rune("张王李赵钱孙周吴郑冯"), []rune("舒桂兰静毅然晚秋白双")
	for i := range n {
		who := hearing.Person{ID: hearing.ID(fmt.Sprintf("p%d", i)), Name: string([]rune{family[i%10], given[i/10%10], given[i/100%10]}), Phone: fmt.Sprintf("0350-555%04d", i),
			Organisation: hearing.ID(fmt.Sprintf("o%d", i%100)), Title: "居民", Address: fmt.Sprintf("云岭市澄河区梧桐路%d号", i)}
		if i%3 == 0 {
			who.Pool, who.Class, who.Specialties = hearing.PoolActive, hearing.ClassSocial, []string{"物业管理", "调解"}
		}
		p.People = append(p.People, who)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
}
