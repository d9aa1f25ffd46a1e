//go:build !windows

package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	log "hearingdesk/hearing/transcript"
)

// What is typed in the hearing E1.
const (
	e1Opening     = "现在开始听证"
	e1Said        = "消防通道已经打通"
	e1Mended      = "消防通道大部分已经打通"
	e1Refusal     = "记录不全"
	e1Reason      = "建议先行磋商"
	e1Deliberated = "多数赞成制发"
	e1Decision    = "向三家单位制发检察建议"
)

// TestE1ToTheLetters takes the hearing E1 from the first word at the hearing desk to
// the letters: it is written down, the officers deliberate, it goes on, the transcript
// is given to read, corrected in sight, refused on one page and signed, the hearing
// ends, the transcript is sealed, the case decided as the majority holds, and the
// officers' letters are made. What the keyboard can do, it does.
func TestE1ToTheLetters(t *testing.T) {
	d := newDisplay(t, e1Opening, e1Said, e1Mended, e1Refusal, e1Reason, e1Deliberated, e1Decision)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "e1.db")
	d.must(desk, "import", "-db", file, beingHeld(t))
	d.open("听证台", desk, "-db", file)
	d.toTheDesk()
	d.e1Heard()
	d.e1Opinions()
	d.e1Ends()
	d.e1Read()
	d.e1Signed()
	d.e1Sealed()
	d.e1Decided()
	checkE1(t, file)
}

// beingHeld is a package of the worked examples in which E1 has just begun: nothing
// of it is signed, told or paid.
func beingHeld(t *testing.T) string {
	t.Helper()
	return examplesWith(t, "h-e1", func(h *hearing.Hearing) {
		h.State, h.Outcome, h.Opinions, h.Allowances = hearing.Open, hearing.Outcome{}, nil, hearing.Allowances{}
		for i := range h.Participants {
			p := &h.Participants[i]
			p.Signed = nil
			p.Told = slices.DeleteFunc(p.Told, func(n hearing.Told) bool { return n.Document == "20" })
		}
	})
}

// e1Heard writes the hearing down until the officers deliberate; what is noted then
// stays on the desk.
func (d *display) e1Heard() {
	d.key("ctrl+Down", "F1")
	d.write(e1Opening)
	d.key("Return", "ctrl+Down", "F9")
	d.write(e1Said)
	d.key("Return")
	d.sees("已存")
	d.key("ctrl+b")
	d.sees("换到评议记录")
	d.write("py")
	d.key("Return")
	d.sees("评议不公开")
	d.until("the keyboard to be in the notes", func() bool { return d.focused().Hint == "评议记录，只留在本机" })
	d.write(e1Deliberated)
	d.picture("e1-deliberation")
}

// e1Opinions enters what each officer thinks of each question, one key each.
func (d *display) e1Opinions() {
	d.key("ctrl+o")
	d.sees("评议意见 0/15")
	d.until("the keyboard to be at the opinions", func() bool { return d.focused().Kind == "board" })
	d.key("1", "1", "1", "1", "2", "1") // 陈𬭎 would first consult
	d.sees("评议意见 6/15")
	d.key("Left", "Down", "Return")
	d.until("the keyboard to be at the reason", func() bool { return d.focused().Kind != "board" })
	d.write(e1Reason)
	d.picture("e1-opinion")
	d.key("Escape")
	d.until("the keyboard to be at the opinions again", func() bool { return d.focused().Kind == "board" })
	d.key("Right", "Up", "1", "1", "1", "1", "1", "1", "1", "1", "1")
	d.sees("评议意见 15/15")
	d.sees("同意 4  不同意 1 — 多数意见：同意")
	d.saved()
	d.picture("e1-opinions")
}

// e1Ends resumes the hearing at the desk, and ends it as far as the desk does.
func (d *display) e1Ends() {
	d.key("ctrl+r")
	d.sees("评议不公开")
	d.key("ctrl+b")
	d.sees("进行中")
	d.sees("回车记下")
	d.key("F3")
	d.write(e1Reason)
	d.key("Return", "ctrl+Down", "ctrl+t")
	d.key("Return")
	d.sees("已存")
	d.picture("e1-resumed")
}

// e1Read gives the transcript to read, and corrects a passage in sight.
func (d *display) e1Read() {
	d.key("ctrl+3")
	d.click("督促整治电动自行车消防安全隐患行政公益诉讼案听证会") // of the case, which is open
	d.sees("归档材料")
	d.click("到场")
	d.fill("录音录像", "VR-0718")
	d.saved()
	d.key("ctrl+Prior") // from the opinions to the transcript
	d.sees("还没有交付校阅，改动不留痕。")
	d.click("交付校阅…")
	d.sees("怎样校阅")
	d.key("Return")
	d.sees("已交付校阅，此后的改动都留痕。")
	d.enter("在笔录中查找", hinted)
	d.write(e1Said)
	d.sees("选中的一段")
	d.key("shift+Tab")
	d.until("the keyboard to be in the text", func() bool { return d.focused().Kind == "keyed" })
	d.key("Return")
	d.sees("改为")
	d.until("the keyboard to be in the correction", func() bool { return d.focused().Text == e1Said })
	d.key("ctrl+a", "BackSpace")
	d.write(e1Mended)
	d.picture("e1-correct")
	d.key("Return")
	d.until("the keyboard to be in the text again", func() bool { return d.focused().Kind == "keyed" })
	d.sees("〔更正，")
	d.picture("e1-read")
}

// e1Signed notes that one refuses to sign a page, and that the others signed.
func (d *display) e1Signed() {
	d.sees("签名 0/")
	d.press(d.sought("拒签…", text))
	d.sees("对第三页的记录有异议")
	d.write(e1Refusal)
	d.tab()
	d.write("2")
	d.key("Return")
	d.sees("签名 1/10")
	d.step("结束听证")
	d.sees("笔录还差9人签名")
	d.picture("e1-unsigned")
	d.click("记为都已签名")
	d.sees("可以改为“已结束，待决定”了。")
	d.turn("结束听证", "已结束")
	d.saved()
	d.picture("e1-signed")
}

// e1Sealed seals the transcript: what is corrected after that is only appended.
func (d *display) e1Sealed() {
	d.click("封存…")
	d.sees("封存后，文字和页面不能再改")
	d.step("封存")
	d.within(time.Minute, "the pages to be sealed", func() bool { return d.shows("校验一致") })
	d.picture("e1-sealed")
}

// e1Decided answers as the majority holds, decides on another day, and makes the
// letters to the officers.
func (d *display) e1Decided() {
	d.key("ctrl+Next") // from the transcript to the outcome
	d.click("全部采纳多数意见")
	d.fill("处理决定", e1Decision)
	d.fill("决定日期", "2023-07-28")
	d.tab()
	d.sees("告知函 20 已可打印：5 份")
	d.saved()
	d.picture("e1-decision")
	d.turn("记为已决定", "已决定")
	d.saved()
}

// checkE1 reads from the file what came of the hearing.
func checkE1(t *testing.T, file string) {
	t.Helper()
	desk := stored(t, file)
	h, err := desk.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	refused, signed := 0, 0
	for _, p := range h.Participants {
		switch {
		case p.Signed == nil:
		case p.Signed.Refused == e1Refusal && p.Signed.Page == 2:
			refused++
		default:
			signed++
		}
	}
	tally := h.Tally(hearing.Ballot{Question: "h-e1-q2", Case: "c-e1"})
	if h.StateNow() != hearing.Decided || h.Outcome.Decision != e1Decision || tally.Agree != 4 || tally.Majority != hearing.Agree || refused != 1 || signed < 7 {
		t.Errorf("%s, %+v, %d refused, %d signed", h.StateNow(), tally, refused, signed)
	}
	text, err := desk.Transcript(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprintf("%+v", log.Of(text).Lines())
	if _, sealed := log.Of(text).Seal(); !sealed {
		t.Error("the transcript is not sealed")
	}
	if !strings.Contains(all, e1Mended) || strings.Contains(all, e1Deliberated) {
		t.Error("the correction is missing, or the deliberation stands in the transcript")
	}
}
