package storage_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
)

// TestMergeKeepsTheHistory makes one officer of two: the hearing names the one
// that is kept, the log shows both, an older package is understood, and one undo
// takes all of it back.
func TestMergeKeepsTheHistory(t *testing.T) {
	d := filled(t)
	before := must[hearing.Package](t)(d.Export(t.Context()))
	other := must[hearing.Person](t)(d.Person(t.Context(), "p-chenhong"))
	keep := other
	keep.ID, keep.Version, keep.Phone, keep.Organisation = "p-zchen", 0, "0350-5550999", ""
	keep.Version = must[hearing.Version](t)(d.SavePerson(t.Context(), keep))
	if twins := must[[]hearing.Twin[hearing.Person]](t)(d.TwinPeople(t.Context())); len(twins) != 1 || twins[0].Why != hearing.AlikeBorn {
		t.Fatalf("offered %v", twins)
	}
	apart := must[hearing.Package](t)(d.Export(t.Context()))
	keep.Organisation = other.Organisation
	must[hearing.Version](t)(d.MergePeople(t.Context(), keep, other))

	p := must[hearing.Package](t)(d.Export(t.Context()))
	if anybody(p, "p-chenhong") || !anybody(p, "p-zchen") {
		t.Error("something names the record that is gone")
	}
	kept := must[hearing.Person](t)(d.Person(t.Context(), "p-zchen"))
	if kept.Organisation != other.Organisation || kept.Phone != "0350-5550999" || !slices.Equal(kept.Merged, []hearing.ID{"p-chenhong"}) {
		t.Errorf("kept %+v", kept)
	}
	log := must[[]hearing.Change](t)(d.History(t.Context(), hearing.NounPerson, "p-zchen"))
	var seen []string
	for _, c := range log {
		seen = append(seen, c.Action+" "+string(c.Record))
	}
	if got, want := strings.Join(seen, ", "), "merge p-chenhong, merge p-zchen, save p-zchen, import p-chenhong"; got != want {
		t.Errorf("the log has %s, want %s", got, want)
	}
	if of := must[[]hearing.Entry](t)(d.EntriesOf(t.Context(), hearing.NounPerson, "p-zchen")); len(of) == 0 {
		t.Error("no session is the kept one's")
	}
	if twins := must[[]hearing.Twin[hearing.Person]](t)(d.TwinPeople(t.Context())); len(twins) != 0 {
		t.Errorf("still offered %v", twins)
	}

	if _, err := d.Import(t.Context(), before); err != nil { // made before the merge
		t.Fatal(err)
	}
	if again := must[hearing.Package](t)(d.Export(t.Context())); !reflect.DeepEqual(again, p) {
		t.Error("an older package took the merge back")
	}
	if undone := must[hearing.Change](t)(d.Undo(t.Context())); undone.Action != "merge" {
		t.Errorf("undid %s", undone.Action)
	}
	if got := must[hearing.Package](t)(d.Export(t.Context())); encoded(t, got) != encoded(t, apart) {
		t.Error("one undo did not bring all back")
	}
	must[hearing.Change](t)(d.Redo(t.Context()))
	if got := must[hearing.Package](t)(d.Export(t.Context())); encoded(t, got) != encoded(t, p) {
		t.Error("redo did not merge again")
	}
	whole(t, d.Path())
}

// encoded is a package without the versions of its records.
func encoded(t *testing.T, p hearing.Package) string {
	t.Helper()
	return string(must[[]byte](t)(exchange.Encode(p)))
}

// anybody reports whether any record of a package names a person, or is that one.
func anybody(p hearing.Package, id hearing.ID) bool {
	for _, r := range p.Records() {
		if r.Noun() == hearing.NounPerson && r.Key() == id {
			return true
		}
		for _, ref := range r.References() {
			if ref.Noun == hearing.NounPerson && ref.ID == id {
				return true
			}
		}
	}
	return false
}

// TestAMergeTravels has another desk learn from a package that two are one.
func TestAMergeTravels(t *testing.T) {
	d, far := filled(t), filled(t)
	twin := must[hearing.Person](t)(d.Person(t.Context(), "p-chenhong"))
	twin.ID, twin.Version = "p-zchen", 0
	for _, desk := range []*storage.Desk{d, far} {
		must[hearing.Version](t)(desk.SavePerson(t.Context(), twin))
	}
	keep, other := must[hearing.Person](t)(d.Person(t.Context(), "p-zchen")), must[hearing.Person](t)(d.Person(t.Context(), "p-chenhong"))
	must[hearing.Version](t)(d.MergePeople(t.Context(), keep, other))
	p := must[hearing.Package](t)(d.Export(t.Context()))
	if _, err := far.Import(t.Context(), hearing.Package{Organisations: p.Organisations, People: p.People}); err != nil {
		t.Fatal(err)
	}
	if got := must[hearing.Package](t)(far.Export(t.Context())); !reflect.DeepEqual(got, p) {
		t.Error("the other desk still has two")
	}
}

func TestWhatCannotBeMerged(t *testing.T) {
	d := filled(t)
	person := func(id hearing.ID) hearing.Person { return must[hearing.Person](t)(d.Person(t.Context(), id)) }
	h := must[hearing.Hearing](t)(d.Hearing(t.Context(), "h-e1"))
	officer, agency := hearing.ID(""), hearing.ID("")
	for _, p := range h.Participants {
		if p.Role == hearing.Officer && officer == "" {
			officer = p.Person
		}
		if p.Role == hearing.AgencyRep && p.Person != "" {
			agency = p.Person
		}
	}
	_, err := d.MergePeople(t.Context(), person(officer), person(agency))
	var against *hearing.MergeError
	if !errors.As(err, &against) || against.In[0].Session != "h-e1" || against.In[0].Chairs != [2]string{"officer", "agency"} {
		t.Errorf("an officer and the agency: %v %+v", err, against)
	}
	_, err = d.MergePeople(t.Context(), person(h.Presider), person(officer))
	if !errors.As(err, &against) || fmt.Sprint(against.In[0].Chairs) != "[officer presider]" {
		t.Errorf("the presider and an officer: %v", err)
	}
	line := said(1, "u1", "", "请看证据一")
	line.To.Speaker = "p-lin" // handles the case
	if err := d.AddToTranscript(t.Context(), "h-e1", line); err != nil {
		t.Fatal(err)
	}
	was := must[hearing.Package](t)(d.Export(t.Context()))
	_, err = d.MergePeople(t.Context(), person("p-cheng"), person("p-lin"))
	if !errors.As(err, &against) || against.In[0].Session != "h-e1" || against.In[0].Chairs != [2]string{} {
		t.Errorf("who is quoted in a transcript: %v", err)
	}
	stale := person("p-chenhong")
	stale.Version++
	if _, err := d.MergePeople(t.Context(), person("p-qian"), stale); !errors.Is(err, hearing.ErrStale) && !errors.As(err, &against) {
		t.Errorf("a record that was changed meanwhile: %v", err)
	}
	if got := must[hearing.Package](t)(d.Export(t.Context())); !reflect.DeepEqual(got, was) {
		t.Error("something was changed")
	}
}

func TestUnitsAreMerged(t *testing.T) {
	d := filled(t)
	other := must[hearing.Organisation](t)(d.Organisation(t.Context(), must[hearing.Person](t)(d.Person(t.Context(), "p-han")).Organisation))
	keep := other
	keep.ID, keep.Version, keep.Parent = "o-notary-2", 0, other.ID
	keep.Version = must[hearing.Version](t)(d.SaveOrganisation(t.Context(), keep))
	if twins := must[[]hearing.Twin[hearing.Organisation]](t)(d.TwinOrganisations(t.Context())); len(twins) != 1 {
		t.Fatalf("offered %v", twins)
	}
	must[hearing.Version](t)(d.MergeOrganisations(t.Context(), keep, other))
	if got := must[hearing.Person](t)(d.Person(t.Context(), "p-han")); got.Organisation != "o-notary-2" {
		t.Errorf("the notary works for %s", got.Organisation)
	}
	must[hearing.Change](t)(d.Undo(t.Context()))
	if got := must[hearing.Person](t)(d.Person(t.Context(), "p-han")); got.Organisation != other.ID {
		t.Errorf("after the undo the notary works for %s", got.Organisation)
	}
}

// TestEveryMention merges everybody and every unit with a new record: nothing may
// name the old one, wherever it did.
func TestEveryMention(t *testing.T) {
	d := filled(t)
	was := must[hearing.Package](t)(d.Export(t.Context()))
	for _, p := range was.People {
		keep := hearing.Person{ID: "n-" + p.ID, Name: p.Name, Organisation: p.Organisation}
		keep.Version = must[hearing.Version](t)(d.SavePerson(t.Context(), keep))
		must[hearing.Version](t)(d.MergePeople(t.Context(), keep, must[hearing.Person](t)(d.Person(t.Context(), p.ID))))
	}
	for _, o := range was.Organisations {
		keep := hearing.Organisation{ID: "n-" + o.ID, Name: o.Name, Kind: o.Kind}
		keep.Version = must[hearing.Version](t)(d.SaveOrganisation(t.Context(), keep))
		must[hearing.Version](t)(d.MergeOrganisations(t.Context(), keep, must[hearing.Organisation](t)(d.Organisation(t.Context(), o.ID))))
	}
	now := must[hearing.Package](t)(d.Export(t.Context()))
	mentions := func(p hearing.Package) (n int) {
		for _, r := range p.Records() {
			for _, ref := range r.References() {
				if ref.Noun == hearing.NounPerson || ref.Noun == hearing.NounOrganisation {
					n++
				}
			}
		}
		return n
	}
	if a, b := mentions(was), mentions(now); a > b || a == 0 {
		t.Errorf("%d mentions became %d", a, b)
	}
	for _, p := range was.People {
		if anybody(now, p.ID) {
			t.Errorf("%s is still named", p.ID)
		}
	}
	whole(t, d.Path())
}
