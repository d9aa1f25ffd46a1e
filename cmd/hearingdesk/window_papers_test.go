package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/cmd/hearingdesk/outline"
)

// TestThePapersInTheWindow changes a paper's text by typing, drags somebody to
// another seat, files what came back of a scanner, and changes a hearing whose presider fell ill.
func TestThePapersInTheWindow(t *testing.T) {
	d := newDisplay(t, "林知远", "沈秋白", "主持人因病不能到会")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "papers.db")
	d.must(desk, "import", "-db", file, notHeldYet(t))
	d.open("听证台", desk, "-db", file)
	d.papersText()
	d.papersScan(desk, file)
	d.papersSeats()
	d.papersFiled()
	d.papersSweep()
}

// papersText types a fault into the text of a paper, sees where it is, mends it,
// puts the text in force, looks at its editions, and goes back to the original.
func (d *display) papersText() {
	d.key("ctrl+7")
	d.click("文书")
	d.click("07a 听证会通知书")
	d.sees("没有错误")
	d.until("the page", func() bool { return d.shows("用这次的数据试排") || d.shows("用示例的数据试排") })
	d.press(d.sought("number: 07a", entry))
	d.key("Next", "End", "Return")
	d.write("#foot {{court.nam}}")
	d.sees("1 处错误，改正后才能启用")
	d.sees("没有“court.nam”这个字段")
	line := strings.Count(strings.TrimRight(d.focused().Text, "\n"), "\n") + 1
	d.sees(fmt.Sprintf("第 %d 行第 ", line))
	d.picture("papers-fault")
	d.key("BackSpace", "BackSpace")
	d.write("e}}")
	d.sees("没有错误")
	d.picture("papers-mended")
	d.key("ctrl+s")
	d.sees("已存为本院第1版")
	d.click("历次版本")
	d.sees("现用")
	d.picture("papers-editions")
	d.click("恢复原文")
	d.sees("已恢复原文")
	d.until("the text to be the original", func() bool { return !d.shows("#foot {{court.name}}") })
}

// entry is the control that holds a text.
func entry(items []outline.Item, words string) (outline.Item, bool) {
	for _, i := range items {
		if i.Kind != "text" && strings.HasPrefix(i.Text, words) {
			return i, true
		}
	}
	return outline.Item{}, false
}

// papersSeats drags an officer to the seat of another and goes to the plates.
func (d *display) papersSeats() {
	d.key("ctrl+3")
	d.click("督促整治电动自行车消防")
	d.click("督促整治电动自行车消防安全隐患行政公益诉讼案听证会")
	d.click("座位")
	d.sees("人就座")
	a, b := d.sought("陈𬭎", text), d.sought("赵建国", text)
	d.drag(a, b)
	d.until("the two to have changed seats", func() bool {
		now := d.outline()
		x, _ := text(now, "陈𬭎")
		y, _ := text(now, "赵建国")
		return near(x, b) && near(y, a)
	})
	d.saved()
	d.picture("papers-seats")
	d.click("打印座位图")
	d.sees("席位牌")
	d.picture("papers-plates")
}

// near reports whether a text stands on the seat where another stood.
func near(a, b outline.Item) bool {
	const seat = 24
	dx, dy := a.X+a.W/2-b.X-b.W/2, a.Y+a.H/2-b.Y-b.H/2
	return max(dx, -dx) < seat && max(dy, -dy) < seat
}

// drag takes one item to the place of another with the mouse.
func (d *display) drag(from, to outline.Item) {
	d.t.Helper()
	at := func(i outline.Item) []string {
		return []string{fmt.Sprint(int(i.X + i.W/2)), fmt.Sprint(int(i.Y + i.H/2))}
	}
	d.must("xdotool", append(append([]string{"mousemove"}, at(from)...), "mousedown", "1")...)
	half := outline.Item{X: (from.X + to.X) / 2, Y: (from.Y + to.Y) / 2, W: from.W, H: from.H}
	for _, stop := range []outline.Item{half, to, to} { // a hand passes what lies between
		d.must("xdotool", append([]string{"mousemove"}, at(stop)...)...)
	}
	d.must("xdotool", "mouseup", "1")
	d.rests()
}

// papersSweep gives the hearings of a presider who fell ill to another, and goes
// to the notices.
func (d *display) papersSweep() {
	d.key("ctrl+2")
	d.click("批量变更")
	d.sees("起因")
	d.fill("从", "2023-07-17")
	d.fill("到", "2023-07-21")
	d.take("主持人", "林知远")
	d.take("改由", "沈秋白")
	d.fill("事由", "主持人因病不能到会")
	d.sees("将变更 1 场。")
	d.picture("papers-sweep")
	d.click("变更 1 场并打印通知")
	d.sees("已变更 1 场，可用 Ctrl+Z 一次撤销")
	d.sees("听证会变更通知书")
	d.picture("papers-sweep-notices")
}

// papersScan copies the name of a file, a signed pledge that came back of a scanner.
func (d *display) papersScan(desk, file string) {
	d.must(desk, "documents", "-db", file, "-session", "h-e1", "-kind", "08", "-o", filepath.Join(d.home, "scans"))
	list, err := filepath.Glob(filepath.Join(d.home, "scans", "08-*"))
	if err != nil || len(list) == 0 {
		d.t.Fatalf("no pledge was made: %v", err)
	}
	scan := filepath.Join(d.home, "scan.pdf")
	d.must("cp", list[0], scan)
	d.enter("编号、名称", hinted)
	d.write(scan)
	d.key("ctrl+a", "ctrl+x")
}

// papersFiled pastes the file into the session's volumes, where its code finds its
// line.
func (d *display) papersFiled() {
	d.click("归档材料")
	d.sees("归入扫描件…")
	d.key("ctrl+v")
	d.sees("已归入“听证员承诺书")
	d.picture("papers-archive")
}

// hinted is the control that says a hint.
func hinted(items []outline.Item, hint string) (outline.Item, bool) {
	for _, i := range items {
		if strings.Contains(i.Hint, hint) {
			return i, true
		}
	}
	return outline.Item{}, false
}
