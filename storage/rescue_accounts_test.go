package storage_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestARescueKeepsTheDoorShut: whatever of its accounts a damaged file has lost, the rescued
// one asks for a login, lets in who still can or by the code that it tells, and hides what is
// its team's alone. A file whose accounts are gone does not open.
func TestARescueKeepsTheDoorShut(t *testing.T) {
	for _, c := range []struct {
		name, damage string
		opens, coded bool // the damaged file opens; a code is told
	}{
		{"all is there", "", true, false},
		{"no row is left", "DELETE FROM account", false, true},
		{"the table is gone", "DROP TABLE account", false, true},
		{"the one who manages is gone", "DELETE FROM account WHERE id = 'boss'", true, true},
		{"its hash cannot be read", "UPDATE account SET password = '' WHERE id = 'boss'", true, true},
		{"the teams are gone", "DELETE FROM confined; DELETE FROM team", true, false},
		{"nothing of them is left", "DELETE FROM account; DROP TRIGGER change_stays; DELETE FROM change WHERE kind = 'account'", false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, d := t.Context(), filled(t)
			plant(t, d)
			guarded(t, d)
			must[string](t)(d.AddAccount(ctx, hearing.Account{ID: "a-lu", Name: "陆生", Role: hearing.DeskClerk}, secret))
			bad, to := filepath.Join(t.TempDir(), "bad.db"), filepath.Join(t.TempDir(), "new.db")
			if err := d.Backup(ctx, bad); err != nil {
				t.Fatal(err)
			}
			db := must[*sql.DB](t)(storage.Raw(bad))
			if _, err := db.Exec(c.damage); err != nil {
				t.Fatal(err)
			}
			_ = db.Close()
			if is, err := storage.Open(ctx, bad, options("x")); (err == nil) != c.opens || err != nil && !errors.Is(err, hearing.ErrDamaged) {
				t.Errorf("the damaged file opens: %v", err)
			} else if err == nil {
				_ = is.Close()
			}
			out := must[storage.Rescued](t)(storage.Rescue(ctx, bad, to, options("救援的人")))
			if (out.Keeper.Code != "") != c.coded {
				t.Errorf("the code is %q", out.Keeper)
			}
			is := open(t, to)
			if _, err := is.People(ctx, "", 1); !errors.Is(err, hearing.ErrLogin) {
				t.Errorf("the rescued file is open to everybody: %v", err)
			}
			boss := is
			if c.coded {
				must[string](t)(is.Recover(ctx, out.Keeper.Name, out.Keeper.Code, "另一个够长的新口令"))
			} else if err := is.Login(ctx, "沈秋白", secret); err != nil {
				t.Fatal(err)
			}
			must[hearing.Hearing](t)(boss.Hearing(ctx, "h-closed"))
			must[string](t)(boss.AddAccount(ctx, hearing.Account{ID: "a-new", Name: "新来的", Role: hearing.DeskClerk}, secret))
			if _, err := as(t, is, "新来的").Hearing(ctx, "h-closed"); !errors.Is(err, hearing.ErrNotFound) {
				t.Errorf("a stranger opens what is its team's alone: %v", err)
			}
			if found := must[[]storage.Damage](t)(storage.Verify(ctx, to)); len(found) > 0 {
				t.Errorf("verify: %+v", found)
			}
		})
	}
}

// TestABrokenFirstPage: a file that does not say any more what is in it is not taken for an
// empty one, and no new file is written.
func TestABrokenFirstPage(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	guarded(t, d)
	for _, at := range []int{0, 60, 100, 105, 500, 2000, 3900} {
		bad, to := filepath.Join(t.TempDir(), "bad.db"), filepath.Join(t.TempDir(), "new.db")
		if err := d.Backup(ctx, bad); err != nil {
			t.Fatal(err)
		}
		raw := must[[]byte](t)(os.ReadFile(bad))
		copy(raw[at:], bytes.Repeat([]byte{0xA5}, 90))
		if err := os.WriteFile(bad, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := storage.Rescue(ctx, bad, to, options("x"))
		_, left := os.Stat(to)
		switch {
		case err != nil && (left == nil || !errors.Is(err, hearing.ErrDamaged) && !errors.Is(err, hearing.ErrForeign)):
			t.Errorf("at %d: %v, and a file is there: %v", at, err, left == nil)
		case err == nil && out.Records == 0 && len(out.Lost) == 0:
			t.Errorf("at %d: nothing is rescued, and nothing is said", at)
		case err == nil:
			if _, err := open(t, to).People(ctx, "", 1); !errors.Is(err, hearing.ErrLogin) {
				t.Errorf("at %d: the rescued file is open to everybody: %v", at, err)
			}
		}
	}
}
