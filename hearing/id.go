package hearing

// An ID names a record. It is chosen once, by the desk that makes the record,
// is unique among the records of its kind, and is never used again. IDs that
// the desk makes are UUIDs; a package may bring any others of up to 64
// letters, digits and "-_.:".
type ID string

// A Version counts the changes of a stored record. A change states the version
// that it was made on, so that two windows cannot silently overwrite each
// other; 0 stands for a record that is not yet stored.
type Version int64

// ValidID reports whether s can be an [ID].
func ValidID(s ID) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		case r == '-', r == '_', r == '.', r == ':':
		default:
			return false
		}
	}
	return true
}
