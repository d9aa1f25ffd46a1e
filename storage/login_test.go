package storage_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestNobodyIsRefusedAsSomebodyIs: over many tries, a restart and the waits, a name that
// there is not, one that was retired and one that there is are answered alike, each after
// one hash, and each refusal is noted. What was typed as a name stands nowhere.
func TestNobodyIsRefusedAsSomebodyIs(t *testing.T) {
	ctx, file, now := t.Context(), filepath.Join(t.TempDir(), "desk.db"), noon
	begin := func() *storage.Desk {
		o := options("机器")
		o.Now = func() time.Time { return now }
		d := must[*storage.Desk](t)(storage.Open(ctx, file, o))
		t.Cleanup(func() { _ = d.Close() })
		return d
	}
	boss := begin()
	guarded(t, boss)
	for id, name := range map[hearing.ID]string{"a-1": "许晚", "a-2": "离任"} {
		must[string](t)(boss.AddAccount(ctx, hearing.Account{ID: id, Name: name, Role: hearing.DeskClerk}, secret))
	}
	if err := boss.ChangeAccount(ctx, hearing.Account{ID: "a-2", Name: "离任", Role: hearing.DeskClerk, Retired: true}); err != nil {
		t.Fatal(err)
	}
	names := []string{"许晚", "离任", "把口令打在了这里"}
	hashes := storage.CountHashes(t)
	for _, after := range []time.Duration{0, 1, 1, 1, 1, time.Second, 58 * time.Second, 2 * time.Second, time.Minute, 5 * time.Minute, 14 * time.Minute, time.Minute, time.Hour} {
		now = now.Add(after)
		alike(t, begin(), names, hashes)
	}
	noted := 0
	for _, c := range must[[]hearing.Change](t)(boss.Recent(ctx, 1000)) {
		if strings.HasPrefix(string(c.Record), "?") {
			noted++
		}
		if strings.Contains(c.Name, names[2]) || strings.Contains(string(c.Record), names[2]) {
			t.Errorf("what was typed stands in the record of changes: %+v", c)
		}
	}
	if noted < 10 {
		t.Errorf("%d refusals of nobody are noted", noted)
	}
}

// alike holds that a wrong password of each name, and a wrong code, get the same answer
// after one hash each.
func alike(t *testing.T, d *storage.Desk, names []string, hashes *int) {
	t.Helper()
	for what, try := range map[string]func(name string) error{
		"a password": func(name string) error { return d.Login(t.Context(), name, "不是这个口令") },
		"a code": func(name string) error {
			_, err := d.Recover(t.Context(), name, "AAAA", "一个足够长的新口令")
			return err
		},
	} {
		var answers []hearing.LoginError
		for _, name := range names {
			*hashes = 0
			var no *hearing.LoginError
			if err := try(name); !errors.As(err, &no) {
				t.Fatalf("%s: %v", name, err)
			}
			if *hashes != 1 {
				t.Errorf("%s of %s is refused after %d hashes", what, name, *hashes)
			}
			answers = append(answers, *no)
		}
		if answers[0] != answers[1] || answers[0] != answers[2] {
			t.Errorf("%s is answered %+v", what, answers)
		}
	}
}
