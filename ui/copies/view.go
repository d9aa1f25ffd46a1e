package copies

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Key is the key of the tab.
const Key = "copies"

// A Tab lists the copies of the file.
type Tab struct {
	sh     *shell.Shell
	model  model
	list   *look.List[hearing.Copy]
	second *field.Text
	lock   *widget.Label
	set    *widget.Button
	object fyne.CanvasObject
}

// New returns the tab.
func New(sh *shell.Shell, desk Desk) *Tab {
	prefs := fyne.CurrentApp().Preferences()
	t := &Tab{sh: sh, model: model{desk, func() string { return prefs.String(PrefSecond) }}}
	t.list = look.NewList(t.row, t.ask)
	now := widget.NewButtonWithIcon(words.T("立即备份"), theme.DocumentSaveIcon(), t.keep)
	other := sh.ForDeed(hearing.ManageAccounts, look.Quiet(words.T("恢复别处的备份…"), theme.FolderOpenIcon(), func() {
		dialog.ShowFileOpen(func(r fyne.URIReadCloser, err error) {
			if err != nil {
				sh.Fail(err)
			} else if r != nil {
				sh.Fail(r.Close())
				t.ask(hearing.Copy{File: r.URI().Path()})
			}
		}, sh.Window)
	}))
	t.second = field.NewText(prefs.String(PrefSecond), func(s string) { prefs.SetString(PrefSecond, s) }).Hint(words.T("例如 U 盘上的文件夹；不在时略过"))
	seek := look.Quiet(words.T("浏览…"), theme.FolderOpenIcon(), func() {
		dialog.ShowFolderOpen(func(u fyne.ListableURI, err error) {
			if err != nil {
				sh.Fail(err)
			} else if u != nil {
				t.second.Set(u.Path())
				prefs.SetString(PrefSecond, u.Path())
			}
		}, sh.Window)
	})
	t.lock = widget.NewLabel("")
	t.lock.Truncation = fyne.TextTruncateEllipsis
	t.set = sh.ForDeed(hearing.ManageAccounts, widget.NewButtonWithIcon(words.T("设置备份口令…"), theme.LoginIcon(), t.askPassphrase))
	head := container.NewVBox(
		field.RowOf(words.T("第二处备份"), container.NewBorder(nil, nil, nil, container.NewHBox(seek, now, other), t.second.Object())),
		field.RowOf(words.T("备份口令"), container.NewBorder(nil, nil, nil, t.set, t.lock)),
		field.RowOf(words.T("文件加密"), t.file()),
		field.RowOf("", look.Hint(words.T("启动时、有改动的每一小时、导入和升级之前各备份一次，都经过核验；最近一天每小时留一份，一个月每天留一份，一年每月留一份，磁盘快满时少留些。点一份备份，先看恢复会改变什么。"))))
	t.object = container.NewBorder(head, nil, nil, nil, t.list)
	return t
}

// Object returns what is drawn.
func (t *Tab) Object() fyne.CanvasObject { return t.object }

// Show reads the copies.
func (t *Tab) Show() {
	var all []hearing.Copy
	var since time.Time
	var set bool
	t.sh.Work.Do(func(ctx context.Context) (err error) {
		if since, set, err = t.model.desk.PassphraseSince(ctx); err != nil {
			return err
		}
		all, err = t.model.list(ctx)
		return err
	}, func(err error) {
		t.sh.Fail(err)
		t.showLock(since, set)
		t.list.Set(all, look.Hint(words.T("还没有备份。")))
	})
}

func (t *Tab) row(c hearing.Copy) look.Row {
	file := c.File
	if c.Locked {
		file = words.T("已加密") + "  " + file
	}
	return look.Row{Title: words.Moment(c.At), Detail: file, Right: fmt.Sprintf("%s  %.1f MB", words.Age(t.sh.Now().Sub(c.At)), float64(c.Size)/(1<<20))}
}

// keep makes a copy now, in both places.
func (t *Tab) keep() {
	t.sh.Work.Flush()
	var made hearing.Copy
	t.sh.Work.Do(func(ctx context.Context) (err error) {
		made, err = t.model.keep(ctx)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		t.sh.Say(words.T("已备份到 {{.File}}", map[string]string{"File": made.File}))
		t.Show()
	})
}

// ask shows what a restore would change, and asks whether to.
func (t *Tab) ask(c hearing.Copy) { t.askWith(c, "") }

// askWith does so for a copy that may need its secret; for one that does it asks.
func (t *Tab) askWith(c hearing.Copy, secret string) {
	t.sh.Work.Flush()
	var list []hearing.Difference
	t.sh.Work.Do(func(ctx context.Context) (err error) {
		list, err = t.model.desk.Differences(ctx, c.File, secret)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, hearing.ErrSecret):
			t.askSecret(c, secret != "")
		case err != nil:
			t.sh.Fail(err)
		default:
			t.confirm(c, secret, list)
		}
	})
}

func (t *Tab) confirm(c hearing.Copy, secret string, list []hearing.Difference) {
	text := words.Sentences(question(list)+"\n", words.T("窗口会关闭后重新打开；现在的文件另存在旁边，恢复它就撤销了这次恢复。"))
	d := dialog.NewConfirm(words.T("恢复“{{.File}}”？", map[string]string{"File": filepath.Base(c.File)}), text, func(yes bool) {
		if yes {
			t.sh.Restore(c.File, secret)
		}
	}, t.sh.Window)
	d.SetConfirmText(words.T("恢复备份"))
	d.SetDismissText(words.T("不恢复"))
	d.Show()
}
