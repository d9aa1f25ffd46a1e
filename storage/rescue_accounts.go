package storage

import (
	"cmp"
	"encoding/json"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// A Keeper is who gets into a rescued desk whose passwords are lost: by a recovery code,
// which cannot be read again.
type Keeper struct{ Name, Code string }

// accounts sees that a desk that asked for a login goes on asking. Accounts whose rows are
// lost are made anew of the record of changes, without a password; where nobody is left who
// could let the others in, one who manages accounts gets a recovery code.
func (r *rescuing) accounts() error {
	had, err := r.w.q.HadAccounts(r.ctx)
	if err != nil {
		return err
	}
	lost := slices.ContainsFunc(r.out.Lost, func(d Damage) bool { return slices.Contains(guarding, d.Record.Noun) })
	if had == 0 && !lost {
		return nil
	}
	rows, err := r.w.q.Accounts(r.ctx)
	if err != nil {
		return err
	}
	logged, err := r.loggedAccounts()
	if err != nil {
		return err
	}
	for _, a := range logged {
		if slices.ContainsFunc(rows, func(row query.Account) bool { return row.ID == string(a.ID) }) {
			continue
		}
		r.lose(Damage{Kind: LostRow, Record: hearing.Reference{Noun: hearing.NounAccount, ID: a.ID}, Name: a.Name, Detail: "its password is lost"})
		row := query.Account{ID: string(a.ID), Name: a.Name, Role: string(a.Role), Person: string(a.Person), Retired: truth(a.Retired)}
		if err := r.putAccount(row); err != nil {
			return err
		}
		rows = append(rows, row)
	}
	if err := r.keeper(rows); err != nil {
		return err
	}
	return r.w.confineAll(r.ctx)
}

// guarding are the tables that keep strangers out.
var guarding = []string{"account", "confined", "team", "entered"}

// loggedAccounts are the accounts as the record of changes has them.
func (r *rescuing) loggedAccounts() ([]hearing.Account, error) {
	found := map[hearing.ID]hearing.Account{}
	err := r.logged([]string{hearing.NounAccount}, func(ref hearing.Reference, _, body string) {
		var a hearing.Account
		if json.Unmarshal([]byte(body), &a) == nil && a.ID == ref.ID {
			found[a.ID] = a
		}
	})
	var out []hearing.Account
	for _, a := range found {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b hearing.Account) int { return cmp.Compare(a.ID, b.ID) })
	return out, err
}

// keeper sees that somebody is left who manages accounts and can get in.
func (r *rescuing) keeper(rows []query.Account) error {
	access := r.d.o.Access
	manages := func(a query.Account) bool {
		return a.Retired == 0 && access.May(hearing.AccountRole(a.Role), hearing.ManageAccounts)
	}
	if slices.ContainsFunc(rows, func(a query.Account) bool { return manages(a) && a.Password != "" && a.Recovery != "" }) {
		return nil
	}
	row := query.Account{ID: string(r.d.o.NewID()), Name: r.d.o.Actor, Role: string(hearing.DeskHead)}
	for slices.ContainsFunc(rows, func(a query.Account) bool { return a.Name == row.Name }) {
		row.Name += "*"
	}
	if i := slices.IndexFunc(rows, manages); i >= 0 {
		row = rows[i]
	}
	code, err := newCode()
	if err != nil {
		return err
	}
	if row.Recovery, err = r.d.hash(plainCode(code)); err != nil {
		return err
	}
	r.out.Keeper = Keeper{row.Name, code}
	return r.putAccount(row)
}

// putAccount stores an account with its row in the record of changes.
func (r *rescuing) putAccount(row query.Account) error {
	if err := r.w.q.PutAccount(r.ctx, query.PutAccountParams{ID: row.ID, Name: row.Name, Role: row.Role, Person: row.Person, Retired: row.Retired, Password: row.Password, Recovery: row.Recovery}); err != nil {
		return err
	}
	text, err := accountText(account(row))
	if err != nil {
		return err
	}
	return r.w.log(r.ctx, "rescue", hearing.NounAccount, hearing.ID(row.ID), row.Name, "", text)
}
