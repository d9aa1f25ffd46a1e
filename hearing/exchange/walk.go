package exchange

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// A walker reads a JSON text beside the Go type that it is meant for. The
// standard decoder stops at the first fault and forgets where a date stood;
// the walker names all of them, each with its path and line.
type walker struct {
	text   []byte
	dec    *json.Decoder
	lines  map[string]int
	faults hearing.FieldErrors
	depth  int

	counted  int64 // offset up to which newlines are counted
	newlines int
}

// walk returns the line of every value of the text and its faults.
func walk(text []byte, t reflect.Type) (map[string]int, hearing.FieldErrors) {
	w := &walker{text: text, dec: json.NewDecoder(bytes.NewReader(text)), lines: map[string]int{}}
	w.dec.UseNumber()
	if !utf8.Valid(text) {
		w.faults = append(w.faults, &hearing.FieldError{Line: w.badByte(), Code: "encoding", Expect: "UTF-8"})
		return w.lines, w.faults
	}
	err := w.value("", t)
	if err == nil {
		if _, more := w.dec.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("text after the package's end")
		}
	}
	if err != nil {
		w.faults = append(w.faults, &hearing.FieldError{Line: w.syntaxLine(err), Code: "syntax", Value: err.Error()})
	}
	return w.lines, w.faults
}

// deepest is how many braces and brackets may stand within each other: far more
// than a package has, and far fewer than would exhaust the program.
const deepest = 64

// value reads one value at path; t is nil below a field that is not known.
func (w *walker) value(path string, t reflect.Type) error {
	if w.depth++; w.depth > deepest {
		return errors.New("nested too deeply")
	}
	defer func() { w.depth-- }()
	tok, err := w.dec.Token()
	if err != nil {
		return err
	}
	line := w.line(w.dec.InputOffset())
	w.lines[path] = line
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch tok {
	case json.Delim('{'):
		return w.object(path, line, t)
	case json.Delim('['):
		return w.array(path, line, t)
	}
	if t != nil && tok != nil { // null leaves a field as it is
		if expect := leaf(tok, t); expect != "" {
			w.fault(path, line, "format", fmt.Sprint(tok), expect)
		}
	}
	return nil
}

func (w *walker) object(path string, line int, t reflect.Type) error {
	var known map[string]reflect.Type
	if t != nil {
		if t.Kind() == reflect.Struct && !isLeaf(t) {
			known = fields(t)
		} else {
			w.fault(path, line, "format", "{", shape(t))
		}
	}
	seen := map[string]bool{}
	for w.dec.More() {
		tok, err := w.dec.Token()
		if err != nil {
			return err
		}
		key := fmt.Sprint(tok)
		at := strings.TrimPrefix(path+"."+key, ".")
		ft, ok := known[key]
		switch {
		case known != nil && !ok:
			w.fault(at, w.line(w.dec.InputOffset()), "unknown", key, names(known))
		case seen[key]:
			w.fault(at, w.line(w.dec.InputOffset()), "duplicate", key, "")
		}
		seen[key] = true
		if err := w.value(at, ft); err != nil {
			return err
		}
	}
	_, err := w.dec.Token()
	return err
}

func (w *walker) array(path string, line int, t reflect.Type) error {
	var elem reflect.Type
	if t != nil {
		if t.Kind() == reflect.Slice {
			elem = t.Elem()
		} else {
			w.fault(path, line, "format", "[", shape(t))
		}
	}
	for i := 0; w.dec.More(); i++ {
		if err := w.value(fmt.Sprintf("%s[%d]", path, i), elem); err != nil {
			return err
		}
	}
	_, err := w.dec.Token()
	return err
}

func (w *walker) fault(path string, line int, code, value, expect string) {
	w.faults = append(w.faults, &hearing.FieldError{Path: path, Line: line, Code: code, Value: value, Expect: expect})
}

// line returns the line of an offset. Offsets mostly grow, so that each
// newline is counted once.
func (w *walker) line(offset int64) int {
	offset = min(offset, int64(len(w.text)))
	if offset < w.counted {
		w.counted, w.newlines = 0, 0
	}
	w.newlines += bytes.Count(w.text[w.counted:offset], []byte{'\n'})
	w.counted = offset
	return 1 + w.newlines
}

func (w *walker) syntaxLine(err error) int {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return w.line(syntax.Offset)
	}
	return w.line(w.dec.InputOffset())
}

func (w *walker) badByte() int {
	for i := 0; i < len(w.text); {
		r, n := utf8.DecodeRune(w.text[i:])
		if r == utf8.RuneError && n == 1 {
			return w.line(int64(i))
		}
		i += n
	}
	return 1
}

// isLeaf reports whether a struct type is written as a text.
func isLeaf(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// leaf checks a string, number or boolean against a type and returns what
// would be right, or nothing when it fits.
func leaf(tok json.Token, t reflect.Type) string {
	text, isText := tok.(string)
	if isLeaf(t) {
		if !isText {
			return shape(t)
		}
		v, _ := reflect.New(t).Interface().(encoding.TextUnmarshaler)
		if v.UnmarshalText([]byte(text)) != nil {
			return shape(t)
		}
		return ""
	}
	fits := false
	switch t.Kind() {
	case reflect.String:
		fits = isText
	case reflect.Bool:
		_, fits = tok.(bool)
	case reflect.Int, reflect.Int64:
		n, isNumber := tok.(json.Number)
		if isNumber {
			_, err := n.Int64()
			fits = err == nil
		}
	}
	if fits {
		return ""
	}
	return shape(t)
}

// shape says in words what a value of the type looks like.
func shape(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[time.Time]():
		return "2023-07-18T09:00:00+08:00"
	case strings.HasSuffix(t.String(), "calendar.Date"):
		return "2023-07-18"
	case strings.HasSuffix(t.String(), "calendar.Partial"):
		return "1985, 1985-03, 1985-03-12"
	}
	switch t.Kind() {
	case reflect.String:
		return `"…"`
	case reflect.Bool:
		return "true, false"
	case reflect.Int, reflect.Int64:
		return "1, 2, 3 …"
	case reflect.Slice:
		return "[…]"
	default:
		return "{…}"
	}
}

// fields returns the JSON names of a struct with their types; embedded
// structs lend theirs, as encoding/json has it.
func fields(t reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case f.Anonymous && name == "":
			for k, v := range fields(f.Type) {
				out[k] = v
			}
		default:
			out[name] = f.Type
			for older := range strings.SplitSeq(f.Tag.Get("older"), ",") {
				if older != "" { // what the field was called before
					out[older] = reflect.TypeFor[string]()
				}
			}
		}
	}
	return out
}

// names lists the fields that would be known, for the message.
func names(known map[string]reflect.Type) string {
	return strings.Join(slices.Sorted(maps.Keys(known)), ", ")
}
