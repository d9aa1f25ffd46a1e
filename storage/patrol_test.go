package storage_test

import (
	"errors"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// TestAFindingBecomesAClue in one change, once.
func TestAFindingBecomesAClue(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	on := calendar.NewDate(2023, 6, 1)
	p := hearing.Patrol{ID: "x", Title: "澄河联合巡查", Rhythm: hearing.Monthly, From: on, Until: on, Visits: []hearing.PatrolVisit{{ID: "v", For: on, On: on,
		Places: []string{"望江桥"}, Pictures: []string{"照片 1"}, Findings: []hearing.PatrolFinding{{ID: "f", Text: "望江桥下有建筑垃圾。"}}}}}
	must[hearing.Version](t)(d.SavePatrol(ctx, p))
	if err := d.ClueOfFinding(ctx, "x", "f", "q"); err != nil {
		t.Fatal(err)
	}
	c := must[hearing.Clue](t)(d.Clue(ctx, "q"))
	if c.Source != hearing.SourceRiverChief || c.CameOn != on || c.Text != "望江桥下有建筑垃圾。" || c.Places[0] != "望江桥" {
		t.Errorf("the clue is %+v", c)
	}
	if now := must[hearing.Patrol](t)(d.Patrol(ctx, "x")); now.Visits[0].Findings[0].Clue != "q" {
		t.Errorf("the finding is %+v", now.Visits[0].Findings)
	}
	if err := d.ClueOfFinding(ctx, "x", "f", "q2"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("a second clue: %v", err)
	}
	must[hearing.Change](t)(d.Undo(ctx))
	if _, err := d.Clue(ctx, "q"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("after an undo: %v", err)
	}
	if got := must[[]hearing.Patrol](t)(d.Patrols(ctx, "chlh", 10)); len(got) != 1 || got[0].Visits[0].Findings[0].Clue != "" {
		t.Errorf("found %+v", got)
	}
	if w := must[hearing.OpenWork](t)(d.OpenWork(ctx, on)); len(w.Patrols) != 0 {
		t.Errorf("a plan that owes nothing is open work: %+v", w.Patrols)
	}
}
