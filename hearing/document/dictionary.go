package document

import (
	"fmt"
	"strings"
)

// A kind is what sort of value stands behind a key.
type kind string

const (
	textKind   kind = "text"
	dayKind    kind = "day"
	momentKind kind = "moment"
	flagKind   kind = "flag"
	listKind   kind = "list"
	recordKind kind = "record"
	numberKind kind = "number"
	whenKind   kind = "day or moment" // of parameters only
	anyKind    kind = "any"
)

// printable reports whether a template may print a value of the kind.
func (k kind) printable() bool {
	return k == textKind || k == dayKind || k == momentKind || k == numberKind || k == anyKind
}

// An entry is one key of the dictionary with what lies below it.
type entry struct {
	key    string // full key: officers[].name
	kind   kind
	zh, en string
	below  map[string]*entry
}

// A dictionary is the tree of all keys that a template may use.
type dictionary struct {
	root *entry
	all  map[string]*entry
	keys []string // in the file's order
}

// A Key describes one key of the dictionary to whoever writes a template.
type Key struct {
	Key    string // officers[].name: name of each of the officers
	Kind   string // text, day, moment, flag, list
	Zh, En string
}

// readDictionary reads the file of keys: key | kind | Chinese | English.
func readDictionary(s source) (*dictionary, error) {
	d := &dictionary{root: &entry{kind: recordKind, below: map[string]*entry{}}, all: map[string]*entry{}}
	at := 0
	for line := range strings.Lines(s.text) {
		start := at
		at += len(line)
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != 4 {
			return nil, s.fault(start, FaultList, "want key | kind | Chinese | English")
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if err := d.add(&entry{key: cells[0], kind: kind(cells[1]), zh: cells[2], en: cells[3]}); err != nil {
			return nil, s.fault(start, FaultList, err.Error())
		}
	}
	return d, nil
}

// add hangs an entry into the tree; what it hangs from is a list that was
// named before, or a record.
func (d *dictionary) add(e *entry) error {
	switch e.kind {
	case textKind, dayKind, momentKind, flagKind, listKind:
	default:
		return fmt.Errorf("unknown kind %q", e.kind)
	}
	if d.all[e.key] != nil {
		return fmt.Errorf("key %q stands twice", e.key)
	}
	parts := strings.Split(e.key, ".")
	node := d.root
	for i, p := range parts {
		name := strings.TrimSuffix(p, "[]")
		next := node.below[name]
		last := i == len(parts)-1
		switch {
		case last && next == nil:
			if (e.kind == listKind) != strings.HasSuffix(p, "[]") {
				return fmt.Errorf("key %q: [] and list belong together", e.key)
			}
			e.below = map[string]*entry{}
			node.below[name] = e
		case last:
			return fmt.Errorf("key %q is a record already", e.key)
		case next == nil && name != p:
			return fmt.Errorf("list %q is not named before", strings.Join(parts[:i+1], "."))
		case next == nil:
			next = &entry{key: strings.Join(parts[:i+1], "."), kind: recordKind, below: map[string]*entry{}}
			node.below[name] = next
		}
		node = next
	}
	d.all[e.key] = e
	d.keys = append(d.keys, e.key)
	return nil
}

// label returns a key's name in a language: "en" or Chinese.
func (d *dictionary) label(key, lang string) string {
	e := d.all[key]
	switch {
	case e == nil:
		return key
	case lang == "en":
		return e.en
	}
	return e.zh
}

// A record is a set of values under their keys.
type record = map[string]any

// complete adds the empty values that a builder left out, so that a template
// finds every key of the dictionary.
func (e *entry) complete(v any) any {
	switch v := v.(type) {
	case record:
		for name, b := range e.below {
			if w, ok := v[name]; ok {
				v[name] = b.complete(w)
				continue
			}
			v[name] = b.empty()
		}
	case []record:
		for _, r := range v {
			for name, b := range e.below {
				if w, ok := r[name]; ok {
					r[name] = b.complete(w)
					continue
				}
				r[name] = b.empty()
			}
		}
	}
	return v
}

// empty returns the value of a key of which nothing is known.
func (e *entry) empty() any {
	switch e.kind {
	case flagKind:
		return false
	case listKind:
		return []record(nil)
	case dayKind:
		return Day("")
	case momentKind:
		return Moment("")
	case recordKind:
		return e.complete(record{})
	}
	return Text("")
}
