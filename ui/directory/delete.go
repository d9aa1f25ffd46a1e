package directory

import (
	"context"
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// delete deletes the open record, or drops the draft of a new one.
func (d *Directory[T]) delete() {
	e := d.Form.Editor
	id, name := e.ID(), d.title(e.Value())
	if !d.stored {
		d.unmark()
		d.gone = id
		e.UseTheirs()
		return
	}
	d.sh.Work.Flush()
	Delete(d.sh, name, func(ctx context.Context) error {
		v, err := d.records.Load(ctx, id)
		if err != nil {
			return err
		}
		return d.records.Delete(ctx, id, *d.records.Version(&v))
	}, d.warn, func() { d.deleted(id, name) })
}

// Delete runs the deletion of what has a name. Who still uses it is told to
// used; done follows where it is gone.
func Delete(sh *shell.Shell, name string, job work.Job, used func(string), done func()) {
	sh.Work.Do(job, func(err error) {
		var by interface{ Names() []string }
		switch {
		case errors.As(err, &by):
			used(words.T("不能删除，还用在：{{.Names}}。请先在那里换掉或删去它。", map[string]string{"Names": some(by.Names())}))
		case err != nil:
			sh.Fail(err)
		default:
			sh.Say(words.T("已删除“{{.Name}}”，可用 Ctrl+Z 撤销", map[string]string{"Name": name}))
			done()
		}
	})
}

func (d *Directory[T]) deleted(id hearing.ID, name string) {
	if d.Form.Editor.ID() == id {
		d.stored = false
		d.showNothing(words.T("“{{.Name}}”已删除。按 Ctrl+Z 可以撤销。", map[string]string{"Name": name}))
	}
	d.Read()
}
