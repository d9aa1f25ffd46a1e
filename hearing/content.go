package hearing

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// HashOf names a content: the SHA-256 of its bytes, in 64 hexadecimal digits.
func HashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// A ContentError says that a file which the desk keeps, such as a scan, is not
// as it was kept. It is an [ErrDamaged]; the records are not concerned.
type ContentError struct {
	Hash    string // what it is called
	Place   string // where it lies: the file beside the desk, or the desk's file
	Missing bool   // it is not there; else it is there and changed
}

// Error names the place.
func (e *ContentError) Error() string {
	if e.Missing {
		return fmt.Sprintf("%s: content is missing", e.Place)
	}
	return fmt.Sprintf("%s: content was changed", e.Place)
}

// Unwrap makes it an [ErrDamaged].
func (e *ContentError) Unwrap() error { return ErrDamaged }
