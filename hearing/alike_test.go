package hearing_test

import (
	"fmt"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

func TestTwins(t *testing.T) {
	born := func(s string) calendar.Partial {
		var p calendar.Partial
		if err := p.UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, c := range []struct {
		name string
		a, b hearing.Person
		want hearing.Alike
	}{
		{"one identity card", hearing.Person{Name: "许晚", IDNumber: "11010119800101123x"}, hearing.Person{Name: "许 晚(曾用名)", IDNumber: "１１０１０１19800101123X"}, hearing.AlikeID},
		{"one telephone", hearing.Person{Name: "许晚", Phone: "139 0350-4417"}, hearing.Person{Name: "许　晚", Phone: "13903504417"}, hearing.AlikePhone},
		{"one birthday", hearing.Person{Name: "许晚", Born: born("1985-03")}, hearing.Person{Name: "许晚", Born: born("1985-03")}, hearing.AlikeBorn},
		{"one unit", hearing.Person{Name: "许晚", Organisation: "o"}, hearing.Person{Name: "许晚", Organisation: "o"}, hearing.AlikeUnit},
		{"the surest of two", hearing.Person{Name: "许晚", Organisation: "o", Phone: "1"}, hearing.Person{Name: "许晚", Organisation: "o", Phone: "1"}, hearing.AlikePhone},
		{"namesakes", hearing.Person{Name: "许晚", Phone: "1"}, hearing.Person{Name: "许晚", Phone: "2"}, ""},
		{"nothing but the name", hearing.Person{Name: "许晚"}, hearing.Person{Name: "许晚"}, ""},
		{"a telephone of two", hearing.Person{Name: "许晚", Phone: "1"}, hearing.Person{Name: "方正", Phone: "1"}, ""},
		{"told apart", hearing.Person{Name: "许晚", Phone: "1", Distinct: []hearing.ID{"b"}}, hearing.Person{Name: "许晚", Phone: "1"}, ""},
		{"told apart by the other", hearing.Person{Name: "许晚", Phone: "1"}, hearing.Person{Name: "许晚", Phone: "1", Distinct: []hearing.ID{"a"}}, ""},
	} {
		c.a.ID, c.b.ID = "a", "b"
		got := hearing.TwinPeople([]hearing.Person{c.a, c.b})
		if c.want == "" && len(got) == 0 {
			continue
		}
		if len(got) != 1 || got[0].Why != c.want {
			t.Errorf("%s: %v, want %q", c.name, got, c.want)
		}
	}
	units := hearing.TwinOrganisations([]hearing.Organisation{{ID: "a", Name: "澄河 公证处"}, {ID: "b", Name: "澄河公证处"}, {ID: "c", Name: "公证处", Code: "91X"}, {ID: "d", Name: "另一处", Code: "91x"}})
	if len(units) != 2 || units[0].Why != hearing.AlikeCode || units[1].Why != hearing.AlikeName {
		t.Errorf("units %v", units)
	}
}

func TestTakesOfAnother(t *testing.T) {
	keep := hearing.Person{ID: "a", Name: "许晚", Merged: []hearing.ID{"x"}, Distinct: []hearing.ID{"b", "z"}}
	got := keep.Takes(hearing.Person{ID: "b", Name: "旧名", Merged: []hearing.ID{"y", "x", "a"}, Distinct: []hearing.ID{"w", "a"}})
	if got.Name != "许晚" || !slices.Equal(got.Merged, []hearing.ID{"x", "b", "y"}) || !slices.Equal(got.Distinct, []hearing.ID{"z", "w"}) {
		t.Errorf("took %+v", got)
	}
	if len(got.Validate()) > 0 || !slices.Equal(keep.Merged, []hearing.ID{"x"}) {
		t.Error("it cannot be stored, or the first was changed")
	}
	if o := (hearing.Organisation{ID: "a", Parent: "b"}).Takes(hearing.Organisation{ID: "b"}); o.Parent != "" {
		t.Error("a unit is above itself")
	}
}

func TestDoubled(t *testing.T) {
	h := hearing.Hearing{ID: "h", Presider: "p", Recorder: "r", Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "p"}, {ID: "2", Role: hearing.Agent, Person: "q"}}}
	for person, want := range map[hearing.ID]string{"p": "[officer presider]", "q": "[ ]", "r": "[ ]"} {
		if got := fmt.Sprint(hearing.Doubled(h, person)); got != want {
			t.Errorf("%s: %s, want %s", person, got, want)
		}
	}
}

func TestAwaits(t *testing.T) {
	drawn := hearing.Draw{Pool: []hearing.DrawCandidate{{Person: "p"}}}
	for _, c := range []struct {
		h    hearing.Hearing
		want bool
	}{
		{hearing.Hearing{Draws: []hearing.Draw{drawn}}, true},
		{hearing.Hearing{Draws: []hearing.Draw{drawn}, State: hearing.Archived}, false},
		{hearing.Hearing{Draws: []hearing.Draw{{Pool: drawn.Pool, Void: &hearing.DrawVoid{}}}}, false},
		{hearing.Hearing{}, false},
	} {
		if c.h.Awaits("p") != c.want || c.h.Awaits("q") {
			t.Errorf("%+v: %v", c.h, !c.want)
		}
	}
}
