package work_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"hearingdesk/ui/work"
)

func TestNowRunsInPlace(t *testing.T) {
	r := work.Now(t.Context())
	want := errors.New("no room")
	var got error
	r.Later("save", time.Hour, func(context.Context) error { return want }, func(err error) { got = err })
	if !errors.Is(got, want) {
		t.Errorf("got %v", got)
	}
}

// TestOnlyTheLastSaveRuns holds that keystrokes within the wait make one save,
// with what was typed last, and that Drain leaves nothing unsaved.
func TestOnlyTheLastSaveRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		r := work.New(ctx)
		var saved []string
		save := func(s string) {
			r.Later("title", 400*time.Millisecond, func(context.Context) error { saved = append(saved, s); return nil }, nil)
		}
		save("程")
		save("程桂兰")
		time.Sleep(time.Second) // the bubble's clock: no real time passes
		synctest.Wait()
		save("程桂兰案")
		r.Drain()
		if len(saved) != 2 || saved[0] != "程桂兰" || saved[1] != "程桂兰案" {
			t.Errorf("saved %q", saved)
		}
		stop()
		synctest.Wait()
	})
}
