//go:build unix

package storage

import "golang.org/x/sys/unix"

// room is how many bytes can still be written on the disk of a folder; false: it does not say.
func room(folder string) (int64, bool) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return 0, false
	}
	return int64(s.Bavail) * int64(s.Bsize), true //nolint:gosec,unconvert // other systems have other types
}
