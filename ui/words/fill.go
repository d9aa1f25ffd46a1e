package words

import (
	"fmt"
	"reflect"
	"strings"
)

// fill puts values in the places of a text. A place that has no value stays as
// it is; a value is not looked at again.
func fill(text string, values any) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{{.")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, ok := strings.Cut(rest, "}}")
		if !ok {
			b.WriteString("{{." + rest)
			return b.String()
		}
		if v, known := valueOf(values, name); known {
			fmt.Fprint(&b, v)
		} else {
			b.WriteString("{{." + name + "}}")
		}
		text = after
	}
}

// valueOf looks a value up in a map or a struct.
func valueOf(values any, name string) (any, bool) {
	switch m := values.(type) {
	case map[string]string:
		v, ok := m[name]
		return v, ok
	case map[string]int:
		v, ok := m[name]
		return v, ok
	case map[string]any:
		v, ok := m[name]
		return v, ok
	}
	v := reflect.Indirect(reflect.ValueOf(values))
	switch v.Kind() {
	case reflect.Map:
		if v.Type().Key().Kind() != reflect.String {
			return nil, false
		}
		v = v.MapIndex(reflect.ValueOf(name).Convert(v.Type().Key()))
	case reflect.Struct:
		v = v.FieldByName(name)
	default:
		return nil, false
	}
	if !v.IsValid() || !v.CanInterface() {
		return nil, false
	}
	return v.Interface(), true
}
