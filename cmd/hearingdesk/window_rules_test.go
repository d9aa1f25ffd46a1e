package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/cmd/hearingdesk/outline"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
)

// TestTheRulesInTheWindow goes to every place where the rules speak: the list by
// day, a finding with its article, its date and its remedy, a hearing that is
// moved, a step of a case, the holidays and the office's own rules.
func TestTheRulesInTheWindow(t *testing.T) {
	d := newDisplay(t, "申请回避")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "rules.db")
	d.must(desk, "import", "-db", file, notHeldYet(t))
	d.must("cp", fileOf(t, "../../ui/settings/testdata/notice-2027.txt"), filepath.Join(d.home, "a-notice.txt"))
	wrong := strings.Replace(string(assets.OfficeRules), `"n": 7`, `"n": -3`, 1)
	if err := os.WriteFile(filepath.Join(d.home, "a-rules.json"), []byte(wrong), 0o600); err != nil {
		t.Fatal(err)
	}
	d.open("听证台", desk, "-db", file)
	d.rulesByDay()
	d.rulesExplained()
	d.rulesMoved()
	d.rulesOfACase()
	d.rulesOfAYear()
	d.rulesOfTheOffice()
}

// notHeldYet is a package of the worked examples in which people are still being
// told of the hearing E1: 王䶮 was not told, 陈𬭎 has declared nothing.
func notHeldYet(t *testing.T) string {
	t.Helper()
	return examplesWith(t, "h-e1", func(h *hearing.Hearing) {
		h.State, h.Outcome, h.Opinions = hearing.Notifying, hearing.Outcome{}, nil
		for k := range h.Participants {
			g := &h.Participants[k]
			g.Attendance, g.Signed = hearing.Attendance{}, nil
			if len(g.Told) > 1 {
				g.Told = g.Told[:1]
			}
		}
		h.Participants[0].Told, h.Participants[1].Declared = nil, nil
	})
}

// examplesWith writes the worked examples as a package in which a hearing was
// changed, and names the file.
func examplesWith(t *testing.T, id hearing.ID, change func(*hearing.Hearing)) string {
	t.Helper()
	return examplesChanged(t, func(h *hearing.Hearing) {
		if h.ID == id {
			change(h)
		}
	})
}

// examplesChanged writes the worked examples as a package in which each hearing
// was changed, and names the file.
func examplesChanged(t *testing.T, change func(*hearing.Hearing)) string {
	t.Helper()
	return examplesAs(t, func(p *hearing.Package) {
		for i := range p.Hearings {
			change(&p.Hearings[i])
		}
	})
}

// examplesAs writes the worked examples as a package that was changed, and names the
// file.
func examplesAs(t *testing.T, change func(*hearing.Package)) string {
	t.Helper()
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	change(&p)
	text, err := exchange.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "package.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func fileOf(t *testing.T, name string) string {
	t.Helper()
	file, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// rulesByDay is the list by day, with what is late first, and as many at the
// page's name.
func (d *display) rulesByDay() {
	d.sees("已逾期")
	d.sees("没有王䶮收到本次通知的记录，期限2023-07-15已过。")
	d.sees("2023年7月15日 星期六")
	d.until("the number of what is late at the name of the page", func() bool { return badgeOf(d.outline(), "今日") == "15" })
	d.picture("rules-today")
}

// badgeOf returns the number beside a page's name at the left edge of the window.
func badgeOf(items []outline.Item, name string) string {
	const edge = 124 // where the names of the pages end
	at := slices.IndexFunc(items, func(i outline.Item) bool { return i.Text == name && i.X < edge })
	if at < 0 {
		return ""
	}
	l := items[at]
	for _, i := range items {
		if _, err := strconv.Atoi(i.Text); err == nil && i.X > l.X && i.X < edge && i.Y < l.Y+l.H && l.Y < i.Y+i.H {
			return i.Text
		}
	}
	return ""
}

// rulesExplained opens what is behind a finding, and mends another.
func (d *display) rulesExplained() {
	d.click("没有王䶮收到本次通知的记录")
	d.sees("去告知")
	d.click("没有王䶮收到本次通知的记录")
	d.sees("《人民检察院审查案件听证工作规定》第十条第二项")
	d.sees("三日前告知")
	d.sees("往回数3日，最迟2023年7月15日（星期六）。")
	d.sees("最好在2023年7月14日（星期五）前办好")
	d.picture("rules-explained")
	d.click("告知")
	d.sees("听证员陈𬭎还没有签承诺书。")
	d.click("记录承诺书")
	d.sees("记录承诺书，可用 Ctrl+Z 撤销")
	d.saved()
	d.picture("rules-mended")
}

// rulesMoved moves the hearing: the announcement and the notices lose their
// validity, and the page names who must be told again and by when.
func (d *display) rulesMoved() {
	d.click("安排")
	d.fill("日期", "2023-07-25")
	d.sees("7月12日张贴的公告作废，须重新张贴")
	d.sees("9 人的通知失效，须重新告知，最迟")
	d.picture("rules-moved")
	d.saved()
	d.click("去告知")
	d.sees("须重新告知")
	d.picture("rules-retell")
}

// rulesOfACase records a step on the page of a case: a period begins.
func (d *display) rulesOfACase() {
	d.key("ctrl+3")
	d.click("程桂兰赡养")
	d.fill("添加节点", "2023-06-20")
	d.tab()
	d.write("申请回避")
	d.until("an offer of the step", func() bool { return offered(d.outline(), "申请回避") })
	d.key("Return")
	d.sees("回避申请应在2023-06-25前决定")
	d.click("申请人的回避申请应在2023-06-25前决定")
	d.sought("· 2023年6月23日（星期五）是端午节，顺延一日。", text)
	d.picture("rules-case")
}

// rulesOfAYear takes the notice of a year's holidays in.
func (d *display) rulesOfAYear() {
	d.key("ctrl+7")
	d.click("节假日")
	d.click("导入放假安排")
	d.click("打开文件…")
	d.chooseFile("a-notice")
	d.sees("2027 年：休")
	d.picture("rules-holidays")
	d.click("存入")
	d.sees("已存入 2027 年的安排，可用 Ctrl+Z 撤销")
	d.sought("国务院办公厅关于2027年", text)
	d.picture("rules-holidays-stored")
}

// rulesOfTheOffice opens a rule file with mistakes: each is said with its line
// and column, and nothing of it is stored.
func (d *display) rulesOfTheOffice() {
	d.click("规则")
	d.click("打开规则文件…")
	d.chooseFile("a-rules")
	d.sees("a-rules.json”有 1 处错误，没有存入；原来的规则仍然有效。")
	d.sees("第 11 行第 ")
	d.sees("-3")
	d.picture("rules-file")
}

// chooseFile takes a file of the home folder in the window that asks for one.
func (d *display) chooseFile(name string) {
	d.t.Helper()
	d.click(name)
	d.click("打开")
}
