package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/cmd/hearingdesk/outline"
)

// TestNothingTypedIsLost: a clash and half a date are named and not saved, they
// survive a kill, and Ctrl+Z goes back across fields and a deletion.
func TestNothingTypedIsLost(t *testing.T) {
	d := newDisplay(t, "听证室一")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "demo.db")
	d.must(desk, "demo", "-db", file)
	d.open("听证台", desk, "-db", file)
	d.key("ctrl+n")
	d.sees("案件和时间地点")
	d.fill("日期", "2023-07-18")
	d.fill("起止时间", "10:00")
	d.take("地点", "听证室一")
	d.sees("09:00–11:30 已安排")
	d.sees("尚未保存，已存为草稿")
	d.picture("clash")
	again := func() {
		t.Helper()
		d.key("ctrl+1") // it is read after what was typed was written
		d.sees("未完成的录入")
		d.must("pkill", "-9", "-f", file)
		d.open("听证台", desk, "-db", file)
		d.sees("未完成的录入")
		d.picture("unfinished")
		d.press(d.sought("未完成的录入", below))
	}
	again()
	d.sees("09:00–11:30 已安排")
	d.fill("日期", "2023-13-01")
	d.sees("这不是日期")
	again()
	d.holds("日期", "2023-13-01")
	d.fill("日期", "2023-07-19")
	d.fill("起止时间", "10:00")
	d.saved()
	d.fill("名称", "Rehearsal")
	d.saved()
	d.fill("名称", "Second")
	d.saved()
	d.key("ctrl+z")
	d.holds("名称", "Rehearsal")
	d.click("删除")
	d.sees("可用 Ctrl+Z 撤销")
	d.key("ctrl+z")
	d.sees("已撤销")
	all := filepath.Join(d.home, "all.json")
	d.must(desk, "export", "-db", file, "-o", all)
	if out := d.output("grep", "-c", "Rehearsal", all); out != "1" {
		t.Errorf("the hearing that was deleted and brought back stands %s times in the file", out)
	}
}

// below finds the first text under another.
func below(items []outline.Item, words string) (outline.Item, bool) {
	head, ok := text(items, words)
	var found outline.Item
	for _, i := range items {
		if ok && i.Kind == "text" && i.Y > head.Y && i.X > head.X-40 && i.X < head.X+40 && (found.Text == "" || i.Y < found.Y) {
			found = i
		}
	}
	return found, found.Text != ""
}

// holds waits until the field beside a label holds a text.
func (d *display) holds(label, words string) {
	d.t.Helper()
	d.until(label+" to hold "+words, func() bool {
		i, _ := beside(d.outline(), label)
		return i.Text == words
	})
}

// TestNoDisplay: where there is none, the program says what works without.
func TestNoDisplay(t *testing.T) {
	c := exec.Command(built(t, "."), "-db", filepath.Join(t.TempDir(), "x.db")) //nolint:gosec // the program that was just built
	c.Env = []string{"PATH=/usr/bin", "LC_ALL=zh_CN.UTF-8"}
	out, err := c.CombinedOutput()
	if err == nil || c.ProcessState.ExitCode() != exitRefused {
		t.Errorf("exit %v", err)
	}
	for _, want := range []string{"DISPLAY", "hearingdesk demo", "hearingdesk documents"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("it does not say %s:\n%s", want, out)
		}
	}
}

// TestAFileThatCannotBeOpened: who starts the program by a click is told why,
// in a window, and the file stays as it is.
func TestAFileThatCannotBeOpened(t *testing.T) {
	d := newDisplay(t)
	file := filepath.Join(t.TempDir(), "letter.db")
	if err := os.WriteFile(file, []byte("这是一封信"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.open("听证台", build(t, "."), "-db", file)
	d.sees("这不是听证台的文件")
	d.picture("sorry")
	d.click("关闭")
	if text, err := os.ReadFile(file); err != nil || string(text) != "这是一封信" {
		t.Errorf("the file holds %q, %v", text, err)
	}
}
