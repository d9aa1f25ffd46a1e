package storage

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// Guarded reports whether the desk has accounts: somebody has to log in.
func (d *Desk) Guarded(ctx context.Context) (bool, error) {
	n, err := query.New(d.whole).CountAccounts(ctx)
	return n > 0, grasp(err)
}

// Me returns who is logged in; the zero account is nobody.
func (d *Desk) Me() hearing.Account { return d.viewer().account }

// Login lets somebody in by the name and the password of an account. Who is not let in
// gets a [hearing.LoginError], the same for a name that there is not. From then on the
// desk shows what that account may see, and writes its name beside each change; a desk
// has one login in its life, after which only the same account is let in again.
func (d *Desk) Login(ctx context.Context, name, password string) error {
	return d.enter(ctx, hearing.LogIn, name, password, func(a query.Account) string { return a.Password })
}

// enter checks a secret of an account, and counts those that are wrong. A wrong one is
// counted in the file before the answer is given.
func (d *Desk) enter(ctx context.Context, action, name, secret string, kept func(query.Account) string) error {
	var refused error
	err := d.within(ctx, func(w *writing) error {
		w.free = true
		name = strings.TrimSpace(name)
		row, err := w.q.AccountNamed(ctx, name)
		if err != nil && !isNone(err) {
			return err
		}
		if me := d.viewer().account.ID; err != nil || row.Retired != 0 || me != "" && string(me) != row.ID { // nobody, or the window is somebody else's
			refused, err = w.strange(ctx, action, name)
			return err
		}
		refused, err = w.try(ctx, action, row, secret, kept(row))
		return err
	})
	if err != nil {
		return fmt.Errorf("log in: %w", err)
	}
	return refused
}

// try holds a secret against an account that is not locked.
func (w *writing) try(ctx context.Context, action string, row query.Account, secret, kept string) (refused, err error) {
	d, now := w.d, w.d.o.Now()
	last, _ := time.Parse(time.RFC3339Nano, row.Failed) // written by stamp
	if rest := d.o.Access.Rest(int(row.Failures), last, now); rest > 0 {
		d.matches(secret, "") // it takes as long as a wrong password
		if now.Before(last) { // the clock was set back: the wait begins anew, once
			err = w.q.MarkFailure(ctx, query.MarkFailureParams{Failures: row.Failures, Failed: stamp(now), ID: row.ID})
		}
		return &hearing.LoginError{Wait: rest, Code: action == hearing.Recovered}, err
	}
	id := hearing.ID(row.ID)
	if !d.matches(secret, kept) {
		n := int(row.Failures) + 1
		wait, what := d.o.Access.Rest(n, now, now), hearing.LogInWrong
		if wait > 0 {
			what = hearing.LogInShut
		}
		err := errors.Join(w.q.MarkFailure(ctx, query.MarkFailureParams{Failures: int64(n), Failed: stamp(now), ID: row.ID}),
			w.note(ctx, what, hearing.NounAccount, id, row.Name, "", ""))
		return &hearing.LoginError{Left: d.o.Access.Left(n), Wait: wait, Code: action == hearing.Recovered}, err
	}
	d.let(account(row))
	return nil, errors.Join(w.q.MarkFailure(ctx, query.MarkFailureParams{ID: row.ID}), w.note(ctx, action, hearing.NounAccount, id, row.Name, "", ""))
}

// strange refuses a name that there is not as it would one that there is: in as long a
// time, after as many tries, and noted in the record of changes, which counts them. The
// name stands there as two bytes of its hash: what was typed may be a password.
func (w *writing) strange(ctx context.Context, action, name string) (refused, err error) {
	d, now := w.d, w.d.o.Now()
	p := d.o.Access.Password
	who := fmt.Sprintf("?%x", idKey([]byte(name), []byte("hearingdesk/nobody"), p.Passes, p.MemoryKiB, p.Lanes, 2))
	tries, err := w.q.TriesOfNobody(ctx, who)
	if err != nil {
		return nil, err
	}
	n := len(tries)
	if n > 0 {
		last, _ := time.Parse(time.RFC3339Nano, tries[0]) // written by stamp
		if rest := d.o.Access.Rest(n, last, now); rest > 0 {
			return &hearing.LoginError{Wait: rest, Code: action == hearing.Recovered}, nil
		}
	}
	n++
	wait, what := d.o.Access.Rest(n, now, now), hearing.LogInWrong
	if wait > 0 {
		what = hearing.LogInShut
	}
	return &hearing.LoginError{Left: d.o.Access.Left(n), Wait: wait, Code: action == hearing.Recovered}, w.note(ctx, what, hearing.NounAccount, hearing.ID(who), "", "", "")
}

// idKey is argon2id; a test counts how often it is run.
var idKey = argon2.IDKey

// let makes somebody the one who reads and writes.
func (d *Desk) let(a hearing.Account) {
	d.me.Store(&viewer{account: a, all: d.o.Access.May(a.Role, hearing.SeeAll)})
}

// NoteLock notes that the window was locked.
func (d *Desk) NoteLock(ctx context.Context) error {
	me := d.Me()
	return d.transact(ctx, func(w *writing) error {
		return w.note(ctx, hearing.LockDesk, hearing.NounAccount, me.ID, me.Name, "", "")
	})
}

// NoteCode notes that a recovery code was printed: of what or whom.
func (d *Desk) NoteCode(ctx context.Context, of string) error {
	return d.note(ctx, hearing.PrintCode, hearing.NounAccount, d.Me().ID, of)
}

// LockAfter is how long nobody may have touched the window of a desk with accounts
// before it locks: what the office says, else the table of access.
func (d *Desk) LockAfter(ctx context.Context) (time.Duration, error) {
	o, err := d.Office(ctx)
	if o.LockAfter > 0 {
		return time.Duration(o.LockAfter) * time.Minute, err
	}
	return time.Duration(d.o.Access.Idle) * time.Minute, err
}

// secretForm is how argon2's own program writes a hash.
const secretForm = "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s" //nolint:gosec // a form, and no secret

// hash makes a hash of a password or a code, with a salt of its own.
func (d *Desk) hash(secret string) (string, error) {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("make salt: %w", err)
	}
	p := d.o.Access.Password
	if p.Passes == 0 || p.MemoryKiB == 0 || p.Lanes == 0 {
		return "", errors.New("hash a password: the table of access is missing")
	}
	key := idKey([]byte(secret), salt, p.Passes, p.MemoryKiB, p.Lanes, 32)
	b := base64.RawStdEncoding
	return fmt.Sprintf(secretForm, argon2.Version, p.MemoryKiB, p.Passes, p.Lanes, b.EncodeToString(salt), b.EncodeToString(key)), nil
}

// matches holds a secret against a hash. Against none it takes as long, and is false.
func (d *Desk) matches(secret, kept string) bool {
	p := d.o.Access.Password
	var version int
	salt, want := make([]byte, 16), []byte(nil)
	if parts := strings.Split(kept, "$"); len(parts) == 6 {
		_, verr := fmt.Sscanf(parts[2], "v=%d", &version)
		_, perr := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &p.MemoryKiB, &p.Passes, &p.Lanes)
		s, serr := base64.RawStdEncoding.DecodeString(parts[4])
		k, kerr := base64.RawStdEncoding.DecodeString(parts[5])
		if verr == nil && perr == nil && serr == nil && kerr == nil && version == argon2.Version && p.MemoryKiB <= mostMemory && p.Passes <= mostPasses {
			salt, want = s, k
		}
	}
	if p.Passes == 0 || p.Lanes == 0 {
		return false
	}
	key := idKey([]byte(secret), salt, p.Passes, p.MemoryKiB, p.Lanes, 32)
	return len(want) == len(key) && subtle.ConstantTimeCompare(key, want) == 1
}

// A file that somebody prepared must not take all memory to log in to.
const (
	mostMemory = 1 << 20 // KiB
	mostPasses = 64
)

// newCode makes a recovery code: five groups of four that are not mistaken for each
// other on paper, 100 bits.
func newCode() (string, error) {
	const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
	raw := make([]byte, 20)
	if _, err := rand.Read(raw); err != nil {
		return "", fmt.Errorf("make recovery code: %w", err)
	}
	var out strings.Builder
	for i, b := range raw {
		if i > 0 && i%4 == 0 {
			out.WriteByte('-')
		}
		out.WriteByte(letters[int(b)%len(letters)])
	}
	return out.String(), nil
}

// plainCode is a recovery code as it is hashed, however it was typed.
func plainCode(code string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' || r == '－' || r == '　' {
			return -1
		}
		return r
	}, strings.ToUpper(code))
}

func account(r query.Account) hearing.Account {
	return hearing.Account{ID: hearing.ID(r.ID), Name: r.Name, Role: hearing.AccountRole(r.Role), Person: hearing.ID(r.Person), Retired: r.Retired != 0}
}

// accountText is an account as the record of changes has it: without its secrets.
func accountText(a hearing.Account) (string, error) {
	text, err := json.Marshal(a)
	return string(text), err
}
