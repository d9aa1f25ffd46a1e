package storage_test

import (
	"errors"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

func clue(id hearing.ID, came string) hearing.Clue {
	on, err := calendar.ParseDate(came)
	if err != nil {
		panic(err)
	}
	return hearing.Clue{ID: id, Source: hearing.SourceHotline, Number: "YL〔2023〕417", CameOn: on, State: hearing.ClueOpen, Places: []string{"梧桐苑"},
		Text: "梧桐苑多户从窗户拉线给电动自行车充电。", Giver: "住户陶某", Domain: "20"}
}

// TestACaseIsMadeOfAClue in one change, which is taken back as one.
func TestACaseIsMadeOfAClue(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	c := clue("q1", "2023-05-12")
	c.Version = must[hearing.Version](t)(d.SaveClue(ctx, c))
	on := calendar.DateOf(noon)
	id := must[hearing.ID](t)(d.FileClue(ctx, c, "c1", on))
	k := must[hearing.Case](t)(d.Case(ctx, id))
	now := must[hearing.Clue](t)(d.Clue(ctx, "q1"))
	if k.Source != hearing.SourceHotline || k.Facts != c.Text || now.State != hearing.ClueFiled || len(now.Cases) != 1 || now.Cases[0] != "c1" {
		t.Errorf("case %+v, clue %+v", k, now)
	}
	if of := must[[]hearing.Clue](t)(d.CluesOf(ctx, "c1")); len(of) != 1 || of[0].ID != "q1" {
		t.Errorf("the case has the clues %+v", of)
	}
	if err := d.DeleteCase(ctx, k.ID, k.Version); !errors.Is(err, hearing.ErrInUse) {
		t.Errorf("deleting the clue's case: %v", err)
	}
	if _, err := d.FileClue(ctx, c, "c2", on); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("filing a clue as it was read before: %v", err)
	}
	if _, err := d.Case(ctx, "c2"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("a refused filing left a case: %v", err)
	}
	must[hearing.Change](t)(d.Undo(ctx))
	if now := must[hearing.Clue](t)(d.Clue(ctx, "q1")); now.State != hearing.ClueOpen || len(now.Cases) > 0 {
		t.Errorf("after an undo the clue is %+v", now)
	}
	if _, err := d.Case(ctx, "c1"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("after an undo the case is there: %v", err)
	}
}

func TestCluesAreFound(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	a, b := clue("a", "2023-05-12"), clue("b", "2023-06-01")
	b.Source, b.Text, b.Number, b.Giver, b.State, b.DecidedOn, b.Reason = hearing.SourceVolunteer, "澄河岸边有人倾倒泥浆", "", "", hearing.ClueDropped, b.CameOn, "已经清除"
	if err := d.AddClues(ctx, []hearing.Clue{a, b}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		source hearing.Source
		state  hearing.ClueState
		part   string
		want   string
	}{
		{"", "", "", "ba"}, // the latest first
		{hearing.SourceVolunteer, "", "", "b"},
		{"", hearing.ClueOpen, "", "a"},
		{hearing.SourceVolunteer, hearing.ClueOpen, "", ""},
		{"", "", "yl(2023)417", "a"}, // a number in another bracket
		{"", "", "wty", "ba"},        // the place's initials
		{"", "", "泥浆", "b"},
		{"", "", "陶某", "a"},
	} {
		got := ""
		for _, k := range must[[]hearing.Clue](t)(d.Clues(ctx, c.source, c.state, c.part, 10)) {
			got += string(k.ID)
		}
		if got != c.want {
			t.Errorf("%q %q %q: found %q, want %q", c.source, c.state, c.part, got, c.want)
		}
	}
	b.Text = ""
	if err := d.AddClues(ctx, []hearing.Clue{clue("c", "2023-07-01"), b}); err == nil {
		t.Error("a clue that says nothing was taken")
	}
	if got := must[[]hearing.Clue](t)(d.Clues(ctx, "", "", "", 10)); len(got) != 2 {
		t.Errorf("a refused list left %d clues", len(got))
	}
}

// TestCluesAreOpenWork until they are decided and their giver was told.
func TestCluesAreOpenWork(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p", Name: "林知远"}))
	c := clue("q", "2023-05-12")
	c.Handler = "p"
	for _, step := range []struct {
		change func()
		want   int
	}{
		{func() {}, 1},
		{func() { c.State, c.DecidedOn, c.Reason = hearing.ClueDropped, c.CameOn.AddDays(5), "已经整改" }, 1},
		{func() { c.ToldOn = c.CameOn.AddDays(6) }, 0},
		{func() { c.State = hearing.ClueAssessing }, 1},
	} {
		step.change()
		c.Version = must[hearing.Version](t)(d.SaveClue(ctx, c))
		w := must[hearing.OpenWork](t)(d.OpenWork(ctx, c.CameOn))
		if len(w.Clues) != step.want || step.want > 0 && w.People["p"].Name != "林知远" {
			t.Errorf("%d clues are open, want %d", len(w.Clues), step.want)
		}
	}
}
