package people

import (
	"reflect"
	"slices"
	"testing"

	"hearingdesk/hearing"
)

// TestEveryFieldCanBeChosen holds that no field of a record is forgotten where
// two are merged.
func TestEveryFieldCanBeChosen(t *testing.T) {
	unit := func(id hearing.ID) string { return string(id) }
	own := []string{"ID", "Version", "Merged", "Distinct"}
	fields := func(of reflect.Type) (n int) {
		for i := range of.NumField() {
			if !slices.Contains(own, of.Field(i).Name) {
				n++
			}
		}
		return n
	}
	if got, want := len(ofPeople(unit)), fields(reflect.TypeFor[hearing.Person]()); got != want {
		t.Errorf("%d fields of a person can be chosen, of %d", got, want)
	}
	if got, want := len(ofUnits(unit)), fields(reflect.TypeFor[hearing.Organisation]()); got != want {
		t.Errorf("%d fields of an organisation can be chosen, of %d", got, want)
	}
}

func TestWhatIsChosen(t *testing.T) {
	a := hearing.Person{ID: "a", Name: "许晚", Phone: "1", Specialties: []string{"消防", "水务"}, Title: "律师"}
	b := hearing.Person{ID: "b", Name: "许晚", Phone: "2", Specialties: []string{"水务", "物业"}, Post: "主任", Bars: []hearing.Bar{{Kind: hearing.BarOther}}}
	c := compare(a, b, ofPeople(func(hearing.ID) string { return "" }))
	kept, gone := c.result(left)
	if kept.ID != "a" || gone.ID != "b" || kept.Phone != "1" || kept.Title != "律师" || kept.Post != "主任" || !slices.Equal(kept.Specialties, []string{"消防", "水务", "物业"}) || len(kept.Bars) != 1 {
		t.Errorf("at first %+v", kept)
	}
	c.chosen["电话"], c.chosen["专长"] = right, left
	kept, gone = c.result(right)
	if kept.ID != "b" || gone.ID != "a" || kept.Phone != "2" || kept.Title != "律师" || !slices.Equal(kept.Specialties, a.Specialties) {
		t.Errorf("as chosen, the other way %+v", kept)
	}
	if veiled("13903504417") != "139****4417" || veiled("12345") != "*****" || veiled("") != "" {
		t.Error("a number is not veiled")
	}
}
