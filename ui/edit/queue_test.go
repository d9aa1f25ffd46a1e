package edit_test

import (
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/work"
)

// A queue is a runner that the test drives: a job runs when it says so, and
// its result reaches the form when it says so, in their order.
type queue struct {
	t       *testing.T
	jobs    []func()
	results []func()
	waiting []string
	later   map[string]func()
}

func (q *queue) Do(job work.Job, done func(error)) {
	q.jobs = append(q.jobs, func() {
		err := job(q.t.Context())
		q.results = append(q.results, func() {
			if done != nil {
				done(err)
			}
		})
	})
}

func (q *queue) Later(key string, _ time.Duration, job work.Job, done func(error)) {
	q.waiting = append(slices.DeleteFunc(q.waiting, func(k string) bool { return k == key }), key)
	q.later[key] = func() { q.Do(job, done) }
}

func (q *queue) Flush() {
	for _, k := range q.waiting {
		q.later[k]()
	}
	q.waiting = nil
}

// work runs every job that was given; no result reaches the form yet.
func (q *queue) work() {
	for len(q.jobs) > 0 {
		job := q.jobs[0]
		q.jobs = q.jobs[1:]
		job()
	}
}

// tell brings the results to the form.
func (q *queue) tell() {
	for len(q.results) > 0 {
		result := q.results[0]
		q.results = q.results[1:]
		result()
	}
}

// rest lets everything come to rest, as after some seconds.
func (q *queue) rest() {
	for range 20 {
		q.Flush()
		q.work()
		q.tell()
	}
}

// A window is an editor with a queue, of a hearing that is stored.
type window struct {
	*edit.Editor[hearing.Hearing]
	q      *queue
	states []edit.State
}

func newWindow(t *testing.T, d *storage.Desk) *window {
	t.Helper()
	w := &window{q: &queue{t: t, later: map[string]func(){}}}
	w.Editor = edit.New(w.q, d, edit.Source[hearing.Hearing]{Load: d.Hearing, Save: d.SaveHearing,
		Version: func(h *hearing.Hearing) *hearing.Version { return &h.Version }})
	w.OnState = func(s edit.State) { w.states = append(w.states, s) }
	return w
}
