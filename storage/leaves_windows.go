package storage

import (
	"path/filepath"
	"strings"
)

// sameDisk reports whether two folders are on one volume.
func sameDisk(a, b string) bool {
	one, err := filepath.Abs(a)
	if err != nil {
		return false
	}
	other, err := filepath.Abs(b)
	return err == nil && strings.EqualFold(filepath.VolumeName(one), filepath.VolumeName(other))
}
