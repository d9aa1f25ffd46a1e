package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestAnUpgradeTellsHowFarItIsAndCanBeStopped opens a file of the first version, stops
// at each of what it tells in turn, and holds that a file that was stopped before it
// was written to is still of its version, without a copy left beside it, and that each
// is brought up to date the next time.
func TestAnUpgradeTellsHowFarItIsAndCanBeStopped(t *testing.T) {
	for stop := 1; ; stop++ {
		file := firstVersion(t)
		was := must[[]byte](t)(os.ReadFile(file))
		if older, size := storage.Behind(t.Context(), file); !older || size != int64(len(was)) {
			t.Fatalf("older %v, %d bytes", older, size)
		}
		ctx, cancel := context.WithCancel(t.Context())
		told, last := 0, 0.0
		d, err := begin(ctx, file, storage.Options{Actor: "许晚", Now: time.Now, NewID: func() hearing.ID { return "x" }, Upgrading: func(far float64) {
			if far < last || far > 1 {
				t.Errorf("it was at %.2f and is at %.2f", last, far)
			}
			if told, last = told+1, far; told == stop {
				cancel()
			}
		}})
		cancel()
		if err == nil {
			if last != 1 || told < 10 {
				t.Errorf("it ends at %.2f after %d times", last, told)
			}
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("stopped at %.2f: %v", last, err)
		}
		if last < 0.75 {
			if older, _ := storage.Behind(t.Context(), file); !older {
				t.Errorf("stopped at %.2f the file is brought up to date", last)
			}
			if left := must[[]string](t)(filepath.Glob(file + ".before*")); len(left) > 0 {
				t.Errorf("stopped at %.2f there are left %v", last, left)
			}
		}
		again := open(t, file)
		for _, f := range append(must[[]string](t)(filepath.Glob(file+".before-*")), file) { // also the copy of a file that was stopped halfway
			if damage := must[[]storage.Damage](t)(storage.Verify(t.Context(), f)); len(damage) > 0 {
				t.Errorf("stopped at %.2f, then opened: %s has %v", last, filepath.Base(f), damage)
			}
		}
		if n := len(must[hearing.Package](t)(again.Export(t.Context())).Hearings); n != 3 {
			t.Errorf("stopped at %.2f, then opened: %d hearings", last, n)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
		if older, _ := storage.Behind(t.Context(), file); older {
			t.Error("what was brought up to date is still older")
		}
	}
}

// TestAnUpgradeThatIsNotNoted: the step that lays out the records anew is not noted in the
// transaction that makes it. Cut off between both, it is made once more.
func TestAnUpgradeThatIsNotNoted(t *testing.T) {
	ctx := t.Context()
	file := olderFile(t, "testdata/v20.db.gz")
	d := open(t, file)
	want := must[hearing.Package](t)(d.Export(ctx))
	if err := d.Refer(ctx, "person", "nobody", "hearing", "h1"); err == nil {
		t.Error("after the upgrade a hearing can name somebody who is not there")
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	db := must[*sql.DB](t)(sql.Open("sqlite", file))
	must[sql.Result](t)(db.Exec("DELETE FROM goose_db_version WHERE version_id >= 24; DROP TABLE owed"))
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, file)
	if got := must[hearing.Package](t)(again.Export(ctx)); !reflect.DeepEqual(got, want) {
		t.Error("it lost something")
	}
	if found := must[[]storage.Damage](t)(storage.Verify(ctx, file)); len(found) > 0 {
		t.Errorf("it has %+v", found)
	}
}

// TestWhatAnUpgradeWasCutOffInGoes: a program that was killed leaves half a copy, and one that
// the migrations were tried on. Both go once the file is up to date; the whole copy stays.
func TestWhatAnUpgradeWasCutOffInGoes(t *testing.T) {
	file := firstVersion(t)
	for _, name := range []string{".before-9.part", ".before-9-2", ".before-9-2.trial", ".before-9-2.trial-wal", ".before-restore"} {
		if err := os.WriteFile(file+name, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := open(t, file)
	must[int](t)(d.Sweep(t.Context()))
	left := must[[]string](t)(filepath.Glob(file + ".before-*")) // with the one that was made now
	if len(left) != 3 || !slices.Contains(left, file+".before-9-2") || !slices.Contains(left, file+".before-restore") ||
		slices.ContainsFunc(left, func(f string) bool { return strings.Contains(f, ".trial") || strings.Contains(f, ".part") }) {
		t.Errorf("there are left %v", left)
	}
}
