package storage

import (
	"runtime"
	"sync"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// fewest is how many records are decoded by one at least: of fewer, beginning costs more
// than it spares.
const fewest = 200

// decodeAll decodes records side by side, in their order: of all that is open it takes as
// long as reading it.
func decodeAll(rows []query.OpenRecordsRow) ([]hearing.Record, error) {
	out := make([]hearing.Record, len(rows))
	parts := max(1, min(runtime.GOMAXPROCS(0)/2, len(rows)/fewest)) // the others are the window's
	faults := make([]error, parts)
	var all sync.WaitGroup
	for part := range parts {
		all.Go(func() {
			for i := part; i < len(rows); i += parts {
				if out[i], faults[part] = decode(rows[i].Kind, rows[i].Body, rows[i].Version); faults[part] != nil {
					return
				}
			}
		})
	}
	all.Wait()
	for _, err := range faults {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
