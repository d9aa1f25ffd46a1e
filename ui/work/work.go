// Package work runs what takes time off the window's thread. It is the only
// place in ui that starts a goroutine, and each job ends in one fyne.Do.
package work

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// A Job does something that may take time: it must not touch a widget.
type Job = func(context.Context) error

// A Runner runs jobs one after another, in the order in which they were given,
// so that the later of two saves is the one that stays.
type Runner struct {
	ctx     context.Context //nolint:containedctx // the runner lives as long as the window
	thread  func(func())    // runs something on the window's thread
	queue   chan func()
	mu      sync.Mutex
	pending map[string]*later
	alarms  map[string]*alarm
	open    sync.WaitGroup // jobs given and not yet done
	given   atomic.Int64   // jobs given so far
	ended   atomic.Int64   // and how many of them are done

	window sync.RWMutex    // held while something is said to the window
	gone   bool            // the window is closed: nobody hears
	long   context.Context //nolint:containedctx // of what is done aside
	end    context.CancelFunc
}

type later struct {
	timer *time.Timer
	start func()
}

// New returns a runner for the window, whose results come back on the
// window's thread.
func New(ctx context.Context) *Runner {
	r := &Runner{ctx: ctx, thread: fyne.Do, queue: make(chan func(), 256), pending: map[string]*later{}, alarms: map[string]*alarm{}}
	r.long, r.end = context.WithCancel(ctx)
	go r.work()
	watch(r)
	return r
}

// watch is told of each runner of a window, in a program that a test drives.
var watch = func(*Runner) {}

// onUI says something on the window's thread, unless the window is closed.
func (r *Runner) onUI(f func()) {
	r.window.RLock()
	defer r.window.RUnlock()
	if !r.gone {
		r.thread(f)
	}
}

// Leave says that the window is closed: jobs are done to their end, but nothing is said of
// them any more, since there is no thread of the window's to say it on; what is done aside
// is stopped.
func (r *Runner) Leave() {
	r.end()
	r.window.Lock()
	defer r.window.Unlock()
	r.gone = true
}

// Now returns a runner that does everything at once on the caller's own
// thread, for tests and for verbs without a window.
func Now(ctx context.Context) *Runner {
	return &Runner{ctx: ctx, thread: func(f func()) { f() }, pending: map[string]*later{}, long: ctx, end: func() {}}
}

func (r *Runner) work() {
	for {
		select {
		case f := <-r.queue:
			f()
		case <-r.ctx.Done():
			return
		}
	}
}

// Do runs a job and then done, on the window's thread, with the job's error.
func (r *Runner) Do(job Job, done func(error)) {
	r.begun()
	run := func() {
		defer r.over()
		err := job(r.ctx)
		if done != nil {
			r.onUI(func() { done(err) })
		}
	}
	if r.queue == nil {
		run()
		return
	}
	r.queue <- run
}

// begun counts a job that is given, and over one that is done.
func (r *Runner) begun() {
	r.open.Add(1)
	r.given.Add(1)
}

func (r *Runner) over() {
	r.ended.Add(1)
	r.open.Done()
}

// Later runs a job once nothing has been given under the same key for a while:
// a save after the last keystroke. What is waiting is not lost: [Runner.Flush]
// runs it at once.
func (r *Runner) Later(key string, wait time.Duration, job Job, done func(error)) {
	if r.queue == nil {
		r.Do(job, done)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if old := r.pending[key]; old != nil {
		old.timer.Stop()
	}
	l := &later{start: func() { r.Do(job, done) }}
	l.timer = time.AfterFunc(wait, func() { r.start(key, l) })
	r.pending[key] = l
}

// start runs what waits under the key, unless something newer took its place.
func (r *Runner) start(key string, l *later) {
	r.mu.Lock()
	mine := r.pending[key] == l
	if mine {
		delete(r.pending, key)
		r.begun() // it is a job from here on: Drain waits for it
	}
	r.mu.Unlock()
	if mine {
		l.start()
		r.over()
	}
}

// Flush runs everything that waits now. It does not wait for the end.
func (r *Runner) Flush() {
	r.mu.Lock()
	waiting := map[string]*later{}
	for k, l := range r.pending {
		l.timer.Stop()
		waiting[k] = l
	}
	r.mu.Unlock()
	for k, l := range waiting {
		r.start(k, l)
	}
}

// Drain flushes, and then waits until every job is on disk. It is called when
// the window closes; it must not be called from a job.
func (r *Runner) Drain() {
	r.Flush()
	r.open.Wait()
}
