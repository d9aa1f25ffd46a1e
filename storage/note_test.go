package storage_test

import (
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
)

func TestDraftsAndPrintsAreKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	ctx := t.Context()
	d := open(t, file)
	for _, text := range []string{"2023-", "2023-13"} {
		if err := d.SaveDraft(ctx, "h-1", "date", text); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.RecordPrint(ctx, hearing.Print{Session: "h-1", Document: "07a", For: "程建军", Key: "p3", Hash: "ab", Pages: 1, Copies: 2, To: "PDF"}, nil); err != nil {
		t.Fatal(err)
	}
	again := open(t, file)
	if got := must[map[string]string](t)(again.Drafts(ctx, "h-1")); got["date"] != "2023-13" {
		t.Errorf("drafts %v", got)
	}
	if err := again.SaveDraft(ctx, "h-1", "date", ""); err != nil {
		t.Fatal(err)
	}
	if got := must[map[string]string](t)(d.Drafts(ctx, "h-1")); len(got) != 0 {
		t.Errorf("a dropped draft is %v", got)
	}
	prints := must[[]hearing.Print](t)(again.Prints(ctx, "h-1"))
	if len(prints) != 1 || prints[0].For != "程建军" || prints[0].Actor != "许晚" || !prints[0].At.Equal(noon) {
		t.Errorf("prints %+v", prints)
	}
}

func TestDraftsOfAnOwnerGoTogether(t *testing.T) {
	ctx := t.Context()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	for _, owner := range []string{"h-1", "h-2"} {
		for _, field := range []string{"date", "start"} {
			if err := d.SaveDraft(ctx, owner, field, "9:"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := must[[]string](t)(d.DraftOwners(ctx)); len(got) != 2 || got[0] != "h-1" {
		t.Errorf("drafts are of %v", got)
	}
	if err := d.DropDrafts(ctx, "h-1"); err != nil {
		t.Fatal(err)
	}
	a, b := must[map[string]string](t)(d.Drafts(ctx, "h-1")), must[map[string]string](t)(d.Drafts(ctx, "h-2"))
	if len(a) != 0 || len(b) != 2 {
		t.Errorf("drafts %v and %v", a, b)
	}
}

func TestLastPrintsAndChanges(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	for _, p := range []hearing.Print{{Session: "h-e1", Document: "06"}, {Session: "h-e2", Document: "07a", For: "程建军"}, {Session: "a-e1", Document: "27"}} {
		if err := d.RecordPrint(ctx, p, nil); err != nil {
			t.Fatal(err)
		}
	}
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	title := must[hearing.Entry](t)(d.Entry(ctx, "h-e2")).Title
	if err := d.DeleteHearing(ctx, h.ID, h.Version); err != nil {
		t.Fatal(err)
	}
	prints := must[[]hearing.Print](t)(d.LastPrints(ctx, 2))
	if len(prints) != 2 || prints[0].Document != "27" || prints[0].Title == "" || prints[1].For != "程建军" || prints[1].Title != title {
		t.Errorf("the last prints are %+v", prints)
	}
	changes := must[[]hearing.Change](t)(d.Recent(ctx, 2))
	if len(changes) != 2 || changes[0].Action != "delete" || changes[0].Name != title || changes[0].After != nil || len(changes[0].Before) == 0 {
		t.Errorf("the last changes are %+v", changes)
	}
}
