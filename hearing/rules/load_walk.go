package rules

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing/calendar"
)

// A walker reads the text of a file beside the type that it is meant for,
// because the standard decoder stops at the first fault and forgets where a
// value stood.
type walker struct {
	*marked
	dec   *json.Decoder
	depth int
}

// deepest is how many braces and brackets may stand within each other.
const deepest = 64

// walk marks where every value stands, and adds the faults of form.
func (m *marked) walk() {
	if !utf8.Valid(m.text) {
		m.faultAt(badByte(m.text), "", BadEncoding, "", "UTF-8")
		return
	}
	var raw json.RawMessage
	if err := json.Unmarshal(m.text, &raw); err != nil {
		offset := len(m.text)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) && !strings.HasPrefix(err.Error(), "unexpected end") {
			offset = int(syntax.Offset) - 1
		}
		m.faultAt(offset, "", BadSyntax, err.Error(), "")
		return
	}
	w := &walker{marked: m, dec: json.NewDecoder(bytes.NewReader(m.text))}
	w.dec.UseNumber()
	w.value("", reflect.TypeFor[file]())
}

// next is where the next token begins.
func (w *walker) next() int {
	i := int(w.dec.InputOffset())
	for i < len(w.text) && strings.IndexByte(" \t\r\n,:", w.text[i]) >= 0 {
		i++
	}
	return i
}

// value reads one value; t is nil below a field that is not known. The text is
// known to be JSON.
func (w *walker) value(path string, t reflect.Type) {
	at := w.next()
	w.at[path] = at
	tok, err := w.dec.Token()
	if err != nil {
		return
	}
	if w.depth++; w.depth == deepest {
		w.faultAt(at, path, BadSyntax, "nested too deeply", "")
	}
	defer func() { w.depth-- }()
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch tok {
	case json.Delim('{'):
		w.object(path, at, t)
	case json.Delim('['):
		w.array(path, at, t)
	default:
		if t != nil {
			w.leaf(path, at, tok, t)
		}
	}
}

func (w *walker) object(path string, at int, t reflect.Type) {
	var known map[string]reflect.Type
	if t != nil {
		if t.Kind() == reflect.Struct && !isText(t) {
			known = fields(t)
		} else {
			w.faultAt(at, path, BadType, "{", shape(t))
		}
	}
	seen := map[string]bool{}
	for w.dec.More() {
		at := w.next()
		tok, err := w.dec.Token()
		if err != nil {
			return
		}
		key := fmt.Sprint(tok)
		below := strings.TrimPrefix(path+"."+key, ".")
		ft, ok := known[key]
		switch {
		case known != nil && !ok:
			w.faultAt(at, below, BadField, key, names(t))
		case seen[key]:
			w.faultAt(at, below, BadDuplicate, key, "")
		}
		seen[key] = true
		w.value(below, ft)
	}
	_, _ = w.dec.Token() // its end
}

func (w *walker) array(path string, at int, t reflect.Type) {
	var elem reflect.Type
	if t != nil {
		if t.Kind() == reflect.Slice {
			elem = t.Elem()
		} else {
			w.faultAt(at, path, BadType, "[", shape(t))
		}
	}
	for i := 0; w.dec.More(); i++ {
		w.value(path+"["+strconv.Itoa(i)+"]", elem)
	}
	_, _ = w.dec.Token() // its end
}

// leaf checks a text, number, truth value or null against a type.
func (w *walker) leaf(path string, at int, tok json.Token, t reflect.Type) {
	text, isString := tok.(string)
	fits := false
	switch {
	case t == reflect.TypeFor[calendar.Date]():
		d, err := calendar.ParseDate(text)
		if fits = isString && err == nil; fits && !d.Plausible() {
			w.faultAt(at, path, BadDate, text, "1949 – 2100")
		}
	case t.Kind() == reflect.String:
		if fits = isString; fits {
			if list := allowed(t); list != nil && !list[text] {
				w.faultAt(at, path, BadValue, text, listed(list))
			}
		}
	case t.Kind() == reflect.Bool:
		_, fits = tok.(bool)
	case t.Kind() == reflect.Int, t.Kind() == reflect.Int64:
		if n, ok := tok.(json.Number); ok {
			_, err := strconv.Atoi(n.String())
			fits = err == nil
		}
	}
	if !fits {
		said := fmt.Sprint(tok)
		if tok == nil {
			said = "null"
		}
		w.faultAt(at, path, BadType, said, shape(t))
	}
}

func badByte(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return 0
}

// isText reports whether a struct type is written as a text.
func isText(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// shape says what a value of the type looks like.
func shape(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[calendar.Date]():
		return "2026-07-01"
	case t.Kind() == reflect.String:
		return `"…"`
	case t.Kind() == reflect.Bool:
		return "true, false"
	case t.Kind() == reflect.Int, t.Kind() == reflect.Int64:
		return "1, 2, 3 …"
	case t.Kind() == reflect.Slice:
		return "[…]"
	}
	return "{…}"
}

// fields are the JSON names of a struct with their types.
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
		}
	}
	return out
}

// names lists the fields of a struct, for the message.
func names(t reflect.Type) string {
	var out []string
	for f := range t.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "-" && name != "" {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}
