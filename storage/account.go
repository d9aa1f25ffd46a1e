package storage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// Accounts lists the accounts, those that are retired last.
func (d *Desk) Accounts(ctx context.Context) ([]hearing.Account, error) {
	if err := d.manages(); err != nil {
		return nil, err
	}
	rows, err := query.New(d.whole).Accounts(ctx)
	out := make([]hearing.Account, len(rows))
	for i, r := range rows {
		out[i] = account(r)
	}
	return out, grasp(err)
}

// manages refuses whoever may not manage accounts. Before there are any, anybody may.
func (d *Desk) manages() error { return d.may(hearing.ManageAccounts) }

// AddAccount makes an account with a password and returns its recovery code, which
// cannot be read again. The first one of a desk has to be one that manages accounts;
// from then on the desk is that account's, and what is its team's alone is hidden from
// others.
func (d *Desk) AddAccount(ctx context.Context, a hearing.Account, password string) (code string, err error) {
	if faults := append(a.Validate(), d.o.Access.CheckPassword(a.Name, password)...); len(faults) > 0 {
		return "", faults
	}
	first := false
	err = d.account(ctx, func(w *writing) error {
		n, err := w.q.CountAccounts(ctx)
		if err != nil {
			return err
		}
		if first = n == 0; first {
			if !d.o.Access.May(a.Role, hearing.ManageAccounts) {
				return hearing.ErrLastKeeper
			}
			if err := w.q.KeepDraftsOf(ctx, draftsOf(a.ID)); err != nil {
				return err
			}
		}
		if code, err = w.putAccount(ctx, a, "", password); err != nil {
			return err
		}
		if first {
			return w.confineAll(ctx)
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	if first {
		d.let(a)
	}
	return code, nil
}

// ChangeAccount changes the name, the role or the person of an account, or retires it.
// The last one that manages accounts stays one: [hearing.ErrLastKeeper].
func (d *Desk) ChangeAccount(ctx context.Context, a hearing.Account) error {
	if faults := a.Validate(); len(faults) > 0 {
		return faults
	}
	return d.account(ctx, func(w *writing) error {
		row, err := w.q.Account(ctx, string(a.ID))
		if err != nil {
			return err
		}
		if err := w.storeAccount(ctx, "save", a, account(row), row.Password, row.Recovery); err != nil {
			return err
		}
		return w.keeper(ctx)
	})
}

// GivePassword gives an account a new password, and returns its new recovery code.
func (d *Desk) GivePassword(ctx context.Context, id hearing.ID, password string) (code string, err error) {
	err = d.account(ctx, func(w *writing) error {
		row, err := w.q.Account(ctx, string(id))
		if err != nil {
			return err
		}
		if faults := d.o.Access.CheckPassword(row.Name, password); len(faults) > 0 {
			return faults
		}
		code, err = w.putAccount(ctx, account(row), row.Name, password)
		return err
	})
	return code, err
}

// Recover gives an account a new password by its recovery code, which is used up by it,
// and returns the next one. It lets that account in. A wrong code counts as a wrong
// password does.
func (d *Desk) Recover(ctx context.Context, name, code, password string) (next string, err error) {
	if faults := d.o.Access.CheckPassword(name, password); len(faults) > 0 {
		return "", faults
	}
	if err := d.enter(ctx, hearing.Recovered, name, plainCode(code), func(a query.Account) string { return a.Recovery }); err != nil {
		return "", err
	}
	err = d.within(ctx, func(w *writing) error {
		w.free = true
		next, err = w.putAccount(ctx, d.Me(), name, password)
		return err
	})
	return next, err
}

// account runs a change of accounts by whoever may manage them.
func (d *Desk) account(ctx context.Context, do func(*writing) error) error {
	if err := d.manages(); err != nil {
		return err
	}
	return d.transact(ctx, func(w *writing) error {
		w.free = true
		return do(w)
	})
}

// putAccount stores an account with new secrets; was is its name before, empty for a
// new one.
func (w *writing) putAccount(ctx context.Context, a hearing.Account, was, password string) (code string, err error) {
	if code, err = newCode(); err != nil {
		return "", err
	}
	secret, err := w.d.hash(password)
	if err != nil {
		return "", err
	}
	recovery, err := w.d.hash(plainCode(code))
	if err != nil {
		return "", err
	}
	before, action := hearing.Account{}, "save"
	if was != "" {
		before, action = a, hearing.NewSecret
	}
	if err := w.storeAccount(ctx, action, a, before, secret, recovery); err != nil {
		return "", err
	}
	return code, w.q.MarkFailure(ctx, query.MarkFailureParams{ID: string(a.ID)})
}

// storeAccount stores an account with its row in the record of changes, which has none
// of its secrets.
func (w *writing) storeAccount(ctx context.Context, action string, a, was hearing.Account, secret, recovery string) error {
	a.Name = strings.TrimSpace(a.Name)
	if other, err := w.q.AccountNamed(ctx, a.Name); err == nil && other.ID != string(a.ID) {
		return hearing.FieldErrors{{Path: "name", Code: "duplicate", Value: a.Name}}
	} else if err != nil && !isNone(err) {
		return err
	}
	retired := int64(0)
	if a.Retired {
		retired = 1
	}
	if err := w.q.PutAccount(ctx, query.PutAccountParams{ID: string(a.ID), Name: a.Name, Role: string(a.Role), Person: string(a.Person), Retired: retired, Password: secret, Recovery: recovery}); err != nil {
		return err
	}
	if err := w.q.DropOwed(ctx); err != nil { // whoever it is may see less from now on
		return err
	}
	before := ""
	if was.ID != "" {
		text, err := accountText(was)
		if err != nil {
			return err
		}
		before = text
	}
	after, err := accountText(a)
	if err != nil {
		return err
	}
	return w.note(ctx, action, hearing.NounAccount, a.ID, a.Name, before, after)
}

// keeper holds that somebody is left who manages accounts.
func (w *writing) keeper(ctx context.Context) error {
	rows, err := w.q.Accounts(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(rows, func(r query.Account) bool {
		return r.Retired == 0 && w.d.o.Access.May(hearing.AccountRole(r.Role), hearing.ManageAccounts)
	}) {
		return nil
	}
	return hearing.ErrLastKeeper
}

// opened notes that somebody of its team opened what is the team's alone: once a day
// and record. A hearing does not wait for it: where it cannot be noted, as on a full
// disk, the record opens all the same.
func (d *Desk) opened(ctx context.Context, kind string, id hearing.ID) {
	me := d.Me()
	if me.ID == "" || d.Snapshot() {
		return
	}
	day := dayOf(d.o.Now())
	key := fmt.Sprint(kind, " ", id, " ", day)
	if _, known := d.noted.Load(key); known {
		return
	}
	q := query.New(d.whole)
	if is, err := q.IsConfined(ctx, query.IsConfinedParams{Kind: kind, ID: string(id)}); err != nil || is == 0 {
		return
	}
	was, err := q.OpenedSince(ctx, query.OpenedSinceParams{Kind: kind, Record: string(id), Action: hearing.OpenRecord, Actor: me.Name, At: stamp(day.In(zoneOf(nil)))})
	if err == nil && was == 0 {
		err = d.transact(ctx, func(w *writing) error {
			row, err := w.q.Record(ctx, query.RecordParams{Kind: kind, ID: string(id)})
			if err != nil {
				return err
			}
			name, err := w.q.NameOf(ctx, query.NameOfParams{Kind: kind, ID: string(id)})
			if err != nil {
				return err
			}
			return w.note(ctx, hearing.OpenRecord, kind, id, name, row.Body, row.Body)
		})
	}
	if err == nil {
		d.noted.Store(key, true)
	}
}

// draftsOf stands before the owners of what an account has typed and not saved.
func draftsOf(id hearing.ID) string { return "@" + string(id) + "/" }

// HasAccounts reports whether a file asks for a login, without opening it as a desk. A
// file from before there were accounts has none.
func HasAccounts(ctx context.Context, path string) (bool, error) {
	d := &Desk{path: path}
	defer func() { _ = d.Close() }() // it was only read
	if err := d.connect("ro"); err != nil {
		return false, fmt.Errorf("read %s: %w", path, grasp(err))
	}
	if has, err := hasTable(ctx, d.whole, "account"); err != nil || !has {
		return false, grasp(err)
	}
	return d.Guarded(ctx)
}

// Guarded reports whether the desk of a backup has accounts.
func (b *Backup) Guarded(ctx context.Context) (bool, error) {
	db, err := b.connect()
	if err != nil {
		return false, fmt.Errorf("read %s: %w", b.path, err)
	}
	defer func() { _ = db.Close() }() // it was only read
	if has, err := hasTable(ctx, db, "account"); err != nil || !has {
		return false, grasp(err)
	}
	n, err := query.New(db).CountAccounts(ctx)
	return n > 0, grasp(err)
}
