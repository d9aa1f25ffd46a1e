// Package packed makes the texts of a log small. What a record was and what it is now
// are nearly the same, and each has the names of the same fields in it: packed
// together, against a dictionary of what records look like, an edit of a hearing takes
// a twentieth of what the two texts take.
//
// A packed value is one byte, the number of its dictionary, and a DEFLATE stream (RFC
// 1951) that was begun with that dictionary. The stream holds each text as its length
// in bytes, a colon, and the text: 3:abc. Whoever has the dictionary reads it with any
// zlib.
package packed

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"sync"

	"hearingdesk/hearing"
)

// dictionary1 is the names of all fields, and records of the worked examples. Logs that
// were packed with it are read with it: it is never altered. A better one would be the
// next number.
//
//go:embed dictionary1.txt
var dictionary1 []byte

const number1 = 1

// Longest is how many bytes the texts of one value may have together.
const Longest = 64 << 20

// effort is that of DEFLATE: of less, nothing matches the dictionary.
const effort = 6

var writers = sync.Pool{New: func() any {
	w, err := flate.NewWriterDict(nil, effort, dictionary1)
	if err != nil {
		return err // the effort is one that there is
	}
	return w
}}

var readers = sync.Pool{New: func() any { return flate.NewReaderDict(bytes.NewReader(nil), dictionary1) }}

// Pack makes one value of texts.
func Pack(texts ...string) ([]byte, error) {
	w, ok := writers.Get().(*flate.Writer)
	if !ok {
		return nil, flate.InternalError("no writer")
	}
	defer writers.Put(w)
	var out bytes.Buffer
	out.WriteByte(number1)
	w.Reset(&out)
	for _, text := range texts {
		if _, err := io.WriteString(w, strconv.Itoa(len(text))+":"+text); err != nil {
			return nil, fmt.Errorf("pack: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	return out.Bytes(), nil
}

// Unpack reads the texts of a value, into as many as it has. What is not one, or has
// another count of texts, is [hearing.ErrDamaged].
func Unpack(value []byte, into ...*string) error {
	if len(value) == 0 || value[0] != number1 {
		return fmt.Errorf("unpack: %w", hearing.ErrDamaged)
	}
	r, ok := readers.Get().(io.Reader)
	if !ok {
		return flate.InternalError("no reader")
	}
	defer readers.Put(r)
	if again, ok := r.(flate.Resetter); ok {
		if err := again.Reset(bytes.NewReader(value[1:]), dictionary1); err != nil {
			return fmt.Errorf("unpack: %w", err)
		}
	}
	all, err := io.ReadAll(io.LimitReader(r, Longest+1))
	if err != nil || len(all) > Longest {
		return fmt.Errorf("unpack: %w", hearing.ErrDamaged)
	}
	for _, text := range into {
		length, rest, found := bytes.Cut(all, []byte(":"))
		n, err := strconv.ParseUint(string(length), 10, 31)
		if !found || err != nil || n > uint64(len(rest)) {
			return fmt.Errorf("unpack: %w", hearing.ErrDamaged)
		}
		*text, all = string(rest[:n]), rest[n:]
	}
	if len(all) > 0 {
		return fmt.Errorf("unpack: %w", hearing.ErrDamaged)
	}
	return nil
}
