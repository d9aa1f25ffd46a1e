package figures

import (
	"fmt"

	"hearingdesk/hearing/figures"
	"hearingdesk/ui/words"
)

func filed(r figures.Report, s Style) Table {
	return Table{words.T("立案与起诉"), []Row{
		plain("filed", words.T("立案"), words.T("件"), r.Filed, words.T("立案日期在期间内的案件")),
		s.of(plain("filed_public", words.T("其中公益诉讼"), words.T("件"), r.PublicInterest, words.T("立案日期在期间内的民事、行政公益诉讼案件")), r.Filed.N),
		plain("suits", words.T("提起公益诉讼"), words.T("件"), r.Suits, words.T("起诉书在期间内送达法院的案件")),
	}}
}

func domains(r figures.Report, s Style) Table {
	rows := parts(s, "domains", words.T("件"), words.T("领域未填"), words.T("立案日期在期间内的公益诉讼案件，按领域"), r.Domains)
	return Table{words.T("公益诉讼立案领域"), append(append(rows, plain("domains.all", words.T("合计"), words.T("件"), r.PublicInterest, words.T("立案日期在期间内的民事、行政公益诉讼案件"))), s.implied(r)...)}
}

// implied is of which wholes the percents could be that are printed: whoever
// reads them alone knows no more.
func (s Style) implied(r figures.Report) []Row {
	if !s.Percents || !s.HalfUp || r.PublicInterest.N == 0 {
		return nil
	}
	var stated []figures.Stated
	for _, d := range r.Domains {
		if d.Figure.N > 0 {
			stated = append(stated, figures.Stated{N: d.Figure.N, Percent: int(d.PercentRounded)})
		}
	}
	within := figures.Implied(stated...)
	row := plain("domains.implied", words.T("由占比推算的总数"), words.T("件"), r.PublicInterest, words.T("只看件数和整数占比，总数可能是多少；实际总数在上一行"))
	row.Text = fmt.Sprint(within.Least)
	if within.Most > within.Least {
		row.Text += fmt.Sprintf("–%d", within.Most)
	}
	return []Row{row}
}

// metrics are what was reached, as it was reported: 余 and 上万 stay.
func metrics(r figures.Report) Table {
	rows := make([]Row, len(r.Metrics))
	for i, m := range r.Metrics {
		q := m.Quantity
		number, unit := q.Columns()
		rows[i] = plain("metrics."+m.Name+"."+q.Unit, m.Name, unit, m.Figure, words.T("期间内跟进核查最后一次登记的数值，按名称和单位合计；同一案件同一建议内容只计一次"))
		rows[i].Text, rows[i].Quantity = number, &q
	}
	return Table{words.T("成效指标"), rows}
}

func sources(r figures.Report, s Style) Table {
	rows := parts(s, "sources", words.T("件"), words.T("来源未填"), words.T("立案日期在期间内的案件，按线索来源"), r.Sources)
	return Table{words.T("立案线索来源"), append(rows, plain("sources.all", words.T("合计"), words.T("件"), r.Filed, words.T("立案日期在期间内的案件")))}
}

// heardDomains are the public-interest cases heard, by domain.
func heardDomains(r figures.Report, s Style) Table {
	return Table{words.T("公益诉讼听证领域"), parts(s, "heard_domains", words.T("件"), words.T("领域未填"), words.T("期间内听证的公益诉讼案件，按领域，同一案件只计一次"), r.HeardDomains)}
}

func service(r figures.Report, s Style) Table {
	return Table{words.T("宣告与送达"), []Row{
		plain("announcements", words.T("宣告送达"), words.T("场"), r.Announcements, words.T("日期在期间内、已经举行的宣告送达；演练不计")),
		s.of(plain("announcements_supervised", words.T("邀请人民监督员"), words.T("场"), r.AnnouncementsSupervised, words.T("邀请了人民监督员的宣告送达")), r.Announcements.N),
		plain("announcement_supervisors", words.T("人民监督员"), words.T("人次"), r.AnnouncementSupervisors, words.T("邀请到宣告送达的人民监督员，每人每场计一次")),
		plain("served", words.T("送达文书"), words.T("份"), r.Served, words.T("送达日期在期间内，每份文书每个受送达人计一份")),
		s.of(plain("announced", words.T("其中宣告送达"), words.T("份"), r.Announced, words.T("以宣告方式送达的文书")), r.Served.N),
	}}
}

func recommendations(r figures.Report, s Style) Table {
	part := func(key, name string, f figures.Figure, means string) Row {
		return s.of(plain(key, name, words.T("份"), f, means), r.Recommendations.N)
	}
	return Table{words.T("检察建议"), []Row{
		plain("issued", words.T("制发"), words.T("份"), r.Issued, words.T("决定日期在期间内的检察建议书，每份计一次")),
		plain("recommendations", words.T("送达"), words.T("份"), r.Recommendations, words.T("送达日期在期间内的检察建议书，每个被建议单位计一份")),
		part("announced_recommendations", words.T("其中宣告送达"), r.AnnouncedRecommendations, words.T("以宣告方式送达的检察建议书；占送达")),
		part("replied", words.T("已回复"), r.Replied, words.T("送达的检察建议书里已经书面回复的；占送达")),
		part("in_time", words.T("按期回复"), r.InTime, words.T("在回复期限内回复的；占送达")),
		part("late", words.T("逾期回复"), r.Late, words.T("超过回复期限才回复的；占送达")),
		part("unanswered", words.T("未回复"), r.Unanswered, words.T("还没有书面回复的；占送达")),
		part("overdue", words.T("其中已逾期"), r.Overdue, words.T("统计时回复期限已过，还没有回复的；占送达")),
	}}
}
