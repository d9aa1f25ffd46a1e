//go:build unix

package storage

import (
	"os"
	"syscall"
)

// sameDisk reports whether two folders are on one file system.
func sameDisk(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	if err != nil {
		return false
	}
	x, xok := one.Sys().(*syscall.Stat_t)
	y, yok := other.Sys().(*syscall.Stat_t)
	return xok && yok && x.Dev == y.Dev
}
