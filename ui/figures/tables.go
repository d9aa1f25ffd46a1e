package figures

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/figures"
	"hearingdesk/ui/words"
)

func plain(key, name, unit string, f figures.Figure, means string) Row {
	return Row{Key: key, Name: name, Means: means, Figure: f, Value: f.N, Text: number(f.N), Unit: unit, Bar: -1}
}

// parted gives a row the share that its figure has of a whole; of nothing there
// is no share.
func (s Style) parted(r Row, p figures.Proportion, whole int) Row {
	r.Bar = 0
	if whole > 0 {
		r.Share, r.Part = s.Share(p), p
		r.Bar = float32(r.Figure.N) / float32(whole)
	}
	return r
}

// of gives a row its share of one whole, beside which there is nothing to sum.
func (s Style) of(r Row, whole int) Row {
	return s.parted(r, figures.Proportions([]int{r.Figure.N, max(whole-r.Figure.N, 0)})[0], whole)
}

// parts are the rows of a division. name says what a part is called that is not
// recorded.
func parts[K interface {
	~string
	Term() hearing.Term
}](s Style, key, unit, none, means string, of []figures.Part[K]) []Row {
	total := 0
	for _, p := range of {
		total += p.Figure.N
	}
	rows := make([]Row, len(of))
	for i, p := range of {
		name, code := none, "none"
		if p.Of != "" {
			name, code = words.Of(p.Of), string(p.Of)
		}
		rows[i] = s.parted(plain(key+"."+code, name, unit, p.Figure, means), p.Proportion, total)
	}
	return rows
}

func types(r figures.Report, s Style) Table {
	means := words.T("期间内听证的该类案件，同一案件只计一次")
	rows := make([]Row, len(r.Types), len(r.Types)+3)
	for i, t := range r.Types {
		rows[i] = s.parted(plain("types."+string(t.Type), words.Of(t.Type), words.T("件"), t.Figure, means), t.Proportion, r.Cases.N)
	}
	rows = append(rows, plain("types.all", words.T("合计"), words.T("件"), r.Cases, words.T("期间内听证的案件，同一案件只计一次")),
		s.of(plain("in_system", words.T("统一业务系统内"), words.T("件"), r.InSystem, words.T("没有勾选“信访系统案件”的案件")), r.Cases.N),
		s.of(plain("petitions", words.T("信访系统内"), words.T("件"), r.Petitions, words.T("勾选了“信访系统案件”的案件")), r.Cases.N))
	return Table{words.T("案件类型"), rows}
}

func meetings(r figures.Report, s Style) Table {
	return Table{words.T("听证会"), []Row{
		plain("held", words.T("已召开"), words.T("场"), r.Held, words.T("日期在期间内、已经开始或者留有评议意见的听证会；演练不计")),
		plain("cases", words.T("听证案件"), words.T("件"), r.Cases, words.T("期间内听证的案件，同一案件只计一次")),
		plain("case_sessions", words.T("听证案件次数"), words.T("件次"), r.CaseSessions, words.T("案件每听证一次计一次")),
		s.of(plain("by_chief", words.T("检察长主持"), words.T("场"), r.ByChief, words.T("主持人是检察长的听证会")), r.Held.N),
		plain("postponed", words.T("延期过"), words.T("场"), r.Postponed, words.T("日期在期间内、曾经延期的听证会，每场计一次")),
		plain("planned", words.T("已安排，未召开"), words.T("场"), r.Planned, words.T("日期在期间内，还没有召开，也没有延期、取消的听证会")),
	}}
}

func manner(r figures.Report, s Style) Table {
	rows := []Row{s.of(plain("public", words.Of(hearing.Public), words.T("场"), r.Public, words.T("公开举行的听证会")), r.Held.N),
		s.of(plain("closed", words.Of(hearing.NotOpen), words.T("场"), r.Closed, words.T("不公开举行的听证会")), r.Held.N)}
	if r.OpennessUnset.N > 0 {
		rows = append(rows, s.of(plain("openness_unset", words.T("公开与否未填"), words.T("场"), r.OpennessUnset, words.T("没有填写公开或者不公开的听证会")), r.Held.N))
	}
	for _, f := range r.Forms {
		rows = append(rows, s.of(plain("forms."+string(f.Form), words.Of(f.Form), words.T("场"), f.Figure, words.T("以这种形式举行的听证会；一场可以有几种形式")), r.Held.N))
	}
	return Table{words.T("公开与形式"), rows}
}

func people(r figures.Report, s Style) Table {
	each := plain("officers_each", words.T("平均每场听证员"), words.T("人"), r.Officers, words.T("听证员人次除以已召开的听证会场数，四舍五入到两位小数"))
	each.Value, each.Places, each.Text = int(r.OfficersEach), 2, r.OfficersEach.String()
	paid := plain("allowances", words.T("履职保障费"), words.T("元"), r.Allowances, words.T("听证会结果里填写的履职保障费"))
	paid.Places, paid.Text = 2, hearing.Fen(r.Allowances.N).String()
	rows := []Row{plain("officers", words.T("听证员"), words.T("人次"), r.Officers, words.T("到场的听证员，每人每场计一次；没有登记到场情况的，按名单计")), each}
	rows = append(rows, parts(s, "classes", words.T("人次"), words.T("类别未填"), words.T("到场听证员的类别，以人员记录为准"), r.Classes)...)
	rows = append(rows, parts(s, "origins", words.T("人次"), words.T("入库方式未填"), words.T("到场听证员进入听证员库的方式，以人员记录为准"), r.Origins)...)
	return Table{words.T("参加人"), append(rows,
		s.of(plain("outside_pool", words.T("库外听证员"), words.T("人次"), r.OutsidePool, words.T("听证当日不在听证员库的听证员")), r.Officers.N),
		s.of(plain("supervised", words.T("邀请人民监督员"), words.T("场"), r.Supervised, words.T("邀请了人民监督员的听证会")), r.Held.N),
		plain("supervisors", words.T("人民监督员"), words.T("人次"), r.Supervisors, words.T("邀请到听证会的人民监督员，每人每场计一次")),
		paid)}
}

func presiders(r figures.Report, s Style) Table {
	return Table{words.T("主持人"), parts(s, "presiders", words.T("场"), words.T("未填或者职务未填"), words.T("已召开的听证会，按主持人的职务"), r.Presiders)}
}

func outcome(r figures.Report, s Style) Table {
	rows := []Row{s.of(plain("on_the_spot", words.T("当场决定"), words.T("件"), r.OnTheSpot, words.T("听证会上当场作出决定的案件，同一案件只计一次；占听证案件")), r.Cases.N)}
	means := words.T("听证问题按案件计；多数意见是到场听证员半数以上的意见；占有多数意见并已作答的问题")
	split := figures.Proportions([]int{r.Adopted.N, r.InPart.N, r.NotAdopted.N})
	whole := r.Adopted.N + r.InPart.N + r.NotAdopted.N
	for i, row := range []Row{plain("adopted", words.T("采纳多数意见"), words.T("项"), r.Adopted, means), plain("in_part", words.T("部分采纳"), words.T("项"), r.InPart, means),
		plain("not_adopted", words.T("未采纳"), words.T("项"), r.NotAdopted, means)} {
		rows = append(rows, s.parted(row, split[i], whole))
	}
	return Table{words.T("结果"), append(rows, plain("no_majority", words.T("未形成多数"), words.T("项"), r.NoMajority, words.T("有评议意见，但没有一种意见过半数")))}
}
