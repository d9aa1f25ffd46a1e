package agenda_test

import (
	"errors"
	"fmt"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
)

// TestWhatIsNoAgendaIsRefused: the desk's file may be damaged.
func TestWhatIsNoAgendaIsRefused(t *testing.T) {
	for _, text := range []string{"", "{", `{"items":[{"about":0}]}`, `{"subjects":[{"case":"c"}],"clashes":[{"about":-1}]}`, `{"today":"2023-02-30"}`} {
		if a, err := agenda.Decode([]byte(text)); !errors.Is(err, hearing.ErrDamaged) {
			t.Errorf("%s: %+v, %v", text, a, err)
		}
	}
}

// TestTheFirstOfEachGroupAreKept of a desk on which more is owed than anybody reads: what
// is late does not crowd out what is due today.
func TestTheFirstOfEachGroupAreKept(t *testing.T) {
	today := calendar.NewDate(2023, 7, 18)
	a := agenda.Agenda{Today: today}
	for n := range 3000 {
		day := today.AddDays(n/1000 - 1)
		a.Items = append(a.Items, agenda.Item{Finding: hearing.Finding{Text: fmt.Sprint(n)}, About: agenda.Subject{Case: hearing.ID(fmt.Sprint("c", n))}, Day: day})
	}
	text, err := a.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := agenda.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	groups := got.Groups()
	if len(groups) != 3 || len(got.Items) > 1000 {
		t.Fatalf("%d groups of %d items", len(groups), len(got.Items))
	}
	for n, g := range groups {
		if want := fmt.Sprint(n * 1000); g.Items[0].Finding.Text != want || string(g.Items[0].About.Case) != "c"+want {
			t.Errorf("group %d begins with %+v, want %s", n, g.Items[0], want)
		}
	}
}
