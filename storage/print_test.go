package storage_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

func TestWhatWasPrintedIsKeptOnce(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	paper := []byte("the paper")
	for _, p := range []hearing.Print{{Session: "h-e2", Document: "06", Day: calendar.NewDate(2023, time.July, 1)}, {Session: "h-e2", Document: "06", Again: 1}} {
		if err := d.RecordPrint(ctx, p, paper); err != nil {
			t.Fatal(err)
		}
	}
	prints := must[[]hearing.Print](t)(d.Prints(ctx, "h-e2"))
	if len(prints) != 2 || prints[0].Content != hearing.HashOf(paper) || prints[1].Content != prints[0].Content || prints[0].Day.String() != "2023-07-01" || prints[1].Again != prints[0].N {
		t.Fatalf("prints %+v", prints)
	}
	if got := must[hearing.Print](t)(d.Print(ctx, prints[1].N)); got != prints[1] {
		t.Errorf("by its number it is %+v", got)
	}
	if _, err := d.Print(ctx, 99); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("a print that there is not: %v", err)
	}
	if n := must[int](t)(d.Sweep(ctx)); n != 0 {
		t.Errorf("%d papers that were printed are swept away", n)
	}
	if got := must[[]byte](t)(d.Content(ctx, prints[0].Content)); string(got) != string(paper) {
		t.Errorf("kept as %q", got)
	}
	whole(t, d.Path())
}

// order is two sheets for a printer.
func order() hearing.Batch {
	return hearing.Batch{Queue: "PDF", Sides: "one-sided", Day: calendar.NewDate(2023, time.July, 3), Sheets: []hearing.BatchSheet{
		{Session: "h-e2", Document: "06", Title: "听证会公告", Copies: 3},
		{Session: "h-e2", Document: "07a", Key: "p3", For: "程建军", Title: "听证会通知书", Copies: 2}}}
}

func TestABatchOutlastsTheProgram(t *testing.T) {
	ctx := t.Context()
	file := filepath.Join(t.TempDir(), "desk.db")
	d := open(t, file)
	b := must[hearing.Batch](t)(d.BeginBatch(ctx, order()))
	one := b.Sheets[0]
	one.State, one.Hash, one.Pages, one.Edition = hearing.SheetSending, "ab", 1, 2
	if err := d.MarkSheet(ctx, b, one, hearing.SheetWaiting, []byte("page")); err != nil {
		t.Fatal(err)
	}
	one.State, one.Job = hearing.SheetSent, "PDF-7"
	if err := d.MarkSheet(ctx, b, one, hearing.SheetSending, nil); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, file)
	open := must[[]hearing.Batch](t)(again.OpenBatches(ctx))
	if len(open) != 1 || open[0].Left() != 2 || open[0].Queue != "PDF" || open[0].Day != b.Day || !open[0].At.Equal(noon) || open[0].Actor != "许晚" {
		t.Fatalf("after the start %+v", open)
	}
	s := open[0].Sheets[0]
	if s.State != hearing.SheetSent || s.Job != "PDF-7" || s.Content != hearing.HashOf([]byte("page")) || open[0].Sheets[1].State != hearing.SheetWaiting {
		t.Fatalf("the sheets are %+v", open[0].Sheets)
	}
	if n := must[int](t)(again.Sweep(ctx)); n != 0 {
		t.Errorf("%d papers at the printer are swept away", n)
	}
	done := s
	done.State, done.Content = hearing.SheetDone, ""
	if err := again.MarkSheet(ctx, open[0], done, hearing.SheetSent, nil); err != nil {
		t.Fatal(err)
	}
	if err := again.MarkSheet(ctx, open[0], done, hearing.SheetSent, nil); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("what another program has gone on with: %v", err)
	}
	prints := must[[]hearing.Print](t)(again.Prints(ctx, "h-e2"))
	if len(prints) != 1 || prints[0].Content != s.Content || prints[0].To != "PDF" || prints[0].Copies != 3 || prints[0].Edition != 2 || prints[0].Day != b.Day {
		t.Errorf("recorded as %+v", prints)
	}
	if err := again.DropBatch(ctx, b.ID); err != nil {
		t.Fatal(err)
	}
	if left := must[[]hearing.Batch](t)(again.OpenBatches(ctx)); len(left) != 0 {
		t.Errorf("after it was given up %+v", left)
	}
	if b := must[hearing.Batch](t)(again.Batch(ctx, b.ID)); b.Sheets[0].State != hearing.SheetDone || b.Sheets[1].State != hearing.SheetDropped {
		t.Errorf("its sheets are %+v", b.Sheets)
	}
	whole(t, file)
}

func TestWhatIsInANewBatchWaitsInNoOther(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	first := must[hearing.Batch](t)(d.BeginBatch(ctx, order()))
	part := order()
	part.Sheets = part.Sheets[:1]
	second := must[hearing.Batch](t)(d.BeginBatch(ctx, part))
	open := must[[]hearing.Batch](t)(d.OpenBatches(ctx))
	if len(open) != 2 || open[0].Left() != 1 || open[1].ID != second.ID || open[1].Left() != 1 {
		t.Fatalf("open are %+v", open)
	}
	_ = must[hearing.Batch](t)(d.BeginBatch(ctx, order()))
	open = must[[]hearing.Batch](t)(d.OpenBatches(ctx))
	if len(open) != 1 || open[0].ID == first.ID || open[0].Left() != 2 {
		t.Errorf("open are %+v", open)
	}
}
