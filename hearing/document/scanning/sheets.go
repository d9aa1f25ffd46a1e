package scanning

import (
	"context"
	"image"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/layout/pdf"
)

// Sheets are the pages of a file that is printed as it is: each is copied, with
// all that it needs, into a PDF of ours. They may be used by one goroutine at a
// time.
type Sheets struct{ sheets }

// A sheets is one kind of file.
type sheets interface {
	pdf.Source
	// Size is how large page n, counted from 0, is as it is shown, in mm; ok is
	// false behind the last one.
	Size(n int) (width, height float64, ok bool)
	// Picture is page n where it is nothing but a picture; else nil.
	Picture(n int) image.Image
}

// Thumb is a small picture of the first page, as PNG; nil where that is more than a
// picture.
func (s *Sheets) Thumb() []byte {
	img := s.Picture(0)
	if img == nil {
		return nil
	}
	return thumb(img)
}

// Enclose takes a file apart that is to go out with papers. One that is larger
// than those may be, or cannot be printed as it is shown, is a [*RefusedError]
// too.
func Enclose(ctx context.Context, name string, data []byte) (File, error) {
	if len(data) > hearing.LargestEnclosed {
		return File{}, &RefusedError{Name: name, Why: TooMuch}
	}
	f, err := Read(ctx, name, data)
	if err != nil {
		return File{}, err
	}
	if f.Pages > hearing.MostEnclosed {
		return File{}, &RefusedError{Name: name, Why: TooMuch}
	}
	if _, err := OpenSheets(ctx, data); err != nil {
		return File{}, named(err, name)
	}
	return f, nil
}

// OpenSheets opens a file that is printed as it is.
func OpenSheets(ctx context.Context, data []byte) (*Sheets, error) {
	b, media, err := open(ctx, data)
	if err != nil {
		return nil, err
	}
	if pages, is := b.(*paged); is {
		if hides(pages.ctx) {
			return nil, &RefusedError{Why: Layered}
		}
		l := &pdfSheets{paged: pages}
		for n := range pages.pages {
			if err := l.measure(n); err != nil {
				return nil, &RefusedError{Why: Damaged, Err: err}
			}
		}
		return &Sheets{l}, nil
	}
	pic, is := b.(picture)
	if !is {
		return nil, &RefusedError{Why: OtherKind}
	}
	return &Sheets{&photo{img: pic.Image, jpeg: asJPEG(media, data)}}, nil
}
