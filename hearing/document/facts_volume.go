package document

import (
	"strconv"
	"strings"

	"hearingdesk/hearing/calendar"
)

// volumes lists what lies in the volumes of the case: one row for the papers of
// a kind, with the numbers of their pages. Pages are numbered as they are bound:
// those of the scan where there is one, else those that were printed. A paper of
// which nothing is there has none yet, and those behind it go on.
func (c *Catalogue) volumes(x teller) []record {
	var out []record
	for _, v := range c.Volumes(x.d, x.today) {
		out = append(out, bound(v, len(x.d.Scans) > 0))
	}
	return out
}

// bound is one volume. marked says that signed papers are scanned here, so that
// one that is not is marked.
func bound(v Volume, marked bool) record {
	var rows, waived []record
	page, scanned, open, papers := 0, 0, 0, 0
	for _, list := range kinds(v.Filings) {
		from := page + 1
		row := contents(list)
		lacking := 0
		for _, f := range list {
			n := f.Pages()
			page += n
			if f.Scanned() {
				scanned += n
			}
			if f.Missing() {
				lacking++
			}
		}
		papers, open = papers+len(list), open+lacking
		row["number"] = Text(strconv.Itoa(len(rows) + 1))
		if page >= from {
			row["pages"] = Text(pageNumbers(from, page))
		}
		if marked && lacking > 0 {
			row["note"] = Text("未扫描")
			if lacking < len(list) {
				row["note"] = Text(strconv.Itoa(lacking) + "份未扫描")
			}
		}
		rows = append(rows, row)
	}
	for _, f := range v.Filings {
		if f.State() == FilingOff {
			waived = append(waived, record{"title": Text(strings.TrimSpace(f.Title + " " + f.For)), "reason": Text(f.Waived.Waived)})
		}
	}
	r := record{"name": Text(v.Name), "rows": rows, "waived": waived, "papers": Text(strconv.Itoa(papers))}
	if page > 0 {
		r["pages"] = Text(strconv.Itoa(page))
	}
	if marked {
		r["scanned"], r["open"] = Text(strconv.Itoa(scanned)), Text(strconv.Itoa(open))
	}
	return r
}

// kinds groups the papers of a kind that lie in a volume.
func kinds(list []Filing) [][]Filing {
	var out [][]Filing
	for _, f := range list {
		if !f.Lies() {
			continue
		}
		if n := len(out); n > 0 && out[n-1][0].Number == f.Number {
			out[n-1] = append(out[n-1], f)
		} else {
			out = append(out, []Filing{f})
		}
	}
	return out
}

// contents is the row of the papers of a kind.
func contents(list []Filing) record {
	r := record{"title": Text(list[0].Title), "author": Text(list[0].author)}
	if len(list) > 1 {
		r["count"] = Text(strconv.Itoa(len(list)))
	}
	var numbers []string
	on := calendar.Date{}
	for _, f := range list {
		if f.number != nil {
			numbers = append(numbers, f.number.Text)
		}
		if f.author != list[0].author {
			r["author"] = Text("")
		}
		if !f.on.IsZero() && (on.IsZero() || f.on.Before(on)) {
			on = f.on
		}
	}
	if !on.IsZero() {
		r["date"] = Text(strings.ReplaceAll(on.String(), "-", ""))
	}
	switch len(numbers) {
	case 0:
	case 1:
		r["reference"] = Text(numbers[0])
	default:
		r["reference"] = Text(numbers[0] + "等")
	}
	return r
}

// pageNumbers writes the numbers of pages.
func pageNumbers(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "—" + strconv.Itoa(to)
}
