package figures

import (
	"cmp"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/hearing/figures/workbook"
	"hearingdesk/ui/words"
)

// A Print is a report with what its printed and saved forms say beside the
// figures.
type Print struct {
	Office  string
	At      time.Time // when it was counted
	Report  figures.Report
	Against *figures.Report // nil: compared with none
	Style   Style
}

// Tables sets the report out, beside the earlier one where there is one.
func (p Print) Tables() []Table {
	if p.Against != nil {
		return Compare(p.Report, *p.Against, p.Style)
	}
	return Tables(p.Report, p.Style)
}

// Sheet is the figures as a table: one a line, with what it counts.
func (p Print) Sheet() workbook.Sheet {
	s := workbook.Sheet{Name: words.T("统计"), Head: []string{words.T("类别"), words.T("指标"), words.T("数值"), words.T("单位"), words.T("印作"), words.T("占比")}}
	if p.Against != nil {
		s.Head = append(s.Head, words.T("比较期数值"), words.T("增减"), words.T("增幅"))
	}
	s.Head = append(s.Head, words.T("口径"))
	for _, t := range p.Tables() {
		for _, r := range t.Rows {
			row := []workbook.Cell{t.Title, r.Name, r.number(), r.unit(), r.Text + r.Unit, p.Style.cell(r)}
			switch c := r.Change; {
			case c == nil && p.Against != nil:
				row = append(row, nil, nil, nil)
			case c != nil:
				row = append(row, value(c.Then, r.Places), value(c.Difference(), r.Places), growth(*c))
			}
			s.Rows = append(s.Rows, append(row, r.Means))
		}
	}
	s.Foot = p.foot()
	return s
}

// foot says of what, when and how it was counted.
func (p Print) foot() []string {
	out := []string{
		words.T("单位：{{.Office}}", map[string]string{"Office": p.Office}),
		words.T("统计期间：{{.Days}}", map[string]string{"Days": words.Days(p.Report.From, p.Report.To)}),
	}
	if p.Against != nil {
		out = append(out, words.T("比较期：{{.Days}}", map[string]string{"Days": words.Days(p.Against.From, p.Against.To)}))
	}
	return append(out, words.T("统计时间：{{.Time}}", map[string]string{"Time": words.Moment(p.At)}), units())
}

// units explains the units in which figures are counted.
func units() string {
	return words.T("按听证日期统计。件：案件，同一案件只计一次；场：会议；件次：案件每听证一次计一次；人次：每人每次参加计一次；项：听证问题；份：每份文书每个受送达人计一份。演练不计入。")
}

// number is the row's value as a number. Of 上万 there is none.
func (r Row) number() workbook.Cell {
	if r.Quantity == nil {
		return value(r.Value, r.Places)
	}
	if r.Quantity.Approx == hearing.Above {
		return nil
	}
	whole, part, _ := strings.Cut(r.Quantity.Value, ".")
	n, err := strconv.Atoi(whole + part)
	if err != nil {
		return nil // longer than any number that is counted
	}
	return value(n, len(part))
}

// unit is the unit of the number, with 万 where the number is of 万.
func (r Row) unit() string {
	if r.Quantity != nil {
		return r.Quantity.Unit
	}
	return r.Unit
}

func value(n, places int) workbook.Cell {
	if places == 0 {
		return n
	}
	return workbook.Decimal{N: n, Places: places}
}

// cell is a row's share as a number.
func (s Style) cell(r Row) workbook.Cell {
	switch {
	case r.Share == "":
		return nil
	case s.Percents && s.HalfUp:
		return workbook.Decimal{N: int(r.Part.PercentRounded), Percent: true}
	case s.Percents:
		return workbook.Decimal{N: int(r.Part.Percent), Percent: true}
	case s.HalfUp:
		return workbook.Decimal{N: int(r.Part.Rounded), Places: 2, Percent: true}
	}
	return workbook.Decimal{N: int(r.Part.Share), Places: 2, Percent: true}
}

// growth is by what part a number grew; — of nothing.
func growth(c figures.Change) workbook.Cell {
	n, ok := c.Growth()
	if !ok {
		return "—"
	}
	return workbook.Decimal{N: n, Places: 2, Percent: true}
}

// Months is what was held in each month.
func (p Print) Months() workbook.Sheet {
	s := workbook.Sheet{Name: words.T("按月"), Head: []string{words.T("月份"), words.T("听证会"), words.T("宣告送达")}}
	for _, m := range p.Report.Months {
		s.Rows = append(s.Rows, []workbook.Cell{m.Month, m.Held.N, m.Announcements.N})
	}
	return s
}

// Events is every event of the period, a row each, to be turned in a spreadsheet.
func Events(k figures.Counter, p hearing.Package, from, to calendar.Date) workbook.Sheet {
	s := workbook.Sheet{Name: words.T("明细"), Head: []string{words.T("事项"), words.T("日期"), words.T("年"), words.T("月"), words.T("案件类型"), words.T("公益诉讼领域"), words.T("线索来源"),
		words.T("是否公开"), words.Of(hearing.Simplified), words.Of(hearing.OnSite), words.Of(hearing.Streamed), words.Of(hearing.Remote), words.T("主持人职务"), words.T("送达方式"),
		words.T("案由"), words.T("案号"), words.T("文号"),
		words.T("立案件数"), words.T("听证场数"), words.T("听证件数"), words.T("听证件次"), words.T("检察长主持"), words.T("听证员人次"), words.T("监督员人次"), words.T("当场决定"), words.T("延期过"),
		words.T("宣告场数"), words.T("送达份数"), words.T("宣告送达份数"), words.T("制发检察建议"), words.T("送达检察建议"), words.T("已回复"), words.T("按期回复"), words.T("逾期回复"), words.T("逾期未回复"),
		words.T("会议编号"), words.T("案件编号"), words.T("文书编号")}}
	v := newVeil(p)
	for _, e := range k.Events(p, from, to) {
		row := []workbook.Cell{words.Of(e.Kind), e.On, e.On.Year(), int(e.On.Month()), coded(e.Case.Type), coded(e.Case.Domain), coded(e.Case.Source)}
		row = append(row, manners(e.Hearing)...)
		row = append(row, coded(e.Presider), coded(e.Delivery), v.cause(e), cmp.Or(e.Case.Number, e.Case.AcceptNumber), e.Paper.Number)
		for _, n := range []int{e.Filed, e.Sessions, e.Cases, e.CaseSessions, e.Chief, e.Officers, e.Supervisors, e.OnTheSpot, e.Postponed, e.Announcements, e.Served, e.Announced, e.Issued, e.Recommendations, e.Replied, e.InTime, e.Late, e.Overdue} {
			row = append(row, n)
		}
		s.Rows = append(s.Rows, append(row, string(e.Session), string(e.Case.ID), string(e.Paper.ID)))
	}
	return s
}

// coded names a coded value; empty has no name.
func coded[K interface {
	~string
	Term() hearing.Term
}](v K) workbook.Cell {
	if v == "" {
		return nil
	}
	return words.Of(v)
}

// manners are whether a hearing is public, and in which forms it is held.
func manners(h *hearing.Hearing) []workbook.Cell {
	if h == nil {
		return make([]workbook.Cell, 5)
	}
	out := []workbook.Cell{coded(h.Openness)}
	for _, f := range []hearing.Form{hearing.Simplified, hearing.OnSite, hearing.Streamed, hearing.Remote} {
		n := 0
		if h.Has(f) {
			n = 1
		}
		out = append(out, n)
	}
	return out
}

// File writes the report as what a file's name asks for: CSV, or XLSX with the
// months and every event on sheets of their own.
func (p Print) File(name string, k figures.Counter, pack hearing.Package) ([]byte, error) {
	if strings.EqualFold(filepath.Ext(name), ".csv") {
		return workbook.CSV(p.Sheet())
	}
	return workbook.XLSX(p.Sheet(), p.Months(), Events(k, pack, p.Report.From, p.Report.To))
}
