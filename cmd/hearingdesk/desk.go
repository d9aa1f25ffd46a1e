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

// open opens a desk, making it and its folder when make is set.
func open(ctx context.Context, file string, makeIt bool) (*storage.Desk, error) {
	return openAs(ctx, actor(), file, makeIt)
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
	return storage.Open(ctx, file, storage.Options{Actor: who, Now: time.Now, NewID: newID})
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
