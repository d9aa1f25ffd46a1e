package work

import "time"

// Within runs a job no later than wait after the first one that was given under
// the same key and has not begun; the latest takes its place. Unlike
// [Runner.Later] it does not wait for a pause: whoever types on and on is saved
// all the while. [Runner.Flush] runs it at once.
func (r *Runner) Within(key string, wait time.Duration, job Job, done func(error)) {
	if r.queue == nil {
		r.Do(job, done)
		return
	}
	start := func() { r.Do(job, done) }
	r.mu.Lock()
	defer r.mu.Unlock()
	if l := r.pending[key]; l != nil {
		l.start = start
		return
	}
	l := &later{start: start}
	l.timer = time.AfterFunc(wait, func() { r.start(key, l) })
	r.pending[key] = l
}

// Drop forgets what waits under the key, because something else saves it.
func (r *Runner) Drop(key string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if l := r.pending[key]; l != nil {
		l.timer.Stop()
		delete(r.pending, key)
	}
}
