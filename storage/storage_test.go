package storage_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
)

var noon = time.Date(2023, 7, 1, 12, 0, 0, 0, time.FixedZone("CST", 8*60*60))

func options(actor string) storage.Options {
	n := 0
	return storage.Options{Actor: actor, Now: func() time.Time { return noon }, NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("id-%d", n)) }}
}

func open(t testing.TB, file string) *storage.Desk {
	t.Helper()
	d, err := storage.Open(t.Context(), file, options("许晚"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// filled opens a desk with the worked examples.
func filled(t testing.TB) *storage.Desk {
	t.Helper()
	d := open(t, filepath.Join(t.TempDir(), "desk.db"))
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return d
}

func must[T any](t testing.TB) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestExportGivesBackWhatWasImported(t *testing.T) {
	d := filled(t)
	p := must[hearing.Package](t)(d.Export(t.Context()))
	report := must[storage.ImportReport](t)(d.Import(t.Context(), p))
	for _, r := range report.Records {
		if r.New+r.Changed != 0 {
			t.Errorf("importing an export changes %+v", r)
		}
	}
	if len(report.Clashes) != 0 {
		t.Errorf("the examples clash: %+v", report.Clashes)
	}
	other := open(t, filepath.Join(t.TempDir(), "other.db"))
	one := must[hearing.Package](t)(d.Export(t.Context(), "h-e2"))
	must[storage.ImportReport](t)(other.Import(t.Context(), one))
	if len(one.Hearings) != 1 || len(one.Cases) != 1 {
		t.Errorf("one hearing takes %d hearings and %d cases with it", len(one.Hearings), len(one.Cases))
	}
	a, b := must[hearing.Dossier](t)(d.Dossier(t.Context(), "h-e2")), must[hearing.Dossier](t)(other.Dossier(t.Context(), "h-e2"))
	a.Hearing.Version, b.Hearing.Version = 0, 0
	if !reflect.DeepEqual(a.Hearing, b.Hearing) {
		t.Error("a hearing is not the same on another desk")
	}
}

func TestImportIsAllOrNothing(t *testing.T) {
	d := filled(t)
	before := must[hearing.Package](t)(d.Export(t.Context()))
	p := hearing.Package{People: []hearing.Person{{ID: "p-new", Name: "新人"}}, Hearings: []hearing.Hearing{{ID: "h-x", Presider: "p-new", Recorder: "p-nobody"}}}
	_, err := d.Import(t.Context(), p)
	var faults hearing.FieldErrors
	if !errors.As(err, &faults) || faults[0].Path != "hearings[0].recorder" || faults[0].Value != "p-nobody" {
		t.Errorf("got %v", err)
	}
	after := must[hearing.Package](t)(d.Export(t.Context()))
	if !reflect.DeepEqual(before, after) {
		t.Error("a refused import left something")
	}
}

func TestTwoWindowsCannotOverwriteEachOther(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	a, b := open(t, file), open(t, file)
	ctx := t.Context()
	p := hearing.Person{ID: "p", Name: "许晚"}
	p.Version = must[hearing.Version](t)(a.SavePerson(ctx, p))
	seen := must[hearing.Person](t)(b.Person(ctx, "p"))
	p.Phone = "1"
	p.Version = must[hearing.Version](t)(a.SavePerson(ctx, p))
	seen.Phone = "2"
	if _, err := b.SavePerson(ctx, seen); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
	if err := b.DeletePerson(ctx, "p", seen.Version); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
	if same := must[hearing.Version](t)(a.SavePerson(ctx, p)); same != p.Version {
		t.Errorf("saving the same made version %d of %d", same, p.Version)
	}
	if got := must[hearing.Person](t)(b.Person(ctx, "p")); got.Phone != "1" {
		t.Errorf("the phone is %q", got.Phone)
	}
}

func TestUndoGoesBackThroughFieldsAndDeletions(t *testing.T) {
	d := filled(t)
	ctx := t.Context()
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	whole := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	h.Title = "程家听证会"
	h.Version = must[hearing.Version](t)(d.SaveHearing(ctx, h))
	h.Participants = h.Participants[:3]
	h.Opinions, h.Notary = nil, nil
	h.Version = must[hearing.Version](t)(d.SaveHearing(ctx, h))
	if err := d.DeleteHearing(ctx, h.ID, h.Version); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Hearing(ctx, "h-e2"); !errors.Is(err, hearing.ErrNotFound) {
		t.Fatalf("got %v", err)
	}
	for range 3 {
		must[hearing.Change](t)(d.Undo(ctx))
	}
	back := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2"))
	back.Version = whole.Version
	if !reflect.DeepEqual(back, whole) {
		t.Error("undo does not bring the hearing back as it was")
	}
	for range 2 {
		must[hearing.Change](t)(d.Redo(ctx))
	}
	if got := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e2")); len(got.Participants) != 3 || got.Title != "程家听证会" {
		t.Errorf("redo gives %d participants and %q", len(got.Participants), got.Title)
	}
	room := must[hearing.Room](t)(d.Room(ctx, "r-1"))
	room.Seats = 30
	must[hearing.Version](t)(d.SaveRoom(ctx, room))
	if _, err := d.Redo(ctx); !errors.Is(err, hearing.ErrNothing) {
		t.Errorf("a redo after another change: got %v, want ErrNothing", err)
	}
	history, err := d.History(ctx, hearing.NounHearing, "h-e2")
	if err != nil || len(history) < 8 || history[0].Actor != "许晚" || !history[0].At.Equal(noon) {
		t.Errorf("history %d, %v", len(history), err)
	}
}

func TestUndoOfAnImportTakesAllOfItBack(t *testing.T) {
	d := filled(t)
	must[hearing.Change](t)(d.Undo(t.Context()))
	if empty := must[bool](t)(d.Empty(t.Context())); !empty {
		t.Error("something of the import is left")
	}
	if _, err := d.Undo(t.Context()); !errors.Is(err, hearing.ErrNothing) {
		t.Errorf("got %v, want ErrNothing", err)
	}
	must[hearing.Change](t)(d.Redo(t.Context()))
	if p := must[hearing.Package](t)(d.Export(t.Context())); len(p.Hearings) != 3 {
		t.Errorf("redo brings back %d hearings", len(p.Hearings))
	}
}

func TestUndoDoesNotUndoAnother(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	a := open(t, file)
	ctx := t.Context()
	p := hearing.Person{ID: "p", Name: "许晚"}
	p.Version = must[hearing.Version](t)(a.SavePerson(ctx, p))
	db := must[*sql.DB](t)(sql.Open("sqlite", file))
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(ctx, `UPDATE record SET body = '{"id":"p","name":"别人改的"}', version = 9`); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Undo(ctx); !errors.Is(err, hearing.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
}

func TestARecordThatIsNamedStays(t *testing.T) {
	d := filled(t)
	p := must[hearing.Person](t)(d.Person(t.Context(), "p-xu"))
	err := d.DeletePerson(t.Context(), p.ID, p.Version)
	var inUse *storage.InUseError
	if !errors.As(err, &inUse) || !errors.Is(err, hearing.ErrInUse) || len(inUse.By) == 0 {
		t.Errorf("got %v, want the records that name her", err)
	}
}

func TestClashes(t *testing.T) {
	at := func(h, m int) time.Time { return time.Date(2024, 5, 6, h, m, 0, 0, noon.Location()) }
	base := hearing.Hearing{ID: "h-base", Cases: []hearing.ID{"c-e1"}, Slot: hearing.Slot{Room: "r-1", Start: at(9, 0), End: at(11, 30)}, Presider: "p-lin", Recorder: "p-xu",
		Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "p-zhou"}, {ID: "2", Role: hearing.NotaryRole, Person: "p-han"},
			{ID: "3", Role: hearing.AgencyRep, Person: "p-zheng"}, {ID: "4", Role: hearing.Officer, Person: "p-zhao", Alternate: true}}}
	for _, c := range []struct {
		name  string
		other hearing.Hearing
		want  []string
	}{
		{"the room, half an hour before its end", hearing.Hearing{Slot: hearing.Slot{Room: "r-1", Start: at(11, 0), End: at(12, 0)}}, []string{"room 听证室一"}},
		{"one after the other", hearing.Hearing{Slot: hearing.Slot{Room: "r-1", Start: at(11, 30), End: at(12, 0)}, Presider: "p-lin"}, nil},
		{"presider, recorder, officer and notary", hearing.Hearing{Slot: hearing.Slot{Room: "r-chunhui", Start: at(8, 0), End: at(9, 1)}, Presider: "p-lin", Recorder: "p-xu",
			Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "p-zhou"}, {ID: "2", Role: hearing.NotaryRole, Person: "p-han"}}},
			[]string{"presider 林知远", "recorder 许晚", "officer 周慧敏", "notary 韩静"}},
		{"the presider as prosecutor elsewhere", hearing.Hearing{Slot: hearing.Slot{Start: at(10, 0), End: at(10, 30)}, Prosecutors: []hearing.ID{"p-lin"}}, []string{"prosecutor 林知远"}},
		{"an agency's man may be late", hearing.Hearing{Slot: hearing.Slot{Start: at(10, 0), End: at(10, 30)}, Participants: []hearing.Participant{{ID: "1", Role: hearing.AgencyRep, Person: "p-zheng"}}}, nil},
		{"an alternate is not taken", hearing.Hearing{Slot: hearing.Slot{Start: at(10, 0), End: at(10, 30)}, Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "p-zhao"}}}, nil},
		{"cancelled", hearing.Hearing{State: hearing.Cancelled, Slot: hearing.Slot{Room: "r-1", Start: at(10, 0), End: at(11, 0)}}, nil},
		{"over midnight", hearing.Hearing{Slot: hearing.Slot{Room: "r-1", Start: at(0, 0).Add(-2 * time.Hour), End: at(9, 30)}}, []string{"room 听证室一"}},
		{"no time yet", hearing.Hearing{Slot: hearing.Slot{Room: "r-1"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := filled(t)
			must[hearing.Version](t)(d.SaveHearing(t.Context(), base))
			c.other.ID = "h-other"
			_, err := d.SaveHearing(t.Context(), c.other)
			var clash *hearing.ClashError
			var got []string
			if errors.As(err, &clash) {
				for _, x := range clash.Clashes {
					got = append(got, x.What+" "+x.Name)
					if x.Session != "h-base" || x.Room != "听证室一" || !x.Start.Equal(at(9, 0)) || x.Title == "" {
						t.Errorf("the other session is %+v", x)
					}
				}
			} else if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if _, err := d.Hearing(t.Context(), "h-other"); (err == nil) != (c.want == nil) {
				t.Errorf("stored although it clashes, or not although it does not: %v", err)
			}
		})
	}
}

func TestAnOldClashDoesNotStopOtherWork(t *testing.T) {
	d := filled(t)
	ctx := t.Context()
	p := must[hearing.Package](t)(d.Export(ctx, "h-e1"))
	p.Hearings[0].ID = "h-twin"
	report := must[storage.ImportReport](t)(d.Import(ctx, p))
	if len(report.Clashes) == 0 {
		t.Error("the import does not say that it clashes")
	}
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-twin"))
	h.Note = "记录"
	if _, err := d.SaveHearing(ctx, h); err != nil {
		t.Errorf("a note cannot be saved: %v", err)
	}
	if found := must[hearing.Dossier](t)(d.Dossier(ctx, "h-twin")).Clashes; len(found) == 0 {
		t.Error("the dossier does not know the clash")
	}
}

func TestFind(t *testing.T) {
	d := filled(t)
	for part, want := range map[string]string{"韩静": "韩静", "hj": "韩静", "hanjing": "韩静", "HJ": "韩静", "0106": "许晚", "䶮": "王䶮", "": "程桂兰", "没有": ""} {
		people := must[[]hearing.Person](t)(d.People(t.Context(), part, 50))
		got := ""
		if len(people) > 0 {
			got = people[0].Name
		}
		if got != want {
			t.Errorf("%q finds %q, want %q", part, got, want)
		}
	}
	if cases := must[[]hearing.Case](t)(d.Cases(t.Context(), "[2023]3号", 5)); len(cases) != 1 || cases[0].ID != "c-e2" {
		t.Errorf("a number in other brackets finds %d cases", len(cases))
	}
	if of := must[[]hearing.Entry](t)(d.EntriesOf(t.Context(), hearing.NounPerson, "p-han")); len(of) != 1 || of[0].Session != "h-e2" {
		t.Errorf("the notary's sessions are %+v", of)
	}
}

func TestEntries(t *testing.T) {
	d := filled(t)
	july := must[[]hearing.Entry](t)(d.Entries(t.Context(), time.Date(2023, 7, 1, 0, 0, 0, 0, noon.Location()), time.Date(2023, 8, 1, 0, 0, 0, 0, noon.Location())))
	if len(july) != 2 || july[0].Session != "h-e1" || !july[1].Announcement || july[0].RoomName != "听证室一" || july[0].Presider != "林知远" || !july[0].Streamed {
		t.Errorf("July is %+v", july)
	}
	if got := july[0].Start.Format("2006-01-02T15:04:05-07:00"); got != "2023-07-18T09:00:00+08:00" {
		t.Errorf("the time comes back as %s", got)
	}
	must[hearing.Version](t)(d.SaveHearing(t.Context(), hearing.Hearing{ID: "h-draft"}))
	if open := must[[]hearing.Entry](t)(d.Unscheduled(t.Context())); len(open) != 1 || open[0].Title != "听证会" {
		t.Errorf("without time: %+v", open)
	}
}

func TestRotationAndEarlierStage(t *testing.T) {
	d := filled(t)
	ctx := t.Context()
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e3"))
	h.Cases = []hearing.ID{"c-e1"}
	must[hearing.Version](t)(d.SaveHearing(ctx, h))
	dossier := must[hearing.Dossier](t)(d.Dossier(ctx, "h-e3"))
	if dossier.Earlier["p-zhou"] != 2 || !dossier.EarlierStage["p-zhou"] || dossier.EarlierStage["p-he"] {
		t.Errorf("earlier %v, stage %v", dossier.Earlier, dossier.EarlierStage)
	}
}

func TestDraftsAndPrintsAreKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	ctx := t.Context()
	d := open(t, file)
	for _, text := range []string{"2023-", "2023-13"} {
		if err := d.SaveDraft(ctx, "h-1", "date", text); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.RecordPrint(ctx, hearing.Print{Session: "h-1", Document: "07a", For: "程建军", Key: "p3", Hash: "ab", Pages: 1, Copies: 2, To: "PDF"}); err != nil {
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

// TestBodiesAreThePackagesOwn holds that what is stored is what a package has.
func TestBodiesAreThePackagesOwn(t *testing.T) {
	d := filled(t)
	p := must[hearing.Package](t)(d.Export(t.Context()))
	want, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	want.Sort()
	a, errA := json.Marshal(p)
	b, errB := json.Marshal(want)
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	a, b = bytes.TrimPrefix(a, []byte(`{"format":"","version":0`)), bytes.TrimPrefix(b, []byte(`{"format":"hearingdesk-package","version":1`))
	if !bytes.Equal(a, b) {
		t.Error("an export differs from what was imported")
	}
}

func TestBadFiles(t *testing.T) {
	write := func(t *testing.T, text string) string {
		file := filepath.Join(t.TempDir(), "x.db")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	exec := func(t *testing.T, file, q string) {
		db := must[*sql.DB](t)(sql.Open("sqlite", file))
		if _, err := db.ExecContext(context.Background(), q); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		file func(*testing.T) string
		want error
	}{
		{"a text", func(t *testing.T) string { return write(t, "这不是数据库") }, hearing.ErrForeign},
		{"another program's database", func(t *testing.T) string { f := filepath.Join(t.TempDir(), "x.db"); exec(t, f, "CREATE TABLE a (b)"); return f }, hearing.ErrForeign},
		{"a newer desk's", func(t *testing.T) string {
			f := filepath.Join(t.TempDir(), "x.db")
			open(t, f)
			exec(t, f, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)")
			return f
		}, hearing.ErrNewer},
		{"a damaged one", func(t *testing.T) string { return write(t, "SQLite format 3\x00"+string(make([]byte, 5000))) }, hearing.ErrDamaged},
		{"a folder that is not there", func(t *testing.T) string { return filepath.Join(t.TempDir(), "none", "x.db") }, os.ErrNotExist},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := c.file(t)
			before, _ := os.ReadFile(file)
			_, err := storage.Open(t.Context(), file, options("x"))
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			after, err := os.ReadFile(file)
			if !bytes.Equal(before, after) || before == nil && err == nil {
				t.Error("the file was changed")
			}
		})
	}
	t.Run("a name with signs", func(t *testing.T) { open(t, filepath.Join(t.TempDir(), "台 #1?%.db")) })
}
