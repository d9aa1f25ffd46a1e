package words

import (
	"encoding/json"
	"strings"
	"sync"

	"hearingdesk/assets"
	"hearingdesk/hearing"
)

var fields = sync.OnceValue(func() map[string]hearing.Term {
	var out map[string]hearing.Term
	if json.Unmarshal(assets.Fields, &out) != nil {
		return nil // a test reads it
	}
	return out
})

// Field names a field of a kind of records, by the keys on the way to it, as a package has
// them: start is 开始时间. What the screen of a kind calls otherwise stands under the kind, or
// under what the field is part of: case.number, deliveries.mode. One that has no name here
// keeps its key.
func Field(kind string, path ...string) string {
	key := path[len(path)-1]
	tries := []string{kind + "." + strings.Join(path, "."), key}
	if len(path) > 1 {
		tries = []string{tries[0], strings.Join(path[len(path)-2:], "."), key}
	}
	for _, try := range tries {
		if t, ok := fields()[try]; ok {
			return in(t)
		}
	}
	return key
}
