package storage_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/storage"
)

// TestTheTableOfAPeriodIsThatOfAllRecords changes a desk at random and holds that
// what is kept beside the records gives the table that the records give; so does a
// file of which not all is kept yet, and one that was brought up to date.
func TestTheTableOfAPeriodIsThatOfAllRecords(t *testing.T) {
	d := invented(t, 400)
	roll := rand.New(rand.NewPCG(3, 5)) //nolint:gosec // a test that can be repeated
	for round := range 6 {
		for range 40 {
			shake(t, d, roll)
		}
		if round%2 == 1 {
			_, err := d.Undo(t.Context())
			if err != nil {
				t.Fatal(err)
			}
		}
		sameTables(t, d)
	}
	for _, q := range []string{"DELETE FROM heard", "DELETE FROM filed", "INSERT INTO unindexed SELECT 'counted', 1, MAX(n) FROM findable"} {
		changed(t, d.Path(), q)
	}
	sameTables(t, d)
	if hits := must[[]hearing.Hit](t)(d.Search(t.Context(), "听证", 3)); len(hits) == 0 {
		t.Error("nothing is found while the tables are made")
	}
	if err := d.FinishIndex(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	sameTables(t, d)
}

// sameTables compares the tables of some periods with those of the whole desk.
func sameTables(t *testing.T, d *storage.Desk) {
	t.Helper()
	all := must[hearing.Package](t)(d.Export(t.Context()))
	date := func(y, m, day int) calendar.Date { return calendar.NewDate(y, time.Month(m), day) }
	for _, x := range [][2]calendar.Date{{date(2022, 1, 1), date(2022, 12, 31)}, {date(2023, 5, 3), date(2023, 7, 20)}, {date(2023, 7, 10), date(2023, 7, 10)},
		{date(2013, 1, 1), date(2024, 12, 31)}, {date(2000, 1, 1), date(2000, 2, 1)}} {
		want := figures.Period(all, x[0], x[1], noon.Location())
		id := hearing.Period{From: x[0], To: x[1]}.ID()
		got := must[hearing.Dossier](t)(d.Dossier(t.Context(), id)).Period
		want.Maker = got.Maker
		if !reflect.DeepEqual(*got, want) {
			t.Fatalf("from %s to %s: %+v\nwant %+v", x[0], x[1], *got, want)
		}
	}
}

// shake changes something that is counted.
func shake(t *testing.T, d *storage.Desk, roll *rand.Rand) {
	t.Helper()
	ctx, n := t.Context(), roll.IntN(400)
	if roll.IntN(4) == 0 {
		k, err := d.Case(ctx, hearing.ID(fmt.Sprint("c", n)))
		if errors.Is(err, hearing.ErrNotFound) {
			return // its second hearing, or deleted
		}
		k.Type = hearing.CaseTypes[roll.IntN(len(hearing.CaseTypes))]
		k.Domain, k.FiledOn = hearing.Domains[roll.IntN(len(hearing.Domains))], k.FiledOn.AddDays(roll.IntN(60)-30)
		must[hearing.Version](t)(d.SaveCase(ctx, k))
		return
	}
	h, err := d.Hearing(ctx, hearing.ID(fmt.Sprint("h", n)))
	if errors.Is(err, hearing.ErrNotFound) {
		return // deleted before
	}
	other := hearing.ID(fmt.Sprint("c", roll.IntN(400)))
	if _, err := d.Case(ctx, other); err != nil {
		return
	}
	what := roll.IntN(8)
	if len(h.Cases) == 0 && what == 4 {
		what = 3 // it has no case any more
	}
	switch what {
	case 0:
		h.Rehearsal = !h.Rehearsal
	case 1:
		h.Start, h.End = h.Start.AddDate(0, roll.IntN(9)-4, 0).Add(-9*time.Hour), h.End.AddDate(1, 0, 0)
	case 2:
		h.Cases, h.Questions = nil, nil
		h.Opinions, h.Outcome.Answers = nil, nil
	case 3:
		if !slices.Contains(h.Cases, other) {
			h.Cases = append(h.Cases, other)
		}
	case 4:
		h.Questions = append(h.Questions, hearing.Question{ID: hearing.ID(fmt.Sprint("q", n, len(h.Questions))), Case: h.Cases[0], Text: "还有什么意见？"})
		h.Outcome.Cases = []hearing.CaseRuling{{Case: h.Cases[0], Ruling: hearing.Ruling{Timing: hearing.OnTheSpot, DecidedOn: h.Outcome.DecidedOn}}}
	case 5:
		h.State = hearing.States[roll.IntN(len(hearing.States))]
	case 6:
		h.Openness, h.Forms = hearing.NotOpen, []hearing.Form{hearing.Streamed, hearing.OnSite}
	case 7:
		if err := d.DeleteHearing(ctx, h.ID, h.Version); err != nil {
			t.Fatal(err)
		}
		return
	}
	if _, err := d.SaveHearing(ctx, h); err != nil {
		var fault hearing.FieldErrors
		var clash *hearing.ClashError
		if !errors.As(err, &fault) && !errors.As(err, &clash) {
			t.Fatal(err)
		}
	}
}
