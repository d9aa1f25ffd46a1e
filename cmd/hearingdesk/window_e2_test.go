//go:build !windows

package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/cmd/hearingdesk/outline"
	"hearingdesk/hearing/document/printing/trial"
)

// The case of an old woman and her children (domain example E2), as a clerk
// types it.
const (
	e2Office = "云岭市澄河区人民检察院"
	e2Cause  = "八旬老人赡养纠纷民事公益诉讼案"
	e2Room   = "春晖社区活动室"

	e2Decision = "不再提起诉讼，跟踪回访"
	e2Reasons  = "三名子女已当场签订赡养协议"

	e2Elsewhere = "纸质卷已归档"
)

var (
	e2Parties   = []string{"程桂兰", "程建平", "程建军", "程晓梅"}
	e2Officers  = []string{"周慧敏", "王䶮", "赵建国"}
	e2Questions = []string{"三名子女是否均应履行赡养义务？", "各方能否就赡养费用和照料方式达成协议？"}
)

// TestE2FromNothing enters E2 into a new desk through the window, in Chinese
// by the input method, prints it on a real printer, and compares the file and
// the papers with what was typed.
func TestE2FromNothing(t *testing.T) {
	printer := trial.New(t)
	printer.AddPDF("三楼打印室")
	d := newDisplay(t, slices.Concat([]string{e2Office, e2Cause, e2Room, "案件管理部门", "沈秋白", "林知远", "许晚", "韩静", "澄河公证处", e2Decision, e2Reasons, e2Elsewhere},
		e2Parties, e2Officers, e2Questions)...)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "e2.db")
	d.open("听证台", desk, "-db", file)
	d.e2Office()
	d.e2Case()
	d.e2Plan()
	d.e2People()
	d.e2Told()
	d.turn("报请批准", "报批")
	d.turn("记为已批准", "已批准")
	d.e2Papers()
	d.e2Day()
	d.e2Outcome()
	checkE2File(t, d, desk, file)
	checkE2Papers(t, d, printer, desk, file)
}

func (d *display) e2Office() {
	d.sees("欢迎使用听证台")
	d.picture("welcome")
	d.fill("院名", e2Office)
	d.fill("联系部门", "案件管理部门")
	d.fill("联系电话", "0352-5550100")
	d.fill("检察长", "沈秋白")
	d.click("新建工作台")
	d.sees("要办的事")
}

func (d *display) e2Case() {
	d.key("ctrl+3")
	d.click("新建案件")
	d.choose("案件类型", "民事公益诉讼")
	d.fill("案由", e2Cause)
	d.take("承办检察官", "林知远")
	for _, name := range e2Parties {
		d.take("添加自然人", name)
		d.sees(name)
	}
	d.saved()
	d.picture("e2-case")
}

func (d *display) e2Plan() {
	d.key("ctrl+n") // for the case that is open
	d.sees("案件和时间地点")
	d.sees(e2Cause)
	d.fill("日期", "2023-06-27")
	d.fill("起止时间", "14:30")
	d.take("地点", e2Room)
	d.sees("场所须检察长批准")
	d.tick("上门")
	d.take("书记员", "许晚")
	d.fill("1.", e2Questions[0])
	d.key("Return")
	d.sees("2.")
	d.write(e2Questions[1])
	d.click("全部于今日由检察长批准")
	for _, kind := range []string{"召开听证", "场所"} {
		d.fillDateOf(kind, "2023-06-13")
	}
	d.saved()
	d.picture("e2-plan")
}

func (d *display) e2People() {
	d.click("参加人")
	for _, name := range e2Officers {
		d.take("添加", name)
		d.sees(name)
	}
	d.choose("身份", "公证员")
	d.take("添加", "韩静")
	d.take("单位", "澄河公证处")
	d.fill("执业证号", "214012017110023")
	d.click("带入案件当事人")
	d.sees("共 8 人")
	d.saved()
	d.picture("e2-people")
}

func (d *display) e2Told() {
	d.click("告知")
	d.sees("应告知 8 人")
	d.click("勾选待告知的 8 人")
	d.fillDate("2023-06-19")
	d.click("记为已告知（8）")
	d.sees("已告知 8")
	d.saved()
	d.picture("e2-told")
}

// e2Papers prints what the page has ticked: every paper that can be made.
func (d *display) e2Papers() {
	d.click("文书")
	d.sees("三楼打印室")
	d.picture("e2-papers")
	n := d.reads("打印所选 ", " 件")
	if n < "19" || len(n) != 2 || d.shows("件还不能印") {
		d.t.Errorf("%s papers are ticked, or some of them cannot be printed", n)
	}
	d.send("ctrl+p")
	d.within(4*time.Minute, "all papers to be printed", func() bool { return d.shows("已打印 " + n + " 件。") })
	d.picture("e2-printed")
}

// e2Day is the hearing, recorded when it is over: it opens, the officers
// deliberate, it goes on, and it ends once the transcript is signed.
func (d *display) e2Day() {
	d.click("结果")
	d.click("全部到场")
	d.sees("到场 8/8")
	d.fill("录音录像", "VR-0627")
	d.choose("进度", "进行中")
	d.turn("休会评议", "休会评议")
	d.click("同意")
	d.key("1", "1", "1", "1", "1", "2")
	d.sees("评议意见 6/6")
	d.sees("同意 2")
	d.picture("e2-opinions")
	d.turn("继续听证", "进行中")
	d.click("结束听证")
	d.sees("笔录还差9人签名")
	d.picture("e2-unsigned")
	d.click("记为都已签名")
	d.sees("可以改为“已结束，待决定”了。")
	d.turn("结束听证", "已结束")
}

func (d *display) e2Outcome() {
	d.click("全部采纳多数意见")
	d.click("当场决定")
	d.fill("处理决定", e2Decision)
	d.fill("理由", e2Reasons)
	d.sees("告知函 20 已可打印：3 份")
	d.saved()
	d.picture("e2-outcome")
	d.turn("记为已决定", "已决定")
	d.click("记为已反馈")
	d.sees("还没有把处理结果告知听证员")
	d.click("收起")
	d.click("告知")
	d.click("处理结果（20）")
	d.click("勾选待告知的 3 人")
	d.fillDate("2023-06-30")
	d.click("记为已告知（3）")
	d.turn("记为已反馈", "已反馈")
	d.e2Volumes()
	d.turn("归档", "已归档")
	d.saved()
	d.picture("e2-archived")
}

// e2Volumes is what stands before the archive: the papers that are not there are
// left out, with a reason.
func (d *display) e2Volumes() {
	d.step("归档")
	d.sees("份材料没有归入案卷")
	d.click("收起")
	d.click("归档材料")
	d.picture("e2-volumes")
	d.click("其余免附…")
	d.press(d.sought("免附理由", beside))
	d.write(e2Elsewhere)
	d.click("免附")
	d.sees("材料已齐")
}

// turn takes the hearing into another state by the button that says how.
func (d *display) turn(verb, state string) {
	d.t.Helper()
	d.step(verb)
	d.until("the hearing to be "+state, func() bool {
		i, _ := beside(d.outline(), "进度")
		return strings.HasPrefix(i.Text, state)
	})
}

// step presses the button of a word once it is there; a tab that begins with the
// same word may be there before it.
func (d *display) step(verb string) {
	d.t.Helper()
	d.until("the button "+verb, func() bool {
		i, ok := text(d.outline(), verb)
		return ok && i.Text == verb
	})
	d.click(verb)
}

// reads waits for a text between two others, and returns it.
func (d *display) reads(before, after string) string {
	d.t.Helper()
	found := ""
	d.until(before+"…"+after, func() bool {
		for _, i := range d.outline() {
			if rest, ok := strings.CutPrefix(i.Text, before); ok && strings.HasSuffix(rest, after) {
				found = strings.TrimSuffix(rest, after)
			}
		}
		return found != ""
	})
	return found
}

// fillDate fills the first field that holds a date.
func (d *display) fillDate(day string) {
	d.t.Helper()
	d.settled()
	d.until("a field with a date", func() bool {
		for _, i := range d.outline() {
			if _, err := time.Parse(time.DateOnly, i.Text); err == nil && i.Kind != "text" {
				d.press(i)
				return true
			}
		}
		return false
	})
	d.key("ctrl+a", "BackSpace")
	d.write(day)
}

// fillDateOf fills the date in the row of a label.
func (d *display) fillDateOf(label, day string) {
	d.t.Helper()
	d.press(d.sought(label, dated))
	d.key("ctrl+a", "BackSpace")
	d.write(day)
}

// dated finds the field with a date in the row of a label.
func dated(items []outline.Item, label string) (outline.Item, bool) {
	l, ok := text(items, label)
	for _, i := range items {
		_, err := time.Parse(time.DateOnly, i.Text)
		if middle := l.Y + l.H/2; ok && err == nil && i.Kind != "text" && i.X > l.X && i.Y <= middle && middle <= i.Y+i.H {
			return i, true
		}
	}
	return outline.Item{}, false
}
