package storage_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// scan is a receipt of the second worked example, as it came back.
func scan(names ...string) hearing.Scan {
	s := hearing.Scan{Of: hearing.NounHearing, Session: "h-e2", Document: "27", For: "h-e2-p2", Title: "送达回证 程晓梅"}
	for _, n := range names {
		s.Files = append(s.Files, hearing.ScanFile{Name: n, Media: "application/pdf", Pages: 2, Size: 10})
	}
	return s
}

// added puts one scan in.
func added(ctx context.Context, d *storage.Desk, s hearing.Scan, small []byte, files ...[]byte) (hearing.Scan, error) {
	out, err := d.AddScans(ctx, hearing.Incoming{Scan: s, Bytes: files, Small: small})
	if err != nil {
		return hearing.Scan{}, err
	}
	return out[0], nil
}

func TestScansOfAPaper(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	first := must[hearing.Scan](t)(added(ctx, d, scan("一.pdf"), []byte("small"), light))
	second := must[hearing.Scan](t)(added(ctx, d, scan("二.pdf", "三.pdf"), nil, heavy, []byte("page")))
	if first.By != "许晚" || !first.On.Equal(noon) || first.Version != 1 || first.Thumb == "" {
		t.Errorf("added %+v", first)
	}
	all := must[[]hearing.Scan](t)(d.Scans(ctx, "h-e2"))
	if len(all) != 2 || all[0].ID != first.ID || all[1].Pages() != 4 {
		t.Errorf("there are %+v", all)
	}
	if of := must[hearing.Dossier](t)(d.Dossier(ctx, "h-e2")); len(of.Scans) != 2 {
		t.Errorf("the dossier has %v", of.Scans)
	}
	if got, err := d.ScanFile(ctx, second.ID, 0, hearing.ViewScan); err != nil || !bytes.Equal(got, heavy) {
		t.Errorf("its file: %v", err)
	}
	if _, err := d.ScanFile(ctx, second.ID, 2, hearing.ViewScan); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("a file that it has not: %v", err)
	}
	var same *hearing.SameScanError
	if _, err := added(ctx, d, scan("又一.pdf"), nil, light); !errors.As(err, &same) || same.Had.ID != first.ID {
		t.Errorf("the same once more: %v", err)
	}
	if _, err := d.AddScans(ctx, hearing.Incoming{Scan: scan("三.pdf"), Bytes: [][]byte{[]byte("new")}}, hearing.Incoming{Scan: scan("三.pdf"), Bytes: [][]byte{[]byte("new")}}); !errors.As(err, &same) {
		t.Errorf("the same twice at once: %v", err)
	}
	if all := must[[]hearing.Scan](t)(d.Scans(ctx, "h-e2")); len(all) != 2 {
		t.Errorf("half of it was kept: %v", all)
	}
	other := scan("一.pdf")
	other.For = "h-e2-p3"
	must[hearing.Scan](t)(added(ctx, d, other, nil, light)) // at another paper it may be
}

func TestAScanGoesAndComesBack(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	s := must[hearing.Scan](t)(added(ctx, d, scan("一.pdf"), nil, heavy))
	if err := d.DeleteScan(ctx, s.ID, s.Version); err != nil {
		t.Fatal(err)
	}
	if n := must[int](t)(d.Sweep(ctx)); n != 0 {
		t.Errorf("%d contents were swept away", n)
	}
	if c := must[hearing.Change](t)(d.Undo(ctx)); c.Kind != hearing.NounScan {
		t.Errorf("undo took back %v", c)
	}
	if got, err := d.ScanFile(ctx, s.ID, 0, hearing.ViewScan); err != nil || !bytes.Equal(got, heavy) {
		t.Errorf("it did not come back: %v", err)
	}
	must[hearing.Change](t)(d.Undo(ctx)) // the adding too
	if left := must[[]hearing.Scan](t)(d.Scans(ctx, "h-e2")); len(left) != 0 {
		t.Errorf("there are %v", left)
	}
	must[hearing.Change](t)(d.Redo(ctx))
	if got, err := d.ScanFile(ctx, s.ID, 0, hearing.ViewScan); err != nil || !bytes.Equal(got, heavy) {
		t.Errorf("it did not come back: %v", err)
	}
	if err := d.DeleteScan(ctx, s.ID, 99); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("an old version: %v", err)
	}
}

func TestWaivedPapers(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	one, two := scan(), scan()
	one.Waived, two.Document = "本人当场签收，见签到表", "13"
	var faults hearing.FieldErrors
	if err := d.Waive(ctx, one, two); !errors.As(err, &faults) {
		t.Errorf("without a reason: %v", err)
	}
	if all := must[[]hearing.Scan](t)(d.Scans(ctx, "h-e2")); len(all) != 0 {
		t.Errorf("half of it was kept: %v", all)
	}
	two.Waived = "同上"
	if err := d.Waive(ctx, one, two); err != nil {
		t.Fatal(err)
	}
	if all := must[[]hearing.Scan](t)(d.Scans(ctx, "h-e2")); len(all) != 2 {
		t.Errorf("there are %v", all)
	}
	must[hearing.Change](t)(d.Undo(ctx))
	if all := must[[]hearing.Scan](t)(d.Scans(ctx, "h-e2")); len(all) != 0 {
		t.Errorf("after undo: %v", all)
	}
}

// TestWhoLookedIsNoted has a scan of a hearing that is not public.
func TestWhoLookedIsNoted(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	s := must[hearing.Scan](t)(added(ctx, d, scan("一.pdf"), nil, light))
	must[[]byte](t)(d.ScanFile(ctx, s.ID, 0, hearing.ViewScan))
	if n := len(must[[]hearing.Change](t)(d.History(ctx, hearing.NounScan, s.ID))); n != 1 {
		t.Errorf("of a public hearing %d rows were written", n)
	}
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	h.Openness = hearing.NotOpen
	must[hearing.Version](t)(d.SaveHearing(ctx, h))
	must[[]byte](t)(d.ScanFile(ctx, s.ID, 0, hearing.ViewScan))
	must[[]byte](t)(d.ScanFile(ctx, s.ID, 0, hearing.TakeScan))
	rows := must[[]hearing.Change](t)(d.History(ctx, hearing.NounScan, s.ID))
	if len(rows) != 3 || rows[0].Action != hearing.TakeScan || rows[1].Action != hearing.ViewScan || rows[0].Actor != "许晚" {
		t.Errorf("noted are %v", rows)
	}
	if c := must[hearing.Change](t)(d.Undo(ctx)); c.Kind != hearing.NounHearing {
		t.Errorf("undo took back %v: a look is nothing to take back", c)
	}
}

func TestScansStayWithTheirFiles(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	s := must[hearing.Scan](t)(added(ctx, d, scan("一.pdf"), nil, light))
	if p := must[hearing.Package](t)(d.Export(ctx)); len(p.Records()) == 0 {
		t.Error("nothing is exported")
	}
	if found := must[[]hearing.Hit](t)(d.Search(ctx, s.Title, 10)); len(found) != 0 {
		t.Errorf("found %v", found)
	}
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	if err := d.DeleteHearing(ctx, h.ID, h.Version); !errors.Is(err, hearing.ErrInUse) {
		t.Errorf("a hearing with signed papers is deleted: %v", err)
	}
	if _, err := added(ctx, d, hearing.Scan{Of: hearing.NounHearing, Session: "nobody", Document: "27", Title: "x", Files: scan("a").Files}, nil, light); err == nil {
		t.Error("a scan of no session is taken")
	}
}
