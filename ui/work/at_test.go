package work

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// TestAnAlarmRingsOnce waits over a night in a bubble, whose clock needs no
// time: what was set anew rings at the new time only.
func TestAnAlarmRingsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		r := New(ctx)
		r.thread = func(f func()) { f() }
		begin := time.Now()
		var rang []time.Duration
		ring := func() { rang = append(rang, time.Since(begin)) }
		r.At("day", begin.Add(time.Hour), ring)
		r.At("day", begin.Add(14*time.Hour), ring)
		r.At("past", begin.Add(-time.Hour), ring)
		time.Sleep(24 * time.Hour)
		synctest.Wait()
		if len(rang) != 2 || rang[0] != 0 || rang[1] != 14*time.Hour {
			t.Errorf("rang after %v", rang)
		}
		r.At("never", time.Now().Add(time.Minute), ring)
		stop()
		time.Sleep(time.Hour)
		synctest.Wait()
		if len(rang) != 2 {
			t.Error("an alarm rang when the window was gone")
		}
	})
	Now(t.Context()).At("x", time.Now(), func() { t.Error("a test waits for nothing") })
}
