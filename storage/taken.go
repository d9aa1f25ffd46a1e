package storage

import (
	"slices"

	"hearingdesk/storage/query"
)

// clashing says which of some sessions, in the order of their starts, take a room or a person
// that another one of them takes at the same time. SQLite would look for each taking in the
// index of all that were ever made; those of a month are soon laid side by side.
func clashing(sessions []query.EntriesRow, takings []query.TakingsRow) []bool {
	type taken struct{ noun, who string }
	nth := make(map[string]int, len(sessions))
	for n, s := range sessions {
		nth[s.ID] = n
	}
	by := make(map[taken][]int, len(takings)/2) // the sessions that take it
	for _, t := range takings {
		key := taken{t.Noun, t.Who}
		by[key] = append(by[key], nth[t.Session])
	}
	out := make([]bool, len(sessions))
	for _, of := range by {
		slices.Sort(of)
		for i, n := range of {
			for _, o := range of[i+1:] {
				if sessions[o].Starts >= sessions[n].Ends {
					break // so do all that follow
				}
				if o != n && sessions[o].Ends > sessions[n].Starts {
					out[n], out[o] = true, true
				}
			}
		}
	}
	return out
}
