package differ

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// kinds are what the record of changes and a conflict can be of.
var kinds = []hearing.Record{hearing.Office{}, hearing.Organisation{}, hearing.Person{}, hearing.Room{}, hearing.Case{}, hearing.Hearing{}, hearing.Announcement{}, hearing.Instrument{},
	hearing.Clue{}, hearing.Patrol{}, hearing.FormText{}, hearing.Enclosure{}, hearing.WordForm{}, hearing.Scan{}}

// TestEveryFieldHasAName: whatever of whatever record was changed, the user reads what the
// screen calls it, and what a coded value is called, never a key.
func TestEveryFieldHasAName(t *testing.T) {
	for _, r := range kinds {
		walk(reflect.TypeOf(r), nil, func(path []string, f reflect.Type) {
			key := path[len(path)-1]
			if name := words.Field(r.Noun(), path...); name == key {
				t.Errorf("%s: %s has no name", r.Noun(), strings.Join(path, "."))
			}
			if !f.Implements(reflect.TypeFor[hearing.Named]()) || f.Kind() != reflect.String {
				return
			}
			for _, of := range coded[key] {
				if reflect.TypeOf(of("x")) == f {
					return
				}
			}
			t.Errorf("%s: the values of %s (%s) have no name", r.Noun(), strings.Join(path, "."), f)
		})
	}
}

// walk tells every field of a type by the names that JSON has for the way to it, with its
// type, or that of its elements.
func walk(of reflect.Type, path []string, tell func([]string, reflect.Type)) {
	for i := range of.NumField() {
		f := of.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		elem := f.Type
		for elem.Kind() == reflect.Slice || elem.Kind() == reflect.Pointer {
			elem = elem.Elem()
		}
		switch {
		case f.Anonymous && name == "":
			walk(elem, path, tell)
			continue
		case name == "-" || name == "" || name == "id" || !f.IsExported():
			continue
		}
		here := append(append([]string(nil), path...), name)
		tell(here, elem)
		if elem.Kind() == reflect.Struct && elem != reflect.TypeFor[time.Time]() && elem != reflect.TypeFor[calendar.Date]() && elem != reflect.TypeFor[calendar.Partial]() && elem != reflect.TypeFor[calendar.Period]() {
			walk(elem, here, tell)
		}
	}
}

// TestTheScreensName: a field that several kinds of records have is called as the screen of
// each calls it.
func TestTheScreensName(t *testing.T) {
	for _, c := range []struct{ kind, path, want string }{
		{hearing.NounCase, "number", "系统案号"}, {hearing.NounInstrument, "number", "文号"}, {hearing.NounClue, "number", "工单号"},
		{hearing.NounPerson, "name", "姓名"}, {hearing.NounRoom, "name", "场所名称"}, {hearing.NounHearing, "start", "开始时间"}, {hearing.NounHearing, "room", "地点"},
		{hearing.NounAnnouncement, "recorder", "记录人"}, {hearing.NounHearing, "recorder", "书记员"}, {hearing.NounInstrument, "deliveries[d].mode", "送达 送达方式"},
	} {
		if got := (telling{kind: c.kind}).label(c.path); got != c.want {
			t.Errorf("%s of a %s is called %q, on the screen %q", c.path, c.kind, got, c.want)
		}
	}
}
