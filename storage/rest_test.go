package storage_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
)

// TestNothingIsMissedOfCasesAtRest changes a desk at random and holds that what is to
// be done is the same whether closed cases that owe nothing are read or not: on the
// day, and on later ones.
func TestNothingIsMissedOfCasesAtRest(t *testing.T) {
	d := invented(t, 400)
	d.JudgedBy("this month's")
	all := open(t, d.Path())             // reads everything: nobody said by which rules it judges
	roll := rand.New(rand.NewPCG(7, 11)) //nolint:gosec // a test that can be repeated
	least := 1 << 30
	for round := range 30 {
		for range 8 {
			stirCase(t, d, roll)
		}
		if round%5 == 4 {
			must[hearing.Change](t)(d.Undo(t.Context()))
		}
		sameAgenda(t, d, all, july)
		now := agendaOf(t, d, july)
		if err := d.Judged(t.Context(), must[[]hearing.Change](t)(d.Recent(t.Context(), 1))[0].Seq, hearing.Judged{AtRest: now.AtRest}); err != nil {
			t.Fatal(err)
		}
		for _, months := range []int{0, 1, 5, 11} {
			sameAgenda(t, d, all, july.AddMonths(months))
		}
		few, whole := must[hearing.OpenWork](t)(d.OpenWork(t.Context(), july)), must[hearing.OpenWork](t)(all.OpenWork(t.Context(), july))
		least = min(least, len(whole.Cases)-len(few.Cases))
	}
	if least < 5 {
		t.Errorf("only %d closed cases are at rest", least)
	}
	d.JudgedBy("next month's")
	if got, want := len(must[hearing.OpenWork](t)(d.OpenWork(t.Context(), july)).Cases), len(must[hearing.OpenWork](t)(all.OpenWork(t.Context(), july)).Cases); got != want {
		t.Errorf("under other rules %d cases are read, want %d", got, want)
	}
}

// TestACaseThatChangedMeanwhileIsNotAtRest has a change come between the look and
// the note of it.
func TestACaseThatChangedMeanwhileIsNotAtRest(t *testing.T) {
	d := invented(t, 100)
	d.JudgedBy("x")
	a := agendaOf(t, d, july)
	seq := must[[]hearing.Change](t)(d.Recent(t.Context(), 1))[0].Seq
	must[hearing.Version](t)(d.SavePerson(t.Context(), hearing.Person{ID: "new", Name: "程桂兰"}))
	before := len(must[hearing.OpenWork](t)(d.OpenWork(t.Context(), july)).Cases)
	if err := d.Judged(t.Context(), seq, hearing.Judged{AtRest: a.AtRest}); err != nil || len(a.AtRest) == 0 {
		t.Fatal(len(a.AtRest), err)
	}
	if got := len(must[hearing.OpenWork](t)(d.OpenWork(t.Context(), july)).Cases); got != before {
		t.Errorf("%d cases are read, want %d", got, before)
	}
}

var judges *rules.Book

func agendaOf(t *testing.T, d *storage.Desk, on calendar.Date) agenda.Agenda {
	t.Helper()
	if judges == nil {
		table := must[*rules.Table](t)(rules.Load(assets.Rules()...))
		judges = rules.NewBook(table, must[*calendar.Calendar](t)(calendar.Load(assets.Holidays)))
	}
	return agenda.Of(must[hearing.OpenWork](t)(d.OpenWork(t.Context(), on)), judges, on.In(noon.Location()).Add(9*time.Hour), "zh")
}

// owing is what an agenda says, line by line.
func owing(a agenda.Agenda) []string {
	var out []string
	for _, i := range slices.Concat(a.Items, a.Clashes) {
		out = append(out, fmt.Sprint(i.Day, i.About.ID(), i.Fields, i.Finding.Rule, i.Finding.Variant, i.Finding.Text))
	}
	for _, e := range a.Unscheduled {
		out = append(out, "unscheduled "+string(e.Session))
	}
	return out
}

func sameAgenda(t *testing.T, few, all *storage.Desk, on calendar.Date) {
	t.Helper()
	got, want := owing(agendaOf(t, few, on)), owing(agendaOf(t, all, on))
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Fatalf("on %s it is missed that %s", on, w)
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("on %s %d things are to be done, want %d", on, len(got), len(want))
	}
}

// stirCase changes a case of the last year, or what it is judged by.
func stirCase(t *testing.T, d *storage.Desk, roll *rand.Rand) {
	t.Helper()
	ctx, n := t.Context(), 400-1-roll.IntN(60)
	switch roll.IntN(6) {
	case 0:
		o := must[hearing.Organisation](t)(d.Organisation(ctx, hearing.ID(fmt.Sprintf("o0-%d", roll.IntN(3)))))
		o.Head = fmt.Sprint("某", roll.IntN(9))
		o.Level = hearing.Levels[roll.IntN(len(hearing.Levels))]
		must[hearing.Version](t)(d.SaveOrganisation(ctx, o))
	case 1:
		office := must[hearing.Office](t)(d.Office(ctx))
		office.Postcode = fmt.Sprintf("03%04d", roll.IntN(1000))
		must[hearing.Version](t)(d.SaveOffice(ctx, office))
	case 2:
		k, err := d.Case(ctx, hearing.ID(fmt.Sprint("c", n)))
		if errors.Is(err, hearing.ErrNotFound) {
			return
		}
		kind := []hearing.StepKind{hearing.CaseClosed, hearing.LookedBack, hearing.FactsOrdered, hearing.ObjectionMade}[roll.IntN(4)]
		k.Steps = append(k.Steps, hearing.Step{ID: hearing.ID(fmt.Sprint("s", len(k.Steps))), Kind: kind, On: july.AddDays(-roll.IntN(200))})
		save(t, func() error { _, err := d.SaveCase(ctx, k); return err })
	default:
		stirPaper(t, d, roll, n)
	}
}

// stirPaper changes a paper, or the ceremony that serves it.
func stirPaper(t *testing.T, d *storage.Desk, roll *rand.Rand, n int) {
	t.Helper()
	ctx := t.Context()
	if a, err := d.Announcement(ctx, hearing.ID(fmt.Sprint("b", n))); err == nil && roll.IntN(2) == 0 {
		a.Deliveries[0].RepliedOn = calendar.Date{}
		save(t, func() error { _, err := d.SaveAnnouncement(ctx, a); return err })
		return
	}
	i, err := d.Instrument(ctx, hearing.ID(fmt.Sprint("i", n)))
	if roll.IntN(3) == 0 { // one more paper, whose number another one bears
		fresh := hearing.Instrument{ID: hearing.ID(fmt.Sprint("new", roll.Uint32())), Case: hearing.ID(fmt.Sprint("c", 399-roll.IntN(60))), Kind: hearing.Recommendation,
			Number: i.Number, DecidedOn: july.AddDays(-1)}
		if _, err := d.Case(ctx, fresh.Case); err == nil {
			save(t, func() error { _, err := d.SaveInstrument(ctx, fresh); return err })
		}
		return
	}
	if errors.Is(err, hearing.ErrNotFound) {
		return
	}
	switch roll.IntN(5) {
	case 0:
		i.Number = "澄检行公建〔2023〕7号" // others bear it too
	case 1:
		i.FiledOn = calendar.Date{}
	case 2:
		i.Closures = nil
	case 3:
		if len(i.Deliveries) > 0 {
			i.Deliveries[0].RepliedOn = calendar.Date{}
		}
	case 4:
		i.ReplyBy = i.DecidedOn.AddMonths(4)
	}
	save(t, func() error { _, err := d.SaveInstrument(ctx, i); return err })
}

// save saves what may be refused.
func save(t *testing.T, do func() error) {
	t.Helper()
	var faults hearing.FieldErrors
	if err := do(); err != nil && !errors.As(err, &faults) {
		t.Fatal(err)
	}
}

// TestWhoSeesNotAllFindsNothingAtRest: somebody who does not see every ceremony of a
// case cannot say for the others that it owes nothing.
func TestWhoSeesNotAllFindsNothingAtRest(t *testing.T) {
	d := invented(t, 100)
	guarded(t, d)
	must[string](t)(d.AddAccount(t.Context(), hearing.Account{ID: "a-lu", Name: "陆生", Role: hearing.DeskClerk}, secret))
	head, clerk := as(t, d, "沈秋白"), as(t, d, "陆生")
	before := len(must[hearing.OpenWork](t)(head.OpenWork(t.Context(), july)).Cases)
	for _, x := range []struct {
		who  *storage.Desk
		left bool // some are left out from then on
	}{{clerk, false}, {head, true}} {
		x.who.JudgedBy("x")
		a := agendaOf(t, x.who, july)
		if err := x.who.Judged(t.Context(), must[[]hearing.Change](t)(head.Recent(t.Context(), 1))[0].Seq, hearing.Judged{AtRest: a.AtRest}); err != nil || len(a.AtRest) == 0 {
			t.Fatal(len(a.AtRest), err)
		}
		head.JudgedBy("x")
		if got := len(must[hearing.OpenWork](t)(head.OpenWork(t.Context(), july)).Cases); got < before != x.left {
			t.Errorf("%d cases are read, of %d", got, before)
		}
	}
}

// TestWhatWasOwedIsKept: what was judged last is given back in its language to whoever sees
// everything; what was judged of an earlier state is not noted.
func TestWhatWasOwedIsKept(t *testing.T) {
	d := invented(t, 100)
	ctx := t.Context()
	d.JudgedBy("x")
	seq := must[[]hearing.Change](t)(d.Recent(ctx, 1))[0].Seq
	note := func(text string, at time.Time, seen int64) {
		t.Helper()
		if err := d.Judged(ctx, seen, hearing.Judged{At: at, Language: "zh", Agenda: []byte(text)}); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(d *storage.Desk, language, want string, at time.Time) {
		t.Helper()
		got, ok, err := d.LastJudged(ctx, language)
		if err != nil || ok != (want != "") || string(got.Agenda) != want || ok && !got.At.Equal(at) {
			t.Errorf("%q of %v, %v, %v; want %q of %v", got.Agenda, got.At, ok, err, want, at)
		}
	}
	holds(d, "zh", "", noon)
	note("first", noon, seq)
	note("second", noon.Add(time.Hour), seq)
	holds(d, "zh", "second", noon.Add(time.Hour))
	holds(d, "en", "", noon)
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "new", Name: "程桂兰"}))
	note("of before", noon.Add(2*time.Hour), seq)
	holds(d, "zh", "second", noon.Add(time.Hour))
	d.JudgedBy("y")
	holds(d, "zh", "second", noon.Add(time.Hour))
	guarded(t, d)
	must[string](t)(d.AddAccount(ctx, hearing.Account{ID: "a-lu", Name: "陆生", Role: hearing.DeskClerk}, secret))
	head, clerk := as(t, d, "沈秋白"), as(t, d, "陆生")
	holds(head, "zh", "second", noon.Add(time.Hour))
	holds(clerk, "zh", "", noon)
}

// TestWhatSomebodySawStaysTheirs: what somebody judged who sees a part is given back to them
// alone, until something of that part is not theirs to see any more.
func TestWhatSomebodySawStaysTheirs(t *testing.T) {
	d, ctx := filled(t), t.Context()
	guarded(t, d)
	for id, name := range map[hearing.ID]string{"a-lu": "陆生", "a-dai": "戴月"} {
		must[string](t)(d.AddAccount(ctx, hearing.Account{ID: id, Name: name, Role: hearing.DeskClerk}, secret))
	}
	head, clerk, other := as(t, d, "沈秋白"), as(t, d, "陆生"), as(t, d, "戴月")
	public := hearing.Hearing{ID: "new", Title: "梧桐苑听证会", Openness: hearing.Public, Presider: "p-lin"}
	minor := hearing.Case{ID: "c-new", Cause: "案", Type: hearing.NonProsecution, Handler: "p-lin", FiledOn: july, Parties: []hearing.Party{{ID: "1", Role: hearing.Suspect, Person: "p-lin", Minor: true}}}
	change := func(do func(*hearing.Hearing)) func() error {
		return func() error {
			h, err := head.Hearing(ctx, public.ID)
			if err == nil {
				do(&h)
				_, err = head.SaveHearing(ctx, h)
			}
			return err
		}
	}
	for _, step := range []struct {
		name string
		do   func() error
		held bool
	}{
		{"nothing is changed", func() error { return nil }, true},
		{"a public hearing is entered", func() error { _, err := head.SaveHearing(ctx, public); return err }, true},
		{"a minor's case is entered", func() error { _, err := head.SaveCase(ctx, minor); return err }, true},
		{"the hearing becomes a closed one", change(func(h *hearing.Hearing) { h.Openness = hearing.NotOpen }), false},
		{"somebody comes to its team", change(func(h *hearing.Hearing) { h.Recorder = "p-xu" }), true},
		{"somebody leaves its team", change(func(h *hearing.Hearing) { h.Recorder = "" }), false},
		{"an account is changed", func() error {
			return head.ChangeAccount(ctx, hearing.Account{ID: "a-dai", Name: "戴月", Role: hearing.DeskClerk, Retired: true})
		}, false},
	} {
		for who, text := range map[*storage.Desk]string{clerk: "the clerk's", head: "the head's"} {
			seen := must[int64](t)(who.OpenParts(ctx, july, func(hearing.OpenWork) error { return nil }))
			if err := who.Judged(ctx, seen, hearing.Judged{At: noon, Language: "zh", Agenda: []byte(text)}); err != nil {
				t.Fatal(err)
			}
		}
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		for who, want := range map[*storage.Desk]string{clerk: "the clerk's", head: "the head's", other: ""} {
			got, ok, err := who.LastJudged(ctx, "zh")
			if is := want != "" && (step.held || who == head); err != nil || ok != is || is && string(got.Agenda) != want {
				t.Errorf("when %s, %s is told %q, %v, want %q: %v", step.name, who.Me().Name, got.Agenda, ok, want, err)
			}
		}
	}
}
