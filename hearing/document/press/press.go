// Package press makes finished papers: it composes them from a session's facts,
// sets them on pages and writes them as PDF or Word files. Window and command
// line share it, so that both give the same pages.
package press

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/layout/docx"
	"hearingdesk/hearing/document/printing"
)

// A Format is a kind of file.
type Format string

// The formats.
const (
	PDF  Format = "pdf"
	DOCX Format = "docx"
)

// A Press makes papers. It may be used by several goroutines.
type Press struct {
	forms   *document.Catalogue
	set     *layout.Typesetter
	numbers hearing.Numbering
	words   *wordForms
	sheets  *enclosed
}

// New returns a press of a catalogue and a typesetter. Its papers bear document
// numbers once they were taken; without Numbering none is to be taken.
func New(forms *document.Catalogue, set *layout.Typesetter) *Press {
	return &Press{forms: forms, set: set}
}

// Numbering returns a press whose papers are numbered so.
func (p *Press) Numbering(n hearing.Numbering) *Press {
	out := *p
	out.numbers = n
	return &out
}

// Unnumbered lists those papers of a session that are to bear a document number
// and have none yet: a rehearsal's have none, nor those that cannot be made.
func (p *Press) Unnumbered(d hearing.Dossier, items []document.Item) []hearing.Numbered {
	if d.Hearing != nil && d.Hearing.Rehearsal || d.Announcement != nil && d.Announcement.Rehearsal {
		return nil
	}
	var out []hearing.Numbered
	for _, it := range items {
		series, on := p.numbers.Of(d.Office, it.Number)
		if _, has := d.Number(it.Number, it.Key); on && !has && len(it.Missing) == 0 {
			out = append(out, hearing.Numbered{Series: series, Document: it.Number, Key: it.Key, For: it.For})
		}
	}
	return out
}

// A Paper is one paper, set and ready.
type Paper struct {
	Item  document.Item
	Pages []layout.Page
	Hash  string // SHA-256 of what it says, in hex: another hash is another text

	doc    document.Document
	word   func() ([]byte, error) // the office's own Word form, filled; nil without one
	author string
	set    *layout.Typesetter
	kept   bool // read by Kept: there is no text behind the pages
}

// Plan lists the papers of a session; kinds chooses numbers, none is all.
func (p *Press) Plan(d hearing.Dossier, kinds ...string) []document.Item {
	var out []document.Item
	for _, it := range p.forms.Plan(d) {
		wanted := len(kinds) == 0
		for _, k := range kinds {
			wanted = wanted || k == it.Number
		}
		if wanted {
			out = append(out, it)
		}
	}
	return out
}

// Numbers lists the numbers of all forms.
func (p *Press) Numbers() []string {
	var out []string
	for _, f := range p.forms.Forms() {
		out = append(out, f.Number)
	}
	return out
}

// Forms is the catalogue of papers that the press works by.
func (p *Press) Forms() *document.Catalogue { return p.forms }

// Make composes and sets one paper. Missing fields are a
// [*document.MissingError], a character without a font a [*layout.GlyphError].
func (p *Press) Make(d hearing.Dossier, it document.Item, today calendar.Date) (Paper, error) {
	doc, err := p.forms.Compose(d, it, today)
	if err != nil {
		return Paper{}, err
	}
	out, err := p.paper(d, it, doc)
	out.word = p.inPlace(d, it, today)
	return out, err
}

// Proof sets a paper to be looked at, blank where something is missing; see
// [document.Catalogue.Proof].
func (p *Press) Proof(d hearing.Dossier, it document.Item, today calendar.Date) (Paper, error) {
	doc, err := p.forms.Proof(d, it, today)
	if err != nil {
		return Paper{}, err
	}
	return p.paper(d, it, doc)
}

func (p *Press) paper(d hearing.Dossier, it document.Item, doc document.Document) (Paper, error) {
	pages, err := p.set.SetWith(doc, p.opener())
	if err != nil {
		return Paper{}, fmt.Errorf("set %s: %w", it.Title, err)
	}
	it.Edition = doc.Edition
	return Paper{Item: it, Pages: pages, Hash: hash(doc), doc: doc, author: d.Office.Name, set: p.set}, nil
}

func hash(doc document.Document) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%#v", doc.Blocks))
	return hex.EncodeToString(sum[:])
}

// Hash is what [Press.Make] gives a paper, without setting it: an own Word form
// that stands in for the paper is out of date when it changes.
func (p *Press) Hash(d hearing.Dossier, it document.Item, today calendar.Date) (string, error) {
	doc, err := p.forms.Compose(d, it, today)
	if err != nil {
		return "", err
	}
	return hash(doc), nil
}

// ErrPagesOnly says that a paper was kept as pages, of which no Word file can be
// made.
var ErrPagesOnly = errors.New("only the pages were kept")

// File returns the paper as a file of a format. One with the pages of a file behind
// it is a PDF for Word too. One that was kept is a PDF only: for Word it is
// [ErrPagesOnly].
func (p Paper) File(f Format) ([]byte, error) {
	var b bytes.Buffer
	if f == DOCX && p.Item.File { // pages of somebody else's file are none of Word's
		f = PDF
	}
	if f == DOCX && p.kept {
		return nil, ErrPagesOnly
	}
	if f == DOCX && p.word != nil {
		return p.word()
	}
	if f == DOCX {
		shape := docx.Shape{Pitch: p.Pages[0].Pitch, Type: p.Pages[0].Type, Pages: len(p.Pages), Mark: p.Pages[0].Mark, MarkType: p.Pages[0].MarkType, Imprint: p.Pages[0].Imprint}
		for _, page := range p.Pages { // Word's rows are higher by their rules, so that fewer fit on a page
			shape.Spare += max(0, page.Spare-2)
		}
		if err := docx.Write(&b, p.doc, shape); err != nil {
			return nil, err
		}
		return b.Bytes(), nil
	}
	err := p.set.WritePDF(&b, layout.Info{Title: p.title(), Subject: p.doc.Code, Author: p.author}, layout.Chapter{Title: p.title(), Pages: p.Pages})
	return b.Bytes(), err
}

// title is the paper's name and for whom it is: 听证会通知书 程晓梅.
// An enclosure is the same for everybody.
func (p Paper) title() string {
	if p.Item.Same != "" {
		return p.Item.Title
	}
	return strings.TrimSpace(p.Item.Title + " " + p.Item.For)
}

// Raster draws page n, counted from 0, at a resolution.
func (p Paper) Raster(n int, dpi float64) (image.Image, error) {
	if n < 0 || n >= len(p.Pages) {
		return nil, fmt.Errorf("draw page %d of %d: %w", n+1, len(p.Pages), hearing.ErrNotFound)
	}
	return p.set.Raster(p.Pages[n], dpi), nil
}

// Job is the paper as a job for a printer; copies of 0 are the form's own.
func (p Paper) Job(queue string, copies int, sides printing.Sides) (printing.Job, error) {
	text, err := p.File(PDF)
	if err != nil {
		return printing.Job{}, err
	}
	if copies == 0 {
		copies = p.Item.Copies
	}
	return printing.Job{Queue: queue, Title: p.title(), PDF: text, Copies: copies, Sides: sides,
		Pages: len(p.Pages), Raster: p.printed}, nil
}

// printed is page n for a print system that takes pictures. A page that is not
// drawn as it is is a [layout.ErrUndrawn].
func (p Paper) printed(n int, dpi float64) (image.Image, error) {
	if n >= 0 && n < len(p.Pages) && !p.Pages[n].Drawable() {
		return nil, fmt.Errorf("print page %d of %s: %w", n+1, p.title(), layout.ErrUndrawn)
	}
	return p.Raster(n, dpi)
}
