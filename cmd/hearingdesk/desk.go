package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"time"

	"github.com/google/uuid"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// dbFlag adds -db, which every verb on a file has.
func dbFlag(flags *flag.FlagSet) *string {
	return flags.String("db", defaultFile(), "")
}

// defaultFile is the desk in the user's data folder.
func defaultFile() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "hearingdesk", "desk.db")
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		if dir, err := os.UserConfigDir(); err == nil {
			return filepath.Join(dir, "hearingdesk", "desk.db")
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "desk.db"
	}
	return filepath.Join(home, ".local", "share", "hearingdesk", "desk.db")
}

// open opens a desk, making it and its folder when make is set. Of one that
// another machine holds it opens a copy, which can be read, and says so.
func open(ctx context.Context, file string, makeIt bool) (*storage.Desk, error) {
	d, err := openUnseen(ctx, file, makeIt)
	if err != nil {
		return nil, err
	}
	if err := logIn(ctx, d); err != nil {
		closing(d, &err)
		return nil, err
	}
	return d, nil
}

// openUnseen is open for what shows nothing of the desk: it needs no login.
func openUnseen(ctx context.Context, file string, makeIt bool) (*storage.Desk, error) {
	d, said, err := openOrRead(ctx, actor(), file, makeIt)
	if errors.Is(err, hearing.ErrShut) {
		if err := unlock(ctx, file); err != nil {
			return nil, err
		}
		d, said, err = openOrRead(ctx, actor(), file, makeIt)
	}
	if said != "" {
		fmt.Fprintln(os.Stderr, said)
	}
	return d, err
}

// openOrRead opens a desk, or a copy of one that another machine holds; said
// tells of that.
func openOrRead(ctx context.Context, who, file string, makeIt bool) (d *storage.Desk, said string, err error) {
	d, err = openAs(ctx, who, file, makeIt)
	var held *hearing.HeldError
	if !errors.As(err, &held) {
		return d, "", err
	}
	o, err := optionsOf(who)
	if err != nil {
		return nil, "", err
	}
	d, err = storage.OpenReadOnly(ctx, file, o)
	return d, words.ReadOnly(held, time.Now()), err
}

// openAs opens a desk for somebody, whose name stands beside each change.
func openAs(ctx context.Context, who, file string, makeIt bool) (*storage.Desk, error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		if !makeIt {
			return nil, usageError{words.T("没有文件“{{.File}}”。请用 -db 指明工作台文件，或先运行 hearingdesk demo 或 import。", map[string]string{"File": file})}
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return nil, fmt.Errorf("make folder of %s: %w", file, err)
		}
	}
	o, err := optionsOf(who)
	if err != nil {
		return nil, err
	}
	d, err := storage.Open(ctx, file, o)
	if err == nil {
		d.JudgedBy(judging(time.Now()))
	}
	return d, err
}

// optionsOf is what a desk is given of the world, for somebody.
func optionsOf(who string) (storage.Options, error) {
	a, err := access()
	return storage.Options{Actor: who, Now: time.Now, NewID: newID, Access: a}, err
}

// judging names the rules that this program judges by: they come with it, and of
// some only the date says that they are in force, so that everything is judged anew
// each month.
func judging(now time.Time) string {
	name := now.Format("2006-01")
	program, err := os.Executable()
	if err != nil {
		return name
	}
	if info, err := os.Stat(program); err == nil {
		name += fmt.Sprintf(" %d %d", info.ModTime().UnixNano(), info.Size())
	}
	return name
}

// newID makes an ID that no other desk makes.
func newID() hearing.ID { return hearing.ID(uuid.NewString()) }

// actor is who sits at the machine, for the record of changes.
func actor() string {
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return "hearingdesk"
}

// closing closes a desk at the end of a verb; an error of the verb itself
// comes first.
func closing(d *storage.Desk, err *error) {
	if cerr := d.Close(); cerr != nil && *err == nil {
		*err = fmt.Errorf("close file: %w", cerr)
	}
}
