package storage

import (
	"slices"
	"strings"

	"hearingdesk/storage/query"
)

// clashing says which of some sessions take a room or a person that another one of them takes
// at the same time. SQLite would look for each taking in the index of all that were ever made;
// those of a month are soon laid side by side.
func clashing(rows []query.TakingsRow) map[string]bool {
	type taken struct{ noun, who string }
	by := make(map[taken][]query.TakingsRow, len(rows)/2)
	for _, r := range rows {
		key := taken{r.Noun, r.Who}
		by[key] = append(by[key], r)
	}
	out := map[string]bool{}
	for _, of := range by {
		slices.SortFunc(of, func(a, b query.TakingsRow) int { return strings.Compare(a.Starts, b.Starts) })
		for i, t := range of {
			for _, o := range of[i+1:] {
				if o.Starts >= t.Ends {
					break // so do all that follow
				}
				if o.Ends > t.Starts && o.Session != t.Session {
					out[o.Session], out[t.Session] = true, true
				}
			}
		}
	}
	return out
}
