package work_test

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"hearingdesk/ui/work"
)

// TestWhoTypesOnIsSavedAllTheWhile holds that keys which never pause are saved
// within the wait, again and again, each time with what was typed last.
func TestWhoTypesOnIsSavedAllTheWhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		r := work.New(ctx)
		var saved []int
		began := time.Now()
		last := began
		for key := range 40 { // one each tenth of a second, four seconds long
			r.Within("typing", 400*time.Millisecond, func(context.Context) error {
				if gap := time.Since(last); gap > 500*time.Millisecond {
					t.Errorf("nothing was saved for %v", gap)
				}
				last = time.Now()
				saved = append(saved, key)
				return nil
			}, nil)
			time.Sleep(100 * time.Millisecond)
			synctest.Wait()
		}
		time.Sleep(400 * time.Millisecond)
		synctest.Wait()
		if len(saved) < 8 || saved[len(saved)-1] != 39 || !slices.IsSorted(saved) {
			t.Errorf("saved %v", saved)
		}
		stop()
		synctest.Wait()
	})
}

func TestWhatIsDroppedIsNotSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		r := work.New(ctx)
		saved := 0
		keep := func() {
			r.Within("typing", time.Second, func(context.Context) error { saved++; return nil }, nil)
		}
		keep()
		r.Drop("typing")
		r.Drop("nothing")
		r.Drain()
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if saved != 0 {
			t.Error("what was dropped was saved")
		}
		keep()
		r.Drain() // the window closes
		if saved != 1 {
			t.Errorf("saved %d times", saved)
		}
		stop()
		synctest.Wait()
	})
}
