package main

import (
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing"
)

// TestAHearingIsWrittenDown writes the hearing E1 down at the hearing desk by keys
// and Pinyin, with the wall and the presider's window open, kills the program in
// the middle of a word, and goes on where it was.
func TestAHearingIsWrittenDown(t *testing.T) {
	d := newDisplay(t, "现在开始听证", "消防通道已经打通", "充电设施何时建成")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "record.db")
	d.must(desk, "import", "-db", file, inSession(t))
	d.open("听证台", desk, "-db", file)
	d.toTheDesk()

	d.sees("核对到场、宣布纪律") // of the script
	d.key("ctrl+Down")
	d.sees("请各位参加人按席位牌就座")
	d.key("F1")
	d.write("现在开始听证")
	d.key("Return")
	d.key("ctrl+Down", "ctrl+t") // the presider's words go into the line
	d.sees("依据《人民检察院审查案件听证工作规定》")
	d.key("Return", "F3", "ctrl+q") // an officer asks
	d.write("充电设施何时建成")
	d.key("Return", "F9", "ctrl+d") // an agency answers
	d.write("消防通道已经打通")
	d.key("Return")
	d.sees("已存")
	d.picture("record-recorder")

	d.click("投影")
	d.until("the window for the wall", func() bool { return d.output("xdotool", "search", "--onlyvisible", "--name", "投影") != "" })
	d.picture("record-wall")
	d.shown("听证台")
	d.click("提词")
	d.until("the presider's window", func() bool { return d.output("xdotool", "search", "--onlyvisible", "--name", "提词") != "" })
	d.picture("record-presider")
	d.shown("听证台")

	d.key("F1")
	d.write("充电")
	d.until("the words to be on the disk", func() bool { return strings.HasPrefix(typing(t, file), "充电") })
	d.must("pkill", "-9", "-f", desk)
	d.open("听证台", desk, "-db", file)
	d.toTheDesk()
	d.sees("充电设施何时建成")
	d.until("the line to hold what was being typed", func() bool { return strings.HasPrefix(d.focused().Text, "充电") })
	d.key("End", "Return")
	d.until("the line to be empty", func() bool { return d.focused().Text == "" })
	d.picture("record-after")
}

// toTheDesk goes from the window's first page to the hearing desk of E1.
func (d *display) toTheDesk() {
	d.t.Helper()
	d.key("ctrl+3")
	d.click("督促整治电动自行车消防") // the list leaves out the end of a long cause
	d.click("督促整治电动自行车消防安全隐患行政公益诉讼案听证会")
	d.sees("归档材料")
	d.key("ctrl+r")
	d.sees("回车记下")
	d.until("the keyboard to be in the line", func() bool { return d.focused().Kind != "" })
}

// typing is what the file has of the passage that is being typed in E1.
func typing(t *testing.T, file string) string {
	t.Helper()
	desk, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = desk.Close() }() // it was only read
	now, err := desk.Typing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	return now.Line.Text
}

// inSession is a package of the worked examples in which E1 is being held.
func inSession(t *testing.T) string {
	t.Helper()
	return examplesWith(t, "h-e1", func(h *hearing.Hearing) {
		h.State, h.Outcome, h.Opinions = hearing.Open, hearing.Outcome{}, nil
	})
}
