package document

// Stays reports whether row i stays on the page of the one behind it, so that
// neither the first row nor the last stands alone on a page: see [Row.Spare] for
// those that may be left out, which count for nothing.
func (t Table) Stays(i int) bool {
	plain := func(at int) bool {
		return at >= 0 && at < len(t.Rows) && !t.Rows[at].Header && !t.Rows[at].Spare
	}
	if !plain(i) || !plain(i+1) {
		return false
	}
	first, last := !plain(i-1), !plain(i+2)
	return first || last
}
