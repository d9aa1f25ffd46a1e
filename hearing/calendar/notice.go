package calendar

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ReadTable reads the table of a year from what somebody pasted or opened:
// either the text of the State Council's notice, with whatever page it was
// copied from around it, or a list of date, kind and name as a spreadsheet
// saves it. A notice is held to itself: 共N天 must be the number of its days, the
// weekday in brackets the date's, and no statutory holiday may be missing. The
// error is a [*TableError] that names the line and the column; nothing is read
// then. A list may come back without a source, and may be a region's: the
// caller sets [Table.Source] and [Table.Region], and [Calendar.With] checks it
// again. A notice that only amends another (国办发明电〔2019〕3号) is not read: the
// year's whole table has to be given as a list.
func ReadTable(text string) ([]Table, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if n := squeeze(text); feast.MatchString(n.text) || strings.Contains(n.text, "国务院") && !listed.MatchString(text) {
		t, err := n.read()
		if err != nil {
			return nil, fmt.Errorf("read the notice: %w", err)
		}
		return []Table{t}, nil
	}
	tables, err := readList(text)
	if err != nil {
		return nil, fmt.Errorf("read the list of holidays: %w", err)
	}
	return tables, nil
}

var (
	// feast is the head of a holiday's paragraph: 六、国庆节、中秋节：
	feast  = regexp.MustCompile(`((?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?)(?:[、和](?:中秋节?|国庆节?))?):`)
	listed = regexp.MustCompile(`(?m)^[\x{feff}"]*(?:year|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"?[,;\t]`) // a list's year may name the notice
	titled = regexp.MustCompile(`关于(\d{4})年部分节假日安排`)
	spoken = regexp.MustCompile(`现将(\d{4})年元旦`)
	issued = regexp.MustCompile(`国办发明电[\[(](\d{4})[\])](\d+)号`)
	ending = regexp.MustCompile(`节假日期间|国务院办公厅\d{4}年`)
	lead   = regexp.MustCompile(`(?:[一二三四五六七八九十]+、|\d+[、.]|\([一二三四五六七八九十]+\)|-+)$`)
)

// A notice is the text without blanks, its brackets, commas and digits of one
// width, and where each byte of that stands.
type notice struct {
	text  string
	at    []place
	table drawn
}

var narrow = strings.NewReplacer("（", "(", "）", ")", "：", ":", "，", ",", "；", ";", "〔", "[", "〕", "]", "【", "[", "】", "]", "－", "-", "—", "-", "–", "-", "～", "-", "~", "-")

// squeeze takes the blanks and the line breaks out.
func squeeze(s string) *notice {
	n := &notice{}
	var b strings.Builder
	p := place{1, 1}
	for _, r := range s {
		piece := ""
		switch {
		case r == '\n':
			p = place{p.line + 1, 1}
			continue
		case r == ' ' || r == '\t' || r == '\u3000' || r == '\u00a0' || r == '\ufeff' || r == '\u200b' || r == '\r':
		case r >= '０' && r <= '９':
			piece = string('0' + r - '０')
		default:
			piece = narrow.Replace(string(r))
		}
		b.WriteString(piece)
		for range len(piece) {
			n.at = append(n.at, p)
		}
		p.column++
	}
	n.text, n.at = b.String(), append(n.at, p)
	return n
}

// fault says what is wrong with a piece of the text.
func (n *notice) fault(f Fault, from, to int) *TableError {
	p := n.at[min(from, len(n.at)-1)]
	return &TableError{Fault: f, Year: n.table.Year, Index: -1, Line: p.line, Column: p.column, Text: n.text[from:to]}
}

func (n *notice) read() (Table, error) {
	if e := n.title(); e != nil {
		return Table{}, e
	}
	heads := feast.FindAllStringSubmatchIndex(n.text, -1)
	if len(heads) == 0 {
		return Table{}, n.fault(FaultFormat, 0, 0)
	}
	for i, h := range heads {
		to := len(n.text)
		if i+1 < len(heads) {
			to = heads[i+1][0]
			to = max(h[1], to-len(lead.FindString(n.text[h[1]:to])))
		}
		if cut := ending.FindStringIndex(n.text[h[1]:to]); cut != nil {
			to = h[1] + cut[0]
		}
		if err := n.paragraph(holiday(n.text[h[2]:h[3]]), h[1], to); err != nil {
			return Table{}, err
		}
	}
	if missing := n.table.Missing(); len(missing) > 0 {
		e := n.fault(FaultMissing, len(n.text), len(n.text))
		e.Text = missing[0]
		return Table{}, e
	}
	slices.SortStableFunc(n.table.Days, func(a, b TableDay) int { return a.Date.Compare(b.Date) })
	return n.table.Table, nil
}

// title finds the year and says where the table comes from.
func (n *notice) title() *TableError {
	m := titled.FindStringSubmatch(n.text)
	if own := spoken.FindStringSubmatch(n.text); own != nil { // a page may name other years' notices too
		same := func(x []string) bool { return x[1] == own[1] }
		if m != nil && !slices.ContainsFunc(titled.FindAllStringSubmatch(n.text, -1), same) {
			i := strings.Index(n.text, own[0])
			return n.fault(FaultYear, i, i+len(own[0]))
		}
		m = own
	}
	if m == nil {
		return n.fault(FaultYear, 0, 0)
	}
	n.table.Year, _ = strconv.Atoi(m[1]) // four digits
	if n.table.Year < yearMin || n.table.Year > yearMax {
		i := strings.Index(n.text, m[0])
		return n.fault(FaultYear, i, i+len(m[0]))
	}
	n.table.Source = "国务院办公厅关于" + m[1] + "年部分节假日安排的通知"
	for _, x := range issued.FindAllStringSubmatch(n.text, -1) {
		if x[1] == strconv.Itoa(n.table.Year-1) {
			n.table.Source += "（国办发明电〔" + x[1] + "〕" + x[2] + "号）"
			break
		}
	}
	return nil
}

// holiday is the name that the tables give a holiday.
func holiday(head string) string {
	both := strings.Contains(head, "中秋") && strings.Contains(head, "国庆")
	switch {
	case both:
		return "国庆中秋"
	case head == "元旦":
		return "元旦节"
	case !strings.HasSuffix(head, "节"):
		return head + "节"
	}
	return head
}

// paragraph reads one holiday's sentences.
func (n *notice) paragraph(name string, from, to int) error {
	start := len(n.table.Days)
	for from < to {
		end := to
		if i := strings.IndexAny(n.text[from:to], "。;"); i >= 0 {
			end = from + i
		}
		s := sentence{n: n, name: name, from: from, pos: from, end: end, year: n.table.Year}
		if err := s.read(); err != nil {
			return err
		}
		from = end + 1
		if end < to && n.text[end] != ';' {
			from = end + len("。")
		}
	}
	n.bridge(name, start)
	seen := map[Date]bool{}
	for i, d := range n.table.Days {
		if seen[d.Date] {
			p := n.table.days[i]
			return &TableError{Fault: FaultOverlap, Year: n.table.Year, Index: -1, Line: p.line, Column: p.column, Date: d.Date, Text: name}
		}
		seen[d.Date] = true
	}
	return nil
}

// bridge names the weekend that lies between the holiday and its day in lieu
// (4月5日放假，4月7日（星期一）补休), if nothing else names it.
func (n *notice) bridge(name string, start int) {
	has := map[Date]bool{}
	for _, d := range n.table.Days {
		has[d.Date] = true
	}
	for i := start; i < len(n.table.Days); i++ {
		d := n.table.Days[i]
		for gap := d.Date.AddDays(1); d.Off && gap.weekend() && !has[gap]; gap = gap.AddDays(1) {
			next := gap
			for next.weekend() && !has[next] {
				next = next.AddDays(1)
			}
			if !slices.ContainsFunc(n.table.Days[start:], func(x TableDay) bool { return x.Off && x.Date == next }) {
				break
			}
			n.table.add(TableDay{gap, true, name}, n.table.days[i])
			has[gap] = true
		}
	}
}
