package hearing_test

import (
	"fmt"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// enterprises is a recommendation whose one item has thirteen enterprises.
func enterprises() hearing.Instrument {
	i := hearing.Instrument{ID: "i", Case: "c", Kind: hearing.Recommendation, DecidedOn: calendar.NewDate(2023, 3, 1), Items: []string{"督促企业补缴"}}
	for n := range 13 {
		i.Subjects = append(i.Subjects, hearing.Subject{ID: hearing.ID(fmt.Sprint("s", n+1)), Item: 1, Name: fmt.Sprintf("企业%d", n+1)})
	}
	return i
}

func visit(id string, on calendar.Date, state hearing.ItemState, subjects ...hearing.ID) hearing.Visit {
	v := hearing.Visit{ID: hearing.ID(id), On: on, By: []hearing.ID{"p-lin", "p-xu"}}
	for _, s := range subjects {
		v.Found = append(v.Found, hearing.Found{Item: 1, Subject: s, State: state})
	}
	return v
}

func closure(id string, on calendar.Date, subject hearing.ID) hearing.Closure {
	return hearing.Closure{ID: hearing.ID(id), On: on, Item: 1, Subject: subject, Proof: "照片", Handler: "p-lin", Head: "p-gu"}
}

func TestThirteenEnterprisesAreStruckOffOneByOne(t *testing.T) {
	i := enterprises()
	day := func(n int) calendar.Date { return calendar.NewDate(2023, 4, n) }
	for n := range 13 {
		id := hearing.ID(fmt.Sprint("s", n+1))
		i.Visits = append(i.Visits, visit(fmt.Sprint("v", n), day(n+1), hearing.Mended, id))
		i.Closures = append(i.Closures, closure(fmt.Sprint("k", n), day(n+1), id))
		if p := i.Progress(nil, calendar.Date{}); p.All != 13 || p.Closed != n+1 || p.Over() != (n == 12) {
			t.Errorf("after %d: %+v", n+1, p)
		}
	}
	if faults := i.Validate(); len(faults) > 0 {
		t.Error(faults)
	}
	if p := i.Progress(nil, day(5)); p.Closed != 5 {
		t.Errorf("on the fifth day %+v", p)
	}
	if on := i.ClosedOn(nil, calendar.Date{}); on != day(13) {
		t.Errorf("all struck off on %s", on)
	}
	back := visit("back", calendar.NewDate(2023, 7, 1), hearing.Relapsed, "s3")
	back.LookBack = true
	i.Visits = append(i.Visits, back)
	p := i.Progress(nil, calendar.Date{})
	if p.Closed != 12 || p.Reopened != 1 || p.Mended != 12 || p.Over() {
		t.Errorf("after a relapse %+v", p)
	}
	i.Closures = append(i.Closures, closure("again", calendar.NewDate(2023, 7, 2), "s3"))
	if faults := i.Validate(); len(faults) != 1 || faults[0].Code != "undone" || faults[0].Path != "closures[13].item" || faults[0].Value != "企业3" {
		t.Errorf("struck off while relapsed: %v", faults)
	}
}

func TestWhatFollowsIsRefusedWhereItCannotBe(t *testing.T) {
	on := calendar.NewDate(2023, 4, 1)
	for name, c := range map[string]struct {
		change func(*hearing.Instrument)
		want   string
	}{
		"visit before the decision": {func(i *hearing.Instrument) { i.Visits[0].On = calendar.NewDate(2023, 2, 28) }, "visits[0].on early"},
		"item that there is not":    {func(i *hearing.Instrument) { i.Visits[0].Found[0].Item = 2; i.Visits[0].Found[0].Subject = "" }, "visits[0].found[0].item range"},
		"subject of nobody":         {func(i *hearing.Instrument) { i.Visits[0].Found[0].Subject = "s99" }, "visits[0].found[0].subject reference"},
		"metric in another unit": {func(i *hearing.Instrument) {
			m := hearing.Metric{Name: "清运垃圾", Quantity: hearing.Quantity{Value: "3", Unit: "吨"}}
			n := m
			n.Unit = "立方米"
			i.Visits[0].Found[0].Metrics = []hearing.Metric{m}
			v := visit("v2", on, hearing.Mended, "s2")
			v.Found[0].Metrics = []hearing.Metric{n}
			i.Visits = append(i.Visits, v)
		}, "visits[1].found[0].metrics[0].unit unit"},
		"closure of what is not done": {func(i *hearing.Instrument) { i.Closures = []hearing.Closure{closure("k", on, "s2")} }, "closures[0].item undone"},
		"closure before the visit": {func(i *hearing.Instrument) {
			i.Closures = []hearing.Closure{closure("k", calendar.NewDate(2023, 3, 31), "s1")}
		}, "closures[0].item undone"},
		"closure without proof": {func(i *hearing.Instrument) {
			k := closure("k", on, "s1")
			k.Proof = ""
			i.Closures = []hearing.Closure{k}
		}, "closures[0].proof required"},
		"closure without the head": {func(i *hearing.Instrument) {
			k := closure("k", on, "s1")
			k.Head = ""
			i.Closures = []hearing.Closure{k}
		}, "closures[0].head required"},
	} {
		i := enterprises()
		i.Visits = []hearing.Visit{visit("v1", on, hearing.Mended, "s1")}
		c.change(&i)
		faults := i.Validate()
		if len(faults) != 1 || faults[0].Path+" "+faults[0].Code != c.want {
			t.Errorf("%s: %v, want %s", name, faults, c.want)
		}
	}
}

func TestEachUnitIsFollowedByItself(t *testing.T) {
	i := hearing.Instrument{ID: "i", Case: "c", Kind: hearing.Recommendation, Items: []string{"甲", "乙"}}
	units := []hearing.ID{"o-1", "o-2"}
	on := calendar.NewDate(2023, 4, 1)
	i.Visits = []hearing.Visit{{ID: "v", On: on, Units: units[:1], Found: []hearing.Found{{Item: 1, State: hearing.Mended}, {Item: 2, State: hearing.Mending}}}}
	if p := i.Progress(units, on); p != (hearing.Progress{All: 4, Mended: 1}) {
		t.Errorf("%+v", p)
	}
	i.Closures = []hearing.Closure{{ID: "k", On: on, Unit: "o-2", Item: 1, Proof: "x", Handler: "p", Head: "q"}}
	if faults := i.Validate(); len(faults) != 1 || faults[0].Code != "undone" {
		t.Errorf("another unit's item is struck off: %v", faults)
	}
	i.Closures[0].Unit = "o-1"
	if faults := i.Validate(); len(faults) != 0 {
		t.Error(faults)
	}
	if s := i.Standing(hearing.Matter{Unit: "o-1", Item: 1}, on); !s.Closed() || s.Seen != 1 {
		t.Errorf("%+v", s)
	}
}

// TestNothingIsReopenedWithoutAVisit: what is struck off is not struck off again, nor
// open again, unless a visit in between found it undone (公益诉讼办案规则, art. 77).
func TestNothingIsReopenedWithoutAVisit(t *testing.T) {
	day := func(n int) calendar.Date { return calendar.NewDate(2023, 4, n) }
	struck := enterprises()
	struck.Visits = []hearing.Visit{visit("v", day(1), hearing.Mended, "s2")}
	struck.Closures = []hearing.Closure{closure("k", day(2), "s2")}
	back := visit("back", day(5), hearing.Relapsed, "s2")
	for name, c := range map[string]struct {
		change         func(*hearing.Instrument)
		itself, beside string // what is wrong with it, alone and beside what the desk has
	}{
		"the same": {func(*hearing.Instrument) {}, "", ""},
		"struck off twice": {func(i *hearing.Instrument) { i.Closures = append(i.Closures, closure("again", day(6), "s2")) },
			"closures[1].on struck 2023-04-02", ""},
		"fell back, was mended, struck off again": {func(i *hearing.Instrument) {
			i.Visits = append(i.Visits, back, visit("mended", day(6), hearing.Mended, "s2"))
			i.Closures = append(i.Closures, closure("again", day(7), "s2"))
		}, "", ""},
		"open again":                  {func(i *hearing.Instrument) { i.Closures = nil }, "", "closures reopened 2023-04-02"},
		"open again, as a visit saw":  {func(i *hearing.Instrument) { i.Closures, i.Visits = nil, append(i.Visits, back) }, "", ""},
		"struck off under another ID": {func(i *hearing.Instrument) { i.Closures = []hearing.Closure{closure("other", day(2), "s2")} }, "", ""},
		"not on the list any more":    {func(i *hearing.Instrument) { i.Closures, i.Visits, i.Subjects = nil, nil, i.Subjects[2:] }, "", ""},
	} {
		i := struck
		i.Visits, i.Closures = slices.Clone(struck.Visits), slices.Clone(struck.Closures)
		c.change(&i)
		said := func(list hearing.FieldErrors) (out string) {
			for _, f := range list {
				out += f.Path + " " + f.Code + " " + f.Expect
			}
			return out
		}
		if got := said(i.Validate()); got != c.itself {
			t.Errorf("%s: %q, want %q", name, got, c.itself)
		}
		if got := said(i.Reopened(struck)); got != c.beside {
			t.Errorf("%s, beside the desk's: %q, want %q", name, got, c.beside)
		}
	}
}
