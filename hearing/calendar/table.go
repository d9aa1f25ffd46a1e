package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Table holds the rest days and the worked rest days of one year: those of
// the State Council's notice, or those that a region adds (全国年节及纪念日放假办法,
// art. 4 leaves the holidays of minorities to the local governments).
type Table struct {
	Year   int        `json:"year"`
	Source string     `json:"source"`           // the notice or the decision, with its number; required
	Region string     `json:"region,omitempty"` // whose own holidays these are; empty is the whole country's
	Days   []TableDay `json:"days"`
}

// A TableDay is one day that a table names.
type TableDay struct {
	Date Date   `json:"date"`
	Off  bool   `json:"off"`  // a rest day; else a rest day that is worked (调休上班)
	Name string `json:"name"` // the holiday, such as 国庆节; required of a rest day
}

// Local reports whether the table holds a region's own holidays. Such a table
// lies over the national one and does not make a year known.
func (t Table) Local() bool { return t.Region != "" }

// A Fault is what is wrong with a holiday table.
type Fault string

// The faults. Text of the [TableError] holds what the table says there.
const (
	FaultFormat  Fault = "format"  // not a table or a sentence of a notice
	FaultYear    Fault = "year"    // no year, or one outside 1949 to 2100
	FaultSource  Fault = "source"  // does not say where it comes from
	FaultEmpty   Fault = "empty"   // no days
	FaultDate    Fault = "date"    // not a date of the Gregorian calendar
	FaultKind    Fault = "kind"    // neither off nor work
	FaultName    Fault = "name"    // a rest day without a holiday's name
	FaultReach   Fault = "reach"   // a day that the year's notice cannot name, or before its year line
	FaultOverlap Fault = "overlap" // the same day or the same year twice
	FaultWork    Fault = "work"    // a worked rest day that is no Saturday and no Sunday
	FaultCount   Fault = "count"   // 共N天 is not the number of days
	FaultWeekday Fault = "weekday" // the weekday in brackets is not the date's
	FaultMissing Fault = "missing" // a statutory holiday that is not there; Text names it
)

// A TableError says what is wrong with a holiday table, and where.
type TableError struct {
	Fault        Fault
	Year         int    // of the table; 0: not known
	Index        int    // of the day in Table.Days; -1: not of one day
	Line, Column int    // of the text that was read, from 1; 0: not from a text
	Date         Date   // the day in question, if any
	Text         string // the words in question
}

// Error says where and what.
func (e *TableError) Error() string {
	where := fmt.Sprintf("table of %d", e.Year)
	switch {
	case e.Line > 0:
		where = fmt.Sprintf("line %d, column %d", e.Line, e.Column)
	case e.Index >= 0:
		where = fmt.Sprintf("table of %d, day %d", e.Year, e.Index+1)
	}
	what := map[Fault]string{
		FaultFormat: "is not understood", FaultYear: "is not a year from 1949 to 2100", FaultSource: "the source is missing",
		FaultEmpty: "there are no days", FaultDate: "is not a date such as 2027-01-01", FaultKind: "is neither off nor work",
		FaultName: "the holiday's name is missing", FaultReach: "lies outside the table's year", FaultOverlap: "is there twice",
		FaultWork: "is no Saturday or Sunday that could be worked", FaultCount: "is not the number of days",
		FaultWeekday: "is not the weekday of the date", FaultMissing: "is missing",
	}[e.Fault]
	return strings.Join(strings.Fields(fmt.Sprintf("%s: %s %s %s", where, e.Date, e.Text, what)), " ")
}

// reach reports whether a notice of the year may name the day: those of the
// year, of the last week before and of the first week after.
func reach(year int, d Date) bool {
	return !d.Before(NewDate(year, 1, 1).AddDays(-week)) && !d.After(NewDate(year, 12, 31).AddDays(week))
}

const week = 7

// Validate returns a [*TableError] with the first fault of a table that is to
// be used: no year, no source, no days, a day twice or outside the year, and,
// of the whole country's table, a statutory holiday that is missing.
func (t Table) Validate() error {
	if e := t.fault(true); e != nil {
		return e
	}
	if missing := t.Missing(); len(missing) > 0 && !t.Local() {
		return &TableError{Fault: FaultMissing, Year: t.Year, Index: -1, Text: missing[0]}
	}
	return nil
}

// fault is the first fault of the table's form.
func (t Table) fault(source bool) *TableError {
	bad := func(f Fault, i int) *TableError {
		e := &TableError{Fault: f, Year: t.Year, Index: i}
		if i >= 0 {
			e.Date = t.Days[i].Date
		}
		return e
	}
	switch {
	case t.Year < yearMin || t.Year > yearMax:
		e := bad(FaultYear, -1)
		e.Text = fmt.Sprint(t.Year)
		return e
	case source && strings.TrimSpace(t.Source) == "":
		return bad(FaultSource, -1)
	case len(t.Days) == 0:
		return bad(FaultEmpty, -1)
	}
	for i, d := range t.Days {
		switch {
		case d.Date.IsZero():
			return bad(FaultDate, i)
		case !reach(t.Year, d.Date):
			return bad(FaultReach, i)
		case d.Off && strings.TrimSpace(d.Name) == "":
			return bad(FaultName, i)
		case !d.Off && !t.Local() && !d.Date.weekend():
			return bad(FaultWork, i)
		}
	}
	order := make([]int, len(t.Days))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.Days[a].Date.n, t.Days[b].Date.n) })
	for i := 1; i < len(order); i++ {
		if t.Days[order[i]].Date == t.Days[order[i-1]].Date {
			return bad(FaultOverlap, order[i])
		}
	}
	return nil
}

// Missing names the statutory holidays that the table lacks, in the order of
// the year: New Year's Day, Labour Day and National Day by their dates,
// Qingming by its days, the three of the lunar calendar by their names
// (全国年节及纪念日放假办法, art. 2, as of 2007 and 2024).
func (t Table) Missing() []string {
	off := map[Date]bool{}
	names := map[string]bool{}
	for _, d := range t.Days {
		off[d.Date] = d.Off
		for _, feast := range []string{"春节", "端午", "中秋"} {
			names[feast] = names[feast] || d.Off && strings.Contains(d.Name, feast)
		}
	}
	all := func(month, days int) bool {
		for i := 1; i <= days; i++ {
			if !off[NewDate(t.Year, time.Month(month), i)] {
				return false
			}
		}
		return true
	}
	labour := 1
	if t.Year >= 2025 {
		labour = 2
	}
	april := NewDate(t.Year, 4, 4)
	var out []string
	for _, x := range []struct {
		name string
		ok   bool
	}{
		{"元旦", all(1, 1)}, {"春节", names["春节"]}, {"清明节", off[april] || off[april.AddDays(1)] || off[april.AddDays(2)]},
		{"劳动节", all(5, labour)}, {"端午节", names["端午"]}, {"中秋节", names["中秋"]}, {"国庆节", all(10, 3)},
	} {
		if !x.ok {
			out = append(out, x.name)
		}
	}
	return out
}
