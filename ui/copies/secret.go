package copies

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// showLock says whether a passphrase is set, and since when.
func (t *Tab) showLock(since time.Time, set bool) {
	t.lock.Importance = widget.MediumImportance
	if set {
		t.lock.SetText(words.T("{{.When}} 设置。第二处和其他磁盘上的备份都加密。", map[string]string{"When": words.Moment(since)}))
		t.set.Importance = widget.MediumImportance
		t.set.SetText(words.T("换一个口令…"))
		return
	}
	if t.model.second() != "" {
		t.lock.Importance = widget.WarningImportance
	}
	t.lock.SetText(words.T("还没有设置：离开本机的备份一律加密，设置以前第二处不写入。"))
	t.set.Importance = widget.HighImportance
	t.set.SetText(words.T("设置备份口令…"))
}

// A fresh is a passphrase that is to be set, and what is said of it.
type fresh struct {
	title, hint, label, does string
	set                      func(ctx context.Context, passphrase string) (code string, err error)
	done                     func(code string) // shows it
}

// askPassphrase asks for a new passphrase of what leaves the machine.
func (t *Tab) askPassphrase() {
	t.askFresh(fresh{
		title: words.T("备份口令"), label: words.T("新的备份口令"), does: words.T("设置"),
		hint: words.T("请用至少 8 个字，例如一句自己记得住的话。忘记口令的，只有随后显示的恢复码能打开备份。以前做的备份仍用当时的口令打开。"),
		set:  t.model.desk.SetPassphrase,
		done: func(code string) {
			t.showCode(words.T("备份口令已设置"), words.T("这是恢复码，忘记口令时用它打开备份。它只显示这一次，也不存在任何地方：请抄下来或打印，与案卷分开锁好。"),
				slip{words.T("备份口令的恢复码"), code, words.T("忘记备份口令时，用它打开设置这个口令以后做的加密备份。请与备份分开锁好。")}, t.keep) // the second place waited for it
			t.Show()
		},
	})
}

// askFresh asks twice for a new passphrase, sets it, and shows the code.
func (t *Tab) askFresh(f fresh) {
	one, two := widget.NewPasswordEntry(), widget.NewPasswordEntry()
	wrong := widget.NewLabel("")
	wrong.Importance = widget.DangerImportance
	wrong.Wrapping = fyne.TextWrapWord
	form := widget.NewForm(widget.NewFormItem(f.label, one), widget.NewFormItem(words.T("再输一遍"), two))
	var d *dialog.CustomDialog
	save := look.Primary(f.does, theme.ConfirmIcon(), func() {
		if one.Text != two.Text {
			wrong.SetText(words.T("两次输入的口令不一样。"))
			return
		}
		secret, code := one.Text, ""
		t.sh.Work.Do(func(ctx context.Context) (err error) {
			code, err = f.set(ctx, secret)
			return err
		}, func(err error) {
			if err != nil {
				wrong.SetText(words.Error(err))
				return
			}
			d.Hide()
			f.done(code)
		})
	})
	two.OnSubmitted = func(string) { save.OnTapped() }
	cancel := widget.NewButton(words.T("取消"), func() { d.Hide() })
	d = dialog.NewCustomWithoutButtons(f.title, container.NewVBox(look.Hint(f.hint), form, wrong), t.sh.Window)
	d.SetButtons([]fyne.CanvasObject{cancel, save})
	d.Resize(fyne.NewSize(520, 300))
	d.Show()
	t.sh.Window.Canvas().Focus(one)
}

// A slip is a code as it is printed: of what, itself, and for what.
type slip struct{ of, code, use string }

// showCode shows a code that opens what a forgotten passphrase does not: this once. then
// follows when it was written down.
func (t *Tab) showCode(title, hint string, c slip, then func()) {
	text := widget.NewLabelWithStyle(c.code, fyne.TextAlignCenter, fyne.TextStyle{Monospace: true, Bold: true})
	text.SizeName = theme.SizeNameHeadingText
	text.Selectable = true
	copied := look.Quiet(words.T("复制"), theme.ContentCopyIcon(), func() {
		fyne.CurrentApp().Clipboard().SetContent(c.code)
		t.sh.Say(words.T("已复制恢复码"))
	})
	body := container.NewVBox(look.Hint(hint), text, container.NewCenter(copied), shell.Printing(t.sh.Code, c.of, c.code, c.use))
	d := dialog.NewCustom(title, words.T("已抄好"), body, t.sh.Window)
	d.Resize(fyne.NewSize(560, 290))
	d.SetOnClosed(then)
	d.Show()
}

// askSecret asks for what opens a locked copy.
func (t *Tab) askSecret(c hearing.Copy, again bool) {
	text := words.T("这份备份是加密的。请输入做它时的备份口令或文件口令，或者恢复码。")
	if again {
		text = words.T("打不开：口令或恢复码不对，请再试。")
	}
	t.sh.AskSecret(words.T("打开加密的备份"), text, func(secret string) { t.askWith(c, secret) })
}
