//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/printing/trial"
	"hearingdesk/hearing/exchange"
)

const (
	pavingCause = "督促修复盲道行政公益诉讼案"
	pavingReply = "盲道已经修复"

	pavingMended = "修复盲道"
	pavingProof  = "现场照片"
	pavingSigner = "彭越（局长）"
)

// pavingUnits are the three units on which four recommendations are served; the last
// one declines the ceremony.
var pavingUnits = []string{"澄河区城市管理局", "澄河区住房和城乡建设局", "澄河区人民政府望江街道办事处"}

// TestTheCeremony announces four recommendations to three units, of which one
// declines, prints the papers on a real printer, enters the receipts from the list,
// a reply and a visit: by keys and Pinyin.
func TestTheCeremony(t *testing.T) {
	printer := trial.New(t)
	printer.AddPDF("三楼打印室")
	d := newDisplay(t, "顾长河", "许晚", pavingSigner, "郑立新（副局长）", "高雪（主任）", "吴敏", pavingReply, pavingMended, pavingProof, "余处", "公里")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "ceremony.db")
	d.must(desk, "import", "-db", file, paving(t))
	d.open("听证台", desk, "-db", file)
	d.ceremonyPlan()
	d.ceremonyUnits()
	d.ceremonyPapers()
	d.ceremonyReceipts()
	d.ceremonyReply()
	d.ceremonyVisit()
	d.ceremonyCounted()
	d.ceremonyStruckOff()
	checkCeremony(t, file)
}

// paving writes the worked examples with the case of the paving, and names the file.
func paving(t *testing.T) string {
	t.Helper()
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	day := func(m time.Month, n int) calendar.Date { return calendar.NewDate(2023, m, n) }
	p.Organisations = append(p.Organisations, hearing.Organisation{ID: "o-cg", Name: pavingUnits[0], Short: "区城管局", Kind: hearing.Agency, Level: hearing.LevelCounty, Region: "澄河区"})
	p.People = append(p.People, hearing.Person{ID: "p-zpeng", Name: "彭越", Post: "局长", Organisation: "o-cg"})
	c := hearing.Case{ID: "c-md", Number: "澄检行公立〔2023〕18号", Cause: pavingCause, Type: hearing.AdminPublicInterest, Domain: "14", Source: hearing.SourceVolunteer,
		FiledOn: day(time.September, 18), Handler: "p-lin", Facts: "清源路、建设路等路段盲道中断、损坏、被占用20余处。", Laws: []string{"《中华人民共和国无障碍环境建设法》"}}
	for i, id := range []hearing.ID{"o-cg", "o-zhujian", "o-wangjiang"} {
		c.Parties = append(c.Parties, hearing.Party{ID: hearing.ID("c-md-" + string(rune('1'+i))), Role: hearing.SupervisedAgency, Organisation: id})
	}
	p.Cases = append(p.Cases, c)
	for i := range 4 {
		n := string(rune('1' + i))
		p.Instruments = append(p.Instruments, hearing.Instrument{ID: hearing.ID("i-md-" + n), Case: c.ID, Kind: hearing.Recommendation, Number: "澄检行公建〔2023〕2" + n + "号",
			DecidedOn: day(time.October, 9), Items: []string{"修复中断、损坏的盲道", "建立盲道巡查养护制度"},
			Parts: hearing.Parts{Reasons: "对盲道负有监管职责，未依法履行", Rectify: "2023年12月31日前", Objection: calendar.Days(15)}})
	}
	text, err := exchange.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "paving.json")
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// ceremonyPlan begins the announcement of the open case by its key, with the host and
// the reader apart; the units sign before they speak.
func (d *display) ceremonyPlan() {
	d.key("ctrl+3")
	d.click(pavingCause)
	d.sees("程序节点")
	d.key("ctrl+shift+n")
	d.sees("案件和时间地点")
	d.sees("听证室一")
	d.fill("日期", "2023-10-11")
	d.tab()
	d.take("主持人", "顾长河")
	d.take("记录人", "许晚")
	d.sees("没有发现问题")
	d.choose("签收次序", "先签收")
	d.saved()
	d.picture("ceremony-plan")
}

// ceremonyUnits ticks which paper is for whom, enters what the units answered, and
// who is invited.
func (d *display) ceremonyUnits() {
	d.click("单位与文书")
	d.sees("受送达人与文书")
	for unit, papers := range map[int][]int{0: {0, 1}, 1: {2}, 2: {3}} {
		for _, p := range papers {
			d.press(d.inRow(pavingUnits[unit], 0, "Check", p))
		}
	}
	d.press(d.inRow(pavingUnits[0], 1, "entry", 0))
	d.write("2023-10-09")
	d.press(d.inRow(pavingUnits[0], 1, "entry", 1))
	d.write("2023-10-10")
	d.tab()
	d.sees("该单位不同意宣告送达")
	d.press(d.inRow(pavingUnits[0], 1, "Check", 0))
	d.until("the line to go", func() bool { return !d.shows("该单位不同意宣告送达") })
	d.click("其余同第一行")
	d.press(d.inRow(pavingUnits[2], 1, "Check", 0))
	d.picture("ceremony-declined")
	d.click("改为直接送达")
	d.sees("已改为直接送达")
	d.enter("姓名或拼音首字母，回车添加", hinting)
	d.write("吴敏")
	d.until("an offer", func() bool { return offered(d.outline(), "吴敏") })
	d.key("Return")
	d.saved()
	d.picture("ceremony-units")
}

// ceremonyPapers prints every paper that can be made.
func (d *display) ceremonyPapers() {
	d.key("ctrl+p")
	d.sees("三楼打印室")
	n := d.reads("打印所选 ", " 件")
	d.picture("ceremony-papers")
	d.send("ctrl+p")
	d.within(6*time.Minute, "all papers to be printed", func() bool { return d.shows("已打印 " + n + " 件。") })
}

// ceremonyReceipts enters the three receipts one below the other; a day before the
// decision is refused with the rule.
func (d *display) ceremonyReceipts() {
	d.key("ctrl+8")
	d.click("录入回证")
	d.sees(pavingUnits[0])
	d.fill("送达时间", "2023-10-08")
	d.tab()
	who := map[string]string{pavingUnits[0]: pavingSigner, pavingUnits[1]: "郑立新（副局长）", pavingUnits[2]: "高雪（主任）"}
	first := d.inOrder(pavingUnits)[0]
	d.press(d.inRow(first, 0, "entry", 2))
	d.write(who[first])
	d.key("Return")
	d.sees("早于决定日 2023-10-09")
	d.picture("ceremony-early")
	d.fill("送达时间", "2023-10-11")
	d.tab()
	d.press(d.inRow(first, 0, "entry", 2))
	d.until("the keyboard to be at the signer", func() bool { return d.focused().Text == who[first] })
	for _, next := range d.inOrder(pavingUnits)[1:] { // whoever types on at once finds it in the next row
		d.send("Return")
		d.write(who[next])
	}
	d.key("Return")
	d.sees("没有等待回证的文书")
	d.picture("ceremony-receipts")
	d.click("一览")
	d.sees("待备案")
	d.picture("ceremony-board")
}

// ceremonyReply goes from the board to the receipt, and enters what was answered; a
// reply before the service is refused with the rule.
func (d *display) ceremonyReply() {
	d.click(pavingUnits[0] + "　澄检行公建〔2023〕21号")
	d.click("送达")
	d.sees("送达情况")
	d.fill("回复日期", "2023-10-10")
	d.tab()
	d.sees("回复期限自收到文书之日起算")
	d.picture("ceremony-reply-early")
	d.fill("回复日期", "2023-12-04")
	d.tab()
	d.fill("回复内容", pavingReply)
	d.saved()
	d.picture("ceremony-reply")
}

// ceremonyVisit records a visit of two, and how it found each item.
func (d *display) ceremonyVisit() {
	d.key("ctrl+3")
	d.click(pavingCause)
	d.sought("记一次核查", text)
	d.click("记一次核查")
	d.sees("核查日期")
	d.picture("ceremony-visit-begun")
	d.fill("核查日期", "2023-12-20")
	d.tab()
	d.enter("姓名、名称或拼音首字母", hinting) // below the one who is named
	d.write("许晚")
	d.until("an offer", func() bool { return offered(d.outline(), "许晚") })
	d.key("Return")
	d.until("the second prosecutor to be taken", func() bool { return !d.shows("不到两名检察人员") })
	d.saved()
	for range 2 {
		d.pick("整改中", "已整改")
	}
	d.sees("已整改 2，已销号 0")
	d.picture("ceremony-visit")
}

// ceremonyCounted enters what was counted, as it was said; the same in another unit is
// refused beside the field.
func (d *display) ceremonyCounted() {
	d.enter("如：清除飞线充电20余处", hinting)
	d.write(pavingMended + "20余处")
	d.saved()
	d.enter("如：清除飞线充电20余处", unfilled) // of the second item
	d.write(pavingMended + "3公里")
	d.sees("同一指标以前用“处”计")
	d.picture("ceremony-other-unit")
	d.key("ctrl+a", "BackSpace")
	d.tab()
	d.saved()
	d.picture("ceremony-counted")
}

// ceremonyStruckOff strikes off both items, one after the other.
func (d *display) ceremonyStruckOff() {
	d.click("销号")
	d.sees("还缺部门负责人")
	d.picture("ceremony-who-agrees")
	d.take("部门负责人", "顾长河")
	d.fill("销号依据", pavingProof)
	d.above("2 项：已整改 2，已销号 1")
	d.saved()
	d.click("销号")
	d.sees("还缺部门负责人")
	d.enter("谁同意销号", unfilled)
	d.write("顾长河")
	d.until("an offer", func() bool { return offered(d.outline(), "顾长河") })
	d.key("Return")
	d.above("2 项：已整改 2，已销号 2")
	d.saved()
	d.picture("ceremony-struck-off")
}

// checkCeremony reads from the file what came of the first recommendation.
func checkCeremony(t *testing.T, file string) {
	t.Helper()
	desk := stored(t, file)
	i, err := desk.Instrument(t.Context(), "i-md-1")
	if err != nil {
		t.Fatal(err)
	}
	if len(i.Closures) != 2 || i.Closures[0].Proof != pavingProof || len(i.Visits) != 1 || len(i.Visits[0].By) != 2 {
		t.Errorf("struck off %+v after %+v", i.Closures, i.Visits)
	}
	if got := hearing.Metrics(i.Visits[0].Found[0].Metrics); got != pavingMended+"20余处" {
		t.Errorf("counted %q", got)
	}
}
