package storage_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

const secret = "梧桐听证2023" //nolint:gosec // of invented people

// guarded gives a desk its first account, of the chief procurator, and returns its
// recovery code.
func guarded(t testing.TB, d *storage.Desk) string {
	t.Helper()
	return must[string](t)(d.AddAccount(t.Context(), hearing.Account{ID: "boss", Name: "沈秋白", Role: hearing.DeskChief, Person: "p-shen"}, secret))
}

// as opens the desk's file once more and logs in there.
func as(t testing.TB, d *storage.Desk, name string) *storage.Desk {
	t.Helper()
	other := open(t, d.Path())
	if err := other.Login(t.Context(), name, secret); err != nil {
		t.Fatal(err)
	}
	return other
}

func TestADeskWithAccountsAsksForALogin(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	if is := must[bool](t)(d.Guarded(ctx)); is {
		t.Fatal("a new desk asks for a login")
	}
	if _, err := d.AddAccount(ctx, hearing.Account{ID: "x", Name: "许晚", Role: hearing.DeskClerk}, secret); !errors.Is(err, hearing.ErrLastKeeper) {
		t.Errorf("a first account that manages nothing: %v", err)
	}
	code := guarded(t, d)
	if len(strings.Split(code, "-")) != 5 {
		t.Errorf("the recovery code is %q", code)
	}
	must[[]hearing.Person](t)(d.People(ctx, "", 5)) // whoever made it is in
	must[string](t)(d.AddAccount(ctx, hearing.Account{ID: "a-xu", Name: "许晚", Role: hearing.DeskRecorder, Person: "p-xu"}, secret))
	shut := open(t, d.Path())
	if _, err := shut.People(ctx, "", 5); !errors.Is(err, hearing.ErrLogin) {
		t.Errorf("before a login people can be read: %v", err)
	}
	if _, err := shut.SaveRoom(ctx, hearing.Room{ID: "r", Name: "听证室九", Kind: hearing.HearingRoom}); !errors.Is(err, hearing.ErrLogin) {
		t.Errorf("before a login a room can be saved: %v", err)
	}
	if err := shut.Backup(ctx, filepath.Join(t.TempDir(), "copy.db")); err != nil {
		t.Errorf("a copy can be made without a login: %v", err)
	}
	if err := shut.Login(ctx, " 许晚 ", secret); err != nil {
		t.Fatal(err)
	}
	must[[]hearing.Person](t)(shut.People(ctx, "", 5))
	log := must[[]hearing.Change](t)(d.Recent(ctx, 1))
	if log[0].Action != hearing.LogIn || log[0].Actor != "许晚" || log[0].Record != "a-xu" {
		t.Errorf("the login is noted as %+v", log[0])
	}
	if _, err := shut.Accounts(ctx); !denied(err) {
		t.Errorf("a recorder lists accounts: %v", err)
	}
	if damage := must[[]storage.Damage](t)(storage.Verify(ctx, d.Path())); len(damage) > 0 {
		t.Errorf("verify: %+v", damage)
	}
	raw, err := os.ReadFile(d.Path() + "-wal")
	if err != nil || strings.Contains(string(raw), secret) || strings.Contains(string(raw), code) {
		t.Errorf("a password or code stands in the file (%v)", err)
	}
}

func denied(err error) bool {
	var no *hearing.NotAllowedError
	return errors.As(err, &no)
}

// TestWrongPasswordsLock: five in a row lock the account, longer each time, over a
// restart too; a clock that is set back gains nothing.
func TestWrongPasswordsLock(t *testing.T) {
	ctx, file, now := t.Context(), filepath.Join(t.TempDir(), "desk.db"), noon
	begin := func() *storage.Desk {
		o := options("机器")
		o.Now = func() time.Time { return now }
		d := must[*storage.Desk](t)(begin(ctx, file, o))
		t.Cleanup(func() { _ = d.Close() })
		return d
	}
	d := begin()
	guarded(t, d)
	d = begin()
	wrong := func(name string) *hearing.LoginError {
		t.Helper()
		var no *hearing.LoginError
		if err := d.Login(ctx, name, "不是这个口令"); !errors.As(err, &no) {
			t.Fatalf("wrong password: %v", err)
		}
		return no
	}
	if a, b := wrong("没有这个人"), wrong("沈秋白"); *a != *b {
		t.Errorf("a name that there is not can be told from one that there is: %+v, %+v", a, b)
	}
	for left := 3; left >= 1; left-- {
		if e := wrong("沈秋白"); e.Left != left || e.Wait != 0 {
			t.Errorf("%+v, want %d left", e, left)
		}
	}
	if e := wrong("沈秋白"); e.Wait != time.Minute || e.Left != 0 {
		t.Errorf("the fifth: %+v", e)
	}
	d = begin() // the file knows
	for _, step := range []struct {
		after time.Duration
		rest  time.Duration
	}{{30 * time.Second, 30 * time.Second}, {-time.Hour, time.Minute}, {0, time.Minute}, {59 * time.Second, time.Second}} {
		now = now.Add(step.after)
		var no *hearing.LoginError
		if err := d.Login(ctx, "沈秋白", secret); !errors.As(err, &no) || no.Wait != step.rest {
			t.Errorf("after %v the right password gives %v, %+v", step.after, err, no)
		}
	}
	now = now.Add(2 * time.Second)
	if e := wrong("沈秋白"); e.Wait != 5*time.Minute {
		t.Errorf("the sixth: %+v", e)
	}
	now = now.Add(5 * time.Minute)
	if err := d.Login(ctx, "沈秋白", secret); err != nil {
		t.Error(err)
	}
	var what []string
	for _, c := range must[[]hearing.Change](t)(d.History(ctx, hearing.NounAccount, "boss")) {
		what = append(what, c.Action)
	}
	want := []string{"login", "lock-out", "lock-out", "login-failed", "login-failed", "login-failed", "login-failed", "save"}
	if !slices.Equal(what, want) {
		t.Errorf("the account's history: %v", what)
	}
}

func TestTheRecoveryCodeIsUsedOnce(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	code := guarded(t, d)
	d = open(t, d.Path())
	if _, err := d.Recover(ctx, "沈秋白", "AAAA-BBBB-CCCC-DDDD-EEEE", "另一个够长的口令"); err == nil {
		t.Error("a wrong code is taken")
	}
	if _, err := d.Recover(ctx, "沈秋白", code, "短"); err == nil {
		t.Error("a short password is taken")
	}
	next := must[string](t)(d.Recover(ctx, "沈秋白", strings.ToLower(strings.ReplaceAll(code, "-", " ")), "另一个够长的口令"))
	must[[]hearing.Account](t)(d.Accounts(ctx))
	d = open(t, d.Path())
	if err := d.Login(ctx, "沈秋白", secret); err == nil {
		t.Error("the old password still lets in")
	}
	if _, err := d.Recover(ctx, "沈秋白", code, "第三个够长的口令"); err == nil {
		t.Error("a code is taken twice")
	}
	must[string](t)(d.Recover(ctx, "沈秋白", next, "第三个够长的口令"))
}

func TestAccountsAreManaged(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	guarded(t, d)
	must[string](t)(d.AddAccount(ctx, hearing.Account{ID: "a-xu", Name: "许晚", Role: hearing.DeskClerk}, secret))
	boss := hearing.Account{ID: "boss", Name: "沈秋白", Role: hearing.DeskChief, Person: "p-shen"}
	boss.Role = hearing.DeskClerk
	if err := d.ChangeAccount(ctx, boss); !errors.Is(err, hearing.ErrLastKeeper) {
		t.Errorf("the last account that manages gets another role: %v", err)
	}
	boss.Role, boss.Retired = hearing.DeskChief, true
	if err := d.ChangeAccount(ctx, boss); !errors.Is(err, hearing.ErrLastKeeper) {
		t.Errorf("it is retired: %v", err)
	}
	if _, err := d.AddAccount(ctx, hearing.Account{ID: "b", Name: "许晚", Role: hearing.DeskClerk}, secret); err == nil {
		t.Error("two accounts have one name")
	}
	for _, weak := range []string{"1234567", "12345678901", "aaaaaaaaaa", "许晚许晚许晚许晚"} {
		if _, err := d.GivePassword(ctx, "a-xu", weak); err == nil {
			t.Errorf("%q is taken as a password", weak)
		}
	}
	clerk := as(t, d, "许晚")
	must[hearing.Version](t)(clerk.SaveRoom(ctx, hearing.Room{ID: "r-9", Name: "听证室九", Kind: hearing.HearingRoom}))
	if c := must[[]hearing.Change](t)(d.History(ctx, hearing.NounRoom, "r-9")); c[0].Actor != "许晚" {
		t.Errorf("the change is by %q", c[0].Actor)
	}
	if err := d.ChangeAccount(ctx, hearing.Account{ID: "a-xu", Name: "许晚", Role: hearing.DeskClerk, Retired: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := clerk.SaveRoom(ctx, hearing.Room{ID: "r-8", Name: "听证室八", Kind: hearing.HearingRoom}); !errors.Is(err, hearing.ErrLogin) {
		t.Errorf("a retired account goes on writing: %v", err)
	}
	if _, err := d.Undo(ctx); !errors.Is(err, hearing.ErrNothing) {
		t.Errorf("undo touches accounts: %v", err)
	}
}

// TestNoAccountNoChange: the tables stay empty, and nothing is held back.
func TestNoAccountNoChange(t *testing.T) {
	d := filled(t)
	db := must[*sql.DB](t)(storage.Raw(d.Path()))
	defer func() { _ = db.Close() }()
	n := 0
	if err := db.QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM confined) + (SELECT count(*) FROM team)").Scan(&n); err != nil || n > 0 {
		t.Errorf("%d rows, %v", n, err)
	}
}
