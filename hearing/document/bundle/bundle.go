// Package bundle binds what came back of a recommendation, and what was printed,
// into one PDF with a page of contents and numbered pages: the proof that the step
// before a suit was made (检察公益诉讼解释, art. 22(3)).
package bundle

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A File is a PDF, or a picture that is one page.
type File struct {
	Media string // application/pdf, image/png, image/jpeg
	Data  []byte
}

// A Piece is one paper of the bundle.
type Piece struct {
	Title   string
	Day     string // its date, as printed; may be empty
	Files   []File
	Missing string // why there is none; then it has no page, and is named in the contents
}

// An Entry is a line of the contents.
type Entry struct {
	Piece
	Page, Pages int // its first page, counted from 1 through the whole bundle; 0 where it is missing
}

// Bind makes the bundle. contents makes the first pages, as a PDF, of the entries;
// how many they are decides where the rest begins, so it is asked twice.
func Bind(ctx context.Context, pieces []Piece, contents func([]Entry) ([]byte, error)) ([]byte, error) {
	model.ConfigPath = "disable" // nothing is written into the user's folders
	var files [][]byte
	entries := make([]Entry, len(pieces))
	for i, p := range pieces {
		entries[i].Piece = p
		for _, f := range p.Files {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			pdf, pages, err := paged(f)
			if err != nil {
				return nil, fmt.Errorf("bind %s: %w", p.Title, err)
			}
			files = append(files, pdf)
			entries[i].Pages += pages
		}
	}
	n, err := first(entries, contents)
	if err != nil {
		return nil, err
	}
	place(entries, n)
	front, err := contents(entries)
	if err != nil {
		return nil, err
	}
	return numbered(append([][]byte{front}, files...))
}

// first counts the pages of the contents, with numbers that are as wide as the real
// ones.
func first(entries []Entry, contents func([]Entry) ([]byte, error)) (pages int, err error) {
	place(entries, 1)
	front, err := contents(entries)
	if err != nil {
		return 0, err
	}
	return count(front)
}

// place gives each entry its first page, behind so many pages of contents.
func place(entries []Entry, front int) {
	next := front + 1
	for i := range entries {
		entries[i].Page = 0
		if entries[i].Pages > 0 {
			entries[i].Page = next
			next += entries[i].Pages
		}
	}
}

// paged is a file as a PDF, with the number of its pages.
func paged(f File) ([]byte, int, error) {
	if f.Media == "application/pdf" {
		n, err := count(f.Data)
		return f.Data, n, err
	}
	whole := pdfcpu.DefaultImportConfig()
	whole.PageSize, whole.PageDim, whole.UserDim, whole.Pos, whole.Scale = "A4", types.PaperSize["A4"], true, types.Center, 0.95
	var b bytes.Buffer
	if err := api.ImportImages(nil, &b, []io.Reader{bytes.NewReader(f.Data)}, whole, relaxed()); err != nil {
		return nil, 0, err
	}
	return b.Bytes(), 1, nil
}

func count(pdf []byte) (int, error) { return api.PageCount(bytes.NewReader(pdf), relaxed()) }

// numbered puts files one behind the other, and a number on each page.
func numbered(files [][]byte) ([]byte, error) {
	readers := make([]io.ReadSeeker, len(files))
	for i, f := range files {
		readers[i] = bytes.NewReader(f)
	}
	var all, out bytes.Buffer
	if err := api.MergeRaw(readers, &all, false, relaxed()); err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	mark, err := api.TextWatermark("%p / %P", "font:Helvetica, points:9, scale:1 abs, pos:br, off:-14 10, rot:0, fillc:#404040, op:1", true, false, types.POINTS)
	if err != nil {
		return nil, err
	}
	if err := api.AddWatermarks(bytes.NewReader(all.Bytes()), &out, nil, mark, relaxed()); err != nil {
		return nil, fmt.Errorf("number pages: %w", err)
	}
	return out.Bytes(), nil
}

func relaxed() *model.Configuration {
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	return c
}
