package settings

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// A yearRow is one table of holidays as the page lists it.
type yearRow struct {
	table calendar.Table
	own   bool // of the office: it can be removed
}

// national lists the whole country's tables, the latest first: the office's in
// place of the program's.
func national(program *calendar.Calendar, office []calendar.Table) []yearRow {
	var out []yearRow
	for _, t := range office {
		if !t.Local() {
			out = append(out, yearRow{t, true})
		}
	}
	for _, t := range program.Tables() {
		if !t.Local() && !slices.ContainsFunc(out, func(r yearRow) bool { return r.table.Year == t.Year }) {
			out = append(out, yearRow{t, false})
		}
	}
	slices.SortStableFunc(out, func(a, b yearRow) int { return b.table.Year - a.table.Year })
	return out
}

// regional lists the tables of regions.
func regional(office []calendar.Table) []yearRow {
	var out []yearRow
	for _, t := range office {
		if t.Local() {
			out = append(out, yearRow{t, true})
		}
	}
	return out
}

// said is a fault of a table in words.
func said(err error) string {
	var e *calendar.TableError
	if errors.As(err, &e) {
		return words.Table(e)
	}
	return words.Error(err)
}

// unknown are this year and the next, where no table is known.
func unknown(rows []yearRow, today calendar.Date) []int {
	var out []int
	for _, y := range []int{today.Year(), today.Year() + 1} {
		if !slices.ContainsFunc(rows, func(r yearRow) bool { return r.table.Year == y }) {
			out = append(out, y)
		}
	}
	return out
}

// count is how many days a table gives off, and how many rest days it has
// worked.
func count(days []calendar.TableDay) (off, worked int) {
	for _, d := range days {
		if d.Off {
			off++
		} else {
			worked++
		}
	}
	return off, worked
}

// A feast is the days of one holiday in a table.
type feast struct {
	name        string
	off, worked []calendar.Date
}

// feasts sorts a table's days by holiday, in the order of the year.
func feasts(t calendar.Table) []feast {
	var out []feast
	for _, d := range slices.SortedStableFunc(slices.Values(t.Days), func(a, b calendar.TableDay) int { return a.Date.Compare(b.Date) }) {
		i := slices.IndexFunc(out, func(f feast) bool { return f.name == d.Name })
		if i < 0 {
			i = len(out)
			out = append(out, feast{name: d.Name})
		}
		if d.Off {
			out[i].off = append(out[i].off, d.Date)
		} else {
			out[i].worked = append(out[i].worked, d.Date)
		}
	}
	slices.SortStableFunc(out, func(a, b feast) int { return cmp.Compare(first(a), first(b)) })
	return out
}

// first is a holiday's first day, as text.
func first(f feast) string {
	if len(f.off) > 0 {
		return f.off[0].String()
	}
	return f.worked[0].String()
}

// spans says days in a row as one: 10月1日–7日.
func spans(days []calendar.Date) string {
	var out []string
	for i := 0; i < len(days); {
		j := i
		for j+1 < len(days) && days[j+1] == days[j].AddDays(1) {
			j++
		}
		text := words.Day(days[i])
		if j > i {
			text += "–" + words.Day(days[j])
		}
		out = append(out, text)
		i = j + 1
	}
	return words.List(out)
}

func sameTable(a, b calendar.Table) bool { return a.Year == b.Year && a.Region == b.Region }

// A reading is what was pasted or opened, as it was understood.
type reading struct {
	tables []calendar.Table
	fault  error // why nothing can be stored
}

// read reads a notice or a list, for the whole country or for a region; source
// is where it comes from, where the text does not say.
func read(text, source, region string, program *calendar.Calendar, office hearing.Office) reading {
	if strings.TrimSpace(text) == "" {
		return reading{}
	}
	tables, err := calendar.ReadTable(text)
	if err != nil {
		return reading{fault: err}
	}
	for i := range tables {
		if tables[i].Source == "" || region != "" {
			tables[i].Source = cmp.Or(strings.TrimSpace(source), tables[i].Source)
		}
		tables[i].Region = strings.TrimSpace(region)
	}
	return checked(tables, program, office)
}

// checked asks whether the office's calendar can be made with tables.
func checked(tables []calendar.Table, program *calendar.Calendar, office hearing.Office) reading {
	r := reading{tables: tables}
	for _, t := range tables {
		if r.fault = t.Validate(); r.fault != nil {
			return r
		}
	}
	_, r.fault = program.With(office.WithHolidays(tables...).Holidays...)
	return r
}

// asText writes a table's days as the page lets them be edited: a line a day.
func asText(t calendar.Table) string {
	var b strings.Builder
	for _, d := range t.Days {
		kind := words.T("班")
		if d.Off {
			kind = words.T("休")
		}
		b.WriteString(d.Date.String() + "," + kind + "," + d.Name + "\n")
	}
	return b.String()
}
