package press

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// Slip makes a sheet that belongs to no session: a title, what it is about in large type, as
// a recovery code that is locked away, and what is said of it. It is kept nowhere.
func (p *Press) Slip(title, large string, said ...string) (Paper, error) {
	doc := document.Document{Title: title, Style: document.Record, Copies: 1, Blocks: []document.Block{document.Title{Text: title}, document.Space{Lines: 1},
		document.Paragraph{Runs: []document.Run{{Text: large, Face: document.Hei}}, Align: document.Centre}, document.Space{Lines: 1}}}
	for _, s := range said {
		doc.Blocks = append(doc.Blocks, document.Paragraph{Runs: []document.Run{{Text: s}}, Indent: 2})
	}
	return p.paper(hearing.Dossier{}, document.Item{Title: title, Copies: 1}, doc)
}
