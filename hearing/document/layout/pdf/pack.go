package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"sync"
)

// packers are writers that are used again: each takes most of a megabyte, and a
// thousand files are written by one.
//
// They pack fast rather than small: nearly all of a short paper is its fonts,
// whose outlines get hardly smaller with more effort, for three times the time.
var packers = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	if err != nil {
		return zlib.NewWriter(io.Discard) // the level is a known one
	}
	return w
}}

// packed is data as a stream holds it.
func packed(data []byte) []byte {
	var b bytes.Buffer
	w, ok := packers.Get().(*zlib.Writer)
	if !ok {
		w = zlib.NewWriter(io.Discard)
	}
	w.Reset(&b)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	packers.Put(w)
	return b.Bytes()
}
