package copies

import (
	"testing"

	"hearingdesk/storage"
	"hearingdesk/ui/shown"
)

// TestTheTabEncryptsTheFile asks for a passphrase, shows the code, and has the file
// encrypted once the window is closed; then it is changed, and taken back.
func TestTheTabEncryptsTheFile(t *testing.T) {
	const now = "2023-07-18 09:00"
	ctx := t.Context()
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	turned := 0
	sh.Turn = func() { turned++ }
	show := func(d *storage.Desk) {
		tab := New(sh, d)
		shown.Show(sh, tab.Object())
		tab.Show()
	}
	show(d)
	if !shown.Reads(sh.Window, "没有加密：拿到这台电脑或硬盘的人能读到文件和旁边的备份。") {
		t.Error("it does not say that anybody can read it")
	}
	shown.Press(t, sh.Window, "加密文件…")
	fill(t, sh.Window, "冬天的河面结了冰", "冬天的河面结了冰")
	shown.Picture(t, sh.Window, "copies-encrypt")
	tap(t, sh.Window, "加密")
	shown.Picture(t, sh.Window, "copies-encrypt-code")
	if turned != 0 {
		t.Error("it is encrypted before the code was written down")
	}
	tap(t, sh.Window, "已抄好")
	if left, err := d.Turn(ctx, func(float64) {}); turned != 1 || len(left) > 0 || err != nil || !storage.Encrypted(d.Path()) {
		t.Fatalf("turned %d times, left %v, %v", turned, left, err)
	}
	o := storage.Options{Actor: "许晚", Access: shown.Access(t), Now: sh.Now, NewID: sh.NewID}
	again, err := storage.Open(ctx, d.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	made, err := again.Keep(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	show(again)
	if !shown.Reads(sh.Window, "已加密  "+made.File) {
		t.Error("the list does not say that a copy of an encrypted file is encrypted")
	}
	shown.Picture(t, sh.Window, "copies-encrypted")
	shown.Press(t, sh.Window, "换文件口令…")
	fill(t, sh.Window, "春天的河面化了冰", "春天的河面化了冰")
	tap(t, sh.Window, "设置")
	tap(t, sh.Window, "已抄好")
	if err := storage.Unlock(d.Path(), "冬天的河面结了冰"); err == nil {
		t.Error("the old passphrase still opens it")
	}
	shown.Press(t, sh.Window, "解除加密…")
	shown.Picture(t, sh.Window, "copies-decrypt")
	tap(t, sh.Window, "解除加密")
	if _, err := again.Turn(ctx, func(float64) {}); turned != 2 || err != nil || storage.Encrypted(d.Path()) {
		t.Errorf("turned %d times, %v", turned, err)
	}
	if len(told.Failed) > 0 {
		t.Errorf("it says %v", told.Failed)
	}
}
