// Package scanning reads what comes back of a paper: a PDF file of a scanner,
// or a picture. It says how many pages it has, draws them as far as they are
// pictures, and finds the code of the paper on them. What comes from outside is
// not trusted: limits stand before whatever is taken apart, and what is wrong
// with a file is a [*RefusedError].
package scanning

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"slices"

	"hearingdesk/hearing"
)

// The limits of a file.
const (
	MaxBytes  = 100 << 20  // of the file
	MaxPixels = 80_000_000 // of a picture: A3 at 600 dots an inch
	MaxPages  = 2000
)

// The kinds of file.
const (
	PDF  = "application/pdf"
	PNG  = "image/png"
	JPEG = "image/jpeg"
)

// A Reason says why a file is refused.
type Reason string

// The reasons.
const (
	Empty     Reason = "empty"     // no bytes
	TooLarge  Reason = "large"     // more than MaxBytes
	OtherKind Reason = "kind"      // neither PDF nor PNG nor JPEG, whatever its name says
	Encrypted Reason = "encrypted" // a PDF with a password or with restrictions
	Damaged   Reason = "damaged"   // cut off, or not what it says
	TooFine   Reason = "pixels"    // a picture of more than MaxPixels
	TooLong   Reason = "pages"     // a PDF of more than MaxPages
	Active    Reason = "active"    // a PDF with scripts, commands or files in it
	Bomb      Reason = "bomb"      // it would unpack to far more than it is
	TooMuch   Reason = "much"      // more than may go out with each letter: [hearing.LargestEnclosed], [hearing.MostEnclosed]
	Layered   Reason = "layers"    // a PDF with hidden layers, which would be printed
)

// A RefusedError is a file that is not taken.
type RefusedError struct {
	Name string // of the file
	Why  Reason
	Err  error // what the reader said; nil where the reason is all
}

// Error names the file and the reason.
func (e *RefusedError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s: refused (%s): %v", e.Name, e.Why, e.Err)
	}
	return fmt.Sprintf("%s: refused (%s)", e.Name, e.Why)
}

// Unwrap returns what the reader said.
func (e *RefusedError) Unwrap() error { return e.Err }

// A File is one file that was read and can be taken.
type File struct {
	hearing.ScanFile
	Bytes []byte
	Codes []hearing.PaperCode // read from its pages, each once
	Drawn bool                // its pages are pictures, so that a code could be looked for
	Thumb []byte              // a small PNG of the first page; nil where it cannot be drawn
}

// Join makes one scan of files, in their order: pictures are its pages.
func Join(files ...File) hearing.Incoming {
	var in hearing.Incoming
	for _, f := range files {
		in.Files, in.Bytes = append(in.Files, f.ScanFile), append(in.Bytes, f.Bytes)
		if in.Small == nil {
			in.Small = f.Thumb
		}
	}
	return in
}

// A Batch is files that came at once, divided by the papers that they are of.
type Batch struct {
	Papers []CodedScan
	Loose  []File // without a code
	Mixed  []File // with the codes of several papers: they are to be scanned one by one
}

// A CodedScan is the files of one paper.
type CodedScan struct {
	Code  hearing.PaperCode
	Files []File
}

// Divide divides files by their codes. A picture without one that follows one
// with a code is that paper's next page.
func Divide(files []File) Batch {
	var b Batch
	last := -1 // the paper that the picture before is of
	for _, f := range files {
		switch {
		case len(f.Codes) > 1:
			b.Mixed, last = append(b.Mixed, f), -1
		case len(f.Codes) == 1:
			last = slices.IndexFunc(b.Papers, func(c CodedScan) bool { return c.Code == f.Codes[0] })
			if last < 0 {
				last = len(b.Papers)
				b.Papers = append(b.Papers, CodedScan{Code: f.Codes[0]})
			}
			b.Papers[last].Files = append(b.Papers[last].Files, f)
		case f.Media != PDF && last >= 0:
			b.Papers[last].Files = append(b.Papers[last].Files, f)
		default:
			b.Loose, last = append(b.Loose, f), -1
		}
		if f.Media == PDF {
			last = -1
		}
	}
	return b
}

// looked is how many pages of a file are searched for a code, from its
// beginning and from its end: a code stands on the last page of a paper.
const looked = 12

// Read takes a file apart. The name is what it is called, not what it is.
func Read(ctx context.Context, name string, data []byte) (f File, err error) {
	refuse := func(why Reason) (File, error) { return File{}, &RefusedError{Name: name, Why: why} }
	switch {
	case len(data) == 0:
		return refuse(Empty)
	case len(data) > MaxBytes:
		return refuse(TooLarge)
	}
	pages, media, err := open(ctx, data)
	if err != nil {
		return File{}, named(err, name)
	}
	f = File{ScanFile: hearing.ScanFile{Name: name, Hash: hearing.HashOf(data), Media: media, Size: int64(len(data)), Pages: pages.count()}, Bytes: data}
	if err := f.look(ctx, pages); err != nil {
		return File{}, named(err, name)
	}
	if code, ok := hearing.ReadPaperCode(pages.subject()); ok && len(f.Codes) == 0 {
		f.Codes = []hearing.PaperCode{code} // our own PDF: it names its paper
	}
	return f, nil
}

// look draws pages, keeps a small picture of the first, and finds their codes.
func (f *File) look(ctx context.Context, pages book) error {
	for n := range f.Pages {
		if n >= looked && n < f.Pages-looked {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		img, err := pages.draw(n)
		if err != nil {
			return err
		}
		if img == nil {
			continue
		}
		f.Drawn = true
		if n == 0 {
			f.Thumb = thumb(img)
		}
		f.Codes = append(f.Codes, codes(img, f.Codes)...)
	}
	return nil
}

// Page draws page n, counted from 0, of a file that was taken. It is nil where
// the page is no picture: text and lines are not drawn.
func Page(ctx context.Context, data []byte, n int) (image.Image, error) {
	pages, _, err := open(ctx, data)
	if err != nil {
		return nil, err
	}
	if n < 0 || n >= pages.count() {
		return nil, fmt.Errorf("draw page %d of %d: %w", n+1, pages.count(), hearing.ErrNotFound)
	}
	return pages.draw(n)
}

// A book is a file's pages.
type book interface {
	count() int
	subject() string                 // what a PDF says that it is of
	draw(n int) (image.Image, error) // nil where the page is no picture
}

// open tells by its bytes what a file is.
func open(ctx context.Context, data []byte) (book, string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		b, err := openPicture(data)
		return b, PNG, err
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		b, err := openPicture(data)
		return b, JPEG, err
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		b, err := openPDF(ctx, data)
		return b, PDF, err
	}
	return nil, "", &RefusedError{Why: OtherKind}
}

// named gives a refusal the name of its file.
func named(err error, name string) error {
	if r, ok := err.(*RefusedError); ok { //nolint:errorlint // it was made here
		r.Name = name
	}
	return err
}

// A picture is a file with one page.
type picture struct{ image.Image }

func openPicture(data []byte) (book, error) {
	head, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, &RefusedError{Why: Damaged, Err: err}
	}
	if !fits(head.Width, head.Height) {
		return nil, &RefusedError{Why: TooFine}
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, &RefusedError{Why: Damaged, Err: err}
	}
	return picture{img}, nil
}

// fits reports whether a picture can be unpacked.
func fits(w, h int) bool { return w > 0 && h > 0 && int64(w)*int64(h) <= MaxPixels }

func (p picture) count() int                    { return 1 }
func (p picture) subject() string               { return "" }
func (p picture) draw(int) (image.Image, error) { return p.Image, nil }

// The small picture of a page, in pixels.
const (
	thumbWidth  = 180
	thumbHeight = 260
)

func thumb(img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, reduced(img, thumbWidth, thumbHeight)); err != nil {
		return nil
	}
	return b.Bytes()
}
