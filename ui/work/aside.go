package work

import (
	"context"
	"time"
)

// between is how often what is done aside says how far it is.
const between = 100 * time.Millisecond

// Aside runs something long, such as reading a film, beside the jobs, none of which
// waits for it. said hears on the window's thread how far it is, from 0 to 1, and
// done how it ended; nothing is said after that. It touches no widget, and of the desk
// only what may end in the middle. Stopping it ends its context; so does closing the window, which does not
// wait.
func (r *Runner) Aside(long func(ctx context.Context, say func(float64)) error, said func(float64), done func(error)) (stop func()) {
	ctx, stop := context.WithCancel(r.long)
	var last time.Time
	say := func(far float64) {
		if now := time.Now(); now.Sub(last) >= between && ctx.Err() == nil {
			last = now
			r.onUI(func() { said(far) })
		}
	}
	run := func() {
		err := long(ctx, say)
		r.onUI(func() { done(err) })
		stop()
	}
	if r.queue == nil {
		run()
	} else {
		go run()
	}
	return stop
}
