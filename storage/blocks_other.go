//go:build !linux

package storage

import (
	"context"
	"errors"
)

// pastCache is tried on Linux alone.
func (b *blocks) pastCache(context.Context, func(far float64)) error { return errors.ErrUnsupported }
