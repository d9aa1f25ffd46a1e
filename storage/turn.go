package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage/locked"
	"hearingdesk/storage/query"
	"hearingdesk/storage/vault"
)

// turned ends the name of a desk that is encrypted, or in clear again, and whole, and has
// not taken its place yet: whoever opens the file after a crash goes on from there.
const turned = ".turned"

// Encrypt encrypts a desk's file by a key, with the contents beside it and all copies
// that the program keeps beside it. What was in clear is removed once what takes its
// place was looked through; a crash leaves the one or the other, whole. left names what
// may still show something and could not be encrypted, such as a copy that is damaged.
//
// Nobody may have the file open: [hearing.ErrLocked]. One that is damaged is
// [hearing.ErrDamaged], one that is encrypted already [fs.ErrExist], a link to one
// [hearing.ErrLink]. None is touched.
func Encrypt(ctx context.Context, path string, key *vault.Key, told func(far float64)) (left []string, err error) {
	if Encrypted(path) {
		return nil, fmt.Errorf("encrypt %s: %w", path, fs.ErrExist)
	}
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, fmt.Errorf("encrypt %s: %w", path, hearing.ErrLink)
	}
	copies := unhidden(path)
	part := func(n int) func(float64) {
		return func(far float64) { told((float64(n) + far) / float64(len(copies)+1)) }
	}
	if err := turn(ctx, path, key, nil, part(0)); err != nil {
		return nil, fmt.Errorf("encrypt %s: %w", path, grasp(err))
	}
	left, err = hide(ctx, path, key, part)
	return left, err
}

// Decrypt has a desk's file in clear again, with the contents beside it. Copies that were
// made meanwhile stay encrypted.
func Decrypt(ctx context.Context, path string, told func(far float64)) error {
	if !Encrypted(path) {
		return fmt.Errorf("decrypt %s: %w", path, fs.ErrExist)
	}
	if err := turn(ctx, path, nil, nil, told); err != nil {
		return fmt.Errorf("decrypt %s: %w", path, grasp(err))
	}
	return nil
}

// unhidden lists the copies beside a file that anybody can read: those that the program
// keeps, and what stood there before a restore or an upgrade.
func unhidden(path string) []string {
	copies, _ := Copies(path, Backups(path)) // where there is no folder there are none
	before, _ := filepath.Glob(globbed(path) + ".before-*")
	var out []string
	for _, c := range copies {
		before = append(before, c.File)
	}
	for _, file := range before {
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() && !vault.Is(file) && !locked.Is(file) && !isBeside(file) {
			out = append(out, file)
		}
	}
	return out
}

// besideSuffixes end the names of what SQLite has beside a file.
var besideSuffixes = []string{"-wal", "-shm", "-journal"}

// isBeside reports whether a file is one that SQLite has beside another one.
func isBeside(file string) bool {
	return slices.ContainsFunc(besideSuffixes, func(s string) bool { return strings.HasSuffix(file, s) })
}

// hide encrypts the copies beside an encrypted file that anybody can still read.
func hide(ctx context.Context, path string, key *vault.Key, told func(n int) func(far float64)) (left []string, err error) {
	for n, file := range unhidden(path) {
		shared := copied(filepath.Dir(file), path+filesSuffix) // the copies', not the desk's
		switch err := turn(ctx, file, key, shared, told(n+1)); {
		case ctx.Err() != nil:
			return left, ctx.Err()
		case err != nil:
			left = append(left, file)
		}
	}
	for _, pattern := range []string{Backups(path) + "/*" + unfinished, path + "-*.old"} {
		found, _ := filepath.Glob(globbed(filepath.Dir(pattern)) + "/" + filepath.Base(pattern))
		for _, file := range found { // of copies that a crash cut off, and logs of files that are gone
			if !vault.Is(file) {
				wipe(file)
			}
		}
	}
	return left, nil
}

// turn writes a file anew, with a key or in clear where that is nil, looks it through,
// and puts it in the place of what was there. What a folder of shared has is not written
// once more.
func turn(ctx context.Context, path string, key *vault.Key, shared []folder, told func(far float64)) error {
	if _, err := takePlace(path); err != nil { // of what a crash cut off
		return err
	}
	part := path + unfinished
	wipe(part)
	err := rewrite(ctx, path, way{path: part, key: key}, shared, told)
	if err == nil {
		err = renameWith(part, path+turned)
	}
	if err != nil {
		wipe(part)
		return err
	}
	return takeTurned(path)
}

// takeTurned puts a file that was written anew and is whole, if there is one, in the
// place of what it was written from, which goes: the contents first, so that who opens
// it after a crash goes on from there.
func takeTurned(path string) error {
	if _, err := os.Stat(path + turned); err != nil {
		return nil //nolint:nilerr // nothing waits
	}
	for _, suffix := range besideSuffixes {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write %s: %w", path, err)
		}
	}
	if _, err := os.Stat(path + turned + filesSuffix); err == nil { // else they have their place already
		if err := os.RemoveAll(path + filesSuffix); err != nil {
			return fmt.Errorf("write %s: %w", path, err)
		}
	}
	if err := renameWith(path+turned, path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	_ = os.Remove(path + filesSuffix) // where nothing is in it
	return nil
}

// rewrite writes all that a file has into another one, and holds that it is all there.
func rewrite(ctx context.Context, from string, to way, shared []folder, told func(far float64)) error {
	links, hash, err := copyAlone(ctx, from, to, told)
	if err != nil {
		return err
	}
	lost, err := bring(ctx, to.path, shared, beside(from))
	if err != nil {
		return err
	}
	b, err := OpenBackup(ctx, to.path, "")
	if err != nil {
		return err
	}
	defer func() { _ = b.Close() }() // it was only read
	damage, err := b.Verify(ctx)
	if err != nil {
		return err
	}
	for _, d := range damage {
		if d.Content == "" || !slices.Contains(lost, d.Content) {
			return fmt.Errorf("%w (%s %s %s)", hearing.ErrDamaged, d.Kind, d.Content, d.Detail)
		}
	}
	if n, is, err := b.ChainHead(ctx); err != nil || n != links || is != hash {
		return errors.Join(err, hearing.ErrDamaged)
	}
	return nil
}

// copyAlone copies a file that nobody else has open, with what its log has, and returns
// the head of its chain.
func copyAlone(ctx context.Context, from string, to way, told func(far float64)) (links int64, hash string, err error) {
	d, err := across(from, &to, func(w way) string {
		return w.named(url.Values{"mode": {"rw"}, "_pragma": {fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "locking_mode(exclusive)", "journal_mode(delete)"}})
	})
	if err != nil {
		return 0, "", err
	}
	defer func() { _ = d.Close() }() // it was only read
	if err := d.snapshotBy(ctx, to, told); err != nil {
		return 0, "", err
	}
	if has, err := hasTable(ctx, d.whole, "link"); err != nil || !has { // a file from before there was a chain
		return 0, "", err
	}
	head, err := chainHead(ctx, query.New(d.whole))
	return head.Seq, head.Hash, err
}

// across opens a file to be copied into one that need not be encrypted as it is: by one
// driver for both.
func across(from string, to *way, dsn func(way) string) (*Desk, error) {
	w, err := into(from)
	if err != nil {
		return nil, err
	}
	w.across = w.key != nil || to.key != nil
	to.across = w.across
	d := &Desk{path: from, key: w.key}
	if d.whole, err = sql.Open(w.driver(), dsn(w)); err != nil {
		return nil, err
	}
	d.whole.SetMaxOpenConns(1)
	return d, nil
}

// bring brings the contents that a file names beside it. lost are those that are not
// there, or not whole.
func bring(ctx context.Context, file string, shared []folder, from folder) (lost []string, err error) {
	hashes, err := besides(ctx, file)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(file+filesSuffix, 0o700); err != nil { // also where there are none: it says that they came along
		return nil, unwritable(err)
	}
	to := beside(file)
	for _, hash := range hashes {
		has, err := to.take(hash, shared, from)
		if err != nil {
			return nil, err
		}
		if !has {
			lost = append(lost, hash)
		}
	}
	return lost, nil
}
