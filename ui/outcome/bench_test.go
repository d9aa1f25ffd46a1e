package outcome_test

import "testing"

// BenchmarkKey is one key of the attendance of forty people, from the key to
// the window, with the saving.
func BenchmarkKey(b *testing.B) {
	r := newRoom(b, "2023-07-18 09:05")
	big(b, r)
	w := r.window(b, "h-e1")
	list := boards(w)[0]
	w.Canvas().Focus(list)
	for n := 0; b.Loop(); n++ {
		list.TypedRune(rune('1' + n%5))
	}
}
