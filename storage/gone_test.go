package storage_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
)

// twoDesks are two desks with the same person p and room r.
func twoDesks(t *testing.T) (a, b *storage.Desk) {
	t.Helper()
	a = open(t, filepath.Join(t.TempDir(), "a.db"))
	must[hearing.Version](t)(a.SavePerson(t.Context(), hearing.Person{ID: "p", Name: "程桂兰"}))
	must[hearing.Version](t)(a.SaveRoom(t.Context(), hearing.Room{ID: "r", Name: "春晖社区活动室", Kind: "community"}))
	return a, received(t, must[hearing.Bundle](t)(a.Bundle(t.Context())))
}

// deleted deletes a person.
func deleted(t *testing.T, d *storage.Desk, id hearing.ID) {
	t.Helper()
	p := must[hearing.Person](t)(d.Person(t.Context(), id))
	if err := d.DeletePerson(t.Context(), id, p.Version); err != nil {
		t.Fatal(err)
	}
}

// sends brings everything of a desk to another one.
func sends(t *testing.T, from, to *storage.Desk, c hearing.Choices) (storage.ImportReport, error) {
	t.Helper()
	return to.Receive(t.Context(), must[hearing.Bundle](t)(from.Bundle(t.Context())), c)
}

func has(t *testing.T, d *storage.Desk, id hearing.ID) bool {
	t.Helper()
	_, err := d.Person(t.Context(), id)
	if err != nil && !errors.Is(err, hearing.ErrNotFound) {
		t.Fatal(err)
	}
	return err == nil
}

// TestADeletionTravels deletes on one desk: it is gone on the other, once, for good,
// and one undo brings it back there.
func TestADeletionTravels(t *testing.T) {
	a, b := twoDesks(t)
	old := must[hearing.Bundle](t)(b.Bundle(t.Context()))
	deleted(t, a, "p")
	report := must[storage.ImportReport](t)(sends(t, a, b, hearing.Choices{}))
	if has(t, b, "p") || report.Records[0].Gone+report.Records[len(report.Records)-1].Gone != 1 {
		t.Fatalf("there: %v, %+v", has(t, b, "p"), report)
	}
	before := must[[]hearing.Change](t)(b.Recent(t.Context(), 1))[0].Seq
	must[storage.ImportReport](t)(sends(t, a, b, hearing.Choices{}))
	must[storage.ImportReport](t)(b.Receive(t.Context(), old, hearing.Choices{}))
	if after := must[[]hearing.Change](t)(b.Recent(t.Context(), 1))[0].Seq; after != before || has(t, b, "p") {
		t.Errorf("the second time, or an older bundle, changed something: %d, %d", before, after)
	}
	must[hearing.Change](t)(b.Undo(t.Context()))
	must[storage.ImportReport](t)(sends(t, a, b, hearing.Choices{}))
	if !has(t, b, "p") {
		t.Error("what was brought back is gone again")
	}
	must[storage.ImportReport](t)(sends(t, b, a, hearing.Choices{}))
	if !has(t, a, "p") {
		t.Error("what was brought back there is not here")
	}
}

// TestADeletionAgainstAChange shows on both desks that one deleted what the other one
// changed, changes nothing before somebody chooses, and then both have the same.
func TestADeletionAgainstAChange(t *testing.T) {
	for _, c := range []struct {
		at     string // where it is chosen
		prefer hearing.Prefer
		stays  bool
	}{{"deleted", hearing.PreferMine, false}, {"deleted", hearing.PreferTheirs, true}, {"changed", hearing.PreferMine, true}, {"changed", hearing.PreferTheirs, false}} {
		a, b := twoDesks(t)
		deleted(t, a, "p")
		edited(t, b, "p", func(p *hearing.Person) { p.Phone = "0002" })
		mine, other := a, b
		if c.at == "changed" {
			mine, other = b, a
		}
		_, err := sends(t, other, mine, hearing.Choices{})
		var both *hearing.ConflictError
		if !errors.As(err, &both) || len(both.Conflicts) != 1 || len(both.Conflicts[0].Mine) > 0 == (mine == a) || len(both.Conflicts[0].Theirs) > 0 == (mine == b) {
			t.Fatalf("%+v: %v", c, err)
		}
		if has(t, a, "p") || !has(t, b, "p") {
			t.Errorf("%+v: something was merged", c)
		}
		chosen := hearing.Choices{Each: map[hearing.Place]hearing.Prefer{both.Conflicts[0].Places()[0]: c.prefer}}
		must[storage.ImportReport](t)(sends(t, other, mine, chosen))
		must[storage.ImportReport](t)(sends(t, mine, other, hearing.Choices{}))
		must[storage.ImportReport](t)(sends(t, other, mine, hearing.Choices{}))
		if has(t, a, "p") != c.stays || has(t, b, "p") != c.stays {
			t.Errorf("%+v: it is here %v, there %v", c, has(t, a, "p"), has(t, b, "p"))
		}
	}
}

// TestWhatIsNamedStays deletes a room on one desk that a new hearing of the other one
// is held in: both end with hearing and room, in either order.
func TestWhatIsNamedStays(t *testing.T) {
	for _, first := range []string{"deletion", "hearing"} {
		a, b := twoDesks(t)
		r := must[hearing.Room](t)(a.Room(t.Context(), "r"))
		if err := a.DeleteRoom(t.Context(), "r", r.Version); err != nil {
			t.Fatal(err)
		}
		must[hearing.Version](t)(b.SaveCase(t.Context(), hearing.Case{ID: "c", Type: hearing.CaseTypes[0], Cause: "电动自行车消防安全"}))
		must[hearing.Version](t)(b.SaveHearing(t.Context(), hearing.Hearing{ID: "h", Title: "听证会", Cases: []hearing.ID{"c"}, Slot: hearing.Slot{Room: "r"}}))
		from, to := a, b
		if first == "hearing" {
			from, to = b, a
		}
		for range 2 {
			must[storage.ImportReport](t)(sends(t, from, to, hearing.Choices{}))
			must[storage.ImportReport](t)(sends(t, to, from, hearing.Choices{}))
		}
		for i, d := range []*storage.Desk{a, b} {
			if h, err := d.Hearing(t.Context(), "h"); err != nil || h.Room != "r" {
				t.Errorf("first the %s, desk %d: %+v, %v", first, i, h, err)
			}
			if _, err := d.Room(t.Context(), "r"); err != nil {
				t.Errorf("first the %s, desk %d: %v", first, i, err)
			}
		}
	}
}

// TestThreeDesksInAnyOrder lets three desks edit what they like, each its own
// fields, and make and delete people, and sends bundles about in several orders: all end
// with the same. Where one deleted what another one changed, the living stays.
func TestThreeDesksInAnyOrder(t *testing.T) {
	root := filled(t)
	for n := range 8 {
		must[hearing.Version](t)(root.SavePerson(t.Context(), hearing.Person{ID: hearing.ID(fmt.Sprint("spare-", n)), Name: fmt.Sprint("闲人", n)}))
	}
	first := must[hearing.Bundle](t)(root.Bundle(t.Context()))
	people := must[[]hearing.Person](t)(root.People(t.Context(), "", 20))
	edits := []func(*hearing.Person, int){
		func(p *hearing.Person, n int) { p.Phone = fmt.Sprint("13", n) },
		func(p *hearing.Person, n int) { p.Post = fmt.Sprint("科长", n) },
		func(p *hearing.Person, n int) { p.Note = fmt.Sprint("记", n) },
	}
	var want []byte
	for round := range 3 {
		r := rand.New(rand.NewPCG(7, 7)) //nolint:gosec // the same edits in each round
		desks := []*storage.Desk{received(t, first), received(t, first), received(t, first)}
		for range 20 {
			i := r.IntN(3)
			n, of := r.IntN(100), people[r.IntN(len(people))].ID
			edited(t, desks[i], of, func(p *hearing.Person) { edits[i](p, n) })
			if r.IntN(5) == 0 {
				id := hearing.ID(fmt.Sprintf("new-%d-%d", i, n))
				if !has(t, desks[i], id) {
					must[hearing.Version](t)(desks[i].SavePerson(t.Context(), hearing.Person{ID: id, Name: fmt.Sprint("新人", n)}))
				}
			}
			if spare := hearing.ID(fmt.Sprint("spare-", r.IntN(8))); has(t, desks[i], spare) {
				if r.IntN(2) == 0 {
					deleted(t, desks[i], spare)
				} else {
					edited(t, desks[i], spare, func(p *hearing.Person) { edits[i](p, n) })
				}
			}
		}
		order := rand.New(rand.NewPCG(uint64(round), 1)) //nolint:gosec // another order in each round
		for range 3 {
			for _, k := range order.Perm(6) {
				from, to := k/2, (k/2+1+k%2)%3
				b := must[hearing.Bundle](t)(desks[from].Bundle(t.Context()))
				livingStays(t, desks[to], b)
			}
		}
		for i, d := range desks {
			got := must[[]byte](t)(exchange.Encode(must[hearing.Package](t)(d.Export(t.Context()))))
			if round == 0 && i == 0 {
				want = got
			} else if !bytes.Equal(got, want) {
				t.Fatalf("round %d, desk %d ends with something else", round, i)
			}
		}
	}
}

// livingStays receives a bundle, and wherever one desk deleted what another one
// changed, keeps it.
func livingStays(t *testing.T, d *storage.Desk, b hearing.Bundle) {
	t.Helper()
	_, err := d.Receive(t.Context(), b, hearing.Choices{})
	var both *hearing.ConflictError
	if errors.As(err, &both) {
		c := hearing.Choices{Each: map[hearing.Place]hearing.Prefer{}}
		for _, one := range both.Conflicts {
			c.Each[one.Places()[0]] = hearing.PreferMine
			if len(one.Mine) == 0 {
				c.Each[one.Places()[0]] = hearing.PreferTheirs
			}
		}
		_, err = d.Receive(t.Context(), b, c)
	}
	if err != nil {
		t.Fatal(err)
	}
}
