package storage_test

import (
	"database/sql"
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// damages are one of each kind.
var damages = []string{
	"DROP TRIGGER change_stands", "DROP TRIGGER transcript_stands", // damage asks nobody
	"UPDATE record SET body = substr(body, 1, 30) WHERE id = 'h-e1'",                                                   // its last change has it
	"UPDATE record SET body = '{' WHERE id = 'p-lin'; UPDATE change SET packed = x'0100' WHERE record = 'p-lin'",       // nobody has it
	"UPDATE record SET body = replace(body, '许晚', '许映') WHERE id = 'p-xu'",                                             // it reads well, and was never saved so
	"DELETE FROM utterance WHERE id = 'l1'", "UPDATE transcript_entry SET packed = substr(packed, 1, 9) WHERE seq = 2", // one place each
	"DELETE FROM session WHERE id = 'h-e2'", "PRAGMA foreign_keys = off; DELETE FROM record WHERE id = 'o-sifa'", // made anew
}

// TestRescue has one of each kind of damage: what can be had from another place
// is, and what cannot is named.
func TestRescue(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	if err := d.AddToTranscript(ctx, "h-e1", said(1, "l1", "", "开始"), said(2, "l2", "l1", "继续")); err != nil {
		t.Fatal(err)
	}
	hash := kept(t, d, heavy)
	file := filepath.Join(t.TempDir(), "bad.db")
	if err := d.Backup(ctx, file); err != nil {
		t.Fatal(err)
	}
	db := must[*sql.DB](t)(storage.Raw(file))
	for _, q := range damages {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "new.db")
	out := must[storage.Rescued](t)(storage.Rescue(ctx, file, to, options("许晚")))
	lost := map[hearing.ID]string{}
	for _, l := range out.Lost {
		lost[l.Record.ID] = l.Name
	}
	if len(lost) != 3 || lost["p-lin"] == "" || lost["p-xu"] == "" {
		t.Errorf("lost %+v", out.Lost)
	}
	if len(out.FromLog) != 2 {
		t.Errorf("from the record of changes %v", out.FromLog)
	}
	if found := must[[]storage.Damage](t)(storage.Verify(ctx, to)); len(found) > 0 {
		t.Errorf("the new file has %+v", found)
	}
	is := open(t, to)
	if h := must[hearing.Hearing](t)(is.Hearing(ctx, "h-e1")); len(h.Cases) != 1 {
		t.Errorf("the hearing is %+v", h)
	}
	if _, err := is.Person(ctx, "p-lin"); err != nil { // it stands for what is lost
		t.Error(err)
	}
	if text := must[hearing.Transcript](t)(is.Transcript(ctx, "h-e1")); len(text.Entries) != 2 || text.Entries[1].To.Text != "继续" {
		t.Errorf("the transcript is %+v", text)
	}
	must[[]byte](t)(is.Content(ctx, hash))
	was, now := must[[]hearing.Change](t)(d.Recent(ctx, 1000)), must[[]hearing.Change](t)(is.Recent(ctx, 1000))
	if now[0].Action != "rescue" || len(now) != len(was)+3 {
		t.Errorf("%d changes of %d, the last %+v", len(now), len(was), now[0])
	}
	if _, err := storage.Rescue(ctx, file, to, options("许晚")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file: %v", err)
	}
}
