package figures

import (
	"context"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
)

// Desk is what the page needs of the file: what a period is counted from, and the note
// that its figures were given out.
type Desk interface {
	Happened(ctx context.Context, from, to calendar.Date) (hearing.Package, error)
	NoteExport(ctx context.Context, what string) error
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

// Before is the period that a comparison is made with: the same days a year
// ago, or those right before.
type Before func(from, to calendar.Date) (calendar.Date, calendar.Date)

// Of is the earlier period.
func (b Before) Of(p Period) Period {
	from, to := b(p.From, p.To)
	return Period{from, to}
}

// A Style is how shares are written.
type Style struct {
	Percents bool // in whole percents, otherwise with two decimals
	HalfUp   bool // each rounded half up by itself; otherwise they sum to 100, by the largest remainder
}

// Share writes a proportion.
func (s Style) Share(p figures.Proportion) string {
	switch {
	case s.Percents && s.HalfUp:
		return fmt.Sprintf("%d%%", p.PercentRounded)
	case s.Percents:
		return fmt.Sprintf("%d%%", p.Percent)
	case s.HalfUp:
		return p.Rounded.String() + "%"
	}
	return p.Share.String() + "%"
}

// A Row is one figure of the table.
type Row struct {
	Key      string // names the figure in files and in comparisons: held, types.A8
	Name     string
	Means    string // what is counted
	Figure   figures.Figure
	Value    int    // what is compared: the figure, or what is made of it
	Places   int    // decimals of the value
	Text     string // the value as shown
	Unit     string // 件, 场, 人次
	Share    string // with %; empty has none
	Part     figures.Proportion
	Bar      float32           // 0 to 1; negative has none
	Change   *figures.Change   // nil: nothing to compare
	Quantity *hearing.Quantity // of what was reached, which is shown as it was reported; else nil
	Then     string            // the value of the earlier period as shown
}

// A Table is figures under one title.
type Table struct {
	Title string
	Rows  []Row
}

// Tables sets a report out.
func Tables(r figures.Report, s Style) []Table {
	return []Table{types(r, s), meetings(r, s), manner(r, s), outcome(r, s), people(r, s), presiders(r, s), filed(r, s), domains(r, s), sources(r, s), service(r, s), recommendations(r, s), followed(r, s), clues(r, s), heardDomains(r, s), metrics(r)}
}

// Compare sets out a report beside an earlier one.
func Compare(now, then figures.Report, s Style) []Table {
	before := map[string]Row{}
	for _, t := range Tables(then, s) {
		for _, r := range t.Rows {
			before[r.Key] = r
		}
	}
	out := Tables(now, s)
	for _, t := range out {
		for i := range t.Rows {
			r := &t.Rows[i]
			if r.Quantity != nil {
				continue // 20余 and 30余 have no difference
			}
			was := before[r.Key]
			r.Change = &figures.Change{Now: r.Value, Then: was.Value}
			if r.Then = was.Text; r.Then == "" {
				r.Then = "0"
			}
		}
	}
	return out
}

// Seen leaves out rows of nothing from divisions that are long: of domains and
// sources only those stand in the window of which there is something.
func Seen(t Table) Table {
	const long = 14
	if len(t.Rows) < long || t.Rows[0].Quantity != nil {
		return t
	}
	var rows []Row
	for _, r := range t.Rows {
		if r.Value > 0 || r.Change != nil && r.Change.Then > 0 || r.Bar < 0 {
			rows = append(rows, r)
		}
	}
	return Table{t.Title, rows}
}
