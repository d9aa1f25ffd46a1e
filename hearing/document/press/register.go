package press

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// A Register is the first page of papers that are bound together.
type Register struct {
	Title    string
	Subtitle string
	Heads    []string   // of the columns
	Widths   []float64  // of the columns, relative
	Rows     [][]string // cell by cell
	Notes    []string   // below the table, a paragraph each
	Office   string     // that signs
	On       string     // its date, as printed
}

// Register sets a page of contents.
func (p *Press) Register(c Register) (Paper, error) {
	cell := func(s string, a document.Align) document.Cell {
		return document.Cell{Align: a, Lines: []document.Paragraph{{Runs: []document.Run{{Text: s}}, Align: a}}}
	}
	table := document.Table{Widths: c.Widths}
	head := document.Row{Header: true, Height: 10}
	for _, h := range c.Heads {
		head.Cells = append(head.Cells, cell(h, document.Centre))
	}
	table.Rows = append(table.Rows, head)
	for _, r := range c.Rows {
		row := document.Row{Height: 10}
		for i, s := range r {
			align := document.Left
			if i == 0 || i == len(r)-1 {
				align = document.Centre
			}
			row.Cells = append(row.Cells, cell(s, align))
		}
		table.Rows = append(table.Rows, row)
	}
	doc := document.Document{Title: c.Title, Style: document.Record, Copies: 1, Blocks: []document.Block{document.Title{Text: c.Title}}}
	if c.Subtitle != "" {
		doc.Blocks = append(doc.Blocks, document.Subtitle{Text: c.Subtitle})
	}
	doc.Blocks = append(doc.Blocks, table)
	for _, n := range c.Notes {
		doc.Blocks = append(doc.Blocks, document.Paragraph{Runs: []document.Run{{Text: n}}, Indent: 2, Small: true})
	}
	doc.Blocks = append(doc.Blocks, document.Signature{Office: c.Office, Date: c.On})
	return p.paper(hearing.Dossier{Office: hearing.Office{Name: c.Office}}, document.Item{Title: c.Title}, doc)
}
