package document_test

import (
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing/document"
)

func TestLoad(t *testing.T) {
	c, err := document.Load(assets.Documents())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range c.Forms() {
		t.Log(f.Number, f.Title, f.Per)
	}
}
