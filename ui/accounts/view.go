package accounts

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/entrance"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Tab lists the accounts.
type Tab struct {
	sh     *shell.Shell
	model  model
	list   *look.List[hearing.Account]
	after  *widget.Select
	object fyne.CanvasObject
}

// New returns the tab.
func New(sh *shell.Shell, desk Desk, staff Staff) *Tab {
	t := &Tab{sh: sh, model: model{desk: desk, staff: staff}}
	t.list = look.NewList(t.row, t.change)
	add := look.Primary(words.T("新建账号"), theme.ContentAddIcon(), t.add)
	t.after = widget.NewSelect(nil, nil)
	for _, n := range idles {
		t.after.Options = append(t.after.Options, minutes(n))
	}
	head := container.NewVBox(
		field.Columns(field.RowOf(words.T("空闲锁定"), t.after), container.NewHBox(add)),
		field.RowOf("", look.Hint(words.T("没有账号时，谁打开文件谁就能用。建了第一个账号，就要登录才能看；第一个账号须是部门负责人或检察长。不公开的听证和未成年人案件，只有承办团队、部门负责人和检察长看得到。点一个账号可以换角色、换口令或者停用。"))))
	t.object = container.NewBorder(head, nil, nil, nil, t.list)
	return t
}

// Object returns what is drawn.
func (t *Tab) Object() fyne.CanvasObject { return t.object }

// Show reads the accounts.
func (t *Tab) Show() {
	t.sh.Work.Do(t.model.read, func(err error) {
		t.sh.Fail(err)
		t.list.Set(t.model.all, look.Hint(words.T("还没有账号。")))
		t.after.OnChanged = nil
		if n := t.model.office.LockAfter; n > 0 {
			t.after.SetSelected(minutes(n))
		}
		t.after.PlaceHolder = words.T("10 分钟（默认）")
		t.after.Refresh()
		t.after.OnChanged = t.idle
	})
}

// idles are the minutes that are offered.
var idles = []int{5, 10, 15, 30, 60}

func minutes(n int) string { return words.Span(time.Duration(n) * time.Minute) }

// idle keeps how long nobody may touch the window.
func (t *Tab) idle(string) {
	o := t.model.office
	o.LockAfter = idles[t.after.SelectedIndex()]
	t.sh.Work.Do(func(ctx context.Context) error {
		_, err := t.model.staff.SaveOffice(ctx, o)
		return err
	}, func(err error) {
		t.sh.Fail(err)
		t.Show()
	})
}

func (t *Tab) row(a hearing.Account) look.Row {
	r := look.Row{Title: a.Name, Detail: words.Of(a.Role) + words.T("：") + says(a.Role), Right: t.model.person(a.Person)}
	if a.Retired {
		r.Right = words.T("已停用")
	}
	return r
}

// add makes a new account.
func (t *Tab) add() {
	a := hearing.Account{ID: t.sh.NewID(), Role: hearing.DeskClerk}
	if len(t.model.all) == 0 {
		a.Role = hearing.DeskHead
	}
	t.open(words.T("新建账号"), words.T("新建"), a, true, func(a hearing.Account, password string, end func(error)) {
		t.secret(a.Name, func(ctx context.Context) (string, error) { return t.model.desk.AddAccount(ctx, a, password) }, end)
	})
}

// change changes an account.
func (t *Tab) change(a hearing.Account) {
	t.open(words.T("账号“{{.Name}}”", map[string]string{"Name": a.Name}), words.T("保存"), a, false, func(a hearing.Account, _ string, end func(error)) {
		t.sh.Work.Do(func(ctx context.Context) error { return t.model.desk.ChangeAccount(ctx, a) }, func(err error) {
			end(err)
			if err == nil {
				t.sh.Say(words.T("已保存账号“{{.Name}}”", map[string]string{"Name": a.Name}))
				t.Show()
			}
		})
	})
}

// password gives an account a new password.
func (t *Tab) password(a hearing.Account) {
	first, again := widget.NewPasswordEntry(), widget.NewPasswordEntry()
	rows := container.NewVBox(field.RowOf(words.T("新口令"), first), field.RowOf(words.T("再输入一次"), again))
	d := dialog.NewCustomConfirm(words.T("给“{{.Name}}”换口令", map[string]string{"Name": a.Name}), words.T("换口令"), words.T("取消"), rows, func(yes bool) {
		switch {
		case !yes:
		case first.Text != again.Text:
			t.sh.Say(words.T("两次输入的口令不一样。"))
		default:
			t.secret(a.Name, func(ctx context.Context) (string, error) { return t.model.desk.GivePassword(ctx, a.ID, first.Text) }, t.sh.Fail)
		}
	}, t.sh.Window)
	const wide, high = 460, 220
	d.Resize(fyne.NewSize(wide, high))
	d.Show()
	t.sh.Window.Canvas().Focus(first)
}

// secret does what makes a recovery code, and shows it once.
func (t *Tab) secret(name string, do func(context.Context) (string, error), end func(error)) {
	var code string
	t.sh.Work.Do(func(ctx context.Context) (err error) {
		code, err = do(ctx)
		return err
	}, func(err error) {
		end(err)
		if err != nil {
			return
		}
		t.Show()
		const wide, high = 460, 280
		d := dialog.NewCustom(words.T("“{{.Name}}”的恢复码", map[string]string{"Name": name}), words.T("已经抄好"), entrance.Code(name, code, t.sh.Code), t.sh.Window)
		d.Resize(fyne.NewSize(wide, high))
		d.SetOnClosed(func() { t.sh.Go(shell.Place{Kind: shell.Settings, Tab: Key}) }) // the window says who is logged in now
		d.Show()
	})
}
