// Package sample invents desks: the year that a newspaper article counted, and
// offices of any size. The same request makes the same desk, name by name.
package sample

import (
	"fmt"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// filed is how many public-interest cases the article's office filed in each
// domain: it printed 231 件 (38 %) and 181 件 (29 %), of a whole that it did not.
var filed = []struct {
	domain hearing.Domain
	cases  int
}{{"01", 231}, {"08", 181}, {"02", 37}, {"03", 37}, {"06", 31}, {"14", 31}, {"05", 25}, {"09", 25}, {"12", 17}}

// reached is what the article reports, as it prints it.
var reached = []struct {
	domain hearing.Domain
	name   string
	number string
}{
	{"03", "挽回国有财产权益", "1.03万元"}, {"01", "复垦耕地", "21.56亩"}, {"01", "拆除违法建筑", "1327.83平方米"},
	{"01", "拆除违法建筑层数", "3层"}, {"08", "清除飞线充电", "20余处"}, {"08", "清理楼道私放电动车", "170余辆"}, {"08", "整治窨井盖", "30余个"}, {"08", "打通消防通道", "30余个"},
	{"06", "保护个人信息", "3500余名"}, {"14", "修复盲道", "20余处"}, {"02", "签订医疗废物处置协议", "30家"}, {"01", "尚未销号企业", "13家"},
	{"01", "益心为公志愿者参与", "24人"}, {"08", "特邀检察官助理参与", "15名"}, {"02", "保障居民饮用水安全", "上万名居民"},
}

// ArticleYear is the year that the article is about.
const ArticleYear = 2023

// Article is the desk behind the article: its filings, and of each domain
// recommendations whose visits counted what it reports. The error is that of a
// number that cannot be read.
func Article(zone *time.Location) (hearing.Package, error) {
	p := hearing.Package{Format: hearing.PackageFormat, Version: hearing.PackageVersion, Office: &hearing.Office{Name: "云岭市澄河区人民检察院", Short: "澄检", Region: "澄河区", Level: hearing.LevelCounty},
		Organisations: []hearing.Organisation{{ID: "sample-agency", Name: "澄河区城市管理局", Kind: hearing.Agency}}}
	first := map[hearing.Domain]hearing.ID{}
	for _, d := range filed {
		for n := range d.cases {
			id := hearing.ID(fmt.Sprintf("sample-%s-%03d", d.domain, n+1))
			if n == 0 {
				first[d.domain] = id
			}
			p.Cases = append(p.Cases, hearing.Case{ID: id, Type: hearing.AdminPublicInterest, Domain: d.domain, Source: hearing.Sources[n%len(hearing.Sources)],
				Number: fmt.Sprintf("澄检行公立〔%d〕%d号", ArticleYear, len(p.Cases)+1), Cause: fmt.Sprintf("督促履行%s监管职责行政公益诉讼案（%d）", d.domain.Term().Zh, n+1),
				FiledOn: calendar.NewDate(ArticleYear, 1, 3).AddDays(len(p.Cases) % 330)})
		}
	}
	for n, r := range reached {
		q, err := hearing.ParseQuantity(r.number)
		if err != nil {
			return hearing.Package{}, fmt.Errorf("read %s %s: %w", r.name, r.number, err)
		}
		served := calendar.NewDate(ArticleYear, 2, 6).AddDays(n)
		item := fmt.Sprintf("依法履行监管职责，%s", r.name)
		p.Instruments = append(p.Instruments, hearing.Instrument{ID: hearing.ID(fmt.Sprintf("sample-advice-%02d", n+1)), Case: first[r.domain], Kind: hearing.Recommendation,
			Number: fmt.Sprintf("澄检建〔%d〕%d号", ArticleYear, n+1), DecidedOn: served.AddDays(-2), Items: []string{item},
			Deliveries: []hearing.Delivery{{ID: "d1", Organisation: "sample-agency", Mode: hearing.Direct, ServedAt: served.In(zone).Add(10 * time.Hour), RepliedOn: served.AddDays(45)}},
			Visits:     []hearing.Visit{{ID: "v1", On: served.AddDays(60), Method: hearing.OnSpot, Found: []hearing.Found{{Item: 1, State: hearing.Mended, Metrics: []hearing.Metric{{Name: r.name, Quantity: q}}}}}}})
	}
	return p, nil
}
