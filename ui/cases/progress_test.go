package cases

import (
	"fmt"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// TestAVisitBeginsWithWhatIsOpen holds that the next visit asks for what is not
// struck off, and looks back once everything is.
func TestAVisitBeginsWithWhatIsOpen(t *testing.T) {
	day := calendar.NewDate(2023, 10, 18)
	i := hearing.Instrument{ID: "i", Case: "c", Kind: hearing.Recommendation, Items: []string{"排查整治", "打通通道"}}
	f := hearing.CaseFile{Case: hearing.Case{ID: "c", Handler: "p-lin"}, Instruments: []hearing.Instrument{i}}
	v := nextVisit(f.Case, i, followedOf(f, i, day), "v1", day)
	if len(v.Found) != 2 || v.Found[0].State != hearing.Mending || v.LookBack || v.By[0] != "p-lin" {
		t.Errorf("the first visit is %+v", v)
	}
	v.Found[0].State, v.Found[1].State = hearing.Mended, hearing.Mended
	i.Visits = []hearing.Visit{v}
	list := followedOf(f, i, day)
	if !list[0].ready || list[0].state != "已整改 2023-10-18" {
		t.Errorf("a done matter is %+v", list[0])
	}
	k := closureOf(f.Case, list[0].standing, "k1", day)
	k.Head = "p-gu"
	i.Closures = []hearing.Closure{k}
	if faults := i.Validate(); len(faults) > 0 {
		t.Error(faults)
	}
	if v := nextVisit(f.Case, i, followedOf(f, i, day), "v2", day); len(v.Found) != 1 || v.Found[0].Item != 2 || v.LookBack {
		t.Errorf("after one was struck off the next visit is %+v", v)
	}
	k.ID, k.Item = "k2", 2
	i.Closures = append(i.Closures, k)
	if v := nextVisit(f.Case, i, followedOf(f, i, day), "v3", day); len(v.Found) != 2 || !v.LookBack {
		t.Errorf("after all was struck off the next visit is %+v", v)
	}
	if got := progressText(followedOf(f, i, day)); got != "2 项：已整改 2，已销号 2" {
		t.Error(got)
	}
}

func TestAListOfNamesIsTakenOnce(t *testing.T) {
	n := 0
	newID := func() hearing.ID { n++; return hearing.ID(fmt.Sprint(n)) }
	there := []hearing.Subject{{ID: "x", Item: 1, Name: "甲厂"}}
	got := subjectsFrom("甲厂、乙厂\n丙厂；乙厂、 ", 1, there, newID)
	if len(got) != 2 || got[0].Name != "乙厂" || got[1].Name != "丙厂" || got[1].Item != 1 {
		t.Errorf("%+v", got)
	}
}
