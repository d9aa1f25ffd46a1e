package settings

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/accounts"
	"hearingdesk/ui/copies"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/enclosures"
	"hearingdesk/ui/form"
	"hearingdesk/ui/parcel"
	"hearingdesk/ui/texts"
)

// Desk is what the page needs of the file.
type Desk interface {
	edit.Drafts
	form.People
	Ledger
	accounts.Desk
	accounts.Staff
	copies.Desk
	parcel.Desk
	enclosures.Desk
	texts.Desk
	Backup(ctx context.Context, file string) error
	// Leaves reports a folder from which a copy may leave the machine.
	Leaves(folder string) bool
	BackupLocked(ctx context.Context, folder string) (hearing.Copy, error)
}

// An Exchange takes packages in and gives them out.
type Exchange interface {
	// Import merges the package of a path into the desk, and says what it did.
	Import(ctx context.Context, path string) (summary string, err error)
	// Export writes everything that is on the desk.
	Export(ctx context.Context, path string) error
	parcel.Bundles
}

// model is the page's work on files.
type model struct {
	desk     Desk
	exchange Exchange
	file     string
	now      func() time.Time
}

// backup copies the desk's file into a folder under the day and the hour, and
// returns the copy's path. One that may leave the machine is locked.
func (m model) backup(ctx context.Context, folder string) (string, error) {
	if m.desk.Leaves(folder) {
		c, err := m.desk.BackupLocked(ctx, folder)
		return c.File, err
	}
	name := strings.TrimSuffix(filepath.Base(m.file), filepath.Ext(m.file))
	path, err := free(folder, name, m.now(), filepath.Ext(m.file))
	if err != nil {
		return "", err
	}
	return path, m.desk.Backup(ctx, path)
}

// export writes everything into a folder and returns the package's path.
func (m model) export(ctx context.Context, folder string) (string, error) {
	if m.desk.Leaves(folder) {
		return "", hearing.ErrOpen
	}
	path, err := free(folder, "hearingdesk", m.now(), ".json")
	if err != nil {
		return "", err
	}
	return path, m.exchange.Export(ctx, path)
}

// write writes a text into a folder and returns the file's path.
func (m model) write(folder, name, ext, text string) (string, error) {
	path, err := free(folder, name, m.now(), ext)
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", fmt.Errorf("write %s: %w", path, err)
	}
	return path, nil
}

// free is a path in a folder that no file has yet: nothing is overwritten.
func free(folder, name string, at time.Time, ext string) (string, error) {
	info, err := os.Stat(folder)
	if err != nil {
		return "", err
	}
	if !info.IsDir() {
		return "", &fs.PathError{Op: "open", Path: folder, Err: fs.ErrNotExist}
	}
	base := filepath.Join(folder, name+"-"+at.Format("2006-01-02-1504"))
	path := base + ext
	for n := 2; ; n++ {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return path, nil
		} else if err != nil {
			return "", err
		}
		path = base + "-" + strconv.Itoa(n) + ext
	}
}
