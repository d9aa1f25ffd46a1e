package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/storage"
)

// TestSomebodyEncryptsTheFile encrypts a desk in the window, which opens again and asks for
// the passphrase: a wrong one is told, the right one opens it. Then it is in clear again.
func TestSomebodyEncryptsTheFile(t *testing.T) {
	d := newDisplay(t)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "demo.db")
	d.must(desk, "demo", "-db", file)
	d.open("听证台", desk, "-db", file)
	d.toTheCopies()
	d.sees("没有加密")
	d.click("加密文件…")
	for _, label := range []string{"文件口令", "再输一遍"} {
		d.enter(label, beside)
		d.write(byHand)
	}
	d.picture("file-passphrase")
	d.click("加密")
	d.sees("文件的恢复码")
	d.picture("file-code")
	d.click("已抄好")
	d.gate()
	d.picture("file-gate")
	text, err := os.ReadFile(file)
	if err != nil || !storage.Encrypted(file) || bytes.Contains(text, []byte("SQLite format")) {
		t.Errorf("it is encrypted: %v, %v", storage.Encrypted(file), err)
	}
	d.through("wrong-2023")
	d.sees("打不开：口令或恢复码不对，请再试。")
	d.picture("file-gate-wrong")
	d.through(byHand)
	d.sees("今日")
	d.sees("都已加密")
	d.picture("file-encrypted")
	d.quit()
	d.open("听证台", desk, "-db", file)
	d.gate()
	d.through(byHand)
	d.toTheCopies()
	d.sees("已加密，连同旁边的扫描件和备份")
	d.picture("file-encrypted-copies")
	d.click("解除加密…")
	d.sees("解除文件的加密？")
	d.click("解除加密")
	d.sees("文件已解除加密")
	d.picture("file-decrypted")
	if storage.Encrypted(file) {
		t.Error("it is still encrypted")
	}
}

// toTheCopies opens the tab of copies.
func (d *display) toTheCopies() {
	d.t.Helper()
	d.sees("今日")
	d.key("ctrl+7")
	d.click("备份")
	d.sees("第二处备份")
}

// gate waits for the window that asks for the passphrase of the file.
func (d *display) gate() {
	d.t.Helper()
	d.within(time.Minute, "the file to be asked for", func() bool { return d.shows("文件已加密") && d.focused().Kind != "" })
	d.shown("听证台")
}

// through types a passphrase at the gate.
func (d *display) through(secret string) {
	d.t.Helper()
	d.until("the field to be empty", func() bool { i := d.focused(); return i.Kind != "" && i.Text == "" })
	d.write(secret)
	d.until("it to be typed", func() bool { return d.focused().Text == secret })
	d.key("Return")
}
