package work

import "time"

// longestNap is how long an alarm trusts its timer: one that sleeps through a
// suspended night, or a clock that was set, is noticed after it.
const longestNap = 5 * time.Minute

// An alarm is one call of [Runner.At] that waits.
type alarm struct{ timer *time.Timer }

// At runs f on the window's thread once the clock on the wall has come to a
// time. A later call under the same key takes its place. A runner that does
// everything at once waits for nothing, and so never runs it.
func (r *Runner) At(key string, when time.Time, f func()) {
	if r.queue == nil {
		return
	}
	when = when.Round(0) // the wall's clock, not the timer's
	r.mu.Lock()
	defer r.mu.Unlock()
	if old := r.alarms[key]; old != nil {
		old.timer.Stop()
	}
	a := &alarm{}
	a.timer = time.AfterFunc(min(max(time.Until(when), 0), longestNap), func() { r.ring(key, a, when, f) })
	r.alarms[key] = a
}

// ring runs what waits under the key if its time has come.
func (r *Runner) ring(key string, a *alarm, when time.Time, f func()) {
	r.mu.Lock()
	mine := r.alarms[key] == a && r.ctx.Err() == nil
	if mine {
		delete(r.alarms, key)
	}
	r.mu.Unlock()
	switch {
	case !mine:
	case time.Now().Round(0).Before(when):
		r.At(key, when, f)
	default:
		r.onUI(f)
	}
}
