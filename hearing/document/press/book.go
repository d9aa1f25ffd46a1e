package press

import (
	"bytes"

	"hearingdesk/hearing/document/layout"
)

// Book returns several papers as one PDF file, one after the other.
func Book(title string, papers ...Paper) ([]byte, error) {
	var pages []layout.Page
	for _, p := range papers {
		pages = append(pages, p.Pages...)
	}
	if len(papers) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	err := papers[0].set.WritePDF(&b, layout.Info{Title: title, Author: papers[0].author}, pages...)
	return b.Bytes(), err
}
