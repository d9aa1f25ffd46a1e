package guests

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// An asked is an officer of E1 about whom the rules are asked.
type asked struct {
	t   *testing.T
	d   hearing.Dossier
	p   *hearing.Participant
	day calendar.Date
}

func askAbout(t *testing.T) *asked {
	t.Helper()
	desk := shown.Examples(t, "2023-06-20 09:00")
	d, err := desk.Dossier(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	d.Zone = words.Zone()
	a := &asked{t: t, d: d, day: calendar.DateOf(d.Hearing.Start.In(d.Zone))}
	for i := range d.Hearing.Participants {
		if p := &d.Hearing.Participants[i]; p.Role == hearing.Officer && !p.Alternate {
			a.p = p
			break
		}
	}
	a.p.Declared = &hearing.Declaration{On: a.day}
	return a
}

func (a *asked) set(change func(*hearing.Person)) {
	who := a.d.People[a.p.Person]
	change(&who)
	a.d.People[a.p.Person] = who
}

func (a *asked) born(on calendar.Date) {
	a.set(func(w *hearing.Person) {
		if err := w.Born.UnmarshalText([]byte(on.String())); err != nil {
			a.t.Fatal(err)
		}
	})
}

func (a *asked) barred(until calendar.Date) {
	a.set(func(w *hearing.Person) { w.Bars = []hearing.Bar{{Kind: hearing.BarDishonest, Until: until}} })
}

func (a *asked) suspended(on calendar.Date) {
	a.set(func(w *hearing.Person) { w.PoolChanges = []hearing.PoolChange{{On: on, Status: hearing.PoolSuspended}} })
}

func (a *asked) begins(on calendar.Date) {
	a.set(func(w *hearing.Person) { w.PoolChanges, w.TermBegins = nil, on })
}

// about are the findings about the officer.
func (a *asked) about() []hearing.Finding {
	found, err := shown.Check(a.t)(a.d, shown.At(a.t, "2023-07-10 09:00"))
	if err != nil {
		a.t.Fatal(err)
	}
	return slices.DeleteFunc(found, func(f hearing.Finding) bool { return f.Participant != a.p.ID })
}

func (a *asked) fit(rule string) fitness {
	all := fit(shown.Book(a.t).Table(a.d.Office), a.d, *a.p, a.about())
	return all[slices.IndexFunc(all, func(f fitness) bool { return f.rule == rule })]
}

// TestTheTenRules asks the rules themselves about an officer, on the day on which
// each begins to stand against him and on the day before.
func TestTheTenRules(t *testing.T) {
	a := askAbout(t)
	old := a.day.AddMonths(-12 * 23)
	for _, c := range []struct {
		name, rule string
		change     func()
		want       hearing.Severity
	}{
		{"23 on the day", "R1", func() { a.born(old) }, ""},
		{"23 a day later", "R1", func() { a.born(old.AddDays(1)) }, hearing.Blocked},
		{"the bar ended on the day", "R2", func() { a.barred(a.day) }, ""},
		{"the bar ends a day later", "R2", func() { a.barred(a.day.AddDays(1)) }, hearing.Blocked},
		{"lives elsewhere", "R5", func() { a.p.Lives = false }, ""},
		{"lives there", "R5", func() { a.p.Lives = true }, hearing.Warning},
		{"six services", "R7", func() { a.d.Earlier[a.p.Person] = 6 }, ""},
		{"seven services", "R7", func() { a.d.Earlier[a.p.Person] = 7 }, hearing.Warning},
		{"suspended a day later", "R9", func() { a.suspended(a.day.AddDays(1)) }, ""},
		{"suspended on the day", "R9", func() { a.suspended(a.day) }, hearing.Blocked},
		{"the term begins on the day", "R9", func() { a.begins(a.day) }, ""},
		{"the term begins a day later", "R9", func() { a.begins(a.day.AddDays(1)) }, hearing.Blocked},
		{"signed on the day", "R10", func() { a.p.Declared.On = a.day }, ""},
		{"signed a day later", "R10", func() { a.p.Declared.On = a.day.AddDays(1) }, hearing.Warning},
		{"not signed", "R10", func() { a.p.Declared = nil }, hearing.Warning},
	} {
		c.change()
		if got := a.fit(c.rule); got.article == "" {
			t.Errorf("%s: no article", c.name)
		}
		if got := a.fit(c.rule); got.severity != c.want || got.why == "" && a.p.Declared != nil {
			t.Errorf("%s: %q %q, want %q", c.name, got.severity, got.why, c.want)
		}
	}
}

// TestWhoAnswered names who looked into a doubt, and the paper that came back.
func TestWhoAnswered(t *testing.T) {
	a := askAbout(t)
	a.p.Lives = true
	a.d.Hearing.Overrides = []hearing.Override{{Rule: "R5", Participant: a.p.ID, By: a.d.Hearing.Presider, On: calendar.NewDate(2023, 7, 8), Reason: "住得远，无利害关系"}}
	if got := a.fit("R5"); got.severity != hearing.Info || !strings.Contains(got.why, "已核实：住得远，无利害关系，林知远，2023-07-08") {
		t.Errorf("answered: %q %q", got.severity, got.why)
	}
	if got := a.fit("R10"); got.why != "签于 2023-07-18，还没有扫描件" {
		t.Errorf("declared: %q", got.why)
	}
	a.d.Scans = []hearing.Scan{{Document: "08", For: a.p.ID, Files: make([]hearing.ScanFile, 1)}}
	if got := a.fit("R10"); got.why != "签于 2023-07-18，扫描件已收" {
		t.Errorf("declared, with the paper: %q", got.why)
	}
	a.born(a.day)
	a.suspended(a.day)
	a.d.Earlier[a.p.Person] = 7
	panel := newFitPanel()
	w := shown.Window(t, look.Scroll(panel.object))
	w.Resize(fyne.NewSize(620, 640))
	panel.set(shown.Book(t).Table(a.d.Office), a.d, *a.p, a.about())
	shown.Picture(t, w, "guests-fit")
	panel.set(shown.Book(t).Table(a.d.Office), a.d, hearing.Participant{Role: hearing.Observer, Person: a.p.Person}, nil)
	if panel.object.Visible() {
		t.Error("an observer is judged as an officer")
	}
}
