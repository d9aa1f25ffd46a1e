package texts

import (
	"strings"

	"hearingdesk/hearing/document"
	"hearingdesk/ui/words"
)

// An Insertion is a piece of text to be put where the cursor stands: Before and
// After what is marked there, with the cursor between them.
type Insertion struct{ Before, After string }

// The blocks of the notation, around what is marked.
const endBlock = "{{end}}"

// FieldAt is what a field of the dictionary is written as behind the text so
// far: a list repeats, a flag is a condition, and an element of a list stands in
// a repeat of it.
func FieldAt(k document.Key, before string) Insertion {
	list, name, element := cutLast(k.Key)
	if element && innermost(before) != list {
		in := FieldAt(document.Key{Key: list + "[]", Kind: "list"}, before)
		one := of(k.Kind, "."+name)
		return Insertion{in.Before + one.Before, one.After + in.After}
	}
	if element {
		return of(k.Kind, "."+name)
	}
	return of(k.Kind, strings.TrimSuffix(k.Key, "[]"))
}

func of(kind, path string) Insertion {
	path = strings.TrimSuffix(path, "[]")
	switch kind {
	case "flag":
		return Insertion{"{{if " + path + "}}", endBlock}
	case "list":
		return Insertion{"{{range " + path + "}}", endBlock}
	}
	return Insertion{"{{" + path + "}}", ""}
}

// cutLast parts the key of a list's element: officers, name of officers[].name.
func cutLast(key string) (list, name string, element bool) {
	i := strings.LastIndex(strings.TrimSuffix(key, "[]"), "[].")
	if i < 0 {
		return "", "", false
	}
	return key[:i], key[i+3:], true
}

// innermost is the list that the block repeats in which a text ends: officers,
// case.parties, or of a list within a list the key of both.
func innermost(before string) string {
	marks, _ := document.Marks(before)
	var open []string // what each open block repeats; empty where dot is another
	for _, m := range marks {
		text := strings.Trim(before[m.Start+2:m.End-2], " -")
		switch m.Word {
		case "range":
			words := strings.Fields(text)
			path := words[len(words)-1]
			if inner, ok := strings.CutPrefix(path, "."); ok {
				path = inside(open) + "[]." + inner
			}
			open = append(open, path)
		case "if":
			open = append(open, inside(open)) // dot stays
		case "with":
			open = append(open, "")
		case "end":
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	}
	return inside(open)
}

func inside(open []string) string {
	if len(open) == 0 {
		return ""
	}
	return open[len(open)-1]
}

// FindKeys lists the fields in which every word of a query is found.
func FindKeys(all []document.Key, query string) []document.Key {
	var out []document.Key
	for _, k := range all {
		text := strings.ToLower(strings.Join([]string{k.Key, k.Zh, k.En, words.FormSort(k.Kind)}, " "))
		found := true
		for _, w := range strings.Fields(strings.ToLower(query)) {
			found = found && strings.Contains(text, w)
		}
		if found {
			out = append(out, k)
		}
	}
	return out
}

// Keys is the dictionary.
func (m *Model) Keys() []document.Key {
	if m.press == nil {
		return nil
	}
	return m.press.Forms().Keys()
}
