// Package footage reads what a file of a recording says of itself: how long it
// is. WAV, and MP4 with its relatives (MOV, M4A, 3GP), tell it in a few bytes; of
// another file, and of one that is damaged, nothing is known, which is no error:
// the length can be typed.
//
// Whatever the file claims, only a bounded number of small reads is made.
package footage

import (
	"encoding/binary"
	"io"
	"math"
	"time"
)

// longest is the longest recording that is believed.
const longest = 7 * 24 * time.Hour

// most is how many parts of a file are looked at.
const most = 1000

// Length is how long a recording of so many bytes is; 0 is not known.
func Length(r io.ReaderAt, size int64) time.Duration {
	head := make([]byte, 12)
	if _, err := r.ReadAt(head, 0); err != nil {
		return 0
	}
	var seconds float64
	switch {
	case string(head[:4]) == "RIFF" && string(head[8:12]) == "WAVE":
		seconds = wave(r, size)
	case string(head[4:8]) == "ftyp":
		seconds = movie(r, size)
	}
	if !(seconds > 0) || seconds > longest.Seconds() { // also what is no number
		return 0
	}
	return time.Duration(math.Round(seconds * float64(time.Second)))
}

// wave reads a WAV: the bytes of its sound, by the bytes of a second.
func wave(r io.ReaderAt, size int64) float64 {
	rate, at := 0.0, int64(12)
	head := make([]byte, 20)
	for range most {
		n, _ := r.ReadAt(head, at) // less at the file's end
		if n < 8 {
			return 0
		}
		long := int64(binary.LittleEndian.Uint32(head[4:8]))
		switch string(head[:4]) {
		case "fmt ":
			if n < 20 {
				return 0
			}
			rate = float64(binary.LittleEndian.Uint32(head[16:20]))
		case "data":
			return float64(min(long, size-at-8)) / rate // of a file that was cut off, what is there
		}
		at += 8 + long + long%2
	}
	return 0
}

// movie reads an MP4: the box moov holds mvhd, which says the length and in which
// parts of a second.
func movie(r io.ReaderAt, size int64) float64 {
	from, to, ok := box(r, 0, size, "moov")
	if !ok {
		return 0
	}
	if from, to, ok = box(r, from, to, "mvhd"); !ok || to-from < 20 {
		return 0
	}
	b := make([]byte, 32)
	n, _ := r.ReadAt(b[:min(to-from, 32)], from)
	switch {
	case n == 32 && b[0] == 1: // times of 64 bits
		return float64(binary.BigEndian.Uint64(b[24:32])) / float64(binary.BigEndian.Uint32(b[20:24]))
	case n >= 20 && b[0] == 0:
		if long := binary.BigEndian.Uint32(b[16:20]); long != math.MaxUint32 { // which is: not known
			return float64(long) / float64(binary.BigEndian.Uint32(b[12:16]))
		}
	}
	return 0
}

// box finds a box of a name among those between two places.
func box(r io.ReaderAt, from, to int64, name string) (begin, end int64, found bool) {
	b := make([]byte, 16)
	for range most {
		if from+8 > to {
			break
		}
		n, _ := r.ReadAt(b, from)
		if n < 8 {
			break
		}
		head, long := int64(8), int64(binary.BigEndian.Uint32(b[:4]))
		switch {
		case long == 0: // to the end
			long = to - from
		case long == 1 && n == 16:
			head, long = 16, int64(min(binary.BigEndian.Uint64(b[8:16]), math.MaxInt64)) //nolint:gosec // no more than fits
		}
		if long < head || long > to-from {
			break
		}
		if string(b[4:8]) == name {
			return from + head, from + long, true
		}
		from += long
	}
	return 0, 0, false
}
