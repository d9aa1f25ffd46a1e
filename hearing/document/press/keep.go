package press

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"

	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
)

// largestKept bounds what a kept paper unpacks to, in bytes.
const largestKept = 64 << 20

// kept is a paper as it is kept once it was printed.
type kept struct {
	Item   document.Item    `json:"item"`
	Hash   string           `json:"hash"`
	Code   string           `json:"code,omitempty"`
	Author string           `json:"author,omitempty"`
	Fields []document.Field `json:"fields,omitempty"`
	Pages  json.RawMessage  `json:"pages"`
}

// Keep packs the paper so that it can be printed again as it was: its pages as
// they were set, and the facts that it was filled with. The same paper gives
// the same bytes.
//
// The pages are kept, and not the PDF. Measured on the 210 papers of the worked
// examples, a packed paper is 3.9 KB on average and 7.4 KB at most, and its PDF
// 73 KB on average, because each file carries its own piece of the fonts: ten
// thousand papers are 39 MB or 730. What is kept can be shown in the window and
// printed on Windows, where nothing reads a PDF; and as the facts lie beside the
// pages, the desk can say which of them are others now. The price is that the
// fonts must stay: of one that was replaced, [Press.Kept] says so. A test holds
// that the PDF of a kept paper is the one of then, byte for byte.
func (p Paper) Keep() ([]byte, error) {
	pages, err := p.set.Keep(p.Pages)
	if err != nil {
		return nil, err
	}
	it := p.Item
	it.Missing = nil
	text, err := json.Marshal(kept{it, p.Hash, p.doc.Code, p.author, p.doc.Fields, pages})
	if err != nil {
		return nil, fmt.Errorf("keep %s: %w", p.title(), err)
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("keep %s: %w", p.title(), err)
	}
	return b.Bytes(), nil
}

// unpack reads what Keep packed.
func unpack(data []byte) (k kept, err error) {
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), largestKept+1))
	if err == nil && len(text) <= largestKept {
		err = json.Unmarshal(text, &k)
	}
	if err != nil || len(text) > largestKept {
		return k, fmt.Errorf("%w: %d bytes: %w", layout.ErrUnreadable, len(text), err)
	}
	return k, nil
}

// Kept reads a paper that [Paper.Keep] packed. exact says that it looks as it
// did; else a font was replaced since, and its characters stand in the same
// places in the new one. What cannot be read is [layout.ErrUnreadable].
func (p *Press) Kept(data []byte) (paper Paper, exact bool, err error) {
	k, err := unpack(data)
	if err != nil {
		return Paper{}, false, err
	}
	pages, exact, err := p.set.Restore(k.Pages, p.opener())
	if err != nil {
		return Paper{}, false, err
	}
	doc := document.Document{Number: k.Item.Number, Edition: k.Item.Edition, Title: k.Item.Title, For: k.Item.For, Key: k.Item.Key,
		Code: k.Code, Copies: k.Item.Copies, Fields: k.Fields}
	return Paper{Item: k.Item, Pages: pages, Hash: k.Hash, doc: doc, author: k.Author, set: p.set, kept: true}, exact, nil
}
