package figures

import (
	"context"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file: everything, as a package.
type Desk interface {
	Export(ctx context.Context, sessions ...hearing.ID) (hearing.Package, error)
}

// A Period is the days that are counted, both ends included.
type Period struct{ From, To calendar.Date }

// Month is the month of a day.
func Month(d calendar.Date) Period {
	first := calendar.NewDate(d.Year(), d.Month(), 1)
	return Period{first, calendar.NewDate(first.Year(), first.Month()+1, 0)}
}

// Quarter is the quarter of a day.
func Quarter(d calendar.Date) Period {
	first := calendar.NewDate(d.Year(), (d.Month()-1)/3*3+1, 1)
	return Period{first, calendar.NewDate(first.Year(), first.Month()+3, 0)}
}

// Year is the year of a day.
func Year(d calendar.Date) Period {
	return Period{calendar.NewDate(d.Year(), 1, 1), calendar.NewDate(d.Year(), 12, 31)}
}

// A Row is one figure of the table.
type Row struct {
	Name   string
	Figure figures.Figure
	Text   string  // the number as shown
	Unit   string  // 件, 场, 人次
	Share  string  // with %; empty has none
	Bar    float32 // 0 to 1; negative has none
}

// A Table is figures under one title.
type Table struct {
	Title string
	Rows  []Row
}

// Tables sets a report out. exact shares sum to 100.00; otherwise each is
// rounded by itself.
func Tables(r figures.Report, exact bool) []Table {
	return []Table{types(r, exact), meetings(r), manner(r, exact), people(r), service(r), outcome(r, exact)}
}

func plain(name, unit string, f figures.Figure) Row {
	return Row{Name: name, Figure: f, Text: number(f.N), Unit: unit, Bar: -1}
}

// parted gives rows the shares that their figures have of a whole; what the
// rows leave is rest.
func parted(exact bool, rest int, rows ...Row) []Row {
	parts := make([]int, 0, len(rows)+1)
	for _, r := range rows {
		parts = append(parts, r.Figure.N)
	}
	parts = append(parts, rest)
	shares := figures.Rounded(parts)
	if exact {
		shares = figures.Shares(parts)
	}
	total := rest
	for _, r := range rows {
		total += r.Figure.N
	}
	for i := range rows {
		rows[i].Bar = 0
		if total > 0 {
			rows[i].Share = shares[i].String() + "%"
			rows[i].Bar = float32(rows[i].Figure.N) / float32(total)
		}
	}
	return rows
}

func types(r figures.Report, exact bool) Table {
	rows := make([]Row, len(r.Types))
	for i, t := range r.Types {
		rows[i] = plain(words.Of(t.Type), words.T("件"), t.Figure)
	}
	rows = parted(exact, 0, rows...)
	return Table{words.T("案件类型"), append(rows, plain(words.T("合计"), words.T("件"), r.Cases))}
}

func meetings(r figures.Report) Table {
	return Table{words.T("听证会"), []Row{
		plain(words.T("已召开"), words.T("场"), r.Held),
		plain(words.T("听证案件"), words.T("件"), r.Cases),
		plain(words.T("听证案件次数"), words.T("件次"), r.CaseSessions),
		plain(words.T("检察长主持"), words.T("场"), r.ByChief),
		plain(words.T("延期过"), words.T("场"), r.Postponed),
		plain(words.T("已安排，未召开"), words.T("场"), r.Planned),
	}}
}

func manner(r figures.Report, exact bool) Table {
	rows := parted(exact, r.Held.N-r.Public.N-r.Closed.N,
		plain(words.Of(hearing.Public), words.T("场"), r.Public), plain(words.Of(hearing.NotOpen), words.T("场"), r.Closed))
	for _, f := range r.Forms {
		row := parted(false, r.Held.N-f.Figure.N, plain(words.Of(f.Form), words.T("场"), f.Figure))
		rows = append(rows, row...)
	}
	return Table{words.T("公开与形式"), rows}
}

func people(r figures.Report) Table {
	each := plain(words.T("平均每场听证员"), words.T("人"), r.Officers)
	each.Text = r.OfficersEach().String()
	paid := plain(words.T("履职保障费"), words.T("元"), r.Allowances)
	paid.Text = hearing.Fen(r.Allowances.N).String()
	return Table{words.T("参加人"), []Row{
		plain(words.T("听证员"), words.T("人次"), r.Officers), each,
		plain(words.T("邀请人民监督员"), words.T("场"), r.Supervised),
		plain(words.T("人民监督员"), words.T("人次"), r.Supervisors),
		paid,
	}}
}

func outcome(r figures.Report, exact bool) Table {
	rows := []Row{plain(words.T("当场决定"), words.T("件"), r.OnTheSpot)}
	rows = append(rows, parted(exact, 0,
		plain(words.T("采纳多数意见"), words.T("项"), r.Adopted), plain(words.T("部分采纳"), words.T("项"), r.InPart), plain(words.T("未采纳"), words.T("项"), r.NotAdopted))...)
	return Table{words.T("结果"), append(rows, plain(words.T("未形成多数"), words.T("项"), r.NoMajority))}
}

func service(r figures.Report) Table {
	rows := []Row{plain(words.T("宣告送达"), words.T("场"), r.Announcements), plain(words.T("送达文书"), words.T("份"), r.Served)}
	rows = append(rows, parted(false, r.Served.N-r.Announced.N, plain(words.T("其中宣告送达"), words.T("份"), r.Announced))...)
	rows = append(rows, plain(words.T("其中检察建议"), words.T("份"), r.Recommendations))
	rows = append(rows, parted(false, r.Recommendations.N-r.Replied.N, plain(words.T("已回复"), words.T("份"), r.Replied))...)
	rows = append(rows, parted(false, r.Recommendations.N-r.InTime.N, plain(words.T("按期回复"), words.T("份"), r.InTime))...)
	return Table{words.T("宣告与送达"), rows}
}

// A Session is one that a figure was counted from.
type Session struct {
	ID           hearing.ID
	Announcement bool
	Title        string
	Start, End   time.Time
	Room         string
	State        hearing.State
}

// Sessions finds the sessions of IDs in a package, in their order.
func Sessions(p hearing.Package, ids []hearing.ID) []Session {
	cases := map[hearing.ID]hearing.Case{}
	for _, c := range p.Cases {
		cases[c.ID] = c
	}
	rooms := map[hearing.ID]string{}
	for _, r := range p.Rooms {
		rooms[r.ID] = r.Name
	}
	of := func(list []hearing.ID) []hearing.Case {
		var out []hearing.Case
		for _, id := range list {
			out = append(out, cases[id])
		}
		return out
	}
	all := map[hearing.ID]Session{}
	add := func(s hearing.Session, announcement bool) {
		all[s.ID] = Session{s.ID, announcement, s.Title, s.Slot.Start, s.Slot.End, rooms[s.Slot.Room], s.State}
	}
	for _, h := range p.Hearings {
		add(h.Session(of(h.Cases)), false)
	}
	for _, a := range p.Announcements {
		add(a.Session(of(a.Cases)), true)
	}
	var out []Session
	for _, id := range ids {
		if s, ok := all[id]; ok {
			out = append(out, s)
		}
	}
	return out
}
