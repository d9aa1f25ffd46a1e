package edit

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// same reports whether two records hold the same.
func same[T any](a, b T) bool {
	x, xerr := json.Marshal(a)
	y, yerr := json.Marshal(b)
	return xerr == nil && yerr == nil && bytes.Equal(x, y)
}

// clone copies a record with its lists, so that a job can read one while the
// form changes the other.
func clone[T any](v T) (T, error) {
	var out T
	text, err := json.Marshal(v)
	if err != nil {
		return out, fmt.Errorf("copy record: %w", err)
	}
	if err := json.Unmarshal(text, &out); err != nil {
		return out, fmt.Errorf("copy record: %w", err)
	}
	return out, nil
}
