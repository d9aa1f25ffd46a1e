package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearingdesk/cmd/hearingdesk/outline"
	"hearingdesk/hearing"
)

// byHand is a password that is typed with the input method off.
const byHand = "wutong-2023" //nolint:gosec // of invented people

// TestSomebodyLogsIn makes two accounts in the window, closes it, and logs in by keys: a
// wrong password is told, and one of a name that there is not in the same words; the fifth
// locks the account out, and another one comes in. The window is locked and unlocked, and
// given to somebody else.
func TestSomebodyLogsIn(t *testing.T) {
	d := newDisplay(t, "沈秋白", "许晚", "无此人")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "demo.db")
	d.must(desk, "demo", "-db", file)
	d.open("听证台", desk, "-db", file)
	d.account("沈秋白", "部门负责人")
	d.account("许晚", "书记员")
	d.picture("accounts-made")
	d.quit()
	d.open("听证台", desk, "-db", file)
	d.sees("登录听证台")
	for left := 4; left > 0; left-- {
		d.logIn("许晚", "wrong")
		d.sees("姓名或口令不对，还可以试 " + string(rune('0'+left)) + " 次。")
	}
	d.logIn("许晚", "wrong")
	d.sees("错的次数太多，已锁定。请过 1 分钟 再试。")
	d.picture("door-locked-out")
	d.quit() // over a restart too
	shutFor(t, file, "许晚")
	d.open("听证台", desk, "-db", file)
	d.logIn("许晚", byHand)
	d.sees("错的次数太多，已锁定。请过")
	d.logIn("无此人", "wrong") // a name is locked out, not the door
	d.sees("姓名或口令不对，还可以试 4 次。")
	d.logIn("沈秋白", byHand)
	d.sees("沈秋白（Ctrl+L 锁定）")
	d.key("ctrl+l")
	d.sees("已锁定")
	d.until("nothing of the desk to be seen", func() bool { return !d.shows("今日") })
	d.secret("wrong")
	d.sees("姓名或口令不对，还可以试 4 次。")
	d.secret(byHand)
	d.sees("今日")
	d.key("ctrl+l")
	d.click("忘记口令，用恢复码")
	d.sees("用恢复码换新口令")
	d.click("换人登录")
	d.sees("登录听证台")
	d.picture("door-somebody-else")
}

// shutFor dates the last wrong password of an account an hour ahead, as where the clock was
// set back: the wait begins anew when it is tried next. A slow machine may take longer than
// the minute of it to open the window again.
func shutFor(t *testing.T, file, name string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	done, err := db.ExecContext(t.Context(), "UPDATE account SET failed = ? WHERE name = ? AND failures >= 5", time.Now().Add(time.Hour).UTC().Format(time.RFC3339Nano), name)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		t.Errorf("%d accounts of that name are locked out, %v", n, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// account makes an account in the window; the first one is of whoever sits there.
func (d *display) account(name, role string) {
	d.t.Helper()
	d.key("ctrl+7")
	d.click("账号")
	d.click("新建账号")
	d.until("the form of an account", func() bool { return d.focused().Kind != "" })
	d.write(name)
	if i, _ := beside(d.outline(), "角色"); i.Text != role {
		d.press(i)
		d.click(role)
	}
	for _, label := range []string{"口令", "再输入一次"} {
		d.enter(label, beside)
		d.write(byHand)
	}
	d.click("新建")
	d.sees("恢复码只显示这一次")
	d.click("已经抄好")
	d.until("the account to be listed", func() bool {
		_, there := text(d.outline(), name)
		return there && !d.shows("恢复码只显示这一次")
	})
}

// logIn types a name and a password at the door, by keys alone.
func (d *display) logIn(name, password string) {
	d.t.Helper()
	d.until("the door", func() bool { return d.shows("登录听证台") && d.focused().Kind != "" })
	if i, _ := beside(d.outline(), "姓名"); i.Text != name {
		if !i.Focused {
			d.enter("姓名", beside)
		}
		d.key("ctrl+a", "BackSpace")
		d.write(name)
		d.key("Return")
	}
	d.secret(password)
}

// secret types a password where the keyboard waits for it.
func (d *display) secret(password string) {
	d.t.Helper()
	waits := func() bool {
		i, _ := beside(d.outline(), "口令")
		return i.Focused && i.Text == ""
	}
	d.until("the keyboard to be in the password", waits)
	d.write(password)
	d.until("the password to be typed", func() bool { return d.focused().Text == password })
	d.key("Return")
	d.until("the password to be taken", func() bool { return d.focused().Text != password })
}

// quit closes the window, as its frame's button does, and waits until the program has ended.
func (d *display) quit() {
	d.t.Helper()
	d.window, _, _ = strings.Cut(d.output("xdotool", "search", "--onlyvisible", "--name", "听证台"), "\n")
	if !d.tell(d.wire.bye, 0) {
		d.t.Fatal("there is no window to close")
	}
	d.until("the program to end", func() bool { return len(d.outline()) == 0 })
	logs, _ := filepath.Glob(filepath.Join(d.home, "*.run.log"))
	for _, f := range logs {
		if said, err := os.ReadFile(f); err != nil || strings.Contains(string(said), "call thread") { //nolint:gosec // of the test's own
			d.t.Errorf("closed, the window was drawn to by another thread (%v): %.500s", err, said)
		}
	}
}

// TestTheHearingDeskLocks locks the window in the middle of a word, by a key and because
// nobody touches it: no word stands on any screen but the wall's, what was typed is on the
// disk, and behind the lock the line is as it was, with the cursor.
func TestTheHearingDeskLocks(t *testing.T) {
	d := newDisplay(t, "许晚", "上门探望", "何时")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "record.db")
	d.must(desk, "import", "-db", file, inSession(t))
	guard(t, file)
	d.open("听证台", desk, "-db", file)
	d.logIn("许晚", byHand)
	d.sees("许晚（Ctrl+L 锁定）")
	d.toTheDesk()
	for _, w := range []string{"投影", "提词"} {
		d.click(w)
		d.until("the window "+w, func() bool { return d.visible(w) })
		d.shown("听证台")
	}
	d.key("F1")
	d.write("上门探望")
	d.key("Left", "Left")
	for _, way := range []string{"by a key", "by itself"} {
		if way == "by a key" {
			d.key("ctrl+l")
		}
		d.within(3*time.Minute, "the window to be locked "+way, func() bool { return d.shows("没有存下的内容都在") })
		for _, i := range d.outline() {
			if strings.Contains(i.Text, "上门") || strings.Contains(i.Text, "探望") {
				t.Errorf("locked %s, the window shows %q", way, i.Text)
			}
		}
		if d.visible("提词") || !d.visible("投影") {
			t.Errorf("locked %s, the presider's window is seen: %v, the wall's: %v", way, d.visible("提词"), d.visible("投影"))
		}
		if got := guardedTyping(t, file); !strings.HasPrefix(got, "上门") {
			t.Errorf("locked %s, the disk has %q", way, got)
		}
		d.picture("locked " + way)
		d.shown("听证台")
		d.secret(byHand)
		d.until("the line as it was", func() bool { return strings.HasSuffix(d.focused().Text, "探望") })
		d.until("the presider's window again", func() bool { return d.visible("提词") })
		d.shown("听证台")
		if way == "by a key" {
			d.write("何时")
			d.until("the words to stand where the cursor was", func() bool { return d.focused().Text == "上门何时探望" })
		}
	}
	d.key("End", "Return")
	d.until("the line to be written", func() bool {
		return d.focused().Text == "" && containsText(d.outline(), "上门何时探望")
	})
}

// containsText reports whether a text stands somewhere.
func containsText(items []outline.Item, words string) bool {
	for _, i := range items {
		if strings.Contains(i.Text, words) {
			return true
		}
	}
	return false
}

// visible reports whether a window of that title is on the screen.
func (d *display) visible(title string) bool {
	return d.output("xdotool", "search", "--onlyvisible", "--name", "^"+title+"$") != ""
}

// guard gives a desk accounts, of the chief procurator and of the recorder, and lets its
// window lock after a minute.
func guard(t *testing.T, file string) {
	t.Helper()
	d, err := openAs(t.Context(), "机器", file, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close() }() // what counts is checked
	o, err := d.Office(t.Context())
	if err == nil {
		o.LockAfter = 1
		_, err = d.SaveOffice(t.Context(), o)
	}
	for _, a := range []hearing.Account{{ID: "boss", Name: "沈秋白", Role: hearing.DeskChief, Person: "p-shen"}, {ID: "a-xu", Name: "许晚", Role: hearing.DeskRecorder, Person: "p-xu"}} {
		if err == nil {
			_, err = d.AddAccount(t.Context(), a, byHand)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// guardedTyping is what the file of a desk with accounts has of the passage that is being typed in E1.
func guardedTyping(t *testing.T, file string) string {
	t.Helper()
	d, err := openAs(t.Context(), "机器", file, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close() }() // it was only read
	if err := d.Login(t.Context(), "许晚", byHand); err != nil {
		t.Fatal(err)
	}
	now, err := d.Typing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	return now.Line.Text
}
