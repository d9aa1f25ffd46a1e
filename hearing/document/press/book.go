package press

import (
	"bytes"

	"hearingdesk/hearing/document/layout"
)

// Book returns several papers as one PDF file, one after the other; its outline
// lists them.
func Book(title string, papers ...Paper) ([]byte, error) {
	var chapters []layout.Chapter
	for _, p := range papers {
		chapters = append(chapters, layout.Chapter{Title: p.title(), Pages: p.Pages})
	}
	if len(papers) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	err := papers[0].set.WritePDF(&b, layout.Info{Title: title, Author: papers[0].author}, chapters...)
	return b.Bytes(), err
}
