package ui

import (
	"context"
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// undo takes back what is on the page and not in the file, else the last
// change of the file.
func (f *frame) undo() {
	if page, ok := f.pages[f.here.Kind].(interface{ Undo() bool }); ok && page.Undo() {
		return
	}
	if page := f.pages[f.here.Kind]; page != nil && page.TakeBack() {
		f.foot.say(words.T("已取消未保存的输入"))
		return
	}
	f.revert(f.parts.Desk.Undo, "已撤销：{{.Change}}")
}

func (f *frame) redo() {
	if page, ok := f.pages[f.here.Kind].(interface{ Redo() bool }); ok && page.Redo() {
		return
	}
	f.revert(f.parts.Desk.Redo, "已恢复：{{.Change}}")
}

func (f *frame) revert(do func(context.Context) (hearing.Change, error), said string) {
	f.shell.Work.Flush()
	var c hearing.Change
	f.shell.Work.Do(func(ctx context.Context) (err error) {
		c, err = do(ctx)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, hearing.ErrNothing):
			f.foot.say(words.Error(err))
		case err != nil:
			f.shell.Fail(err)
		default:
			f.watch.Changed()
			f.foot.say(words.T(said, map[string]string{"Change": words.Change(c)}))
			f.again()
		}
	})
}
