package sheetfile

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
)

// The most that a file may unpack to: bytes, parts, and tags of all its parts. A
// roster of 20,000 rows and 30 columns has some two and a half million tags.
const (
	mostUnpacked = 64 << 20
	mostParts    = 2_000
	mostTags     = 4_000_000
	mostStyles   = 400_000 // of a part that is no sheet and no list of texts
	mostMerges   = 50_000
)

// measure unpacks a file and counts what is in it, before a reader makes more of
// it. It returns the parts that tell where the sheets are, and the sheets.
func measure(data []byte) (map[string][]byte, hearing.SheetReason) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, hearing.SheetBroken
	}
	if len(z.File) > mostParts {
		return nil, hearing.SheetBomb
	}
	parts := map[string][]byte{}
	left, tags := int64(mostUnpacked), 0
	for _, f := range z.File {
		if f.UncompressedSize64 > uint64(left) { //nolint:gosec // left is never below zero
			return nil, hearing.SheetBomb
		}
		text, err := unpack(f)
		if err != nil {
			return nil, hearing.SheetBroken
		}
		left -= int64(len(text))
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		n := bytes.Count(text, []byte("<"))
		sheet := strings.HasPrefix(name, "xl/worksheets/") || strings.HasSuffix(name, "sharedstrings.xml")
		if tags += n; tags > mostTags || !sheet && n > mostStyles && strings.HasSuffix(name, "ml") {
			return nil, hearing.SheetBomb
		}
		if strings.HasPrefix(name, "xl/") && (strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")) {
			parts[name] = text
		}
	}
	if parts["xl/workbook.xml"] == nil {
		return nil, hearing.SheetBroken
	}
	return parts, ""
}

// unpack reads a part; one that is longer than it says is broken.
func unpack(f *zip.File) (text []byte, err error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	return io.ReadAll(io.LimitReader(r, mostUnpacked))
}

// An at is a place of a sheet: the column counted from 0, the row from 1.
type at struct{ column, row int }

// marks is what the readers of values do not tell of a sheet: which cells are
// numbers, and which are merged downward.
type marks struct {
	numbers map[at]bool
	merged  map[int]map[int]at // by row and column: a cell, and the one above whose value it shows
	above   map[at]roster.Cell
	cells   int // that are merged
}

// A tree is the parts of a workbook's XML that name its sheets.
type tree struct {
	Sheets []struct {
		Name string `xml:"name,attr"`
		ID   string `xml:"id,attr"`
	} `xml:"sheets>sheet"`
	Links []struct {
		ID     string `xml:"Id,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// marked reads the marks of a sheet.
func marked(parts map[string][]byte, sheet string) (marks, hearing.SheetReason) {
	m := marks{numbers: map[at]bool{}, merged: map[int]map[int]at{}, above: map[at]roster.Cell{}}
	var book, links tree
	if xml.Unmarshal(parts["xl/workbook.xml"], &book) != nil || xml.Unmarshal(parts["xl/_rels/workbook.xml.rels"], &links) != nil {
		return m, hearing.SheetBroken
	}
	for _, s := range book.Sheets {
		for _, l := range links.Links {
			if s.Name != sheet || s.ID != l.ID {
				continue
			}
			target := strings.TrimPrefix(l.Target, "/")
			if !strings.HasPrefix(target, "xl/") {
				target = path.Join("xl", target)
			}
			return m, m.read(parts[strings.ToLower(target)])
		}
	}
	return m, ""
}

// read goes through a sheet's XML. Where a cell or a row does not say where it
// is, it follows the one before.
func (m *marks) read(text []byte) hearing.SheetReason {
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict = false
	column, row, merges := -1, 0, 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return ""
		}
		if err != nil {
			return hearing.SheetBroken
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "row":
			row, column = row+1, -1
			if n := number(attr(e, "r")); n > 0 {
				row = n
			}
		case "c":
			column++
			if c, _, err := excelize.CellNameToCoordinates(attr(e, "r")); err == nil {
				column = c - 1
			}
			if kind := attr(e, "t"); (kind == "" || kind == "n") && column < MostColumns {
				m.numbers[at{column, row}] = true
			}
		case "v", "is", "f":
			if column >= MostColumns {
				return hearing.SheetLong
			}
		case "mergeCell":
			if merges++; merges > mostMerges {
				return hearing.SheetBomb
			}
			m.merge(attr(e, "ref"))
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func number(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > excelize.TotalRows {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// merge notes cells that are merged downward in one column: each row of them has
// the value. A title that goes across several columns stands in the first alone.
func (m *marks) merge(ref string) {
	first, last, ok := strings.Cut(ref, ":")
	if !ok {
		return
	}
	left, top, err := excelize.CellNameToCoordinates(first)
	right, bottom, wrong := excelize.CellNameToCoordinates(last)
	if err != nil || wrong != nil || left != right || bottom <= top || m.cells+bottom-top > 10*MostRows {
		return
	}
	for row := top + 1; row <= bottom; row++ {
		if m.merged[row] == nil {
			m.merged[row] = map[int]at{}
		}
		m.merged[row][left-1] = at{left - 1, top}
	}
	m.cells += bottom - top
	m.above[at{left - 1, top}] = roster.Cell{}
}

// spread puts the values of merged cells into the rows below.
func (m marks) spread(r *roster.Row) {
	for place, from := range m.merged[r.N] {
		for len(r.Cells) <= place {
			r.Cells = append(r.Cells, roster.Cell{})
		}
		if r.Cells[place].Text == "" {
			r.Cells[place] = m.above[from]
		}
	}
	for i, c := range r.Cells {
		if _, spreads := m.above[at{i, r.N}]; spreads {
			m.above[at{i, r.N}] = c
		}
	}
}
