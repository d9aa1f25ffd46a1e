// Package differ says in the user's words what differs between two versions of a record.
package differ

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/versions"
	"hearingdesk/ui/words"
)

// Names are what the records that changes name are called.
type Names map[hearing.ID]string

// Lines says what a change did to its record, a field a line:
// 开始时间：2023-07-18 09:00 → 2023-07-18 14:30. Of a record that is new or gone
// there is none. Where paths are named, only those are told.
func Lines(c hearing.Change, names Names, only ...string) []string {
	found, err := versions.Differences(c.Before, c.After)
	if err != nil {
		return nil // a record that cannot be read is verify's to name
	}
	t := telling{kind: c.Kind, names: names, was: read(c.Before), is: read(c.After)}
	var out []string
	for _, d := range found {
		if len(only) > 0 && !slices.Contains(only, d.Path) {
			continue
		}
		label := t.label(d.Path)
		switch {
		case d.Was == nil && t.whole(d.Is):
			out = append(out, words.T("{{.Field}}：新增{{.Is}}", map[string]string{"Field": label, "Is": t.value(d.Path, d.Is)}))
		case d.Is == nil && t.whole(d.Was):
			out = append(out, words.T("{{.Field}}：删去{{.Was}}", map[string]string{"Field": label, "Was": t.value(d.Path, d.Was)}))
		default:
			out = append(out, words.T("{{.Field}}：{{.Was}} → {{.Is}}", map[string]string{"Field": label, "Was": t.value(d.Path, d.Was), "Is": t.value(d.Path, d.Is)}))
		}
	}
	return out
}

// A Side is a place that two desks changed, with what each of them says there.
type Side struct {
	Place        hearing.Place
	Label        string
	Mine, Theirs string
}

// Sides sets beside each other what two desks say of a record.
func Sides(c hearing.Conflict, names Names) []Side {
	switch {
	case len(c.Mine) == 0:
		return []Side{{Place: c.Places()[0], Label: words.T("整条记录"), Mine: words.T("已删除"), Theirs: words.T("保留，改动过")}}
	case len(c.Theirs) == 0:
		return []Side{{Place: c.Places()[0], Label: words.T("整条记录"), Mine: words.T("保留，改动过"), Theirs: words.T("已删除")}}
	}
	t := telling{kind: c.Kind, names: names, was: read(c.Mine), is: read(c.Theirs)}
	var out []Side
	for _, p := range c.Places() {
		out = append(out, Side{Place: p, Label: t.label(p.Path), Mine: t.value(p.Path, find(t.was, p.Path)), Theirs: t.value(p.Path, find(t.is, p.Path))})
	}
	return out
}

// shownSides is how many places are shown that both changed.
const shownSides = 3

// Beside sets beside each other what two windows say, a field a line.
func Beside(c hearing.Conflict, names Names) (text string) {
	sides := Sides(c, names)
	for i, s := range sides {
		if i == shownSides {
			return text + "\n" + words.T("还有 {{.N}} 处。", map[string]int{"N": len(sides) - shownSides})
		}
		text += "\n" + words.T("{{.Field}}：我的“{{.Mine}}”，对方的“{{.Theirs}}”", map[string]string{"Field": s.Label, "Mine": s.Mine, "Theirs": s.Theirs})
	}
	return text
}

// A telling puts one change into words.
type telling struct {
	kind    string // of the record
	names   Names
	was, is any
}

func read(body []byte) any {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	var out any
	if d.Decode(&out) != nil {
		return nil
	}
	return out
}

// whole reports an element of a list, which came or went as one.
func (t telling) whole(v any) bool {
	_, ok := v.(map[string]any)
	return ok
}

// label says a path: participants[p1].told_on is 参加人 许晚 告知日期.
func (t telling) label(path string) string {
	var parts, way []string
	for i, step := range strings.Split(path, ".") {
		key, rest, _ := strings.Cut(step, "[")
		way = append(way, key)
		name := words.Field(t.kind, way...)
		if id := strings.TrimSuffix(rest, "]"); id != "" {
			at := strings.Join(strings.Split(path, ".")[:i+1], ".")
			for _, tree := range []any{t.is, t.was} {
				if e, ok := find(tree, at).(map[string]any); ok {
					name = strings.TrimSpace(name + " " + t.called(e))
					break
				}
			}
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, " ")
}

// find goes down a path.
func find(tree any, path string) any {
	for _, step := range strings.Split(path, ".") {
		key, rest, _ := strings.Cut(step, "[")
		m, _ := tree.(map[string]any)
		tree = m[key]
		id := strings.TrimSuffix(rest, "]")
		if id == "" {
			continue
		}
		list, _ := tree.([]any)
		tree = nil
		for _, e := range list {
			if o, _ := e.(map[string]any); o["id"] == id {
				tree = o
			}
		}
	}
	return tree
}

// called is what an element of a list is known by.
func (t telling) called(e map[string]any) string {
	for _, key := range []string{"person", "organisation", "instrument", "case", "room", "name", "title", "text", "item", "document", "number", "reason", "note"} {
		if s, _ := e[key].(string); s != "" {
			if name, ok := t.names[hearing.ID(s)]; ok {
				s = name
			}
			return short(s)
		}
	}
	return ""
}

// value says what stood in a field or stands there now.
func (t telling) value(path string, v any) string {
	key := path[strings.LastIndex(path, ".")+1:]
	switch v := v.(type) {
	case nil:
		return words.T("（空）")
	case bool:
		if v {
			return words.T("是")
		}
		return words.T("否")
	case json.Number:
		return v.String()
	case string:
		return t.text(key, v)
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, t.value(path, e))
		}
		return short(words.List(all))
	case map[string]any:
		return t.called(v)
	}
	return ""
}

// text says a text: a time, a day, a record's name, a coded value, or what was typed.
func (t telling) text(key, s string) string {
	if name, ok := t.names[hearing.ID(s)]; ok {
		return short(name)
	}
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return words.Moment(at)
	}
	if d, err := calendar.ParseDate(s); err == nil {
		return d.String()
	}
	if name := code(key, s); name != "" {
		return name
	}
	return short(s)
}

// short cuts a text that is longer than a line.
func short(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
