//go:build outline

package work

import (
	"maps"
	"slices"
	"sync"
)

// runners are all of this program.
var runners struct {
	sync.Mutex
	all []*Runner
}

func init() {
	watch = func(r *Runner) {
		runners.Lock()
		defer runners.Unlock()
		runners.all = append(runners.all, r)
	}
}

// Load says how many jobs were given so far, how many of them are not done, and under
// which keys others wait for a pause. What is done aside is not counted: nothing waits
// for it.
func Load() (given, open int64, waits []string) {
	runners.Lock()
	defer runners.Unlock()
	for _, r := range runners.all {
		r.mu.Lock()
		waits = slices.AppendSeq(waits, maps.Keys(r.pending))
		r.mu.Unlock()
		ended := r.ended.Load() // before the other: it is never more
		n := r.given.Load()
		given += n
		open += n - ended
	}
	return given, open, waits
}
