package work

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// TestNothingWaitsForWhatIsDoneAside: a film is read for a minute, and meanwhile a
// job is done; it says now and then how far it is, and can be stopped.
func TestNothingWaitsForWhatIsDoneAside(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		r := New(ctx)
		turn := make(chan func())
		r.thread = func(f func()) { turn <- f }
		go func() {
			for f := range turn {
				f()
			}
		}()
		var heard []float64
		var end error
		read := func(ctx context.Context, say func(float64)) error {
			for i := range 6000 {
				select {
				case <-time.After(10 * time.Millisecond):
				case <-ctx.Done():
					return ctx.Err()
				}
				say(float64(i) / 6000)
			}
			return nil
		}
		saved := false
		r.Aside(read, func(far float64) { heard = append(heard, far) }, func(err error) { end = err })
		r.Do(func(context.Context) error { return nil }, func(error) { saved = true })
		time.Sleep(5 * time.Millisecond)
		synctest.Wait()
		if !saved {
			t.Error("a job waits for what is done aside")
		}
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		if end != nil || len(heard) < 400 || len(heard) > 700 {
			t.Errorf("it said %d times how far it is, and ended with %v", len(heard), end)
		}
		halt := r.Aside(read, func(float64) {}, func(err error) { end = err })
		time.Sleep(time.Second)
		halt()
		synctest.Wait()
		if !errors.Is(end, context.Canceled) {
			t.Errorf("stopped it ends with %v", end)
		}
		stop()
		synctest.Wait()
		close(turn)
	})
}

// TestNothingIsSaidOnceTheWindowIsClosed: what is done aside ends with it, a job that was
// given is done all the same, and neither says anything any more.
func TestNothingIsSaidOnceTheWindowIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		r := New(ctx)
		said := 0
		r.thread = func(f func()) { said++; f() }
		var end error
		r.Aside(func(ctx context.Context, say func(float64)) error {
			for i := 0; ctx.Err() == nil; i++ {
				time.Sleep(time.Second)
				say(float64(i))
			}
			end = ctx.Err()
			return end
		}, func(float64) {}, func(error) {})
		time.Sleep(3500 * time.Millisecond)
		synctest.Wait()
		before, saved := said, false
		r.Later("save", time.Hour, func(context.Context) error { saved = true; return nil }, func(error) { t.Error("a closed window is told") })
		r.Leave()
		r.Drain()
		time.Sleep(time.Minute)
		synctest.Wait()
		if before == 0 || said != before || !errors.Is(end, context.Canceled) || !saved {
			t.Errorf("said %d times and %d after it was closed; aside ended with %v; saved %v", before, said-before, end, saved)
		}
		stop()
		synctest.Wait()
	})
}

// TestAsideAtOnce: a runner that does everything at once does this too.
func TestAsideAtOnce(t *testing.T) {
	far, ended := 0.0, false
	Now(t.Context()).Aside(func(_ context.Context, say func(float64)) error { say(0.5); return nil }, func(f float64) { far = f }, func(error) { ended = true })
	if far != 0.5 || !ended {
		t.Errorf("%v, %v", far, ended)
	}
}
