// Package pdf writes pages of text and straight lines as a tagged PDF (ISO
// 32000-1): with a title, a language, an outline that a reader shows beside the
// pages, and a tree that says what is a heading, a paragraph or a table, so
// that a screen reader finds its way. The text is what was typed, also beyond
// U+FFFF and where two characters share a glyph.
//
// Two files of the same pages are the same, byte for byte: no clock is read.
//
// Lengths are in millimetres, and a page's origin is its lower left corner.
package pdf

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strconv"

	"github.com/tdewolff/canvas"
)

// Info is what a file says of itself.
type Info struct {
	Title   string // name of the paper and for whom it is
	Subject string // code by which the desk finds it
	Author  string // the office
	Creator string // the program
	Lang    string // zh-CN
}

// A ref is the number of an object; 0 is none.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// The objects whose numbers are known before the others.
const (
	catalogRef ref = iota + 1
	infoRef
	pagesRef
	treeRef
	parentsRef
	firstFree
)

// A Writer writes one file. The first error of the underlying writer is kept
// and returned by [Writer.Close].
type Writer struct {
	out     io.Writer
	err     error
	at      int64
	sum     hash.Hash
	offsets []int64 // of object n at n−1
	info    Info

	page  *Page
	pages []ref
	marks [][]*Element // per page: the element of each marked piece
	fonts map[*canvas.Font]*font
	order []*font
	root  *Element
	lines []bookmark

	copies map[copied]ref // objects of other files, by where they come from
	owed   []copied       // those that are named and not written yet
}

// New begins a file.
func New(w io.Writer, info Info) *Writer {
	f := &Writer{out: w, sum: sha256.New(), info: info, fonts: map[*canvas.Font]*font{}, offsets: make([]int64, firstFree-1)}
	f.root = &Element{tag: "Document"}
	f.text("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	return f
}

// Root is the element that holds all others.
func (w *Writer) Root() *Element { return w.root }

func (w *Writer) write(b []byte) {
	if w.err != nil {
		return
	}
	w.sum.Write(b)
	n, err := w.out.Write(b)
	w.at += int64(n)
	if err != nil {
		w.err = fmt.Errorf("write PDF: %w", err)
	}
}

func (w *Writer) text(s string) { w.write([]byte(s)) }

// reserve takes a number for an object that is written later.
func (w *Writer) reserve() ref {
	w.offsets = append(w.offsets, 0)
	return ref(len(w.offsets))
}

// object writes the object of a number.
func (w *Writer) object(r ref, body string) {
	w.offsets[r-1] = w.at
	w.text(strconv.Itoa(int(r)) + " 0 obj\n" + body + "\nendobj\n")
}

// Close ends the file and returns the first error.
func (w *Writer) Close() error {
	w.endPage()
	for _, f := range w.order {
		if err := w.font(f); err != nil && w.err == nil {
			w.err = err
		}
	}
	w.structure()
	outline := w.outline()
	w.catalog(outline)
	start := w.at
	w.text("xref\n0 " + strconv.Itoa(len(w.offsets)+1) + "\n0000000000 65535 f \n")
	for _, o := range w.offsets {
		w.text(fmt.Sprintf("%010d 00000 n \n", o))
	}
	id := hex.EncodeToString(w.sum.Sum(nil)[:16])
	w.text(fmt.Sprintf("trailer\n<</Size %d/Root %v/Info %v/ID[<%s><%[4]s>]>>\nstartxref\n%[5]d\n%%%%EOF\n", len(w.offsets)+1, catalogRef, infoRef, id, start))
	return w.err
}

func (w *Writer) catalog(outline ref) {
	kids := make([]byte, 0, 10*len(w.pages))
	for _, p := range w.pages {
		kids = append(append(kids, p.String()...), ' ')
	}
	w.object(pagesRef, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(w.pages), kids))
	i := w.info
	w.object(infoRef, "<</Title"+textString(i.Title)+"/Subject"+textString(i.Subject)+"/Author"+textString(i.Author)+"/Creator"+textString(i.Creator)+">>")
	meta := w.reserve()
	w.stream(meta, "/Type/Metadata/Subtype/XML", xmp(i), false)
	more := ""
	if outline != 0 {
		more = "/Outlines " + outline.String() + "/PageMode/UseOutlines"
	}
	w.object(catalogRef, fmt.Sprintf("<</Type/Catalog/Pages %v/Lang%s/Metadata %v/StructTreeRoot %v/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>%s>>",
		pagesRef, textString(i.Lang), meta, treeRef, more))
}
