package ui

import (
	"context"
	"errors"
)

// index brings an older file's index of words up to date while it is worked with;
// the foot shows how far it is. Stopped, it goes on when the program starts again.
func (f *frame) index() {
	stop := f.shell.Work.Aside(func(ctx context.Context, say func(float64)) error {
		return f.parts.Desk.FinishIndex(ctx, func(done, all int) { say(float64(done) / float64(all)) })
	}, func(far float64) { f.foot.indexing(far) }, func(err error) {
		f.foot.bar.Hide()
		if err != nil && !errors.Is(err, context.Canceled) {
			f.shell.Fail(err)
		}
	})
	f.foot.stop = stop
}
