// Package exchange reads and writes the package that two desks exchange and
// that hearingdesk import and export handle: a JSON text of
// [hearing.Package]. What comes from outside is not trusted: [Decode] names
// every fault with its field and line, and returns nothing unless all is well.
package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"

	"hearingdesk/hearing"
)

// Decode reads a package. Faults are a [hearing.FieldErrors] with lines; a text
// that is no package is [hearing.ErrForeign], one of a later format
// [hearing.ErrNewer].
func Decode(text []byte) (hearing.Package, error) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")) // editors on Windows write it
	if wide(text) {
		return hearing.Package{}, hearing.FieldErrors{{Line: 1, Code: "encoding", Expect: "UTF-8"}}
	}
	if err := recognise(text); err != nil {
		return hearing.Package{}, err
	}
	if _, faults := walk(text, reflect.TypeFor[hearing.Package]()); len(faults) > 0 {
		return hearing.Package{}, faults
	}
	var p hearing.Package
	if err := json.Unmarshal(text, &p); err != nil {
		return hearing.Package{}, fmt.Errorf("read package: %w", err)
	}
	faults := Check(p)
	if p.Version != hearing.PackageVersion {
		expect := strconv.Itoa(hearing.PackageVersion)
		faults = append(hearing.FieldErrors{{Path: "version", Code: "range", Value: strconv.Itoa(p.Version), Expect: expect}}, faults...)
	}
	if faults = Locate(text, faults); len(faults) > 0 {
		return hearing.Package{}, faults
	}
	return p, nil
}

// wide reports whether a text is UTF-16, as some editors on Windows write it:
// by its mark, or because every other byte of its beginning is empty.
func wide(text []byte) bool {
	return bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) ||
		bytes.HasPrefix(text, []byte("{\x00")) || bytes.HasPrefix(text, []byte("\x00{"))
}

// Encode writes a package, indented, so that two exports can be compared line
// by line.
func Encode(p hearing.Package) ([]byte, error) {
	p.Format, p.Version = hearing.PackageFormat, hearing.PackageVersion
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(p); err != nil {
		return nil, fmt.Errorf("write package: %w", err)
	}
	return b.Bytes(), nil
}

// recognise tells a package from another file before any fault is named, so
// that a picture is not answered by a list of syntax errors.
func recognise(text []byte) error {
	trimmed := bytes.TrimSpace(text)
	if len(trimmed) == 0 || trimmed[0] != '{' {
		return fmt.Errorf("read package: %w", hearing.ErrForeign)
	}
	var head struct {
		Format  json.RawMessage `json:"format"`
		Version json.RawMessage `json:"version"`
	}
	if json.Unmarshal(text, &head) != nil {
		return nil // a syntax error has a line; walk finds it
	}
	if string(head.Format) != `"`+hearing.PackageFormat+`"` {
		return fmt.Errorf("read package: %w", hearing.ErrForeign)
	}
	var version float64
	if json.Unmarshal(head.Version, &version) == nil && version > hearing.PackageVersion {
		return fmt.Errorf("read package: %w", hearing.ErrNewer)
	}
	return nil
}
