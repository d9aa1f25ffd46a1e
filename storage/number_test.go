package storage_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// notices are the notices of so many people, to be numbered.
func notices(t testing.TB, n int) []hearing.Numbered {
	t.Helper()
	program, err := hearing.ReadNumbering(assets.Numbers)
	if err != nil {
		t.Fatal(err)
	}
	series, _ := program.Of(hearing.Office{Short: "澄检"}, "07a")
	out := make([]hearing.Numbered, n)
	for i := range out {
		out[i] = hearing.Numbered{Series: series, Document: "07a", Key: fmt.Sprintf("p%d", i+1), For: "程桂兰"}
	}
	return out
}

func texts(list []hearing.Number) []string {
	var out []string
	for _, n := range list {
		out = append(out, n.Text)
	}
	return out
}

// TestNumbersFollowOneAnother takes numbers, prints again, voids one and goes on.
func TestNumbersFollowOneAnother(t *testing.T) {
	d, ctx := filled(t), t.Context()
	take := func(n, year int) []string {
		t.Helper()
		return texts(must[[]hearing.Number](t)(d.TakeNumbers(ctx, "h-e1", year, notices(t, n))))
	}
	if got := take(2, 2023); !slices.Equal(got, []string{"澄检听通〔2023〕1号", "澄检听通〔2023〕2号"}) {
		t.Fatal(got)
	}
	if got := take(3, 2023); !slices.Equal(got, []string{"澄检听通〔2023〕3号"}) {
		t.Errorf("printed again: %v", got)
	}
	dossier := must[hearing.Dossier](t)(d.Dossier(ctx, "h-e1"))
	second, ok := dossier.Number("07a", "p2")
	if !ok || second.N != 2 || second.Actor != "许晚" || !second.At.Equal(noon) {
		t.Fatalf("%+v", second)
	}
	var faults hearing.FieldErrors
	if err := d.VoidNumber(ctx, second, " "); !errors.As(err, &faults) {
		t.Errorf("voided without a reason: %v", err)
	}
	if err := d.VoidNumber(ctx, second, "印错"); err != nil {
		t.Fatal(err)
	}
	if err := d.VoidNumber(ctx, second, "印错"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("voided twice: %v", err)
	}
	if got := take(3, 2023); !slices.Equal(got, []string{"澄检听通〔2023〕4号"}) {
		t.Errorf("after voiding: %v", got)
	}
	if got := take(3, 2024); got != nil {
		t.Errorf("a paper that has a number got another in the next year: %v", got)
	}
	if got := texts(must[[]hearing.Number](t)(d.TakeNumbers(ctx, "h-e2", 2024, notices(t, 1)))); !slices.Equal(got, []string{"澄检听通〔2024〕1号"}) {
		t.Errorf("a year begins with %v", got)
	}
	book := must[[]hearing.Number](t)(d.Numbers(ctx, 2023))
	for i, n := range book {
		if n.N != i+1 {
			t.Errorf("gap before %s", n.Text)
		}
	}
	if len(book) != 4 || !book[1].Void() || book[1].Reason != "印错" {
		t.Errorf("the book has %+v", book)
	}
}

// TestTwoDesksNeverGiveTheSame lets each number in its range, to its end.
func TestTwoDesksNeverGiveTheSame(t *testing.T) {
	one, two, ctx := filled(t), filled(t), t.Context()
	for d, r := range map[*storage.Desk]hearing.Range{one: {First: 1, Last: 3}, two: {First: 4, Last: 9}} {
		r.Series, r.Year = "听通", 2023
		if err := d.SetRange(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	a := texts(must[[]hearing.Number](t)(one.TakeNumbers(ctx, "h-e1", 2023, notices(t, 3))))
	b := texts(must[[]hearing.Number](t)(two.TakeNumbers(ctx, "h-e2", 2023, notices(t, 3))))
	for _, n := range a {
		if slices.Contains(b, n) {
			t.Errorf("%s was given twice", n)
		}
	}
	var spent *hearing.RangeError
	if _, err := one.TakeNumbers(ctx, "h-e2", 2023, notices(t, 1)); !errors.As(err, &spent) || spent.Range.Last != 3 {
		t.Errorf("past the end: %v", err)
	}
	// What the other desk gave comes with its package, twice without harm.
	for range 2 {
		if _, err := one.Import(ctx, must[hearing.Package](t)(two.Export(ctx))); err != nil {
			t.Fatal(err)
		}
	}
	if got := must[[]hearing.Number](t)(one.Numbers(ctx, 2023)); len(got) != 6 {
		t.Errorf("the book has %v", texts(got))
	}
	taken, err := one.TakeNumbers(ctx, "h-e2", 2023, notices(t, 3))
	if err != nil || len(taken) != 0 {
		t.Errorf("papers that the other desk numbered got %v, %v", texts(taken), err)
	}
	dossier := must[hearing.Dossier](t)(two.Dossier(ctx, "h-e2"))
	if err := two.VoidNumber(ctx, dossier.Numbers[0], "印错"); err != nil {
		t.Fatal(err)
	}
	if _, err := one.Import(ctx, must[hearing.Package](t)(two.Export(ctx, "h-e2"))); err != nil {
		t.Fatal(err)
	}
	if n := must[hearing.Dossier](t)(one.Dossier(ctx, "h-e2")).Numbers[0]; !n.Void() || n.Reason != "印错" {
		t.Errorf("voided elsewhere, and here %+v", n)
	}
	for _, r := range []hearing.Range{{Series: "听通", Year: 2023, First: 9, Last: 3}, {Series: "听通", Year: 2023, First: -3}} {
		if err := one.SetRange(ctx, r); err == nil {
			t.Errorf("%+v is taken", r)
		}
	}
}

// TestTwoWindowsTakeAtOnce lets two programs number at the same time on one file.
func TestTwoWindowsTakeAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	one := open(t, file)
	if _, err := one.Import(t.Context(), must[hearing.Package](t)(filled(t).Export(t.Context()))); err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for i, d := range []*storage.Desk{one, open(t, file)} {
		wait.Go(func() {
			for _, n := range notices(t, 20) {
				n.Key = fmt.Sprint(i, n.Key)
				if _, err := d.TakeNumbers(t.Context(), "h-e1", 2023, []hearing.Numbered{n}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	book := must[[]hearing.Number](t)(one.Numbers(t.Context(), 2023))
	for i, n := range book {
		if n.N != i+1 {
			t.Fatalf("place %d has number %d", i+1, n.N)
		}
	}
	if len(book) != 40 {
		t.Errorf("%d numbers", len(book))
	}
}

// TestUndoPassesOverNumbers: a paper with its number may be out of the house.
func TestUndoPassesOverNumbers(t *testing.T) {
	d, ctx := filled(t), t.Context()
	r := must[hearing.Room](t)(d.Room(ctx, "r-1"))
	r.Note = "新"
	if _, err := d.SaveRoom(ctx, r); err != nil {
		t.Fatal(err)
	}
	if _, err := d.TakeNumbers(ctx, "h-e1", 2023, notices(t, 2)); err != nil {
		t.Fatal(err)
	}
	if c, err := d.Undo(ctx); err != nil || c.Kind != hearing.NounRoom {
		t.Errorf("undo took back %+v, %v", c, err)
	}
	if got := must[[]hearing.Number](t)(d.Numbers(ctx, 2023)); len(got) != 2 {
		t.Errorf("%d numbers are left", len(got))
	}
	log := must[[]hearing.Change](t)(d.Recent(ctx, 10))
	if !slices.ContainsFunc(log, func(c hearing.Change) bool { return c.Action == "number" && c.Name == "澄检听通〔2023〕2号" }) {
		t.Error("the log does not tell who took a number")
	}
}
