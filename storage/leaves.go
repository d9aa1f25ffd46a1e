package storage

import (
	"os"
	"path/filepath"
)

// Leaves reports whether a folder is on another file system than a desk, such as a
// stick or a shared disk: what is written there may leave the machine. Of a folder
// that is not there yet, the one in which it will be made counts.
func Leaves(path, folder string) bool {
	at, err := filepath.Abs(folder)
	if err != nil {
		return true
	}
	for {
		if _, err := os.Stat(at); err == nil {
			break
		}
		up := filepath.Dir(at)
		if up == at {
			return true
		}
		at = up
	}
	return !sameDisk(filepath.Dir(path), at)
}

// Leaves is [Leaves] of the desk.
func (d *Desk) Leaves(folder string) bool { return Leaves(d.Path(), folder) }
