package calendar

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A place is where in a text something stands, from 1.
type place struct{ line, column int }

// A drawn is a table as it was read, and where each of its days stands.
type drawn struct {
	Table
	at   place
	days []place
}

// add reads a day into the table.
func (t *drawn) add(d TableDay, at place) {
	t.Days, t.days = append(t.Days, d), append(t.days, at)
}

// finish returns the tables, or the first fault with its place.
func finish(tables []*drawn, source bool) ([]Table, error) {
	var out []Table
	for i, t := range tables {
		e := t.fault(source)
		if e == nil && slices.ContainsFunc(tables[:i], func(x *drawn) bool { return x.Year == t.Year }) {
			e = &TableError{Fault: FaultOverlap, Year: t.Year, Index: -1, Text: strconv.Itoa(t.Year)}
		}
		if e != nil {
			at := t.at
			if e.Index >= 0 {
				at = t.days[e.Index]
			}
			e.Line, e.Column = at.line, at.column
			return nil, e
		}
		out = append(out, t.Table)
	}
	if len(out) == 0 {
		return nil, &TableError{Fault: FaultEmpty, Index: -1, Line: 1, Column: 1}
	}
	return out, nil
}

// A list reads a table of comma-separated values.
type list struct {
	lines           []string
	own             bool // the program's own, which is held to the letter
	date, kind, nam int  // columns
	tables          []*drawn
	loose           drawn // days that no year line precedes
}

// readOwn reads the table that comes with the program.
func readOwn(text string) ([]Table, error) {
	l := &list{lines: strings.Split(text, "\n"), own: true, kind: 1, nam: 2}
	if err := l.read(text, ','); err != nil {
		return nil, err
	}
	return finish(l.tables, true)
}

// readList reads a table that somebody made, as a spreadsheet saves it: with or
// without a heading, with or without year lines, separated by commas, tabs or
// semicolons.
func readList(text string) ([]Table, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	l := &list{lines: strings.Split(text, "\n"), kind: 1, nam: 2}
	comma, most := ',', 0
	for _, c := range ",\t;，" {
		if n := strings.Count(text, string(c)); n > most {
			comma, most = c, n
		}
	}
	if err := l.read(text, comma); err != nil {
		return nil, err
	}
	return finish(append(l.tables, l.years()...), false)
}

func (l *list) read(text string, comma rune) error {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.Comment, r.TrimLeadingSpace, r.FieldsPerRecord = comma, '#', true, -1
	if l.own {
		r.FieldsPerRecord = 3
	}
	for first := true; ; first = false {
		f, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			e := &TableError{Fault: FaultFormat, Index: -1}
			if p := (*csv.ParseError)(nil); errors.As(err, &p) {
				at := l.place(p.Line, max(p.Column, 1))
				e.Line, e.Column, e.Text = at.line, at.column, p.Err.Error()
			}
			return e
		}
		if blank(f) || first && !l.own && l.heading(f) {
			continue
		}
		at := func(column int) place { return l.place(r.FieldPos(min(column, len(f)-1))) }
		if err := l.record(f, at); err != nil {
			return err
		}
	}
}

func blank(f []string) bool {
	return !slices.ContainsFunc(f, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// place counts characters where package csv counts bytes.
func (l *list) place(line, column int) place {
	text := ""
	if line >= 1 && line <= len(l.lines) {
		text = l.lines[line-1]
	}
	return place{line, utf8.RuneCountInString(text[:min(max(column-1, 0), len(text))]) + 1}
}

// record reads one line: a year's or a day's.
func (l *list) record(f []string, at func(int) place) error {
	bad := func(fault Fault, column int) error {
		p, text := at(column), ""
		if column < len(f) {
			text = f[column]
		}
		return &TableError{Fault: fault, Index: -1, Line: p.line, Column: p.column, Text: text}
	}
	if f[0] == "year" && len(f) == 3 {
		year, err := strconv.Atoi(strings.TrimSpace(f[1]))
		if err != nil || year < yearMin || year > yearMax {
			return bad(FaultYear, 1)
		}
		l.tables = append(l.tables, &drawn{Table: Table{Year: year, Source: strings.TrimSpace(f[2])}, at: at(0)})
		return nil
	}
	cell := func(i int) string {
		if i < len(f) {
			return strings.TrimSpace(f[i])
		}
		return ""
	}
	d, err := ParseDate(cell(l.date))
	if err != nil && !l.own {
		d = looseDate(cell(l.date))
	}
	if d.IsZero() {
		return bad(FaultDate, l.date)
	}
	isOff, known := offWord(cell(l.kind), l.own)
	if !known {
		return bad(FaultKind, l.kind)
	}
	to := &l.loose
	if len(l.tables) > 0 {
		to = l.tables[len(l.tables)-1]
	} else if l.own {
		return bad(FaultReach, l.date)
	}
	to.add(TableDay{d, isOff, cell(l.nam)}, at(l.date))
	return nil
}

// heading reports whether the line names the columns, and finds them.
func (l *list) heading(f []string) bool {
	date, kind, nam := -1, -1, -1
	for i, s := range f {
		switch strings.ToLower(strings.TrimSpace(s)) {
		case "date", "day", "日期", "时间", "日子":
			date = i
		case "kind", "type", "isoffday", "off", "类型", "类别", "安排", "状态", "休班", "放假":
			kind = i
		case "name", "holiday", "名称", "节日", "节假日", "假日", "说明":
			nam = i
		}
	}
	if date < 0 || kind < 0 {
		return false
	}
	if l.date, l.kind, l.nam = date, kind, nam; nam < 0 {
		l.nam = len(f)
	}
	return true
}

// offWord reads a kind in the words that are about.
func offWord(s string, own bool) (isOff, known bool) {
	if own {
		return s == "off", s == "off" || s == "work"
	}
	switch strings.ToLower(s) {
	case "off", "rest", "holiday", "true", "休", "休息", "放假", "假", "假日", "节假日", "补休", "放假调休":
		return true, true
	case "work", "workday", "false", "班", "上班", "补班", "调休上班", "工作", "工作日":
		return false, true
	}
	return false, false
}

// looseDate reads 2027/1/1, 2027.1.1, 20270101 and 2027年1月1日; no date where it
// cannot.
func looseDate(s string) Date {
	s = strings.TrimSuffix(strings.NewReplacer("年", "-", "月", "-", "/", "-", ".", "-").Replace(s), "日")
	p := strings.Split(s, "-")
	if len(p) == 1 && len(s) == 8 {
		p = []string{s[:4], s[4:6], s[6:]}
	}
	if len(p) != 3 || len(p[0]) != 4 || len(p[1]) > 2 || len(p[2]) > 2 {
		return Date{}
	}
	d, err := ParseDate(p[0] + "-" + pad(p[1]) + "-" + pad(p[2]))
	if err != nil {
		return Date{}
	}
	return d
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// years sorts days that no year line precedes into tables: a day of a year's
// last or first week goes to the neighbour where only that has other days.
func (l *list) years() []*drawn {
	sure := map[int]bool{}
	for _, d := range l.loose.Days {
		if y := d.Date.Year(); !reach(y+1, d.Date) && !reach(y-1, d.Date) {
			sure[y] = true
		}
	}
	var out []*drawn
	for i, d := range l.loose.Days {
		y := d.Date.Year()
		switch {
		case sure[y]:
		case sure[y+1] && reach(y+1, d.Date):
			y++
		case sure[y-1] && reach(y-1, d.Date):
			y--
		}
		j := slices.IndexFunc(out, func(t *drawn) bool { return t.Year == y })
		if j < 0 {
			j = len(out)
			out = append(out, &drawn{Table: Table{Year: y}, at: l.loose.days[i]})
		}
		out[j].add(d, l.loose.days[i])
	}
	return out
}
