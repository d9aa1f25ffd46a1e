package document

import (
	"strconv"
	"strings"
)

// A composer turns a template's output into blocks. A line is a paragraph of
// body text, unless it begins with a directive: the package's comment lists them.
// Values that were filled in are never read as markup.
type composer struct {
	blocks   []Block
	table    *Table
	seats    *SeatMap
	height   float64
	rowMark  string
	slip     bool   // behind a #tear
	counters [3]int // headings of level 1, of level 2, items
}

// lineBlank is the length in characters of a ruled line: a text line, less what
// Word's wider low lines need.
const lineBlank = 27

// compose reads the output of a template.
func compose(text string) []Block {
	c := &composer{}
	for _, l := range strings.Split(text, "\n") {
		c.line(l)
	}
	c.endTable()
	return c.blocks
}

func (c *composer) add(b Block) { c.blocks = append(c.blocks, b) }

func (c *composer) endTable() {
	c.endSeats()
	if c.table != nil {
		if len(c.table.Widths) > 0 && len(c.table.Rows) > 0 {
			c.add(*c.table)
		}
		c.table = nil
	}
}

func (c *composer) line(l string) {
	l = strings.TrimSpace(l)
	if l == "" {
		return
	}
	if c.table != nil && strings.HasPrefix(l, "|") {
		c.row(l)
		return
	}
	if !strings.HasPrefix(l, "#") {
		c.paragraph(l, 2, Justify)
		return
	}
	word, rest, _ := strings.Cut(l[1:], " ")
	c.directive(word, strings.TrimSpace(rest))
}

func (c *composer) paragraph(text string, indent int, align Align) {
	c.add(Paragraph{Runs: runs(text), Indent: indent, Align: align, Small: c.slip, Keep: c.slip})
}

func (c *composer) directive(word, rest string) {
	switch word {
	case "title":
		c.add(Title{plain(rest)})
	case "subtitle":
		c.add(Subtitle{plain(rest)})
	case "number":
		c.add(DocNumber{plain(rest)})
	case "to":
		c.paragraph(rest, 0, Justify)
	case "left", "centre", "right":
		c.paragraph(rest, 0, map[string]Align{"left": Left, "centre": Centre, "right": Right}[word])
	case "h1":
		c.heading(parts(rest))
	case "h2":
		c.counters[1]++
		c.counters[2] = 0
		c.add(Heading{2, "（" + numeral(c.counters[1]) + "）" + plain(rest)})
	case "item":
		c.counters[2]++
		c.add(Paragraph{Runs: append([]Run{{Text: strconv.Itoa(c.counters[2]) + "．"}}, runs(rest)...), Indent: 2})
	case "space":
		if n, ok := measures[word].in(rest); ok {
			c.add(Space{n})
		}
	case "lines":
		n, _ := measures[word].in(rest) // 0 where it is none
		for range min(int(n), 200) {
			c.add(Paragraph{Runs: []Run{{Blank: lineBlank}}, Align: Left})
		}
	case "page":
		c.add(PageBreak{})
	case "foot":
		c.add(Paragraph{Runs: runs(rest), Align: Left, Small: true, Foot: true})
	default:
		c.form(word, parts(rest))
	}
}

// heading reads a heading of level 1; with a second part it runs in its text.
func (c *composer) heading(p []string) {
	c.counters[0]++
	c.counters[1], c.counters[2] = 0, 0
	text := numeral(c.counters[0]) + "、" + plain(p[0])
	if len(p) < 2 {
		c.add(Heading{1, text})
		return
	}
	c.add(Paragraph{Runs: append([]Run{{Text: text, Face: Hei}}, runs(p[1])...), Indent: 2})
}

// form reads the directives whose parts are divided by bars.
func (c *composer) form(word string, p []string) {
	at := func(i int) string {
		if i < len(p) {
			return p[i]
		}
		return ""
	}
	switch word {
	case "sign":
		c.add(Signature{Office: plain(at(0)), Date: plain(at(1)), Seal: at(2) == "seal"})
	case "signline", "footline":
		foot := word == "footline"
		c.add(SignLine{Label: plain(at(0)), Dated: at(1) != "", Hour: at(1) == "hour", Small: c.slip || foot, Foot: foot})
	case "issuer":
		c.add(Issuer{plain(at(0))})
	case "imprint":
		c.add(Imprint{Copies: plain(at(0)), Office: plain(at(1)), Date: plain(at(2))})
	case "eachfoot":
		c.add(Running{Text: plain(at(0)), Note: plain(at(1))})
	case "plate":
		c.add(Plate{Name: plain(at(0)), Role: plain(at(1))})
	case "address", "label":
		c.posted(word, at(0), at(1))
	case "slip":
		c.slip = true
	case "tear":
		c.slip = true
		c.add(Tear{plain(at(0))})
	case "qr":
		c.add(Code{Data: plain(at(0)), Caption: plain(at(1))})
	case "table":
		c.table = &Table{Small: at(1) == "small"}
		for _, w := range strings.Fields(at(0)) {
			if n, ok := measures[word].in(w); ok && len(c.table.Widths) < measures[word].times {
				c.table.Widths = append(c.table.Widths, n)
			}
		}
	case "row":
		if n, ok := measures[word].in(at(0)); ok {
			c.height, c.rowMark = n, at(1)
		}
	case "seats":
		c.beginSeats(p)
	case "seat":
		c.seat(at)
	case "end":
		c.endTable()
	}
}

func (c *composer) row(l string) {
	r := Row{Height: c.height, Keep: c.rowMark == "keep", Spare: c.rowMark == "spare"}
	c.height, c.rowMark = 0, ""
	l = l[1:]
	if strings.HasPrefix(l, "!") {
		r.Header, l = true, l[1:]
	}
	for _, p := range parts(l) {
		cell := Cell{Align: Left}
		if r.Header {
			cell.Align = Centre
		}
		for mark, a := range map[string]Align{"^": Centre, "<": Left, ">": Right} {
			if rest, ok := strings.CutPrefix(p, mark); ok {
				cell.Align, p = a, strings.TrimSpace(rest)
				break
			}
		}
		for _, line := range split(p, "//") {
			cell.Lines = append(cell.Lines, Paragraph{Runs: runs(line), Align: cell.Align})
		}
		r.Cells = append(r.Cells, cell)
	}
	if n := len(c.table.Widths); n == 0 { // no table: nothing is lost of what it says
		for _, cell := range r.Cells {
			for _, p := range cell.Lines {
				c.add(p)
			}
		}
		return
	} else if len(r.Cells) > n {
		for _, cell := range r.Cells[n:] {
			r.Cells[n-1].Lines = append(r.Cells[n-1].Lines, cell.Lines...)
		}
		r.Cells = r.Cells[:n]
	}
	if free := len(c.table.Widths) - len(r.Cells); free > 0 {
		r.Cells[len(r.Cells)-1].Span = free + 1
	}
	c.table.Rows = append(c.table.Rows, r)
}
