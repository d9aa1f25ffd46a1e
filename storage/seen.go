package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	_ "embed" // what is run on each connection
	"errors"
	"fmt"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

//go:embed seen.sql
var seenSQL string

//go:embed seen_me.sql
var seenMeSQL string

//go:embed seen_guest.sql
var seenGuestSQL string

// A viewer is who reads and writes. The zero viewer is nobody: a desk with accounts
// shows nothing before somebody has logged in.
type viewer struct {
	account hearing.Account
	open    bool // there are no accounts: whoever has the file sees everything
	all     bool // sees what otherwise only its team sees
}

// who lists the names under which the viewer can belong to a team, and what is theirs.
func (v viewer) who() []string {
	if v.account.Role == hearing.DeskGuest {
		return nil
	}
	out := []string{team(v.account.ID), "actor:" + v.account.Name}
	if v.account.Person != "" {
		out = append(out, string(v.account.Person))
	}
	return out
}

// team is what an account is called among the members of a team.
func team(account hearing.ID) string { return "account:" + string(account) }

// viewer returns who is logged in. A desk that was opened without [Open], such as a
// backup that is looked through, is read as it is.
func (d *Desk) viewer() viewer {
	if v := d.me.Load(); v != nil {
		return *v
	}
	return viewer{open: true}
}

// A lens makes the connections that read for whoever is logged in.
type lens struct {
	driver driver.Driver
	dsn    string
	d      *Desk
}

// lensed is a pool of such connections.
func (d *Desk) lensed(w way, mode string) (*sql.DB, error) {
	plain, err := w.open(mode, false)
	if err != nil {
		return nil, err
	}
	defer func() { _ = plain.Close() }() // it was never connected
	return sql.OpenDB(lens{plain.Driver(), w.dsn(mode, false), d}), nil
}

// Driver is the one that the connections are of.
func (l lens) Driver() driver.Driver { return l.driver }

// Connect makes a connection; before anybody has logged in it is [hearing.ErrLogin].
func (l lens) Connect(ctx context.Context) (driver.Conn, error) {
	v := l.d.viewer()
	if !v.open && v.account.ID == "" {
		return nil, hearing.ErrLogin
	}
	c, err := l.driver.Open(l.dsn)
	if err != nil || v.open || v.all {
		return c, err
	}
	if err := narrow(ctx, c, v); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// narrow puts the views before the tables of a connection.
func narrow(ctx context.Context, c driver.Conn, v viewer) error {
	e, ok := c.(driver.ExecerContext)
	if !ok {
		return fmt.Errorf("narrow a connection: %T", c)
	}
	who, err := listing(v.who())
	if err != nil {
		return err
	}
	if _, err := e.ExecContext(ctx, seenSQL, nil); err != nil {
		return fmt.Errorf("narrow a connection: %w", err)
	}
	if v.account.Role == hearing.DeskGuest {
		if _, err := e.ExecContext(ctx, seenGuestSQL, nil); err != nil {
			return fmt.Errorf("narrow a connection: %w", err)
		}
		return nil
	}
	me := []driver.NamedValue{{Ordinal: 1, Value: who}}
	_, err = e.ExecContext(ctx, seenMeSQL, me)
	if errors.Is(err, driver.ErrSkip) { // a driver that wants it prepared
		err = execute(ctx, c, seenMeSQL, me)
	}
	if err != nil {
		return fmt.Errorf("narrow a connection: %w", err)
	}
	return nil
}

// execute runs a statement on a connection after preparing it.
func execute(ctx context.Context, c driver.Conn, text string, args []driver.NamedValue) error {
	s, err := c.Prepare(text)
	if err != nil {
		return err
	}
	e, ok := s.(driver.StmtExecContext)
	if !ok {
		return errors.Join(errors.ErrUnsupported, s.Close())
	}
	_, err = e.ExecContext(ctx, args)
	return errors.Join(err, s.Close())
}

// shut asks for a login where the desk has accounts. One that had some, and has none any
// more, is damaged: nobody takes them out, and it must not stand open.
func (d *Desk) shut(ctx context.Context) error {
	q := query.New(d.whole)
	n, err := q.CountAccounts(ctx)
	if err == nil && n > 0 {
		d.me.Store(&viewer{})
		return nil
	}
	has, terr := hasTable(ctx, d.whole, "account")
	if had, herr := q.HadAccounts(ctx); terr == nil && !has || herr == nil && had != 0 {
		return fmt.Errorf("the accounts are gone: %w", hearing.ErrDamaged)
	}
	return errors.Join(err, d.read.PingContext(ctx)) // it is open before the file can go away
}

// hides reports whether a record is the team's alone, and the viewer does not belong
// to it.
func (d *Desk) hides(ctx context.Context, q *query.Queries, kind string, id hearing.ID) (bool, error) {
	if !d.narrowed() {
		return false, nil
	}
	is, err := q.IsConfined(ctx, query.IsConfinedParams{Kind: kind, ID: string(id)})
	if err != nil || is == 0 {
		return false, err
	}
	mine, err := d.belongs(ctx, q, kind, id)
	return !mine, err
}

// belongs reports whether the viewer is of the team of a confined record.
func (d *Desk) belongs(ctx context.Context, q *query.Queries, kind string, id hearing.ID) (bool, error) {
	members, err := q.Team(ctx, query.TeamParams{Kind: kind, ID: string(id)})
	me := d.viewer().who()
	return slices.ContainsFunc(members, func(m string) bool { return slices.Contains(me, m) }), err
}

// narrowed reports whether whoever is logged in does not see everything.
func (d *Desk) narrowed() bool {
	v := d.viewer()
	return !v.open && !v.all
}
