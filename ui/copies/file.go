package copies

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// file is the row that says whether the file is encrypted, with what can be done.
func (t *Tab) file() fyne.CanvasObject {
	said := widget.NewLabel(t.model.encryption())
	said.Truncation = fyne.TextTruncateEllipsis
	if !t.model.desk.Encrypted() {
		return container.NewBorder(nil, nil, nil, t.sh.ForDeed(hearing.ManageAccounts, widget.NewButtonWithIcon(words.T("加密文件…"), theme.VisibilityOffIcon(), t.encrypt)), said)
	}
	change := t.sh.ForDeed(hearing.ManageAccounts, widget.NewButtonWithIcon(words.T("换文件口令…"), theme.LoginIcon(), t.change))
	back := t.sh.ForDeed(hearing.ManageAccounts, look.Quiet(words.T("解除加密…"), nil, t.decrypt))
	return container.NewBorder(nil, nil, nil, container.NewHBox(back, change), said)
}

// encrypt asks for a passphrase, shows the code, and has the file encrypted once the window
// is closed.
func (t *Tab) encrypt() {
	t.askFresh(fresh{
		title: words.T("加密文件"), label: words.T("文件口令"), does: words.T("加密"),
		hint: words.T("请用至少 8 个字，例如一句自己记得住的话。以后每次打开都要输入它。文件、旁边的扫描件和备份都会加密，原来没有加密的随后删除。口令和随后显示的恢复码都丢了，谁也打不开文件，也打不开这些备份。"),
		set:  t.model.desk.ToEncrypt,
		done: func(code string) {
			t.showCode(words.T("文件的恢复码"), words.Sentences(words.T("忘记文件口令时，用它打开文件和备份。它只显示这一次，也不存在任何地方：请抄下来或打印，与电脑分开锁好。"), words.T("抄好后窗口会关闭，加密完成再打开。")),
				t.slip(code), t.sh.Turn)
		},
	})
}

// slip is the code of the file as it is printed.
func (t *Tab) slip(code string) slip {
	return slip{words.T("文件口令的恢复码"), code, words.T("忘记文件口令时，用它打开工作台文件和它旁边的备份。请与电脑分开锁好。")}
}

// change asks for another passphrase of the file.
func (t *Tab) change() {
	t.askFresh(fresh{
		title: words.T("换文件口令"), label: words.T("新的文件口令"), does: words.T("设置"),
		hint: words.T("请用至少 8 个字，例如一句自己记得住的话。原来的口令和恢复码不再能打开文件；以前做的备份仍用当时的口令打开。"),
		set:  t.model.desk.ChangePassphrase,
		done: func(code string) {
			t.showCode(words.T("文件的恢复码"), words.T("忘记文件口令时，用它打开文件和备份。它只显示这一次，也不存在任何地方：请抄下来或打印，与电脑分开锁好。"), t.slip(code), t.Show)
		},
	})
}

// decrypt has the file in clear again once the window is closed.
func (t *Tab) decrypt() {
	d := dialog.NewConfirm(words.T("解除文件的加密？"), words.T("以后拿到这台电脑或硬盘的人都能读到文件里的内容。加密期间做的备份仍是加密的，用当时的文件口令打开。窗口会关闭，完成后再打开。"), func(yes bool) {
		if !yes {
			return
		}
		t.sh.Work.Flush()
		t.sh.Work.Do(func(ctx context.Context) error { return t.model.desk.ToDecrypt(ctx) }, func(err error) {
			if err != nil {
				t.sh.Fail(err)
				return
			}
			t.sh.Turn()
		})
	}, t.sh.Window)
	d.SetConfirmText(words.T("解除加密"))
	d.SetDismissText(words.T("取消"))
	d.Show()
}
