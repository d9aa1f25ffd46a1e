package entrance

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
)

// A gate lets one name in by one password, and is locked after two wrong ones.
type gate struct{ wrong int }

func (g *gate) Login(_ context.Context, name, password string) error {
	if name == "许晚" && password == "梧桐听证2023" && g.wrong < 2 { //nolint:gosec // of nobody
		return nil
	}
	if g.wrong++; g.wrong >= 2 {
		return &hearing.LoginError{Wait: time.Minute}
	}
	return &hearing.LoginError{Left: 1}
}

func (g *gate) Recover(_ context.Context, _, code, _ string) (string, error) {
	if code != "AAAA" {
		return "", errors.New("no")
	}
	return "BBBB-CCCC", nil
}

func (g *gate) Me() hearing.Account { return hearing.Account{Name: "许晚"} }

// TestTheDoor is gone through by keys alone; a wrong password is told below the fields,
// and a locked account lets nobody try.
func TestTheDoor(t *testing.T) {
	sh, _ := shown.Shell(t, "2023-07-18 09:00")
	in := 0
	d := New(sh.Work, sh.Window.Canvas(), sh.Now, &gate{}, func() { in++ }, nil)
	sh.Window.SetContent(d.Object())
	d.Wait()
	typed := func(e *widget.Entry, text string) {
		t.Helper()
		if sh.Window.Canvas().Focused() != e {
			t.Fatalf("the cursor is not in the field for %q", text)
		}
		test.Type(e, text)
		e.OnSubmitted(e.Text)
	}
	typed(d.name, "许晚")
	typed(d.secret, "错的")
	if d.said.Text != "姓名或口令不对，还可以试 1 次。" || in != 0 || d.secret.Text != "" {
		t.Errorf("a wrong password says %q, %d came in", d.said.Text, in)
	}
	shown.Picture(t, sh.Window, "login")
	typed(d.secret, "梧桐听证2023")
	if in != 1 {
		t.Error("the right one does not let in")
	}
	d.desk().wrong = 1
	typed(d.secret, "错的")
	if d.said.Text != "错的次数太多，已锁定。请过 1 分钟 再试。" || !d.enter.Disabled() {
		t.Errorf("locked says %q", d.said.Text)
	}
	if test.Type(d.name, "的"); d.enter.Disabled() || d.said.Text != "" {
		t.Error("one name locks the door for everybody")
	}
}

func (d *Door) desk() *gate { return d.model.desk.(*gate) }

// TestTheLockedWindow knows who locked it, and takes a recovery code too.
func TestTheLockedWindow(t *testing.T) {
	sh, _ := shown.Shell(t, "2023-07-18 09:00")
	in, left := 0, 0
	d := New(sh.Work, sh.Window.Canvas(), sh.Now, &gate{}, func() { in++ }, func() { left++ })
	printed := ""
	d.Print = func(of, code, _ string, told func(string)) { printed = of + code; told("已交打印机") }
	sh.Window.SetContent(d.Object())
	d.Wait()
	if d.name.Text != "许晚" || !d.name.Disabled() || sh.Window.Canvas().Focused() != d.secret {
		t.Error("the locked window asks who it is")
	}
	shown.Picture(t, sh.Window, "locked")
	shown.Press(t, sh.Window, "忘记口令，用恢复码")
	test.Type(d.secret, "AAAA")
	test.Type(d.fresh, "新的口令要够长")
	test.Type(d.again, "新的口令要够久")
	d.again.OnSubmitted("")
	if d.said.Text != "两次输入的新口令不一样，请再输入一次。" {
		t.Errorf("it says %q", d.said.Text)
	}
	d.again.SetText("新的口令要够长")
	if shown.Press(t, sh.Window, "换人登录"); left != 1 {
		t.Error("nobody else can log in while the code is asked for")
	}
	shown.Picture(t, sh.Window, "recovery")
	d.again.OnSubmitted("")
	if !shown.Reads(sh.Window, "BBBB-CCCC") || in != 0 {
		t.Error("the next code is not shown first")
	}
	if shown.Press(t, sh.Window, "打印"); printed != "账号：许晚BBBB-CCCC" || !shown.Reads(sh.Window, "已交打印机") {
		t.Errorf("printed %q", printed)
	}
	shown.Picture(t, sh.Window, "recovery-code")
	shown.Press(t, sh.Window, "已经抄好，进入")
	if in != 1 {
		t.Error("nobody came in")
	}
}
